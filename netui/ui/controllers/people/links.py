"""Links: going from person to person along what links them, and back; asking who knows something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from netui.domain.named_tuple import NamedTuple
from netui.presentation.actions import GOALS, TIMELINE
from netui.presentation.pages.page_layout import (
    DateItem,
    EntryItem,
    Item,
    MeetingItem,
    OpportunityItem,
    PromiseItem,
)
from netui.ui.controllers.host import tell_unreadable

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost, Opening

_MOST_VISITED = 100


class _Place(NamedTuple):
    """Where one came from: the person ("" for nobody), and how to open the pages that stood over them."""

    person: str
    pages: Sequence[Opening] = ()


class LinkController:
    """Leads to other people, and remembers the way back."""

    def __init__(self, host: MainHost):
        self._host = host
        self._visited: list[_Place] = []

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"follow": self.follow, "return": self.go_back, "ask": self.ask}

    def visit(self, ident: str, entry: str = "", *, pages: Sequence[Opening] = (), called: str = "") -> None:
        """Goes to a person, and on to one of their entries; :meth:`go_back` leads back here.

        ``pages`` open again the pages one came from, the lowest first; ``called`` says what they are.
        """
        host = self._host
        if host.people.get(ident) is None:
            from netui.domain.model.changes import CONTACTS, FileId
            from netui.services.transfer.trash import gone_words

            file = FileId(CONTACTS, ident)
            host.set_message(gone_words(host.workspace, file, host.key("trash")), wrong=True)
            return
        before = host.people_view.current()
        here = before.row.id if before else ""
        if pages or (here and here != ident):
            self._visited = [*self._visited[1 - _MOST_VISITED :], _Place(here, pages)]
        self._select(ident)
        if pages:
            host.set_message(f"{host.key('return')} leads back to {called}")
        if entry:
            host.timeline_view.find_entry(entry)
            host.show_pane(TIMELINE)

    def _select(self, ident: str) -> None:
        """Puts the cursor on a person, also on one who is archived."""
        self._host.select(ident)
        now = self._host.people_view.current()
        if now is None or now.row.id != ident:
            self._host.filter_by("is:archived")
            self._host.select(ident)

    def follow(self) -> None:
        """Goes to someone who is linked to what is under the cursor."""
        host = self._host
        host.sync_timeline()
        choices, person = list(self._linked()), host.person()
        if len(choices) == 1:
            self.visit(choices[0][0])
        elif choices:
            host.choose("go to whom?", choices, lambda who: self.visit(who) if who else None)
        elif person is None or not tell_unreadable(host, [person.row.id]):
            host.set_message("nobody is linked here; @ names in an entry, and met through, link people")

    def go_back(self) -> None:
        """Goes back to the person one came from, and to the pages where one did."""
        host = self._host
        while self._visited:
            ident, pages = self._visited.pop()
            is_there = host.people.get(ident) is not None
            if is_there:
                self._select(ident)
            for opening in pages:
                opening()
            if is_there or pages:
                host.set_message(f"back at {host.workspace.name(ident)}" if is_there else "")
                return
        host.set_message("this is where you began")

    def _linked(self) -> Iterable[tuple[str, str, str]]:
        """The people of the entry, promise or date under the cursor, else all the person is linked to."""
        host = self._host
        item = host.current_item()
        person = host.person()
        here = person.row.id if person and host.pane() != GOALS else ""
        if item is not None:
            ids = _people_of(item, here)
            found = [(i, name, "") for i, name in zip(ids, host.workspace.names(ids), strict=True)]
            found = [choice for choice in found if host.people.get(choice[0]) is not None]
            if found:
                return found
        if host.profile is None or host.pane() == GOALS:
            return []
        return [(link.id, link.name, "; ".join(link.words)) for link in host.profile.links if link.id]

    # ------------------------------------------------------------------ who knows

    def ask(self) -> None:
        """Asks who knows or seeks something."""
        self._ask_about("")

    def _ask_about(self, topic: str) -> None:
        def found(answer: tuple[str, str] | None) -> None:
            if answer is not None:
                who, topic = answer
                self.visit(who, pages=[partial(self._ask_about, topic)], called=f"who knows {topic}")

        self._host.pages.expertise(topic, found)


def _people_of(item: Item, here: str) -> list[str]:
    """The contacts an item is about, without ``here``."""
    ids: list[str] = []
    match item:
        case EntryItem(entry) | MeetingItem(entry):
            ids = [entry.contact, *entry.with_]
        case OpportunityItem(opportunity):
            ids = [opportunity.via]
        case DateItem(occasion):
            ids = [occasion.contact]
        case PromiseItem(promise):
            ids = [promise.contact]
    return [ident for ident in dict.fromkeys(ids) if ident and ident != here]
