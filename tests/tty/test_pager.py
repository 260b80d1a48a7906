"""Help that is longer than the terminal is shown in the pager, as git and man do; elsewhere it is printed."""

from pathlib import Path

import pytest

from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.slow
SHOUT = "tr a-z A-Z"
"""A pager of which one sees that it was there."""


def said(home: Path, *words: str, size: tuple[int, int] = (80, 24), **env: str) -> str:
    with Terminal(home, *words, size=size, env=environment(home, **env)) as terminal:
        assert terminal.ends() == 0
        return terminal.raw.decode()


def test_a_long_topic_is_shown_in_the_pager_a_short_one_is_not(home: Path) -> None:
    assert "EVERYTHING" in said(home, "help", "quiet", PAGER=f"sed 's/^/EVERYTHING /' | {SHOUT}")
    assert "TITLE" not in said(home, "help", "quiet", size=(80, 400), PAGER="sed s/^/TITLE/")


@pytest.mark.parametrize("pager", ["", "cat", "/nowhere/pager"])
def test_without_a_pager_that_runs_it_is_printed(home: Path, pager: str) -> None:
    assert "netui" in said(home, "help", "files", PAGER=pager)


def test_plain_text_and_documents_go_to_no_pager(home: Path) -> None:
    for option in ("--plain", "--json"):
        assert "PAGED" not in said(home, "help", "quiet", option, PAGER="sed s/^/PAGED/")


def test_less_is_left_by_its_key_and_ctrl_c_is_for_it(home: Path) -> None:
    import shutil

    if shutil.which("less") is None:
        pytest.skip("less is not installed here")
    env = environment(home)
    env.pop("PAGER", None)
    env.pop("LESS", None)
    with Terminal(home, "help", "files", env=env) as terminal:
        terminal.sees(":")
        terminal.keys("\x03")
        terminal.keys(" ")
        terminal.keys("q")
        assert terminal.ends() == 0
        assert "Traceback" not in terminal.raw.decode()
