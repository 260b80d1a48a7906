"""``netui status``: one short line, or nothing."""

from tests.cli.conftest import Cli


def test_an_empty_network_has_no_status(cli: Cli) -> None:
    assert cli.ok("status") == ""
    assert cli.json("status") == {"status": None, "quiet": 0, "promises": 0}


def test_the_status_is_one_short_line(promised: Cli) -> None:
    assert promised.ok("status") == "1 promise due\n"


def test_the_status_can_be_shown_as_a_notification(promised: Cli) -> None:
    shown = promised.base / "shown"
    settings = promised.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'[commands]\nnotify = "sh -c \'printf %s \\"$1\\" > {shown}\' sh {{text}}"\n')
    assert promised.ok("status", "--notify") == ""
    assert shown.read_text() == promised.ok("status").strip()
