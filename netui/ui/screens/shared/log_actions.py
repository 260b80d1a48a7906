"""Logging: one line at the bottom, understood at each key, saved in one."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from netui.domain.model.contact_row import fold
from netui.presentation.text import Line, clean
from netui.services.errors import Refused, StoreError
from netui.services.timeline.form_drafts import discard_line, keep_line, kept_line
from netui.ui.screens.shared.base import Base
from netui.ui.widgets.prompt import Asking, Completion

if TYPE_CHECKING:  # what reads a line is loaded with the first one, not before the first frame
    from netui.domain.capture.parse import ParsedLine, Problem
    from netui.domain.model.entry import Entry

HISTORY = 50
_LINES_HEAD = (
    "# One line each: coffee with @ada yesterday: her words. Lines that begin with # are not logged.\n"
)


class CaptureActions(Base):
    """Actions that write down what happened."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._chosen: tuple[str, ...] = ()
        self._default: tuple[str, ...] = ()
        self._draft = ""

    # ------------------------------------------------------------------ one line

    def action_log(self) -> None:
        """Logs what happened."""
        self.log_line("")

    def action_repeat(self) -> None:
        """Logs with the kind that was logged last."""
        last = self.workspace.read.entries_where("e.counts", (), 1)
        self.log_line(f"{last[0].kind} " if last else "")

    def log_line(self, initial: str) -> None:
        """Opens the line; those marked are in it, the person under the cursor unless others are named."""
        from netui.services.timeline import capture

        person = self.person()
        self._chosen = tuple(self.marked)
        self._default = (person.row.id,) if person and not person.row.error else ()
        self._draft = capture.last_draft(self.workspace) or ""
        history = [*([self._draft] if self._draft else []), *reversed(self._lines)]
        who = self.workspace.names(self._chosen or self._default)
        self.set_message("" if not who else f"for {', '.join(who[:4])}{' …' if len(who) > 4 else ''}")
        self.prompt.ask(
            Asking(
                "›" if not self.workspace.config.ascii else ">",
                self._save_line, self._chips, self._keep_line, self._complete_line, history, initial,
                self._earlier,
            )
        )  # fmt: skip

    def _earlier(self, line: str) -> str:
        from netui.services.timeline.shift_date import a_day_earlier

        return a_day_earlier(self.workspace, line, self.understand(line))

    def understand(self, line: str) -> ParsedLine:
        """What the line says of those marked and named; without any, of the one under the cursor."""
        from netui.services.timeline import capture

        found = capture.understand(self.workspace, line, self._chosen)
        if not found.people and self._default and not found.unresolved:
            found = capture.understand(self.workspace, line, self._default)
        return found

    def _chips(self, line: str) -> Line:
        if not line.strip():
            names = self.workspace.names(self._chosen or self._default)
            hint = "coffee with @ada: her words  #tag ^goal >I promise <they do   ^t a day earlier"
            hint = f"up: {clean(self._draft)}   {hint}" if self._draft else hint
            return (
                [(" " + ", ".join(map(clean, names[:3])) + " ", "chip"), ("  " + hint, "faint")]
                if names
                else [(" " + hint, "faint")]
            )
        chips = self.understand(line).chips()
        wrong: Line = [(f" {clean(label)} ", "attention") for label, what in chips if what == "problem"]
        shown: Line = [(" ", "")]
        for label, what in chips:
            if what != "problem":
                shown += [(f" {clean(label)} ", "chip"), (" ", "")]
        return wrong + shown

    def _save_line(self, line: str) -> bool:
        from netui.services.timeline import capture

        if not line.strip():
            return True
        captured = self.understand(line)
        if captured.unresolved:
            self._settle(captured.unresolved[0], line)
            return False
        try:
            logged = capture.log(self.workspace, captured)
            done = self.workspace.apply(logged.batch)
        except Refused:
            return False
        except StoreError as error:
            self._keep_line(line)
            self.set_message(f"{error}; the line is kept: n, then up", wrong=True)
            return True
        self._lines = [*self._lines[-HISTORY:], line]
        capture.discard_draft(self.workspace)
        self.marked.clear()
        self.back_to_pane()
        if self._default == (logged.entry.contact,) and not captured.people[1:]:
            with self.keep_cursor():  # going down the list: the next one is under the cursor
                self.say_done(capture.summary_line(captured), done)
        else:
            self.say_done(capture.summary_line(captured), done)
            self.show_logged(logged.entry.contact)
        return True

    def edit_line(self, entry: Entry) -> bool:
        """Offers an entry as the line that says it, to be said otherwise; False where no line does."""
        from netui.services.timeline import capture
        from netui.services.timeline.entry_as_line import retold, told

        line = told(self.workspace, entry)
        if line is None:
            return False
        self._chosen = self._default = ()
        self._draft = kept_line(self.workspace, name := f"entry {entry.contact} {entry.id}")
        history = [self._draft] if self._draft else []

        def let_go(_: str) -> None:
            discard_line(self.workspace, name)
            self.back_to_pane()

        def left(typed: str) -> None:
            if typed.strip() not in ("", line):
                with suppress(StoreError):  # nowhere to keep it, and the app is leaving
                    keep_line(self.workspace, name, typed)

        def save(line: str) -> bool:
            captured = self.understand(line)
            if captured.unresolved:
                self._settle(captured.unresolved[0], line)
                return False
            try:
                done = self.workspace.apply(retold(self.workspace, entry, captured))
            except Refused:
                return False
            except StoreError as error:
                left(line)
                self.back_to_pane()
                self.set_message(f"{error}; the line is kept: e, then up", wrong=True)
                return True
            let_go(line)
            self.say_done(capture.summary_line(captured), done)
            return True

        again = "   up: as you left it" if self._draft else ""
        self.set_message(f"enter saves the entry as the line says it now   esc leaves it{again}")
        self.prompt.ask(
            Asking("edit", save, self._chips, let_go, self._complete_line, history, line, self._earlier, left)
        )
        return True

    def _keep_line(self, line: str) -> None:
        """What was typed is never lost: it comes back with up at the next line."""
        from netui.services.timeline import capture

        self.back_to_pane()
        if line.strip():
            try:
                capture.keep_draft(self.workspace, line)
                self.set_message("kept as a draft: n, then up")
            except StoreError as error:
                self._lines.append(line)
                self.set_message(f"kept until you leave; {error}", wrong=True)

    def _settle(self, problem: Problem, line: str) -> None:
        """Who was meant? One of the candidates, or someone new."""
        typed = line[problem.start : problem.end].lstrip("@")
        choices = [(person.id, person.name, person.id) for person in problem.candidates]
        choices.append(("", f"create {clean(typed)}", "someone new"))

        def chosen(key: str | None) -> None:
            if key is not None:
                self.prompt.replace(problem.start, problem.end, f"@{key}" if key else f"{typed} (new)")

        self.choose(f"who is {clean(typed)}?", choices, chosen)

    # ------------------------------------------------------------------ completion

    def _complete_line(self, line: str, cursor: int) -> Completion | None:
        from netui.domain.capture.parse import complete

        found = complete(line, cursor)
        choices = self._choices(found.kind, found.prefix) if found else []
        return Completion(found.start, found.end, choices) if found and choices else None

    def _choices(self, kind: str, prefix: str) -> list[str]:
        """What may be meant, the likeliest first, each as it is written."""
        from netui.domain.capture.parse import GIFTS

        begun = fold(prefix)
        read = self.workspace.read
        if kind == "person":
            return [f"@{person.id}" for person in (read.find(prefix) if prefix else [])[:9]]
        if kind == "tag":
            return [f"#{tag}" for tag in read.words_in_use()["tags"] if fold(tag).startswith(begun)][:9]
        if kind == "goal":
            return [f"^{ident}" for ident, _, _ in read.goals() if ident.startswith(begun)]
        if kind in ("got", "gave"):
            return [f"{kind}:{gift}" for gift in GIFTS if gift.startswith(begun)]
        if kind == "from":
            return [f"from:{who}" for who in ("me", "them") if who.startswith(begun)]
        if kind == "place":
            places = (place for place in read.words_in_use()["places"] if fold(place).startswith(begun))
            return [f"at {place}" for place in places][:9]
        return [name for name in self.workspace.kinds.contact if name.startswith(begun)]

    # ------------------------------------------------------------------ several lines

    def action_log_in_editor(self) -> None:
        """Logs several lines, one entry each, in the user's editor; in a form where there is none."""
        self._edit_lines("", "")

    def _edit_lines(self, lines: str, wrong: str) -> None:
        from netui.services.timeline.external_editor import edit_text, editor_command

        try:
            command = editor_command(self.workspace.config.editor)
        except Refused:
            self._ask_lines(lines, wrong)
            return
        note = f"# {wrong}\n" if wrong else ""
        try:
            text = edit_text(
                _LINES_HEAD + note + lines, command=command, run=self.netui.run_outside, name="log.txt"
            )
        except Refused as error:
            self.set_message(str(error), wrong=True)
            return
        typed = "\n".join(line for line in text.split("\n") if not line.startswith("# "))
        left, complaint = self._log_lines(typed)
        if complaint and left != lines:
            self._edit_lines(left, complaint)
        elif complaint:
            self._keep_line(left)

    def _ask_lines(self, text: str, wrong: str) -> None:
        from netui.ui.screens.shared.form_fields import Field

        def save(values: Mapping[str, str]) -> str:
            left, complaint = self._log_lines(values.get("lines", text))
            if complaint:
                self.after_drawing(lambda: self._ask_lines(left, complaint))
            return ""

        title = wrong or "Log several: one line each"
        self.open_form(title, [Field("lines", "", "", 12)], {"lines": text}, save)

    def _log_lines(self, text: str) -> tuple[str, str]:
        """Saves each line that is understood; returns the others, and what is wrong with the first."""
        from netui.services.timeline import capture

        left: list[str] = []
        complaint = ""
        quiet = ""
        saved = 0
        self._chosen, self._default = (), ()
        for line in filter(str.strip, text.split("\n")):
            captured = capture.understand(self.workspace, line)
            try:
                done = self.workspace.apply(capture.log_batch(self.workspace, captured))
            except (Refused, StoreError) as error:
                left.append(line)
                complaint = complaint or str(error)
            else:
                saved += 1
                quiet = self.show_done(done) or quiet
        words = f"logged {saved} {'line' if saved == 1 else 'lines'}"
        self.set_message(f"{words}   {quiet}" if quiet else words)
        return "\n".join(left), complaint

    # ------------------------------------------------------------------ to be defined above

    def show_logged(self, ident: str) -> None:
        """Brings the one in view for whom something was logged."""
        raise NotImplementedError
