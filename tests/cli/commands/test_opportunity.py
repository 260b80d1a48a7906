"""``netui opportunity``: add, set, list."""

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def some(cli: Cli) -> Cli:
    cli.write("ada", 'name = "Ada"\n')
    cli.write("grace", 'name = "Grace"\n')
    cli.write("cto", 'title = "A CTO role"\n', "goals")
    return cli


def add(some: Cli) -> dict:
    options = ["--kind", "job", "--next", "send the CV", "--on", "27 nov", "--via", "grace", "--goal", "cto"]
    return some.json("opportunity", "add", "ada", "Staff", "engineer", *options, "--worth", "much")


def test_one_is_added_set_listed_and_taken_back(some: Cli) -> None:
    added = add(some)
    assert added == {
        "contact": "ada", "id": added["id"], "kind": "job", "text": "Staff engineer", "status": "open",
        "opened": "2026-11-21", "goal": "cto", "via": "grace", "worth": "much", "next": "send the CV",
        "next_on": "2026-11-27", "stage": None, "history": [],
    }  # fmt: skip
    assert some.json("opportunity", "list") == [added] == some.json("opportunity", "list", "ada")
    assert some.json("opportunity", "list", "grace") == []
    assert some.json("opportunity", "set", added["id"], "on", "")["next_on"] is None
    assert some.json("opportunity", "set", added["id"], "status", "won")["status"] == "won"
    assert some.json("opportunity", "list") == []
    assert len(some.json("opportunity", "list", "--all")) == 1
    assert f"{added['id']}  won  Ada: Staff engineer (job); next: send the CV" in some.ok(
        "opportunity", "list", "--all"
    )
    some.ok("undo")
    assert "send the CV" in some.ok("opportunity", "list")


def test_stages_and_steps_are_kept_with_their_days(some: Cli) -> None:
    ident = add(some)["id"]
    assert some.json("opportunity", "set", ident, "stage", "applied")["stage"] == "applied"
    done = some.json("opportunity", "done", ident)
    assert (done["next"], done["next_on"]) == (None, None)
    assert done["history"] == [
        {"on": "2026-11-21", "what": "applied"}, {"on": "2026-11-21", "what": "send the CV"},
    ]  # fmt: skip
    assert "(job, applied)" in some.ok("opportunity", "list") and "Staff engineer" in some.ok(
        "search", "applied"
    )


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        ((), 2, "netui opportunity add WHO TEXT"),
        (("add", "ada"), 2, "say with whom"),
        (("add", "nobody", "x"), 1, "nobody called"),
        (("add", "ada", "x", "--via", "nobody"), 1, "nobody called"),
        (("add", "ada", "x", "--goal", "none"), 1, "there is no goal 'none'; there is cto"),
        (("add", "ada", "x", "--on", "40 dec"), 2, "on: "),
        (("list", "--kind", "job"), 2, "--kind goes with add"),
        (("add", "ada", "x", "--all"), 2, "--all goes with list"),
        (("set", "o1"), 2, "say which one"),
        (("done",), 2, "say which one"),
        (("done", "o1"), 1, "there is no opportunity"),
        (("set", "o1", "status", "won"), 1, "there is no opportunity"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    some: Cli, arguments: tuple[str, ...], status: int, why: str
) -> None:
    before = some.file("ada")
    result = some.run("opportunity", *arguments)
    assert (result.status, result.out) == (status, "") and why in result.err
    assert some.file("ada") == before


def test_a_key_that_there_is_not_and_a_status_that_is_none(some: Cli) -> None:
    ident = add(some)["id"]
    for key, value, why in (
        ("statu", "won", "did you mean status?"),
        ("status", "done", "open, won or lost"),
    ):
        result = some.run("opportunity", "set", ident, key, value)
        assert result.status == 2 and why in result.err
