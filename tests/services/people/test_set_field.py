"""Setting one key of a contact: what every key makes of words, and that the result is valid."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from netui.services.errors import Refused
from netui.services.people.set_field import KEYS, set_field
from netui.services.workspace import Workspace
from netui.storage.validation import errors_in_change
from tests.support.app import open_workspace, write_network

WORDS = {
    "name": "Ada King", "met.on": "2024-05", "died": "2024", "archived": "yes", "rhythm.every": "3w",
    "rhythm.mode": "off", "rhythm.snoozed_until": "2026-12-24", "birthday": "12-10",
    "anniversary": "2001-06-01",
}  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    write_network(tmp_path / "net", {"ada": 'name = "Ada"\nodd = 3\n'})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    yield workspace
    workspace.close()


@pytest.mark.parametrize("key", KEYS)
def test_every_key_can_be_set_and_the_file_is_valid(workspace: Workspace, key: str) -> None:
    batch = set_field(workspace, "ada", key, WORDS.get(key, "one, two"))
    workspace.apply(batch)
    assert workspace.read.row("ada").error == ""  # type: ignore[union-attr]
    for change in batch.changes:
        assert errors_in_change(change) == []  # type: ignore[arg-type]


def test_a_key_of_ones_own_keeps_its_type(workspace: Workspace) -> None:
    workspace.apply(set_field(workspace, "ada", "odd", "4"))
    assert tomli.loads((workspace.network / "contacts/ada.toml").read_text())["odd"] == 4


def test_what_the_model_does_not_allow_is_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netui.services.people.set_field._parse_value", lambda *_: "loud")
    with pytest.raises(Refused, match="mode is 'loud'"):
        set_field(workspace, "ada", "rhythm.mode", "loud")
