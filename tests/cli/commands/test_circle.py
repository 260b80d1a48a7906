"""``netui circle`` and ``circles``: set, show and remove one; what ``due`` and ``check`` say of it."""

import json

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def choir(cli: Cli) -> Cli:
    for ident, name in (("ada", "Ada"), ("bob", "Bob"), ("cy", "Cy")):
        cli.write(ident, f'name = "{name}"\ntags = ["choir"]\n')
    cli.write("zoe", 'name = "Zoe"\n')
    cli.ok("note", "meeting #choir with @ada @zoe 3 weeks ago: rehearsal")
    cli.ok("note", "meeting #choir with @bob @ada on 14 Oct")
    return cli


def test_a_circle_is_made_shown_and_removed(choir: Cli) -> None:
    assert "no circles yet: netui circle choir 1w" in choir.ok("circles")
    made = choir.json("circle", "#choir", "1w")
    assert made["tag"] == "choir" and made["every"] == "1w" and made["members"] == ["ada", "bob", "cy"]
    assert made["meetings"] == [
        {"on": "2026-10-31", "people": ["ada", "zoe"]}, {"on": "2026-10-14", "people": ["ada", "bob"]},
    ]  # fmt: skip
    assert choir.json("circles") == [
        {"tag": "choir", "members": ["ada", "bob", "cy"], "quiet": [], "last": "2026-10-31", "days": 21,
         "every": "1w", "state": "quiet", "why": "past the week you set, by 14 days"}
    ]  # fmt: skip
    assert choir.ok("circles") == "quiet  #choir  21 d  past the week you set, by 14 days\n"
    page = choir.ok("circle", "Choir")
    assert "rhythm: every week · 3 members · 2 meetings" in page and "Oct" in page and "14 31" in page
    grid = {line.split()[0]: line.split()[1:] for line in page.splitlines() if line.startswith("  ")}
    assert grid["Ada"][:2] == ["●", "●"] and grid["Bob"][:2] == ["●", "·"] and grid["Cy"][:2] == ["·", "·"]
    assert grid["Zoe"] == ["at", "1", "meeting"]
    assert choir.ok("circle", "choir", "--plain").splitlines() == [
        "#choir, quiet, past the week you set, by 14 days", "rhythm: every week", "members: Ada, Bob, Cy",
        "2026-10-31: Ada, Zoe", "2026-10-14: Ada, Bob",
    ]  # fmt: skip
    assert "no circle any more" in choir.ok("circle", "choir", "--remove")
    assert choir.run("circle", "choir").status == 1
    choir.ok("undo")
    assert choir.json("circle", "choir")["every"] == "1w"


def test_due_and_status_speak_of_a_circle_that_is_quiet(choir: Cli) -> None:
    assert choir.json("due")["circles"] == []
    choir.ok("circle", "choir", "1w")
    (found,) = choir.json("due")["circles"]
    assert (found["tag"], found["members"], found["last"], found["days"], found["why"]) == (
        "choir", ["ada", "bob", "cy"], "2026-10-31", 21, "past the week you set, by 14 days",
    )  # fmt: skip
    assert "circles gone quiet (netui circle NAME)\n  quiet  #choir  21 d" in choir.ok("due")
    assert "#choir quiet" in choir.ok("status")
    choir.ok("note", "choir #choir with @ada @bob @cy")
    assert choir.json("due")["circles"] == [] and choir.json("circles")[0]["days"] == 0


def test_what_is_wrong_is_said_in_a_sentence(choir: Cli) -> None:
    for given, why in (
        (("circle", "chior", "1w"), "nobody carries #chior"),
        (("circle", "choir", "often"), "'often' is not a span of time"),
        (("circle", "choir", "--remove"), "there is no circle #choir"),
        (("circle", "choir", "1w", "--remove"), "either how often it meets, or --remove"),
    ):
        result = choir.run(*given)
        assert result.status == 2 and why in result.err and "Traceback" not in result.err
    assert not (choir.network / "netui.toml").exists()


def test_wrong_values_are_named_with_file_and_line_and_left_out(choir: Cli) -> None:
    (choir.network / "netui.toml").write_text(
        '# mine\n[circles]\nchoir = "1w"\ntennis = "often"\nband = 3\n[circle]\nx = "1w"\n'
    )
    found = [
        (each["line"], each["what"]) for each in json.loads(choir.run("check", "--json").out)["problems"]
    ]
    assert found == [
        (4, "circles.tennis: 'often' is not a span of time (try 10d, 3w, 2m or 1y)"),
        (5, "circles.band: band must be text in quotes"),
        (6, "circle: there is no such setting (did you mean circles?)"),
    ]
    result = choir.run("circles")
    assert result.out.startswith("quiet  #choir") and "circles.tennis" in result.err


def test_circles_complete_before_other_tags(choir: Cli) -> None:
    choir.ok("tag", "ada", "+alto")
    choir.ok("circle", "choir", "learn")
    for words, found in ((("circle", ""), ["choir", "alto"]), (("circle", "choir", "l"), ["learn"])):
        lines = choir.ok("completions", "zsh", "--", *words).splitlines()
        assert [line.partition("\t")[0] for line in lines] == found
