"""The pace of a goal in words that are true: in its own unit, by what is left, past its day too."""

from datetime import date, timedelta

import pytest

from netui.domain.model.goal import Goal, Measure, Milestone
from netui.services.goals.pace import count_periods, count_words, kept_words, next_milestone, pace_words
from netui.services.goals.progress import GoalProgress

TODAY = date(2026, 11, 20)  # a Friday


def progress(
    done: int, target: int, per: str = "total", left: int | None = None, **more: object
) -> GoalProgress:
    due = None if left is None else TODAY + timedelta(left)
    goal = Goal(id="g", title="G", due=due, measure=Measure(count="kind:coffee", target=target, per=per))
    found = GoalProgress(goal, done, target or None, days_left=left)
    return found._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (progress(7, 12), "7 of 12"),
        (progress(0, 1, "week", period_left=2), "0 of 1, 2 days left"),
        (progress(0, 1, "week", period_left=0), "0 of 1, the last day"),
        (progress(1, 1, "week", period_left=2), "1 of 1 this week"),
        (progress(3, 0, "month", period_left=9), "3 this month so far"),
        (progress(3, 0), "3 so far"),
        (GoalProgress(Goal(id="g", title="G")), ""),
    ],
)
def test_counts(found: GoalProgress, words: str) -> None:
    assert count_words(found) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (progress(7, 12, left=40, pace="on pace", recent=9), "5 short, 40 days left"),
        (progress(7, 12, left=40, pace="slow", recent=4), "5 short, 40 days left: one every 8 days"),
        (progress(7, 12, left=6, pace="slow", recent=40), "5 short, 6 days left: one a day"),
        (progress(10, 30, left=1, pace="slow", recent=10), "20 short, 1 day left: a new day?"),
        (progress(1, 30, left=60, pace="slow", recent=1), "29 short, 60 days left: a new day?"),
        (progress(0, 5, left=0, pace="slow"), "5 short, the last day: a new day?"),
        (progress(7, 12, left=-9), "5 short, due 9 days ago: reached, moved or let go?"),
        (progress(12, 12, left=-1, pace="reached"), "due 1 day ago: reached, moved or let go?"),
        (progress(0, 1, "week", left=-1, period_left=2), "due 1 day ago: reached, moved or let go?"),
        (progress(0, 1, "week", left=40, period_left=2), ""),
        (progress(7, 12), ""),
    ],
)
def test_words(found: GoalProgress, words: str) -> None:
    assert pace_words(found) == words


def test_a_goal_that_is_no_longer_active_has_no_pace() -> None:
    found = progress(7, 12, left=-9)
    assert pace_words(found._replace(goal=Goal(id="g", title="G", status="dropped"))) == ""


@pytest.mark.parametrize(
    ("per", "days", "last"),
    [
        ("week", [TODAY, TODAY - timedelta(5), TODAY + timedelta(1)], (1, 1)),
        ("month", [date(2026, 11, 1), date(2026, 10, 31), date(2025, 11, 30)], (1, 1)),
        ("total", [date(2026, 11, 1), date(2026, 10, 31), date(2026, 10, 1)], (2, 1)),
        ("year", [date(2026, 1, 1), date(2015, 3, 1)], (0, 1)),
    ],
)
def test_the_last_twelve_periods(per: str, days: list[date], last: tuple[int, int]) -> None:
    found = count_periods(days, per, TODAY)
    assert len(found) == 12 and found[-2:] == last
    assert per != "year" or found[0] == 1, "eleven years ago"


def test_how_many_periods_were_kept() -> None:
    assert kept_words((2, 1, 0, 3, 0), 2, "week") == "reached in 2 of 4 weeks"
    assert kept_words((2, 1), 2, "total") == kept_words((2, 1), 0, "week") == ""


def test_the_next_milestone_is_one_that_is_not_past() -> None:
    steps = (
        Milestone(text="past", due=date(2026, 11, 1)), Milestone(text="kept", due=TODAY, done=TODAY),
        Milestone(text="later", due=date(2026, 12, 1)), Milestone(text="some day"),
    )  # fmt: skip
    goal = Goal(id="g", title="G", milestones=steps)
    assert (found := next_milestone(GoalProgress(goal), TODAY)) is not None and found.text == "later"
    assert next_milestone(GoalProgress(Goal(id="g", title="G", milestones=steps[:2])), TODAY) is None
    assert next_milestone(GoalProgress(goal), date(2026, 12, 1)) == steps[2], "its day is not past yet"
