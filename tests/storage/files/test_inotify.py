"""Watching folders with inotify, where it misses no writer."""

import os
import sys
from pathlib import Path

import pytest

from netui.storage.files import inotify
from netui.storage.files.inotify import is_local, watch_folders


@pytest.mark.parametrize(
    ("kind", "trusted"),
    [("ext4", True), ("btrfs", True), ("nfs4", False), ("fuse.sshfs", False), ("9p", False), ("", False)],
)
def test_only_file_systems_of_this_machine_are_trusted(tmp_path: Path, kind: str, trusted: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "20 1 8:1 / / rw - xfs /dev/sda1 rw\n"
        f"21 20 0:44 / /mnt/a\\040b rw,relatime shared:7 master:2 - {kind} server:/x rw\n"
    )
    assert is_local(os.makedev(0, 44), str(mounts)) is trusted
    assert is_local(os.makedev(8, 1), str(mounts))
    assert not is_local(os.makedev(9, 9), str(mounts))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify is Linux's")
def test_each_way_of_writing_is_an_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inotify, "is_local", lambda _: True)
    outside = tmp_path / "outside"
    outside.mkdir()
    outside /= "new"
    outside.write_text("3")
    watch = watch_folders([tmp_path])
    assert watch is not None and not watch.poll()
    file = tmp_path / "ada.toml"
    for write in (
        lambda: file.write_text("1"),
        lambda: file.write_text("2"),
        lambda: file.rename(tmp_path / "bob.toml"),
        lambda: os.link(outside, tmp_path / "cy.toml"),  # so the store puts a new file in its place
        lambda: (tmp_path / "bob.toml").unlink(),
    ):
        write()
        assert watch.poll() and not watch.poll()
    (tmp_path / "more").mkdir()
    assert watch.add([tmp_path / "more"]) and not watch.add([tmp_path / "none"])
    watch.close()


def test_a_folder_on_another_file_system_is_not_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inotify, "is_local", lambda _: False)
    assert watch_folders([tmp_path]) is None
