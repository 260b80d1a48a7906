"""``netui note``: what is understood is saved, what is not is kept."""

import io
import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import DatabaseError, OperationalError

import pytest

from tests.cli.conftest import Cli

SHAPE = [
    "contact", "id", "on", "kind", "with", "tags", "promises", "goals", "text", "place", "gave", "got",
    "learned", "started_by", "planned",
]  # fmt: skip
"""What ``note --json`` prints of an entry."""


def test_a_line_becomes_an_entry_and_promises(two: Cli) -> None:
    before = two.file("ada-lovelace")
    line = (
        "coffee with @ada and grace hopper yesterday: her lab is hiring #hiring got:lead"
        " >send the deck by fri"
    )
    assert two.ok("note", line) == (
        "coffee · Ada Lovelace, Grace Hopper · Fri 20 Nov 2026 · got lead · #hiring"
        " · you to Ada Lovelace: send the deck by Fri 27 Nov 2026  (netui undo takes it back)\n"
    )
    assert two.file("ada-lovelace").startswith(before)
    for who in ("ada", "grace"):
        (entry,) = two.json("show", who)["timeline"]
        assert (entry["contact"], entry["on"], entry["kind"]) == ("ada-lovelace", "2026-11-20", "coffee")
        assert (entry["with"], entry["tags"], entry["got"]) == (["grace-hopper"], ["hiring"], ["lead"])
        assert entry["text"] == "her lab is hiring"
    two.ok("undo")
    assert two.file("ada-lovelace") == before


def test_json_gives_what_was_logged(two: Cli) -> None:
    two.write("cto", 'title = "CTO"\n', "goals")
    found = two.json("note", "lunch with @grace @ada today: good ^cto <intro to Bob by 12 dec")
    assert list(found) == SHAPE
    assert (found["contact"], found["with"], found["goals"]) == ("grace-hopper", ["ada-lovelace"], ["cto"])
    (promise,) = found["promises"]
    assert (promise["by"], promise["text"], promise["due"]) == ("them", "intro to Bob", "2026-12-12")
    assert 'goal = "cto"' in two.file("grace-hopper")


def test_json_gives_all_that_was_read(two: Cli) -> None:
    line = "lunch with @ada tomorrow at 13:00: hi got:lead gave:advice from:them learned: they hire"
    found = two.json("note", line)
    assert {key: found[key] for key in ("on", "gave", "got", "learned", "started_by", "planned")} == {
        "on": "2026-11-22T13:00", "gave": ["advice"], "got": ["lead"], "learned": "they hire",
        "started_by": "them", "planned": True,
    }  # fmt: skip
    found = two.json("note", "call @ada")
    assert [found[key] for key in ("text", "place", "learned", "started_by")] == [None] * 4
    assert (found["gave"], found["got"], found["planned"]) == ([], [], False)


def test_words_may_come_one_by_one_or_from_standard_input(two: Cli) -> None:
    two.ok("note", "call", "with", "@ada:", "->", "good", "--", "-5")
    two.ok("note", "-", stdin="note @ada: from a pipe\n")
    assert [entry["text"] for entry in two.json("show", "ada")["timeline"]] == ["from a pipe", "-> good -5"]


def test_new_people_come_in_with_the_line(two: Cli) -> None:
    out = two.ok("note", "lunch with Bob Noyce (new) and @ada: chips")
    assert "added Bob Noyce (bob-noyce)" in out
    assert two.json("show", "bob")["timeline"][0]["with"] == ["ada-lovelace"]
    two.ok("undo")
    assert two.run("show", "bob").status == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("coffee with @zoe: hello", "zoe"),
        ("coffee with @ada 1/11: hello", "1/11"),
        ("coffee with @ada: hello ^nogoal", "nogoal"),
        ("it rained", "who was it"),
    ],
)
def test_what_is_not_understood_is_kept(two: Cli, line: str, said: str) -> None:
    before = two.file("ada-lovelace")
    result = two.run("note", line)
    assert result.status == 2 and said in result.err and "column" in result.err and not result.out
    assert two.file("ada-lovelace") == before
    assert two.drafts == [line]
    assert "netui note --last" in result.err


