"""Opens the pages over the main screen; each module is imported when its page is first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing import Any

    from textual.app import App

    from netui.domain.model.entry import Entry
    from netui.presentation.contact_row import Listed
    from netui.presentation.manual.builder import ManualContext
    from netui.presentation.pages.page_layout import PageLayout
    from netui.services.search import Hit
    from netui.ui.screens.shared.app import ScreenApp


class PageOpener:
    """Pushes pages over whatever screen there is (see :class:`netui.ui.controllers.host.Pages`)."""

    def __init__(self, app: App[Any]):
        self._app = app
        self._netui = cast("ScreenApp", app)

    def brief(self, ids: Sequence[str], occasion: Entry | None = None) -> None:
        """What to know before meeting these people, at a planned meeting or anyhow."""
        from netui.ui.screens.pages.brief import BriefScreen

        self._app.push_screen(BriefScreen(ids, occasion))

    def catch_up(self) -> None:
        """Whom one probably met while nothing was logged."""
        from netui.ui.screens.pages.reminders.catch_up import CatchUpScreen

        self._app.push_screen(CatchUpScreen())

    def circle(self, tag: str) -> None:
        """One circle: who came when."""
        from netui.ui.screens.pages.circle import CircleScreen

        self._app.push_screen(CircleScreen(tag))

    def conflicts(self, ident: str = "") -> None:
        """Fields that were edited on two sides, those of this person first."""
        from netui.ui.screens.pages.reconciliation.conflicts import ConflictsScreen

        self._app.push_screen(ConflictsScreen(ident))

    def contact_list(self, heading: str, rows: Sequence[Listed]) -> None:
        """Some people, or entries, with a word on each."""
        from netui.ui.screens.pages.contact_list import ContactListScreen

        self._app.push_screen(ContactListScreen(heading, rows))

    def details(self, ident: str, fact: tuple[str, str] | None = None) -> None:
        """Everything that a person's file holds beside the timeline; ``fact`` is what to begin at."""
        from netui.ui.screens.pages.details import DetailsScreen

        self._app.push_screen(DetailsScreen(ident, fact))

    def duplicates(self, ident: str = "") -> None:
        """Contacts that may be one person, pairs with this one first."""
        from netui.ui.screens.pages.reconciliation.duplicates import DuplicatesScreen

        self._app.push_screen(DuplicatesScreen(ident))

    def expertise(self, topic: str, chosen: Callable[[tuple[str, str] | None], None]) -> None:
        """Who knows something; ``chosen`` gets a contact's id and the topic, or None."""
        from netui.ui.screens.pages.insights.expertise import ExpertiseScreen

        self._app.push_screen(ExpertiseScreen(topic), chosen)

    def goal(self, ident: str) -> None:
        """One goal."""
        from netui.ui.screens.pages.goal import GoalScreen

        self._app.push_screen(GoalScreen(ident))

    def help(self, place: str, actions: Sequence[str]) -> None:
        """Help for a place and the actions that it offers."""
        from netui.presentation.manual.help import help_page

        self._open_help(place, lambda context: help_page(place, actions, context))

    def manual(self, topic: str) -> None:
        """A topic of the manual."""
        from netui.presentation.manual.topics import topic_page

        self._open_help(topic, lambda context: topic_page(topic, context))

    def _open_help(self, title: str, write: Callable[[ManualContext], PageLayout]) -> None:
        from netui.ui.screens.pages.help import HelpScreen
        from netui.ui.screens.shared.base import ActionScreen

        below = [screen for screen in self._app.screen_stack if not isinstance(screen, HelpScreen)]
        assert isinstance(below[-1], ActionScreen)
        self._app.push_screen(HelpScreen(title, write, below[-1]))

    def import_preview(self, path: str, called: str) -> None:
        """What the import of a file or folder would do, and doing it; ``called`` is the path as typed."""
        from netui.ui.screens.pages.reconciliation.import_preview import ImportScreen

        self._app.push_screen(ImportScreen(path, called))

    def insights(self) -> None:
        """The network as a whole."""
        from netui.ui.screens.pages.insights.insights import InsightsScreen

        self._app.push_screen(InsightsScreen())

    def merge(self, keeper: str, other: str) -> None:
        """What comes over when two contacts are merged."""
        from netui.ui.screens.pages.reconciliation.merge import MergeScreen

        self._app.push_screen(MergeScreen(keeper, other))

    def placement(self, said: str = "") -> None:
        """New and imported people, to say how often to be in touch with each; ``said`` led there."""
        from netui.ui.screens.pages.reconciliation.placement import PlacementScreen

        self._app.push_screen(PlacementScreen(said))

    def review(self) -> None:
        """Those worth thinking of this week."""
        from netui.ui.screens.pages.reminders.review import ReviewScreen

        self._app.push_screen(ReviewScreen())

    def search(self, chosen: Callable[[Hit | None], None], text: str = "") -> None:
        """Words in everything written, ``text`` at first; ``chosen`` gets what was found, or None."""
        from netui.ui.screens.pages.search import SearchScreen

        self._app.push_screen(SearchScreen(text), chosen)

    def settings(self, name: str = "") -> None:
        """Every setting, to be changed in place, with the cursor on the one of this name."""
        from netui.ui.screens.pages.settings import SettingsScreen

        self._app.push_screen(SettingsScreen(name))

    def welcome(self, chosen: Callable[[str | None], None]) -> None:
        """Ways to begin in an empty folder: ``chosen`` gets add, import, demo or None."""
        from netui.ui.screens.pages.welcome import WelcomeScreen

        self._app.push_screen(WelcomeScreen(str(self._netui.workspace.network)), chosen)
