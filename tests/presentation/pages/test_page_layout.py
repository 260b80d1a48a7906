"""What identifies an item, so that the cursor stays on it when a page is laid out again."""

from dataclasses import replace
from datetime import date

from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.model.goal import Goal, Milestone
from netui.presentation.pages.page_layout import (
    CatchUpItem,
    ContactItem,
    EntryItem,
    MilestoneItem,
    OpportunityItem,
    PartsItem,
    PromiseItem,
    identity,
)


def test_an_item_is_the_same_after_an_edit() -> None:
    before = Promise(id="p1", by="me", text="Send the deck", contact="ada")
    assert identity(PromiseItem(before)) == identity(PromiseItem(before._replace(text="Send it")))
    step = Milestone(text="CV rewritten")
    goal = Goal(id="cto-role", title="A CTO role", milestones=(step,))
    ticked = replace(step, done=date(2026, 11, 21))
    assert identity(MilestoneItem(goal, step)) == identity(MilestoneItem(goal, ticked))
    assert identity(CatchUpItem()) == identity(CatchUpItem())


def test_items_of_different_kinds_are_never_the_same() -> None:
    entry = Entry("1", date(2026, 11, 1), contact="ada")
    promise = Promise(id="1", by="me", text="", contact="ada")
    opportunity = Opportunity(id="1", kind="job", text="", contact="ada")
    items = (EntryItem(entry), PromiseItem(promise), OpportunityItem(opportunity), ContactItem("ada", "1"))
    assert len({identity(item) for item in items}) == len(items)


def test_where_nothing_stays_the_same_there_is_no_identity() -> None:
    assert identity(PartsItem(())) is None
