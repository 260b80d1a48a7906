"""A file in the user's editor: it is saved, merged or refused, and nothing typed is lost."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.services.editor import external_editor
from netui.services.editor.editor_command import Run
from netui.services.editor.external_editor import (
    EditorProblem,
    broken_line,
    decoded,
    edit_file,
    left_edit,
    new_copy,
    open_editor,
    save_edited,
    saved_edits,
    sort_left_copies,
    take_in,
)
from netui.services.errors import StoreError, Unreadable
from netui.services.workspace import Workspace
from netui.storage.errors import CannotSave
from netui.storage.state.config import Config
from tests.support.app import open_workspace, write_network

ADA = FileId(CONTACTS, "ada")


def typing(edit: Callable[[str], str], status: int = 0) -> Run:
    """An editor that changes the text of the file it is given."""
    return leaving(lambda data: edit(data.decode()).encode(), status)


def leaving(edit: Callable[[bytes], bytes], status: int = 0) -> Run:
    """An editor that changes the bytes of the file it is given."""

    def run(command: Sequence[str]) -> int:
        path = Path(command[-1])
        path.write_bytes(edit(path.read_bytes()))
        return status

    return run


def drafts(workspace: Workspace) -> list[bytes]:
    """The bytes of all copies that are left."""
    return [path.read_bytes() for path in Path(workspace.places.state).glob("drafts/editor-*/contact.toml")]


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


def test_the_copy_says_whose_it_is_nowhere_in_its_name_and_is_removed(workspace: Workspace) -> None:
    given: list[Path] = []

    def run(command: Sequence[str]) -> int:
        given.append(Path(command[-1]))
        assert given[0].stat().st_mode & 0o77 == 0 == given[0].parent.stat().st_mode & 0o77
        given[0].with_suffix(".toml~").write_text("a backup of the editor")
        given[0].write_text(given[0].read_text().replace("Engines", "Looms"))
        return 0

    assert edit_file(workspace, ADA, run=run).done is not None
    assert "ada" not in str(given[0].relative_to(workspace.places.state)) and given[0].suffix == ".toml"
    assert not given[0].parent.exists() and drafts(workspace) == []


FAILURES = {
    "a status": (3, "ended with status 3; nothing was saved"),
    "a signal": (-9, "was ended by SIGKILL; nothing was saved"),
    "another signal": (-99, "was ended by signal 99; nothing was saved"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_an_editor_that_fails_saves_nothing_and_keeps_what_was_typed(
    workspace: Workspace, failure: str
) -> None:
    status, words = FAILURES[failure]
    before = text_of(workspace)
    with pytest.raises(EditorProblem, match=f"{words}; what you typed is kept in ") as caught:
        edit_file(workspace, ADA, run=typing(lambda text: text + "b", status))
    assert Path(str(caught.value).rpartition(" kept in ")[2]).read_text() == before + "b"
    with pytest.raises(EditorProblem, match=f"{words}$"):
        edit_file(workspace, ADA, run=typing(lambda text: text, status))
    assert drafts(workspace) == [(before + "b").encode()] and text_of(workspace) == before


def test_an_editor_that_cannot_be_run_leaves_no_copy(workspace: Workspace) -> None:
    def run(command: Sequence[str]) -> int:
        raise PermissionError(13, "Permission denied")

    with pytest.raises(EditorProblem, match=r"the editor true cannot be run \(Permission denied\)$"):
        edit_file(workspace, ADA, run=run)
    assert drafts(workspace) == []


@pytest.mark.parametrize("what", ["an empty file", "no file"])
def test_an_editor_that_leaves_nothing_changes_nothing(workspace: Workspace, what: str) -> None:
    def run(command: Sequence[str]) -> int:
        Path(command[-1]).unlink() if what == "no file" else Path(command[-1]).write_text(" \n")
        return 0

    before = text_of(workspace)
    with pytest.raises(EditorProblem, match=f"left {what}; nothing was saved$"):
        edit_file(workspace, ADA, run=run)
    assert text_of(workspace) == before and drafts(workspace) == []
    with pytest.raises(EditorProblem):
        edit_file(workspace, ADA, run=typing(lambda text: text + "precious", status=1))
    with pytest.raises(EditorProblem, match="what you typed is kept"):
        edit_file(workspace, ADA, run=run, draft=left_edit(workspace, ADA))
    assert drafts(workspace) == [f"{before}precious".encode()], "an earlier draft is not lost with it"


# ---------------------------------------------------------------------- encodings


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_in_a_marked_encoding_is_saved_as_utf_8(workspace: Workspace, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")

    def edit(data: bytes) -> bytes:
        return mark + data.decode().replace("Engines", "Café 漢").encode(encoding)

    assert edit_file(workspace, ADA, run=leaving(edit)).done is not None
    assert text_of(workspace) == '# mine\nname = "Ada"\norg = "Café 漢"\n' and drafts(workspace) == []


def test_a_mark_that_the_file_had_stays(workspace: Workspace) -> None:
    (workspace.network / "contacts/ada.toml").write_text('\ufeffname = "Ada"\r\n')
    assert edit_file(workspace, ADA, run=typing(lambda text: text + "#\r\n")).done is not None
    assert (workspace.network / "contacts/ada.toml").read_bytes() == b'\xef\xbb\xbfname = "Ada"\r\n#\r\n'


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (b'notes = "caf\xe9 long text"\n', "line 4: byte 0xe9 is not UTF-8; save the file as UTF-8"),
        (b"\x00\xff\xfe odd", "line 4"),
        ("notes = 'x'".encode("utf-16-le"), "line 4"),
    ],
)
def test_bytes_that_are_no_text_are_kept_as_they_are(workspace: Workspace, typed: bytes, words: str) -> None:
    before, asked = text_of(workspace), []
    run = leaving(lambda data: data if typed in data else data + typed)
    with pytest.raises(EditorProblem, match="nothing was saved; what you typed is kept in ") as caught:
        edit_file(workspace, ADA, run=run, again=lambda problem: not asked and not asked.append(problem))
    assert asked and asked[0].startswith(words), "the same copy is opened again"
    kept = Path(str(caught.value).rpartition(" kept in ")[2])
    assert kept.read_bytes() == before.encode() + typed and text_of(workspace) == before
    draft = left_edit(workspace, ADA)
    assert draft is not None
    mended = leaving(lambda data: data.removesuffix(typed) + "notes = 'café'\n".encode())
    assert edit_file(workspace, ADA, run=mended, draft=draft).done is not None
    assert text_of(workspace) == before + "notes = 'café'\n" and drafts(workspace) == []


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-16"])
def test_a_file_that_is_no_utf_8_is_opened_as_text_and_becomes_utf_8(
    workspace: Workspace, encoding: str
) -> None:
    path = workspace.network / "contacts/ada.toml"
    before = '# mine\nname = "Ada"\norg = "Café"\n'.encode(encoding)
    path.write_bytes(before)
    workspace.refresh()
    assert edit_file(workspace, ADA, run=lambda _: 0).done is None and path.read_bytes() == before
    edit_file(workspace, ADA, run=typing(lambda text: text.replace("Café", "Café Müller")))
    assert path.read_text(encoding="utf-8") == '# mine\nname = "Ada"\norg = "Café Müller"\n'
    row = workspace.read.row("ada")
    assert row is not None and not row.error
    workspace.undo()
    assert path.read_bytes() == before


def test_a_broken_mark_is_told() -> None:
    with pytest.raises(Unreadable, match="no UTF-16 text"):
        decoded(b"\xff\xfea")


# ---------------------------------------------------------------------- editors with windows of their own


def test_an_editor_that_returns_at_once_is_said_to_have_and_its_later_saves_are_taken_in(
    workspace: Workspace,
) -> None:
    edited = edit_file(workspace, ADA, run=lambda _: 0)
    copy = edited.awaited
    assert edited.done is None and copy is not None and "returned at once" in edited.words
    assert take_in(workspace, copy) is None
    for org in ("Looms", "Mills"):
        copy.path.write_text(f'# mine\nname = "Ada"\norg = "{org}"\n')
        done = take_in(workspace, copy)
        assert done is not None and done.label == "edited Ada"
        assert text_of(workspace) == f'# mine\nname = "Ada"\norg = "{org}"\n'
        assert take_in(workspace, copy) is None


def test_a_later_save_is_merged_with_what_changed_meanwhile(workspace: Workspace) -> None:
    copy = edit_file(workspace, ADA, run=lambda _: 0).awaited
    assert copy is not None
    path = workspace.network / "contacts/ada.toml"
    path.write_text(path.read_text() + 'title = "Chief"\n')
    copy.path.write_text(copy.path.read_text().replace("Engines", "Looms"))
    assert take_in(workspace, copy) is not None
    assert text_of(workspace) == '# mine\nname = "Ada"\norg = "Looms"\ntitle = "Chief"\n'


def test_a_later_save_is_found_by_another_session_until_it_is_taken_in(workspace: Workspace) -> None:
    copy = edit_file(workspace, ADA, run=lambda _: 0).awaited
    assert copy is not None
    copy.path.write_text('name = "Ada"\norg = \n')
    assert saved_edits(workspace) == [], "it is held by the session that waits"
    copy.release()
    (found,) = saved_edits(workspace)
    with pytest.raises(EditorProblem, match=r"is not taken in: .*; what you typed is kept in "):
        take_in(workspace, found)
    found.release()
    assert saved_edits(workspace) == [], "it is said once"
    found.path.write_text('name = "Ada"\norg = "Mended"\n')
    (found,) = saved_edits(workspace)
    assert take_in(workspace, found) is not None and "Mended" in text_of(workspace)
    found.release()
    assert saved_edits(workspace) == []


@pytest.mark.parametrize(
    ("editor", "hint"), [("code", "--wait"), ("subl -n", "--wait"), ("gvim", "--nofork"), ("vim", "")]
)
def test_how_to_make_it_wait_is_said_where_that_is_known(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, editor: str, hint: str
) -> None:
    monkeypatch.setattr(external_editor, "AT_ONCE", -1.0 if hint else 99.0)
    copy = new_copy(workspace, ADA, "contact.toml", "a = 1\n")
    visit = open_editor(copy, command=editor.split(), run=lambda _: 0)
    if hint:
        assert visit is not None and visit.at_once.endswith(f"; {editor} {hint} waits")
    else:
        assert visit is None, "one on the terminal was closed without a change"


def test_old_copies_are_removed_and_drafts_stay(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit_file(workspace, ADA, run=lambda _: 0)
    new_copy(workspace, ADA, "contact.toml", "a = 1\n").release()  # a session was killed before anything
    draft = new_copy(workspace, ADA, "contact.toml", "a = 1\n", "a = 2\n")
    draft.release()
    swap = new_copy(workspace, "other", "contact.toml", "a = 1\n")
    (swap.path.parent / ".contact.toml.swp").write_bytes(b"what the editor had not saved")
    swap.release()
    awaited, left = sort_left_copies(workspace)
    assert awaited == [] and {copy.of for copy in left} == {str(ADA), "other"}, "one is still held"
    monkeypatch.setattr(external_editor.time, "time", lambda: 4e9)
    awaited, left = sort_left_copies(workspace)
    assert len(left) == 2 and draft.path.read_text() == "a = 2\n"


# ---------------------------------------------------------------------- saving


def test_an_edit_is_merged_with_what_changed_meanwhile(workspace: Workspace) -> None:
    def edit(text: str) -> str:
        path = workspace.network / "contacts/ada.toml"
        path.write_text(path.read_text() + 'title = "Chief"\n')
        return text.replace("Engines", "Looms")

    assert edit_file(workspace, ADA, run=typing(edit)).done is not None
    assert text_of(workspace) == '# mine\nname = "Ada"\norg = "Looms"\ntitle = "Chief"\n'
    assert drafts(workspace) == []


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
    (workspace.network / "contacts/ada.toml").write_text('name = "Ada"\norg = "Engines"\ntitle = "Chief"\n')
    draft = left_edit(workspace, ADA)
    assert draft is not None and left_edit(workspace, ADA) is None, "it is held"
    mended = typing(lambda text: text.replace("xx", 'location = "London"\n'))
    assert edit_file(workspace, ADA, run=mended, draft=draft).done is not None
    assert text_of(workspace) == 'name = "Ada"\norg = "Engines"\ntitle = "Chief"\nlocation = "London"\n'


def test_an_unexpected_error_while_saving_keeps_what_was_typed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(external_editor, "save_edited", fails)
    with pytest.raises(ZeroDivisionError):
        edit_file(workspace, ADA, run=typing(lambda text: text + "# precious\n"))
    assert [data for data in drafts(workspace) if data.endswith(b"# precious\n")]


def test_a_disk_that_is_full_keeps_what_was_typed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise CannotSave("contacts/ada.toml", OSError(28, "No space left on device"))

    monkeypatch.setattr(external_editor, "save_edited", full)
    with pytest.raises(StoreError, match=r"the disk is full.*what you typed is kept in "):
        edit_file(workspace, ADA, run=typing(lambda text: text + "# precious\n"))
    assert [data for data in drafts(workspace) if data.endswith(b"# precious\n")]


def test_a_file_that_is_gone_keeps_what_was_typed(workspace: Workspace) -> None:
    def edit(text: str) -> str:
        (workspace.network / "contacts/ada.toml").unlink()
        return text.replace("Engines", "Looms")

    with pytest.raises(EditorProblem, match=r"no longer there: .*what you typed is kept in ") as caught:
        edit_file(workspace, ADA, run=typing(edit))
    assert "Looms" in Path(str(caught.value).rpartition(" kept in ")[2]).read_text()


def test_where_the_state_folder_cannot_be_written_the_copy_lies_in_the_temporary_one(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    (tmp_path / "state").write_text("a file")
    with pytest.raises(EditorProblem) as caught:
        edit_file(workspace, ADA, run=typing(lambda text: text + "x", status=1))
    kept = Path(str(caught.value).rpartition(" kept in ")[2])
    assert kept.read_text().endswith("x") and kept.is_relative_to(temporary)


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
