"""Entries, promises and opportunities: log, edit, drafts."""
