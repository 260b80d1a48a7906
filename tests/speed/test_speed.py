"""The measuring itself works; its figures are read by people, and are no gate."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from tests.speed import __main__ as program
from tests.speed import openings
from tests.speed.bench import Bench, Row
from tests.speed.network import HEAVY, LONG, make_heavy
from tests.speed.rows import ROWS


@pytest.mark.tty
@pytest.mark.parametrize("name", ["down", "rhythms"])
def test_rows_are_measured(tmp_path: Path, name: str) -> None:
    bench = Bench(tmp_path, 50, (sys.executable, "-m", "netui"), 1)
    rows = list(ROWS[name](bench))
    assert rows and all(row.contacts == 50 and row.figures and min(row.figures) >= 0 for row in rows)


def test_a_group_that_cannot_be_measured_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(bench: Bench) -> Iterator[Row]:
        yield Row("before", bench.contacts, [1.0], "ms", None)
        raise RuntimeError("the terminal\nstayed dark")

    def sound(bench: Bench) -> Iterator[Row]:
        yield Row("sound", bench.contacts, [4.0, 3.0, 8.0 * bench.contacts], "ms", 2, [2.0, 2.5, 1.0])
        yield Row("light", bench.contacts, [7], "B", 8)

    def once(bench: Bench) -> Iterator[Row]:
        yield Row("once", bench.contacts, [float(bench.rounds)], "", None)

    for name, made in (("broken", broken), ("sound", sound), ("once", once)):
        monkeypatch.setitem(ROWS, name, made)
    monkeypatch.setitem(program.AT_ONE_SIZE, "once", (9, 2))
    arguments = ["--contacts", "3,8", "--keep", str(tmp_path), "--only", "broken", "sound", "once"]
    monkeypatch.setattr(sys, "argv", ["speed", *arguments])
    assert program.main() == 2
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0].split("  ")[0] for line in lines if line[:1].isalpha()] == [
        lines[0].split(":")[0], "before", "broken", "sound", "light", "before", "broken", "sound", "light",
        "once",
    ]  # fmt: skip
    assert any("stayed dark" in line for line in lines)
    assert next(line for line in lines if line.startswith("sound")).split() == [
        "sound", "2", "4", "ms", "3", "…", "24", "2.00", "×2", "reached",
    ]  # fmt: skip
    assert max(map(len, lines)) <= 110


def test_the_heavy_network_holds_what_it_says(tmp_path: Path) -> None:
    made = make_heavy(tmp_path / "net", 5)
    assert len(list((made / "contacts").iterdir())) == 5
    assert len(list((made / "goals").iterdir())) == 500
    heavy = tomli.loads((made / "contacts" / f"{HEAVY}.toml").read_text())
    long = tomli.loads((made / "contacts" / f"{LONG}.toml").read_text())
    assert len(heavy["timeline"]) == 5000 and len(set(long["tags"])) == 2000
    assert len(long["notes"]) > 900_000 < len(long["timeline"][0]["text"])


@pytest.mark.tty
def test_an_opening_is_measured_the_first_time_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openings, "OPENINGS", [each for each in openings.OPENINGS if each.what == "insights"])
    bench = Bench(tmp_path, 50, (sys.executable, "-m", "netui"), 1)
    first, again, whole = openings.openings(bench)
    assert first.what == "opening: insights"
    assert all(0 < figure < 9999 for row in (first, again, whole) for figure in row.figures)
