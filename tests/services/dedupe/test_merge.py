"""Two contacts made one in the files: everything arrives, and undo brings back every byte."""

from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.services.check.check import check
from netui.services.dedupe.merge import describe_merge, plan_merge
from netui.services.errors import Refused, StoreError
from netui.services.relationships.links import find_links
from netui.services.workspace import Workspace
from netui.storage.toml.document import dump
from tests.support.app import entry, open_workspace, write_network
from tests.support.duplicate_contacts import CONTACT

PEOPLE: dict[str, Any] = {
    "ada": {
        "name": "Ada King", "org": "Engines",
        "timeline": [entry("2026-09-02", "call", **{"with": ["al", "cy"]})],
    },
    "al": {
        "name": "A. Lovelace", "org": "Initech", "tags": ["maths"], "met": {"via": "cy"},
        "timeline": [
            entry("2026-10-02", "coffee", "Horses."), entry("2026-10-05", "lunch", **{"with": ["dee"]}),
        ],
        "promise": [{"id": "p1", "by": "me", "text": "Send it"}],
    },
    "cy": '# by hand\nname = "Cy"\n\n[[related]]   # the boss\nwho = "al"\nas = "boss"\n',
    "dee": {"name": "Dee", "opportunity": [{"id": "o1", "kind": "job", "text": "Chief", "via": "al"}]},
    "eve": {"name": "Eve", "met": {"via": "A. Lovelace"}},
}  # fmt: skip
GOALS = {"g": {"title": "Talks", "measure": {"count": "with:al kind:lunch"}}, "h": {"title": "Al"}}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return network(tmp_path, PEOPLE, GOALS)


def network(folder: Path, contacts: Any, goals: Any = None) -> Workspace:
    write_network(folder / "net", contacts, goals)
    workspace = open_workspace(folder)
    workspace.refresh()
    return workspace


def on_disk(workspace: Workspace) -> dict[str, bytes]:
    """Every file that counts, with its bytes."""
    found = (path for room in ("contacts", "goals") for path in (workspace.network / room).iterdir())
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in found}


def test_everything_comes_over_and_everyone_names_the_one_who_stays(workspace: Workspace) -> None:
    done = workspace.apply(plan_merge(workspace, "ada", "al").batch)
    assert done.label == "merged A. Lovelace into Ada King"
    files = {name: tomli.loads(data.decode()) for name, data in on_disk(workspace).items()}
    assert "contacts/al.toml" not in files
    ada = files["contacts/ada.toml"]
    assert ada["aliases"] == ["A. Lovelace"] and ada["tags"] == ["maths"]
    assert [item["kind"] for item in ada["timeline"]] == ["call", "coffee", "lunch"]
    assert ada["timeline"][0]["with"] == ["cy"]
    assert ada["notes"] == "From A. Lovelace:\n- org: Initech\n"
    assert files["contacts/dee.toml"]["opportunity"][0]["via"] == "ada"
    assert files["goals/g.toml"]["measure"]["count"] == "with:ada kind:lunch"
    assert on_disk(workspace)["contacts/cy.toml"].decode() == PEOPLE["cy"].replace(
        'who = "al"', 'who = "ada"'
    )
    assert [path.name for path in (workspace.network / ".trash").iterdir()] == ["20261121T090000-al.toml"]
    assert not check(workspace).problems


def test_links_go_on_from_both_ends(workspace: Workspace) -> None:
    workspace.apply(plan_merge(workspace, "ada", "al").batch)
    assert {link.id: link.words for link in find_links(workspace, "ada", "Ada King")} == {
        "cy": ("introduced you", "direct report", "once together"),
        "dee": ("Ada opened the door to Chief", "once together"),
        "eve": ("met through Ada",),
    }
    assert {link.id for link in find_links(workspace, "eve", "Eve")} == {"ada"}
    assert {link.id for link in find_links(workspace, "dee", "Dee")} == {"ada"}


def test_undo_brings_back_every_byte_also_after_a_restart(workspace: Workspace, tmp_path: Path) -> None:
    before = on_disk(workspace)
    workspace.apply(plan_merge(workspace, "ada", "al").batch)
    after = on_disk(workspace)
    workspace.close()
    again = open_workspace(tmp_path)
    again.undo()
    assert on_disk(again) == before
    again.redo()
    assert on_disk(again) == after
    again.undo()
    again.refresh()
    assert again.read.row("al") is not None
    assert [e.id for e in again.read.timeline("al")] == ["261005lunc", "261002coff", "260902call"]


