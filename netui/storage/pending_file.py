"""A file while a batch is applied in memory, before anything is written."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from netui.domain.model.changes import Change, Create, Delete, FileId, ReplaceText, Restore
from netui.storage.errors import Conflict, EditRefused
from netui.storage.toml.document import TextChange, apply_all, decode, parse

if TYPE_CHECKING:
    from netui.domain.model.conflict import Clash


class PendingFile:
    """One file of a batch: its bytes ``before`` and ``after`` (None: no file).

    ``document`` is ``after`` as parsed TOML, so that nobody needs to parse it again. ``clashes`` is what
    the batch leaves as it was; ``trash`` the name in the trash from which the file comes back.
    """

    def __init__(
        self,
        file: FileId,
        before: bytes | None,
        today: date,
        is_in_trash: Callable[[FileId], bool] = lambda _: False,
    ) -> None:
        self.file, self.before, self.after = file, before, before
        self.document: dict[str, Any] | None = None
        self.pairs: list[tuple[TextChange, TextChange]] = []
        self.clashes: list[Clash] = []
        self._today, self._is_in_trash = today, is_in_trash
        self.trash = ""
        self._whole = False

    def apply(self, changes: Sequence[Change]) -> None:
        """Applies changes of one type to ``after``; raises as :func:`~netui.storage.toml.document.apply`."""
        for change in changes:
            if isinstance(change, Restore):
                self._restore(change)
            elif isinstance(change, Create):
                if self.after is not None:
                    raise Conflict(f"{self.file} exists already; choose another name")
                self._set(change.text, parse(change.text, self.file))
                self._whole = True
            elif self.after is None:
                raise Conflict(f"{self.file} is no longer there: {self._fate()}")
            elif isinstance(change, Delete):
                self.after = self.document = None
                self._whole = True
        edits = [change for change in changes if not isinstance(change, (Create, Delete, Restore))]
        if edits and self.after is not None:
            self._edit(decode(self.after, self.file), edits)

    def _fate(self) -> str:
        """What became of a file that is not there, and what brings it back."""
        if self._is_in_trash(self.file):
            return "it is in the trash; bring it back from there, or undo its deletion"
        return "another program deleted or renamed it; put it back, or add it again"

    def _edit(self, text: str, edits: Sequence[TextChange]) -> None:
        if any(getattr(change, "seen", None) not in (None, ()) for change in edits):
            from netui.storage.toml.rebase import rebase

            seen = [change for change in edits if not isinstance(change, ReplaceText)]
            rebased = rebase(parse(text, self.file), seen, self._today)
            edits = rebased.changes
            self.clashes += rebased.clashes
        for _, run in groupby(edits, type):
            edited = apply_all(text, list(run))
            if edited.text != text:
                text = edited.text
                self._set(text, edited.data)
                self.pairs += edited.pairs

    def _restore(self, change: Restore) -> None:
        if self.after != change.before:
            fate = "exists already" if change.before is None else "has been changed since; look again"
            raise Conflict(f"{self.file} {fate}")
        self.after, self.trash, self.document, self._whole = change.after, change.trash, None, True

    def _set(self, text: str, document: dict[str, Any] | None) -> None:
        try:
            data = text.encode()
        except UnicodeEncodeError as error:
            raise EditRefused(f"{self.file}: the text holds half a character; type it again") from error
        decode(data, self.file)
        self.after, self.document = data, document

    @property
    def replayable(self) -> tuple[tuple[TextChange, TextChange], ...]:
        """Changes with inverses, for undo in a file changed since; none if it was created or deleted."""
        return () if self._whole else tuple(self.pairs)
