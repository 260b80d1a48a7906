import stat
from pathlib import Path

import pytest

from netui.services.privacy.forgotten import Marks


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    Marks(tmp_path).add(["Ada King Lovelace", "Åsa", "王小明"], ["Ada@engines.example"])
    return Marks(tmp_path)


def test_knows_a_name_however_it_is_written_and_holds_none(tmp_path: Path, marks: Marks) -> None:
    assert all(map(marks.has, ("ada king-lovelace", "ASA", " ada@ENGINES.example ")))
    assert not any(map(marks.has, ("Ada", "Lovelace", "", "bob@engines.example")))
    path = tmp_path / ".forgotten"
    text = path.read_text()
    assert not any(word in text.casefold() for word in ("ada king", "lovelace", "engines", "åsa"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_each_network_has_a_salt_of_its_own(tmp_path: Path, marks: Marks) -> None:
    (tmp_path / "other").mkdir()
    Marks(tmp_path / "other").add(["Ada King Lovelace"], [])
    lines = [
        set((path / ".forgotten").read_text().splitlines()[1:]) for path in (tmp_path, tmp_path / "other")
    ]
    assert not lines[0] & lines[1]
    Marks(tmp_path).add(["Bob"], [])
    assert Marks(tmp_path).has("Bob") and Marks(tmp_path).has("Åsa")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Coffee with Ada King Lovelace, and Bob", "Coffee with …, and Bob"),
        ("**Åsa's** car; write ada@engines.example.", "**…'s** car; write …."),
        ("Ada and King", "Ada and King"),
        ("an åsa is a ridge, Åsa said", "an åsa is a ridge, … said"),
        ("今天和王小明的弟弟, 小明说", "今天和…的弟弟, 小明说"),
        ("", ""),
    ],
)
def test_takes_names_out_of_texts(marks: Marks, text: str, left: str) -> None:
    assert marks.redact({"a": [text]}) == {"a": [left]}


def test_knows_a_contact_by_name_alias_or_address(marks: Marks) -> None:
    assert marks.holds({"name": "X", "aliases": ["Åsa"]})
    assert marks.holds({"name": "X", "emails": [{"value": "ada@engines.example"}]})
    assert not marks.holds({"name": "Bob", "emails": 3}) and not marks.hold_any_of(
        "contacts/x.toml", b"name = "
    )


def test_without_any_nothing_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / ".forgotten").write_bytes(b"\xff")
    assert not Marks(tmp_path) and not Marks(tmp_path).has("Ada")
