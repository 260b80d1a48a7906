"""Opportunities: noted, changed, won and lost, undone; files written by hand stay as they were."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.entry import Opportunity, Step
from netui.services.errors import FieldErrors, Refused
from netui.services.people.set_field import set_field
from netui.services.timeline.commands import add_promise
from netui.services.timeline.form_commands import edit_opportunity_fields
from netui.services.timeline.opportunities import (
    add_opportunity,
    edit_opportunity,
    finish_step,
    history_text,
    list_opportunities,
    parse_history,
    remove_opportunity,
    toggle_opportunity_status,
)
from netui.services.workspace import Workspace
from tests.support.app import NOW, open_workspace, write_network

BY_HAND = """name = "Ada Lovelace"

[[opportunity]]   # told me at lunch
kind = "job"
text = "Engine keeper"
salary = 12       # a key of my own

[[opportunity]]
id = "o1k9"
kind = "client"
text = "Looms"
status = "won"
goal = "cto-role"
next_on = 2026-12-01
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    people = {"ada-lovelace": BY_HAND, "grace-hopper": {"name": "Grace Hopper"}}
    write_network(tmp_path / "net", people, {"be-heard": {"title": "Be heard"}})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    return workspace


def on_disk(workspace: Workspace, who: str) -> str:
    return (workspace.network / "contacts" / f"{who}.toml").read_text(encoding="utf-8")


def test_they_are_read_from_files_written_by_hand_the_open_ones_first(workspace: Workspace) -> None:
    keeper, looms = list_opportunities(workspace)
    assert (keeper.id, keeper.kind, keeper.text, keeper.status) == ("#0", "job", "Engine keeper", "open")
    assert (looms.id, looms.status, looms.next_on) == ("o1k9", "won", date(2026, 12, 1))
    assert list_opportunities(workspace, goal="cto-role") == [looms]
    assert list_opportunities(workspace, contact="grace-hopper") == []


def test_one_is_noted_opened_today_and_undone(workspace: Workspace) -> None:
    noted = Opportunity(
        id="", kind="Job", text=" Staff  engineer ", contact="grace-hopper", via="ada-lovelace"
    )
    workspace.apply(add_opportunity(workspace, noted))
    (found,) = list_opportunities(workspace, contact="grace-hopper")
    assert (found.kind, found.text, found.opened, found.via) == (
        "job", "Staff engineer", workspace.today, "ada-lovelace",
    )  # fmt: skip
    workspace.undo()
    assert list_opportunities(workspace, contact="grace-hopper") == []


def test_one_without_an_id_is_changed_in_place_and_keeps_its_comment_and_its_keys(
    workspace: Workspace,
) -> None:
    keeper = list_opportunities(workspace)[0]
    workspace.apply(edit_opportunity(workspace, keeper, keeper._replace(next="Send CV")))
    text = on_disk(workspace, "ada-lovelace")
    assert "# told me at lunch" in text
    first = tomli.loads(text)["opportunity"][0]
    assert first == {"kind": "job", "text": "Engine keeper", "salary": 12, "next": "Send CV"}


def test_won_and_open_again_and_lost(workspace: Workspace) -> None:
    for status, then in (("won", "won"), ("won", "open"), ("lost", "lost")):
        keeper = next(o for o in list_opportunities(workspace) if o.text == "Engine keeper")
        workspace.apply(toggle_opportunity_status(workspace, keeper, status))
        assert tomli.loads(on_disk(workspace, "ada-lovelace"))["opportunity"][0]["status"] == then


def test_one_is_deleted_and_the_file_is_otherwise_as_before(workspace: Workspace) -> None:
    looms = next(o for o in list_opportunities(workspace) if o.id == "o1k9")
    workspace.apply(remove_opportunity(workspace, looms))
    assert [o.text for o in list_opportunities(workspace)] == ["Engine keeper"]
    workspace.undo()
    assert tomli.loads(on_disk(workspace, "ada-lovelace")) == tomli.loads(BY_HAND)


def test_the_fields_of_a_form_are_understood_or_refused_by_name(workspace: Workspace) -> None:
    new = Opportunity(id="", kind="", text="", contact="grace-hopper")
    said = {"kind": "speaking", "text": "A keynote", "next_on": "12 dec", "via": "ada", "goal": "^Be"}
    workspace.apply(edit_opportunity_fields(workspace, new, said))
    (found,) = list_opportunities(workspace, contact="grace-hopper")
    assert (found.next_on, found.via, found.goal) == (date(2026, 12, 12), "ada-lovelace", "be-heard")
    for wrong in (
        {"text": " "},
        {"status": "maybe"},
        {"next_on": "someday"},
        {"goal": "x"},
        {"via": "someone"},
    ):
        with pytest.raises(Refused):
            edit_opportunity_fields(workspace, found, wrong)


