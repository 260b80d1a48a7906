"""``netui check``: problems with file and line."""

import json
import os

from tests.cli.conftest import Cli


def test_check_names_file_and_line(two: Cli) -> None:
    assert two.json("check") == {"files": 2, "problems": []}
    two.write("bad", 'name = "Bad"\n\n[[timeline]]\non = 2026-02-30\n')
    two.write("odd", 'name = "Odd"\n[[timeline]]\nid = "a"\non = 2026-11-01\nwith = ["grace-hoper"]\n')
    result = two.run("check", "--json")
    assert result.status == 1
    report = json.loads(result.out)
    assert report["files"] == 4
    assert [(p["file"], p["line"]) for p in report["problems"]] == [
        ("contacts/bad.toml", 4),
        ("contacts/odd.toml", 5),
    ]
    assert "grace-hopper" in report["problems"][1]["hint"]
    assert "contacts/odd.toml:5: with names nobody" in two.run("check").out


def test_check_reads_the_settings(two: Cli) -> None:
    settings = two.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('colour = "red"\n[rhythm]\nsensitivity = "never"\n')
    result = two.run("check")
    assert result.status == 1 and "colour" in result.out and "sensitivity" in result.out
    config = two.run("config")
    assert config.status == 2 and "colour" in config.out
    settings.write_text("not toml")
    result = two.run("list")
    assert result.status == 0 and "the defaults are used" in result.err


MESSY = """\
# from a party
name = "Messy"
tags = "navy"  # where from
goals = ["A Talk"]

[promise]
text = "the deck"

[[timeline]]
id = "a"
on = 2026-11-01
with = ["Grace Hopper"]  # she said it
private = "true"

[[timeline]]
id = "a"
on = 2026-11-02

[[timeline]]
id = "b"
on = "soon"
"""


def test_fix_shows_a_diff_asks_and_is_one_step_of_undo(two: Cli) -> None:
    two.write("messy", MESSY)
    two.write("a-talk", 'title = "A Talk"\n', "goals")
    assert "netui check --fix repairs 6 of them" in two.run("check").out
    refused = two.run("check", "--fix", stdin="n\n")
    assert refused.status == 2 and '+tags = ["navy"]  # where from' in refused.out
    assert "[y/N]" in refused.err and two.file("messy") == MESSY
    result = two.run("check", "--fix", stdin="y\n")
    fixed = two.file("messy")
    twin = fixed.split("[[timeline]]")[2].split('"')[1]
    assert result.status == 1 and "repaired 6 problems  (netui undo takes it back)" in result.out
    assert twin != "a" and fixed == (
        MESSY.replace('tags = "navy"', 'tags = ["navy"]')
        .replace('["A Talk"]', '["a-talk"]')
        .replace("[promise]", "[[promise]]")
        .replace('["Grace Hopper"]', '["grace-hopper"]')
        .replace('"true"', "true")
        .replace('"a"\non = 2026-11-02', f'"{twin}"\non = 2026-11-02')
    )
    assert two.run("check").out.endswith("4 files, 1 problem\n")
    two.ok("undo")
    assert two.file("messy") == MESSY


def test_fix_without_a_doubt_to_settle_changes_nothing(two: Cli) -> None:
    assert two.ok("check", "--fix") == "2 files, no problem\n"
    two.write("odd", 'name = "Odd"\n[[timeline]]\nid = "a"\non = "soon"\n')
    result = two.run("check", "--fix")
    assert result.status == 1 and "[y/N]" not in result.err and "soon" in result.out


def test_fix_as_json_takes_yes(two: Cli) -> None:
    two.write("odd", 'name = "Odd"\ntags = "x"\n')
    refused = two.run("check", "--fix", "--json")
    assert refused.status == 2 and "--yes" in refused.err and not refused.out
    assert two.json("check", "--fix", "--yes") == {"files": 3, "problems": [], "repaired": 1}
    assert two.run("check", "--yes").status == 2


def test_a_hostile_file_sends_no_escape_sequence_through_the_diff(two: Cli) -> None:
    two.write("odd", 'name = "Odd"\ntags = "x"  # \u009b31m \u202e\n')
    out = two.run("check", "--fix", "--yes").out
    assert "tags" in out and not {"\u009b", "\u202e"} & set(out)


def test_check_names_odd_files_misnamed_keys_and_queries(two: Cli) -> None:
    contacts = two.network / "contacts"
    os.mkfifo(contacts / "fifo.toml")
    (contacts / "out.toml").symlink_to("/proc/cpuinfo")
    (contacts / "nowhere.toml").symlink_to("gone.toml")
    two.write("hand", 'name = "Hand"\nemail = "x@y.example"\n\n[[dates]]\nwhat = "birthday"\n')
    two.write("g", 'title = "G"\n[[audience]]\nwho = "all"\nmatch = "rol:mentor"\n', "goals")
    result = two.run("check")
    assert result.status == 1 and "Errno" not in result.out
    assert result.out.splitlines()[:-1] == [
        "contacts/fifo.toml: it is not a regular file; move it elsewhere",
        'contacts/hand.toml:2: email is kept, but not read  (did you mean emails = ["…"]?)',
        "contacts/hand.toml:4: dates is kept, but not read  (did you mean [[date]]?)",
        "contacts/nowhere.toml: it is a link to a file that is not there; put the file itself there",
        f"contacts/out.toml: it is a link that leads out of {two.network.resolve()};"
        " put what it leads to there itself",
        "goals/g.toml:4: match cannot be read, column 1: no such field `rol:`, did you mean `role:`?"
        "  (netui list tries a query)",
    ]


def test_fix_merges_copies_and_puts_them_into_the_trash(two: Cli) -> None:
    ada = two.file("ada-lovelace")
    two.write("ada-lovelace (1)", ada + '\n[[timeline]]\nid = "x"\non = 2026-11-01\ntext = "Elsewhere."\n')
    two.write("ada-lovelace-DESKTOP-1", ada.replace('"london"', '"london", "navy"'))
    assert len(two.json("list")) == 2
    result = two.run("check")
    assert result.status == 1 and "a copy of contacts/ada-lovelace.toml, so it is not shown" in result.out
    assert "netui check --fix repairs 2 of them" in result.out
    result = two.run("check", "--fix", stdin="y\n")
    assert result.status == 0 and '+text = "Elsewhere."' in result.out and "+++ the trash" in result.out
    assert len(list((two.network / "contacts").iterdir())) == 2
    assert "Elsewhere." in two.file("ada-lovelace") and "navy" in two.file("ada-lovelace")
    two.ok("undo")
    assert two.file("ada-lovelace") == ada and len(list((two.network / "contacts").iterdir())) == 4
