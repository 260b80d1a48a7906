"""``netui rename``: the id stays."""

from tests.cli.conftest import Cli


def test_rename_keeps_the_id(two: Cli) -> None:
    two.ok("rename", "ada", "Ada", "King")
    assert [person["name"] for person in two.json("list")] == ["Ada King", "Grace Hopper"]
    assert two.json("show", "king")["id"] == "ada-lovelace"
