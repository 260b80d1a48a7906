"""Explanations of a contact's status: one friendly line of figures ("usually every 9 days, now 58").

From eight gaps on the line counts facts; below that it quotes the model; under three gaps it says
that it is a guess.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netui.domain.cadence.model import gap_lengths, is_burst
from netui.domain.cadence.model import usual_gap as usual_gap
from netui.domain.cadence.status import (
    FOLLOW_UP_DAYS,
    Settings,
    Status,
    effective_rhythm,
    is_by_chance,
    last_day,
    usual_and_often,
)
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import MONTH_NAMES, Span, written_day

if TYPE_CHECKING:
    from netui.domain.cadence.capacity import Capacity

LEAST_GAPS = 3
"""Minimum number of gaps for a usual one; with fewer, the explanation is a guess."""
_COUNTED_FROM = 8
_SERIES_DAYS, _SERIES_CONTACTS = 70, 10
"""So many contact-days at most within so many days, then a longer silence, are a series, as of a course."""
_YEARLY = 300
"""A usual gap of so many days is a year in words."""
_NORMAL = Settings()
_DAILY = Span(1, "d")
_SILENT = ("quiet", "due", "dormant")
_TODAY = "in touch today"


def explain(row: ContactRow, status: Status, today: date, settings: Settings = _NORMAL) -> str:
    """Why a contact has its status, without the name; "" where the state says it all."""
    plain = None if status.state in _SILENT else _plain(row, status, today)
    if plain is not None:
        return plain
    span, source = effective_rhythm(row, settings)
    if span is not None:
        words = _by_setting(row, status, span, source)
    else:
        words = _by_rhythm(row, status, today, settings)
    if status.state in _SILENT and row.planned_on > today.toordinal():
        words += f"; planned for {day_words(date.fromordinal(row.planned_on), today)}"
    return words


def _by_rhythm(row: ContactRow, status: Status, today: date, settings: Settings) -> str:
    days, gaps = status.days or 0, gap_lengths(row.gaps)
    if row.season and status.state == "warm" and usual_gap(gaps) < days <= row.season:
        return f"silent at this time of year before: last time {_count(row.season, 'day')}"
    if days and is_burst(row.contact_days, gaps):
        parts = [met_words(row, days, today)]
        if status.state != "warm" and not (status.state == "quiet" and is_by_chance(status, settings)):
            parts.append(_modelled(status.share or 0.0))
    elif _is_series(row, gaps, status):
        parts = [f"a short series: {met_words(row, days, today)}"]
    elif len(gaps) < LEAST_GAPS:
        known = _count(row.contact_days, "contact day")
        return (
            f"{_count(days, 'day')} of silence; only {known} on record, so this is a guess"
            if days
            else _TODAY
        )
    else:
        parts = [_rhythm(gaps, days)]
        if status.state in _SILENT:
            if 2 * (row.last - row.silence_start) > days:
                usually = f"usually {frequency_words(usual_gap(gaps))}"
                ago = _count(days, "day")
                parts = [f"{usually}, last seen {ago} ago in a large group: time for a talk of your own?"]
            elif status.state == "due" and usual_and_often(row.gaps)[1] >= days:
                parts.append(_often(gaps, days))
            elif len(gaps) >= _COUNTED_FROM:
                parts.append(_counted(gaps, days))
            else:
                parts.append(_modelled(status.share or 0.0))
    words = "; ".join(parts)
    if status.state == "quiet" and is_by_chance(status, settings):
        words += f" ({chance_words(status)})"
    return words


def explain_short(row: ContactRow, status: Status, today: date, settings: Settings = _NORMAL) -> str:
    """A shorter :func:`explain`, for a narrow pane: ``usually every 9 days, now 58``."""
    plain = _plain(row, status, today)
    if plain is not None:
        return plain
    span, _ = effective_rhythm(row, settings)
    days = status.days or 0
    if span is not None:
        left = last_day(span, row.last) - row.last - days
        set_ = "every day" if span == _DAILY else span.words
        return f"{set_} set, {_count(abs(left), 'day')} {'left' if left >= 0 else 'past'}"
    gaps = gap_lengths(row.gaps)
    if days and (is_burst(row.contact_days, gaps) or _is_series(row, gaps, status)):
        return met_words(row, days, today)
    if len(gaps) < LEAST_GAPS:
        return f"{_count(days, 'day')}, {_count(row.contact_days, 'contact day')} so far" if days else _TODAY
    usually = f"usually {frequency_words(usual_gap(gaps))}"
    return f"{usually}, now {_silence_figure(usually, days)}" if days else usually


def _is_series(row: ContactRow, gaps: Sequence[int], status: Status) -> bool:
    """Whether somebody silent was met within some weeks alone, and the silence has lasted longer than these.

    Its gaps say how often a course was held, not how often two people are usually in touch.
    """
    are_all = 2 < row.contact_days == len(gaps) + 1 <= _SERIES_CONTACTS
    is_over = status.state in _SILENT and FOLLOW_UP_DAYS < (status.days or 0) > sum(gaps)
    return are_all and is_over and sum(gaps) <= _SERIES_DAYS


def met_words(row: ContactRow, days: int, today: date) -> str:
    """Few contact-days, or a burst of them: ``met once, 12 days ago: a first follow-up?``.

    Later ``met twice, last in May``; of a burst or a series ``met on 5 days in March, not since``.
    """
    count, last = row.contact_days, date.fromordinal(row.last)
    if count == 1:
        if days > FOLLOW_UP_DAYS:
            return f"met once, {_month(last, today)}"
        return f"met once, {_ago(days)}" + (": a first follow-up?" if days else "")
    if count == 2:
        if days > FOLLOW_UP_DAYS:
            return f"met twice, last {_month(last, today)}"
        return f"met twice, last {_ago(days)}" + (": a follow-up?" if days else "")
    if days <= FOLLOW_UP_DAYS:
        return f"met on {count} days, last {_ago(days)}"
    first = date.fromordinal(row.last - sum(gap_lengths(row.gaps)))
    ended = _month(last, today)
    if first.month == last.month:
        return f"met on {count} days {ended}, not since"
    begun, ended = _month(first, last), ended.removeprefix("in ")
    if (last.month - first.month) % 12 > 1:
        return f"met on {count} days from {begun.removeprefix('in ')} to {ended}, not since"
    return f"met on {count} days {begun} and {ended}, not since"


def chance_words(status: Status) -> str:
    """``62 % chance of no word in the next 36 days``."""
    percent, horizon = 100 * (status.chance or 0.0), status.horizon or 0.0
    return f"{percent:.0f} % chance of no word in the next {horizon:.0f} days"


def frequency_words(days: int) -> str:
    """A usual gap: ``every 9 days``."""
    if days < _YEARLY:
        return "every day" if days == 1 else f"every {days} days"
    years = max(round(days / 365.25), 1)
    if abs(days - 365.25 * years) > 365.25 - _YEARLY:
        return f"every {round(days / 30.4375)} months"
    return "every year" if years == 1 else f"every {years} years"


def gap_words(days: int) -> str:
    """A duration for a narrow column: ``58 d``, ``12 wk``, ``8 mo``, ``2 y``; never rounded up."""
    if days < 63:  # nine weeks: eight would read as less than 59 days, as three months would than 14 weeks
        return f"{days} d"
    if days < 92:
        return f"{days // 7} wk"
    if days < 731:
        return f"{int(days / 30.4375)} mo"
    return f"{int(days / 365.25)} y"


def day_words(day: date, today: date) -> str:
    """A short date: ``24 Dec``, with the year when it is not today's."""
    return written_day(day.day, day.month, None if day.year == today.year else day.year)


