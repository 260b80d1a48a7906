"""Commands that only look: their JSON, their lines, and what a broken file does to them."""

import pytest

from tests.cli.conftest import Cli

LISTED = [
    "id",
    "name",
    "roles",
    "tags",
    "org",
    "title",
    "last",
    "days",
    "state",
    "every",
    "chance",
    "share",
    "why",
]


def entries(*days: str) -> str:
    return "".join(
        f'\n[[timeline]]\nid = "e{n}"\non = {day}\nkind = "coffee"\n' for n, day in enumerate(days)
    )


@pytest.fixture
def known(cli: Cli) -> Cli:
    """Quiet Ada, warm Grace, new Mary, a plan, dates, promises and a goal."""
    cli.write("ada", 'name = "Ada Lovelace"\norg = "Engines"\ntags = ["london"]\n[rhythm]\nevery = "3w"\n'
              '[[date]]\nwhat = "birthday"\non = "1815-11-25"\n'
              '[[promise]]\nid = "p1"\nby = "me"\ntext = "the deck"\nmade = 2026-11-01\ndue = 2026-11-13\n'
              '[[promise]]\nid = "p2"\nby = "them"\ntext = "an intro"\ndue = 2027-01-13\n'
              '[[promise]]\nid = "p3"\ntext = "kept"\ndone = 2026-11-02\n'
              + entries("2026-09-01", "2026-09-20") +
              '\n[[timeline]]\nid = "plan"\non = 2026-11-24T12:30:00\nkind = "lunch"\n'
              'with = ["grace"]\n')  # fmt: skip
    cli.write("grace", 'name = "Grace Hopper"\nknows = ["cobol"]\n' + entries("2026-11-20"))
    cli.write("mary", 'name = "Mary Somerville"\nnotes = "Mechanism of the heavens"\n')
    cli.write("cto", 'title = "A CTO role"\ndue = 2027-03-31\n[measure]\ncount = "kind:coffee"\ntarget = 12\n'
              '[[audience]]\nwho = "coders"\nmatch = "knows:cobol"\nwant = 2\n', "goals")  # fmt: skip
    return cli


def test_list_is_in_the_order_of_the_app(known: Cli) -> None:
    found = known.json("list")
    assert [(p["id"], p["state"]) for p in found] == [("ada", "quiet"), ("grace", "warm"), ("mary", "new")]
    assert list(found[0]) == LISTED
    ada = found[0]
    assert (ada["last"], ada["days"], ada["every"], ada["org"]) == ("2026-09-20", 62, "3w", "Engines")
    assert ada["why"] == "past the 3 weeks you set, by 41 days" and 0 < ada["chance"] <= 1
    mary = found[2]
    assert [mary[key] for key in ("org", "last", "days", "every", "chance", "share")] == [None] * 6


def test_list_filters_and_sorts(known: Cli) -> None:
    assert [p["id"] for p in known.json("list", "is:quiet|new")] == ["ada", "mary"]
    assert [p["id"] for p in known.json("list", "-is:quiet")] == ["grace", "mary"]
    assert [p["id"] for p in known.json("list", "--sort", "name")] == ["ada", "grace", "mary"]
    assert [p["id"] for p in known.json("list", "--sort=last")] == ["grace", "ada", "mary"]
    assert [p["id"] for p in known.json("list", "with:grace")] == ["ada"]
    assert known.json("list", "nobody") == [] and known.ok("list", "nobody") == ""
    result = known.run("list", "rol:mentor")
    assert result.status == 2 and "column 1" in result.err and "role:" in result.err
    assert known.run("list", "--sort", "size").status == 2


def test_list_for_people(known: Cli) -> None:
    assert known.ok("list").splitlines() == [
        "quiet  Ada Lovelace     8 wk  past the 3 weeks you set, by 41 days",
        "warm   Grace Hopper     1 d",
        "new    Mary Somerville",
    ]


def test_show_has_the_whole_contact(known: Cli) -> None:
    ada = known.json("show", "ada")
    assert [e["id"] for e in ada["timeline"]] == ["plan", "e1", "e0"]
    assert ada["timeline"][0]["on"] == "2026-11-24T12:30" and ada["timeline"][0]["with"] == ["grace"]
    assert (ada["state"], ada["pronouns"], ada["aliases"]) == ("quiet", None, [])
    assert ada["rhythm"] == {"every": "3w"} and ada["date"] == [{"what": "birthday", "on": "1815-11-25"}]
    assert [promise["id"] for promise in ada["promise"]] == ["p1", "p2", "p3"]
    assert [e["contact"] for e in known.json("show", "grace")["timeline"]] == ["ada", "grace"]
    text = known.ok("show", "ada")
    assert "past the 3 weeks you set" in text and "! you: the deck  8 days ago  (p1)" in text
    assert "2026-11-24 12:30  lunch with Grace Hopper  (coming)" in text


