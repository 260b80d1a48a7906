"""The weekly review: who comes first, what leaves one out, and that it goes on where it was left."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from netui.services.people import commands as people_commands
from netui.services.people.contact_list import ContactList
from netui.services.reminders.review import ReviewCandidate, ReviewSession, build_card, find_review_candidates
from netui.services.workspace import Workspace
from tests.support.app import NOW, entry, open_workspace, write_network

TODAY = NOW.date()


def weekly_until(last: date) -> list[dict[str, Any]]:
    return [entry((last - timedelta(7 * n)).isoformat(), "call", f"Talk {n}.") for n in range(12)]


def opened(
    base: Path, contacts: dict[str, Any], goals: dict[str, Any] | None = None
) -> tuple[Workspace, ContactList]:
    write_network(base / "net", contacts, goals)
    workspace = open_workspace(base)
    workspace.refresh()
    return workspace, ContactList(workspace).load()


def someone(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, **more}


def promise(by: str, due: date, **more: Any) -> dict[str, Any]:
    return {"id": f"p{by}{due.day}", "by": by, "text": "Send the deck", "due": due, **more}


def test_the_score_adds_silence_promises_days_and_goals(tmp_path: Path) -> None:
    long_ago = TODAY - timedelta(60)
    soon = (TODAY + timedelta(3)).strftime("--%m-%d")
    workspace, people = opened(
        tmp_path,
        {
            "quiet": someone("Q", timeline=weekly_until(long_ago)),
            "quiet-goal": someone("G", goals=["cto"], timeline=weekly_until(long_ago)),
            "mine": someone("M", promise=[promise("me", TODAY)]),
            "theirs": someone("T", promise=[promise("them", TODAY)]),
            "far": someone("F", promise=[promise("me", TODAY + timedelta(90))]),
            "birthday": someone("B", date=[{"what": "birthday", "on": soon}]),
            "goal-alone": someone("A", goals=["cto"]),
            "warm": someone("W", timeline=weekly_until(TODAY)),
        },
        {"cto": {"title": "A CTO role"}, "old": {"title": "Done", "status": "reached"}},
    )
    found = find_review_candidates(workspace, people)
    assert [one.id for one in found] == ["quiet-goal", "quiet", "mine", "birthday", "theirs"]
    scores = {one.id: one.score for one in found}
    chance = people["quiet"].status.chance
    assert chance is not None
    assert scores["quiet"] == 1 + chance
    assert scores["quiet-goal"] == scores["quiet"] + 0.5
    assert (scores["mine"], scores["birthday"], scores["theirs"]) == (1.0, 0.75, 0.5)
    assert found[0].reasons == ("part of: A CTO role",)
    assert found[3].reasons == ("birthday in 3 days",)


def test_the_snoozed_the_archived_the_dead_and_those_just_looked_at_are_left_alone(tmp_path: Path) -> None:
    owed = [promise("me", TODAY)]
    looked = [entry((TODAY - timedelta(6)).isoformat(), "reviewed")]
    looked_long_ago = [entry((TODAY - timedelta(7)).isoformat(), "reviewed")]
    workspace, people = opened(
        tmp_path,
        {
            "open": someone("Open", promise=owed),
            "snoozed": someone("S", promise=owed, rhythm={"snoozed_until": TODAY + timedelta(5)}),
            "archived": someone("A", promise=owed, archived=True),
            "died": someone("D", promise=owed, died="2024"),
            "looked": someone("L", promise=owed, timeline=looked),
            "earlier": someone("E", promise=owed, timeline=looked_long_ago),
        },
    )
    assert [one.id for one in find_review_candidates(workspace, people)] == ["earlier", "open"]


def test_a_card_shows_the_last_three_talks_and_open_promises(tmp_path: Path) -> None:
    talks = [
        *weekly_until(TODAY - timedelta(60)),
        entry("2026-12-24", "dinner"),
        entry("2026-11-20", "snooze"),
    ]
    done = promise("them", TODAY, done=TODAY)
    workspace, _ = opened(
        tmp_path, {"ada": someone("Ada", timeline=talks, promise=[promise("me", TODAY), done])}
    )
    shown = build_card(workspace, ReviewCandidate("ada", 1.0, ()))
    assert shown is not None
    assert [talk.text for talk in shown.talks] == ["Talk 0.", "Talk 1.", "Talk 2."]
    assert [p.by for p in shown.promises] == ["me"]
    assert build_card(workspace, ReviewCandidate("nobody", 1.0, ())) is None


def five(base: Path) -> tuple[Workspace, ContactList]:
    return opened(base, {f"p{n}": someone(f"P{n}", promise=[promise("me", TODAY)]) for n in range(5)})


def test_a_round_goes_on_where_it_was_left_and_says_what_was_done(tmp_path: Path) -> None:
    workspace, people = five(tmp_path)
    first = ReviewSession(workspace, people)
    assert first.queue == ["p0", "p1", "p2", "p3", "p4"]
    first.record("logged")
    first.record("skipped")
    workspace.apply(people_commands.snooze_contacts(workspace, ["p3"], TODAY + timedelta(9)))
    people.update(["p3"])
    again = ReviewSession(workspace, people)
    assert (again.position, again.queue) == (2, ["p0", "p1", "p2", "p4"])
    again.record("snoozed")
    assert again.go_back(undone=True)
    assert again.current is not None and again.current.id == "p2"
    again.record("skipped")
    again.record("logged")
    assert again.current is None
    assert again.summary() == [("logged", ["p0", "p4"]), ("skipped", ["p1", "p2"])]


def test_a_new_week_begins_again(tmp_path: Path) -> None:
    workspace, people = five(tmp_path)
    ReviewSession(workspace, people).record("skipped")
    later = open_workspace(tmp_path, workspace.config, lambda: datetime(2026, 11, 23, 9))
    assert ReviewSession(later, ContactList(later).load()).position == 0


def test_a_round_holds_twenty_and_the_rest_may_follow(tmp_path: Path) -> None:
    crowd = {f"p{n:02}": someone(f"P{n:02}", promise=[promise("me", TODAY)]) for n in range(23)}
    workspace, people = opened(tmp_path, crowd)
    found = ReviewSession(workspace, people)
    assert (len(found.queue), found.remaining) == (20, 3)
    found.start_next()
    assert found.queue == ["p20", "p21", "p22"]
    assert not found.go_back()


def test_a_kept_place_that_makes_no_sense_is_no_harm(tmp_path: Path) -> None:
    workspace, people = five(tmp_path)
    ReviewSession(workspace, people).record("skipped")
    (kept,) = (workspace.places.state / "review").iterdir()
    for text in ("", "[]", '{"week": "2026-W47", "queue": 3, "at": "x", "acts": []}'):
        kept.write_text(text)
        assert ReviewSession(workspace, people).position == 0
