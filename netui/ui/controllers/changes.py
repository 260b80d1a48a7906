"""Changes from the screen: apply one, say what it did and how to undo it; undo, redo and the trash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from netui.services.errors import CannotReplay, FieldErrors, Refused, StoreError
from netui.services.workspace import Workspace
from netui.ui.controllers.host import chosen_person

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.services.workspace import Done, Progress
    from netui.ui.controllers.host import Host


MANY = 30
"""Of so many files on, a change is saved in a thread, while the keys are answered."""
BUSY = "many files are still being saved; do it again once they are"


class _TooMany(Exception):
    """More files than are saved while a key waits; nothing was done."""

    def __init__(self, files: int):
        super().__init__(files)
        self.files = files


def apply_change(
    host: Host, make: Callable[[], Batch], *, then: str = "", failed: Callable[[], object] | None = None
) -> str:
    """Makes a change and applies it; returns why it could not be done, "" when it was done.

    What is wrong in the fields of a form is raised as FieldErrors. A change of many files is saved in a
    thread, where ``failed`` keeps what was typed if that cannot be done.

    ``then`` is said of it instead of its own label.
    """
    try:
        if host.is_saving:
            raise Refused(BUSY)
        batch = make()
        files = len({change.file for change in batch.changes})
        if files >= MANY:
            host.save_aside(files, partial(_apply_aside, batch, then or batch.label, failed))
            return ""
        done = host.workspace.apply(batch)
    except FieldErrors:
        raise  # the form shows each at its field
    except (Refused, StoreError, ValueError) as error:
        host.set_message(str(error), wrong=True)
        return str(error)
    say_done(host, then or batch.label, done)
    return ""


def _apply_aside(
    batch: Batch, words: str, failed: Callable[[], object] | None, twin: Workspace, progress: Progress
) -> Callable[[Host], object]:
    try:
        done = twin.apply(batch, progress)
    except StoreError as error:
        return partial(_say_unsaved, f"not saved: {words}: {error}", failed)
    return lambda host: say_done(host, words, done)


def _say_unsaved(words: str, failed: Callable[[], object] | None, host: Host) -> None:
    if failed:
        failed()
    host.set_message(words, wrong=True)


def say_done(host: Host, words: str, done: Done) -> None:
    """Shows a change, says what it was, who has gone quiet by it, and the key that undoes it.

    Marks are for one act: they go once anyone marked was changed.
    """
    if not host.marked.keys().isdisjoint({*done.touched.changed, *done.touched.gone}):
        host.marked.clear()
    quiet = show_done(host, done)
    back = "undo is off" if host.workspace.undo_problem else f"{host.key('undo')} takes it back"
    if done.clashes:
        from netui.domain.model.conflict import clash_words

        words = "; ".join(clash_words(done.clashes, host.workspace.name))
        settle = f"   {host.key('conflicts')} settles" if any(c.is_kept for c in done.clashes) else ""
        host.set_message(f"{words}{settle}", wrong=True)
        return
    said = [words, f"{quiet}; {back}" if quiet else back, *done.notes]
    host.set_message("   ".join(said))


def show_done(host: Host, done: Done) -> str:
    """Shows a change in every pane; returns words on who has gone quiet by it, "" for nobody."""
    from netui.services.reminders.notifications import quiet_after_action

    if host.workspace.undo_problem:
        host.show_toast(f"saved, but undo is off: {host.workspace.undo_problem}", replace=True)
    changed = done.touched.changed
    before = {ident: known.status.state for ident in changed if (known := host.people.get(ident))}
    host.apply_result(done)
    people = host.people
    return quiet_after_action(host.workspace, before, [p for ident in changed if (p := people.get(ident))])


class HistoryController:
    """Undo and redo, of whoever made the change."""

    def __init__(self, host: Host):
        self._host = host
        self._asked = 0
        """The change of which it was asked whether to pass over it."""

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"undo": self.undo, "redo": self.redo}

    def undo(self) -> None:
        """Takes back the last change; asks before it passes over one that cannot be taken back."""
        self._replay(Workspace.undo, "undo", "undid")

    def redo(self) -> None:
        """Does the last change that was undone again."""
        self._replay(Workspace.redo, "redo", "did again")

    def _replay(
        self, step: Callable[[Workspace, int, Progress], Done | None], action: str, word: str
    ) -> None:
        host = self._host
        if host.is_saving:
            host.set_message(BUSY, wrong=True)
            return
        asked, self._asked = self._asked, 0

        def replay(workspace: Workspace, progress: Progress) -> Callable[[Host], object]:
            try:
                done = step(workspace, asked, progress)
            except CannotReplay as error:
                return partial(self._ask, action, error)
            except StoreError as error:
                return partial(_say_unsaved, str(error), None)
            return partial(_show_replayed, action, word, done)

        try:
            show = replay(host.workspace, _refuse_many)
        except _TooMany as many:
            host.save_aside(many.files, replay)
        else:
            show(host)

    def _ask(self, action: str, error: CannotReplay, host: Host) -> None:
        """Says what cannot be done, and that the same key passes over it."""
        self._asked = error.number
        on = f"goes on to “{error.following}”" if error.following else "passes over it"
        why = f" ({error.reason})" if error.reason else ""
        host.set_message(f"“{error.label}” {error.fate}; {host.key(action)} again {on}{why}", wrong=True)


def _refuse_many(_: int, total: int) -> None:
    if total >= MANY:
        raise _TooMany(total)


def _show_replayed(action: str, word: str, done: Done | None, host: Host) -> None:
    if done is None:
        host.apply_result(None, nothing=f"nothing to {action}")
        return
    quiet = show_done(host, done)
    host.reveal_changes(done)
    host.set_message("   ".join(filter(None, [f"{word}: {done.label}", quiet, *done.notes])))


class TrashController:
    """Brings back what was deleted; tells how somebody is forgotten for good."""

    def __init__(self, host: Host):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"trash": self.bring_back, "forget": self.tell_forget}

    def bring_back(self) -> None:
        """Asks which of the deleted files to bring back."""
        from netui.services.transfer.trash import list_trash, restore_trashed

        host = self._host
        trashed = {each.name: each for each in list_trash(host.workspace)}
        if not trashed:
            host.set_message("the trash is empty")
            return

        def chosen(name: str | None) -> None:
            if name is not None:
                apply_change(host, lambda: restore_trashed(host.workspace, trashed[name]))

        notes = {name: f"deleted {each.when:%Y-%m-%d %H:%M}" for name, each in trashed.items()}
        choices = [(name, each.title, notes[name]) for name, each in trashed.items()]
        host.choose("bring back whom, or what?", choices, chosen)

    def tell_forget(self) -> None:
        """Copies the command that forgets the person under the cursor: it rewrites what the app has open."""
        host = self._host
        person = chosen_person(host)
        if person is None:
            return
        from shlex import quote

        command = f"netui forget {quote(person.row.id)}"
        host.copy_text(command)
        host.set_message(f"copied: {command}   leave ({host.key('quit')}) and run it; it asks first")
