"""Bindings of Textual for actions of the table, so that all of them can be remapped."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from netui.presentation.actions import BY_ID


def bindings(actions: Mapping[str, str], *, priority: bool = False) -> list[BindingType]:
    """A binding for each action, given as its id and what Textual is to run; the id is what a keymap names.

    ``priority`` puts them before the bindings of whatever has the focus.
    """
    return [
        Binding(BY_ID[name].keys, runs, BY_ID[name].help, id=name, show=False, priority=priority)
        for name, runs in actions.items()
    ]
