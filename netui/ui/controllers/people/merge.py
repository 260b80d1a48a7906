"""Merging contacts: the two that are marked, or whoever may be in twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost


class MergeController:
    """Leads to the pages on which contacts are merged."""

    def __init__(self, host: MainHost):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"merge": self.merge}

    def merge(self) -> None:
        """Takes the two who are marked, or the marked one and the selected one; else shows duplicates."""
        host = self._host
        person = host.person()
        pair = list(host.marked)
        if len(pair) == 1 and person is not None:
            pair = list(dict.fromkeys([*pair, person.row.id]))
        if len(pair) == 2:
            host.pages.merge(*pair)
        elif len(pair) > 2:
            host.set_message(f"{len(pair)} are marked; two at a time become one")
        else:
            host.pages.duplicates(person.row.id if person is not None else "")
