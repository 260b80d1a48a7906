"""``netui doctor``: what is wrong with the set-up, and how to mend it."""

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def well(two: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A set-up without fault."""
    monkeypatch.delenv("NETUI_TODAY")
    for name, value in {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": ""}.items():
        monkeypatch.setenv(name, value)
    return two


def test_nothing_is_wrong(well: Cli) -> None:
    result = well.run("doctor")
    assert result.status == 0, result.out
    assert "nothing is wrong" in result.out and "✗" not in result.out
    report = well.json("doctor")
    assert report["ok"] and all(each["ok"] and each["mend"] is None for each in report["findings"])


def test_what_is_wrong_is_named_with_how_to_mend_it(well: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    result = well.run("doctor")
    assert result.status == 1 and "1 thing to mend" in result.out
    line, mend = result.out.split("✗ ")[1].split("\n")[:2]
    assert line == "terminal  the locale is C, not UTF-8" and mend.strip().startswith(
        "→ export LC_ALL=C.UTF-8"
    )
    assert well.run("doctor", "--json").status == 1


def test_a_network_that_is_no_folder_is_told_not_raised(well: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    (well.base / "file").touch()
    result = well.run("doctor", "--data", str(well.base / "file"))
    assert result.status == 1 and "is not a folder" in result.out and not result.err
