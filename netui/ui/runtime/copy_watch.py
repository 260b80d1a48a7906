"""Watches copies that an editor with a window of its own may still save, after it has returned at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer

    from netui.services.editor.external_editor import EditorCopy

INTERVAL = 1.0
"""Seconds between two looks."""


class CopyWatch:
    """Looks at the copies, and calls ``take`` with one that was written and is at rest since the last look.

    ``may_take`` says whether now is a time for it, which it is not while one types.
    """

    def __init__(
        self, owner: MessagePump, take: Callable[[EditorCopy], object], may_take: Callable[[], bool]
    ) -> None:
        self._owner, self._take, self._may_take = owner, take, may_take
        self._seen: dict[EditorCopy, tuple[int, int]] = {}
        self._taken: dict[EditorCopy, tuple[int, int]] = {}
        self._timer: Timer | None = None

    def add(self, copy: EditorCopy) -> None:
        """Watches a copy from now on."""
        self._seen[copy] = copy.changed_at
        if self._timer is None:
            self._timer = self._owner.set_interval(INTERVAL, self.look)

    def look(self) -> None:
        """Looks at each copy."""
        for copy, before in list(self._seen.items()):
            now = self._seen[copy] = copy.changed_at
            if now == before and now != self._taken.get(copy) and self._may_take():
                self._taken[copy] = now
                self._take(copy)