def test_undo_after_more_was_logged_keeps_that(workspace: Workspace) -> None:
    workspace.apply(plan_merge(workspace, "ada", "al").batch)
    path = workspace.network / "contacts" / "ada.toml"
    path.write_text(path.read_text() + '\n[[timeline]]\nid = "new"\non = 2026-11-20\nkind = "call"\n')
    workspace.undo()
    ada = tomli.loads(path.read_text())
    assert [item["id"] for item in ada["timeline"]] == ["260902call", "new"]
    assert ada["timeline"][0]["with"] == ["al", "cy"]
    assert "aliases" not in ada


def test_what_the_other_gets_in_the_meantime_is_not_left_behind(workspace: Workspace) -> None:
    found = plan_merge(workspace, "ada", "al")
    path = workspace.network / "contacts" / "al.toml"
    path.write_text(path.read_text() + '\n[[timeline]]\nid = "new"\non = 2026-11-20\nkind = "call"\n')
    before = on_disk(workspace)
    with pytest.raises(StoreError, match="changed by someone else"):
        workspace.apply(found.batch)
    assert on_disk(workspace) == before
    workspace.apply(plan_merge(workspace, "ada", "al").batch)
    ada = tomli.loads((workspace.network / "contacts" / "ada.toml").read_text())
    assert "new" in [item["id"] for item in ada["timeline"]]
    workspace.undo()
    assert on_disk(workspace) == before


def test_what_the_keeper_gets_in_the_meantime_stays(workspace: Workspace) -> None:
    found = plan_merge(workspace, "ada", "al")
    path = workspace.network / "contacts" / "ada.toml"
    path.write_text(path.read_text() + '\n[[timeline]]\nid = "new"\non = 2026-11-20\nkind = "call"\n')
    workspace.apply(found.batch)
    ada = tomli.loads(path.read_text())
    assert [item["id"] for item in ada["timeline"]] == ["260902call", "new", "261002coff", "261005lunc"]


def test_it_says_beforehand_what_it_will_do(workspace: Workspace) -> None:
    rows = describe_merge(workspace, plan_merge(workspace, "ada", "al"))
    assert ("aliases", "+ A. Lovelace") in rows
    assert ("org", "stays Engines; in the notes: Initech") in rows
    assert ("met", "via + Cy") in rows
    assert ("timeline", "2 entries come over") in rows
    assert ("promise", "1 promise comes over") in rows
    assert ("elsewhere", "named from now on by Cy, Dee and the goal Talks") in rows


def test_one_person_a_broken_file_and_nobody_are_refused(tmp_path: Path) -> None:
    workspace = network(
        tmp_path, {"ada": {"name": "Ada"}, "bad": "name = ", "odd": 'name = "O"\nsource = "x"\n'}
    )
    for other, words in (("ada", "already"), ("bad", "mend it"), ("nobody", "nobody"), ("odd", "by hand")):
        before = on_disk(workspace)
        with pytest.raises(Refused, match=words):
            plan_merge(workspace, "ada", other)
        assert on_disk(workspace) == before


def test_where_one_file_cannot_be_written_none_is(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netui.storage.files.atomic import Folder

    before = on_disk(workspace)
    found = plan_merge(workspace, "ada", "al")
    switched: list[str] = []
    replace = Folder.replace

    def failing(self: Folder, staged: str, name: str, wanted: bytes) -> bool:
        switched.append(name)
        if len(switched) == 3:
            raise OSError(28, "No space left on device", name)
        return replace(self, staged, name, wanted)

    monkeypatch.setattr(Folder, "replace", failing)
    with pytest.raises(StoreError):
        workspace.apply(found.batch)
    monkeypatch.undo()
    assert len(switched) > 3
    assert on_disk(workspace) == before
    workspace.apply(found.batch)
    workspace.undo()
    assert on_disk(workspace) == before


@pytest.mark.slow
@settings(max_examples=60)
@given(CONTACT, CONTACT, CONTACT, st.booleans())
def test_whatever_they_hold_undo_brings_back_every_byte(
    tmp_path_factory: pytest.TempPathFactory, one: Any, other: Any, third: Any, swapped: bool
) -> None:
    files = {stem: dump(each) for stem, each in (("a", one), ("b", other), ("c", third))}
    workspace = network(tmp_path_factory.mktemp("net"), files)
    try:
        before = on_disk(workspace)
        keeper, gone = ("b", "a") if swapped else ("a", "b")
        workspace.apply(plan_merge(workspace, keeper, gone).batch)
        assert f"contacts/{gone}.toml" not in on_disk(workspace)
        assert not [p for p in check(workspace).problems if f"{gone!r}" in p.what]
        workspace.undo()
        assert on_disk(workspace) == before
    finally:
        workspace.close()
