"""``netui status``: one short line, or nothing."""

from tests.cli.conftest import Cli


def test_an_empty_network_has_no_status(cli: Cli) -> None:
    assert cli.ok("status") == ""
    assert cli.json("status") == {"status": None, "quiet": 0, "promises": 0}


def test_the_status_is_one_short_line(promised: Cli) -> None:
    assert promised.ok("status") == "1 promise due\n"
