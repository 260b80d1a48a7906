"""A file in the user's editor: which editor, at which line, and that nothing typed is lost."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.services.errors import Refused, Unreadable
from netui.services.timeline.external_editor import (
    EditorProblem,
    Run,
    at_line,
    broken_line,
    edit_file,
    edit_text,
    editor_command,
    save_edited,
)
from netui.services.workspace import Workspace
from netui.storage.state.config import Config
from tests.support.app import open_workspace, write_network

ADA = FileId(CONTACTS, "ada")


def typing(edit: Callable[[str], str], status: int = 0) -> Run:
    """An editor that changes the text of the file it is given."""

    def run(command: Sequence[str]) -> int:
        path = Path(command[-1])
        path.write_text(edit(path.read_text()))
        return status

    return run


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    files = {"ada": '# mine\nname = "Ada"\norg = "Engines"\n', "bad": 'name = "Bad"\ntags = [\n'}
    write_network(tmp_path / "net", files)
    found = open_workspace(tmp_path, Config(editor="true"))
    found.refresh()
    yield found
    found.close()


def text_of(workspace: Workspace, ident: str = "ada") -> str:
    return (workspace.network / f"contacts/{ident}.toml").read_text()


def test_which_editor() -> None:
    assert editor_command("true -x", {"EDITOR": "false"}) == ["true", "-x"]
    assert editor_command("", {"VISUAL": "true", "EDITOR": "false"}) == ["true"]
    assert editor_command(" ", {"EDITOR": "false"}) == ["false"]
    with pytest.raises(Refused, match=r"the setting editor .* no program 'no-such-editor'"):
        editor_command("no-such-editor")
    with pytest.raises(Refused, match="cannot be read as a command"):
        editor_command("", {"VISUAL": "vim '"})


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("/usr/bin/vim", ["+7", "f"]),
        ("hx", ["f:7"]),
        ("code", ["--goto", "f:7"]),
        ("unknown", ["f"]),
    ],
)
def test_the_line_in_the_editors_own_syntax(editor: str, arguments: list[str]) -> None:
    assert at_line([editor], "f", 7) == [editor, *arguments]
    assert at_line([editor], "f", 0) == [editor, "f"]


def test_an_editor_that_fails_saves_nothing_and_keeps_what_was_typed() -> None:
    with pytest.raises(Refused, match="status 3; nothing was saved; what you typed is in ") as caught:
        edit_text("a", command=["vim"], run=typing(lambda text: text + "b", status=3))
    kept = Path(str(caught.value).rpartition(" is in ")[2])
    assert kept.read_text() == "ab"
    kept.unlink()
    with pytest.raises(Refused, match=r"status 3; nothing was saved$"):
        edit_text("a", command=["vim"], run=typing(lambda text: text, status=3))


def test_an_edit_is_merged_with_what_changed_meanwhile(workspace: Workspace) -> None:
    def edit(text: str) -> str:
        path = workspace.network / "contacts/ada.toml"
        path.write_text(path.read_text() + 'title = "Chief"\n')
        return text.replace("Engines", "Looms")

    assert edit_file(workspace, ADA, run=typing(edit)) is not None
    assert text_of(workspace) == '# mine\nname = "Ada"\norg = "Looms"\ntitle = "Chief"\n'
    assert edit_file(workspace, ADA, run=typing(lambda text: text)) is None


def test_a_broken_file_is_mended_at_its_line(workspace: Workspace) -> None:
    bad = FileId(CONTACTS, "bad")
    assert broken_line(workspace, bad) >= 2 and broken_line(workspace, ADA) == 0
    edit_file(workspace, bad, run=typing(lambda text: text.replace("[", '["x"]')))
    assert text_of(workspace, "bad") == 'name = "Bad"\ntags = ["x"]\n'


def test_what_cannot_be_saved_goes_back_to_the_editor_or_becomes_a_draft(workspace: Workspace) -> None:
    problems: list[str] = []

    def again(problem: str) -> bool:
        problems.append(problem)
        return len(problems) < 2

    with pytest.raises(EditorProblem, match="what you typed is kept in ") as caught:
        edit_file(workspace, ADA, run=typing(lambda text: text + "x"), again=again)
    assert [problem.startswith("line ") for problem in problems] == [True, True]
    kept = Path(str(caught.value).rpartition(" kept in ")[2])
    assert kept.read_text() == '# mine\nname = "Ada"\norg = "Engines"\nxx'
    assert text_of(workspace) == '# mine\nname = "Ada"\norg = "Engines"\n'


BASE = 'name = "Ada"\ntags = "x"\n\n[[timeline]]\non = 2026-11-01\nkind = "call"\n'


@pytest.fixture
def checked(tmp_path: Path) -> Iterator[Workspace]:
    write_network(tmp_path / "net", {"ada": BASE}, {"g": 'title = "G"\n'})
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("2026-11-01", '"soon"', 5, "'soon' is not a date (write it as 2026-11-09)"),
        ('"call"', "3", 6, "kind must be text in quotes"),
        ("[[timeline]]", '[rhythm]\nmode = "loud"\n\n[[timeline]]', 5, "mode is 'loud' (it is one of"),
        ('name = "Ada"\n', "", 1, "name is missing"),
    ],
)
def test_a_new_error_is_refused_at_its_line(
    checked: Workspace, old: str, new: str, line: int, words: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        save_edited(checked, ADA, BASE, BASE.replace(old, new))
    assert refused.value.line == line and refused.value.reason.startswith(words)
    assert checked.store.read(ADA) == BASE.encode()


def test_an_error_that_was_there_before_may_stay_but_not_come_twice(checked: Workspace) -> None:
    edited = BASE.replace('"call"', '"lunch"\nodd = 1')
    save_edited(checked, ADA, BASE, edited)
    assert checked.store.read(ADA) == edited.encode()
    twice = edited + "\n[[timeline]]\non = 2026-11-02\ntags = 'x'\n"
    with pytest.raises(Unreadable, match="tags must be a list of texts"):
        save_edited(checked, ADA, edited, twice)


def test_a_goal_is_validated_too(checked: Workspace) -> None:
    with pytest.raises(Unreadable, match="status is 'done'"):
        save_edited(checked, FileId(GOALS, "g"), 'title = "G"\n', 'title = "G"\nstatus = "done"\n')
