"""``netui tag``: tags go on and off."""

from tests.cli.conftest import Cli


def test_tags_go_on_and_off(two: Cli) -> None:
    two.ok("tag", "ada", "+maths", "-london", "-hiring", "#x")
    assert 'tags = ["maths", "x"]' in two.file("ada-lovelace")
    assert "already" in two.ok("tag", "ada", "+MATHS")
    two.ok("tag", "ada", "-x", "-maths")
    assert "tags" not in two.file("ada-lovelace")
    assert two.run("tag", "ada", "+").status == 2
