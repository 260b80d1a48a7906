"""``netui met``: how one met somebody."""

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def both(cli: Cli) -> Cli:
    cli.write("ada", 'name = "Ada"\n')
    cli.write("grace", 'name = "Grace"\n')
    return cli


def test_where_when_and_through_whom_is_one_change(both: Cli) -> None:
    before = both.file("ada")
    assert both.json("met", "ada", "PyCon", "Izmir", "--on", "may 2024", "--via", "grace") == {
        "id": "ada", "on": "2024-05", "where": "PyCon Izmir", "via": "grace",
    }  # fmt: skip
    assert both.json("met", "ada", "--via", "") == {
        "id": "ada", "on": "2024-05", "where": "PyCon Izmir", "via": None,
    }  # fmt: skip
    assert both.json("met", "ada", "--via", "the landlord", "--as-text")["via"] == "the landlord"
    for _ in range(3):
        both.ok("undo")
    assert both.file("ada") == before


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        (("ada",), 2, "say where, when"),
        (("ada", "--via", "ada"), 2, "introduced themselves"),
        (("ada", "--via", "nobody"), 1, "nobody called"),
        (("ada", "--on", "40 dec"), 2, "40 dec"),
        (("nobody", "PyCon"), 1, "nobody called"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    both: Cli, arguments: tuple[str, ...], status: int, why: str
) -> None:
    result = both.run("met", *arguments)
    assert result.status == status and why in result.err and both.file("ada") == 'name = "Ada"\n'


def test_two_cannot_have_introduced_each_other(both: Cli) -> None:
    both.ok("met", "ada", "--via", "grace")
    result = both.run("met", "grace", "--via", "ada")
    assert result.status == 2 and "the other way round" in result.err
