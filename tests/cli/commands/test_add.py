"""``netui add``: what it writes, refuses and warns of."""

import pytest

from tests.cli.conftest import Cli


def test_add_prints_the_id_and_writes_what_was_said(cli: Cli) -> None:
    assert cli.ok(
        "add", "Ada Lovelace", "--tag", "london", "--tag=#maths", "--role", "mentor", "--every", "3w",
        "--email", "ada@engines.example", "--org", "Engines", "--title", "Programmer",
    ) == "ada-lovelace\n"  # fmt: skip
    assert cli.file("ada-lovelace").splitlines() == [
        'name = "Ada Lovelace"', 'roles = ["mentor"]', 'tags = ["london", "maths"]', 'org = "Engines"',
        'title = "Programmer"', 'emails = ["ada@engines.example"]', "", "[rhythm]", 'every = "3w"',
    ]  # fmt: skip
    assert cli.json("add", "Ada", "Lovelace") == {"id": "ada-lovelace-2"}


@pytest.mark.parametrize(
    "arguments",
    [("add", " "), ("add", "x" * 301), ("add", "A", "--every", "often"), ("add",), ("add", "A", "--tag")],
)
def test_add_refuses(cli: Cli, arguments: tuple[str, ...]) -> None:
    result = cli.run(*arguments)
    assert result.status == 2 and result.err.startswith("netui: ") and not result.out
    assert not (cli.network / "contacts").exists()


def test_an_address_may_have_a_label(cli: Cli) -> None:
    cli.ok("add", "Ada", "--email", "home: a@x.example", "--email", "b@x.example")
    assert 'emails = [{ value = "a@x.example", label = "home" }, "b@x.example"]' in cli.file("ada")


def test_a_likely_duplicate_is_told(two: Cli) -> None:
    for arguments in (("add", "ada lovelace"), ("add", "Countess", "--email", "ADA@engines.example")):
        result = two.run(*arguments)
        assert result.status == 0 and "Ada Lovelace (ada-lovelace)" in result.err


def test_names_are_one_line_without_controls(cli: Cli) -> None:
    cli.ok("add", "Evil\x1b[31m\nName")
    assert 'name = "Evil [31m Name"' in cli.file("evil-31m-name")


def test_a_nickname_a_swapped_name_and_a_sound_are_warned_of(cli: Cli) -> None:
    cli.write("katherine", 'name = "Katherine Meyer"\n')
    for name in ("Kate Meyer", "Meyer, Katherine", "Catherine Maier"):
        result = cli.run("add", name)
        assert result.status == 0 and "there is already Katherine Meyer (katherine): " in result.err
        cli.ok("undo")
    assert cli.run("add", "Karen Meyer").err == ""


def test_an_initial_is_named_with_the_one_whom_it_may_be_and_added_all_the_same(two: Cli) -> None:
    result = two.run("add", "G. Hopper")
    assert (
        result.status == 0 and "there is already Grace Hopper (grace-hopper): G. may be Grace" in result.err
    )
    assert two.ok("show", "g-hopper")
