"""The check of a network: every problem with its line, and no problem where there is none."""

from pathlib import Path

from netui.services.check.check import check
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network

ODD = """\
name = "Odd"
tags = "x"
odd = true

[met]
via = "no-such-id"

[[timeline]]
id = "a"
on = 2026-11-01
planned = true
kind = 3

[[timeline]]
id = "a"
on = "soon"
goals = ["gone"]
"""


def network(folder: Path, contacts: dict[str, object]) -> Workspace:
    write_network(folder / "net", contacts, {"g": {"title": "G", "order": 1}})
    workspace = open_workspace(folder)
    workspace.refresh()
    return workspace


def test_each_problem_is_named_with_its_line(tmp_path: Path) -> None:
    workspace = network(tmp_path, {"odd": ODD, "ada": {"name": "Ada"}})
    report = check(workspace)
    workspace.close()
    assert report.files == 3
    assert [(p.file, p.line, p.what) for p in report.problems] == [
        ("contacts/odd.toml", 2, 'tags must be a list of texts: tags = ["…"]'),
        ("contacts/odd.toml", 6, "'no-such-id' looks like an id, but nobody has it"),
        ("contacts/odd.toml", 12, "kind must be text in quotes"),
        ("contacts/odd.toml", 14, "the id 'a' stands twice in [[timeline]]"),
        ("contacts/odd.toml", 16, "'soon' is not a date"),
        ("contacts/odd.toml", 17, "there is no goal 'gone'"),
    ]


PLAIN = """\
name = "Plain"

[[timeline]]
id = "a"
on = 2026-11-01
kind = "lunch"
with = ["ada", "nobody-here"]

[[timeline]]
id = "a"
on = 2026-11-02
kind = "call"
goals = ["g", "gone"]
"""


def test_ids_and_references_of_a_plain_timeline_are_checked_too(tmp_path: Path) -> None:
    workspace = network(tmp_path, {"plain": PLAIN, "ada": {"name": "Ada"}})
    report = check(workspace)
    workspace.close()
    assert [(p.line, p.what) for p in report.problems] == [
        (7, "with names nobody: 'nobody-here'"),
        (9, "the id 'a' stands twice in [[timeline]]"),
        (13, "there is no goal 'gone'"),
    ]


def test_unknown_keys_are_no_problem(tmp_path: Path) -> None:
    contact = {
        "name": "Ada", "not_same": ["bob"], "former": [{"key": "org", "value": "Navy"}],
        "timeline": [{"id": "a", "on": "2026-11-01", "planned": True}],
    }  # fmt: skip
    workspace = network(tmp_path, {"ada": contact})
    report = check(workspace)
    workspace.close()
    assert not report.problems


def test_a_name_that_is_not_utf8_is_named_and_hides_nobody(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": 'name = "Ada"\n', "b\udcff": 'name = "Bob"\n'})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    assert [row.id for row in workspace.read.contact_rows()] == ["ada"]
    (problem,) = check(workspace).problems
    assert "not UTF-8" in problem.what and problem.file == "contacts/b\ufffd.toml"


def test_a_broken_file_of_what_sources_said_is_named_with_its_line(tmp_path: Path) -> None:
    workspace = network(tmp_path, {"ada": {"name": "Ada"}})
    folder = tmp_path / "net/.sources"
    folder.mkdir()
    (folder / "good.toml").write_text('kind = "vcard"\nuid = "1"\n')
    (folder / "clash.toml").write_text('kind = "vcard"\n<<<<<<< ours\n')
    (folder / "odd.toml").write_text('kind = "vcard"\nuid = 1\n')
    problems = check(workspace).problems
    assert [(p.file, p.line) for p in problems] == [(".sources/clash.toml", 2), (".sources/odd.toml", 0)]
    assert all("delete it" in problem.hint for problem in problems)


def test_files_that_are_not_read_for_their_name_or_place_are_named(tmp_path: Path) -> None:
    workspace = network(tmp_path, {"ada": {"name": "Ada"}})
    contacts = workspace.network / "contacts"
    unread = ("BOB.TOML", "cher.toml.txt", "friends/dee.toml")
    for name in (*unread, "photos/ada.jpg", "readme.md", ".stfolder/x.toml"):
        (contacts / name).parent.mkdir(exist_ok=True)
        (contacts / name).write_text('name = "X"\n', encoding="utf-8")
    report = check(workspace)
    workspace.close()
    assert [(each.file, each.hint) for each in report.problems] == [
        ("contacts/BOB.TOML", "rename it"),
        ("contacts/cher.toml.txt", "rename it"),
        ("contacts/friends", "move them into contacts"),
    ]
