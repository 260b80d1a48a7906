"""What tells that files may have changed, and what does not."""

import os
from pathlib import Path

import pytest

from netui.services.sync import change_detector as module
from netui.services.sync.change_detector import ChangeDetector
from netui.storage.files.inotify import watch_folders
from tests.support.app import write_network


@pytest.fixture
def net(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}, "bob": {"name": "Bob"}})
    return tmp_path / "net"


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "watch_folders", lambda _: None)


def age(path: Path, by: int) -> None:
    """Makes it that many seconds older, for clocks that tick coarsely."""
    os.utime(path, ns=(0, os.stat(path).st_mtime_ns - by * 10**9))


def write_in_place(net: Path, who: str) -> None:
    with (net / f"contacts/{who}.toml").open("a") as file:
        file.write("# more\n")


def test_a_file_that_comes_or_goes_leaves_a_sign_once(net: Path, deaf: None) -> None:
    signs = ChangeDetector(net)
    assert not signs.subscribe()
    signs.poll(None)
    assert not signs.poll(None)
    age(net / "contacts", 5)
    assert signs.poll(None)
    (net / "contacts/cy.toml").write_text('name = "Cy"\n')
    assert signs.poll(None)
    assert not signs.poll(None)


def test_the_file_on_screen_is_looked_at_and_going_to_another_is_no_sign(net: Path, deaf: None) -> None:
    age(net / "contacts/bob.toml", 5)
    signs = ChangeDetector(net)
    signs.poll("ada")
    assert not signs.poll("bob")
    assert not signs.poll("ada")
    age(net / "contacts/ada.toml", 9)
    assert signs.poll("ada")
    age(net / "contacts/bob.toml", 9)
    assert not signs.poll("ada")
    assert not signs.poll("bob")


@pytest.mark.parametrize("subscribed", [True, False])
def test_the_settings_of_the_network_are_looked_at(net: Path, subscribed: bool) -> None:
    signs = ChangeDetector(net)
    if subscribed:
        signs.subscribe()  # in vain where there is no inotify
    signs.poll(None)
    (net / "netui.toml").write_text("[circles]\n")
    assert signs.poll(None) and not signs.poll(None)
    age(net / "netui.toml", 5)
    assert signs.poll(None)
    (net / "netui.toml").unlink()
    assert signs.poll(None) and not signs.poll(None)
    signs.close()


def test_the_system_tells_of_what_is_written_in_place(net: Path) -> None:
    signs = ChangeDetector(net)
    if not signs.subscribe():
        pytest.skip("no word of writing on this file system")
    signs.poll(None)
    assert not signs.poll(None)
    write_in_place(net, "bob")
    assert signs.poll(None)
    assert not signs.poll(None)
    (net / "contacts/ada.toml").read_text()
    assert not signs.poll(None)
    signs.close()
    write_in_place(net, "bob")
    assert not signs.poll(None)


def test_a_folder_made_again_is_listened_to(net: Path) -> None:
    signs = ChangeDetector(net)
    if not signs.subscribe():
        pytest.skip("no word of writing on this file system")
    (net / "contacts").rename(net / "before")
    write_network(net, {"ada": {"name": "Ada"}})
    signs.poll(None)
    assert signs.subscribe()
    write_in_place(net, "ada")
    assert signs.poll(None)
    signs.close()


def test_nothing_is_listened_to_where_there_is_no_folder(tmp_path: Path) -> None:
    signs = ChangeDetector(tmp_path / "none")
    assert not signs.subscribe()
    assert not signs.poll("ada")
    assert watch_folders([tmp_path / "none"]) is None