def test_a_draft_is_resumed_once_it_can_be(two: Cli) -> None:
    assert two.run("note", "--last").status == 1
    two.run("note", "coffee with @zoe: hello")
    assert two.run("note", "--last").status == 2
    two.ok("add", "Zoe")
    assert "coffee · Zoe" in two.ok("note", "--last")
    assert two.run("note", "--last").status == 1


def test_several_refused_lines_are_kept_and_resumed_newest_first(two: Cli) -> None:
    two.run("note", "coffee with @zoe: one")
    two.run("note", "coffee with @yan: two")
    assert two.drafts == ["coffee with @yan: two", "coffee with @zoe: one"]
    assert two.run("note", "--last").status == 2
    assert len(two.drafts) == 2, "refused again, it is the same draft"
    assert "coffee · Ada Lovelace" in two.ok("note", "--last", "coffee with @ada: two")
    assert two.drafts == ["coffee with @zoe: one"]
    assert two.run("note", "--last", "coffee with @xi").status == 2
    assert two.drafts == ["coffee with @xi"]
    two.ok("note", "lunch with @grace")
    assert two.drafts == ["coffee with @xi"], "another line that is saved leaves it alone"


def test_a_draft_of_an_older_version_is_resumed(two: Cli) -> None:
    draft = two.base / "state/netui/drafts/note.txt"
    draft.parent.mkdir(parents=True)
    draft.write_text("coffee with @ada: kept")
    assert "coffee · Ada Lovelace" in two.ok("note", "--last")
    assert two.drafts == []


def test_a_draft_is_offered_in_its_own_network_alone(two: Cli) -> None:
    two.run("note", "coffee with @zoe: for the first")
    other = ("--data", str(two.base / "other"))
    assert "there is no draft" in two.run(*other, "note", "--last").err
    two.run(*other, "note", "coffee with @yan: for the other")
    assert two.drafts == ["coffee with @zoe: for the first"]
    assert "called “zoe”" in two.run("note", "--last").err


def test_the_readings_of_a_refused_line_are_listed_and_one_is_taken(two: Cli) -> None:
    assert two.run("note", "--take", "1").status == 1
    result = two.run("note", "lunch with @ada, grace paid")
    assert result.status == 2 and "  1  Grace Hopper was there too" in result.err and "--take N" in result.err
    refused = two.run("note", "--take", "9")
    assert (
        refused.status == 2
        and "no reading 9" in refused.err
        and two.drafts == ["lunch with @ada, grace paid"]
    )
    assert "lunch · Ada Lovelace, Grace Hopper" in two.ok("note", "--take", "1")
    assert two.drafts == []


def test_a_line_of_two_things_makes_two_entries(two: Cli) -> None:
    result = two.run("note", "yesterday lunch with Ada, dinner with Grace")
    assert result.status == 2
    assert "  1  2 entries: lunch with Ada Lovelace · dinner with Grace Hopper" in result.err
    found = two.json("note", "--take", "1")
    assert list(found) == ["entries", "refused"] and found["refused"] == []
    assert [(each["contact"], each["kind"], each["on"]) for each in found["entries"]] == [
        ("ada-lovelace", "lunch", "2026-11-20"),
        ("grace-hopper", "dinner", "2026-11-20"),
    ]
    assert two.drafts == []


def test_a_promise_goes_to_the_one_it_is_made_to(two: Cli) -> None:
    out = two.ok("note", "coffee with @ada and @grace >@grace send the deck >call back")
    assert "you to Grace Hopper: send the deck" in out and "you to Ada Lovelace: call back" in out
    assert "send the deck" in two.file("grace-hopper") and "call back" in two.file("ada-lovelace")


