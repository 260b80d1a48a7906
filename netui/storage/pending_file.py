"""A file while a batch is applied in memory, before anything is written."""

from collections.abc import Sequence
from typing import Any

from netui.domain.model.changes import Change, Create, Delete, FileId
from netui.storage.errors import Conflict, EditRefused
from netui.storage.toml.document import TextChange, apply_all, decode, parse


class PendingFile:
    """One file of a batch: its bytes ``before`` and ``after`` (None: no file).

    ``document`` is ``after`` as parsed TOML, so that nobody needs to parse it again.
    """

    def __init__(self, file: FileId, before: bytes | None) -> None:
        self.file, self.before, self.after = file, before, before
        self.document: dict[str, Any] | None = None
        self.pairs: list[tuple[TextChange, TextChange]] = []
        self._whole = False

    def apply(self, changes: Sequence[Change]) -> None:
        """Applies changes of one type to ``after``; raises as :func:`~netui.storage.toml.document.apply`."""
        for change in changes:
            if isinstance(change, Create):
                if self.after is not None:
                    raise Conflict(f"{self.file} exists already; choose another name")
                self._set(change.text, parse(change.text, self.file))
                self._whole = True
            elif self.after is None:
                raise Conflict(f"{self.file} is no longer there; undo its deletion, or add it again")
            elif isinstance(change, Delete):
                self.after = self.document = None
                self._whole = True
        edits = [change for change in changes if not isinstance(change, (Create, Delete))]
        if edits and self.after is not None:
            text = decode(self.after, self.file)
            edited = apply_all(text, edits)
            if edited.text != text:
                self._set(edited.text, edited.data)
                self.pairs += edited.pairs

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
