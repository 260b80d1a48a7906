"""What a sync or a file manager left beside a file is a copy of it if it holds the same name."""

from pathlib import Path

import pytest

from netui.storage.files.conflict_copies import find_copies

COPIES = [
    "ada 2", "ada 12", "ada (1)", "ada(1)", "ada (1) (1)", "ada [2]", "ada_1",
    "ada - Copy", "ada - Copy (2)", "ada copy", "ada copy 2", "ada (copy)", "ada (another copy)",
    "ada (3rd copy)",
    "Copy of ada", "Copy (2) of ada", "Kopie von ada", "Copie de ada",
    "ada - Kopie", "ada (Kopie)", "ada Kopie 2", "ada - Copie", "ada (copia)", "ada - копия", "ada のコピー",
    "adaのコピー", "ada - 副本", "ada 복사본",
    "ada-DESKTOP-1A2B3C", "ada-DESKTOP-1A2B3C-2", "ada-Janes-MacBook-Pro",
    "ada.sync-conflict-20261101-123456-ABCDEFG", "ada.Conflict", "ada.conflict1", "ada~conflict",
    "ada (conflicted copy 2026-11-01 123456)", "ada (Jane's conflicted copy 2026-11-01)", "ada [conflicted]",
    "ada_conflict-20261101-123456", "ada (SFConflict jane@x.example 2026-11-01-12-34-56)",
    "ada (Case Conflict)", "ada~20261120-101112", "ada~20261120-101112~", "ada..path1",
    "ada (In Konflikt stehende Kopie von Jane 2026-11-01)", "ada (copie en conflit de Jane 2026-11-01)",
]  # fmt: skip
PEOPLE = [
    "ada-2", "ada-lovelace", "adam", "ada king", "ada (Boston)", "ada copywriter", "ada-copywriter",
    "bob (1)", "copy", "ada-3",
]  # fmt: skip


@pytest.fixture
def net(tmp_path: Path) -> Path:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "goals").mkdir()
    write(tmp_path, "ada")
    return tmp_path


def write(net: Path, stem: str, text: str = 'name = "Ada Lovelace"\n', folder: str = "contacts") -> None:
    (net / folder / f"{stem}.toml").write_text(text)


def copies(net: Path, *stems: str, folder: str = "contacts") -> dict[str, str]:
    return find_copies(net, folder, [f"{stem}.toml" for stem in stems])


@pytest.mark.parametrize("stem", COPIES)
def test_copies_by_every_common_name(net: Path, stem: str) -> None:
    write(net, stem)
    assert copies(net, "ada", stem) == {stem: "ada"}
    assert copies(net, stem) == {}, "the original is gone: this is all there is of them"
    write(net, stem, 'name = "Somebody Else"\n')
    assert copies(net, "ada", stem) == {}


@pytest.mark.parametrize("stem", PEOPLE)
def test_people_are_no_copies_whatever_they_are_called(net: Path, stem: str) -> None:
    write(net, stem)
    assert copies(net, "ada", stem) == {}


def test_a_copy_of_a_copy_is_one_of_the_original(net: Path) -> None:
    for stem in ("ada (1)", "ada (1) - Copy"):
        write(net, stem)
    assert copies(net, "ada", "ada (1)", "ada (1) - Copy") == {"ada (1)": "ada", "ada (1) - Copy": "ada"}


def test_a_copy_that_cannot_be_read_is_nobody_more(net: Path) -> None:
    write(net, "ada 2", "name = ")
    assert copies(net, "ada", "ada 2") == {"ada 2": "ada"}


def test_goals_are_told_apart_by_their_titles(net: Path) -> None:
    write(net, "cto", 'title = "CTO"\n', "goals")
    write(net, "cto (1)", 'title = "CTO"\n', "goals")
    write(net, "cto 2", 'title = "CTO twice"\n', "goals")
    assert copies(net, "cto", "cto (1)", "cto 2", folder="goals") == {"cto (1)": "cto"}


def test_hostile_names_take_no_time_to_speak_of(net: Path) -> None:
    for tail in ("-A" * 110 + "!", " 1" * 110 + "!", "(1)" * 75 + "!", "_1-A" * 55 + "!"):
        assert copies(net, "ada", f"ada{tail}") == {}
