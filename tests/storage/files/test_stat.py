"""Surveys of a folder: which files changed, by their stat."""

import os
from pathlib import Path

import pytest

from netui.storage.errors import Unreadable
from netui.storage.files.stat import (
    FINE_NS,
    RACY_NS,
    SKEW_NS,
    compare,
    make_private_folder,
    read_bytes,
    stamp,
    status_of,
    survey,
)
from netui.storage.files.survey import fingerprint
from netui.storage.toml.parse import MAX_BYTES


def test_every_change_changes_the_fingerprint(tmp_path: Path) -> None:
    net = tmp_path
    (net / "contacts").mkdir()
    for number in range(3):
        (net / "contacts" / f"p{number}.toml").write_text(f'name = "{number}"\n')
    one = net / "contacts" / "p1.toml"
    seen = [fingerprint(survey(net, "contacts"))]
    assert fingerprint(survey(net, "contacts")) == seen[0]
    status = one.stat()
    one.write_text('name = "2"\n')
    os.utime(one, ns=(status.st_atime_ns, status.st_mtime_ns))
    seen.append(fingerprint(survey(net, "contacts")))
    one.rename(one.with_name("other.toml"))
    seen.append(fingerprint(survey(net, "contacts")))
    (net / "contacts" / "another.toml").write_text("")
    seen.append(fingerprint(survey(net, "contacts")))
    (net / "contacts" / "other.toml").unlink()
    seen.append(fingerprint(survey(net, "contacts")))
    assert len(set(seen)) == len(seen)


def test_only_what_is_ours_and_other_than_known_is_read() -> None:
    found = {"ada.toml": 1, "grace.toml": 2, "new.toml": 3, ".ada.toml": 4, "ada_REMOTE_12.toml": 5}
    known = {"ada.toml": 1, "grace.toml": 9, "mary.toml": 5}
    assert compare(found, known) == (["grace", "new"], ["mary"])


def test_one_file_has_the_status_that_a_survey_finds(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts/ada.toml").write_text("")
    assert survey(tmp_path, "contacts") == {"ada.toml": status_of(tmp_path, "contacts", "ada")}
    assert status_of(tmp_path, "contacts", "bob") is None


DAY_NS = 86_400_000_000_000
NOW = 10 * DAY_NS


@pytest.mark.parametrize(
    ("mtime", "ctime", "is_certain"),
    [
        (NOW - RACY_NS, NOW - RACY_NS, True),
        (NOW - RACY_NS + 1_000_000_000, NOW - RACY_NS + 1_000_000_000, False),
        (NOW - 7, NOW - FINE_NS + 7, False),
        (NOW - FINE_NS - 7, NOW - FINE_NS - 7, True),
        (NOW + DAY_NS, NOW - DAY_NS, True),
        (NOW + DAY_NS, NOW - 7, False),
        (NOW + DAY_NS, NOW + DAY_NS, True),
        (NOW - DAY_NS, NOW + SKEW_NS - 7, False),
        (NOW + FINE_NS - 7, NOW - DAY_NS - 7, False),
    ],
)
def test_only_a_file_that_may_change_under_the_same_dates_is_uncertain(
    mtime: int, ctime: int, is_certain: bool
) -> None:
    signature = (mtime, ctime, 1, 2)
    assert stamp(signature, NOW) == (hash(signature) if is_certain else 0)


# ---------------------------------------------------------------------- odd files


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    folder = tmp_path / "net/contacts"
    folder.mkdir(parents=True)
    (folder / "ada.toml").write_text('name = "Ada"\n')
    (tmp_path / "outside.toml").write_text('name = "Secret"\n')
    return folder


def read(contacts: Path, stem: str = "odd") -> bytes:
    return read_bytes(contacts.parent, "contacts", stem)[1]


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("../../outside.toml", "leads out of"),
        ("/proc/cpuinfo", "leads out of"),
        ("/dev/zero", "leads out of"),
        ("hop.toml", "leads out of"),
        ("gone.toml", "link to a file that is not there"),
    ],
)
def test_a_link_is_followed_as_far_as_the_network_reaches(contacts: Path, target: str, why: str) -> None:
    (contacts / "hop.toml").symlink_to("../../outside.toml")
    (contacts / "odd.toml").symlink_to(target)
    with pytest.raises(Unreadable, match=why) as refused:
        read(contacts)
    assert str(refused.value).startswith("contacts/odd.toml: it is ")


def test_a_link_to_a_file_of_the_network_is_that_file(contacts: Path) -> None:
    (contacts / "hop.toml").symlink_to(contacts / "ada.toml")
    (contacts / "odd.toml").symlink_to("../contacts/hop.toml")
    assert read(contacts) == b'name = "Ada"\n'


def test_links_in_a_circle_end_in_an_error(contacts: Path) -> None:
    (contacts / "odd.toml").symlink_to("even.toml")
    (contacts / "even.toml").symlink_to("odd.toml")
    with pytest.raises(OSError, match="symbolic links"):
        read(contacts)


def test_what_is_no_regular_file_is_refused_unread(contacts: Path) -> None:
    os.mkfifo(contacts / "fifo.toml")
    (contacts / "folder.toml").mkdir()
    for stem in ("fifo", "folder"):
        with pytest.raises(Unreadable, match="not a regular file"):
            read(contacts, stem)
    with open(contacts / "huge.toml", "wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(Unreadable, match="larger than 8 MiB"):
        read(contacts, "huge")


class Status:
    """The status of an open file with another size or date."""

    def __init__(self, fd: int, **other: int) -> None:
        self._real, self._other = os.stat(f"/proc/self/fd/{fd}"), other

    def __getattr__(self, name: str) -> int:
        return self._other.get(name) or getattr(self._real, name)


@pytest.mark.parametrize("size", [1, 5, 70_000])
def test_a_size_that_lies_does_not_matter(contacts: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(os, "fstat", lambda fd: Status(fd, st_size=size))
    assert read(contacts, "ada") == b'name = "Ada"\n'
    text = b"#" * 200_000
    (contacts / "ada.toml").write_bytes(text)
    assert read(contacts, "ada") == text
    (contacts / "ada.toml").write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(Unreadable, match="larger than 8 MiB"):
        read(contacts, "ada")


def test_a_file_that_never_rests_is_given_up(contacts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(1, 1000))
    monkeypatch.setattr(os, "fstat", lambda fd: Status(fd, st_mtime_ns=next(ticks)))
    with pytest.raises(Unreadable, match="changed each time"):
        read(contacts, "ada")


def test_a_folder_that_is_a_link_out_of_the_network_is_refused(contacts: Path) -> None:
    net = contacts.parent
    contacts.rename(net / "people")
    contacts.symlink_to("people")
    assert set(survey(net, "contacts")) == {"ada.toml"}
    contacts.unlink()
    (net / "people").rename(net.parent / "people")
    contacts.symlink_to("../people")
    with pytest.raises(Unreadable, match="leads out of"):
        survey(net, "contacts")


def test_new_folders_are_for_the_user_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_private_folder(tmp_path / "a/b")
        make_private_folder(tmp_path / "a/b")
    finally:
        os.umask(before)
    assert [oct((tmp_path / path).stat().st_mode & 0o777) for path in ("a", "a/b")] == ["0o700", "0o700"]
