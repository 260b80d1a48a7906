"""Reminders: who is quiet, what is due, review, catch-up, notifications."""
