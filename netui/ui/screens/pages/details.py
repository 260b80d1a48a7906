"""The page of everything that one person's file holds beside the timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netui.domain.model.entry import Opportunity, Promise
from netui.presentation.actions import DETAILS
from netui.presentation.pages.details import details_page
from netui.presentation.pages.page_layout import (
    DetailItem,
    OpportunityItem,
    PageLayout,
    PromiseItem,
    RenderContext,
    identity,
)
from netui.presentation.text import Line, clean
from netui.services.details.listing import DetailGroup, find_detail, list_details
from netui.services.errors import StoreError
from netui.services.people.contact_list import ListedContact
from netui.services.timeline.opportunities import list_opportunities
from netui.ui.controllers.items.details import DetailController, delete_detail, detail_form
from netui.ui.controllers.items.opportunities import (
    OpportunityController,
    delete_opportunity,
    opportunity_form,
)
from netui.ui.controllers.items.outcomes import OutcomeController
from netui.ui.controllers.items.promises import delete_promise, promise_form
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings


class DetailsScreen(PageScreen):
    """Every detail of one person on a line of its own, to be changed where it stands."""

    NAME = DETAILS
    BINDINGS = screen_bindings(DETAILS)

    def __init__(self, ident: str, fact: tuple[str, str] | None = None):
        """``fact`` is what to begin at: the label and the words of a fact of the index."""
        super().__init__()
        self._ident = ident
        self._fact = fact
        self._groups: list[DetailGroup] = []
        self._promises: Sequence[Promise] = ()
        self._opportunities: Sequence[Opportunity] = ()

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            "add_here": DetailController(self).add,
            **OpportunityController(self).bind(),
            **OutcomeController(self).bind(),
            "open": self.edit,
            "edit": self.edit,
            "delete": self.delete,
            "follow": self.follow,
        }

    def again(self) -> DetailsScreen:
        """The same page."""
        return DetailsScreen(self._ident)

    def called(self) -> str:
        """By whose it is."""
        return f"the details of {self.workspace.name(self._ident)}"

    def read(self) -> None:
        """What the file holds now."""
        try:
            self._groups = list_details(self.workspace, self._ident)
        except StoreError as error:
            self._groups = []
            self.set_message(str(error), wrong=True)
        self._promises = list(self.workspace.read.promises.all(contact=self._ident))
        self._opportunities = list_opportunities(self.workspace, contact=self._ident)

    def lay_out(self, context: RenderContext) -> PageLayout:
        """The page."""
        names = self.workspace.read.names_of(each.via for each in self._opportunities if each.via)
        keys = {name: self.key(name) for name in ("add_here", "edit", "delete")}
        whose = self.workspace.name(self._ident)
        return details_page(self._groups, self._promises, self._opportunities, names, context, whose, keys)

    def heading(self) -> Line:
        """Whose details."""
        return [(" Details", "strong accent"), (f"  {clean(self.workspace.name(self._ident))}", "faint")]

    def draw(self) -> None:
        """Draws; the cursor goes to what was looked for, or to what was added meanwhile."""
        before = self._items()
        super().draw()
        after = self._items()
        found = find_detail(self._groups, *self._fact) if self._fact and after else None
        added = [at for at, key in enumerate(after) if key not in before] if before else []
        if found is not None:
            added, self._fact = [after.index(identity(DetailItem(found)))], None
        if len(added) == 1:
            self.view.move_to(added[0])

    def _items(self) -> list[tuple[object, ...] | None]:
        return [identity(each.item) for each in self.view.page.selectables]

    def person(self) -> ListedContact | None:
        """Whose page it is."""
        return self.people.get(self._ident)

    def facts(self) -> frozenset[str]:
        """Whether the line under the cursor leads to somebody."""
        item = self.current_item()
        return frozenset({"linked"} if isinstance(item, DetailItem) and item.detail.other else ())

    def edit(self) -> None:
        """Changes what is under the cursor."""
        match self.current_item():
            case DetailItem(detail):
                detail_form(self, self._ident, detail.kind, detail)
            case PromiseItem(promise):
                promise_form(self, promise)
            case OpportunityItem(opportunity):
                opportunity_form(self, opportunity)

    def delete(self) -> None:
        """Deletes what is under the cursor, after a question."""
        match self.current_item():
            case DetailItem(detail):
                delete_detail(self, self._ident, detail)
            case PromiseItem(promise):
                delete_promise(self, promise)
            case OpportunityItem(opportunity):
                delete_opportunity(self, opportunity)

    def follow(self) -> None:
        """Goes to the person whom the line names."""
        item = self.current_item()
        if isinstance(item, DetailItem) and item.detail.other:
            self.leave_for(item.detail.other)
