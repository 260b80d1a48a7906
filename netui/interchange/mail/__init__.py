"""Mail headers from mbox files, Maildir folders and single messages: who wrote to whom, and when."""
