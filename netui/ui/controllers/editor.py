"""The user's editor on the main screen: a file in it, several log lines in it, and what it saves later."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netui.presentation.pages.page_layout import EntryItem, GoalItem, MilestoneItem
from netui.presentation.text import clean
from netui.services.errors import Refused, StoreError
from netui.services.settings import has_editor_copies
from netui.ui.controllers.changes import say_done, show_done

if TYPE_CHECKING:
    from netui.domain.model.changes import FileId
    from netui.services.editor.external_editor import EditorCopy
    from netui.ui.controllers.host import MainHost
    from netui.ui.controllers.line.log import LogController

_LINES_HEAD = (
    "# One line each: coffee with @ada yesterday: what was said. An indented line continues the one before;\n"
    "# a day alone is that of the lines below it; lines that begin with # and a space are not logged.\n"
)
_LINES_FORM = "log several"


class EditorController:
    """Opens the editor on a copy, takes over what it leaves, and tells of what an earlier session left."""

    def __init__(self, host: MainHost, log: LogController):
        self._host = host
        self._log = log

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"edit_file": self.edit_file, "log_in_editor": self.log_in_editor}

    # ------------------------------------------------------------------ a file

    def edit_file(self) -> None:
        """Opens the file in the editor, at the broken line where there is one; asks about an earlier edit."""
        from netui.services.editor.external_editor import left_edit

        host, file = self._host, self._file_under_cursor()
        if file is None:
            return
        draft = left_edit(host.workspace, file)
        if draft is None:
            self._edit(file, None)
            return

        def chosen(key: str | None) -> None:
            if key == "go on":
                self._edit(file, draft)
            elif key == "drop":
                draft.remove()
                self._edit(file, None)
            else:
                draft.release()

        choices = [
            ("go on", "go on with it", "as you left it in the editor"),
            ("drop", "drop it", "opens the file as it is saved"),
        ]
        host.choose(f"an edit of {clean(host.workspace.name(file.stem))} was not saved", choices, chosen)

    def _edit(self, file: FileId, draft: EditorCopy | None) -> None:
        from netui.services.editor.external_editor import edit_file

        host = self._host
        told: list[str] = []

        def again(problem: str) -> bool:
            """Back to the editor for each problem, but not twice for the same one."""
            told.append(problem)
            return told.count(problem) == 1

        try:
            edited = edit_file(host.workspace, file, run=host.run_outside, again=again, draft=draft)
        except (Refused, StoreError) as problem:
            self._tell(problem, "edit_file")
            return
        if edited.done is not None:
            say_done(host, edited.done.label, edited.done)
            return
        if edited.awaited is not None:
            host.await_save(edited.awaited)
        host.set_message(edited.words)

    def _tell(self, problem: Exception, action: str) -> None:
        """Says what is wrong; first, as the line is short, which key goes on with what was typed."""
        from netui.services.editor.external_editor import EditorProblem

        words = str(problem)
        if isinstance(problem, EditorProblem) and problem.kept:
            words = f"kept, {self._host.key(action)} goes on with it: {problem.why}"
        self._host.set_message(words, wrong=True)

    def _file_under_cursor(self) -> FileId | None:
        """The file of the goal or entry under the cursor, else of the person."""
        from netui.domain.model.changes import FileId

        match self._host.current_item():
            case GoalItem(progress):
                return FileId("goals", progress.goal.id)
            case MilestoneItem(goal, _):
                return FileId("goals", goal.id)
            case EntryItem(entry):
                return FileId("contacts", entry.contact)
        person = self._host.person()
        return FileId("contacts", person.row.id) if person else None

    # ------------------------------------------------------------------ several lines

    def log_in_editor(self) -> None:
        """Logs several lines, one entry each, in the editor; in a form where there is none.

        Those that are refused are asked about in the prompt, one after the other.
        """
        from netui.services.editor import external_editor
        from netui.services.editor.editor_command import editor_command

        host = self._host
        try:
            command = editor_command(host.workspace.config.editor)
        except Refused:
            self._log_in_form()
            return
        try:
            copy = external_editor.left_edit(host.workspace, external_editor.LINES)
            if copy is None:
                copy = external_editor.new_copy(
                    host.workspace, external_editor.LINES, "log.txt", _LINES_HEAD, ""
                )
            visit = external_editor.open_editor(copy, command=command, run=host.run_outside)
        except (Refused, StoreError) as problem:
            self._tell(problem, "log_in_editor")
            return
        if visit is None:
            host.set_message("nothing was logged")
        elif visit.at_once:
            host.await_save(copy)
            host.set_message(visit.at_once)
        elif (written := self._decoded(copy, visit.data)) is not None:
            try:
                self._log.ask_lines(self._log_lines(self._lines_of(written)))
            finally:
                copy.remove()  # what is not logged is a draft by then

    def _decoded(self, copy: EditorCopy, data: bytes) -> str | None:
        """What the editor left as text; None, and words on where it is kept, for bytes that are none."""
        from netui.services.editor.external_editor import EditorProblem, decoded

        try:
            return decoded(data)
        except StoreError as error:
            self._tell(EditorProblem(str(error), copy.path), "log_in_editor")
            copy.release()
            return None

    def _log_in_form(self) -> None:
        from netui.ui.screens.shared.form_fields import Field

        def save(values: Mapping[str, str]) -> str:
            left = self._log_lines(self._lines_of(values.get("lines", "")))
            self._host.after_drawing(lambda: self._log.ask_lines(left))
            return ""

        title = "Log several: one line each"
        self._host.open_form(title, [Field("lines", "", "", 12)], {}, save, key=_LINES_FORM)

    def _lines_of(self, text: str) -> list[str]:
        from netui.services.timeline.log_text import split_log

        return [line.text for line in split_log(self._host.workspace, text)]

    def _log_lines(self, lines: Sequence[str]) -> str:
        """Saves each line that is understood; returns the others."""
        from netui.services.timeline import capture

        left: list[str] = []
        quiet = ""
        for at, line in enumerate(lines):
            try:
                captured = capture.parse_own_line(self._host.workspace, line)
                done = self._host.workspace.apply(capture.log_entry(self._host.workspace, captured).batch)
            except (Refused, StoreError):
                left.append(line)
            except BaseException:
                self._log.keep_lines("\n".join([*left, *lines[at:]]))
                raise
            else:
                quiet = show_done(self._host, done) or quiet
        saved = len(lines) - len(left)
        words = f"logged {saved} {'line' if saved == 1 else 'lines'}"
        self._host.set_message(f"{words}   {quiet}" if quiet else words)
        return "\n".join(left)

    # ------------------------------------------------------------------ what an editor saves later

    def take_saved(self, copy: EditorCopy) -> None:
        """Takes over what an editor saved after it had returned: a file, or the lines that are new."""
        from netui.services.editor.external_editor import LINES, MESSAGE, take_in

        if not copy.is_changed:
            return
        if copy.of == MESSAGE:
            return
        if copy.of == LINES:
            self._log_saved_lines(copy)
            return
        try:
            done = take_in(self._host.workspace, copy)
        except Refused as problem:
            self._tell(problem, "edit_file")
            return
        if done is not None:
            say_done(self._host, f"{done.label}, as saved in your editor", done)

    def _log_saved_lines(self, copy: EditorCopy) -> None:
        data = copy.read() or b""
        text, before = self._decoded(copy, data), self._decoded(copy, copy.base)
        if text is None or before is None:
            return
        known = self._lines_of(before)
        fresh = []
        for line in self._lines_of(text):
            if line in known:
                known.remove(line)
            else:
                fresh.append(line)
        try:
            left = self._log_lines(fresh)
        finally:
            copy.rebase(data)  # what is not logged is a draft by then
        self._log.keep_lines(left)

    def remind(self) -> None:
        """At the start: awaits what editors may still save, and tells of edits that were not saved."""
        if not has_editor_copies(self._host.workspace.places):
            return
        from netui.services.editor.external_editor import sort_left_copies

        host = self._host
        awaited, drafts = sort_left_copies(host.workspace)
        for copy in awaited:
            host.await_save(copy)
        for copy in {copy.of: copy for copy in drafts}.values():
            host.show_toast(self._words_on(copy), replace=False)

    def _words_on(self, copy: EditorCopy) -> str:
        """That an edit was not saved, and how to go on with it."""
        from netui.domain.model.changes import CONTACTS
        from netui.services.editor.external_editor import LINES, MESSAGE, file_of

        host = self._host
        if copy.of == LINES:
            return f"lines in your editor were not logged: {host.key('log_in_editor')} goes on with them"
        if copy.of == MESSAGE:
            return f"a message in your editor was not copied; it is kept in {copy.path}"
        file = file_of(copy)
        words = f"an edit of {host.workspace.name(file.stem)} in your editor was not saved"
        if file.folder == CONTACTS and host.workspace.read.row(file.stem) is None:
            return f"{words}; it is kept in {copy.path}"
        return f"{words}: {host.key('edit_file')} goes on with it"
