"""Names of the folders of a network that the store writes."""

CONTACTS = "contacts"
GOALS = "goals"
ROOT = ""
"""The network folder itself, which holds its settings."""
INBOX = "inbox"
"""What waits to be taken in: files of any kind."""
SOURCES = ".sources"
"""What each source of an import said last."""
QUARANTINE = ".quarantine"
"""What imports rejected."""
FOLDERS = (CONTACTS, GOALS, INBOX, SOURCES, QUARANTINE)
