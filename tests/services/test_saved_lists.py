"""Saved lists: kept in the network, used wherever a query is, undone like any change."""

from pathlib import Path

import pytest

from netui.domain.query.parser import QueryError
from netui.services.errors import Refused
from netui.services.goals.progress import measure_goals
from netui.services.people.contact_list import ContactList
from netui.services.saved_lists import save_list, saved_lists
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, write_network


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    ada = {
        "name": "Ada",
        "tags": ["startup"],
        "roles": ["founder"],
        "timeline": [entry("2026-11-10", "coffee")],
    }
    contacts = {
        "ada": ada,
        "bob": {"name": "Bob", "tags": ["startup"], "timeline": [entry("2026-11-11", "coffee")]},
        "cy": {"name": "Cy", "roles": ["founder"], "archived": True, "tags": ["startup"]},
    }
    goal = {
        "title": "Fund", "measure": {"count": "kind:coffee list:founders", "target": 3},
        "audience": [{"who": "Founders", "match": "list:founders", "want": 2}],
    }  # fmt: skip
    write_network(tmp_path / "net", contacts, {"fund": goal})
    (tmp_path / "net" / "netui.toml").write_text('# mine\n[lists]\nfounders = "#startup role:founder"\n')
    found = open_workspace(tmp_path)
    found.refresh()
    return found


def listed(workspace: Workspace, text: str) -> list[str]:
    return sorted(each.row.id for each in ContactList(workspace).listed(workspace.parse_query(text)))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("list:founders", ["ada"]),
        ("list:FOUNDERS", ["ada"]),
        ("-list:founders", ["bob"]),
        ("list:founders | bob", ["ada", "bob"]),
        ("list:founders kind:call", []),
        ("list:founders is:archived", ["cy"]),
    ],
)
def test_a_query_asks_a_list_like_any_other(workspace: Workspace, text: str, who: list[str]) -> None:
    assert listed(workspace, text) == who
    loaded = ContactList(workspace).load()
    assert sorted(each.row.id for each in loaded.listed(workspace.parse_query(text))) == who


def test_goals_count_and_want_whom_a_list_names(workspace: Workspace) -> None:
    (progress,) = measure_goals(workspace, ContactList(workspace))
    assert (progress.done, progress.audiences[0].have, progress.error) == (1, 1, "")


def test_a_list_is_saved_replaced_and_taken_back(workspace: Workspace) -> None:
    path = workspace.network / "netui.toml"
    before = path.read_text()
    workspace.apply(save_list(workspace, "startups", "#startup"))
    assert path.read_text() == before + 'startups = "#startup"\n'
    assert listed(workspace, "list:startups") == ["ada", "bob"]
    workspace.apply(save_list(workspace, "Founders", "list:startups role:founder"))
    assert list(saved_lists(workspace)) == ["founders", "startups"] and listed(
        workspace, "list:founders"
    ) == ["ada"]
    workspace.undo()
    workspace.undo()
    assert path.read_text() == before


def test_the_first_list_makes_the_file(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada", "tags": ["x"]}})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    workspace.apply(save_list(workspace, "mine", "#x"))
    assert (tmp_path / "net" / "netui.toml").read_text() == '[lists]\nmine = "#x"\n'
    assert listed(workspace, "list:mine") == ["ada"]
    workspace.undo()
    assert not (tmp_path / "net" / "netui.toml").exists()


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("two words", "#x", "called by one word"),
        ("x", " ", "an empty list"),
        ("x", "is:nothing", "cannot be read"),
        ("founders", "#x | list:founders", "made of itself"),
        ("x", "list:nowhere", "no saved list"),
    ],
)
def test_what_is_no_list_is_refused(workspace: Workspace, name: str, text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        save_list(workspace, name, text)


def test_what_is_written_by_hand_counts_at_once_and_a_broken_file_is_said(workspace: Workspace) -> None:
    path = workspace.network / "netui.toml"
    path.write_text('[lists]\nfounders = "#nobody-at-all"\n')
    assert listed(workspace, "list:founders") == []
    for text, why in (("[lists\n", "netui.toml"), ("lists = 1\n", "holds queries in quotes")):
        path.write_text(text)
        with pytest.raises(QueryError, match=why):
            workspace.parse_query("list:founders")
        assert saved_lists(workspace) == {} and listed(workspace, "#startup") == ["ada", "bob"]


def test_one_list_that_is_no_query_hides_no_other(workspace: Workspace) -> None:
    (workspace.network / "netui.toml").write_text('[lists]\nodd = 3\nempty = ""\nfounders = "#startup"\n')
    assert listed(workspace, "list:founders") == ["ada", "bob"]
    for name in ("odd", "empty"):
        with pytest.raises(QueryError, match=f"the saved list `{name}` holds no query in quotes"):
            workspace.parse_query(f"list:{name}")
