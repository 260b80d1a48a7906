"""Mail headers from mbox files, Maildir folders and single messages: who wrote to whom, and when."""

SOURCE = "mail"
"""The kind of source of mail."""
