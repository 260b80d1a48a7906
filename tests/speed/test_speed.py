"""The measuring itself works; its figures are read by people, and are no gate."""

import sys
from pathlib import Path

import pytest

from tests.speed import openings
from tests.speed.bench import Bench
from tests.speed.rows import ROWS


@pytest.mark.tty
@pytest.mark.parametrize("name", ["down", "rhythms"])
def test_rows_are_measured(tmp_path: Path, name: str) -> None:
    bench = Bench(tmp_path, 50, (sys.executable, "-m", "netui"), 1)
    rows = list(ROWS[name](bench))
    assert rows and all(row.contacts == 50 and row.figures and min(row.figures) >= 0 for row in rows)


@pytest.mark.tty
def test_an_opening_is_measured_the_first_time_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openings, "OPENINGS", [each for each in openings.OPENINGS if each.what == "insights"])
    bench = Bench(tmp_path, 50, (sys.executable, "-m", "netui"), 1)
    first, again, whole = openings.openings(bench)
    assert first.what == "opening: insights"
    assert all(0 < figure < 9999 for row in (first, again, whole) for figure in row.figures)
