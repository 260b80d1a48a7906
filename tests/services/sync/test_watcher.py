"""The folder watcher: the whole list first, then what other programs change, nothing of our own writes."""

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.people.commands import tag_contacts
from netui.services.sync import watcher
from netui.services.sync.watcher import Watch, WatchEvent
from netui.services.workspace import Workspace
from netui.storage.index.index import Index
from netui.storage.index.refresh_result import Refreshed
from tests.support.app import open_workspace, write_network

PATIENCE = 30.0


class Watched:
    """A running watcher, and its events."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.events: queue.Queue[WatchEvent] = queue.Queue()
        self.watch = Watch(workspace, self.events.put)
        self.watch.start()
        self.first = self.next()

    def next(self) -> WatchEvent:
        return self.events.get(timeout=PATIENCE)

    def until(self, ident: str) -> WatchEvent:
        """The next event that has this contact among the changed or gone ones."""
        while ident not in (*(event := self.next()).found.changed, *event.found.gone):
            assert not event.error
        return event

    def write(self, ident: str, text: str) -> None:
        (self.workspace.network / f"contacts/{ident}.toml").write_text(text)


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """A watcher over Ada and Bob that scans as soon as there is a sign."""
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    monkeypatch.setattr(watcher, "DEBOUNCE_SECONDS", 0.0)
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}, "bob": {"name": "Bob"}})
    workspace = open_workspace(tmp_path)
    made = Watched(workspace)
    yield made
    made.watch.stop()
    made.watch._thread.join(PATIENCE)
    assert not made.watch._thread.is_alive()
    workspace.close()


def test_the_whole_list_comes_first(watched: Watched) -> None:
    assert watched.first.people is not None and len(watched.first.people) == 2
    assert watched.first.found == Refreshed(goals=True)


def test_what_another_program_does_is_told(watched: Watched) -> None:
    watched.write("cy", 'name = "Cy"\n')
    assert watched.until("cy").people is None
    (watched.workspace.network / "contacts/bob.toml").unlink()
    assert watched.until("bob").found.gone == ("bob",)


def test_a_file_dropped_into_the_inbox_is_told(watched: Watched) -> None:
    inbox = watched.workspace.network / "inbox"
    for name in ("first.txt", "second.txt"):
        inbox.mkdir(exist_ok=True)
        (inbox / name).write_text("coffee with @ada")
        event = watched.next()
        assert event.found == Refreshed(goals=True) and event.people is None


def test_a_scan_may_be_asked_for(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    watched.write("ada", 'name = "Ada King"\n')
    watched.watch.look_now()
    watched.until("ada")


def test_own_writes_cause_no_event(watched: Watched) -> None:
    if not watched.watch._sees_all:
        pytest.skip("inotify does not report every change of this file system")
    for word in ("x", "y", "z"):
        watched.workspace.apply(tag_contacts(watched.workspace, ["ada"], [word], []))
    watched.write("bob", 'name = "Bob Ray"\n')
    assert "bob" in watched.next().found.changed


def test_a_failure_is_told_and_the_watcher_goes_on(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh = Index.refresh

    def fail(self: Index, *arguments: object, **settings: object) -> Refreshed:
        raise OSError("no such disk")

    monkeypatch.setattr(Index, "refresh", fail)
    watched.watch.look_now()
    assert "no such disk" in watched.next().error
    monkeypatch.setattr(Index, "refresh", refresh)
    watched.write("cy", 'name = "Cy"\n')
    watched.watch.look_now()
    while (people := watched.next().people) is None or people.get("cy") is None:
        pass


def test_where_much_changed_the_known_list_comes_first_and_another_process_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netui.services.sync.index_build.LARGE", 2)
    write_network(tmp_path / "net", {f"p{n}": {"name": f"P {n}"} for n in range(5)})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    write_network(tmp_path / "net", {f"p{n}": {"name": f"Person {n}"} for n in range(5)})
    watched = Watched(workspace)
    assert watched.first.progress == (0, 5) and watched.first.people is not None
    assert len(watched.first.people) == 5
    while (event := watched.next()).people is None:
        assert event.progress is not None
    assert event.progress is None and event.people["p3"].row.name == "Person 3"
    watched.watch.stop()
    watched.watch._thread.join(PATIENCE)
    workspace.close()


def test_a_folder_that_is_gone_is_told_and_what_was_read_stands_until_it_is_back(watched: Watched) -> None:
    network = watched.workspace.network
    away = network.rename(network.with_name("away"))
    watched.watch.look_now()
    event = watched.next()
    assert event.error == f"the folder {network} is gone; netui goes on once it is back"
    assert event.people is None and not event.found.gone
    away.rename(network)
    watched.write("cy", 'name = "Cy"\n')
    watched.watch.look_now()
    while (people := watched.next().people) is None:
        pass
    assert len(people) == 3
