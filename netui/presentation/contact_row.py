"""A row of the list of people."""

from datetime import date

from netui.domain.cadence.explanations import gap_words
from netui.presentation.dates import short_day
from netui.presentation.glyphs import STATE_ROLES, Glyphs
from netui.presentation.text import Line, clean, fit
from netui.services.people.contact_list import ListedContact

_AGE_WIDTH = 6


def person_line(
    person: ListedContact, width: int, today: date, glyphs: Glyphs, *, marked: bool, current: bool
) -> Line:
    """``○ Grace Hopper      8 mo``: state, name, and how long the silence is."""
    summary, standing = person
    role = STATE_ROLES[standing.state]
    age = age_words(person, today)
    name_width = width - 2 - _AGE_WIDTH - 2
    quiet = standing.state in ("dormant", "snoozed", "muted", "archived")
    name_role = "strong" if current else "muted" if quiet else ""
    return [
        (f" {glyphs.mark if marked else glyphs.states[standing.state]} ", "link strong" if marked else role),
        (fit(clean(summary.name), name_width), "strong link" if marked else name_role),
        (age.rjust(_AGE_WIDTH), "attention" if standing.state == "quiet" and current else "muted"),
        (" ", ""),
    ]


def age_words(person: ListedContact, today: date) -> str:
    """What the last column says: the silence, or the state where there is none to count."""
    summary, standing = person
    state = standing.state
    if state in ("broken", "archived"):
        return state[:_AGE_WIDTH]
    if state == "snoozed":
        return short_day(date.fromordinal(summary.snoozed_until), today)[:_AGE_WIDTH]
    if standing.days is None:
        return "new" if state == "new" else "muted" if state == "muted" else ""
    return gap_words(standing.days)
