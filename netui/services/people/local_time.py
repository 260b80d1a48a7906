"""The local time where a contact lives, by the time zone in their file."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any


def local_time_words(head: Mapping[str, Any], now: datetime) -> str:
    """``09:40 in Singapore``, with the weekday where it is another day there; "" without a known zone.

    ``now`` is the time here. The place is the contact's, else the zone's city.
    """
    zone = head.get("timezone")
    if not isinstance(zone, str) or not zone.strip():
        return ""
    from zoneinfo import ZoneInfo

    try:
        there = now.astimezone(ZoneInfo(zone.strip()))
    except (OSError, ValueError, KeyError, OverflowError):  # no such zone, a path, a folder of zones
        return ""
    here = now.astimezone().date()
    day = f" {there:%a}" if there.date() != here else ""
    location = head.get("location")
    place = location.partition(",")[0].strip() if isinstance(location, str) else ""
    return f"{there:%H:%M}{day} in {place or zone.strip().rpartition('/')[2].replace('_', ' ')}"
