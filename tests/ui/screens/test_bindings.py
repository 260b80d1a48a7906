"""Every action of the table is bound to what it runs, and nothing else is bound."""

import pytest
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from netui.presentation.actions import (
    BRIEF,
    CATCH_UP,
    CIRCLE,
    CONFLICTS,
    CONTACT_LIST,
    DETAILS,
    DUPLICATES,
    FORM,
    GOAL,
    HELP,
    IMPORT,
    INSIGHTS,
    MAIN,
    MERGE,
    PAGES,
    PICKER,
    PLACEMENT,
    PROMPT,
    REVIEW,
    SEARCH,
    SETTINGS,
    WELCOME,
)
from netui.ui.screens.main.screen import MainScreen
from netui.ui.screens.pages.brief import BriefScreen
from netui.ui.screens.pages.circle import CircleScreen
from netui.ui.screens.pages.contact_list import ContactListScreen
from netui.ui.screens.pages.details import DetailsScreen
from netui.ui.screens.pages.goal import GoalScreen
from netui.ui.screens.pages.help import HelpScreen
from netui.ui.screens.pages.insights.insights import InsightsScreen
from netui.ui.screens.pages.reconciliation.conflicts import ConflictsScreen
from netui.ui.screens.pages.reconciliation.duplicates import DuplicatesScreen
from netui.ui.screens.pages.reconciliation.import_preview import ImportScreen
from netui.ui.screens.pages.reconciliation.merge import MergeScreen
from netui.ui.screens.pages.reconciliation.placement import PlacementScreen
from netui.ui.screens.pages.reminders.catch_up import CatchUpScreen
from netui.ui.screens.pages.reminders.review import ReviewScreen
from netui.ui.screens.pages.settings import SettingsScreen
from netui.ui.screens.pages.welcome import WelcomeScreen
from netui.ui.screens.shared.base import ActionScreen
from netui.ui.screens.shared.field_widgets import FieldInput
from netui.ui.screens.shared.form import FormScreen
from netui.ui.screens.shared.picker import PickerInput
from netui.ui.widgets.line_input import SearchInput
from netui.ui.widgets.prompt_input import PromptInput

SCREENS: dict[str, type[ActionScreen]] = {
    MAIN: MainScreen, BRIEF: BriefScreen, CATCH_UP: CatchUpScreen, CIRCLE: CircleScreen,
    CONFLICTS: ConflictsScreen,
    CONTACT_LIST: ContactListScreen, DETAILS: DetailsScreen, DUPLICATES: DuplicatesScreen,
    GOAL: GoalScreen, IMPORT: ImportScreen, INSIGHTS: InsightsScreen, MERGE: MergeScreen,
    PLACEMENT: PlacementScreen,
    SETTINGS: SettingsScreen, REVIEW: ReviewScreen,
}  # fmt: skip
ARGUMENTS: dict[str, tuple[object, ...]] = {
    BRIEF: ([],), CIRCLE: ("choir",), CONTACT_LIST: ("", []), DETAILS: ("ada",), GOAL: ("sail",),
    IMPORT: ("/nowhere", "/nowhere"), MERGE: ("ada", "al"),
}  # fmt: skip
INPUTS: dict[str, tuple[type[Widget] | type[Screen[object]], ...]] = {
    PROMPT: (PromptInput,), FORM: (FieldInput, FormScreen), SEARCH: (SearchInput,),
    PICKER: (PickerInput, SearchInput), HELP: (HelpScreen,), WELCOME: (WelcomeScreen,),
}  # fmt: skip


def bound(kind: type) -> list[str]:
    return [each.id or "" for each in kind.BINDINGS if isinstance(each, Binding)]  # type: ignore[attr-defined]


def test_every_screen_of_the_table_is_looked_at() -> None:
    assert {*SCREENS, *INPUTS} == set(PAGES)


@pytest.mark.parametrize("page", SCREENS)
def test_a_screen_runs_what_its_page_of_the_table_names(page: str) -> None:
    screen = SCREENS[page](*ARGUMENTS.get(page, ()))
    assert page == screen.NAME
    assert set(screen.handlers) == set(PAGES[page].actions) == set(bound(SCREENS[page]))
    assert all(callable(handler) for handler in screen.handlers.values())


def test_the_main_screen_has_no_handler_without_a_key() -> None:
    screen = MainScreen()
    assert set(screen.bind()) == set(PAGES[MAIN].actions)


@pytest.mark.parametrize("place", INPUTS)
def test_what_one_types_in_has_the_keys_of_the_table(place: str) -> None:
    assert {name for kind in INPUTS[place] for name in bound(kind)} == set(PAGES[place].actions)
