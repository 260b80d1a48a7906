"""The manual on keys: all of the main screen, and those of where one types; from the table of actions."""

from collections.abc import Iterable

from netui.presentation.actions import ACTIONS, BY_ID, FORM, GROUPS, PAGES, PICKER, PROMPT, Action
from netui.presentation.manual.builder import ManualBuilder

_TYPING = {"While you type a line": PROMPT, "In a form": FORM, "In a list to choose from": PICKER}
"""The headings of keys that work where one types, wherever help was opened."""


def write_keys(page: ManualBuilder) -> None:
    """Every key of the main screen, and of where one types."""
    write_grouped_keys(page, ACTIONS, runs=False)
    write_typing_keys(page)
    page.prose(
        "[keys] in the settings gives any action another key, by its name: netui config --keys lists them."
    )


def write_grouped_keys(page: ManualBuilder, actions: Iterable[Action], *, runs: bool) -> None:
    """The keys of these actions, under the headings of the help."""
    listed = list(actions)
    for group in GROUPS:
        page.actions(group, [action for action in listed if action.group == group], runs=runs)


def write_typing_keys(page: ManualBuilder) -> None:
    """The keys that work where one types."""
    for title, place in _TYPING.items():
        page.actions(title, [BY_ID[name] for name in PAGES[place].actions], runs=False)
