"""Crash reports: they say where an error arose, and nothing about anybody."""

import errno
import os
import re
import stat
from pathlib import Path

import pytest

from netui.domain.model.dates import Span
from netui.services.crash_report import report_text, save_report
from netui.storage.files.atomic import System

SECRET = "Ada Lovelace is ill"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("STATE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    return tmp_path


def failed(*, within: bool = True) -> Exception:
    """An error with a secret in it, raised while another one was handled."""
    try:
        try:
            Span.parse(SECRET) if within else int(SECRET)
        except ValueError as error:
            raise OSError(errno.ENOSPC, SECRET, f"/home/ada/{SECRET}") from error
    except OSError as error:
        return error


def test_a_report_lies_in_a_private_file_and_the_words_say_where(home: Path) -> None:
    words = save_report(failed(), "note")
    (path,) = (home / "state/netui/crashes").iterdir()
    assert str(path) in words and "bug report" in words
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_tells_errors_lines_of_code_versions_and_the_terminal(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    text = report_text(failed(), "note")
    assert "\nOSError [ENOSPC]\n" in text and "arose from\nValueError\n" in text
    assert re.search(r"^  netui/domain/model/dates.py:\d+ in parse$", text, re.MULTILINE)
    assert "doing: note\n" in text and "TERM=xterm-256color" in text
    for name in ("netui", "Python", "SQLite", "textual"):
        assert re.search(rf"\b{name} \d+\.\d+", text), name


def test_it_holds_nothing_personal(home: Path) -> None:
    config = home / "config/netui/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'data = "/home/ada/{SECRET}"\n[rhythm.defaults]\nsweetheart = "3w"\n')
    text = report_text(failed(within=False))
    assert "settings: data, rhythm\n" in text
    for secret in (SECRET, "Ada", "ada", "sweetheart", "3w", str(home), str(Path.home()), os.sep + "home"):
        assert secret not in text, secret


def test_a_group_of_errors_and_a_deep_recursion_are_told_in_short(home: Path) -> None:
    def deeper(depth: int) -> None:
        if not depth:
            raise ExceptionGroup(SECRET, [failed(), ValueError(SECRET)])
        deeper(depth - 1)

    with pytest.raises(ExceptionGroup) as caught:
        deeper(300)
    text = report_text(caught.value)
    assert text.count("of which\n") == 2 and SECRET not in text
    assert text.count(" in deeper\n") < 100 and "\n  …\n" in text


def test_where_it_cannot_be_written_that_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(System, "write", full)
    assert save_report(failed()) == "a report could not be written (OSError)"
    (home / "state").rename(home / "elsewhere")
    (home / "state").write_text("a file")
    assert save_report(failed()).startswith("a report could not be written (")


def test_it_is_written_also_about_an_error_of_the_settings(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("netui.services.settings.load_config", fail)
    save_report(failed(), "list")
    (path,) = (home / "state/netui/crashes").iterdir()
    assert "settings: cannot be loaded (ValueError)" in path.read_text() and SECRET not in path.read_text()
