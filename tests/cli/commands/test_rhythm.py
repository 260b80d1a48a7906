"""``netui rhythm``: spans and modes."""

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("setting", "every", "mode"),
    [("10d", "10d", None), ("learn", None, None), ("ambient", "3w", "ambient"), ("off", "3w", "off")],
)
def test_rhythm(two: Cli, setting: str, every: str | None, mode: str | None) -> None:
    two.ok("rhythm", "ada", setting)
    rhythm = two.json("show", "ada")["rhythm"] or {}
    assert (rhythm.get("every"), rhythm.get("mode")) == (every, mode)
    assert two.run("rhythm", "ada", "weekly").status == 2
