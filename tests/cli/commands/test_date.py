"""``netui date``: a day that matters each year."""

import pytest

from tests.cli.conftest import Cli


def test_a_date_is_set_changed_and_removed(cli: Cli) -> None:
    cli.write("ada", 'name = "Ada"\n')
    assert cli.json("date", "ada", "birthday", "10 dec 1985", "--lead", "3") == {
        "id": "ada", "what": "birthday", "on": "1985-12-10", "lead": 3,
    }  # fmt: skip
    assert cli.json("date", "ada", "name day", "5 apr")["on"] == "--04-05"
    assert cli.json("date", "ada", "birthday", "11 dec") == {
        "id": "ada", "what": "birthday", "on": "--12-11", "lead": 3,
    }  # fmt: skip
    cli.ok("date", "ada", "birthday", "--remove")
    assert "birthday" not in cli.file("ada") and "name day" in cli.file("ada")
    cli.ok("undo")
    assert "birthday" in cli.file("ada")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("birthday",), "say when"),
        (("birthday", "40 dec"), "no such day"),
        (("birthday", "--remove"), "no date called birthday"),
        (("birthday", "3 may", "--remove"), "say when"),
        (("birthday", "3 may", "--lead", "999"), "days ahead: a number up to"),
        (("birthday", "3 may", "--lead", "x"), "takes a number"),
        ((" ", "3 may"), "say what the day is"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(cli: Cli, arguments: tuple[str, ...], why: str) -> None:
    cli.write("ada", 'name = "Ada"\n')
    result = cli.run("date", "ada", *arguments)
    assert result.status == 2 and why in result.err and cli.file("ada") == 'name = "Ada"\n'
