"""Controllers of the line at the bottom: log, completion, drafts, and questions of one line or key."""
