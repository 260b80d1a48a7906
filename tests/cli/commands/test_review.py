"""``netui review``: the app, so a terminal is needed."""

from tests.cli.conftest import Cli


def test_the_review_needs_a_terminal(cli: Cli) -> None:
    result = cli.run("review")
    assert result.status == 2
    assert "terminal" in result.err
    assert cli.run("review", "--json").status == 2
