"""The page on which new people are placed: what is known of one, and the keys with what each would do."""

from collections.abc import Sequence

from netui.presentation.dates import short_day
from netui.presentation.pages.contact.contact_page import INDENT, entry_lines, heading_lines
from netui.presentation.pages.page_layout import PageLayout, RenderContext
from netui.presentation.text import Line, clean, cut, cut_line, wrap
from netui.services.people.profile import Profile

TALKS = 2
_KEY, _WORDS, _NOTES = 5, 22, 4


def placement_page(
    profile: Profile, choices: Sequence[tuple[str, str, str]], context: RenderContext
) -> PageLayout:
    """What is known of one person, below it each of ``choices``: its key, its words, what it would do."""
    lines: list[Line] = [[], *heading_lines(profile, context)]
    for key, words, outcome in choices:
        room = context.width - _KEY - _WORDS
        lines.append(
            [
                (f"  {key:<{_KEY - 2}}", "strong"),
                (f"{cut(words, _WORDS - 1):<{_WORDS}}", ""),
                (cut(clean(outcome), room), "muted"),
            ]
        )
    lines.append([])
    notes = " ".join(str(profile.head.get("notes") or "").split())
    lines += (
        [[(" " + text, "muted")] for text in wrap(clean(notes), context.width - 2, _NOTES)] if notes else []
    )
    happened = [entry for entry in profile.timeline if entry.has_happened(context.today)]
    for entry in happened[:TALKS]:
        (_, role), *rest = (said := entry_lines(entry, profile.row.id, profile.names, context))[0]
        day = f" {short_day(entry.on, context.today):<{INDENT - 2}} "
        lines += [[], cut_line([(day, role), *rest], context.width), *said[1:]]
    return PageLayout(lines, [])


def placed_page(count: int, undo: str) -> PageLayout:
    """What stands there once everyone is placed; ``count`` were now."""
    words = f"{count:,} placed; {undo} takes the last one back." if count else "Nobody waits to be placed."
    lines: list[Line] = [[], [(f"  {words}", "strong")], []]
    lines.append([("  Who is added or imported next, and whom no log tells of, comes here.", "muted")])
    return PageLayout([*lines, [], [("  esc leads back", "muted")]], [])
