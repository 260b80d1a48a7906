"""Choosing two contacts to merge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost


class MergeController:
    """Leads to the page on which two contacts are merged."""

    def __init__(self, host: MainHost):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"merge": self.merge}

    def merge(self) -> None:
        """Takes the two who are marked, the marked one and the selected one, or offers likely duplicates."""
        host = self._host
        person = host.person()
        pair = list(host.marked)
        if len(pair) == 1 and person is not None:
            pair = list(dict.fromkeys([*pair, person.row.id]))
        if len(pair) == 2:
            host.pages.merge(*pair)
        elif len(pair) > 2:
            host.set_message(f"{len(pair)} are marked; two at a time become one")
        elif person is not None:
            self._offer_duplicates(person.row.id)

    def _offer_duplicates(self, ident: str) -> None:
        """Offers whoever has the same name or address."""
        from netui.services.people.duplicates import likely_duplicates

        host = self._host
        head = host.workspace.read.head(ident)
        names = [str(head.get("name", "")), *map(str, head.get("aliases", []))]
        emails = [e if isinstance(e, str) else str(e.get("value", "")) for e in head.get("emails", [])]
        found = [each for each in likely_duplicates(host.workspace, names, emails) if each.id != ident]
        if not found:
            host.set_message("mark two people with space; they then become one")
            return
        host.choose(
            f"who is {host.workspace.name(ident)} too?",
            [(each.id, each.name, each.id) for each in found],
            lambda other: host.pages.merge(ident, other) if other else None,
        )
