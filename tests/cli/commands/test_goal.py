"""``netui goal``: add, set, reach, drop, milestones and audiences, each one undo."""

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def cto(cli: Cli) -> Cli:
    cli.write("ada", 'name = "Ada"\ntags = ["startup"]\n')
    cli.ok("goal", "add", "A CTO role", "--due", "2027-03-31", "--count", "kind:coffee", "--target", "12")
    return cli


def test_a_goal_is_added_and_printed_as_it_stands(cli: Cli) -> None:
    arguments = ["--why", "to build", "--due", "end of march", "--target", "3", "--per", "month"]
    assert cli.json("goal", "add", "Learn", "Rust", *arguments) == {
        "id": "learn-rust", "title": "Learn Rust", "status": "active", "due": "2027-03-31", "done": 0,
        "target": 3, "pace": "slow", "audiences": [], "why": "to build", "count": "^learn-rust",
        "per": "month", "milestones": [],
    }  # fmt: skip
    assert "added goal Read (read)" in cli.ok("goal", "add", "Read")
    cli.ok("undo")
    assert [goal["id"] for goal in cli.json("goals")] == ["learn-rust"]


def test_every_key_is_set_and_removed(cto: Cli) -> None:
    for key, value, shown in (
        ("title", "A CTO job", "A CTO job"), ("why", "it matters", "it matters"), ("why", "", None),
        ("due", "2027-06-30", "2027-06-30"), ("status", "reached", "reached"), ("target", "5", 5),
        ("measure.count", "kind:call", "kind:call"), ("per", "month", "month"),
    ):  # fmt: skip
        assert cto.json("goal", "set", "cto", key, value)[key.removeprefix("measure.")] == shown


def test_it_is_reached_and_dropped_by_a_part_of_its_title(cto: Cli) -> None:
    assert cto.json("goal", "reach", "cto")["status"] == "reached"
    assert cto.json("goal", "drop", "a cto role")["status"] == "dropped"
    cto.ok("undo")
    assert cto.json("goals")[0]["status"] == "reached"


def test_milestones_are_added_and_ticked(cto: Cli) -> None:
    cto.ok("goal", "milestone", "cto", "draft", "the", "CV", "by", "27", "nov")
    cto.ok("goal", "milestone", "cto", "ask Grace", "--due", "1 dec")
    assert cto.json("goal", "milestone", "cto", "draft", "--done")["milestones"] == [
        {"text": "draft the CV", "due": "2026-11-27", "done": "2026-11-21"},
        {"text": "ask Grace", "due": "2026-12-01", "done": None},
    ]
    for words, why in ((("nothing",), "no milestone"), (("draft the CV",), "done already")):
        result = cto.run("goal", "milestone", "cto", *words, "--done")
        assert result.status == 2 and why in result.err


def test_an_audience_is_added_then_changed_by_its_query(cto: Cli) -> None:
    found = cto.json("goal", "audience", "cto", "#startup", "--who", "Founders", "--want", "5")
    assert found["audiences"] == [{"who": "Founders", "match": "#startup", "want": 5, "have": 1}]
    found = cto.json("goal", "audience", "cto", "#startup", "--want", "7")
    assert found["audiences"] == [{"who": "Founders", "match": "#startup", "want": 7, "have": 1}]


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        ((), 2, "netui goal add TITLE"),
        (("ad", "x"), 2, "netui goal takes one of"),
        (("add",), 2, "say what it is for: netui goal add TITLE"),
        (("add", " "), 2, "a name is needed"),
        (("add", "X", "--due", "40 dec"), 2, "due: "),
        (("add", "X", "--target", "0"), 2, "at least 1"),
        (("add", "X", "--per", "month"), 2, "goes with --target"),
        (("add", "X", "--count", "is:nope"), 2, "`is:` has no"),
        (("add", "X", "--who", "k"), 2, "--who does not go with add"),
        (("set", "cto", "titel", "x"), 2, "did you mean title?"),
        (("set", "cto", "status", "won"), 2, "active, reached, dropped"),
        (("set", "cto", "title", ""), 2, "a name is needed"),
        (("set", "cto"), 2, "say which key"),
        (("set",), 2, "say which goal"),
        (("reach", "nothing"), 1, "there is no goal"),
        (("reach", "cto", "role"), 2, "too many words"),
        (("audience", "cto", "is:nope"), 2, "`is:` has no"),
        (("milestone", "cto"), 2, "say what is to be done"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    cto: Cli, arguments: tuple[str, ...], status: int, why: str
) -> None:
    before = cto.file("a-cto-role", "goals")
    result = cto.run("goal", *arguments)
    assert (result.status, result.out) == (status, "") and why in result.err
    assert cto.file("a-cto-role", "goals") == before and len(cto.json("goals")) == 1


def test_two_goals_of_a_word_are_asked_about(cto: Cli) -> None:
    cto.ok("goal", "add", "Another CTO role")
    result = cto.run("goal", "reach", "cto")
    assert result.status == 2 and "a-cto-role" in result.err and "another-cto-role" in result.err
