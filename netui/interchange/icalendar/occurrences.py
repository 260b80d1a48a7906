"""The days on which an event takes place: recurrences, exceptions, and what single days have different."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from netui.domain.model.dates import day_of, shift
from netui.domain.named_tuple import NamedTuple
from netui.interchange.icalendar.events import Event


class Occurrence(NamedTuple):
    """An event on one day; ``key`` tells it from its other days, and stays when it is moved."""

    event: Event
    key: str
    on: date
    is_cancelled: bool = False


def find_occurrences(events: Sequence[Event], since: date, until: date) -> list[Occurrence]:
    """The days from ``since`` to ``until`` of one event, of which there may be versions and overrides.

    Raises ValueError for a recurrence rule that makes no sense.
    """
    by_version = sorted(events, key=lambda event: event.version)
    masters = [event for event in by_version if event.recurrence is None]
    overrides = [event for event in by_version if event.recurrence is not None]
    found = _series(masters[-1], overrides, since, until) if masters else map(_alone, overrides)
    return [each for each in found if since <= day_of(each.on) <= until]


def _alone(override: Event) -> Occurrence:
    """An occurrence whose event is not in the file, as in an invitation to one day of it."""
    assert override.recurrence is not None
    return Occurrence(
        override, _day_key(override.recurrence), override.at(override.first), override.is_cancelled
    )


def _series(master: Event, overrides: Iterable[Event], since: date, until: date) -> Iterator[Occurrence]:
    later = {each.recurrence: each for each in overrides if each.stands_for_later_ones and each.recurrence}
    moved = [abs(each.first - moment).days + 1 for moment, each in later.items()]
    slack = max(moved, default=0)
    moments, excluded = _moments(master, shift(since, -slack), shift(until, slack))
    keys = _keys(master, moments | excluded)
    single = {
        _matching(each.recurrence, keys): each
        for each in overrides
        if each.recurrence and not each.stands_for_later_ones
    }
    for moment, key in keys.items():
        override = single.pop(moment, None)
        if override is not None:
            yield Occurrence(override, key, override.at(override.first), override.is_cancelled)
            continue
        event, on = _of_later(later, moment) or (master, moment)
        yield Occurrence(event, key, event.at(on), event.is_cancelled or moment in excluded)
    yield from map(_alone, single.values())


def _moments(master: Event, since: date, until: date) -> tuple[set[datetime], set[datetime]]:
    """When an event takes place between two days, and when it does not although its rules say so."""
    moments = {master.first, *master.moments("RDATE"), *master.expand("RRULE", since, until)}
    excluded = {*master.moments("EXDATE"), *master.expand("EXRULE", since, until)}
    whole_days = {each.date() for each in excluded if each.time() == datetime.min.time()}
    gone = {each for each in moments if each in excluded or each.date() in whole_days}
    within = {each for each in moments if since <= each.date() <= until}
    return within - gone, gone & within


def _keys(master: Event, moments: Iterable[datetime]) -> dict[datetime, str]:
    """A key for each time: the day, with a number for the second and later ones of a day."""
    if not master.is_recurring:
        return dict.fromkeys(moments, "")
    keys: dict[datetime, str] = {}
    taken: dict[date, int] = {}
    for moment in sorted(moments):
        number = taken[moment.date()] = taken.get(moment.date(), 0) + 1
        keys[moment] = _day_key(moment) if number == 1 else f"{_day_key(moment)}#{number}"
    return keys


def _matching(moment: datetime, keys: Mapping[datetime, str]) -> datetime:
    """The occurrence that an override is for: at its time, else the only one of its day."""
    if moment in keys:
        return moment
    same_day = [each for each in keys if each.date() == moment.date()]
    return same_day[0] if len(same_day) == 1 else moment


def _of_later(later: Mapping[datetime, Event], moment: datetime) -> tuple[Event, datetime] | None:
    """What the last override for this and all later occurrences makes of one."""
    begins = max((each for each in later if each <= moment), default=None)
    if begins is None:
        return None
    moved: timedelta = later[begins].first - begins
    return later[begins], moment + moved


def _day_key(moment: datetime) -> str:
    return moment.date().isoformat()
