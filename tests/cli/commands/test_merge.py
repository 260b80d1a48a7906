"""``netui merge``: shown, asked, done, undone."""

import json

import pytest

from tests.cli.commands.conftest import ADA, AL, CY
from tests.cli.conftest import Cli


def test_it_is_shown_asked_and_done_and_undone(three: Cli) -> None:
    result = three.run("merge", "king", "lovelace", stdin="y\n")
    assert result.status == 0
    assert result.out.splitlines() == [
        "merge A. Lovelace (al) into Ada King (ada):",
        "  aliases    + A. Lovelace",
        "  tags       + maths",
        "  org        stays Engines; in the notes: Initech",
        "  timeline   1 entry comes over",
        "  elsewhere  named from now on by Cy",
        "  contacts/al.toml goes to the trash",
        "merged A. Lovelace into Ada King  (netui undo takes it back)",
    ]
    assert "[y/N]" in result.err
    assert 'via = "ada"' in three.file("cy")
    assert [e["id"] for e in three.json("show", "ada")["timeline"]] == ["t1"]
    assert three.run("show", "a. lovelace").status == 0
    three.ok("undo")
    assert (three.file("ada"), three.file("al"), three.file("cy")) == (ADA, AL, CY)
    assert "merged A. Lovelace into Ada King" in three.ok("history")


@pytest.mark.parametrize("answer", ["", "n\n", "\n", "maybe\n"])
def test_without_a_yes_nothing_is_merged(three: Cli, answer: str) -> None:
    result = three.run("merge", "ada", "al", stdin=answer)
    assert result.status == 2 and "nothing was merged" in result.err
    assert (three.file("ada"), three.file("al"), three.file("cy")) == (ADA, AL, CY)


def test_json_tells_what_was_done(three: Cli) -> None:
    assert json.loads(three.ok("merge", "ada", "al", "--yes", "--json")) == {
        "id": "ada", "merged": "al", "done": "merged A. Lovelace into Ada King",
        "gained": {"aliases": ["A. Lovelace"], "tags": ["maths"]},
        "noted": [{"key": "org", "stays": "Engines", "value": "Initech"}],
        "moved": {"timeline": 1}, "both": {}, "elsewhere": ["contacts/cy.toml"],
        "files": ["contacts/ada.toml", "contacts/cy.toml", "contacts/al.toml"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("keeper", "other", "status", "words"),
    [
        ("ada", "ada", 2, "one person already"),
        ("ada", "nobody", 1, "nobody called"),
        ("bo", "al", 2, "any of these"),
        ("ada", "bad", 2, "mend it"),
    ],
)
def test_who_cannot_be_merged(three: Cli, keeper: str, other: str, status: int, words: str) -> None:
    three.write("bad", "name = ")
    for ident in ("bo-one", "bo-two"):
        three.write(ident, 'name = "Bo"\n')
    result = three.run("merge", keeper, other, "--yes")
    assert result.status == status and words in result.err
    assert (three.file("ada"), three.file("al"), three.file("cy")) == (ADA, AL, CY)


def test_a_copy_that_a_sync_left_is_merged_first(three: Cli) -> None:
    three.write("al 2", 'location = "Turin"\n' + AL)
    result = three.run("merge", "ada", "al", "--yes")
    assert result.status == 2 and "netui check --fix merges it" in result.err
    three.ok("check", "--fix", "--yes")
    three.ok("merge", "ada", "al", "--yes")
    assert "Turin" in three.file("ada") and {p["id"] for p in three.json("list")} == {"ada", "cy"}


def test_a_hostile_name_is_only_text(three: Cli) -> None:
    three.write("evil", 'name = "\\u001b]52;c;x\\u0007 [red]"\nnotes = "\\u001b[31m"\n')
    out = three.ok("merge", "ada", "evil", "--yes")
    assert "\x1b" not in out and "\x07" not in out
