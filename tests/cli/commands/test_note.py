"""``netui note``: what is understood is saved, what is not is kept."""

import io
import json

import pytest

from tests.cli.conftest import Cli


def test_a_line_becomes_an_entry_and_promises(two: Cli) -> None:
    before = two.file("ada-lovelace")
    line = (
        "coffee with @ada and grace hopper yesterday: her lab is hiring #hiring got:lead"
        " >send the deck by fri"
    )
    assert two.ok("note", line) == (
        "coffee · Ada Lovelace, Grace Hopper · Fri 20 Nov 2026 · got lead · #hiring"
        " · you: send the deck by Fri 27 Nov 2026  (netui undo takes it back)\n"
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
    assert list(found) == ["contact", "id", "on", "kind", "with", "tags", "promises", "goals", "text"]
    assert (found["contact"], found["with"], found["goals"]) == ("grace-hopper", ["ada-lovelace"], ["cto"])
    (promise,) = found["promises"]
    assert (promise["by"], promise["text"], promise["due"]) == ("them", "intro to Bob", "2026-12-12")
    assert 'goal = "cto"' in two.file("grace-hopper")


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
    assert (two.base / "state/netui/drafts/note.txt").read_text() == line
    assert "netui note --last" in result.err


def test_a_draft_is_resumed_once_it_can_be(two: Cli) -> None:
    assert two.run("note", "--last").status == 1
    two.run("note", "coffee with @zoe: hello")
    assert two.run("note", "--last").status == 2
    two.ok("add", "Zoe")
    assert "coffee · Zoe" in two.ok("note", "--last")
    assert two.run("note", "--last").status == 1


def test_candidates_are_listed(two: Cli) -> None:
    two.ok("add", "Ada Byron")
    result = two.run("note", "call with @ada: hi")
    assert result.status == 2
    assert "@ada-lovelace  Ada Lovelace" in result.err and "@ada-byron  Ada Byron" in result.err


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
