"""``netui tag``: tags go on and off."""

from tests.cli.conftest import Cli


def test_tags_go_on_and_off(two: Cli) -> None:
    two.ok("tag", "ada", "+maths", "-london", "-hiring", "#x")
    assert 'tags = ["maths", "x"]' in two.file("ada-lovelace")
    assert "already" in two.ok("tag", "ada", "+MATHS")
    two.ok("tag", "ada", "-x", "-maths")
    assert "tags" not in two.file("ada-lovelace")
    assert two.run("tag", "ada", "+").status == 2


def test_names_of_several_people_become_no_tags(two: Cli) -> None:
    before = two.file("ada-lovelace")
    result = two.run("tag", "ada", "grace", "+choir")
    assert result.status == 2 and "--query 'ada | grace'" in result.err and two.file("ada-lovelace") == before
    two.ok("tag", "--query", "ada | grace", "+choir", "--yes")
    assert all('"choir"' in two.file(each) for each in ("ada-lovelace", "grace-hopper"))
