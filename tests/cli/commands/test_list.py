"""``netui list``: order, filters, sorting, its lines and JSON."""

import os

from tests.cli.commands.conftest import LISTED
from tests.cli.conftest import Cli


def test_list_is_in_the_order_of_the_app(known: Cli) -> None:
    found = known.json("list")
    assert [(p["id"], p["state"]) for p in found] == [("ada", "quiet"), ("grace", "met"), ("mary", "new")]
    assert list(found[0]) == LISTED
    ada = found[0]
    assert (ada["last"], ada["days"], ada["every"], ada["org"]) == ("2026-09-20", 62, "3w", "Engines")
    assert ada["why"] == "past the 3 weeks you set, by 41 days; planned for 24 Nov" and 0 < ada["chance"] <= 1
    mary = found[2]
    assert [mary[key] for key in ("org", "last", "days", "every", "chance", "share")] == [None] * 6


def test_list_filters_and_sorts(known: Cli) -> None:
    assert [p["id"] for p in known.json("list", "is:quiet|new")] == ["ada", "mary"]
    assert [p["id"] for p in known.json("list", "-is:quiet")] == ["grace", "mary"]
    assert [p["id"] for p in known.json("list", "--sort", "name")] == ["ada", "grace", "mary"]
    assert [p["id"] for p in known.json("list", "--sort=last")] == ["grace", "ada", "mary"]
    assert [p["id"] for p in known.json("list", "with:grace")] == ["ada"]
    assert known.json("list", "nobody") == []
    result = known.run("list", "rol:mentor")
    assert result.status == 2 and "column 1" in result.err and "role:" in result.err
    assert known.run("list", "--sort", "size").status == 2


def test_a_key_of_ones_own_is_asked_for_once_somebody_has_it(known: Cli) -> None:
    assert known.run("list", "has:shoe_size").status == 2
    known.ok("set", "--own", "ada", "shoe_size", "38")
    known.ok("date", "ada", "birthday", "3 may")
    assert [p["id"] for p in known.json("list", "has:shoe_size")] == ["ada"]
    assert [p["id"] for p in known.json("list", 'no:shoe_size|email -date:"3 may"')] == ["grace", "mary"]
    assert "did you mean `shoe_size`" in known.run("list", "no:shoesize").err
    assert known.ok("completions", "zsh", "--", "list", "has:sho") == "has:shoe_size\n"


def test_list_for_people(known: Cli) -> None:
    assert known.ok("list").splitlines() == [
        "quiet  Ada Lovelace     62 d  past the 3 weeks you set, by 41 days; planned for 24 Nov",
        "met    Grace Hopper     1 d   met once, yesterday: a first follow-up?",
        "new    Mary Somerville",
    ]


def test_a_broken_file_is_one_warning_and_one_row(known: Cli) -> None:
    known.write("broken", 'name = "Bro\n')
    for command in ("list", "due", "promises"):
        result = known.run(command)
        assert result.status == 0 and result.err.count("broken.toml, line 1") == 1
    assert [p["id"] for p in known.json("list", "is:broken")] == ["broken"]
    assert known.json("list")[0]["state"] == "broken"
    assert known.json("show", "broken")["state"] == "broken"
    known.write("broken", 'name = "Mended"\n')
    assert known.run("list").err == ""


def test_odd_files_are_named_once_and_hide_nobody(known: Cli) -> None:
    contacts = known.network / "contacts"
    os.mkfifo(contacts / "fifo.toml")
    (contacts / "folder.toml").mkdir()
    (contacts / "status.toml").symlink_to("/proc/self/status")
    (contacts / "nowhere.toml").symlink_to("gone.toml")
    (contacts / "again.toml").symlink_to("ada.toml")
    known.write("cto-2", "title = ", "goals")
    result = known.run("list")
    assert result.status == 0 and "Ada Lovelace" in result.out and "Grace Hopper" in result.out
    told = result.err.splitlines()
    assert len(told) == 5 and all(line.count(".toml") == 1 and "Errno" not in line for line in told)
    for word in (
        "fifo.toml",
        "folder.toml",
        "status.toml: it is a link that leads out of",
        "nowhere",
        "cto-2",
    ):
        assert result.err.count(word) == 1
    assert known.run("list").err == result.err
    assert [person["id"] for person in known.json("list", "ada lovelace")] == ["ada", "again"]
    result = known.run("note", "call with @grace: still here")
    assert result.status == 0 and "still here" in known.file("grace")


def test_copies_of_files_are_nobody_more(known: Cli) -> None:
    people = known.json("list")
    for name in ("ada 2", "ada (1)", "ada - Copy", "ada-DESKTOP-1", "ada.sync-conflict-20261101-120000-ABC"):
        known.write(name, known.file("ada"))
    assert known.json("list") == people
    assert known.json("due")["quiet"][0]["id"] == "ada"


def test_an_empty_network_is_no_error(cli: Cli) -> None:
    assert cli.json("list") == cli.json("promises") == cli.json("goals") == cli.json("search", "x") == []
    assert cli.json("due") == {
        "asked": [], "quiet": [], "drifting": [], "promises": [], "dates": [], "planned": [], "met": [],
        "circles": [],
    }  # fmt: skip
    assert cli.json("history") == []
    assert not cli.network.exists()


def test_hostile_names_are_shown_harmlessly(cli: Cli) -> None:
    cli.write("x", (
        'name = "\\u001b]52;c;x\\u0007[@click=app.quit]\\u202eevil\\u009b31m"\nnotes = "\\u001b[2J wiped"\n'
        '[[timeline]]\non = 2026-11-01\ntext = "\\u001b[31mred"\n'
    ))  # fmt: skip
    commands = (("list",), ("show", "x"), ("search", "wiped"), ("due",), ("rm", "x"))
    for command in commands:
        result = cli.run(*command)
        said = result.out + result.err
        assert "app.quit]e" in said or command[0] == "due"
        assert not set(said) & set("\x1b\x07\x9b\u202e")


def test_a_saved_list_is_asked_for_by_its_name(known: Cli) -> None:
    (known.network / "netui.toml").write_text('[lists]\nlondoners = "#london"\nring = "list:ring"\n')
    assert [each["id"] for each in known.json("list", "list:londoners")] == ["ada"]
    known.ok("tag", "list:londoners", "+saved", "--yes")
    assert "saved" in known.file("ada") and "saved" not in known.file("grace")
    for query, why in (("list:londener", "did you mean `list:londoners`?"), ("list:ring", "made of itself")):
        result = known.run("list", query)
        assert result.status == 2 and why in result.err
    result = known.run("check")
    assert result.status == 1 and "netui.toml" in result.out and "made of itself" in result.out