def _month(day: date, today: date) -> str:
    """``in May``, with the year when it is not today's or is a whole year ago."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"in {MONTH_NAMES[day.month - 1]}{year}"


def _ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def catch_up_words(last_logged: date, today: date, resumed: date | None = None) -> str:
    """The one message shown when nothing at all was logged for long; until ``resumed``, if it was."""
    since = day_words(last_logged, today)
    if resumed is None:
        return f"nothing logged since {since}: catch up?"
    return f"nothing logged between {since} and {day_words(resumed, today)}: catch up?"


def gone_quiet_words(names: Sequence[str], more: int = 0) -> str:
    """The notification ``Ana has gone quiet: say hello?``; for several ``names``, with ``more``."""
    several = len(names) > 1 or more > 0
    return f"{join_names(names, more)} {'have' if several else 'has'} gone quiet: say hello?"


def quiet_now_words(names: Sequence[str], more: int = 0) -> str:
    """The result of the user's own change: ``Ana is quiet now``; more as in :func:`gone_quiet_words`."""
    several = len(names) > 1 or more > 0
    return f"{join_names(names, more)} {'are' if several else 'is'} quiet now"


def join_names(names: Sequence[str], more: int = 0, word: str = "and") -> str:
    """``Ana``, ``Ana and Ben``, ``Ana, Ben and 4 more``."""
    items = [*names, f"{more:,} more"] if more > 0 else list(names)
    return f" {word} ".join(part for part in (", ".join(items[:-1]), items[-1]) if part) if items else ""


