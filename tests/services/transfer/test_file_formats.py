"""The files of an import: found, told by their content, read within limits."""

import os
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from netui.interchange.records import ParsedFile, ReadOptions
from netui.services.errors import Refused
from netui.services.transfer import file_formats
from netui.services.transfer.file_formats import FORMATS, find_format, is_refused, read_files

CARD = b"BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n"
CONNECTIONS = b"First Name,Last Name,URL,Connected On\nAda,L,https://linkedin.com/in/ada,01 Jan 2020\n"


def read(path: Path, name: str = "") -> list[ParsedFile]:
    return list(read_files(str(path), find_format(name) if name else None, ReadOptions()))


def test_the_content_says_what_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(CARD)
    (found,) = read(tmp_path / "a.txt")
    assert found.people[0].source == "vcard"
    (tmp_path / "b.txt").write_text("Dear Ada,")
    assert "--from" in read(tmp_path / "b.txt")[0].rejected[0].why


@pytest.mark.parametrize(
    ("name", "text", "known"),
    (
        ("a.md", "### Notes:\n- 2020-01-02: **Ada** is here.\n", "friends"),
        ("a.md", "### Notes\nBuy milk.\n", None),
        ("a.md", "---\ntags: person\n---\n", "obsidian"),
        ("a.json", '["vcard", []]', "jcard"),
        ("a.json", '{"app_version": "4", "account": {}}', "monica"),
        ("a.json", '{"format": "netui"}', "json"),
        ("a.json", "{}", None),
        ("a.org", "* Ada\n:PROPERTIES:\n:EMAIL: a\n:END:\n", "org"),
        ("a.xml", '<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"/>', "xcard"),
        ("a.csv", "CONVERSATION ID,FROM,TO,DATE\n", "linkedin"),
        ("a.csv", "First Name,Last Name,URL,Email Address,Connected On\n", "csv"),
    ),
)
def test_each_format_is_told_by_its_content(name: str, text: str, known: str | None) -> None:
    found = [each.name for each in FORMATS if each.detects(name, text.encode())]
    assert found[:1] == ([known] if known else [])


def test_a_zip_of_linkedin_gives_its_contacts_and_not_its_owner(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "linkedin.zip", "w") as archive:
        archive.writestr("Complete/Connections.csv", CONNECTIONS)
        archive.writestr("Complete/Profile.csv", "First Name,Last Name,Address\nMe,Myself,Here\n")
        archive.writestr("../../evil.csv", CONNECTIONS.replace(b"/ada", b"/eve").replace(b"Ada", b"Eve"))
        archive.writestr("Rich_Media.csv", "Time,Media Link\n1,x\n")
    names = [person.name for parsed in read(tmp_path / "linkedin.zip") for person in parsed.people]
    assert names == ["Ada L", "Eve L"]
    assert sorted(os.listdir(tmp_path)) == ["linkedin.zip"]


def test_a_zip_bomb_and_a_broken_archive_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_formats, "MAX_BYTES", 100_000)
    with ZipFile(tmp_path / "bomb.zip", "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"Name,Email\n" + b"x" * 1_000_000)
    assert "unpacked" in read(tmp_path / "bomb.zip")[0].rejected[0].why
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04" + b"x" * 50)
    assert "cannot be read" in read(tmp_path / "broken.zip")[0].rejected[0].why


def test_what_is_too_large_or_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_formats, "MAX_BYTES", 5)
    (tmp_path / "a.vcf").write_bytes(CARD)
    os.mkfifo(tmp_path / "b.vcf")
    (tmp_path / "empty").mkdir()
    for name, why in (("a.vcf", "larger than"), ("b.vcf", "no file"), ("empty", "no file of a known format")):
        (found,) = read(tmp_path / name)
        assert is_refused(found) and why in found.rejected[0].why
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none.vcf")


def test_an_unknown_format_is_named_with_those_there_are() -> None:
    with pytest.raises(Refused, match=r"there is json, vcard, .*csv, .*friends"):
        find_format("papyrus")
