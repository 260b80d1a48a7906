"""The layout of the main screen: header, headings, and which panes are shown in which width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from netui.presentation.actions import GOALS, PEOPLE, TIMELINE
from netui.presentation.text import Line, clean
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.cursor_view import CursorView

if TYPE_CHECKING:
    from netui.services.workspace import Workspace
    from netui.ui.widgets.brief import BriefView

_WITH_BRIEF = "with-brief"
WIDTHS = ((160, "broad"), (120, "wide"), (96, "medium"), (60, "small"), (0, "tiny"))
"""The arrangements, and from how many columns on each is chosen."""
_IN_TURN = {"small": (GOALS,), "tiny": (TIMELINE, GOALS)}
"""The panes that others make room for while they have the keys, by arrangement."""
_TITLES = {PEOPLE: "People", TIMELINE: "Timeline", GOALS: "Goals"}

STYLE = """
#header { background: $bar; }
#panes { layout: grid; grid-size: 3 1; grid-columns: 31 1fr 37; height: 1fr; }
#timeline, #goals { border-left: solid $rule; }
#panes.broad { grid-columns: 3fr 6fr 4fr; }
#panes.broad.with-brief { grid-size: 4 1; grid-columns: 30 5fr 4fr 3fr; }
#brief { display: none; border-left: solid $rule; }
.broad.with-brief #brief { display: block; }
#panes.medium { grid-size: 2 2; grid-columns: 36 1fr; grid-rows: 1fr 15; }
.medium #timeline { row-span: 2; }
.medium #goals { border-left: none; border-top: solid $rule; }
#panes.small { grid-size: 2 1; grid-columns: 30 1fr; }
.small #goals { display: none; }
.small.in-goals #goals { display: block; }
.small.in-goals #timeline { display: none; }
#panes.tiny { grid-size: 1 1; grid-columns: 1fr; }
.tiny #timeline { display: none; border-left: none; }
.tiny #goals { display: none; border-left: none; }
.tiny.in-timeline #timeline { display: block; }
.tiny.in-goals #goals { display: block; }
.tiny.in-timeline #people { display: none; }
.tiny.in-goals #people { display: none; }
"""


class PaneLayout:
    """The panes with their headings below one header, arranged by the width of the terminal."""

    def __init__(self, people: CursorView, timeline: CursorView, goals: CursorView):
        self.views = {PEOPLE: people, TIMELINE: timeline, GOALS: goals}
        self.pane = PEOPLE
        """The pane that has the keys, or had them before the prompt took them."""
        self.header = StatusLine(id="header", shaded=True)
        self._panes = Container(id="panes")
        self._headings = {name: StatusLine(classes="heading") for name in self.views}
        self._arrangement = "wide"
        self._brief: BriefView | None = None
        """Made when first asked for."""

    def compose(self) -> ComposeResult:
        """Header, panes."""
        yield self.header
        with self._panes:
            for name, view in self.views.items():
                with Vertical(id=name):
                    yield self._headings[name]
                    yield view

    def neighbour(self, view: CursorView, step: int) -> str:
        """The next pane that is shown, or the one before; where there is room for one only, of all."""
        names = list(self.views)
        at = list(self.views.values()).index(view)
        others = [names[(at + step * n) % len(names)] for n in range(1, len(names) + 1)]
        return next(name for name in others if self._arrangement == "tiny" or self.views[name].is_on_screen)

    def take_focus(self, widget: Widget) -> bool:
        """Brings the pane that got the focus to the front; returns False for other widgets."""
        for name, view in self.views.items():
            if widget is view:
                self.pane = name
                self.bring_to_front(name)
                return True
        return False

    def arrange(self, width: int, *, mounted: bool = True) -> None:
        """Chooses the arrangement for a width."""
        self._arrangement = next(name for least, name in WIDTHS if width >= least)
        classes = {name: name == self._arrangement for _, name in WIDTHS}
        self._panes.update_classes({**classes, **self._in_front(self.pane)}, update=mounted)

    @property
    def brief(self) -> BriefView | None:
        """The brief beside the timeline, while it is wanted; seen where there is room for it."""
        return self._brief if self._panes.has_class(_WITH_BRIEF) else None

    @property
    def has_room(self) -> bool:
        """Whether there is room for the brief beside the timeline."""
        return self._arrangement == "broad"

    def toggle_brief(self, workspace: Workspace) -> bool:
        """Shows the brief beside the timeline, or no longer; False where there is no room for it."""
        if not self.has_room:
            return False
        if self._brief is None:
            from netui.ui.widgets.brief import BriefView

            self._brief = BriefView(workspace)
            heading = StatusLine(classes="heading")
            self._panes.mount(Vertical(heading, self._brief, id="brief"), before=f"#{GOALS}")
            heading.show([(" Before you meet", "muted")])
        self._panes.toggle_class(_WITH_BRIEF)
        return True

    def bring_to_front(self, pane: str) -> None:
        """Shows a pane where panes take turns; elsewhere styles stay as they are, and so does the screen."""
        self._panes.update_classes(self._in_front(pane))

    def _in_front(self, pane: str) -> dict[str, bool]:
        in_turn = _IN_TURN.get(self._arrangement, ())
        return {f"in-{name}": name == pane and name in in_turn for name in (TIMELINE, GOALS)}

    def draw_headings(self, beside: str, right: str) -> None:
        """Titles over the panes, the present one in colour; over the people ``beside`` it, and ``right``."""
        for name, bar in self._headings.items():
            left: Line = [(f" {_TITLES[name]} ", "strong accent reverse" if name == self.pane else "muted")]
            left.append((f" {clean(beside) if name == PEOPLE else ''}", "faint"))
            bar.show_ends(left, [(right if name == PEOPLE else "", "muted")])
