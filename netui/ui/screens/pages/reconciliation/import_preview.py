"""Import a file: the preview, settling what is open by one key each, and a progress bar that esc stops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from netui.interchange.import_plan import NO_CHOICES, Choices
from netui.interchange.records import ReadOptions
from netui.presentation.actions import IMPORT
from netui.presentation.pages.page_layout import (
    ClashItem,
    ColumnItem,
    KeptItem,
    PageLayout,
    RenderContext,
    SuggestionItem,
)
from netui.presentation.pages.reconciliation.import_preview import import_page, progress_page, summary
from netui.presentation.text import Line, clean, plain, wrap
from netui.services.errors import OwnAddressesUnknown, Refused, StoreError, words_of
from netui.services.transfer.columns import FIELDS, list_columns, map_column
from netui.services.transfer.imports import apply_import, plan_import
from netui.services.transfer.oneself import own_addresses
from netui.ui.controllers.changes import say_done
from netui.ui.controllers.line.questions import ask
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings

if TYPE_CHECKING:
    from netui.interchange.csv.reader import CsvColumn
    from netui.interchange.import_plan import Plan
    from netui.services.workspace import Done, Workspace

_Result = TypeVar("_Result")
_LEFT_OUT = "-"
_REDRAWN = 0.1
"""Seconds between two looks at how far the work is."""


class _Stopped(Exception):
    """The page was left, and the work with it."""


class ImportScreen(PageScreen):
    """Reads in a thread; ``esc`` stops that, or the writing, and leaves everything as it was."""

    NAME = IMPORT
    BINDINGS = screen_bindings(IMPORT)

    def __init__(self, path: str, called: str):
        super().__init__()
        self._path, self._called = path, called
        self._plan: Plan | None = None
        self._problem = ""
        self._columns: list[CsvColumn] = []
        self._map: dict[str, str] = {}
        self._own: frozenset[str] = frozenset()
        """One's own addresses, where no contact has them."""
        self._choices = NO_CHOICES
        self._stop = Event()
        self._verb = ""
        """What is being done in the thread, "" for nothing."""
        self._progress = 0, 0

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            "bring_in": self.bring_in,
            "here": lambda: self._settle_clash(False),
            "there": lambda: self._settle_clash(True),
            "both": lambda: self._settle_clash(None),
            "same": self.take_as_same,
            "other": lambda: self._settle_person(""),
            "column": self.change_column,
        }

    def begin(self) -> None:
        """Begins to read."""
        super().begin()
        self.set_interval(_REDRAWN, self._redraw_progress)
        self._read_file()

    # ------------------------------------------------------------------ work in a thread

    def _run(
        self, verb: str, work: Callable[[Workspace], _Result], take: Callable[[_Result], object]
    ) -> None:
        """Runs ``work`` on another view of the network, then ``take`` here, unless the page was left."""
        main, twin = self.workspace, self.workspace.twin()
        twin.own_writes = main.own_writes
        self._verb, self._progress, self._problem = verb, (0, 0), ""

        def run() -> Callable[[], object] | None:
            try:
                result = work(twin)
            except _Stopped:
                return None
            except OwnAddressesUnknown:
                return self._ask_own_addresses
            except (Refused, StoreError, OSError) as error:
                words = words_of(error)
                return lambda: self._fail(words)
            finally:
                twin.close()
            return lambda: take(result)

        def done(then: Callable[[], object]) -> None:
            self._verb = ""
            main.undo_problem = twin.undo_problem or main.undo_problem
            if self.is_attached:
                then()

        self.netui.background_tasks.submit(run, done)
        self.draw()

    def _tell(self, done: int, total: int) -> None:
        """Takes in how far the work is; called in its thread."""
        if self._stop.is_set():
            raise _Stopped
        self._progress = done, total

    def _redraw_progress(self) -> None:
        if self._verb:
            self.draw()

    def _fail(self, words: str) -> None:
        self._problem = words
        self.draw()

    def _options(self) -> ReadOptions:
        return ReadOptions(columns=dict(self._map), own=self._own)

    def _ask_own_addresses(self) -> None:
        """Asks which addresses are one's own, and reads the mail again with them."""
        self._fail("Mail is told apart by your own addresses: enter them below, and it is read.")

        def answered(text: str) -> str:
            found = own_addresses(text)
            if not found:
                return "an address has an @; several stand with blanks between"
            self._own = found
            self._read_file()
            return ""

        hint = "one or several; a contact with me = true and its emails saves the question"
        ask(self, "your e-mail addresses", answered, kept="own-addresses", hint=hint)

    def _read_file(self) -> None:
        def plan(twin: Workspace) -> tuple[Plan, list[CsvColumn]]:
            found = plan_import(
                twin, [self._path], options=self._options(), choices=self._choices, progress=self._tell
            )
            return found, list_columns(self._path, self._map)

        def take(found: tuple[Plan, list[CsvColumn]]) -> None:
            self._plan, self._columns = found
            self.draw()

        self._run("reading", plan, take)

    def bring_in(self) -> None:
        """Does what is shown, as one change; what was settled is planned into it first."""
        plan, choices = self._plan, self._choices
        if plan is None or self._verb or not (plan.batch.changes or choices.people or choices.fields):
            self.set_message("there is nothing to bring in")
            return

        def work(twin: Workspace) -> tuple[Plan, Done]:
            wanted = plan
            if choices != NO_CHOICES:
                wanted = plan_import(
                    twin, [self._path], options=self._options(), choices=choices, progress=self._tell
                )
            return wanted, apply_import(twin, wanted, self._tell)

        self._run("bringing in", work, lambda found: self._finish(*found))

    def _finish(self, plan: Plan, done: Done) -> None:
        """Leaves for the imported as a filter; says how to take it back, and offers to sort the new ones."""
        from netui.services.cadence.placement import unplaced_contacts

        main = self._main
        self.dismiss()
        main.workspace.invalidate_reader()
        say_done(main, f"{done.label}: {summary(plan)}", done)
        if plan.new or plan.changed or plan.merged:
            main.filter_by("is:imported")
        if plan.new and unplaced_contacts(main.workspace):
            main.pages.placement(plain(main.prompt.message).strip())

    def back(self) -> None:
        """Stops what is going on, and leaves; nothing was changed."""
        self._stop.set()
        if self._verb:
            self._main.set_message("stopped; nothing was imported")
        super().back()

    # ------------------------------------------------------------------ what is shown

    def lay_out(self, context: RenderContext) -> PageLayout:
        """How far the work is, why it cannot be done, or the preview."""
        if self._verb:
            return progress_page(self._verb, *self._progress, context)
        if self._plan is None:
            lines: list[Line] = [[("  " + text, "error")] for text in wrap(self._problem, context.width - 4)]
            return PageLayout([[], *lines], [])
        named = [each for one in self._plan.suggestions for each in one.candidates]
        names = dict(zip(named, self.workspace.names(named), strict=True))
        page = import_page(self._plan, self._choices, self._columns, names, context)
        if self._problem:
            failed: list[Line] = [[("  " + text, "error")] for text in wrap(self._problem, context.width - 4)]
            shift = len(failed)
            selectables = [
                each._replace(first=each.first + shift, after=each.after + shift) for each in page.selectables
            ]
            page = PageLayout([*failed, *page.lines], selectables, [at + shift for at in page.sections])
        return page

    def heading(self) -> Line:
        """Which file."""
        return [(" Import", "strong accent"), (f"  {clean(self._called)}", "muted")]

    def facts(self) -> frozenset[str]:
        """Whether there is something to bring in."""
        plan = self._plan
        is_settled = bool(self._choices.people or self._choices.fields)
        is_ready = plan is not None and not self._verb and bool(plan.batch.changes or is_settled)
        return frozenset({"plan"} if is_ready else ())

    # ------------------------------------------------------------------ settling

    def _settle_clash(self, choice: bool | None) -> None:
        """Says which side of a field is taken, None for both; the default of one that stays is to stay."""
        item = self.current_item()
        if isinstance(item, ClashItem | KeptItem):
            field = item.clash if isinstance(item, ClashItem) else item.kept
            key = field.ident, field.key
            fields = {each: way for each, way in self._choices.fields.items() if each != key}
            if choice is not None:
                fields[key] = choice
            self._choices = self._choices._replace(fields=fields)
            self._go_on()

    def take_as_same(self) -> None:
        """Takes somebody for a contact; where it may be several, asks which."""
        item = self.current_item()
        if not isinstance(item, SuggestionItem):
            return
        candidates = item.suggestion.candidates
        if len(candidates) == 1:
            self._settle_person(candidates[0])
            return
        choices = [
            (each, name, each)
            for each, name in zip(candidates, self.workspace.names(candidates), strict=True)
        ]
        self.choose("who is it?", choices, lambda ident: self._settle_person(ident) if ident else None)

    def _settle_person(self, ident: str) -> None:
        item = self.current_item()
        if isinstance(item, SuggestionItem):
            people = {**self._choices.people, item.suggestion.record: ident}
            self._choices = Choices(people, self._choices.fields)
            self._go_on()

    def _go_on(self) -> None:
        """Shows what was settled, and goes to the next one."""
        self.draw()
        self.view.move_by(1)
        self.draw_footer()

    def change_column(self) -> None:
        """Asks what a column holds, and reads the file again with that."""
        item = self.current_item()
        if not isinstance(item, ColumnItem) or self._verb:
            return
        header = item.column.header

        def chosen(field: str | None) -> None:
            if field is not None:
                self._map = map_column(self._map, header, "" if field == _LEFT_OUT else field)
                self._read_file()

        choices = [*((each, each, "") for each in FIELDS), (_LEFT_OUT, "leave it out", "")]
        self.choose(f"what is in {header!r}?", choices, chosen)
