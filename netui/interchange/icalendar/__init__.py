"""iCalendar: reading meetings with their recurrences, and writing dates, promises and plans."""

SOURCE = "icalendar"
"""The kind of source of meetings."""
