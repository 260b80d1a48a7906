"""Explanations of a contact's status: one friendly line of figures ("usually every 9 days, now 58").

From eight gaps on the line counts facts; below that it quotes the model; under three gaps it says
that it is a guess.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import Settings, Status, effective_rhythm, last_day, rarity_threshold
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import Span

if TYPE_CHECKING:
    from netui.domain.cadence.capacity import Capacity

LEAST_GAPS = 3
"""Minimum number of gaps for a usual one; with fewer, the explanation is a guess."""
_COUNTED_FROM = 8
_NORMAL = Settings()
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def explain(row: ContactRow, status: Status, today: date, settings: Settings = _NORMAL) -> str:
    """Why a contact has its status, without the name; "" where the state says it all."""
    plain = _plain(row, status, today)
    if plain is not None:
        return plain
    days = status.days or 0
    span, source = effective_rhythm(row, settings)
    if span is not None:
        return _by_setting(span, source, last_day(span, row.last) - row.last - days)
    gaps = gap_lengths(row.gaps)
    if len(gaps) < LEAST_GAPS:
        known = _count(row.contact_days, "contact day")
        return f"{_silence(days)}; only {known} on record, so this is a guess"
    parts = [_rhythm(gaps, days)]
    if status.state in ("quiet", "due", "dormant"):
        if 2 * (row.last - row.silence_start) > days:
            group = "since a large group, which counts for less"
            parts = [f"usually {frequency_words(usual_gap(gaps))}, now {days} {group}"]
        elif len(gaps) >= _COUNTED_FROM:
            parts.append(_counted(gaps, days))
        else:
            parts.append(_modelled(status.share or 0.0))
    words = "; ".join(parts)
    if status.state == "quiet" and (status.share or 0.0) > rarity_threshold(settings):
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
        return f"{span.words} set, {_count(abs(left), 'day')} {'left' if left >= 0 else 'past'}"
    gaps = gap_lengths(row.gaps)
    if len(gaps) < LEAST_GAPS:
        known = f"{_count(row.contact_days, 'contact day')} so far"
        return f"{_count(days, 'day')}, {known}" if days else f"in touch today, {known}"
    usually = f"usually {frequency_words(usual_gap(gaps))}"
    return f"{usually}, now {days}" if days else usually


def usual_gap(gaps: Sequence[int]) -> int:
    """The upper median of the gaps, so that it is one of them; there must be at least one."""
    return sorted(gaps)[len(gaps) // 2]


def chance_words(status: Status) -> str:
    """``62 % chance of no word in the next 36 days``."""
    percent, horizon = 100 * (status.chance or 0.0), status.horizon or 0.0
    return f"{percent:.0f} % chance of no word in the next {horizon:.0f} days"


def frequency_words(days: int) -> str:
    """A usual gap: ``every 9 days``."""
    return "every day" if days == 1 else f"every {days} days"


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
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def catch_up_words(last_logged: date, today: date) -> str:
    """The one message shown when nothing at all was logged for long."""
    return f"nothing logged since {day_words(last_logged, today)}: catch up?"


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
        case "archived" | "died":
            return ""
        case "muted":
            return "seen anyway; never flagged" if row.mode == "ambient" else "never flagged, as you set"
        case "snoozed":
            return f"snoozed until {day_words(date.fromordinal(row.snoozed_until), today)}"
        case "new":
            if row.planned_on > today.toordinal():
                planned = day_words(date.fromordinal(row.planned_on), today)
                return f"no contact logged yet; planned for {planned}"
            return "no contact logged yet"
    return None


def _by_setting(span: Span, source: str, left: int) -> str:
    length = span.words.removeprefix("1 ") if span.number == 1 else span.words
    what = f"the {length} you set" + (f" for {source}" if source else "")
    if left < 0:
        return f"past {what}, by {_count(-left, 'day')}"
    if left == 0:
        return f"{what} {'ends' if span.number == 1 else 'end'} today"
    return f"{_count(left, 'day')} left of {what}"


def _rhythm(gaps: Sequence[int], days: int) -> str:
    every = frequency_words(usual_gap(gaps))
    if not days:
        return f"usually {every}, in touch today"
    unit = "" if every.endswith("days") else " day" if days == 1 else " days"
    return f"usually {every}, now {days}{unit} of silence"


def _counted(gaps: Sequence[int], days: int) -> str:
    longer = sum(gap >= days for gap in gaps)
    of_last = f"of your last {len(gaps)} gaps"
    if longer < 2:
        return f"{'only 1' if longer else 'none'} {of_last} was that long"
    return f"{longer} {of_last} were that long"


def _modelled(share: float) -> str:
    if share > 2 / 3:
        return "most such silences get this long"
    return f"about 1 in {max(2, round(1 / share))} of such silences gets this long"


def _silence(days: int) -> str:
    return f"{_count(days, 'day')} of silence" if days else "in touch today"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _figure(number: float) -> str:
    return f"{number:.0f}" if number >= 9.5 or abs(number - round(number)) < 0.05 else f"{number:.1f}"
