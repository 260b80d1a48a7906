"""Oneself: what concerns nobody else is kept there, found as @me, and in no list of others."""

import pytest

from tests.cli.conftest import Cli, cli  # noqa: F401 (a fixture)


@pytest.fixture
def me(cli: Cli) -> Cli:  # noqa: F811
    cli.write("jo", 'name = "Jo Doe"\nme = true\nemails = ["jo@x.example"]\n')
    cli.write("ada", 'name = "Ada Lovelace"\n')
    return cli


def test_an_event_or_a_note_of_nobody_is_ones_own(me: Cli) -> None:
    event = me.json("note", "event at PyCon: gave my talk got:visibility")
    assert (event["contact"], event["kind"], event["place"]) == ("jo", "event", "PyCon")
    assert event["got"] == ["visibility"]
    assert me.json("note", "learned: prune in winter")["contact"] == "jo"
    assert me.json("note", "with @me: thought about it")["contact"] == "jo"


def test_a_kind_of_contact_without_a_person_is_asked_about(me: Cli) -> None:
    assert me.run("note", "coffee yesterday: nice").status == 2


def test_without_oneself_nothing_changes(cli: Cli) -> None:  # noqa: F811
    cli.write("ada", 'name = "Ada Lovelace"\n')
    assert cli.run("note", "event at PyCon: gave my talk").status == 2


def test_oneself_is_outside_lists_and_exports(me: Cli) -> None:
    me.ok("note", "event at PyCon: gave my talk")
    assert [row["id"] for row in me.json("list")] == ["ada"]
    assert [row["id"] for row in me.json("list", "is:me")] == ["jo"]
    assert me.json("show", "jo")["state"] == "me"
    assert "Jo" not in me.ok("export", "--to", "vcard")
    assert me.json("due")["quiet"] == []


def test_promises_to_oneself_are_due_like_others(me: Cli) -> None:
    me.ok("promise", "jo", "learn Rust", "--by", "2026-11-25")
    assert [each["contact"] for each in me.json("due")["promises"]] == ["jo"]
    assert [each["contact"] for each in me.json("promises")] == ["jo"]


def test_only_one_is_oneself(me: Cli) -> None:
    refused = me.run("set", "ada", "me", "yes")
    assert refused.status == 2 and "Jo Doe is you already" in refused.err
    me.ok("set", "jo", "me", "no")
    me.ok("set", "ada", "me", "yes")
    assert [row["id"] for row in me.json("list")] == ["jo"]


def test_a_first_meeting_is_an_event_and_fills_how_one_met(me: Cli) -> None:
    logged = me.json("note", "met Grace Hopper (new) at DevConf yesterday: compilers")
    assert (logged["contact"], logged["kind"], logged["place"]) == ("grace-hopper", "event", "DevConf")
    assert me.json("show", "grace")["met"] == {"on": "2026-11-20", "where": "DevConf"}
    assert "met" not in me.file("ada")
    again = me.json("note", "coffee with Alan Kay (new) at DevConf")
    assert again["kind"] == "coffee" and "met" not in me.file("alan-kay")
