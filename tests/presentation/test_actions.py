"""The table of actions: keys do not clash, settings are read, and what is offered follows the cursor."""

from datetime import date

from netui.domain.model.entry import Entry, Opportunity
from netui.domain.model.goal import Milestone
from netui.presentation.actions import (
    ACTIONS,
    BY_ID,
    FORM,
    GOAL,
    GOALS,
    GROUPS,
    MAIN,
    PAGES,
    PEOPLE,
    REVIEW,
    TIMELINE,
    Context,
    keys_in_force,
    offered,
)
from netui.presentation.page_layout import ContactItem, EntryItem, MilestoneItem, OpportunityItem

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
    assert "toggle_done" in ids(GOAL, Context(GOAL, MilestoneItem("sail", Milestone(text="Sail"))))
    assert "toggle_done" not in ids(GOAL, Context(GOAL, ContactItem("ada"), True))


def test_a_page_says_what_only_it_can_know() -> None:
    assert "more" not in ids(REVIEW, Context(REVIEW))
    assert "more" in ids(REVIEW, Context(REVIEW, facts=frozenset({"more"})))


def test_a_page_has_words_of_its_own_in_the_footer() -> None:
    words = {action.id: action.footer for action in offered(GOAL, Context(GOAL))}
    assert (words["open"], words["back"], BY_ID["open"].footer) == ("go there", "back", "")


def test_no_two_actions_share_a_key_as_shipped() -> None:
    keys, problems = keys_in_force({})
    assert not problems
    for page in PAGES.values():
        every = [key for name in page.actions for key in keys[name].split(",")]
        assert len(every) == len(set(every)), page


def test_every_shipped_key_works_on_the_plainest_terminal() -> None:
    lost = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+s", "ctrl+z", "ctrl+c"}
    keys, _ = keys_in_force({})
    for key in ",".join(keys[action.id] for action in ACTIONS).split(","):
        assert key not in lost and "alt+" not in key and "super+" not in key
        assert not key.startswith("ctrl+shift")


def test_a_key_taken_from_another_action_is_told() -> None:
    keys, problems = keys_in_force({"log": "d"})
    assert keys["log"] == "d" and keys["delete"] == ""
    assert any("give delete another key" in problem for problem in problems)
    keys, problems = keys_in_force({"log": "d", "delete": "^x"})
    assert (keys["delete"], problems) == ("ctrl+x", [])


def test_a_setting_for_no_action_or_for_two_is_told() -> None:
    _, problems = keys_in_force({"nothing": "x"})
    assert problems == ["keys.nothing: there is no action of that name"]
    _, problems = keys_in_force({"log": "w", "find": "w"})
    assert any("already set for log" in problem for problem in problems)


def test_the_keys_of_forms_are_set_like_all_others() -> None:
    keys, problems = keys_in_force({"form_save": "f2"})
    assert (keys["form_save"], problems) == ("f2", [])
    _, problems = keys_in_force({"form_save": "escape"})
    assert any("give form_leave another key" in problem for problem in problems)
    assert "form_save" in PAGES[FORM].actions
