"""``netui relate``: what one is to another."""

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def family(cli: Cli) -> Cli:
    for ident in ("ada", "byron", "george"):
        cli.write(ident, f'name = "{ident.title()}"\n')
    return cli


def test_it_stands_in_one_file_and_shows_on_both_pages(family: Cli) -> None:
    assert family.json("relate", "ada", "byron", "father") == {
        "id": "ada", "related": [{"who": "byron", "as": "father"}], "done": "Byron is father of Ada",
    }  # fmt: skip
    assert "Byron, father" in family.ok("brief", "ada")
    assert "so already" in family.ok("relate", "ada", "byron", "father")
    family.ok("relate", "ada", "byron", "--remove")
    assert "related" not in family.file("ada")
    family.ok("undo")
    assert family.json("relate", "ada", "Old Tom", "tutor", "--as-text")["related"][1] == {
        "who": "Old Tom", "as": "tutor"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        (("ada", "ada", "sister"), 2, "related to themselves"),
        (("ada", "nobody", "boss"), 1, "nobody called"),
        (("ada", "byron"), 2, "say what they are"),
        (("ada", "byron", "--remove"), 2, "does not name"),
        (("ada",), 2, "required"),
    ],
)
def test_what_is_wrong_is_said(family: Cli, arguments: tuple[str, ...], status: int, why: str) -> None:
    result = family.run("relate", *arguments)
    assert result.status == status and why in result.err and "related" not in family.file("ada")


def test_nobody_is_the_father_of_their_father_or_grandfather(family: Cli) -> None:
    family.ok("relate", "ada", "byron", "father")
    family.ok("relate", "byron", "george", "father")
    for whom, label in (("byron", "mother"), ("george", "father")):
        result = family.run("relate", whom, "ada", label)
        assert result.status == 2 and "the other way round" in result.err
    family.ok("relate", "george", "byron", "son")
    assert family.run("relate", "ada", "george", "son").status == 2
    family.ok("relate", "george", "ada", "friend")
