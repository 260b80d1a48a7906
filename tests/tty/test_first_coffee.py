"""A newcomer on a plain terminal: from an empty folder by the tour to the first logged coffee."""

from pathlib import Path

import pytest
import tomli

from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.tty


@pytest.mark.parametrize("term", ["screen", "vt100"])
def test_the_tour_leads_to_a_first_coffee(tmp_path: Path, term: str) -> None:
    with Terminal(tmp_path, env=environment(tmp_path, TERM=term)) as terminal:
        terminal.sees("take the tour")
        terminal.keys("t")
        terminal.sees("Tour 1 of 6")
        terminal.keys("a")
        terminal.sees("add person")
        terminal.keys("Ada Lovelace\r")
        terminal.sees("Tour 2 of 6")
        terminal.keys("\r")
        terminal.sees("Tour 3 of 6")
        terminal.keys("n")
        terminal.sees("coffee with @ada")
        terminal.keys("coffee yesterday: what was said\r")
        terminal.sees("Tour 4 of 6")
        terminal.keys(":")
        terminal.sees("a line to log")
        terminal.sees("Tour 4 of 6")
        terminal.keys("ada\r")
        terminal.sees("Tour 5 of 6")
        terminal.keys("u")
        terminal.sees("undid")
        terminal.keys("\x12")
        terminal.sees("Tour 6 of 6")
        terminal.keys("?")
        terminal.sees("Help: ")
        terminal.keys("q")
        terminal.sees("that was the tour")
        terminal.keys("q")
        assert terminal.ends() == 0
    (entry,) = tomli.loads((tmp_path / "net/contacts/ada-lovelace.toml").read_text())["timeline"]
    assert (entry["kind"], entry["text"]) == ("coffee", "what was said")


def test_the_tour_of_somebody_with_people_is_over_the_demo(home: Path) -> None:
    before = {path: path.read_bytes() for path in (home / "net").rglob("*.toml")}
    with Terminal(home, "--tour") as terminal:
        terminal.sees("Tour 1 of 6")
        terminal.sees("63 people")
        terminal.keys("jq")
        assert terminal.ends() == 0
    assert {path: path.read_bytes() for path in (home / "net").rglob("*.toml")} == before