def attempt_words(count: int, others: Sequence[str] = ()) -> str:
    """A line about unanswered attempts since the last contact; "" for none.

    From two on it suggests another channel: one of ``others`` (``e-mail``), where any is known.
    """
    if count < 2:
        return "1 attempt since, no answer yet" if count else ""
    what = join_names(others, word="or") or "another channel"
    return f"{count} attempts since, no answer yet: try {what}?"


def capacity_words(found: "Capacity") -> str:
    """``your set rhythms need 11 contacts a week; you average 4 these 12 weeks``; "" with none set."""
    if not found.needed:
        return ""
    need, average = _figure(found.needed), _figure(found.average)
    contacts = "contact" if need == "1" else "contacts"
    return f"your set rhythms need {need} {contacts} a week; you average {average} these {found.weeks} weeks"


def relax_words(names: Sequence[str]) -> str:
    """``relax Ana or Ben?``; "" for nobody."""
    return f"relax {join_names(names, word='or')}?" if names else ""


def _plain(row: ContactRow, status: Status, today: date) -> str | None:
    """The explanation of states that do not depend on the silence; None for the others."""
    match status.state:
        case "broken":
            return row.error
        case "archived" | "died" | "me":
            return ""
        case "muted":
            return "seen anyway; never flagged" if row.mode == "ambient" else "never flagged, as you set"
        case "met":
            return met_words(row, status.days or 0, today)
        case "snoozed":
            return f"snoozed until {day_words(date.fromordinal(row.snoozed_until), today)}"
        case "new":
            if row.planned_on > today.toordinal():
                planned = day_words(date.fromordinal(row.planned_on), today)
                return f"no contact logged yet; planned for {planned}"
            return "no contact logged yet"
    return None


def _by_setting(row: ContactRow, status: Status, span: Span, source: str) -> str:
    days = status.days or 0
    left = last_day(span, row.last) - row.last - days
    for_ = f" for {source}" if source else ""
    if span == _DAILY and left >= 0:
        return f"{_TODAY if left else 'in touch yesterday'}; every day is what you set{for_}"
    length = "daily rhythm" if span == _DAILY else span.words.removeprefix("1 " if span.number == 1 else "")
    what = f"the {length} you set{for_}"
    if left < 0:
        past = f"past {what}, by {_count(-left, 'day')}"
        return past if status.state == "quiet" else f"{past}, with nothing logged since"
    if left == 0:
        return f"{what} {'ends' if span.number == 1 else 'end'} today"
    return f"{_count(left, 'day')} left of {what}"


def _rhythm(gaps: Sequence[int], days: int) -> str:
    every = frequency_words(usual_gap(gaps))
    if not days:
        return f"usually {every}, {_TODAY}"
    return f"usually {every}, now {_silence_figure(every, days)} of silence"


def _silence_figure(every: str, days: int) -> str:
    """The silence beside a usual gap: its unit is said unless it is that of the gap."""
    return str(days) if every.endswith("days") else _count(days, "day")


def _often(gaps: Sequence[int], days: int) -> str:
    longer = len([gap for gap in gaps if gap >= days])
    if len(gaps) < _COUNTED_FROM:
        return "sometimes longer"
    return f"sometimes longer: {longer} of your last {len(gaps)} gaps {'was' if longer == 1 else 'were'}"


def _counted(gaps: Sequence[int], days: int) -> str:
    longer = len([gap for gap in gaps if gap >= days])
    of_last = f"of your last {len(gaps)} gaps"
    if longer < 2:
        return f"{'only 1' if longer else 'none'} {of_last} was that long"
    return f"{longer} {of_last} were that long"


def _modelled(share: float) -> str:
    if share > 2 / 3:
        return "most such silences get this long"
    return f"about 1 in {max(2, round(1 / share))} of such silences gets this long"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _figure(number: float) -> str:
    return f"{number:.0f}" if number >= 9.5 or abs(number - round(number)) < 0.05 else f"{number:.1f}"
