"""The screen as it was left is shown as long as it is true."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from netui.services.sync.screen_snapshot import ScreenSnapshot, load_snapshot, save_snapshot
from tests.support.app import NOW, places_in, write_network

TODAY, TERMINAL = NOW.date(), "80x24 TERM=xterm"
SCREEN = ScreenSnapshot(b"shows", b"rows")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}}, {"cto": {"title": "CTO"}})
    save_snapshot(places_in(tmp_path), TODAY, TERMINAL, SCREEN)
    return tmp_path


def recalled(home: Path, today: date = TODAY, terminal: str = TERMINAL) -> ScreenSnapshot | None:
    return load_snapshot(places_in(home), today, terminal)


def test_nothing_changed(home: Path) -> None:
    assert recalled(home) == SCREEN


def test_another_day_or_terminal(home: Path) -> None:
    assert recalled(home, TODAY + timedelta(1)) is None
    assert recalled(home, terminal="80x25 TERM=xterm") is None


@pytest.mark.parametrize(("folder", "stem"), [("contacts", "ada"), ("goals", "cto")])
def test_a_file_replaced_added_or_gone(home: Path, folder: str, stem: str) -> None:
    path = home / "net" / folder / f"{stem}.toml"
    path.with_suffix(".new").write_text(path.read_text())
    os.replace(path.with_suffix(".new"), path)
    assert recalled(home) is None
    save_snapshot(places_in(home), TODAY, TERMINAL, SCREEN)
    assert recalled(home)
    path.unlink()
    assert recalled(home) is None


def test_other_settings(home: Path) -> None:
    (home / "config.toml").write_text('theme = "netui-light"\n')
    assert recalled(home) is None