def test_several_lines_are_logged_and_the_refused_are_kept(two: Cli) -> None:
    lines = (
        "coffee with @ada yesterday:\r\n   her lab\r\n   is hiring >send the deck\r\n     by fri\r\n\r\n"
        "lunch with @zoe\r\n# a comment\r\ncall @grace: hi\r\ncall @ada 1/11\r\n"
    )
    result = two.run("note", "-", "--json", stdin=lines)
    assert result.status == 2
    found = json.loads(result.out)
    assert list(found) == ["entries", "refused"]
    first, second = found["entries"]
    assert list(first) == SHAPE
    assert (first["text"], first["on"], second["contact"]) == (
        "her lab is hiring",
        "2026-11-20",
        "grace-hopper",
    )
    assert (first["promises"][0]["text"], first["promises"][0]["due"]) == ("send the deck", "2026-11-27")
    assert [(each["line"], each["text"]) for each in found["refused"]] == [
        (6, "lunch with @zoe"),
        (9, "call @ada 1/11"),
    ]
    for each in found["refused"]:
        assert Path(each["draft"]).read_text() == each["text"] and "column" in each["why"]
    assert two.drafts == ["call @ada 1/11", "lunch with @zoe"]
    assert "line 6: column" in result.err


def test_several_lines_say_what_was_understood(two: Cli) -> None:
    out = two.ok("note", "-", stdin="coffee with Bob Noyce (new)\ncall with @bob: again\n")
    assert out.splitlines() == [
        "coffee · Bob Noyce (new) · Sat 21 Nov 2026",
        "added Bob Noyce (bob-noyce)",
        "call · Bob Noyce · Sat 21 Nov 2026",
        "logged 2 lines  (netui undo takes back the last)",
    ]
    found = json.loads(two.ok("note", "-", "--json", stdin="call @ada\n"))
    assert len(found["entries"]) == 1 and found["refused"] == []


def test_a_broken_file_does_not_stop_the_other_lines(two: Cli) -> None:
    two.write("grace-hopper", 'name = "Grace Hopper"\ntags = [\n')
    result = two.run("note", "-", "--json", stdin="call with @grace-hopper\ncall with @ada\n")
    found = json.loads(result.out)
    assert result.status == 3 and len(found["entries"]) == 1
    assert "grace-hopper.toml" in found["refused"][0]["why"] and two.drafts == ["call with @grace-hopper"]


def _no_folder(two: Cli, _: pytest.MonkeyPatch) -> None:
    contacts = two.network / "contacts"
    contacts.rename(two.network / "moved")
    contacts.write_text("a file in its place")


