"""The survey starts before all else, for the commands that read the files."""

import subprocess
import sys
from pathlib import Path

import pytest

from netui.cli import early_survey
from netui.cli.commands import COMMANDS
from netui.cli.early_survey import READING, start_early_survey

NONE = "no survey"


@pytest.fixture(autouse=True)
def keep_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early_survey, "_end_at_interrupt", lambda: None)


def test_each_is_a_command() -> None:
    assert set(COMMANDS) > READING


@pytest.mark.parametrize(
    ("arguments", "network"),
    [
        ("due", None),
        ("--json list #london", None),
        ("--data /a show ada", "/a"),
        ("due --data /a", "/a"),
        ("--data=/a due", "/a"),
        ("due -- --data /a", None),
        ("note @ada: hi", NONE),
        ("--help", NONE),
        ("", NONE),
    ],
)
def test_it_is_of_the_network_that_the_arguments_name(
    arguments: str, network: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str | None] = []
    monkeypatch.setattr("netui.services.sync.early_survey.start_survey", started.append)
    assert start_early_survey(arguments.split()) is None
    assert started == ([] if network == NONE else [network])


def test_there_is_none_where_a_stream_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.services.sync.early_survey.start_survey", lambda _: pytest.fail("it starts"))
    monkeypatch.setattr(sys, "stdout", None)
    assert start_early_survey(["due"]) is None


def test_what_loads_before_it_is_little(tmp_path: Path) -> None:
    """Where the folder is named; the process itself reads the settings else."""
    code = (
        "import os, sys\n"
        "before = set(sys.modules)\n"
        "from netui.cli.early_survey import start_early_survey\n"
        "import netui.__main__, netui.services.sync.early_survey as early\n"
        f"early._find_network({str(tmp_path)!r})\n"
        "print(*sorted(name for name in sys.modules.keys() - before if not name.startswith('netui')))\n"
    )
    ran = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) <= {"gc", "marshal", "zlib"}
