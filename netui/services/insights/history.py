"""Insights that need a full scan of the timeline: past states, new and former ties, balance, events.

The scan takes long at 10,000 contacts, so it runs on a background thread and can be cancelled.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from netui.domain.cadence.model import Rhythm
from netui.domain.cadence.status import status_of
from netui.domain.model.contact_row import ONESELF, ContactRow, fold
from netui.domain.model.dates import PartialDate, day_of, shift
from netui.domain.model.entry import Entry
from netui.domain.named_tuple import NamedTuple
from netui.services.insights.introductions import GivenIntroduction, find_given_introductions
from netui.services.insights.referrals import REFERRAL_WORDS, Referrer, find_referrers
from netui.services.insights.topics import Topic, find_rising_topics
from netui.services.workspace import Workspace
from netui.storage.concurrency import yielding
from netui.storage.queries.rows import split_list

MONTHS = 12
LEARNED = 8
EVENTS = 8
YEARS = 6
REQUESTS = 6
CLOSE_DAYS = 12
"""A close tie has at least this many days of contact in the last year: one a month."""
SHOWN_STATES = ("warm", "due", "quiet", "dormant")
_CHECK_EACH = 4096
_MOST_PEOPLE = 1023
_DAY_SHIFT = 10
"""An ordinal day and how many took part are packed into one integer: the day times 1,024 plus the people."""
_LEARNED, _PRIVATE = '"learned":', '"private":true'
_INTRO = "\nintro\n"
_ME, _THEM = '"started_by":"me"', '"started_by":"them"'


class Tie(NamedTuple):
    """A contact's days of contact: how many in the last year, and the first ever.

    ``since`` is when the acquaintance began: ``met.on``, else the first contact; None where an import brought
    someone, and nobody said when it was.
    """

    year: int
    first: date
    since: date | None = None


class Year(NamedTuple):
    """One calendar year: contacts, people in them, people met for the first time, times given and got."""

    year: int
    contacts: int
    people: int
    new: int
    gave: int
    got: int


class Request(NamedTuple):
    """What people came for: a thing that was given when they had reached out; how often, and to whom."""

    thing: str
    times: int
    people: tuple[str, ...]


class FormerTie(NamedTuple):
    """A tie that ended: the day of the last contact, and whether the contact was archived (or died)."""

    last: date
    archived: bool


class Learned(NamedTuple):
    """Something learned from someone."""

    contact: str
    on: date
    words: str


class Guest(NamedTuple):
    """Someone at an event: whether the first contact was there, and on how many days there was one since."""

    id: str
    first: bool
    since: int


class Event(NamedTuple):
    """One event of the last year and who was there."""

    on: date
    place: str
    words: str
    people: tuple[Guest, ...]


class Gifts(NamedTuple):
    """What was given and got in all, the most frequent first; ``by_person`` counts (given, got)."""

    gave: tuple[tuple[str, int], ...]
    got: tuple[tuple[str, int], ...]
    by_person: Mapping[str, tuple[int, int]]


class ActivityHistory(NamedTuple):
    """What a scan of all entries finds.

    ``months`` are the last days of twelve months, today last; ``states`` how many were in each state on
    them. ``ties`` holds everyone there was contact with; ``former`` those with contact in the year before
    the last and none since, and the archived with contact in these two years. ``started`` counts how often
    you and how often they reached out in the last year, where that was logged. ``learned`` are the latest of
    ``all_learned`` things. ``years`` are the latest last; ``requests`` the most frequent first;
    ``introduced`` the latest introductions given in the last year.
    """

    months: tuple[date, ...]
    states: Mapping[str, tuple[int, ...]]
    ties: Mapping[str, Tie]
    former: Mapping[str, FormerTie]
    started: Mapping[str, tuple[int, int]]
    gifts: Gifts
    events: tuple[Event, ...]
    learned: tuple[Learned, ...]
    all_learned: int
    referrers: tuple[Referrer, ...]
    years: tuple[Year, ...] = ()
    requests: tuple[Request, ...] = ()
    rising: tuple[Topic, ...] = ()
    introduced: tuple[GivenIntroduction, ...] = ()


def build_history(workspace: Workspace, wanted: Callable[[], bool] = lambda: True) -> ActivityHistory | None:
    """Scans all entries once; None as soon as ``wanted`` says that the result is not needed any more.

    Past states are what the present rhythms and settings would have given then; the archived are left out,
    and snoozes are ignored, since past ones are not known.
    """
    today = workspace.today
    months = month_ends(today)
    log = _LogTotals(today)
    if not log.read(workspace, wanted):
        return None
    counts = {state: [0] * len(months) for state in SHOWN_STATES}
    ties: dict[str, Tie] = {}
    began = _beginnings(workspace)
    former: dict[str, FormerTie] = {}
    year_ago, before = log.year_ago, log.year_ago - 365
    for at, row in enumerate(yielding(workspace.read.iter_contact_rows())):
        if at % 256 == 0 and not wanted():
            return None
        met = log.met(row.id)
        if row.error or row.archived == ONESELF or not met:
            continue
        last, is_archived = met[-1][0], bool(row.archived or row.died)
        if before < last and (is_archived or last <= year_ago):
            former[row.id] = FormerTie(date.fromordinal(last), is_archived)
        if is_archived:
            continue
        first = date.fromordinal(met[0][0])
        ties[row.id] = Tie(sum(day > year_ago for day, _ in met), first, began.get(row.id, first))
        for month, state in enumerate(_past_states(row, met, months, workspace)):
            if state in counts:
                counts[state][month] += 1
    return ActivityHistory(
        months,
        {state: tuple(numbers) for state, numbers in counts.items()},
        ties,
        former,
        log.started(),
        log.gifts(),
        _events(workspace, log, ties),
        tuple(_learned(workspace, log.learned)),
        len(log.learned),
        find_referrers(workspace, log.referrals, {who for who, tie in ties.items() if tie.year}),
        log.years([tie.since for tie in ties.values() if tie.since]),
        log.requests(),
        _rising(workspace),
        tuple(find_given_introductions(workspace, log.introduced)),
    )


def _beginnings(workspace: Workspace) -> dict[str, date | None]:
    """When acquaintances began that did not begin with the first contact; None where nobody knows."""
    found: dict[str, date | None] = {}
    for ident, on, is_imported in yielding(workspace.read.statistics.acquaintances()):
        if on:
            year, month, day = PartialDate.parse(on) if _is_partial(on) else PartialDate(None, None, None)
            found[ident] = date(year, month or 1, day or 1) if year else None
        elif is_imported:
            found[ident] = None
    return found


def _is_partial(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


def _rising(workspace: Workspace) -> tuple[Topic, ...]:
    today = workspace.today
    rows = yielding(workspace.read.statistics.texts(shift(today, -366), today))
    names = {word for row in workspace.read.iter_contact_rows() for word in fold(row.name).split()}
    entries = ((date.fromisoformat(day), who, split_list(tags), text) for day, who, tags, text in rows)
    return find_rising_topics(entries, today, names)


def month_ends(today: date) -> tuple[date, ...]:
    """The last days of the eleven months before this one, then today."""
    days = []
    first = today.replace(day=1)
    for _ in range(MONTHS - 1):
        days.append(shift(first, -1))
        first = days[-1].replace(day=1)
    return (*reversed(days), today)


class _LogTotals:
    """Totals of one pass over all entries up to today."""

    def __init__(self, today: date):
        self.today = today
        self.year_ago = today.toordinal() - 365
        self.events: list[tuple[int, int]] = []
        self.learned: list[tuple[str, int]] = []
        self.introduced: list[int] = []
        self._days: dict[str, array[int]] = {}
        self._started: dict[str, list[int]] = {}
        self._gave: Counter[str] = Counter()
        self._got: Counter[str] = Counter()
        self.referrals: Counter[str] = Counter()
        self._by_person: dict[str, tuple[int, int]] = {}
        self._requests: dict[str, list[str]] = {}
        self._years: dict[int, tuple[Counter[str], set[str]]] = {}

    def read(self, workspace: Workspace, wanted: Callable[[], bool]) -> bool:
        """Reads all entries; False where ``wanted`` says that the result is not needed any more."""
        ordinals = _Ordinals()
        year_ago, days = self.year_ago, self._days
        statistics = workspace.read.statistics
        for at, (row, who, day, counts, people, kind, gave, got, rest) in enumerate(
            yielding(statistics.log_rows(self.today))
        ):
            if at % _CHECK_EACH == 0 and not wanted():
                return False
            counted, seen = self._year(int(day[:4]))
            if counts:
                on = ordinals[day]
                _add(days, who, on, people)
                counted["contacts"] += 1
                seen.add(who)
                if on > year_ago:
                    if rest:
                        self._add_start(who, rest)
                    if kind == "event":
                        self.events.append((on, row))
            if gave and _INTRO in gave and ordinals[day] > year_ago:
                self.introduced.append(row)
            if gave or got:
                given, gotten = split_list(gave), split_list(got)
                self._add_gifts(who, given, gotten)
                counted.update(gave=len(given), got=len(gotten))
                if _THEM in rest:
                    for thing in given:
                        self._requests.setdefault(thing, []).append(who)
            if rest and _LEARNED in rest and _PRIVATE not in rest:
                self.learned.append((day, row))
        for who, day, people in yielding(statistics.shared_days(self.today)):
            _add(days, who, ordinals[day], people)
        return wanted()

    def _year(self, year: int) -> tuple[Counter[str], set[str]]:
        """What is counted of a year, and who there was contact with."""
        found = self._years.get(year)
        if found is None:
            found = self._years[year] = (Counter(), set())
        return found

    def years(self, began: Iterable[date]) -> tuple[Year, ...]:
        """The years, each with how many acquaintances began in it."""
        new = Counter(day.year for day in began)
        return tuple(
            Year(year, counted["contacts"], len(seen), new[year], counted["gave"], counted["got"])
            for year, (counted, seen) in sorted(self._years.items())[-YEARS:]
        )

    def requests(self) -> tuple[Request, ...]:
        """What people came for, the most frequent first."""
        found = [Request(thing, len(who), tuple(dict.fromkeys(who))) for thing, who in self._requests.items()]
        return tuple(sorted(found, key=lambda each: (-each.times, each.thing))[:REQUESTS])

    def _add_start(self, who: str, rest: str) -> None:
        if _ME in rest:
            self._started.setdefault(who, [0, 0])[0] += 1
        elif _THEM in rest:
            self._started.setdefault(who, [0, 0])[1] += 1

    def _add_gifts(self, who: str, gave: list[str], got: list[str]) -> None:
        self._gave.update(gave)
        self._got.update(got)
        given, gotten = self._by_person.get(who, (0, 0))
        self._by_person[who] = (given + len(gave), gotten + len(got))
        if not REFERRAL_WORDS.isdisjoint(got):
            self.referrals[who] += 1

    def met(self, ident: str) -> list[tuple[int, int]]:
        """The days of contact with someone as sorted ordinals, each with its smallest number of people."""
        found: list[tuple[int, int]] = []
        before = 0
        for number in sorted(self._days.get(ident, ())):
            day = number >> _DAY_SHIFT
            if day != before:
                found.append((day, number & _MOST_PEOPLE))
                before = day
        return found

    def started(self) -> dict[str, tuple[int, int]]:
        """How often the user and how often they reached out, by id."""
        return {who: (mine, theirs) for who, (mine, theirs) in self._started.items()}

    def gifts(self) -> Gifts:
        """What was given and got."""
        return Gifts(tuple(self._gave.most_common()), tuple(self._got.most_common()), self._by_person)


class _Ordinals(dict[str, int]):
    """A cache of ISO days as ordinals."""

    def __missing__(self, day: str) -> int:
        found = self[day] = date.fromisoformat(day).toordinal()
        return found


def _add(days: "dict[str, array[int]]", who: str, day: int, people: int) -> None:
    number = day << _DAY_SHIFT | min(people, _MOST_PEOPLE)
    held = days.get(who)
    if held is None:
        days[who] = array("l", (number,))
    else:
        held.append(number)


def _past_states(
    row: ContactRow, met: Sequence[tuple[int, int]], months: Iterable[date], workspace: Workspace
) -> list[str]:
    """The state on each of ``months``, from the contacts up to then; "" before the first contact."""
    found: list[str] = []
    rhythm, then = Rhythm(), row
    at = 0
    for month in months:
        until, start = month.toordinal(), at
        while at < len(met) and met[at][0] <= until:
            at += 1
        if at > start:
            rhythm = rhythm.extended(met[start:at])
            days, last, silence_start, decayed_count, log_sum, log_squares, gaps = rhythm
            then = row._replace(
                contact_days=days, last=last, silence_start=silence_start, decayed_count=decayed_count,
                log_sum=log_sum, log_squares=log_squares, gaps=gaps, snoozed_until=0,
            )  # fmt: skip
        found.append(status_of(then, month, workspace.quiet).state if at else "")
    return found


def _learned(workspace: Workspace, rows: list[tuple[str, int]]) -> Iterable[Learned]:
    """The latest things learned."""
    latest = sorted(rows, reverse=True)[:LEARNED]
    entries = workspace.read.entries(row for _, row in latest)
    entries.sort(key=lambda entry: day_of(entry.on), reverse=True)
    return (Learned(each.contact, day_of(each.on), each.learned) for each in entries if each.learned)


def _events(workspace: Workspace, log: _LogTotals, ties: Mapping[str, Tie]) -> tuple[Event, ...]:
    """The latest events; entries of one day and place are one event."""
    days = sorted({day for day, _ in log.events}, reverse=True)[:EVENTS]
    entries = workspace.read.entries(row for day, row in log.events if days and day >= days[-1])

    def same(entry: Entry) -> tuple[date, str]:
        return day_of(entry.on), entry.place.casefold()

    found: list[Event] = []
    for (on, _), group in groupby(sorted(entries, key=same, reverse=True), key=same):
        noted = list(group)
        there = dict.fromkeys(who for entry in noted for who in (entry.contact, *entry.with_) if who in ties)
        if len(found) < EVENTS:
            since = {who: sum(day > on.toordinal() for day, _ in log.met(who)) for who in there}
            guests = tuple(Guest(who, ties[who].first == on, since[who]) for who in there)
            words = next((entry.text for entry in noted if entry.text), "")
            found.append(Event(on, noted[0].place, words, guests))
    return tuple(found)
