"""Pages on the network as a whole: its statistics, and who knows a topic."""
