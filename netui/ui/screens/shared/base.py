"""The base screen: runs actions by id, and gives controllers what they need of Textual and the app."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.screen import Screen

from netui.presentation.actions import BY_ID, PAGES, Context
from netui.presentation.context import always
from netui.presentation.glyphs import Glyphs
from netui.presentation.keymap import first_key, spelled_key
from netui.presentation.text import clean
from netui.services.workspace import Workspace
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from netui.presentation.palette.ranking import PaletteChoice
    from netui.services.editor.external_editor import EditorCopy
    from netui.services.workspace import Progress
    from netui.ui.screens.shared.app import ScreenApp
    from netui.ui.screens.shared.form_fields import Field
    from netui.ui.screens.shared.palette import Source

_SAYING_SECONDS = 0.1
"""How often it is said how far many files are saved."""
_WAITING_SECONDS = 1.0
"""How often news looks whether there is a line for it."""
READING = "reading"
"""The fact of a screen that nobody is listed yet, as the files are still being read."""
Handler = Callable[[], object]
"""What an action runs."""


def screen_bindings(page: str) -> list[BindingType]:
    """The keys of a screen: each runs the handler of its action (see :meth:`ActionScreen.action_run`)."""
    return bindings({name: f"run('{name}')" for name in PAGES[page].actions})


class ActionScreen(FixedSizeScreen, Screen[None]):
    """A screen of which each key runs an action of the table, dispatched to the controller bound to it."""

    focused = Reactive(None, repaint=False)
    """Without repaint: what gets or loses the focus redraws itself, the rest of the screen stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.prompt = Prompt(id="prompt")
        self.marked: dict[str, None] = {}
        self._news = ""

    # ------------------------------------------------------------------ actions

    NAME = ""
    """Its name in the table of actions."""

    def bind(self) -> Mapping[str, Handler]:
        """What its controllers and itself run, by action; what the table does not name here is left out."""
        return {}

    @cached_property
    def handlers(self) -> Mapping[str, Handler]:
        """What each action of its page in the table runs; bound when first needed, as drawing needs none."""
        bound = self.bind()
        return {name: bound[name] for name in PAGES[self.NAME].actions}

    def handler(self, name: str) -> Handler:
        """What an action runs."""
        return self.handlers[name]

    def action_run(self, name: str) -> None:
        """Runs an action by its id: the one method that bindings call. What was said before is over."""
        self.clear_message()
        applies = PAGES[self.NAME].needs.get(name, BY_ID[name].applies)
        if applies is not always and not applies(self.action_context()):
            self._say_nothing_happens(self.key(name))  # what runs may say it better, once everyone is read
            if READING in self.action_context().facts:
                return
        self.handler(name)()

    def action_done(self, name: str) -> None:
        """An action is over that went on after it was run: the palette was left."""

    def action_context(self) -> Context:
        """Where one is, for the predicates of actions."""
        return Context(self.NAME)

    def clear_message(self) -> None:
        """Takes the message away."""
        self.prompt.set_message([])

    @cached_property
    def _bound_keys(self) -> frozenset[str]:
        return frozenset(key for name in PAGES[self.NAME].actions for key in self.keys[name].split(","))

    def on_key(self, event: events.Key) -> None:
        """Says of a key that does nothing that it does nothing, and where to look for what does."""
        if event.key in self._bound_keys or self.prompt.is_asking or self.prompt.is_questioning:
            return
        typed = event.character if event.is_printable and event.character else spelled_key(event.key)
        self._say_nothing_happens(typed)

    def on_paste(self, event: events.Paste) -> None:
        """Says of a paste that no line is open for it: it went away without a word."""
        if event.text.strip() and not (self.prompt.is_asking or self.prompt.is_questioning):
            palette = self.key("palette")
            self.set_message(f"no line is open to paste into; {palette} opens one that finds it, or logs it")

    def _say_nothing_happens(self, key: str) -> None:
        if READING in self.action_context().facts:
            self.set_message("everyone is still being read: a moment, and then that key again")
            return
        palette, about = self.key("palette"), self.key("help")
        self.set_message(f"{key} does nothing here; {palette} lists what can be done, {about} explains it")

    # ------------------------------------------------------------------ what controllers need

    @property
    def netui(self) -> ScreenApp:
        """The app."""
        return cast("ScreenApp", self.app)

    @property
    def workspace(self) -> Workspace:
        """The network."""
        return self.netui.workspace

    @property
    def glyphs(self) -> Glyphs:
        """The characters to draw with."""
        return self.netui.glyphs

    @property
    def today(self) -> date:
        """The local day."""
        return self.workspace.today

    @property
    def keys(self) -> Mapping[str, str]:
        """The keys in force, by action."""
        return self.netui.keys

    @property
    def unsaved_lines(self) -> dict[str, list[str]]:
        """Lines that could not be written as drafts, by the name of their prompt, until the app is left."""
        return self.netui.unsaved_lines

    def key(self, action: str) -> str:
        """The first key of an action as people read it, remapped or not."""
        return first_key(self.keys, action)

    def set_message(self, text: str, *, wrong: bool = False) -> None:
        """Shows one line above the footer."""
        self.prompt.set_message([(" " + clean(text), "error" if wrong else "muted")])

    def copy_text(self, text: str) -> None:
        """Copies to the clipboard of the terminal."""
        self.app.copy_to_clipboard(text)

    def show_toast(self, text: str, *, replace: bool) -> None:
        """Shows a notification; ``replace`` takes away those there are."""
        if replace:
            self.app.clear_notifications()
        self.netui.show_toast(text)

    def show_news(self, text: str) -> None:
        """Says what nobody asked for in the line of the screen in front, as soon as that is free.

        A toast would cover what one reads or fills in. On a page the line is in use only while one types. The
        news before it gives way.
        """
        before, self._news = self._news, text

        def show() -> None:
            if self._news != text:
                return
            front = self.app.screen
            if isinstance(front, ActionScreen) and front.prompt.is_free_for(
                before if front is self else None
            ):
                front.set_message(text)
            else:
                self.set_timer(_WAITING_SECONDS, show)

        show()

    def themes(self) -> list[str]:
        """The names of all themes."""
        return list(self.app.available_themes)

    @property
    def theme(self) -> str:
        """The name of the theme in force."""
        return self.app.theme

    def use_theme(self, name: str) -> None:
        """Draws in another theme until the app is left."""
        self.app.theme = name

    def leave(self) -> None:
        """Leaves the app."""
        self.netui.leave()

    def suspend(self) -> None:
        """Goes back to the shell for a while, from where ``fg`` leads here again."""
        self.app.action_suspend_process()

    def leave_for_demo(self) -> None:
        """Leaves the app to open it on the demo instead."""
        self.netui.leave_for_demo()

    def run_outside(self, command: Sequence[str]) -> int:
        """Runs a program on the terminal meanwhile; raises OSError when it cannot be run."""
        return self.netui.run_outside(command)

    def await_save(self, copy: EditorCopy) -> None:
        """Takes over what an editor saves after it has returned at once."""
        self.netui.copy_watch.add(copy)

    def choose(
        self,
        title: str,
        choices: Sequence[tuple[str, ...]],
        chosen: Callable[[str | None], None],
        preview: Callable[[str], object] | None = None,
    ) -> None:
        """Asks for one of a few; ``chosen`` gets the key, None for none.

        Each is given as key, label and note, and the URI of a label that is a link.
        ``preview`` is told the key that the cursor is on.
        """
        from netui.ui.screens.shared.picker import Choice, PickerScreen

        self.app.push_screen(PickerScreen(title, [Choice(*each) for each in choices], preview), chosen)

    def open_palette(self, source: Source, chosen: Callable[[PaletteChoice | None], None]) -> None:
        """Opens the command palette over this screen; ``chosen`` gets what was chosen, None for nothing."""
        from netui.ui.screens.shared.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(source, self.prompt.size.height), chosen)

    def open_form(
        self,
        title: str,
        fields: Sequence[Field],
        values: Mapping[str, str],
        save: Callable[[Mapping[str, str]], str],
        *,
        start: str = "",
        key: str = "",
    ) -> None:
        """Opens a form over this screen; see :class:`netui.ui.screens.shared.form.FormScreen`."""
        from netui.ui.screens.shared.form import FormScreen

        def closed(is_kept: bool | None) -> None:
            if is_kept:
                self.set_message("kept: the form opens as you left it")

        self.app.push_screen(FormScreen(title, fields, values, save, start=start, key=key), closed)

    def after_drawing(self, call: Callable[[], object]) -> None:
        """Calls back once what changed is laid out; keys typed meanwhile wait for it."""

        def released() -> None:
            try:
                call()
            finally:
                self.netui.release_keys()

        self.netui.hold_keys()
        self.call_after_refresh(released)

    @property
    def is_saving(self) -> bool:
        """Whether many files are being saved."""
        return not self.netui.files_saved.is_set()

    def save_aside(self, files: int, save: Callable[[Workspace, Progress], Callable[[Any], object]]) -> None:
        """Saves many files in a thread, through another view of the network; says meanwhile how far it is.

        What ``save`` returns is called back, with the screen that is there by then.
        """
        app, main = self.netui, self.workspace
        twin = main.twin()
        twin.own_writes = main.own_writes
        at, said = [0, files], ""

        def tell(*progress: int) -> None:
            at[:] = progress

        def say() -> None:
            nonlocal said
            front = self.app.screen if isinstance(self.app.screen, ActionScreen) else self
            if not self.is_saving:
                timer.stop()
            elif front.prompt.is_free_for(said if said else None):
                said = f"saving {at[1]:,} files: {at[0]:,} of them so far"
                front.set_message(said)

        def work() -> Callable[[Any], object]:
            try:
                return save(twin, tell)
            finally:
                app.files_saved.set()
                twin.close()

        def saved(show: Callable[[Any], object]) -> None:
            main.undo_problem = twin.undo_problem
            main.invalidate_reader()
            show(self if self.is_attached else app.main)

        app.files_saved.clear()
        timer = self.app.set_interval(_SAYING_SECONDS, say)
        say()
        app.background_tasks.submit(work, saved)

    # ------------------------------------------------------------------ what the app calls

    def keys_changed(self) -> None:
        """Forgets which keys were bound: others are now."""
        self.__dict__.pop("_bound_keys", None)

    def refill(self) -> None:
        """Shows what changed outside; the main screen was told of it before."""

    def before_leaving(self) -> None:
        """Keeps what was being typed."""
        if self.prompt.is_asking:
            self.prompt.leave()
