"""``netui edit``: a file in the user's editor."""

import shlex
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


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
    (kept,) = (two.base / "state/netui/drafts").rglob("edit-contacts-grace-hopper.txt")
    assert kept.read_text().endswith("tags = [\n") and str(kept) in result.err
    monkeypatch.setenv("EDITOR", editor(two.base, "text += 'roles = [\\n'"))
    assert two.run("edit", "grace").status == 2
    assert kept.read_text().endswith("tags = [\n"), "a second one does not take its place"
    drafts = [file.read_text() for file in kept.parent.glob("edit-contacts-grace-hopper*.txt")]
    assert len(drafts) == 2 and any(text.endswith("roles = [\n") for text in drafts)


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
