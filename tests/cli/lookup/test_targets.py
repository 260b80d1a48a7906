"""Commands for one person or for all who fit a query: shown, asked, done as one change."""

import pytest

from netui.cli.lookup.targets import SHOWN, is_query
from tests.cli.conftest import Cli


@pytest.fixture
def many(cli: Cli) -> Cli:
    for at in range(SHOWN + 2):
        cli.write(f"p{at:02}", f'name = "Person {at:02}"\ntags = ["izmir"]\norg = "Initech"\n')
    cli.write("else", 'name = "Someone Else"\n')
    return cli


@pytest.mark.parametrize("text", ["#izmir", "-#izmir", "org:initech", "a is:quiet", "ada|org:x", "(org:x"])
def test_a_sign_or_a_field_makes_a_query(text: str) -> None:
    assert is_query(text)


@pytest.mark.parametrize("text", ["ada", "Ada Lovelace", "ada: the first", "http://x", "foo:bar", "13:30"])
def test_plain_words_stay_a_person(text: str) -> None:
    assert not is_query(text)


@pytest.mark.parametrize(
    ("arguments", "done"),
    [
        (("tag", "#izmir", "+trip", "-izmir"), 'tags = ["trip"]'),
        (("set", "org:initech", "org", "Hooli"), 'org = "Hooli"'),
        (("snooze", "#izmir", "2w"), "snoozed_until = 2026-12-05"),
        (("rhythm", "org:initech", "3w"), 'every = "3w"'),
        (("archive", "#izmir"), "archived = true"),
        (("tag", "--query", "person", "+trip"), "trip"),
    ],
)
def test_they_are_shown_asked_about_and_changed_as_one(
    many: Cli, arguments: tuple[str, ...], done: str
) -> None:
    before = many.file("p00"), many.file("else")
    result = many.run(*arguments, stdin="\n")
    assert result.status == 2 and "14 people fit" in result.err and "--yes does it" in result.err
    assert "Person 00" in result.out and "and 2 more" in result.out and "Else" not in result.out
    assert (many.file("p00"), many.file("else")) == before
    assert many.run(*arguments, stdin="y\n").status == 0
    assert done in many.file("p00") and done in many.file("p13") and many.file("else") == before[1]
    many.ok("undo")
    assert (many.file("p00"), many.file("p13")) == (before[0], before[0].replace("00", "13"))
    many.ok(*arguments, "--yes")
    assert done in many.file("p00")


def test_one_person_is_not_asked_about(many: Cli) -> None:
    assert "tagged Person 00 +trip" in many.ok("tag", "p00", "+trip")


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        (("tag", "#nobody", "+x", "--yes"), 1, "nobody fits #nobody"),
        (("tag", "#izmir is:nothing", "+x", "--yes"), 2, "`is:` has no"),
        (("set", "#izmir", "name", "X", "--yes"), 2, "cannot have one name"),
        (("set", "#izmir", "orgg", "X", "--yes"), 2, "there is no key"),
        (("set", "#izmir", "rhythm.every", "often", "--yes"), 2, "often"),
        (("tag", "--query", " ", "+x", "--yes"), 2, "an empty query is everyone"),
        (("snooze", "#izmir", "40 dec", "--yes"), 2, "40 dec"),
        (("archive",), 2, "say who"),
        (("tag", "#izmir"), 2, "say which tags"),
        (("set", "#izmir", "org"), 2, "say KEY"),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_changed(
    many: Cli, arguments: tuple[str, ...], status: int, why: str
) -> None:
    before = many.file("p00")
    result = many.run(*arguments)
    assert (result.status, result.out) == (status, "") and why in result.err
    assert many.file("p00") == before
