"""What a look at the network folder says, without the store."""

import os
from pathlib import Path

import pytest

from netui.storage.errors import FolderGone
from netui.storage.network_folder import TRASH, NetworkFolder


@pytest.fixture
def net(tmp_path: Path) -> Path:
    (tmp_path / "net" / "contacts").mkdir(parents=True)
    (tmp_path / "net" / "contacts" / "ada.toml").write_text('name = "Ada"\n')
    (tmp_path / "net" / TRASH).mkdir()
    (tmp_path / "net" / TRASH / "20261101T120000-bob.toml").write_text('name = "Bob"\n')
    return tmp_path / "net"


def test_what_is_as_it_should_be_is_no_leftover(net: Path, tmp_path: Path) -> None:
    (net / "contacts" / ".netui-notes").write_text("not ours")
    assert not NetworkFolder(net).has_leftovers()
    assert not NetworkFolder(tmp_path / "nowhere").has_leftovers()


@pytest.mark.parametrize("folder", ["", "contacts", "goals", "inbox", ".sources", ".quarantine"])
def test_a_temporary_file_is_one(net: Path, folder: str) -> None:
    (net / folder).mkdir(exist_ok=True)
    (net / folder / ".netui-0123456789abcdef.tmp").write_text("")
    assert NetworkFolder(net).has_leftovers()


def test_a_file_whose_move_to_the_trash_was_cut_off_is_one(net: Path) -> None:
    os.link(net / "contacts" / "ada.toml", net / TRASH / "20261102T120000-ada.toml")
    assert NetworkFolder(net).has_leftovers()


@pytest.mark.parametrize("left", [False, True])
def test_it_says_that_the_folder_is_gone_until_it_is_back(net: Path, left: bool) -> None:
    folder = NetworkFolder(net)
    folder.require()
    net.rename(net.parent / "elsewhere")
    if left:
        net.mkdir()
    for _ in range(2):
        with pytest.raises(FolderGone):
            folder.require()
    if left:
        net.rmdir()
    (net.parent / "elsewhere").rename(net)
    folder.require()


def test_one_that_never_was_is_not_gone(tmp_path: Path) -> None:
    NetworkFolder(tmp_path / "nowhere").require()
