import errno
import os
import stat

import pytest

from netui.storage.archive import writer
from netui.storage.archive.reader import read_archive
from netui.storage.archive.writer import write_backup
from netui.storage.errors import CannotSave, Conflict, StoreError
from tests.support.faulty_disk import ADA, ADA_TEXT, BOB, Faulty, Killed, network


@pytest.fixture
def home(tmp_path):
    (tmp_path / "out").mkdir()
    return network(tmp_path, [(ADA, ADA_TEXT), (BOB, b"name = 'Bob'")])


def held(path):
    with open(path, "rb") as file:
        return {name: data.read() for name, data in read_archive(file, path.stat().st_size)}


WANTED = {"contacts/ada.toml": ADA_TEXT, "contacts/bob.toml": b"name = 'Bob'"}


def test_leaves_out_what_leads_out_and_follows_what_stays(home, tmp_path):
    net = home / "net"
    (net / "contacts/link.toml").symlink_to("ada.toml")
    (net / "contacts/out.toml").symlink_to("/etc/passwd")
    (net / "contacts/gone.toml").symlink_to("nowhere")
    os.mkfifo(net / "contacts/fifo.toml")
    with (net / "inbox-of-holes").open("wb") as file:
        file.truncate(3 << 40)
    (net / ".git").mkdir()
    (net / "contacts/.netui-1.tmp").write_text("half")
    found = write_backup(str(net), str(tmp_path / "out/b.tar.gz"), replace=False)
    assert held(tmp_path / "out/b.tar.gz") == {**WANTED, "contacts/link.toml": ADA_TEXT}
    assert [path.split(" ")[0] for path in found.left_out] == [
        ".git", "contacts/fifo.toml", "contacts/gone.toml", "contacts/out.toml",
        "inbox-of-holes",
    ]  # fmt: skip


def test_files_that_change_meanwhile_are_copied_again(home, tmp_path, monkeypatch):
    write, times = writer._write, []

    def meddling(*args):
        digests = write(*args)
        if len(times) < 2:
            times.append(1)
            (home / "net/contacts/bob.toml").write_text(f"name = 'Bob {len(times)}'")
        return digests

    monkeypatch.setattr(writer, "_write", meddling)
    target = tmp_path / "out/b.tar.gz"
    write_backup(str(home / "net"), str(target), replace=False)
    assert held(target)["contacts/bob.toml"] == b"name = 'Bob 2'"


def test_gives_up_where_nothing_rests(home, tmp_path, monkeypatch):
    write = writer._write

    def meddling(*args):
        (home / f"net/contacts/{os.urandom(4).hex()}.toml").write_text("name = 'x'")
        return write(*args)

    monkeypatch.setattr(writer, "_write", meddling)
    with pytest.raises(Conflict, match="keeps changing"):
        write_backup(str(home / "net"), str(tmp_path / "out/b.tar.gz"), replace=False)
    assert os.listdir(tmp_path / "out") == []


def test_what_differs_when_read_back_is_no_backup(home, tmp_path, monkeypatch):
    monkeypatch.setattr(writer, "_digest", lambda file: file.read() and b"other")
    with pytest.raises(CannotSave, match="could not be read back"):
        write_backup(str(home / "net"), str(tmp_path / "out/b.tar.gz"), replace=False)
    assert os.listdir(tmp_path / "out") == []


@pytest.mark.parametrize("fault", [errno.EIO, errno.ENOSPC, errno.EACCES, "kill"])
@pytest.mark.parametrize("replace", [False, True])
def test_a_fault_at_any_call_leaves_the_old_one_or_the_new_one(home, tmp_path, fault, replace):
    target = tmp_path / "out/b.tar.gz"
    counting = Faulty()
    write_backup(str(home / "net"), str(target), replace=False, system=counting)
    for at in range(1, counting.count + 2):
        target.unlink(missing_ok=True)
        if replace:
            target.write_bytes(b"old")
        try:
            write_backup(str(home / "net"), str(target), replace=replace, system=Faulty(at=at, fault=fault))
        except (StoreError, Killed):
            if target.exists() and target.read_bytes() != b"old":
                assert held(target) == WANTED
            else:
                assert target.exists() is replace
        else:
            assert held(target) == WANTED and stat.S_IMODE(target.stat().st_mode) == 0o600
        left = [path for path in (tmp_path / "out").iterdir() if path.suffix == ".tmp"]
        if fault != "kill":  # but where removing its second name is what fails
            assert all(target.exists() and path.samefile(target) for path in left)
        for path in left:
            path.unlink()
