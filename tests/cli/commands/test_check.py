"""``check``, ``config``, ``edit`` and ``import``."""

import shlex
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

FRIENDS = """### Activities:
- 2026-11-01: Coffee with **Grace Hopper** and **Bob Noyce** in _Menlo Park_. @chips
- 2026-10-01: It rained.

### Friends:
- Grace Hopper (a.k.a. Amazing Grace) [Arlington] @navy
"""


def test_check_names_file_and_line(two: Cli) -> None:
    assert two.json("check") == {"files": 2, "problems": []}
    two.write("bad", 'name = "Bad"\n\n[[timeline]]\non = 2026-02-30\n')
    two.write("odd", 'name = "Odd"\n[[timeline]]\nid = "a"\non = 2026-11-01\nwith = ["grace-hoper"]\n')
    result = two.run("check", "--json")
    assert result.status == 1
    import json

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
    assert "colour" in two.ok("config")
    settings.write_text("not toml")
    result = two.run("list")
    assert result.status == 0 and "the defaults are used" in result.err


def test_config_shows_what_is_in_force(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = cli.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f'data = "{cli.base}/other"\n[kinds]\npodcast = true\n[rhythm.defaults]\nmentor = "3w"\n'
    )
    found = cli.json("config")
    assert found["settings"]["data"] == str(cli.network) and found["config"] == str(settings)
    assert found["settings"]["kinds"] == {"podcast": True} and found["problems"] == []
    monkeypatch.delenv("NETUI_DATA")
    assert cli.json("config")["settings"]["data"] == f"{cli.base}/other"
    assert cli.json("config", "--data", "/elsewhere")["settings"]["data"] == "/elsewhere"
    cli.ok("add", "Ada", "--role", "mentor")
    cli.ok("note", "podcast with @ada 1 oct: rust")
    assert cli.json("list")[0]["state"] == "quiet" and cli.json("due")["quiet"][0]["id"] == "ada"


def editor(folder: Path, script: str) -> str:
    """An editor: Python that is given the text as ``text`` and leaves what it makes of it."""
    path = folder / "editor.py"
    path.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\ntext = path.read_text()\n"
        f"{script}\npath.write_text(text)\n"
    )
    return shlex.join([sys.executable, str(path)])


def test_edit_saves_what_comes_back(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor(two.base, "text = text.replace('Hopper', 'Murray')"))
    two.ok("edit", "grace")
    assert 'name = "Grace Murray"' in two.file("grace-hopper")
    assert "nothing was changed" in two.ok("edit", "grace")
    two.ok("undo")
    assert 'name = "Grace Hopper"' in two.file("grace-hopper")


def test_edit_merges_with_what_changed_meanwhile(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    file = two.network / "contacts/grace-hopper.toml"
    script = (
        f"pathlib.Path({str(file)!r}).open('a').write('tags = [\"navy\"]\\n')\ntext += 'org = \"Navy\"\\n'"
    )
    monkeypatch.setenv("EDITOR", editor(two.base, script))
    two.ok("edit", "grace")
    assert 'tags = ["navy"]' in two.file("grace-hopper") and 'org = "Navy"' in two.file("grace-hopper")


def test_edit_keeps_what_does_not_read(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    before = two.file("grace-hopper")
    monkeypatch.setenv("EDITOR", editor(two.base, "text += 'tags = [\\n'"))
    result = two.run("edit", "grace")
    assert result.status == 2 and "line" in result.err and two.file("grace-hopper") == before
    kept = two.base / "state/netui/drafts/edit-contacts-grace-hopper.txt"
    assert kept.read_text().endswith("tags = [\n") and str(kept) in result.err


def test_edit_mends_a_broken_file(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    two.write("broken", 'name = "Bro\n')
    monkeypatch.setenv("EDITOR", editor(two.base, "text = 'name = \"Bro\"\\n'"))
    two.ok("edit", "broken")
    assert two.json("show", "broken")["state"] == "new"


@pytest.mark.parametrize("command", ["no-such-editor -x", "'", "false"])
def test_an_editor_that_is_missing_or_fails(two: Cli, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    before = two.file("grace-hopper")
    result = two.run("edit", "grace")
    assert result.status == 2 and command.split()[0] in result.err and two.file("grace-hopper") == before


def test_import_shows_first_then_does_then_changes_nothing(two: Cli) -> None:
    source = two.base / "friends.md"
    source.write_text(FRIENDS)
    before = two.file("grace-hopper")
    report = two.json("import", str(source), "--from", "friends")
    assert (report["new"], report["merged"], report["changed"]) == (["bob-noyce"], ["grace-hopper"], [])
    assert report["rejected"] == [
        {"file": "friends.md", "where": "line 3", "why": report["rejected"][0]["why"]}
    ]
    assert two.file("grace-hopper") == before and "--apply" in two.ok("import", str(source))
    two.ok("import", str(source), "--apply")
    assert "Menlo Park" in two.file("grace-hopper") and len(two.json("list")) == 3
    again = two.json("import", str(source), "--apply")
    assert (again["new"], again["changed"], again["merged"]) == ([], [], [])
    assert sorted(again["unchanged"]) == ["bob-noyce", "grace-hopper"]
    two.ok("undo")
    assert two.file("grace-hopper") == before and len(two.json("list")) == 2


def test_import_refuses_what_it_cannot_tell(cli: Cli) -> None:
    assert cli.run("import", str(cli.base / "nothing.md")).status == 3
    (cli.base / "text.md").write_text("# A text\n")
    assert cli.run("import", str(cli.base / "text.md"), "--from", "papyrus").status == 2
    assert cli.json("import", str(cli.base / "text.md"))["rejected"][0]["file"] == "text.md"
    (cli.base / "friends.md").write_text(FRIENDS)
    assert cli.json("import", str(cli.base))["new"] == ["grace-hopper", "bob-noyce"]


CORPUS = Path(__file__).parents[4] / "shared/corpora/friends"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of friends.md files is not here")
def test_every_known_friends_file_comes_in_twice_the_same(cli: Cli) -> None:
    first = cli.json("import", str(CORPUS), "--from", "friends", "--apply")
    assert len(first["new"]) > 10
    assert cli.run("check").status == 0
    again = cli.json("import", str(CORPUS), "--from", "friends", "--apply")
    assert (again["new"], again["changed"], again["merged"]) == ([], [], [])
