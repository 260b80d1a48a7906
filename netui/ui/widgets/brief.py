"""The brief pane: what to know before meeting the person under the cursor, beside their timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netui.presentation.pages.brief import brief_page
from netui.presentation.pages.page_layout import PageLayout, RenderContext
from netui.services.insights.brief import MeetingBrief, build_meeting_brief
from netui.ui.widgets.page import PageView

if TYPE_CHECKING:
    from netui.services.workspace import Workspace


class BriefView(PageView, can_focus=False):
    """The brief of one person, to be read; the timeline beside it is what one acts on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="brief-lines")
        self._workspace = workspace
        self._brief = MeetingBrief(())

    def show(self, ident: str) -> None:
        """Shows the brief of somebody, of nobody for ""."""
        self._brief = build_meeting_brief(self._workspace, [ident] if ident else [])
        self.scroll_to(y=0, animate=False, immediate=True)
        self._lay_out()

    def fit(self) -> None:
        """Lays out for the present width."""
        super().fit()
        self._lay_out()

    def _lay_out(self) -> None:
        if self.line_width:
            context = RenderContext(self.line_width, self._workspace.today, self.netui.glyphs)
            self.lay(PageLayout(brief_page(self._brief, context).lines, []))
