"""The measuring itself works; its figures are read by people, and are no gate."""

import sys
from pathlib import Path

import pytest

from tests.speed.bench import Bench
from tests.speed.rows import ROWS


@pytest.mark.tty
@pytest.mark.parametrize("name", ["down", "rhythms"])
def test_rows_are_measured(tmp_path: Path, name: str) -> None:
    bench = Bench(tmp_path, 50, (sys.executable, "-m", "netui"), 1)
    rows = list(ROWS[name](bench))
    assert rows and all(row.contacts == 50 and row.figures and min(row.figures) >= 0 for row in rows)
