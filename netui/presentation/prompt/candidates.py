"""Draws the candidates under a line that is typed: a name with state and last contact, a word with a note."""

from collections.abc import Mapping, Sequence
from datetime import date

from netui.domain.cadence.explanations import gap_words
from netui.presentation.glyphs import STATE_ROLES, Glyphs
from netui.presentation.text import Line, clean, fit
from netui.services.people.rows import ListedContact

_NAME_WIDTH = 24
_WORD_WIDTH = 26
_STATE_WIDTH = 9
_LAST_WIDTH = 16


def candidate_rows(people: Sequence[ListedContact], today: date, glyphs: Glyphs) -> list[Line]:
    """A row for each: `` ○ Grace Hopper     quiet     8 mo ago    Navy``; the state is a glyph and a word."""
    rows: list[Line] = []
    for row, status in people:
        role = STATE_ROLES[status.state]
        rows.append(
            [
                (f" {glyphs.states[status.state]} ", role),
                (fit(clean(row.name), _NAME_WIDTH), ""),
                (fit(status.state, _STATE_WIDTH), role),
                (fit(last_contact_words(row.last, today), _LAST_WIDTH), "muted"),
                (clean(row.org), "faint"),
            ]
        )
    return rows


def word_rows(words: Mapping[str, str]) -> list[Line]:
    """A row for each word that can be taken, with a note: `` #london               12 times``."""
    return [
        [(f" {fit(clean(word), _WORD_WIDTH)} ", ""), (clean(note), "muted")] for word, note in words.items()
    ]


def times(count: int) -> str:
    """How often a word is used: ``once``, ``12 times``."""
    return "once" if count == 1 else f"{count:,} times"


def last_contact_words(last: int, today: date) -> str:
    """How long ago the last contact was: ``today``, ``12 d ago``; ``last`` is its ordinal, 0 for none."""
    if not last:
        return "never in touch"
    days = today.toordinal() - last
    return "today" if days <= 0 else f"{gap_words(days)} ago"
