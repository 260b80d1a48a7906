"""Gap sparkline: past gaps between contacts and the present silence as bars on one scale."""

from netui.domain.cadence.explanations import LEAST_GAPS, usual_gap
from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import Status
from netui.domain.model.contact_row import ContactRow
from netui.presentation.glyphs import STATE_ROLES, Glyphs
from netui.presentation.text import Line

_LEAST_DRAWN = 8
"""Fewest bars drawn: with less room the words are shortened first."""


def gap_sparkline(row: ContactRow, status: Status, width: int, glyphs: Glyphs) -> Line:
    """``▂▁▃▂│█ · gaps: usual 22 d, longest 44 d, now 112 d``; empty under three gaps or without a silence.

    One bar for each gap, oldest first, then the bar of the silence apart; the longest of all is full.
    On a narrow line the usual gap goes first (the reason says it), then the oldest bars.
    """
    gaps, days = gap_lengths(row.gaps), status.days
    if len(gaps) < LEAST_GAPS or days is None:
        return []
    longest, now = max(gaps), f"now {days} d" if days else "in touch today"
    words = (
        f"gaps: usual {usual_gap(gaps)} d, longest {longest} d, {now}",
        f"longest gap {longest} d, {now}",
        now,
    )
    around = len(f" {glyphs.between}x {glyphs.dot} ")  # x: the silence
    rooms = [width - around - len(text) for text in words]
    wanted = (len(gaps), *(min(len(gaps), _LEAST_DRAWN) for _ in words[1:]))
    at = next((at for at in range(len(words)) if rooms[at] >= wanted[at]), len(words) - 1)
    top = max(*gaps, days)
    bars = "".join(_bar(gap, top, glyphs) for gap in gaps[-max(rooms[at], 1) :])
    silence = _bar(days, top, glyphs) if days else ""
    return [
        (f" {bars}", "link"),
        (glyphs.between, "faint"),
        (silence, STATE_ROLES[status.state]),
        (f" {glyphs.dot} {words[at]}", "muted"),
    ]


def _bar(days: int, top: int, glyphs: Glyphs) -> str:
    """A bar of height ``days`` on a scale up to ``top``, in eighths; at least one eighth."""
    last = len(glyphs.spark) - 1
    return glyphs.spark[max(round(days * (last + 1) / top) - 1, 0)]
