"""The result of a refresh of the index: which contacts and goals changed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netui.domain.model.folders import CONTACTS, GOALS
from netui.domain.named_tuple import NamedTuple

if TYPE_CHECKING:
    from netui.storage.files.transaction import Written


class Refreshed(NamedTuple):
    """What a refresh found: ids of contacts that are new or changed, of those gone; whether goals changed."""

    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    goals: bool = False

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.goals)

    @classmethod
    def of(cls, files: "Iterable[Written]") -> "Refreshed":
        """That these files were written or removed."""
        contacts = [(each.file.stem, each.data) for each in files if each.file.folder == CONTACTS]
        return cls(
            tuple(stem for stem, data in contacts if data is not None),
            tuple(stem for stem, data in contacts if data is None),
            any(each.file.folder == GOALS for each in files),
        )