def _locked_index(_: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("netui.services.workspace.Index", locked)


def _broken_index(_: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise DatabaseError("database disk image is malformed")

    monkeypatch.setattr("netui.services.workspace.Workspace.refresh", broken)


def _clock_that_is_none(_: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETUI_TODAY", "soon")


def _interrupted(_: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("netui.services.workspace.Workspace.apply", interrupted)


def _terminated(_: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def terminated(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        signal.sigtimedwait([], 5)  # until the signal is handled

    monkeypatch.setattr("netui.services.workspace.Workspace.apply", terminated)


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Puts the handlers of signals back that the command sets."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize(
    ("stop", "status"),
    [(_no_folder, 3), (_locked_index, 3), (_broken_index, 3), (_clock_that_is_none, 2), (_interrupted, 130),
     (_terminated, 143)],
)  # fmt: skip
def test_whatever_stops_it_keeps_the_line(
    two: Cli, monkeypatch: pytest.MonkeyPatch, stop: Callable[[Cli, pytest.MonkeyPatch], None], status: int
) -> None:
    stop(two, monkeypatch)
    assert two.run("note", "coffee with @ada: kept").status == status
    assert two.drafts == ["coffee with @ada: kept"]
    result = two.run("note", "-", "--json", stdin="call @ada: one\ncall @ada: two\n")
    assert result.status == status and len(json.loads(result.out)["refused"]) == 2
    assert two.drafts == ["call @ada: two", "call @ada: one", "coffee with @ada: kept"]


def test_files_of_odd_names_do_not_stop_a_line(two: Cli) -> None:
    (two.network / "contacts" / "od\udcffd.toml").write_text('name = "Odd"\n')
    (two.network / "contacts" / "\n.toml").write_text('name = "Odder"\n')
    two.ok("note", "coffee with @ada: kept")
    assert two.drafts == []


def test_what_is_not_utf8_is_refused_and_kept(two: Cli) -> None:
    result = two.run("note", "call @ada: caf\udce9")
    assert result.status == 2 and "is not UTF-8 text" in result.err and result.err.count("\n") == 2
    assert two.drafts == ["call @ada: caf\udce9"]
    result = two.run("note", "--last")
    assert result.status == 2 and "is not UTF-8 text" in result.err and len(two.drafts) == 1


def test_lines_that_are_not_utf8_are_refused_and_the_others_logged(
    two: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = io.TextIOWrapper(io.BytesIO(b"call @ada: caf\xe9\ncall @ada: tea\n"))
    with monkeypatch.context() as patched:
        patched.setattr("io.StringIO", lambda _: lines)
        result = two.run("note", "-")
    assert result.status == 2 and "line 1: " in result.err and "is not UTF-8 text" in result.err
    assert [entry["text"] for entry in two.json("show", "ada")["timeline"]] == ["tea"]
    assert two.drafts == ["call @ada: caf\udce9"]


def test_candidates_are_listed(two: Cli) -> None:
    two.ok("add", "Ada Byron")
    result = two.run("note", "call with @ada: hi")
    assert result.status == 2
    assert "1  Ada Byron (@ada-byron)" in result.err and "2  Ada Lovelace (@ada-lovelace)" in result.err


def test_a_person_whose_file_was_renamed_in_place_is_found(cli: Cli) -> None:
    cli.write("ada", 'name = "Someone"\n')
    cli.ok("list")
    with open(cli.network / "contacts" / "ada.toml", "w") as file:
        file.write('name = "Ada Lovelace"\n')
    cli.ok("note", "call with @lovelace: hi")
    assert "[[timeline]]" in cli.file("ada")


def test_a_broken_file_is_not_written_and_the_line_is_kept(two: Cli) -> None:
    two.write("grace-hopper", 'name = "Grace Hopper"\ntags = [\n')
    result = two.run("note", "call with @grace-hopper: hi")
    assert result.status == 3 and "grace-hopper.toml" in result.err and "note --last" in result.err
    assert two.file("grace-hopper") == 'name = "Grace Hopper"\ntags = [\n'


def test_nothing_to_log(two: Cli) -> None:
    assert two.run("note").status == 2
    assert two.run("note", "-", stdin=" \n").status == 2


def test_what_cannot_be_kept_is_said(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = two.base / "state/netui/drafts"
    drafts.parent.mkdir(parents=True, exist_ok=True)
    drafts.write_text("in the way")
    result = two.run("note", "coffee with @zoe: hello")
    assert result.status == 2 and "coffee with @zoe: hello" in result.err


def test_json_is_one_document(two: Cli) -> None:
    result = two.run("note", "lunch with @ada: x", "--json")
    assert json.loads(result.out)["kind"] == "lunch" and result.err == ""
    assert io.StringIO(result.out).read().count("\n") == 1


def test_json_of_a_refused_line_says_why_and_where_it_is_kept(two: Cli) -> None:
    result = two.run("note", "lunch with @zoe", "--json")
    found = json.loads(result.out)
    (refused,) = found["refused"]
    assert result.status == 2 and found["entries"] == [] and list(refused) == ["line", "text", "why", "draft"]
    assert refused["line"] == 1 and refused["text"] == "lunch with @zoe" and "“zoe”" in refused["why"]
    assert Path(refused["draft"]).read_text() == "lunch with @zoe"


def test_somebody_new_who_may_be_known_is_named_before_they_are_saved(cli: Cli) -> None:
    cli.write("katherine", 'name = "Katherine Miller"\n')
    result = cli.run("note", "coffee with Kate Miller (new)")
    assert result.status == 0
    assert "Kate Miller is new, and may be Katherine Miller (katherine): Kate is a form of" in result.err
    assert cli.run("note", "coffee with Bob Poe (new)").err == ""


def test_of_an_unexpected_error_the_kind_is_told_and_each_line_is_kept(
    two: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("Grace is ill")

    monkeypatch.setattr("netui.services.timeline.capture.log_entry", fail)
    result = two.run("note", "-", stdin="call with @ada: one\nlunch with @grace: two\n")
    assert result.status == 3 and "is ill" not in result.err
    assert "line 1: something unexpected happened (RuntimeError)" in result.err
    kept = [path.read_text() for path in (two.base / "state").rglob("drafts/*/*.txt")]
    assert sorted(kept) == ["call with @ada: one", "lunch with @grace: two"]
