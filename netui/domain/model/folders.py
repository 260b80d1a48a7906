"""Names of the folders of a network."""

CONTACTS = "contacts"
GOALS = "goals"
INBOX = "inbox"
"""What waits to be taken in: files of any kind."""
