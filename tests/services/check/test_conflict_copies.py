"""Conflict copies are merged into their originals by meaning; nothing that either says is lost."""

import os
from pathlib import Path

import tomli

from netui.domain.model.changes import Batch
from netui.services.check.conflict_copies import CopyMerge, plan_copy_merges
from netui.services.people.conflicts import list_conflicts, settle_conflict
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network

ADA = """\
# mine
name = "Ada Lovelace"
tags = ["maths"]
org = "Engines"
notes = "Likes tea."

[[timeline]]
id = "a"
on = 2026-11-01
kind = "call"
text = "Horses."
"""


def network(folder: Path, contacts: dict[str, str], goals: dict[str, str] | None = None) -> Workspace:
    write_network(folder / "net", contacts, goals)
    workspace = open_workspace(folder)
    workspace.refresh()
    return workspace


def plans(workspace: Workspace, folder: str = "contacts") -> list[CopyMerge]:
    return list(plan_copy_merges(workspace, folder))


def apply(workspace: Workspace, found: list[CopyMerge]) -> None:
    workspace.apply(Batch("merged", tuple(change for each in found for change in each.changes)))


def text(workspace: Workspace, stem: str, folder: str = "contacts") -> str:
    return (workspace.network / folder / f"{stem}.toml").read_text()


def test_all_that_the_copies_say_is_in_the_original(tmp_path: Path) -> None:
    entry = '\n[[timeline]]\nid = "{0}"\non = 2026-11-1{0}\nkind = "call"\ntext = "New {0}."\n'
    one = ADA.replace('"maths"]', '"maths", "navy"]').replace("tea.", "tea.\\nAnd rain.") + entry.format(1)
    two = ADA.replace('"maths"]', '"army"]').replace('"Engines"', '"Navy"') + entry.format(2)
    workspace = network(
        tmp_path, {"ada": ADA, "ada (1)": one, "ada.sync-conflict-20261101-1-A": two, "b": ADA}
    )
    before = {path.name: path.read_bytes() for path in (workspace.network / "contacts").iterdir()}
    assert len(workspace.read.contact_rows()) == 2
    found = plans(workspace)
    assert [str(each.copy) for each in found] == [
        "contacts/ada (1).toml",
        "contacts/ada.sync-conflict-20261101-1-A.toml",
    ]
    apply(workspace, found)
    assert sorted(os.listdir(workspace.network / "contacts")) == ["ada.toml", "b.toml"]
    merged = tomli.loads(text(workspace, "ada"))
    assert text(workspace, "ada").startswith("# mine\n")
    assert merged["tags"] == ["maths", "navy", "army"] and merged["org"] == "Engines"
    assert "And rain." in merged["notes"] and merged["notes"].count("Likes tea.") == 1
    (clash,) = merged["conflict"]
    assert (clash["key"], clash["value"], clash["other"]) == ("org", "Engines", "Navy")
    assert [item["id"] for item in merged["timeline"]] == ["a", "1", "2"]
    workspace.undo()
    assert {path.name: path.read_bytes() for path in (workspace.network / "contacts").iterdir()} == before


def test_an_equal_copy_only_goes(tmp_path: Path) -> None:
    workspace = network(tmp_path, {"ada": ADA, "ada - Copy": ADA})
    apply(workspace, plans(workspace))
    assert text(workspace, "ada") == ADA and not plans(workspace)


def test_an_entry_changed_on_both_sides_is_one_with_a_conflict(tmp_path: Path) -> None:
    workspace = network(tmp_path, {"ada": ADA, "ada 2": ADA.replace("Horses", "Cows")})
    apply(workspace, plans(workspace))
    merged = tomli.loads(text(workspace, "ada"))
    assert [item["text"] for item in merged["timeline"]] == ["Horses."]
    assert [(each["key"], each["other"]) for each in merged["conflict"]] == [("timeline.a.text", "Cows.")]


def test_goals_are_merged_and_what_contradicts_is_a_conflict(tmp_path: Path) -> None:
    goal = 'title = "CTO"\n[[milestone]]\ntext = "CV"\n'
    done = 'title = "CTO"\nwhy = "money"\n[[milestone]]\ntext = "CV"\ndone = 2026-11-01\n'
    more = f'{done}[[milestone]]\ntext = "Suit"\n'
    workspace = network(tmp_path, {}, {"cto": goal, "cto (1)": more, "cto (2)": f"due = 2027-01-01\n{done}"})
    apply(workspace, plans(workspace, "goals"))
    merged = tomli.loads(text(workspace, "cto", "goals"))
    assert merged["why"] == "money" and str(merged["due"]) == "2027-01-01"
    assert [item["text"] for item in merged["milestone"]] == ["CV", "Suit"] and "done" in merged["milestone"][
        0
    ]
    other = 'title = "CTO"\nwhy = "fame"\n[measure]\ncount = "kind:call"\n'
    other += '[[milestone]]\ntext = "CV"\ndone = 2026-10-01\n'
    write_network(workspace.network, {}, {"cto (3)": other, "cto (4)": other})
    apply(workspace, plans(workspace, "goals"))
    merged = tomli.loads(text(workspace, "cto", "goals"))
    assert (merged["why"], merged["measure"]["count"]) == ("money", "kind:call")
    assert [(each["key"], str(each["value"]), str(each["other"])) for each in merged["conflict"]] == [
        ("why", "money", "fame"),
        ("milestone.CV.done", "2026-11-01", "2026-10-01"),
    ]
    workspace.refresh()
    (why, done_on) = list_conflicts(workspace)
    workspace.apply(settle_conflict(workspace, why, "other"))
    workspace.apply(settle_conflict(workspace, done_on, "file"))
    settled = tomli.loads(text(workspace, "cto", "goals"))
    assert settled["why"] == "fame" and "conflict" not in settled


def test_a_copy_that_cannot_be_read_stays(tmp_path: Path) -> None:
    workspace = network(tmp_path, {"ada": ADA, "ada (1)": "name = "})
    (found,) = plans(workspace)
    assert found.changes == () and "line 1" in found.problem
    assert [row.id for row in workspace.read.contact_rows()] == ["ada"]
