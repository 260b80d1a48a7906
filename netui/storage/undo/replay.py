"""Undo and redo of one file: exact bytes if it is as the batch left it, else change by change."""

from collections.abc import Callable

from netui.domain.model.changes import FileId
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import Conflict
from netui.storage.toml.document import TextChange, decode, revert
from netui.storage.undo.journal import Step, digest


class ReplayStep(NamedTuple):
    """A journal step with a direction, back (undo) or forth (redo).

    ``origin`` and ``goal`` are hashes of the file's bytes; each of ``pairs`` is a change and its inverse.
    """

    file: FileId
    origin: str
    goal: str
    exact: Callable[[bytes], bytes]
    pairs: tuple[tuple[TextChange, TextChange], ...]

    @classmethod
    def back(cls, step: Step) -> "ReplayStep":
        """The step that undoes ``step``."""
        return cls(step.file, step.after, step.before, step.patch.back, step.pairs[::-1])

    @classmethod
    def forth(cls, step: Step) -> "ReplayStep":
        """The step that does ``step`` again."""
        pairs = tuple((inverse, change) for change, inverse in step.pairs)
        return cls(step.file, step.before, step.after, step.patch.forward, pairs)

    def result(self, held: bytes | None) -> bytes | None:
        """The bytes that the file must get, if it now holds ``held``; raises :class:`Conflict`."""
        present = digest(held)
        if present == self.goal:
            return held
        if present == self.origin:
            wanted = self.exact(held or b"") if self.goal else None
            if digest(wanted) != self.goal:
                raise Conflict(f"what the undo journal holds of {self.file} is damaged")
            return wanted
        if held is None:
            raise Conflict(f"{self.file} is no longer there; bring it back first")
        if not self.pairs:
            raise Conflict(f"{self.file} has been changed since; edit or delete it instead")
        text = decode(held, self.file)
        for done, opposite in self.pairs:
            text = revert(text, done, opposite)
        return text.encode()
