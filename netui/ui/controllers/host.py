"""What controllers ask of the screen they work for.

A controller takes a host and says, by :meth:`Controller.bind`, which actions it runs. The main screen and
the pages are hosts; a controller for the main screen alone takes a :class:`MainHost`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING, Protocol

from netui.presentation.pages.page_layout import GoalItem, MilestoneItem

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry
    from netui.domain.query.parser import QueryError
    from netui.presentation.contact_row import Listed
    from netui.presentation.glyphs import Glyphs
    from netui.presentation.pages.page_layout import Item
    from netui.presentation.palette.ranking import PaletteChoice
    from netui.services.editor.external_editor import EditorCopy
    from netui.services.goals.progress import GoalProgress
    from netui.services.people.contact_list import ContactList, ListedContact
    from netui.services.people.profile import Profile
    from netui.services.search import Hit
    from netui.services.workspace import Done, Progress, Workspace
    from netui.ui.screens.shared.form_fields import Field
    from netui.ui.screens.shared.palette import Source
    from netui.ui.widgets.cursor_view import CursorView
    from netui.ui.widgets.people import PeopleView
    from netui.ui.widgets.prompt import Prompt
    from netui.ui.widgets.timeline import TimelineView

Opening = Callable[[], object]
"""Opens a page again."""


class Host(Protocol):
    """A screen as its controllers know it."""

    prompt: Prompt
    marked: dict[str, None]

    # ------------------------------------------------------------------ the network, and what is selected

    @property
    def workspace(self) -> Workspace:
        """The network."""

    @property
    def today(self) -> date:
        """The local day."""

    @property
    def glyphs(self) -> Glyphs:
        """The characters to draw with."""

    @property
    def people(self) -> ContactList:
        """Everyone, with their status."""

    def person(self) -> ListedContact | None:
        """The person that actions are for."""

    def current_item(self) -> Item | None:
        """The item under the cursor, of what there is besides the list of people."""

    @property
    def pages(self) -> Pages:
        """Opens pages."""

    def select(self, ident: str) -> None:
        """Puts the cursor on a person of the main screen, clearing the filter when it hides them."""

    # ------------------------------------------------------------------ showing what was done

    def set_message(self, text: str, *, wrong: bool = False) -> None:
        """Shows one line above the footer."""

    def show_toast(self, text: str, *, replace: bool) -> None:
        """Shows a notification; ``replace`` takes away those there are."""

    def show_news(self, text: str) -> None:
        """Says what nobody asked for, in the line above the footer of the screen in front if that is free."""

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """Shows what a change did, and its traces in every pane; says ``nothing`` where there was none."""

    def keep_cursor(self) -> AbstractContextManager[None]:
        """Whoever leaves their place in the list meanwhile leaves the cursor to the next one."""

    def reveal_changes(self, done: Done) -> None:
        """Brings into view what was undone or done again."""

    def show_logged(self, ident: str) -> None:
        """Brings into view the person for whom something was logged."""

    def copy_text(self, text: str) -> None:
        """Copies to the clipboard of the terminal."""

    @property
    def is_saving(self) -> bool:
        """Whether many files are being saved."""

    def save_aside(self, files: int, save: Callable[[Workspace, Progress], Callable[[Host], object]]) -> None:
        """Saves many files in a thread, through another view of the network; says meanwhile how far it is.

        What ``save`` returns is called back, with the screen that is there by then.
        """

    # ------------------------------------------------------------------ actions and looks

    def visible_actions(self) -> Sequence[str]:
        """The actions that apply here, by id."""

    def themes(self) -> Sequence[str]:
        """The names of all themes."""

    @property
    def theme(self) -> str:
        """The name of the theme in force."""

    def use_theme(self, name: str) -> None:
        """Draws in another theme until the app is left."""

    def action_run(self, name: str) -> None:
        """Runs an action by its id."""

    # ------------------------------------------------------------------ asking

    @property
    def keys(self) -> Mapping[str, str]:
        """The keys in force, by action."""

    @property
    def unsaved_lines(self) -> dict[str, list[str]]:
        """Lines that could not be written as drafts, by the name of their prompt, until the app is left."""

    def key(self, action: str) -> str:
        """The first key of an action as people read it, remapped or not."""

    def back_to_pane(self) -> None:
        """Gives the keys back to the pane or page they came from."""

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

    def open_palette(self, source: Source, chosen: Callable[[PaletteChoice | None], None]) -> None:
        """Opens the command palette over the screen; ``chosen`` gets what was chosen, None for nothing."""

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
        """Opens a form over the screen."""

    def action_done(self, name: str) -> None:
        """An action is over that went on after it was run."""

    def after_drawing(self, call: Callable[[], object]) -> None:
        """Calls back once what changed is laid out; keys typed meanwhile wait for it."""

    def run_outside(self, command: Sequence[str]) -> int:
        """Runs a program on the terminal meanwhile; raises OSError when it cannot be run."""

    def await_save(self, copy: EditorCopy) -> None:
        """Takes over what an editor saves after it has returned at once."""


class Pages(Protocol):
    """Opens the pages over the main screen; each is loaded when it is first opened."""

    def brief(self, ids: Sequence[str], occasion: Entry | None = None) -> None:
        """What to know before meeting these people, at a planned meeting or anyhow."""

    def catch_up(self) -> None:
        """Whom one probably met while nothing was logged."""

    def circle(self, tag: str) -> None:
        """One circle: who came when."""

    def conflicts(self, ident: str = "") -> None:
        """Fields that were edited on two sides, those of this person first."""

    def contact_list(self, heading: str, rows: Sequence[Listed]) -> None:
        """Some people, or entries, with a word on each."""

    def details(self, ident: str, fact: tuple[str, str] | None = None) -> None:
        """Everything that a person's file holds beside the timeline; ``fact`` is what to begin at."""

    def duplicates(self, ident: str = "") -> None:
        """Contacts that may be one person, pairs with this one first."""

    def expertise(self, topic: str, chosen: Callable[[tuple[str, str] | None], None]) -> None:
        """Who knows something; ``chosen`` gets a contact's id and the topic, or None."""

    def goal(self, ident: str) -> None:
        """One goal."""

    def help(self, place: str, actions: Sequence[str]) -> None:
        """Help for a place and the actions that it offers."""

    def manual(self, topic: str) -> None:
        """A topic of the manual."""

    def import_preview(self, path: str, called: str) -> None:
        """What the import of a file or folder would do, and doing it; ``called`` is the path as typed."""

    def insights(self) -> None:
        """The network as a whole."""

    def merge(self, keeper: str, other: str) -> None:
        """What comes over when two contacts are merged."""

    def placement(self, said: str = "") -> None:
        """New and imported people, to say how often to be in touch with each.

        ``said`` is what led there, which the page would cover.
        """

    def review(self) -> None:
        """Those worth thinking of this week."""

    def search(self, chosen: Callable[[Hit | None], None], text: str = "") -> None:
        """Words in everything written, ``text`` at first; ``chosen`` gets what was found, or None."""

    def settings(self, name: str = "") -> None:
        """Every setting, with the cursor on the one of this name."""

    def welcome(self, chosen: Callable[[str | None], None]) -> None:
        """Ways to begin in an empty folder: ``chosen`` gets add, import, demo, tour or None."""


