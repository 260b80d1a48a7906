"""Entries, promises and opportunities: log, edit, drafts, the external editor."""
