"""The doctor's look at folders: each thing that can be wrong with one is named, with how to mend it."""

import fcntl
import os
import time
from pathlib import Path

import pytest

from netui.services.doctor import folders
from netui.services.doctor.folders import check_dates, check_disks, check_files, check_permissions
from tests.support.app import write_network

NOW = time.time()


@pytest.fixture
def net(tmp_path):
    return write_network(tmp_path / "net", {"ada": {"name": "Ada"}}, {"g": {"title": "G"}})


def told(findings):
    return [(each.topic, each.what, each.mend) for each in findings]


def test_folders_as_they_should_be(net, tmp_path):
    net.chmod(0o700)
    found = list(check_permissions({"network": net, "cache": tmp_path / "none"}))
    assert not any(each.is_wrong for each in found)
    assert "not there yet" in found[1].what


def test_what_is_no_folder_cannot_be_written_or_is_open_to_others(net, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    (found,) = check_permissions({"state": tmp_path / "file"})
    assert "not a folder" in found.what and found.is_wrong
    monkeypatch.setattr(folders, "is_open_to_others", lambda _: True)
    (found,) = check_permissions({"network": net})
    assert "every user" in found.what and "chmod go-rwx" in found.mend
    monkeypatch.setattr(os, "access", lambda *_: False)
    (found,) = check_permissions({"network": net})
    assert "cannot be written" in found.what and "chmod u+rwx" in found.mend


def test_a_link_that_leads_nowhere_is_told(tmp_path):
    (tmp_path / "net").symlink_to(tmp_path / "none")
    (found,) = check_permissions({"network": tmp_path / "net"})
    assert "leads nowhere" in found.what and found.is_wrong


def test_a_folder_within_that_is_closed_is_named(net, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, _: not str(path).endswith("goals"))
    assert [each.what for each in check_files(net) if each.is_wrong] == ["goals is closed to you"]


def test_a_folder_is_open_to_others_if_all_above_it_are(net, tmp_path):
    net.chmod(0o755)
    tmp_path.chmod(0o700)
    assert not folders.is_open_to_others(net)
    net.chmod(0o700)
    assert not folders.is_open_to_others(net)
    root = Path("/")
    assert folders.is_open_to_others(root) == bool(root.stat().st_mode & 0o004)


def test_a_file_that_is_closed_to_its_user_is_named(net, monkeypatch):
    assert told(check_files(net)) == [("files", "2 in contacts and goals", "")]
    monkeypatch.setattr(os, "access", lambda path, _: "ada" not in str(path))
    (found,) = check_files(net)
    assert found.what == "1 file is closed to you, the first contacts/ada.toml" and "chmod u+rw" in found.mend


def test_dates(net):
    now = time.time()
    (found,) = check_dates(net, now, "")
    assert not found.is_wrong
    os.utime(net / "contacts/ada.toml", (now + 3600, now + 3600))
    (found,) = check_dates(net, now, "")
    assert (
        found.what == "1 file is dated in the future, the first contacts/ada.toml" and "touch" in found.mend
    )
    (found,) = check_dates(net, 1000.0, "")
    assert found.what == "it says 1970-01-01" and "set the clock" in found.mend
    os.utime(net / "contacts/ada.toml", (now, now))
    (found,) = check_dates(net, now, "2026-01-01")
    assert "NETUI_TODAY sets it to 2026-01-01" in found.what and found.is_wrong


def test_a_network_disk_is_told_and_a_cache_on_one_is_wrong(net, tmp_path, monkeypatch):
    monkeypatch.setattr(
        folders, "file_system_of", lambda path: "nfs4" if "cache" in str(path) else "fuse.sshfs"
    )
    network, cache = list(check_disks(net, tmp_path / "cache", {}))
    assert not network.is_wrong and "fuse.sshfs" in network.what
    assert cache.is_wrong and "nfs4" in cache.what and "XDG_CACHE_HOME" in cache.mend


def test_the_holder_of_the_lock_is_named(net, tmp_path):
    assert folders.lock_problem(net) is None
    held = os.open(net, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    what, mend = folders.lock_problem(net)
    os.close(held)
    assert f"process {os.getpid()}" in what and "wait" in mend


def test_a_disk_without_locks(net, monkeypatch):
    def refuse(*_):
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    assert folders.lock_problem(net) == (
        "this disk has no locks", "never write from two machines, or two programs, at once",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("free", "files", "what"),
    [
        (0, 9, "the disk is full"),
        (20 << 20, 9, "only 20 MiB are free"),
        (9 << 30, 0, "no more files fit"),
        (9 << 30, 9, ""),
    ],
)
def test_space(net, tmp_path, monkeypatch, free, files, what):
    size = os.statvfs(net)
    given = (4096, 4096, 9 << 30, free // 4096, free // 4096, 9, files, files, *tuple(size)[8:])
    monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result(given))
    found = [
        each for each in check_disks(net, tmp_path / "cache", {"state": tmp_path}) if each.topic == "space"
    ]
    assert len(found) == (3 if what else 0) and all(what in each.what and each.mend for each in found)


def test_a_file_server_whose_clock_is_behind_is_told(net, tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "file_system_of", lambda _: "nfs4")
    assert not [each for each in check_disks(net, tmp_path, {}) if each.topic == "clock"]
    assert -1 < folders.server_lag(net) < 3 < 59 < folders.server_lag(net, lambda: time.time() + 60) < 63
    assert folders.server_lag(net / "none") == 0 and not list(net.glob(".netui*"))
    monkeypatch.setattr(folders, "server_lag", lambda _: 60.0)
    (found,) = [each for each in check_disks(net, tmp_path, {}) if each.topic == "clock"]
    assert "60 s behind" in found.what and found.mend
