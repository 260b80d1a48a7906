"""The local time of a contact: by their zone, with the day where it is another."""

from datetime import UTC, datetime

import pytest

from netui.services.people.local_time import local_time_words

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def test_time_and_place() -> None:
    assert local_time_words({"timezone": "Asia/Singapore"}, NOON) == "20:00 in Singapore"
    assert local_time_words({"timezone": "America/New_York"}, NOON) == "07:00 in New York"
    lisbon = {"timezone": "Europe/Lisbon", "location": "Porto, Portugal"}
    assert local_time_words(lisbon, NOON) == "12:00 in Porto"


def test_another_day_is_named() -> None:
    late = NOON.replace(hour=11).astimezone()
    assert local_time_words({"timezone": "Pacific/Kiritimati"}, late) == "01:00 Sun in Kiritimati"


@pytest.mark.parametrize("zone", ["", "Nowhere/Land", "../../etc/passwd", "Europe", "/etc", "a\0b", 3])
def test_no_zone_no_time(zone: object) -> None:
    assert local_time_words({"timezone": zone}, NOON) == ""
