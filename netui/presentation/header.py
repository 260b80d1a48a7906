"""The header line: number of people, what needs attention, and the date."""

from datetime import date

from netui.presentation.dates import long_day
from netui.presentation.text import Line, clean, spread, width_of
from netui.services.reminders.headline import Headline


def header_line(facts: Headline, today: date, width: int, progress: tuple[int, int] | None) -> Line:
    """``netui  214 people  6 quiet  1 promise due  Ada's birthday in 3 days     Sat 21 Nov``."""
    right: Line = [(long_day(today, today) + " ", "muted")]
    parts: list[Line] = [[(" netui", "strong")]]
    if progress:
        done, total = progress
        parts.append([(f"reading {done:,} of {total:,} files", "link")])
    parts.append([(f"{facts.people:,} {'person' if facts.people == 1 else 'people'}", "")])
    if facts.quiet:
        parts.append([(f"{facts.quiet:,} quiet", "attention")])
    parts += [[(f"{clean(tag)} quiet", "attention")] for tag in facts.circles]
    if facts.promises:
        parts.append([(f"{facts.promises:,} {'promise' if facts.promises == 1 else 'promises'} due", "")])
    if facts.waiting:
        parts.append([(f"{facts.waiting:,} in the inbox", "attention")])
    if facts.conflicts:
        parts.append([(f"{facts.conflicts:,} in conflict", "attention")])
    if facts.occasion:
        name, what, when = facts.occasion
        parts.append([(f"{clean(name).split(' ')[0]}'s {clean(what)} {when}", "")])
    line: Line = []
    for part in parts:
        if line and width_of(line) + 3 + width_of(part) + width_of(right) + 1 > width:
            break
        line += ([("   ", "")] if line else []) + part
    return spread(line, right if width_of(line) + width_of(right) + 1 <= width else [], width)
