"""Exports of Monica, the personal relationship manager: JSON and SQL, mapped to contacts and timelines."""
