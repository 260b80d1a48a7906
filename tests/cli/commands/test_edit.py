"""``netui edit``: a file in the user's editor."""

import io
import shlex
import sys
from pathlib import Path

import pytest

from netui.cli.main import main
from tests.cli.conftest import Cli, Result


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
    assert drafts(two) == []
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


def test_no_editor_is_started_where_nobody_can_use_it(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    result = two.run("edit", "grace")
    assert result.status == 2 and "needs a terminal" in result.err and drafts(two) == []


def drafts(cli: Cli) -> list[Path]:
    """The copies that are left."""
    return sorted((cli.base / "state/netui/drafts").glob("editor-*/contact.toml"))


def test_edit_keeps_what_does_not_read(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    before = two.file("grace-hopper")
    monkeypatch.setenv("EDITOR", editor(two.base, "text += 'tags = [\\n'"))
    result = two.run("edit", "grace")
    assert result.status == 2 and "line" in result.err and two.file("grace-hopper") == before
    (kept,) = drafts(two)
    assert kept.read_text() == f"{before}tags = [\n" and str(kept) in result.err
    monkeypatch.setenv("EDITOR", editor(two.base, "text += 'roles = [\\n'"))
    result = two.run("edit", "grace")
    assert result.status == 2 and f"an earlier edit was not saved; it is kept in {kept}" in result.err
    assert sorted(path.read_text().removeprefix(before) for path in drafts(two)) == [
        "roles = [\n",
        "tags = [\n",
    ]


def test_edit_keeps_bytes_that_are_no_text(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    before = two.file("grace-hopper")
    script = "path.write_bytes(text.encode() + b'notes = \"caf\\xe9\"'); sys.exit()"
    monkeypatch.setenv("EDITOR", editor(two.base, script))
    result = two.run("edit", "grace")
    assert result.status == 2 and "byte 0xe9 is not UTF-8" in result.err
    assert [path.read_bytes() for path in drafts(two)] == [before.encode() + b'notes = "caf\xe9"']


def test_edit_keeps_a_file_of_any_size(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    before = two.file("grace-hopper")
    monkeypatch.setenv("EDITOR", editor(two.base, "path.open('a').truncate(3 << 40); sys.exit()"))
    result = two.run("edit", "grace")
    assert result.status == 2 and "larger than 8 MiB" in result.err and "is kept in" in result.err
    assert two.file("grace-hopper") == before


def test_an_earlier_edit_is_gone_on_with(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    class Typed(io.StringIO):
        def isatty(self) -> bool:
            return True

    def answering(text: str) -> Result:
        monkeypatch.setattr("sys.stdin", Typed(text))
        two._capsys.readouterr()
        status = main(["edit", "grace"])
        return Result(status, *two._capsys.readouterr())

    monkeypatch.setenv("EDITOR", editor(two.base, "text += 'tags = [\\n'"))
    assert two.run("edit", "grace").status == 2
    monkeypatch.setenv("EDITOR", editor(two.base, "text += 'org = \"Navy\"\\n'"))
    assert (
        answering("n\n").status == 0 and len(drafts(two)) == 1 and 'org = "Navy"' in two.file("grace-hopper")
    )
    monkeypatch.setenv("EDITOR", editor(two.base, "text = text.replace('[\\n', '[\"navy\"]\\n')"))
    result = answering("\n")
    assert result.status == 0 and "go on with it? [Y]es, [n]o, or [d]rop it: " in result.err
    assert 'org = "Navy"' in two.file("grace-hopper") and 'tags = ["navy"]' in two.file("grace-hopper")
    assert drafts(two) == []
    monkeypatch.setenv("EDITOR", editor(two.base, "text += 'tags = [\\n'"))
    assert two.run("edit", "grace").status == 2 and len(drafts(two)) == 1
    monkeypatch.setenv("EDITOR", editor(two.base, "text += '# mine\\n'"))
    assert answering("d\n").status == 0 and drafts(two) == [] and "# mine" in two.file("grace-hopper")


def test_what_a_window_saves_later_is_taken_in_by_the_next_command(
    two: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    assert "the editor returned at once" in two.ok("edit", "grace")
    (copy,) = drafts(two)
    copy.write_text(copy.read_text().replace("Hopper", "Murray"))
    result = two.run("list")
    assert "Grace Murray" in result.out and "as saved in your editor" in result.err
    assert two.run("list").err == ""
    copy.write_text("name = \n")
    result = two.run("due")
    assert "is not taken in: " in result.err and f"kept in {copy}" in result.err
    assert two.run("due").err == ""
    two.ok("undo")
    assert 'name = "Grace Hopper"' in two.file("grace-hopper")


def test_at_a_terminal_one_waits_for_the_window(two: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    class Typed(io.StringIO):
        def isatty(self) -> bool:
            return True

        def readline(self, *_: object) -> str:  # type: ignore[override]
            (copy,) = drafts(two)
            copy.write_text(copy.read_text().replace("Hopper", "Murray"))
            return "\n"

    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("sys.stdin", Typed())
    assert main(["edit", "grace"]) == 0
    assert 'name = "Grace Murray"' in two.file("grace-hopper") and drafts(two) == []


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
