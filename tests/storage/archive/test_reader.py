"""A hostile or damaged archive is refused, whatever it holds."""

import gzip
import io
import os
import tarfile

import pytest

from netui.storage.archive import reader
from netui.storage.archive.reader import DamagedArchiveError, read_archive


def archive(*members, mode="w:gz", **options):
    """A .tar.gz of (name, content) pairs, or of TarInfos."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode, **options) as tar:
        for each in members:
            info, data = (
                (each, b"") if isinstance(each, tarfile.TarInfo) else (tarfile.TarInfo(each[0]), each[1])
            )
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return file.getvalue()


def read(data):
    return {path: content.read() for path, content in read_archive(io.BytesIO(data), len(data))}


def odd(name, kind, target=""):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def test_reads_what_a_backup_holds():
    folder = odd("contacts", tarfile.DIRTYPE)
    data = archive(
        odd("./", tarfile.DIRTYPE),
        folder,
        ("./contacts/zoë.toml", b"a"),
        (".trash/x", b""),
        ("y" * 300, b"b"),
    )
    assert read(data) == {"contacts/zoë.toml": b"a", ".trash/x": b"", "y" * 300: b"b"}


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../x", "contacts/../../x", "contacts/..", "a//b", "contacts/./x", ".git/hooks/pre-push",
     "contacts/.git/config", ".envrc", "a\nb", "a\x1b[31m", "x" * 2000, "contacts/", "..", ".bashrc"],
)  # fmt: skip
def test_paths_that_lead_out_or_belong_to_other_programs(name):
    with pytest.raises(DamagedArchiveError, match=r"holds the path|damaged"):
        assert read(archive((name, b"x"))) == "refused"


@pytest.mark.parametrize(
    "member",
    [
        odd("contacts/a.toml", tarfile.SYMTYPE, "/etc/passwd"), odd("contacts/a.toml", tarfile.LNKTYPE, "b"),
        odd("contacts/a.toml", tarfile.CHRTYPE), odd("contacts/a.toml", tarfile.BLKTYPE),
        odd("contacts/a.toml", tarfile.FIFOTYPE),
    ],
)  # fmt: skip
def test_links_and_devices(member):
    with pytest.raises(DamagedArchiveError, match="link or a device"):
        read(archive(("contacts/b.toml", b"x"), member))


@pytest.mark.parametrize("names", [("a", "a"), ("a", "a/b"), ("a/b", "a")])
def test_a_path_that_comes_twice(names):
    with pytest.raises(DamagedArchiveError, match="twice"):
        read(archive(*((name, b"x") for name in names)))


def test_bombs(monkeypatch):
    monkeypatch.setattr(reader, "ALLOWANCE", 1 << 20)
    for bomb in (
        archive(("a", bytes(8 << 20))),
        archive(*((f"{n}", bytes(1 << 20)) for n in range(8))),
        gzip.compress(bytes(64 << 20)),
        archive(("a" * (6 << 20), b""), format=tarfile.PAX_FORMAT),
    ):
        with pytest.raises(DamagedArchiveError, match=r"times its size|damaged|path"):
            read(bomb)
    monkeypatch.setattr(reader, "MOST_FILES", 3)
    with pytest.raises(DamagedArchiveError, match="more than 3 files"):
        read(archive(*((f"{n}", b"") for n in range(4))))


def test_cut_off_anywhere():
    data = archive(*((f"contacts/{n}.toml", os.urandom(300)) for n in range(9)))
    for end in range(0, len(data), 37):
        with pytest.raises(DamagedArchiveError):
            read(data[:end])


def test_damaged_anywhere():
    data = archive(*((f"contacts/{n}.toml", os.urandom(200)) for n in range(3)))
    whole = read(data)
    for at in range(0, len(data), 5):
        harmed = data[:at] + bytes([data[at] ^ 0x41]) + data[at + 1 :]
        try:
            assert read(harmed) == whole, at  # a time in the header, which nobody looks at
        except DamagedArchiveError:
            continue


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        gzip.compress(b"hello", mtime=0),
        bytes(range(256)) * 40,
        gzip.compress(b"x" * 5000, mtime=0),
    ],
    ids=["empty", "text", "a text", "bytes", "no tar"],
)
def test_what_is_no_archive(data):
    with pytest.raises(DamagedArchiveError):
        assert read(data) == "refused"
