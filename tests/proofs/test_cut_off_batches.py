"""A change of several files, killed at every system call: rm, merge, import, marked edits, a new contact.

Proved: the next start finds each file old or new, finishes the change or offers to redo it, says so in a
sentence, and undo leads back to the start; so also for undo and redo, and for recovery that is killed itself.
Not proved here: what a power cut leaves.
"""

import shutil

import pytest

from netui.domain.model.changes import AddItem, Create, FileId
from netui.services.dedupe.merge import plan_merge
from netui.services.people.commands import remove_contacts, tag_contacts
from netui.services.transfer.imports import plan_import
from netui.storage.network_folder import TEMPORARY
from tests.support.app import write_network
from tests.support.faulty_disk import ADA, Faulty, Killed, batch, contents, entry, store, undo_all
from tests.support.workspaces import open_workspace

FRIENDS = "### Activities:\n- 2026-11-01: Coffee with **Cy** and **Dee**.\n### Friends:\n- Cy\n- Dee\n"
PEOPLE = {
    "ada": 'name = "Ada"\n[[timeline]]\nid = "e1"\non = 2026-11-01\nkind = "coffee"\nwith = ["bob"]\n',
    "bob": 'name = "Bob"\n[met]\nvia = "ada"\n',
    "eve": 'name = "Eve"\n[[related]]\nwho = "ada"\n',
}


def plans(base):
    """The network, and what real commands do to several of its files, as batches."""
    write_network(base / "net", PEOPLE)
    (base / "friends.md").write_text(FRIENDS)
    workspace = open_workspace(base)
    workspace.refresh()
    return {
        "rm": remove_contacts(workspace, ["ada"]),
        "merge": plan_merge(workspace, "bob", "ada").batch,
        "import": plan_import(workspace, [str(base / "friends.md")]).batch,
        "marked": tag_contacts(workspace, ["ada", "bob", "eve"], ["x"]),
        "new": batch(Create(FileId("contacts", "new"), "name = 'New'\n"), AddItem(ADA, "timeline", entry())),
    }


def copy_of(base, to):
    shutil.copytree(base / "net", to / "net")
    return to


def cut_off(home, work, **fault):
    """Runs ``work`` on a system that dies at a call; whether it died."""
    try:
        work(store(home, Faulty(fault="kill", **fault)))
    except Killed:
        return True
    return False


def assert_whole(home, old, new, *, redone):
    """A start finishes what was cut off, or finds it not begun; says so; and undo goes back to the start."""
    now = contents(home)
    one = store(home)
    one.recover()
    notes, after = one.take_notes(), contents(home)
    assert after in (old, new), notes
    if now not in (old, new):
        assert after == new and len(notes) == 1 and "halfway and was finished now" in notes[0]
        assert not list((home / "net").rglob(f"{TEMPORARY}*"))
    elif notes:
        assert "redo does it" in notes[0] and redone and one.redo() is not None and contents(home) == new
    assert not [path for path in (home / "net/.trash").glob("*") if path.stat().st_nlink > 1 and now != after]
    store(home).recover()
    assert store(home).take_notes() == ()


KINDS = ["rm", "merge", "import", "marked", "new"]


def sweep_kills(folder, name, *, after=False, links=True):
    """Kills a command at every call; returns how many there were, and how often it was found half done."""
    (folder / "plan").mkdir()
    plan = plans(folder / "plan")[name]
    old = contents(folder / "plan")
    whole = copy_of(folder / "plan", folder / "whole")
    counting = Faulty(links=links)
    store(whole, counting).apply(plan)
    new = contents(whole)
    half = 0
    for at in range(1, counting.count + 1):
        home = copy_of(folder / "plan", folder / f"{at}")
        assert cut_off(home, lambda one: one.apply(plan), at=at, after=after, links=links)
        half += contents(home) not in (old, new)
        assert_whole(home, old, new, redone=True)
        undo_all(home)
        assert contents(home) == old, at
    return counting.count, half


@pytest.mark.parametrize("name", ["rm", "import"])
def test_a_command_killed_at_any_call_is_finished_at_the_next_start(folder, name, count):
    kills, half = sweep_kills(folder, name)
    assert half > 1
    count(kills=kills, half_done_batches=half)


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_each_command_of_several_files_killed_at_any_call(folder, name, after, links, count):
    kills, half = sweep_kills(folder, name, after=after, links=links)
    assert half > 0
    count(kills=kills, half_done_batches=half)


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("direction", ["undo", "redo"])
def test_undo_and_redo_killed_at_any_call_are_finished(folder, name, direction, count):
    (folder / "plan").mkdir()
    plan = plans(folder / "plan")[name]

    def begun(home):
        copy_of(folder / "plan", home)
        store(home).apply(plan)
        if direction == "redo":
            store(home).undo()
        return home

    whole = begun(folder / "whole")
    old, counting = contents(whole), Faulty()
    getattr(store(whole, counting), direction)()
    new, half = contents(whole), 0
    for at in range(1, counting.count + 1):
        home = begun(folder / f"{at}")
        assert cut_off(home, lambda one: getattr(one, direction)(), at=at)
        half += contents(home) not in (old, new)
        assert_whole(home, old, new, redone=False)
        getattr(store(home), direction)()
        assert contents(home) == new, at
    assert half > 0
    count(kills=counting.count, half_done_batches=half)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["rm", "merge", "import"])
def test_recovery_that_is_killed_itself_is_finished_by_the_next(folder, name, count):
    (folder / "plan").mkdir()
    plan = plans(folder / "plan")[name]
    old = contents(folder / "plan")
    whole = copy_of(folder / "plan", folder / "whole")
    counting = Faulty()
    store(whole, counting).apply(plan)
    new, kills = contents(whole), 0
    for first in range(1, counting.count + 1):
        home = copy_of(folder / "plan", folder / f"{first}")
        cut_off(home, lambda one: one.apply(plan), at=first)
        if contents(home) in (old, new):
            continue
        for second in range(1, 200, 7):
            again = folder / f"{first}-{second}"
            shutil.copytree(home, again)
            (state,) = (home / "state/journal").iterdir()
            shutil.copy(state, store(again)._journal.path)
            died = cut_off(again, lambda one: one.recover(), at=second)
            kills += died
            store(again).recover()
            assert contents(again) == new, (first, second)
            if not died:
                break
    count(kills=kills)