def test_each_new_stage_and_the_end_are_noted_with_their_day(workspace: Workspace) -> None:
    def keeper() -> Opportunity:
        return next(each for each in list_opportunities(workspace) if each.kind == "job")

    for stage in ("aplied", "applied"):  # the first one was a mistake of today
        workspace.apply(edit_opportunity_fields(workspace, keeper(), {"stage": stage}))
    workspace.apply(
        edit_opportunity_fields(workspace, keeper(), {"history": "9 nov: applied", "next": "call"})
    )
    workspace.apply(finish_step(workspace, keeper()))
    workspace.apply(edit_opportunity_fields(workspace, keeper(), {"stage": "interview", "status": "won"}))
    found, today = keeper(), workspace.today
    assert found.history == (
        Step("applied", date(2026, 11, 9)), Step("call", today), Step("interview", today), Step("won", today),
    )  # fmt: skip
    assert (found.standing, found.since, found.next) == ("won", today, "")
    workspace.apply(toggle_opportunity_status(workspace, keeper(), "won"))
    assert keeper().history[-1] == Step("interview", today) and keeper().standing == "interview"
    assert "salary = 12       # a key of my own" in on_disk(workspace, "ada-lovelace")


def test_two_histories_become_one(workspace: Workspace) -> None:
    looms = next(each for each in list_opportunities(workspace) if each.kind == "client")
    path = workspace.network / "contacts" / "ada-lovelace.toml"
    path.write_text(path.read_text() + 'history = [{ on = 2026-11-01, what = "offer" }]\n')
    workspace.apply(edit_opportunity_fields(workspace, looms, {"stage": "contract"}))
    items = tomli.loads(on_disk(workspace, "ada-lovelace"))["opportunity"][1]["history"]
    assert items == [{"on": date(2026, 11, 1), "what": "offer"}, {"on": workspace.today, "what": "contract"}]


@pytest.mark.parametrize("text", ["applied", "some day: applied", "9 nov:"])
def test_a_step_without_a_day_is_refused_at_its_field(workspace: Workspace, text: str) -> None:
    with pytest.raises(FieldErrors) as error:
        edit_opportunity_fields(workspace, list_opportunities(workspace)[0], {"history": text})
    assert list(error.value.errors) == ["history"]


@given(st.lists(st.builds(
    Step, st.text("ab: ä,", min_size=1).map(lambda t: " ".join(t.split())).filter(bool),
    st.none() | st.dates(date(2000, 1, 1), date(2026, 11, 20)),
), max_size=4))  # fmt: skip
def test_a_history_comes_back_as_it_was_typed(history: list[Step]) -> None:
    config = SimpleNamespace(day_first=None)
    clock = SimpleNamespace(now=lambda: NOW, today=NOW.date(), config=config, translator=None)
    assert parse_history(clock, history_text(history)) == tuple(history)  # type: ignore[arg-type]


def test_the_same_one_is_open_once(workspace: Workspace) -> None:
    new = Opportunity(id="", kind="job", text="Head  of engines", contact="grace-hopper")
    workspace.apply(add_opportunity(workspace, new))
    (known,) = list_opportunities(workspace, contact="grace-hopper")
    with pytest.raises(
        Refused, match=f"Grace Hopper has that job open already .{known.id}.; change that one"
    ):
        add_opportunity(workspace, new._replace(text="head of Engines"))
    add_opportunity(workspace, new._replace(kind="client"))
    add_opportunity(workspace, new._replace(contact="ada-lovelace"))
    workspace.apply(toggle_opportunity_status(workspace, known, "lost"))
    add_opportunity(workspace, new)


def test_nothing_is_opened_or_promised_where_somebody_died(workspace: Workspace) -> None:
    workspace.apply(set_field(workspace, "grace-hopper", "died", "2019"))
    new = Opportunity(id="", kind="job", text="Chief", contact="grace-hopper")
    with pytest.raises(Refused, match="Grace Hopper died"):
        add_opportunity(workspace, new)
    with pytest.raises(Refused, match="Grace Hopper died"):
        add_promise(workspace, "grace-hopper", "send it")
