"""``netui archive``: out of the lists, and back."""

from tests.cli.conftest import Cli


def test_archive_and_back(two: Cli) -> None:
    two.ok("archive", "ada")
    assert [person["id"] for person in two.json("list")] == ["grace-hopper"]
    assert [person["state"] for person in two.json("list", "is:archived")] == ["archived"]
    two.ok("archive", "ada", "--back")
    assert len(two.json("list")) == 2
