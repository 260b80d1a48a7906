"""Choosing two contacts that are one person."""

from __future__ import annotations

from netui.ui.screens.shared.base import MainBase


class MergeActions(MainBase):
    """Leads to the page on which two people become one."""

    def action_merge(self) -> None:
        """Merges the two who are marked, the marked one and the one under the cursor, or likely doubles."""
        person = self.person()
        pair = list(self.marked)
        if len(pair) == 1 and person is not None:
            pair = list(dict.fromkeys([*pair, person.row.id]))
        if len(pair) == 2:
            self._preview(*pair)
        elif len(pair) > 2:
            self.set_message(f"{len(pair)} are marked; two at a time become one")
        elif person is not None:
            self._offer_doubles(person.row.id)

    def _offer_doubles(self, ident: str) -> None:
        """Whoever carries a name or an address of hers is offered."""
        from netui.services.people.duplicates import likely_duplicates

        head = self.workspace.read.head(ident)
        names = [str(head.get("name", "")), *map(str, head.get("aliases", []))]
        emails = [e if isinstance(e, str) else str(e.get("value", "")) for e in head.get("emails", [])]
        found = [each for each in likely_duplicates(self.workspace, names, emails) if each.id != ident]
        if not found:
            self.set_message("mark two people with space; they then become one")
            return
        self.choose(
            f"who is {self.workspace.name(ident)} too?",
            [(each.id, each.name, each.id) for each in found],
            lambda other: self._preview(ident, other) if other else None,
        )

    def _preview(self, keeper: str, other: str) -> None:
        from netui.ui.screens.pages.merge import MergeScreen

        self.app.push_screen(MergeScreen(keeper, other))
