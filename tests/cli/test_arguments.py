"""A misspelt option is an error with the nearest word, and every word stays a word."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netui.cli.argument_parser import ArgumentParser
from netui.cli.arguments import Namespace, argument, flag, whole_number
from netui.cli.command import ArgumentReader
from netui.cli.commands import COMMANDS
from netui.cli.errors import Usage
from tests.cli.conftest import Cli

DASH_WORDS = [name for name in COMMANDS if COMMANDS[name].dash_words]
STRICT = [name for name in COMMANDS if name not in DASH_WORDS]


def words_for(name: str) -> list[str]:
    """As many words as the command needs."""
    return ["ada"] * sum(not each.is_option for each in COMMANDS[name].arguments)


# ---------------------------------------------------------------------- options that there are not


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    ("typed", "meant"), [("--jsn", "--json"), ("--dta=x", "--data"), ("--hepl", "--help")]
)
def test_a_misspelt_option_is_refused_with_the_nearest(cli: Cli, name: str, typed: str, meant: str) -> None:
    for arguments in ([*words_for(name), typed], [typed, *words_for(name)], [typed]):
        result = cli.run(name, *arguments)
        assert result.status == 2 and not result.out
        assert f"there is no option {typed.partition('=')[0]}; did you mean {meant}?" in result.err
        assert f"usage: netui {name}" in result.err
    assert not cli.network.exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_option_of_a_command_is_suggested_for_its_misspelling(cli: Cli, name: str) -> None:
    for each in COMMANDS[name].arguments:
        if each.is_option:
            option = each.names[-1]
            result = cli.run(name, *words_for(name), f"{option[:-1]}{option[-1] * 3}")
            assert result.status == 2 and f"did you mean {option}?" in result.err


@pytest.mark.parametrize("name", STRICT)
def test_a_short_option_that_there_is_not_is_refused(cli: Cli, name: str) -> None:
    result = cli.run(name, *words_for(name), "-j")
    assert result.status == 2 and "there is no option -j" in result.err and not cli.network.exists()


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("typed", ["--js", "--he", "--dat=x"])
def test_options_are_not_abbreviated(cli: Cli, name: str, typed: str) -> None:
    result = cli.run(name, *words_for(name), typed)
    assert result.status == 2 and "there is no option" in result.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--jsn", "list"), "did you mean --json?"),
        (("--demoo",), "did you mean --demo?"),
        (("-x", "list"), "there is no option -x"),
        (("--data",), "expected one argument"),
        (("--json=yes", "list"), "ignored explicit argument"),
        (("--demo", "list"), "--demo"),
        (("list", "--sort"), "expected one argument"),
        (("list", "--sort", "--json"), "expected one argument"),
        (("list", "--sort", "size"), "invalid choice: 'size'"),
        (("list", "--sort", "-size"), "invalid choice: '-size'"),
        (("list", "--json=yes"), "ignored explicit argument"),
        (("add", "Grace", "--tag"), "expected one argument"),
        (("add", "Grace", "--tag", "--json"), "expected one argument"),
        (("due", "--limit", "few"), "takes a number from 0 on, not 'few'"),
        (("due", "--limit", "-1"), "takes a number from 0 on, not '-1'"),
        (("due", "soon"), "unrecognized arguments: soon"),
        (("goals", "-x"), "there is no option -x"),
        (("set", "ada", "org", "-x"), "there is no option -x"),
    ],
)
def test_other_wrong_use(cli: Cli, arguments: tuple[str, ...], said: str) -> None:
    result = cli.run(*arguments)
    assert result.status == 2 and said in result.err and not result.out
    assert "\0" not in result.err


def test_a_misspelt_option_is_not_data(cli: Cli) -> None:
    assert cli.run("add", "Grace", "--tga", "navy").status == 2
    assert not cli.network.exists()


# ---------------------------------------------------------------------- words that begin with dashes


def test_tags_may_begin_with_a_dash(two: Cli) -> None:
    two.ok("tag", "ada", "+maths", "-london", "--json")
    assert 'tags = ["maths"]' in two.file("ada-lovelace")
    assert two.run("tag", "ada", "--maths").status == 2
    two.ok("--json", "tag", "ada", "-maths", "+h")
    assert 'tags = ["h"]' in two.file("ada-lovelace")


def test_a_query_may_begin_with_a_dash(two: Cli) -> None:
    assert [person["id"] for person in two.json("list", "-#london")] == ["grace-hopper"]
    assert [person["id"] for person in two.json("list", "-hopper")] == ["ada-lovelace"]
    assert two.json("list", "-h") != [] == two.json("list", "-a")
    assert two.json("list", "-nobody", "--sort", "name") == two.json("list", "--sort=name")
    two.ok("note", "call with @ada: well - known")
    assert two.json("search", "-", "known")[0]["contact"] == "ada-lovelace"
    assert two.json("search", "-known")[0]["contact"] == "ada-lovelace"


def test_a_line_to_log_may_hold_dashes(two: Cli) -> None:
    two.ok("note", "call", "with", "@ada:", "->", "good", "-5", "-x", "--", "--", "--json")
    two.ok("note", "call with @ada: a --word in one argument")
    two.ok("note", "--json", "--", "call with @ada: last")
    texts = {entry["text"] for entry in two.json("show", "ada")["timeline"]}
    assert texts == {"-> good -5 -x -- --json", "a --word in one argument", "last"}


def test_a_line_with_an_option_that_there_is_not_is_kept(two: Cli) -> None:
    before = two.file("ada-lovelace")
    result = two.run("note", "call", "with", "@ada:", "hi", "--jsn", "-x")
    assert result.status == 2 and "did you mean --json?" in result.err and "netui note --last" in result.err
    assert two.drafts == ["call with @ada: hi --jsn -x"]
    assert two.file("ada-lovelace") == before
    assert two.run("note", "--hepl").status == two.run("note", "--lsat").status == 2
    assert two.run("note", "call with @ada", "--data").status == 2
    assert two.drafts[0] == "call with @ada --data"


def test_numbers_and_sentences_are_words_everywhere(two: Cli) -> None:
    two.ok("set", "ada", "org", "-5")
    assert 'org = "-5"' in two.file("ada-lovelace")
    two.ok("set", "ada", "notes", "- one\n- two")
    assert "- two" in two.file("ada-lovelace")


def test_two_dashes_end_the_options(two: Cli) -> None:
    two.ok("rename", "ada", "--", "Ada", "--json")
    two.ok("set", "--", "ada", "org", "--data")
    two.ok("tag", "ada", "--", "-london", "--", "+x")
    text = two.file("ada-lovelace")
    assert 'name = "Ada --json"' in text and 'org = "--data"' in text and 'tags = ["x"]' in text
    assert two.json("show", "--json", "--", "ada")["name"] == "Ada --json"


# ---------------------------------------------------------------------- where options stand


def test_options_may_stand_anywhere(two: Cli) -> None:
    for arguments in (
        ("list", "ada", "--sort", "name", "lovelace", "--json"),
        ("--json", "list", "--sort=name", "ada", "lovelace"),
        ("list", "--json", "ada", "--", "lovelace"),
    ):
        assert '"ada-lovelace"' in two.ok(*arguments)


def test_data_may_stand_in_both_places_and_the_last_one_counts(cli: Cli) -> None:
    one, other = str(cli.base / "one"), str(cli.base / "other")
    cli.ok("--data", one, "add", "Ada")
    assert [p["id"] for p in cli.json("list", f"--data={one}")] == ["ada"]
    assert [p["id"] for p in cli.json("--data", other, "list", "--data", one)] == ["ada"]
    assert cli.json("--data", one, "list", "--data", other) == []
    assert cli.json("--data", other, "--data", one, "list", "ada") != []


def test_repeated_options_add_up_or_the_last_one_counts(cli: Cli) -> None:
    cli.ok("add", "Ada", "--tag", "a", "--org", "One", "Lovelace", "--tag=b", "--org", "Two")
    text = cli.file("ada-lovelace")
    assert 'tags = ["a", "b"]' in text and 'org = "Two"' in text
    cli.ok("add", "Grace")
    assert "tags" not in cli.file("grace")


# ---------------------------------------------------------------------- the reader itself

READER = ArgumentReader(
    "netui x",
    (argument("first"), argument("rest", nargs="*"), flag("--yes", "y"), argument("--n", type=whole_number)),
    dash_words=True,
)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)


@given(st.lists(st.one_of(WORDS, WORDS.map("-{}".format), WORDS.map("--{}".format)), min_size=1))
def test_no_word_after_two_dashes_is_dropped(words: list[str]) -> None:
    found = READER.read(["--n", "3", "--", *words], Namespace())
    assert [found.first, *found.rest] == words and found.n == 3 and not found.yes


@given(st.lists(st.one_of(WORDS, WORDS.map("-{}".format), st.sampled_from(("--yes", "--n=1"))), min_size=1))
def test_each_word_is_read_or_the_call_refused(given_: list[str]) -> None:
    assume("--" not in given_)
    words = [each for each in given_ if each not in ("--yes", "--n=1")]
    try:
        found = READER.read(given_, Namespace())
    except Usage:
        assert not words or any(each.startswith("--") for each in words)
    else:
        assert [found.first, *found.rest] == words


@given(
    st.sampled_from(list(COMMANDS)),
    st.lists(WORDS | st.sampled_from(["-", "--json", "ada"]), max_size=4),
    st.data(),
)
def test_words_and_flags_are_read_as_argparse_reads_them(
    name: str, words: list[str], data: st.DataObject
) -> None:
    command = COMMANDS[name]
    flags = [each.names[-1] for each in command.arguments if each.is_flag]
    typed = data.draw(
        st.permutations([*words, *data.draw(st.lists(st.sampled_from(flags or ["--json"]), max_size=2))])
    )
    assert_read_alike(name, typed)


def assert_read_alike(name: str, typed: list[str]) -> bool:
    command = COMMANDS[name]
    reader = ArgumentReader(f"netui {name}", command.arguments, dash_words=command.dash_words)
    if reader._read_plain(typed) is None:
        return False
    parser = ArgumentParser(f"netui {name}", reader._arguments, dict, dash_words=command.dash_words)
    whole = parser.read(typed, Namespace(data="x", json=False))
    assert reader.read(typed, Namespace(data="x", json=False)) == whole
    return True


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_read_with_as_many_words_as_it_takes(name: str) -> None:
    found = [assert_read_alike(name, ["ada"] * count) for count in range(5)]
    assert any(found) or name in ("conflicts", "inbox", "trash")


def test_a_line_to_log_is_read_without_argparse() -> None:
    for typed in (["coffee with @ada: hi"], ["coffee", "with", "@ada", "--json"], ["-"], []):
        assert (
            ArgumentReader("netui note", COMMANDS["note"].arguments, dash_words=True)._read_plain(typed)
            is not None
        )
