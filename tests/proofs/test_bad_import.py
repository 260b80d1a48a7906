"""Bad input of an import, a test for each kind: refused or made harmless, said where, the rest comes in."""

import os
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from netui.interchange.import_plan import Plan
from netui.services.transfer import file_formats
from netui.services.transfer.exports import export
from netui.services.transfer.imports import apply_import, plan_import
from netui.services.workspace import Workspace
from netui.storage.toml.document import load
from tests.support.app import open_workspace

GOOD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nUID:1\nEND:VCARD\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def brought_in(workspace: Workspace, path: Path) -> Plan:
    """Imports; whatever it wrote can be read again and is no path out of its folder."""
    found = plan_import(workspace, [str(path)])
    apply_import(workspace, found)
    for each in workspace.network.rglob("*.toml"):
        assert each.parent.name in ("contacts", ".sources", ".quarantine")
        load(each.read_bytes(), each.name)
    return found


def test_a_photo_of_fifty_megabytes_is_left_out_and_the_card_comes_in(
    tmp_path: Path, workspace: Workspace
) -> None:
    path = tmp_path / "photo.vcf"
    photo = "PHOTO;ENCODING=b:" + "\n ".join(["A" * 74] * 20_000)
    path.write_text(GOOD.replace("UID:1", f"{photo}\nUID:1"))
    assert brought_in(workspace, path).new == ("ada-lovelace",)
    kept = [each.stat().st_size for each in workspace.network.rglob("*.toml")]
    assert max(kept) < 1000


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.vcf", "BEGIN:VCARD\nAGENT:\n" * 9 + "FN:X\n" + "END:VCARD\n" * 9, "deep"),
        ("a.json", '{"format": "netui", "version": 1, "contacts": ' + "[" * 200_000, "not valid JSON"),
        ("a.vcf", "BEGIN:VCARD\nFN:Cut", "the file ends within the card"),
        ("a.csv", "Product,Price\nTea,3\n", ""),
    ],
)  # fmt: skip
def test_nesting_and_cut_and_foreign_files_are_refused_and_others_come_in(
    tmp_path: Path, workspace: Workspace, name: str, text: str, why: str
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_text(text)
    (folder / "good.vcf").write_text(GOOD)
    found = brought_in(workspace, folder)
    assert found.new == ("ada-lovelace",) and not found.refused
    assert [each.file for each in found.rejected] == [name] and why in found.rejected[0].why


def test_a_wrong_charset_is_read_as_what_it_is(tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "old.vcf"
    path.write_bytes(GOOD.replace("Ada Lovelace", "Jörg Müßig").encode("cp1252"))
    assert list(brought_in(workspace, path).names.values()) == ["Jörg Müßig"]


def test_a_zip_bomb_is_refused(tmp_path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_formats, "MAX_BYTES", 1 << 16)
    path = tmp_path / "bomb.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", b"First Name,Last Name,URL\n" + b"x" * (1 << 20))
    found = brought_in(workspace, path)
    assert found.refused == (str(path),) and "when unpacked" in found.rejected[0].why


def test_of_many_files_three_broken_ones_are_named(tmp_path: Path, workspace: Workspace) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(60):
        (folder / f"{n:03d}.vcf").write_text(GOOD.replace("UID:1", f"UID:{n}").replace("Ada", f"Ada{n}"))
    for n in (7, 20, 41):
        (folder / f"{n:03d}.vcf").write_text("BEGIN:VCARD\nNOTE:nobody\nEND:VCARD\n")
    found = brought_in(workspace, folder)
    assert len(found.new) == 57 and len(found.quarantine) == 3
    assert [(each.file, each.where) for each in found.rejected] == [
        (f"{n:03d}.vcf", "line 1") for n in (7, 20, 41)
    ]


def test_a_fifo_keeps_nobody_waiting(tmp_path: Path, workspace: Workspace) -> None:
    os.mkfifo(tmp_path / "pipe.vcf")
    found = brought_in(workspace, tmp_path / "pipe.vcf")
    assert found.refused and "no file" in found.rejected[0].why


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "\x1b]52;c;aGk=\x07Eve",
        "[@click=app.quit]Eve[/]",
        "CON",
        ".",
        "=1+1",
        "-Eve",
        "a/b\\c",
    ],
)
def test_hostile_names_stay_text(tmp_path: Path, workspace: Workspace, name: str) -> None:
    path = tmp_path / "hostile.vcf"
    path.write_text(GOOD.replace("Ada Lovelace", name))
    (ident,) = brought_in(workspace, path).new
    assert (workspace.network / f"contacts/{ident}.toml").is_file()
    assert "/" not in ident and not ident.startswith(".") and "\x1b" not in ident
    table = "".join(export(workspace, [ident], "csv"))
    assert not any(cell[:1] in ("=", "-", "@", "+") for row in table.splitlines() for cell in row.split(","))


def test_a_line_of_ten_megabytes_is_rejected_and_kept_in_part(tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "long.vcf"
    path.write_text(f"BEGIN:VCARD\nFN:Eve\nNOTE:{'x' * (10 << 20)}\nEND:VCARD\n{GOOD}")
    found = brought_in(workspace, path)
    assert found.new == ("ada-lovelace",) and "larger than 1 MiB" in found.rejected[0].why