class TourFollower(Protocol):
    """What follows the steps of the tour, while it is taken."""

    def act(self, action: str) -> None:
        """An action of the main screen was run."""

    def change(self) -> None:
        """Something was saved, or taken back."""

    def leave(self) -> None:
        """Ends the tour."""


class MainHost(Host, Protocol):
    """The main screen as its controllers know it: a host with panes, a filter, and pages to open."""

    people_view: PeopleView
    timeline_view: TimelineView
    profile: Profile | None
    is_complete: bool
    """Whether every file was read."""
    tour: TourFollower | None

    @property
    def query_text(self) -> str:
        """The filter, "" for none."""

    def pane(self) -> str:
        """The pane that has the keys, or had them before the prompt took them."""

    def view(self) -> CursorView:
        """The list of the pane that has the keys."""

    def show_pane(self, pane: str) -> None:
        """Brings a pane to the front and gives it the keys."""

    def step_pane(self, step: int) -> None:
        """Gives the keys to the next pane that is shown, or the one before."""

    def toggle_brief(self) -> bool:
        """Shows the brief of the person beside the timeline, or no longer; False where there is no room."""

    def sync_timeline(self) -> None:
        """Brings the timeline in step with the cursor at once."""

    def visit(self, ident: str, entry: str = "", *, pages: Sequence[Opening] = (), called: str = "") -> None:
        """Goes to a person, and on to one of their entries; ``pages`` open again what one came from."""

    def filter_by(self, text: str) -> QueryError | None:
        """Shows who fits a query."""

    def cycle_sort(self) -> None:
        """Sorts in the next way."""

    def clear_marks(self) -> None:
        """Takes all marks away."""

    def toggle_mark(self, *, everyone: bool = False) -> None:
        """Marks the person under the cursor, or takes the mark away, and moves on; or all shown at once."""

    def leave(self) -> None:
        """Leaves the app."""

    def suspend(self) -> None:
        """Goes back to the shell for a while, from where ``fg`` leads here again."""

    def leave_for_demo(self) -> None:
        """Leaves the app to open it on the demo instead."""


