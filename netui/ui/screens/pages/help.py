"""Help for where one is: the keys that work here, the words of the two languages, the signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from netui.domain.query.parser import FIELDS
from netui.presentation.actions import (
    BRIEF,
    BY_ID,
    CATCH_UP,
    CONFLICTS,
    CONTACT_LIST,
    FORM,
    GOAL,
    GOALS,
    GROUPS,
    INSIGHTS,
    PAGES,
    PEOPLE,
    PICKER,
    PLACEMENT,
    PROMPT,
    REVIEW,
    TIMELINE,
    Action,
)
from netui.presentation.glyphs import STATE_ROLES, Glyphs
from netui.presentation.keymap import first_key, shown_key
from netui.presentation.research_notes import RESEARCH_NOTES
from netui.presentation.text import Line, fit, wrap
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.cursor_view import CursorView

PURPOSES = {
    PEOPLE: "Everyone you know, whoever has gone quiet first: who is next? {log} logs a talk,"
    " {promise} a promise; {review} goes through those worth thinking of, {brief} prepares a meeting,"
    " {ask} asks who knows something, {insights} shows the whole.",
    TIMELINE: "What was said and done with one person, the latest first; above it who it is, how long the"
    " silence is beside your usual gaps, what is promised and what may come of it.",
    GOALS: "What the network is for: goals counted from what you log, promises both ways, days and meetings"
    " that come, and old ties worth reviving.",
    GOAL: "One goal: how far along by what really happened, who is needed and how many of them you know,"
    " who could lead to more, the steps, and who has which part in it.",
    PLACEMENT: "New and imported people, one at a time: how often would you like to be in touch? One key"
    " each; leave at any time, it goes on where you left it.",
    REVIEW: "Five minutes a week: one person at a time, those most worthwhile first, with the reason. One key"
    " for each; leave at any time, it goes on where you left it.",
    BRIEF: "What brings you back before you meet someone: how you met, what was said, what is promised, what"
    " they know and look for, whom you both know, and something to begin with from your own notes.",
    INSIGHTS: "The network as a whole, counted from what you logged: is it growing, balanced, varied; what"
    " came of it, through whom, and what was learned. Each line leads to the people behind it.",
    CONTACT_LIST: "The people behind a line; what you do here, you do for the one under the cursor.",
    CONFLICTS: "A field was edited on two sides: in two forms, in a form and an editor, on two machines."
    " Nothing was lost: the file keeps one text and the other waits beside it until you choose.",
    CATCH_UP: "Whom you probably met while nothing was logged, from your habits, dates and goals; log or"
    " snooze each with one key.",
}
"""What each place is for, by its name; actions in braces stand for their keys."""
_STATES = {
    "warm": "in touch, within your usual rhythm",
    "due": "nearing the end of it",
    "quiet": "silent for longer than is usual between you",
    "dormant": "long silent; worth reviving some day",
    "met": "met once or twice so far",
    "new": "nothing logged yet",
    "snoozed": "left alone until a day you chose",
    "muted": "seen anyway, or not to be told of",
    "died": "nothing is due any more; found by is:died",
    "broken": "its file cannot be read; E opens it at the line",
}
_TYPING = {"While you type a line": PROMPT, "In a form": FORM, "In a list to choose from": PICKER}
"""The headings of keys that work where one types, wherever help was opened."""
_CAPTURE = (
    ("coffee with @ada @grace yesterday: the lab is hiring", "a kind, people, a day; then your words"),
    ("call with ada 3 days ago", "days in words: yesterday, last fri, 2w ago, 14 mar, 2026-11-09"),
    (">send the deck by fri", "a promise of yours, due on a day"),
    ("<intro to Bob by 12 dec", "a promise of theirs"),
    ("#hiring ^cto-role", "a tag, a goal it serves"),
    ("got:lead gave:advice", "what came of it, both ways"),
    ("learned: they pay by retainer", "what you learned"),
    ("from:them", "who reached out"),
    ("lunch with Alan Turing (new) tomorrow", "someone not in netui yet; a day ahead is a planned meeting"),
)


def help_lines(
    applicable: Iterable[str], keys: Mapping[str, str], glyphs: Glyphs, width: int, page: str = ""
) -> list[Line]:
    """The whole help; actions that do not apply here are left out. ``page`` is where one is."""
    here = set(applicable)
    lines: list[Line] = []
    if page in PURPOSES:
        lines += [[], *([(" " + text, "")] for text in wrap(_purpose(page, keys), width - 2))]
    for group in GROUPS:
        actions = [action for action in BY_ID.values() if action.id in here and action.group == group]
        lines += _key_lines(group, actions, keys, width)
    if page == INSIGHTS:
        lines += _findings(width)
    lines += [[], [(" One line to log", "strong accent")]]
    for example, meaning in _CAPTURE:
        lines += [[("   " + example, "link")], [("      " + meaning, "muted")]]
    for title, place in _TYPING.items():
        lines += _key_lines(title, [BY_ID[name] for name in PAGES[place].actions], keys, width)
    lines += [[], [(" The filter", "strong accent")]]
    for field in FIELDS.values():
        for at, text in enumerate(wrap(f"{field.help} ({field.example})", width - 16)):
            lines.append([(f"   {fit(field.sign if at == 0 else '', 10)}", "link"), (" " + text, "")])
    lines.append([("   ", ""), ('-word leaves out, a|b is either, "two words" keeps them together', "muted")])
    lines += [[], [(" How things stand", "strong accent")]]
    for state, meaning in _STATES.items():
        lines.append([(f"   {glyphs.states[state]} {fit(state, 9)}", STATE_ROLES[state]), (meaning, "")])
    flag = f"   {glyphs.conflict} "
    clashed = "a field was edited on two sides; both texts are kept"
    lines.append([(f"{flag}{fit('conflict', 14 - len(flag))}", "attention"), (clashed, "")])
    if page != INSIGHTS:
        lines += _findings(width)
    return lines[1:]


def _key_lines(title: str, actions: Iterable[Action], keys: Mapping[str, str], width: int) -> list[Line]:
    """A heading, and the keys and help of each action that has a key; nothing where none has."""
    lines: list[Line] = []
    for action in actions:
        shown = " ".join(shown_key(key) for key in keys.get(action.id, "").split(",") if key)
        for at, text in enumerate(wrap(action.help, width - 17) if shown else ()):
            lines.append([(f"   {fit('' if at else shown, 12)}", "strong"), (" " + text, "")])
    return [[], [(f" {title}", "strong accent")], *lines] if lines else []


def _findings(width: int) -> list[Line]:
    """The findings behind the advice, with their sources."""
    lines: list[Line] = [[], [(" What the advice rests on", "strong accent")]]
    for _, finding in RESEARCH_NOTES.values():
        lines += [[(f"   {text}", "")] for text in wrap(finding, width - 5)]
    return lines


def _purpose(page: str, keys: Mapping[str, str]) -> str:
    """What the place is for, with the keys in force."""
    return PURPOSES[page].format_map({name: first_key(keys, name) for name in keys})


class HelpView(CursorView):
    """Lines to scroll through; none is selectable."""

    def __init__(self) -> None:
        super().__init__(id="help-lines")
        self.lines: list[Line] = []

    def line_count(self) -> int:
        """Lines of help."""
        return len(self.lines)

    def line_at(self, y: int, width: int) -> Line:
        """One line."""
        return self.lines[y]

    def selectable_count(self) -> int:
        """None: the page scrolls as a whole."""
        return 0

    def selectable_lines(self, index: int) -> tuple[int, int]:
        """The whole page, which scrolls as one."""
        return 0, len(self.lines)

    def move_by(self, steps: int) -> None:
        """Scrolls by lines."""
        self.scroll_relative(y=steps, animate=False)

    def half_page(self, direction: int) -> None:
        """Scrolls by half the height."""
        self.scroll_relative(y=direction * max(self.size.height // 2, 1), animate=False)


class HelpScreen(FixedSizeScreen, Screen[None]):
    """One scrolling page."""

    BINDINGS = bindings(
        {
            "back": "leave",
            "close": "leave",
            "help": "leave",
            "down": "scroll(1)",
            "up": "scroll(-1)",
            "half_down": "page(1)",
            "half_up": "page(-1)",
            "scroll_page": "page(1)",
            "top": "ends(0)",
            "bottom": "ends(1)",
        }
    )
    CSS = "#help-lines { height: 1fr; }"

    def __init__(self, title: str, applicable: Iterable[str], keys: Mapping[str, str], glyphs: Glyphs):
        super().__init__()
        self._about = (title, list(applicable), keys, glyphs)
        self._view = HelpView()
        self._title = StatusLine(shaded=True)
        self._foot = StatusLine()

    def compose(self) -> ComposeResult:
        """Title, page, keys."""
        yield self._title
        yield self._view
        yield self._foot

    def on_mount(self) -> None:
        """Lays the page out."""
        self._title.show([(f" Help: {self._about[0]}", "strong")])
        down, up, back = (first_key(self._about[2], name) for name in ("down", "up", "back"))
        scroll: Line = [(f" {down}", "strong"), (f" {up}  ", "strong"), ("scroll   ", "muted")]
        self._foot.show([*scroll, (back, "strong"), (" close", "muted")])
        self._view.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Wraps anew."""
        page, applicable, keys, glyphs = self._about
        self._view.lines = help_lines(applicable, keys, glyphs, self.size.width, page)
        self._view.content_changed()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """By lines."""
        self._view.move_by(by)

    def action_page(self, direction: int) -> None:
        """By half a page."""
        self._view.half_page(direction)

    def action_ends(self, last: int) -> None:
        """To one of the ends."""
        self._view.scroll_to(y=self._view.line_count() * last, animate=False)
