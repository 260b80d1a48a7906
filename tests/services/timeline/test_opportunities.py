"""Opportunities: noted, changed, won and lost, undone; files written by hand stay as they were."""

from datetime import date
from pathlib import Path

import pytest
import tomli

from netui.domain.model.entry import Opportunity
from netui.services.errors import Refused
from netui.services.timeline.form_commands import edit_opportunity_fields
from netui.services.timeline.opportunities import (
    add_opportunity,
    edit_opportunity,
    list_opportunities,
    remove_opportunity,
    toggle_opportunity_status,
)
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network

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
    write_network(tmp_path / "net", {"ada-lovelace": BY_HAND, "grace-hopper": {"name": "Grace Hopper"}})
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
    said = {"kind": "speaking", "text": "A keynote", "next_on": "12 dec", "via": "ada", "goal": "^be-heard"}
    workspace.apply(edit_opportunity_fields(workspace, new, said))
    (found,) = list_opportunities(workspace, contact="grace-hopper")
    assert (found.next_on, found.via, found.goal) == (date(2026, 12, 12), "ada-lovelace", "be-heard")
    for wrong in ({"text": " "}, {"status": "maybe"}, {"next_on": "someday"}):
        with pytest.raises(Refused):
            edit_opportunity_fields(workspace, found, wrong)
