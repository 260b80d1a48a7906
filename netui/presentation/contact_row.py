"""Draws a row of the list of people: state, name, and how long the silence has lasted."""

from datetime import date

from netui.domain.cadence.explanations import gap_words
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry
from netui.domain.named_tuple import NamedTuple
from netui.presentation.dates import short_day
from netui.presentation.glyphs import STATE_ROLES, Glyphs
from netui.presentation.text import Line, clean, cut, fit, width_of
from netui.services.people.contact_list import ListedContact

_AGE_WIDTH = 6


class Listed(NamedTuple):
    """One row: a person and words on them; with ``entry`` one of their entries, and its day."""

    id: str
    words: str
    entry: str = ""
    on: date | None = None


def listed_entry(entry: Entry, words: str) -> Listed:
    """A row for an entry."""
    return Listed(entry.contact, words.replace("\n", " "), entry.id, day_of(entry.on))


def contact_row(
    person: ListedContact, width: int, today: date, glyphs: Glyphs, *, marked: bool, current: bool
) -> Line:
    """``○ Grace Hopper ≠    8 mo``; ``marked`` rows are highlighted, ``current`` is the cursor's."""
    row, status = person
    flag = f" {glyphs.conflict}" if has_conflict(row) else ""
    role = STATE_ROLES[status.state]
    age = age_words(person, today)
    name_width = width - 2 - _AGE_WIDTH - 2
    quiet = status.state in ("dormant", "snoozed", "muted", "archived", "died", "me")
    name_role = "strong" if current else "muted" if quiet else ""
    name = cut(clean(row.name), name_width - len(flag)) if flag else fit(clean(row.name), name_width)
    named: Line = [(name, "strong link" if marked else name_role)]
    if flag:
        named.append((fit(flag, name_width - width_of(named)), "attention"))
    return [
        (f" {glyphs.mark if marked else glyphs.states[status.state]} ", "link strong" if marked else role),
        *named,
        (age.rjust(_AGE_WIDTH), "attention" if status.state == "quiet" and current else "muted"),
        (" ", ""),
    ]


def has_conflict(row: ContactRow) -> bool:
    """Whether the contact's file holds conflicts to settle."""
    return "conflict" in row.keys.split(" ")


def age_words(person: ListedContact, today: date) -> str:
    """The last column: the length of the silence, or the state where no silence is counted."""
    row, status = person
    state = status.state
    if state in ("broken", "archived", "died", "me"):
        return state[:_AGE_WIDTH]
    if state == "snoozed":
        return short_day(date.fromordinal(row.snoozed_until), today)[:_AGE_WIDTH]
    if status.days is None:
        return "new" if state == "new" else "muted" if state == "muted" else ""
    return gap_words(status.days)
