"""Relationship lines of the contact page: how you met, and the people linked to this one."""

from netui.domain.model.dates import PartialDate
from netui.presentation.text import Line, clean, cut, width_of, wrap, wrap_line
from netui.services.people.profile import Profile
from netui.services.relationships.links import INTRODUCED, Link

_MOST_LINES = 2
_MORE = 12
"""Cells reserved for the number of links left out."""


def link_lines(profile: Profile, width: int) -> list[Line]:
    """``met May 2024, PyCon, through Charles``, then the linked people; no lines where there are none."""
    met = profile.head.get("met")
    met = met if isinstance(met, dict) else {}
    via = next((link for link in profile.links if INTRODUCED in link.words), None)
    words = met_words(str(met.get("on") or ""), str(met.get("where") or ""), via.name if via else "")
    lines: list[Line] = [[(" " + text, "muted")] for text in wrap(f"met {words}", width - 2)] if words else []
    others = [link for link in profile.links if link is not via or len(link.words) > 1]
    return lines + _wrapped_links(others, width)


def met_words(on: str, where: str, via: str) -> str:
    """``May 2024, PyCon, through Charles Babbage``; "" where nothing is known of it."""
    return ", ".join(part for part in (partial_words(on), where, f"through {via}" if via else "") if part)


def partial_words(text: str) -> str:
    """A partial date in words: ``May 2024``; other text unchanged."""
    try:
        return PartialDate.parse(text).words
    except ValueError:
        return text


def _wrapped_links(links: list[Link], width: int) -> list[Line]:
    lines: list[Line] = []
    line: Line = []
    for at, link in enumerate(links):
        name = cut(clean(link.name), width - _MORE)
        spare = _MORE if at < len(links) - 1 else 1
        said = "; ".join(word for word in link.words if word != INTRODUCED)
        words = cut(f", {clean(said)}", max(width - spare - width_of([(name, "")]), 0))
        more = f"   {len(links) - at} more"
        full = len(lines) == _MOST_LINES - 1 and at < len(links) - 1
        room = width - (len(more) if full else 0)
        if line and width_of(line) + 3 + width_of([(name, ""), (words, "")]) > room:
            if len(lines) == _MOST_LINES - 1:
                return [*lines, [*line, (more, "muted")]]
            lines.append(line)
            line = []
        role = "link" if link.id else ""
        if not line and at == len(links) - 1:
            rows = wrap_line([(name, role), (f", {said}" if said else "", "muted")], width - 2)
            if len(lines) + len(rows) <= _MOST_LINES:
                return [*lines, *([(" ", ""), *row] for row in rows)]
        line += [("   " if line else " ", ""), (name, role), (words, "muted")]
    return [*lines, line] if line else lines
