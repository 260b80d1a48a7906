"""Freshness: how far the index is brought up to date with the files before it answers."""

from enum import IntEnum


class Freshness(IntEnum):
    """Levels of a refresh, the cheapest first; one that turns out not to suffice becomes ``ALL``."""

    INDEX = 0
    """The index as it is."""
    FOLDERS = 1
    """Files added, replaced or removed: two stats. A file written in place is not seen."""
    PENDING = 2
    """Goals, planned days that have come, and the few contacts whose last reading is uncertain."""
    ALL = 3
    """The status of every file."""