def listed_people(host: Host) -> list[str]:
    """All marked, else the one under the cursor, readable or not; says so where that is nobody."""
    if host.marked:
        return list(host.marked)
    person = host.person()
    if person is None:
        tell_nobody(host)
        return []
    return [person.row.id]


def tell_nobody(host: Host) -> None:
    """Says that there is nobody under the cursor to act on, and what to do about it."""
    if isinstance(host.current_item(), GoalItem | MilestoneItem):
        host.set_message("this is for a person, and the cursor is on a goal: move to a person first")
        return
    begin = "move to one first" if host.people else f"{host.key('add')} adds one"
    host.set_message(f"this is for a person: {begin}")


def chosen_people(host: Host) -> list[str]:
    """The ids an action is for; [] and why where one of them has a file that cannot be read."""
    chosen = listed_people(host)
    return [] if tell_unreadable(host, chosen) else chosen


def chosen_person(host: Host) -> ListedContact | None:
    """The person under the cursor; None and why where their file cannot be read."""
    person = host.person()
    if person is None:
        tell_nobody(host)
        return None
    return None if tell_unreadable(host, [person.row.id]) else person


def tell_unreadable(host: Host, idents: Iterable[str]) -> bool:
    """Whether a file of these people cannot be read; says of the first where and why, and what goes on."""
    error = next(filter(None, map(host.people.error_of, idents)), "")
    if error:
        _say_unreadable(host, error)
    return bool(error)


def tell_unreadable_goal(host: Host, goal: GoalProgress) -> bool:
    """Whether the file of a goal cannot be read; says where and why, and what goes on."""
    if goal.is_unreadable:
        _say_unreadable(host, goal.error)
    return goal.is_unreadable


def _say_unreadable(host: Host, error: str) -> None:
    here = host.visible_actions()
    ways = {"back": "clears the marks"} if host.marked and "mark" in here else {"edit_file": "opens the file"}
    hints = [f"   {host.key(action)} {words}" for action, words in ways.items() if action in here]
    host.set_message(f"cannot be read: {error}{''.join(hints)}", wrong=True)


def tell_if_all_unreadable(host: Host, idents: Collection[str]) -> bool:
    """Whether no file of these people can be read, so that an entry with them has no place; says so."""
    return bool(idents) and all(map(host.people.error_of, idents)) and tell_unreadable(host, idents)
