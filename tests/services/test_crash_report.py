"""Crash reports."""

import stat
from pathlib import Path

import pytest

from netui.services.crash_report import save_report


def report(base: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    import platformdirs

    monkeypatch.setattr(platformdirs, "user_state_path", lambda _: base)
    try:
        raise RuntimeError("odd \udcff")
    except RuntimeError as error:
        return save_report(error)


def test_the_traceback_is_kept_in_a_private_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = report(tmp_path / "state", monkeypatch)
    (path,) = (tmp_path / "state/crashes").iterdir()
    assert str(path) in words
    assert "RuntimeError: odd" in path.read_text() and "in report" in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_where_it_cannot_be_kept_the_error_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "state").write_text("a file")
    assert report(tmp_path / "state", monkeypatch).startswith("odd ")
