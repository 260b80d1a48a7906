"""vCard 2.1, 3.0 and 4.0: content lines, the mapping to contact fields, reading and writing."""
