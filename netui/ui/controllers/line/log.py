"""Logging: a line at the bottom, read at each key and saved as an entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from netui.presentation.glyphs import glyphs
from netui.presentation.pages.page_layout import CircleItem
from netui.presentation.prompt.last_words import last_words_rows
from netui.presentation.text import Line, clean
from netui.services.errors import Refused, StoreError
from netui.services.settings import draws_ascii
from netui.services.timeline.last_words import LastWords, find_last_words
from netui.ui.controllers.changes import say_done
from netui.ui.controllers.host import tell_if_all_unreadable
from netui.ui.controllers.line.completion import LineCompleter
from netui.ui.controllers.line.drafts import LineDrafts, leave_line
from netui.ui.controllers.line.feedback import LineFeedback
from netui.ui.widgets.prompt import PromptRequest

if TYPE_CHECKING:  # what reads a line is loaded with the first one, not before the first frame
    from netui.domain.capture.parse import ParsedLine
    from netui.domain.model.entry import Entry
    from netui.ui.controllers.host import Host

HISTORY = 50
"""How many logged lines can be recalled."""


class LogController:
    """Writes down what happened."""

    def __init__(self, host: Host):
        self._host = host
        self._completer = LineCompleter(host)
        self._feedback = LineFeedback(host, self._parse, self._completer)
        self._lines: list[str] = []
        self._last_kind = ""
        self._chosen: tuple[str, ...] = ()
        self._default: tuple[str, ...] = ()
        self._draft = ""
        self._drafts: LineDrafts | None = None
        self._asked: tuple[int, int] | None = None
        """The place of the line in the prompt among those that were refused, and how many these are."""
        self._edited = ""
        """The id of the entry that the line is to be saved as, "" for a new one."""
        self._last_words: dict[str, LastWords] = {}
        """By contact, while the line is open."""
        self._similar: dict[str, str] = {}
        """By the name of somebody new, while the line is open: who is like them."""

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"log": self.log, "repeat": self.repeat}

    # ------------------------------------------------------------------ one line

    def log(self) -> None:
        """Logs what happened; on a circle a meeting of it."""
        item = self._host.current_item()
        self.log_line(f"meeting #{item.tag} with " if isinstance(item, CircleItem) else "")

    def repeat(self) -> None:
        """Logs with the kind that was logged last, here or as the days of the log tell."""
        last = None if self._last_kind else self._host.workspace.read.latest_contact(self._host.today)
        kind = last.kind if last else self._last_kind
        self.log_line(f"{kind} " if kind else "")

    def log_line(self, initial: str, *, is_typed: bool = False) -> None:
        """Opens the line; those marked are in it, the person under the cursor unless others are named.

        What is in it at first is kept as a draft on leaving only where it ``is_typed``, as in a paste.
        """
        if tell_if_all_unreadable(self._host, self._host.marked):
            return
        self._begin("" if is_typed else initial)
        self._ask(initial)

    def _begin(self, given: str) -> None:
        """Begins a line, of which ``given`` was not typed."""
        self._asked = None
        self._edited, self._last_words, self._similar = "", {}, {}
        self._choose_people()
        self._drafts = LineDrafts(
            self._host.workspace.places,
            self._host.unsaved_lines,
            initial=given,
            logged=self._lines[::-1],
        )
        self._draft = self._drafts.newest

    def _ask(self, initial: str) -> None:
        """Opens the prompt."""
        drafts = self._drafts
        assert drafts is not None
        self._host.set_message("")
        self._host.prompt.ask(
            PromptRequest(
                glyphs(ascii_only=draws_ascii(self._host.workspace.config)).prompt,
                self._save_line, self._chips, self._leave_line, self._completer.complete, drafts.history,
                initial, self._earlier, recalled=drafts.recalled, autosave=drafts.autosave,
                candidates=self._completer.candidates, given_up=lambda lines: self._leave_line(*lines),
                beside=self._beside, settle=self._feedback.settle, waiting=drafts.waiting, asked=drafts.asked,
                pasted=self._pasted_lines,
            )
        )  # fmt: skip

    def _pasted_lines(self, text: str) -> list[str]:
        """The log lines of a pasted text, as the editor of several lines has them."""
        from netui.services.timeline.log_text import split_log

        return [line.text for line in split_log(self._host.workspace, text)]

    def _choose_people(self) -> None:
        """Those marked are in the line, and the one under the cursor unless others are named."""
        person = self._host.person()
        self._chosen = tuple(self._host.marked)
        self._default = (person.row.id,) if person and not person.row.error else ()

    def log_typed(self, line: str) -> None:
        """Logs a line that was typed elsewhere; the prompt stays open with it where something is asked."""
        self._begin("")
        if self._feedback.read(line)[0].problems or not self._save_line(line):
            self._ask(line)

    def keep_typed(self, line: str) -> None:
        """Keeps a line that was typed elsewhere and is not logged, as a draft."""
        self._begin("")
        self._leave_line(line)

    def read_line(self, line: str) -> tuple[ParsedLine, bool] | None:
        """A text as a log line, and whether it names people; None where it says neither kind nor promise."""
        self._choose_people()
        found = self._parse(line, self._host.workspace.now())
        named = {person.id for person in found.people} - {*self._chosen, *self._default}
        names_people = bool(named or found.unresolved)
        says_contact = found.typed or (found.dated and names_people) or found.promises
        return (found, names_people) if says_contact and (found.people or names_people) else None

    def _earlier(self, line: str) -> str:
        from netui.services.timeline.shift_date import shift_day_back

        return shift_day_back(self._host.workspace, line, self._feedback.read(line)[0])

    def _parse(self, line: str, now: datetime) -> ParsedLine:
        """Parses a line: of those marked and named, else or by a pronoun of the one under the cursor."""
        from netui.services.timeline import capture

        return capture.parse_line_for(self._host.workspace, line, self._chosen, self._default, now)

    def _chips(self, line: str) -> Line:
        if not line.strip():
            names = self._host.workspace.names(self._chosen or self._default)
            leave, earlier = self._host.key("prompt_cancel"), self._host.key("prompt_day_earlier")
            draft = [f"up: {clean(self._draft)}   "] if self._draft else []
            hints = [*draft, "coffee with @ada: looms #tag >promise", f"  enter saves  {leave} keeps",
                     "   ^goal <they promise", f"  {earlier} a day earlier"]  # fmt: skip
            who: Line = [(" " + ", ".join(map(clean, names[:3])) + " ", "chip"), (" ", "")] if names else []
            return [*who, (" " + hints[0], "faint"), *((each, "faint") for each in hints[1:])]
        chips = self._feedback.chips(line)
        return self._warnings(line) + chips

    def _warnings(self, line: str) -> Line:
        """Who somebody new may be, if they are in the network already."""
        new = [person.name for part in self._feedback.shown(line) for person in part.people if not person.id]
        for name in new:
            if name not in self._similar:
                from netui.services.dedupe.duplicates import find_similar, similar_words

                found = find_similar(self._host.workspace, [name])
                self._similar[name] = similar_words(found, most=1)
        alike = [(name, self._similar[name]) for name in new if self._similar[name]]
        return [(f" {clean(name)} may be {clean(who)} ", "attention") for name, who in alike]

    def _beside(self, line: str, width: int, most: int) -> list[Line]:
        """What was promised and last said to those named; the timeline shows the one under the cursor."""
        if not line.strip():
            return []
        parts = self._feedback.shown(line)
        named = dict.fromkeys(person.id for part in parts for person in part.people if person.id)
        people = [ident for ident in named if ident not in self._default][:most]
        for ident in people:
            if ident not in self._last_words:
                self._last_words[ident] = find_last_words(self._host.workspace, ident, self._edited)
        return last_words_rows([self._last_words[i] for i in people], self._host.today, width, most)

    def _save_line(self, line: str) -> bool:
        from netui.services.timeline import capture

        if not line.strip():
            return True
        parts = self._feedback.read_as_shown(line)
        if parts is None or (parts[0].problems and self._feedback.ask_reading(line)):
            return False
        try:
            logged = capture.log_entries(self._host.workspace, parts)
            done = self._host.workspace.apply(logged.batch)
        except Refused:
            return False
        except StoreError as error:
            self._leave_line(line)
            self._host.set_message(f"kept, n then up goes on with it: {error}", wrong=True)
            return True
        self._lines = [*self._lines[-HISTORY:], line]
        self._last_kind = parts[-1].kind
        if self._drafts is not None:
            self._drafts.saved()
        self._host.marked.clear()
        self._chosen = ()  # a further line of a paste is not for those who were marked
        self._host.back_to_pane()
        summary = "; ".join(capture.summary_line(part, self._host.today) for part in parts)
        if self._default == (logged.entry.contact,) and not parts[1:] and not parts[0].people[1:]:
            with self._host.keep_cursor():  # going down the list: the next one is under the cursor
                say_done(self._host, summary, done)
        else:
            say_done(self._host, summary, done)
            self._host.show_logged(logged.entry.contact)
        if self._asked and self._asked[0] < self._asked[1]:
            self._ask_line(self._asked[0] + 1, self._asked[1])
        return True

    def edit_line(self, entry: Entry) -> bool:
        """Edits an entry as the log line that says it; False where no line does."""
        from netui.services.timeline import capture
        from netui.services.timeline.entry_as_line import edit_entry_from_line, entry_to_line

        line = entry_to_line(self._host.workspace, entry)
        if line is None:
            return False
        self._edited, self._last_words, self._similar = entry.id, {}, {}
        self._chosen = self._default = ()
        name = f"entry {entry.contact} {entry.id}"
        drafts = LineDrafts(self._host.workspace.places, self._host.unsaved_lines, name, initial=line)
        self._draft = drafts.newest

        def leave(typed: str) -> None:
            leave_line(self._host, drafts, self._host.key("edit"), typed)

        def given_up(lines: Sequence[str]) -> None:
            leave(lines[0])
            self._drafts = LineDrafts(self._host.workspace.places, self._host.unsaved_lines)
            self._leave_line("", *lines[1:])

        def save(line: str) -> bool:
            parts = self._feedback.read_as_shown(line)
            if parts is None or (parts[0].problems and self._feedback.ask_reading(line)):
                return False
            try:
                batch = edit_entry_from_line(self._host.workspace, entry, parts[0])
                if parts[1:]:
                    more = capture.log_entries(self._host.workspace, parts[1:]).batch
                    batch = batch._replace(changes=(*batch.changes, *more.changes))
                done = self._host.workspace.apply(batch)
            except Refused:
                return False
            except StoreError as error:
                leave(line)
                self._host.set_message(f"kept, e then up goes on with it: {error}", wrong=True)
                return True
            drafts.saved()
            self._host.back_to_pane()
            say_done(
                self._host, "; ".join(capture.summary_line(part, self._host.today) for part in parts), done
            )
            return True

        new = LineDrafts(self._host.workspace.places, self._host.unsaved_lines)  # further lines are new ones
        again = "   up: as you left it" if self._draft else ""
        self._host.set_message(f"enter saves the entry as the line says it now   esc leaves it{again}")
        self._host.prompt.ask(
            PromptRequest(
                "edit", save, self._chips, leave, self._completer.complete, drafts.history, line,
                self._earlier, recalled=drafts.recalled, autosave=drafts.autosave,
                candidates=self._completer.candidates, given_up=given_up,
                further=lambda text: self.log_line(text, is_typed=True),
                beside=self._beside, settle=self._feedback.settle, waiting=new.waiting, asked=new.asked,
            )
        )  # fmt: skip
        return True

    def _leave_line(self, line: str, *further: str) -> None:
        """Keeps an unfinished line as a draft, recalled by up at the next one; drops a draft left empty.

        So does it keep ``further`` lines of a paste.
        """
        if self._drafts is not None:
            leave_line(self._host, self._drafts, self._host.key("log"), line, *further)

    def ask_lines(self, lines: str) -> None:
        """Asks about each of several lines that were refused; a draft holds each until it is saved."""
        count = self.keep_lines(lines)
        if count:
            self._ask_line(1, count)

    def _ask_line(self, place: int, count: int) -> None:
        """Opens the prompt with the newest draft, for nobody but those named in it."""
        self.log_line("")
        self._asked = place, count
        self._chosen = self._default = ()
        self._host.set_message("")
        self._host.prompt.label(f"{place} of {count}" if count > 1 else "")
        self._host.prompt.recall(1)

    def keep_lines(self, lines: str) -> int:
        """Keeps each of several lines as a draft of its own; returns how many there are."""
        from netui.domain.capture.lines import split_lines
        from netui.services.timeline.line_drafts import LOG, save_draft

        kept = split_lines(lines)
        if not kept:
            return 0
        try:
            for line in reversed(kept):  # the first of them is then the newest
                save_draft(self._host.workspace.places, line.text)
        except StoreError as error:
            self._host.unsaved_lines.setdefault(LOG, [])[:0] = [line.text for line in kept]
            self._host.set_message(f"kept until you leave netui, as {error}", wrong=True)
        else:
            words = "kept as a draft" if len(kept) == 1 else f"kept as {len(kept)} drafts"
            self._host.set_message(f"{words}: n, then up")
        return len(kept)
