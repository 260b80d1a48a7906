"""``netui set``: keys, values and the rest of the file."""

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("org", "Analytical Engines", 'org = "Analytical Engines"'),
        ("tags", "a, #b,a", 'tags = ["a", "b"]'),
        ("met.where", "PyCon", 'where = "PyCon"'),
        ("met.on", "2024-05", 'on = "2024-05"'),
        ("rhythm.every", "2W", 'every = "2w"'),
        ("rhythm.mode", "ambient", 'mode = "ambient"'),
        ("rhythm.snoozed_until", "in 2 weeks", "snoozed_until = 2026-12-05"),
        ("archived", "yes", "archived = true"),
        ("birthday", "12-10", 'on = "--12-10"'),
        ("died", "2024-03-01", 'died = "2024-03-01"'),
    ],
)
def test_set(two: Cli, key: str, value: str, line: str) -> None:
    two.ok("set", "ada", key, value)
    assert line in two.file("ada-lovelace").splitlines()
    two.ok("undo")
    assert line not in two.file("ada-lovelace").splitlines()


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("birthdy", "12-10", "did you mean birthday"),
        ("email", "a@b", "did you mean emails"),
        ("timeline", "x", "netui note"),
        ("rhythm.every", "often", "3w"),
        ("rhythm.mode", "sometimes", "ambient"),
        ("met.on", "soon", "2024-05"),
        ("birthday", "2024", "no day"),
        ("name", " ", "name is needed"),
        ("archived", "maybe", "neither yes nor no"),
    ],
)
def test_set_refuses(two: Cli, key: str, value: str, said: str) -> None:
    before = two.file("ada-lovelace")
    result = two.run("set", "ada", key, value)
    assert result.status == 2 and said in result.err
    assert two.file("ada-lovelace") == before


def test_set_leaves_the_rest_of_a_file_alone(cli: Cli) -> None:
    text = '# mine\nname = "Ada"   # the first\nshoe = 38\nemails = [{ value = "a@b", label = "home" }]\n'
    cli.write("ada", text)
    cli.ok("set", "ada", "shoe", "39")
    cli.ok("set", "ada", "emails", "a@b, c@d")
    assert cli.file("ada").startswith('# mine\nname = "Ada"   # the first\nshoe = 39\nemails = [')
    assert 'label = "home"' in cli.file("ada") and '"c@d"' in cli.file("ada")
    assert cli.run("set", "ada", "shoe", "large").status == 2
    cli.ok("set", "ada", "shoe", "")
    assert "shoe" not in cli.file("ada")
