"""What is no contact, or cannot be read, hides nobody from the index."""

import os

import pytest

from netui.domain.cadence.status import status_of
from netui.storage.queries.reader import Reader
from tests.support.indexed_network import TODAY, Net, content, met


def test_conflict_copies_and_backups_are_not_people(net: Net) -> None:
    net.person("ada")
    for name in (
        "ada.sync-conflict-20261101-x.toml",
        "ada (1).toml",
        ".ada.toml",
        "ada.toml~",
        "ada.toml.orig",
    ):
        (net.folder / "contacts" / name).write_text('name = "Ada"\n')
    net.write("cto", 'title = "CTO"\n', "goals")
    net.write("cto (Kopie)", 'title = "CTO"\n', "goals")
    index = net.fresh()
    assert [row.id for row in Reader(index).contact_rows()] == ["ada"]
    assert [ident for ident, _, _ in Reader(index).goals()] == ["cto"]
    assert not index.refresh(TODAY)


def test_a_copy_is_a_contact_while_its_original_is_gone_or_called_otherwise(net: Net) -> None:
    def people() -> list[str]:
        index.refresh(TODAY)
        return sorted(row.id for row in Reader(index).contact_rows())

    net.person("ada")
    net.write("ada (1)", 'name = "Ada"\n')
    index = net.fresh()
    assert people() == ["ada"]
    net.write("ada", 'name = "Ada King"\n')
    assert people() == ["ada", "ada (1)"]
    net.person("ada")
    assert people() == ["ada"]
    net.remove("ada")
    assert people() == ["ada (1)"]
    net.person("ada")
    assert people() == ["ada"] and content(index) == content(net.fresh(memory=True))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('name = "Ada\n', 1),
        ("", 1),
        ('name = "Ada"\n\n[[timeline]]\nid = "a"\non = 2026-02-30\n', 5),
        ('name = "Ada"\ntags = "x"\n', 2),
        ('name = "Ada"\n[rhythm]\nevery = "often"\n', 3),
        ('name = "Ada"\n[[date]]\nwhat = "birthday"\non = "soon"\n', 4),
        ('name = "Ada"\n[[timeline]]\nid = "a"\n', 2),
    ],
)
def test_a_broken_file_stays_listed_with_its_place(net: Net, text: str, line: int) -> None:
    net.person("ada", met("2026-11-01", "grace"))
    net.person("grace")
    index = net.fresh()
    net.write("ada", text)
    assert set(index.refresh(TODAY).changed) == {"ada", "grace"}
    row = Reader(index).row("ada")
    assert row is not None and row.error.startswith(f"contacts/ada.toml, line {line}")
    assert status_of(row, TODAY).state == "broken"
    assert Reader(index).row("grace").last == 0  # type: ignore[union-attr]
    assert content(index) == content(net.fresh(memory=True))
    net.person("ada", met("2026-11-01", "grace"))
    index.refresh(TODAY)
    assert Reader(index).broken_files() == [] and content(index) == content(net.fresh(memory=True))


def test_what_is_no_plain_file_is_told(net: Net) -> None:
    net.person("ada")
    (net.folder / "contacts/folder.toml").mkdir()
    os.mkfifo(net.folder / "contacts/fifo.toml")
    (net.folder / "contacts/nowhere.toml").symlink_to("gone.toml")
    (net.folder / "contacts/latin.toml").write_bytes(b'name = "Andr\xe9"\n')
    (net.folder / "contacts/out.toml").symlink_to("/etc/hostname")
    net.write("cto", "title = ", "goals")
    index = net.fresh()
    errors = dict(Reader(index).broken_files())
    assert (
        errors.keys() == {"folder", "fifo", "latin", "nowhere", "out", "cto"} and "UTF-8" in errors["latin"]
    )
    assert all(error.count(".toml") == 1 and "Errno" not in error for error in errors.values())
    assert Reader(index).row("ada") is not None


def test_what_cannot_be_read_is_no_news_each_time(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    net.person("ada")
    os.mkfifo(net.folder / "contacts/fifo.toml")
    (net.folder / "contacts/nowhere.toml").symlink_to("gone.toml")
    index = net.fresh()
    assert index.surveyed and not index.refresh(TODAY)
    net.person("gone")
    assert set(index.refresh(TODAY).changed) == {"gone", "nowhere"}


def test_a_list_item_with_a_line_break_is_one_item(net: Net) -> None:
    entry = 'id = "a"\non = 2026-11-01\nkind = "call"\ntags = ["one\\ntwo", "three"]\n'
    net.write("ada", f'name = "Ada"\ntags = ["x\\ny"]\n[[timeline]]\n{entry}')
    reader = Reader(net.fresh())
    assert list(reader.timeline("ada")[0].tags) == ["one two", "three"]
    row = reader.row("ada")
    assert row is not None and row.tags.split("\n") == ["x y"]
