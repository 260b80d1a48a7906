"""``netui trash``: what was deleted, and one of it brought back, with what others held meanwhile."""

from tests.cli.conftest import Cli


def test_lists_what_was_deleted(two: Cli) -> None:
    assert "the trash is empty" in two.ok("trash") and two.json("trash") == []
    two.ok("rm", "ada", "--yes")
    (found,) = two.json("trash")
    assert found == {
        "id": "ada-lovelace", "name": "20261121T120000-ada-lovelace.toml",
        "file": "contacts/ada-lovelace.toml",
        "title": "Ada Lovelace", "deleted": "2026-11-21T12:00:00",
    }  # fmt: skip
    assert "Ada Lovelace  20261121T120000-ada-lovelace.toml" in " ".join(two.ok("trash").split("   "))


def test_brings_back_one_and_the_entries_that_went_to_others(two: Cli) -> None:
    two.ok("note", "coffee with @ada and @grace yesterday: her lab")
    two.ok("note", "lunch with @ada and @grace: soup")
    before = two.file("ada-lovelace"), two.file("grace-hopper")
    two.ok("rm", "ada", "--yes")
    two.ok("tag", "grace", "+since")
    two.ok("trash", "restore", "Ada", "Lovelace")
    assert two.file("ada-lovelace") == before[0]
    assert two.file("grace-hopper").replace('tags = ["since"]\n', "") == before[1]
    assert two.json("trash") == []
    two.ok("undo")
    assert len(two.json("trash")) == 1 and len(two.json("show", "grace")["timeline"]) == 2


def test_an_entry_changed_since_stays_as_it_is_and_names_both(two: Cli) -> None:
    two.ok("note", "coffee with @ada and @grace yesterday: her lab")
    two.ok("rm", "ada", "--yes")
    two.write("grace-hopper", two.file("grace-hopper").replace("her lab", "their lab"))
    assert two.json("trash", "restore", "ada-lovelace")["id"] == "ada-lovelace"
    (entry,) = two.json("show", "ada")["timeline"]
    assert (entry["text"], entry["contact"], entry["with"]) == ("their lab", "grace-hopper", ["ada-lovelace"])


def test_a_goal_and_a_broken_file_go_back_where_they_were(known: Cli) -> None:
    goal = known.file("cto", "goals")
    (known.network / ".trash").mkdir()
    (known.network / "goals/cto.toml").rename(known.network / ".trash/20260101T000000-cto.toml")
    (known.network / ".trash/20260102T000000-odd.toml").write_text('title = "x"\noops = [\n')
    known.ok("trash", "restore", "20260101T000000-cto")
    known.ok("trash", "restore", "odd")
    assert known.file("cto", "goals") == goal and "oops" in known.file("odd", "goals")


def test_never_replaces_who_is_there_and_asks_which_is_meant(two: Cli) -> None:
    two.ok("rm", "ada", "--yes")
    two.ok("add", "Ada Lovelace")
    assert "exists already" in two.run("trash", "restore", "ada-lovelace").err
    two.ok("rm", "ada", "--yes")
    result = two.run("trash", "restore", "ada-lovelace")
    assert result.status == 2 and "20261121T120000.1-ada-lovelace.toml" in result.err
    assert two.run("trash", "restore").status == 2
    assert two.run("trash", "empty").status == 2
    assert "netui trash [" in two.run("trash", "--help").out


def test_what_is_not_in_the_trash_is_nobody(two: Cli) -> None:
    result = two.run("trash", "restore", "ada")
    assert result.status == 1 and "there is no 'ada' in the trash" in result.err
