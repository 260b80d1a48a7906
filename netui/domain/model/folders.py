"""Names of the two folders of a network."""

CONTACTS = "contacts"
GOALS = "goals"
