"""OSC 8 links as they are written to a terminal: where one is, of addresses that are safe, where it can."""

import re
from pathlib import Path

import pytest

from tests.support.app import write_network
from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.tty
ADA = {
    "name": "Ada Lovelace",
    "phones": ["+44 20 7946 0000", "call\x1b]8;;https://evil.example\x1b\\me"],
    "emails": ["ada@engines.example"],
    "links": ["engines.example/ada", "javascript:alert(1)", "file:///etc/passwd"],
    "notes": "See [her page](https://engines.example/notes), not [this](javascript:alert(2)).",
}
MAIL, CALL = "mailto:ada@engines.example", "tel:+442079460000"


def targets(raw: bytes) -> set[str]:
    """The targets of all links written, each of which was closed."""
    found = re.findall(r"\x1b\]8;([^\x07\x1b]*)\x1b\\", raw.decode())
    assert not found or found[-1] == ";"
    return {each.removeprefix(";") for each in found} - {""}


def test_links_stand_in_the_timeline_the_details_and_the_menu(tmp_path: Path, on_the_engine: None) -> None:
    write_network(tmp_path / "net", {"ada": ADA})
    with Terminal(tmp_path) as terminal:
        terminal.sees("her page (https://engines.example/notes)")
        assert targets(terminal.raw) == set(), "each move in the list would send them"
        terminal.keys("2")
        terminal.until(lambda: targets(terminal.raw) == {MAIL, CALL, "https://engines.example/notes"})
        terminal.keys("1m")
        terminal.until(lambda: "https://engines.example/ada" in targets(terminal.raw))
        terminal.keys("\x1b")
        terminal.rests()
        terminal.keys("P")
        terminal.sees("Details")
        terminal.rests()
        terminal.keys("q")
        terminal.rests()
        terminal.keys("q")
        assert terminal.ends() == 0
    harmless = {MAIL, CALL, "https://engines.example/notes", "https://engines.example/ada"}
    assert targets(terminal.raw) == harmless


def test_a_console_that_would_print_them_gets_none(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": ADA})
    with Terminal(tmp_path, env=environment(tmp_path, TERM="linux")) as terminal:
        terminal.sees("her page")
        terminal.keys("2")
        terminal.rests()
        terminal.keys("m")
        terminal.sees("copy ada@engines.example")
        terminal.keys("\x1b")
        terminal.rests()
        terminal.keys("q")
        assert terminal.ends() == 0
    assert b"\x1b]8;" not in terminal.raw
