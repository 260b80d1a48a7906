"""Visits: at whose place one was, and who came to the writer."""
