"""``netui rhythm``: spans and modes."""

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("setting", "every", "mode"),
    [("10d", "10d", None), ("learn", None, None), ("ambient", "3w", "ambient"), ("off", "3w", "off")],
)
def test_rhythm(two: Cli, setting: str, every: str | None, mode: str | None) -> None:
    two.ok("rhythm", "ada", setting)
    rhythm = two.json("show", "ada")["rhythm"] or {}
    assert (rhythm.get("every"), rhythm.get("mode")) == (every, mode)
    assert two.run("rhythm", "ada", "often").status == 2


def test_a_tag_or_role_has_a_rhythm_too(known: Cli) -> None:
    said = known.ok("rhythm", "#london", "3w")
    assert "would have named nobody in the last year; today: nobody" in said, "Ada has a rhythm of her own"
    known.ok("tag", "grace", "+london")
    assert known.json("list", "grace")[0]["state"] == "warm"
    assert known.run("rhythm", "role:", "3w").status == 2
    assert known.run("rhythm", "#london", "often").status == 2
    (known.network / "netui.toml").write_text("[rhythm.defaults\n")
    assert "netui.toml, line 1" in known.run("list").err


def test_an_error_says_a_rhythm_as_it_was_typed(two: Cli) -> None:
    for words in (("King", "3w"), ("Often",)):
        assert f"'{' '.join(words)}' is not a span" in two.run("rhythm", "ada", *words).err
    two.ok("rhythm", "ada", "2W")
    assert two.json("show", "ada")["rhythm"]["every"] == "2w"
    two.ok("rhythm", "ada", "Ambient")


def test_a_rhythm_in_words_needs_no_quotes(two: Cli) -> None:
    two.ok("rhythm", "ada", "every", "2", "weeks")
    assert two.json("show", "ada")["rhythm"]["every"] == "2w"
    two.ok("tag", "ada", "+choir")
    two.ok("rhythm", "#choir", "once", "a", "month")
    two.ok("circle", "choir", "every", "other", "week")
    settings = (two.network / "netui.toml").read_text()
    assert '"#choir" = "1m"' in settings and 'choir = "2w"' in settings
