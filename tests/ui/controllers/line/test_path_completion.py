"""Completing a path: folders on the way, no hidden files, no names that cannot be typed."""

from pathlib import Path

import pytest

from netui.ui.controllers.line.path_completion import complete_path


def completed(text: str) -> list[str]:
    found = complete_path(text, len(text))
    return [text[: found.start] + choice for choice in found.choices] if found else []


def test_files_and_folders_of_that_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "books").mkdir()
    for name in ("Book.vcf", ".boss", "boo\x1b[31m.vcf", "other"):
        (tmp_path / name).touch()
    assert completed(f"{tmp_path}/bo") == [f"{tmp_path}/Book.vcf", f"{tmp_path}/books/"]
    assert completed(f"{tmp_path}/.b") == [f"{tmp_path}/.boss"]
    monkeypatch.chdir(tmp_path)
    assert completed("oth") == ["other"] and completed("other") == []
    monkeypatch.setenv("HOME", str(tmp_path))
    assert completed("~/oth") == ["~/other"]


def test_a_folder_that_cannot_be_listed_offers_nothing(tmp_path: Path) -> None:
    assert completed("/nowhere/x") == [] == completed(f"{tmp_path}/x")
