"""The table of actions: what is offered follows the cursor, and pages have words of their own."""

from datetime import date

from netui.domain.model.entry import Entry, Opportunity
from netui.domain.model.goal import Goal, Milestone
from netui.presentation.actions import (
    BY_ID,
    GOAL,
    GOALS,
    GROUPS,
    MAIN,
    PAGES,
    PEOPLE,
    REVIEW,
    TIMELINE,
    Context,
    offered,
)
from netui.presentation.pages.page_layout import ContactItem, EntryItem, MilestoneItem, OpportunityItem

ENTRY = EntryItem(Entry(id="1", on=date(2026, 11, 1), kind="call", contact="ada"))
OPPORTUNITY = OpportunityItem(Opportunity(id="1", kind="job", text="Staff engineer", contact="ada"))


def ids(page: str, context: Context) -> list[str]:
    return [action.id for action in offered(page, context)]


def test_every_action_stands_on_a_screen_and_under_a_heading() -> None:
    assert set(BY_ID) == {name for page in PAGES.values() for name in page.actions}
    assert all(action.group in GROUPS and action.help for action in BY_ID.values())
    for page in PAGES.values():
        assert {*page.words, *page.needs} <= set(page.actions)


def test_what_is_offered_follows_pane_and_cursor() -> None:
    assert "filter" in ids(MAIN, Context(PEOPLE)) and "filter" not in ids(MAIN, Context(GOALS))
    assert "edit" not in ids(MAIN, Context(PEOPLE)) and "edit" in ids(MAIN, Context(GOALS))
    assert "edit" in ids(MAIN, Context(PEOPLE, has_person=True))
    assert "won" not in ids(MAIN, Context(TIMELINE, ENTRY, True))
    assert "won" in ids(MAIN, Context(TIMELINE, OPPORTUNITY, True))
    assert "toggle_done" in ids(
        GOAL, Context(GOAL, MilestoneItem(Goal(id="sail", title="Sail"), Milestone(text="Sail")))
    )
    assert "toggle_done" not in ids(GOAL, Context(GOAL, ContactItem("ada"), True))


def test_a_page_says_what_only_it_can_know() -> None:
    assert "more" not in ids(REVIEW, Context(REVIEW))
    assert "more" in ids(REVIEW, Context(REVIEW, facts=frozenset({"more"})))


def test_a_page_has_words_of_its_own_in_the_footer() -> None:
    words = {action.id: action.footer for action in offered(GOAL, Context(GOAL, ContactItem("ada")))}
    assert (words["open"], words["back"], BY_ID["open"].footer) == ("go there", "back", "open")
