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
        ("emial", "a@b", "did you mean emails"),
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


def at(cli: Cli, day: str) -> None:
    cli.env["NETUI_TODAY"] = day
    cli._monkeypatch.setenv("NETUI_TODAY", day)


def test_what_changed_is_kept_with_its_month_and_found_again(cli: Cli) -> None:
    cli.write("ada", 'name = "Ada Byron"\norg = "Initech"\n')
    before = cli.file("ada")
    cli.ok("set", "ada", "org", "Hooli")
    assert '[[former]]\nkey = "org"\nvalue = "Initech"\nuntil = "2026-11"\n' in cli.file("ada")
    assert [each["id"] for each in cli.json("list", "former:initech")] == ["ada"]
    assert cli.json("search", "initech")[0]["contact"] == "ada"
    cli.ok("undo")
    assert cli.file("ada") == before
    cli.ok("rename", "ada", "Ada King")
    assert 'aliases = ["Ada Byron"]' in cli.file("ada") and 'value = "Ada Byron"' in cli.file("ada")
    assert cli.json("show", "Ada Byron")["id"] == "ada"
    cli.ok("check")


def test_a_correction_leaves_no_trace(cli: Cli) -> None:
    cli.write("ada", 'name = "Ada Byrn"\norg = "Inietch"\n')
    cli.ok("set", "ada", "org", "Initech")
    cli.ok("rename", "ada", "Ada Byron")
    assert cli.file("ada") == 'name = "Ada Byron"\norg = "Initech"\n'


def test_what_was_set_today_is_corrected_and_later_kept(cli: Cli) -> None:
    cli.ok("add", "Ada Byron", "--org", "Initech")
    cli.ok("set", "ada", "org", "Hooli")
    assert "former" not in cli.file("ada-byron")
    at(cli, "2026-12-01")
    cli.ok("set", "ada", "org", "Acme")
    cli.ok("set", "ada", "org", "Tyrell")
    assert cli.file("ada-byron").count("[[former]]") == 1 and 'value = "Hooli"' in cli.file("ada-byron")
    cli.ok("set", "ada", "org", "Hooli")
    assert "former" not in cli.file("ada-byron") and 'org = "Hooli"' in cli.file("ada-byron")
    at(cli, "2027-01-05")
    cli.ok("set", "ada", "org", "")
    assert 'until = "2027-01"' in cli.file("ada-byron") and "org =" not in cli.file("ada-byron")


def test_a_key_is_said_in_the_words_of_the_form_too(two: Cli) -> None:
    two.ok("set", "ada", "works", "at", "Initech")
    two.ok("set", "ada", "phone", "+44 20 7946 0000")
    assert 'org = "Initech"' in two.file("ada-lovelace")
    assert 'phones = ["+44 20 7946 0000"]' in two.file("ada-lovelace")