def test_show_says_what_was_tried(cli: Cli) -> None:
    tried = '\n[[timeline]]\nid = "t"\non = 2026-11-02\nkind = "attempt"\ntext = "rang"\n'
    cli.write("ada", 'name = "Ada"\nemails = ["a@x.example"]\n' + entries("2026-09-20") + tried)
    assert "1 attempt since, no answer yet\n" in cli.ok("show", "ada")
    cli.write("ada", 'name = "Ada"\nemails = ["a@x.example"]\n' + entries("2026-09-20") + tried * 2)
    assert "2 attempts since, no answer yet: try e-mail?\n" in cli.ok("show", "ada")


def test_due(known: Cli) -> None:
    due = known.json("due")
    assert list(due) == ["quiet", "promises", "dates", "planned"]
    assert [p["id"] for p in due["quiet"]] == ["ada"] and list(due["quiet"][0]) == LISTED
    assert due["promises"] == [
        {"contact": "ada", "id": "p1", "by": "me", "text": "the deck", "due": "2026-11-13"}
    ]
    assert due["dates"] == [{"contact": "ada", "what": "birthday", "on": "2026-11-25", "days": 4}]
    assert due["planned"] == [
        {"contact": "ada", "id": "plan", "on": "2026-11-24T12:30", "kind": "lunch", "with": ["grace"]}
    ]
    assert known.json("due", "--limit", "0")["quiet"] == []
    assert known.run("due", "--limit", "few").status == 2
    text = known.ok("due")
    for words in ("Ada Lovelace", "the deck", "in 4 days", "birthday", "lunch"):
        assert words in text


def test_an_empty_network_is_no_error(cli: Cli) -> None:
    assert cli.json("list") == cli.json("promises") == cli.json("goals") == cli.json("search", "x") == []
    assert cli.json("due") == {"quiet": [], "promises": [], "dates": [], "planned": []}
    assert cli.json("history") == []
    assert not cli.network.exists()


def test_search(known: Cli) -> None:
    known.ok("note", "call with @grace: she likes Córdoba")
    (hit,) = known.json("search", "cordo")
    assert (hit["contact"], hit["on"]) == ("grace", "2026-11-21") and "Córdoba" in hit["snippet"]
    assert known.json("search", "heavens") == [
        {
            "contact": "mary",
            "entry": None,
            "on": None,
            "snippet": known.json("search", "heavens")[0]["snippet"],
        }
    ]
    assert known.json("search", '"; DROP') == []
    assert known.run("search").status == 2


def test_goals(known: Cli) -> None:
    assert known.json("goals") == [
        {"id": "cto", "title": "A CTO role", "status": "active", "due": "2027-03-31", "done": 3, "target": 12,
         "pace": "slow", "audiences": [{"who": "coders", "match": "knows:cobol", "want": 2, "have": 1}]}
    ]  # fmt: skip
    assert "3/12" in known.ok("goals") and "1/2 coders" in known.ok("goals")


def test_promises(known: Cli) -> None:
    assert [promise["id"] for promise in known.json("promises")] == ["p1", "p2"]
    assert "8 days ago" in known.ok("promises")


def test_a_broken_file_is_one_warning_and_one_row(known: Cli) -> None:
    known.write("broken", 'name = "Bro\n')
    for command in ("list", "due", "promises"):
        result = known.run(command)
        assert result.status == 0 and result.err.count("broken.toml, line 1") == 1
    assert [p["id"] for p in known.json("list", "is:broken")] == ["broken"]
    assert known.json("list")[-1]["state"] == "broken"
    assert known.json("show", "broken")["state"] == "broken"
    known.write("broken", 'name = "Mended"\n')
    assert known.run("list").err == ""


def test_hostile_names_are_shown_harmlessly(cli: Cli) -> None:
    cli.write("x", (
        'name = "\\u001b]52;c;x\\u0007[@click=app.quit]\\u202eevil\\u009b31m"\nnotes = "\\u001b[2J wiped"\n'
        '[[timeline]]\non = 2026-11-01\ntext = "\\u001b[31mred"\n'
    ))  # fmt: skip
    commands = (("list",), ("show", "x"), ("search", "wiped"), ("due",), ("rm", "x"))
    for command in commands:
        result = cli.run(*command)
        said = result.out + result.err
        assert "evil" in said or command[0] == "due"
        assert not set(said) & set("\x1b\x07\x9b\u202e")
