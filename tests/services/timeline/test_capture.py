"""Logging a line: what is saved where, and what is echoed."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from netui.domain.model.changes import AddItem, Create
from netui.services.errors import Refused
from netui.services.timeline.capture import log_entry, parse_line, parse_line_for, summary_line
from netui.services.workspace import Workspace
from tests.support.app import a_few_people, open_workspace, write_network


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    write_network(tmp_path / "net", a_few_people(), {"cto": {"title": "A CTO role"}})
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def test_entry_and_promises_go_to_the_file_of_the_first_person_named(workspace: Workspace) -> None:
    line = "coffee with @ada and @grace yesterday: her lab is hiring ^cto got:lead >send the deck by fri"
    logged = log_entry(workspace, parse_line(workspace, line))
    assert (logged.contact, logged.created) == ("ada-lovelace", ())
    assert {change.file.stem for change in logged.batch.changes} == {"ada-lovelace"}
    assert (logged.entry.with_, logged.entry.on, logged.entry.got) == (
        ("grace-hopper",),
        date(2026, 11, 20),
        ("lead",),
    )
    (promise,) = logged.promises
    assert (promise["text"], promise["due"], promise["goal"]) == ("send the deck", date(2026, 11, 27), "cto")
    assert promise["made"] == date(2026, 11, 20)
    workspace.apply(logged.batch)
    assert workspace.read.timeline("grace-hopper")[0].id == logged.item["id"]
    workspace.undo()


def test_someone_new_is_added_in_the_same_batch(workspace: Workspace) -> None:
    logged = log_entry(workspace, parse_line(workspace, "call with Zoe Quist (new): met at PyCon"))
    assert logged.created == (logged.contact,) == ("zoe-quist",)
    assert [type(change) for change in logged.batch.changes] == [Create, AddItem]


def test_a_line_with_a_problem_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="alan"):
        log_entry(workspace, parse_line(workspace, "call with @alan: news"))
    with pytest.raises(Refused):
        log_entry(workspace, parse_line(workspace, "rain all day"))


def test_people_chosen_before_are_present(workspace: Workspace) -> None:
    captured = parse_line(workspace, "call: news", ("alan-kay",))
    assert [person.id for person in captured.people] == ["alan-kay"]


def test_the_echo_names_the_day_that_was_understood(workspace: Workspace) -> None:
    line = "coffee with @ada yesterday: hiring #lab gave:advice <intro to Bob by 12 dec"
    words = summary_line(parse_line(workspace, line), workspace.today)
    assert words == (
        "coffee · Ada Lovelace · Fri 20 Nov 2026 · gave advice · #lab · they: intro to Bob by Sat 12 Dec 2026"
    )


def test_the_echo_says_of_a_day_ahead_that_it_is_planned(workspace: Workspace) -> None:
    captured = parse_line(workspace, "dinner with @ada next friday: her lab")
    assert summary_line(captured, workspace.today) == "dinner · Ada Lovelace · planned for Fri 27 Nov 2026"
    assert "planned for Fri 27 Nov 2026" in [chip.label for chip in captured.chips(workspace.today)]


def test_the_days_of_a_line_are_counted_from_the_time_given(workspace: Workspace) -> None:
    line = "call with @ada yesterday: news"
    assert parse_line(workspace, line, (), datetime(2026, 11, 25, 23, 59)).on == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("line", "died", "said"),
    [
        ("coffee with @otto yesterday: x", "2019", "Otto died in 2019: was it before, or is this a note?"),
        ("coffee with @otto yesterday: x", "2026-11", ""),
        ("coffee with @otto on 1 nov: x", "2026-10-31", "Otto died on 31 October 2026: was it before"),
        ("lunch with @otto on fri", "2026-11", ""),
        ("lunch with @otto on 4 dec", "2026-11", "Otto died in November 2026"),
        ("note on @otto: x", "2019", ""),
        ("coffee with @otto yesterday: x", "--12-01", ""),
        ("coffee with @otto yesterday: x", "never", ""),
    ],
)
def test_contact_after_a_death_is_asked_about(tmp_path: Path, line: str, died: str, said: str) -> None:
    write_network(tmp_path / "net", {"otto": {"name": "Otto", "died": died}})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    captured = parse_line(workspace, line)
    assert " ".join(problem.message for problem in captured.problems).startswith(said)
    assert bool(captured.problems) is bool(said)
    if said:
        (reading,) = captured.problems[-1].readings
        settled = parse_line(workspace, reading.settle(line))
        assert settled.kind == "note" and not settled.problems and settled.people


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("coffee with them", ["ada-lovelace"]),
        ("coffee", ["ada-lovelace"]),
        ("coffee with @grace", ["grace-hopper"]),
        ("lunch with her and @grace", ["ada-lovelace", "grace-hopper"]),
        ("lunch with @grace, told him the news", ["grace-hopper"]),
        ("lunch with @grace: saw them all", ["grace-hopper"]),
        ("dinner at hers with @grace", ["ada-lovelace", "grace-hopper"]),
        ("lunch. @grace was there too", ["ada-lovelace", "grace-hopper"]),
        ("coffee with @grace, her flat is done", ["grace-hopper"]),
    ],
)
def test_who_is_under_the_cursor_is_named_by_nobody_else_or_a_pronoun(
    workspace: Workspace, line: str, people: list[str]
) -> None:
    found = parse_line_for(workspace, line, (), ["ada-lovelace"], workspace.now())
    assert sorted(person.id for person in found.people) == people


def test_a_note_that_names_whom_one_meant_to_meet_is_asked_about_and_one_that_tells_of_others_is_not(
    workspace: Workspace,
) -> None:
    line = "was supposed to see Grace on Friday but she was ill"
    (asked,) = parse_line_for(workspace, line, (), ["ada-lovelace"], workspace.now()).problems
    assert [reading.label for reading in asked.readings][-1] == "a note about Ada Lovelace"
    for reading, person in zip(asked.readings, ("grace-hopper", "ada-lovelace"), strict=True):
        found = parse_line_for(workspace, reading.settle(line), (), ["ada-lovelace"], workspace.now())
        assert (found.kind, [each.id for each in found.people]) == ("note", [person])
    others = "saw Grace's brother", "heard from Grace's mum", "lunch with Grace's sister"
    strangers = "Somebody from the bank rang Zelda", "My sister rang Zelda"
    for line in (*others, *strangers):
        assert parse_line_for(workspace, line, (), ["ada-lovelace"], workspace.now()).problems, line
    for line in (
        "rang my mother", "lunch with my sister", "met the new neighbour", "drinks with people from work",
        "called the bank", "spoke to one of the nurses", "dinner with her parents",
    ):  # fmt: skip
        (asked,) = parse_line_for(workspace, line, (), ["ada-lovelace"], workspace.now()).problems
        with_ada = next(reading for reading in asked.readings if reading.label == "with Ada Lovelace")
        assert not any(reading.label.endswith("(new)") for reading in asked.readings), line
        found = parse_line_for(workspace, with_ada.settle(line), (), ["ada-lovelace"], workspace.now())
        assert (found.problems, [each.id for each in found.people]) == ((), ["ada-lovelace"]), line
        assert found.text and found.text in line
    for line in ("visited Grace with her on Friday", "lunch with Grace, she came too"):
        both = parse_line_for(workspace, line, (), ["ada-lovelace"], workspace.now())
        assert (both.problems, len(both.people)) == ((), 2), line
    told = parse_line_for(
        workspace, "coffee, talked about Grace's move", (), ["ada-lovelace"], workspace.now()
    )
    assert (told.problems, [each.id for each in told.people]) == ((), ["ada-lovelace"])
    told = parse_line_for(workspace, "knows Grace from school", (), ["ada-lovelace"], workspace.now())
    assert (told.problems, [each.id for each in told.people]) == ((), ["ada-lovelace"])
