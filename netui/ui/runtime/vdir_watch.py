"""Keeps the network in step with a vdir folder while the app runs, and says what an exchange did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer

    from netui.services.vdir.child import Signature
    from netui.services.workspace import Workspace
    from netui.ui.runtime.background import BackgroundTasks

INTERVAL = 5.0
"""Seconds between two looks at the folder: a look is one ``scandir``."""


class VdirWatch:
    """Exchanges whenever a card or a contact changed; ``tell`` says what came of it, each thing once."""

    def __init__(
        self, owner: MessagePump, tasks: BackgroundTasks, workspace: Workspace, tell: Callable[[str], object]
    ) -> None:
        self._owner, self._tasks, self._workspace, self._tell = owner, tasks, workspace, tell
        self._timer: Timer | None = None
        self._seen: Signature | None = None
        self._is_busy = False
        self._told: set[str] = set()

    def start(self) -> None:
        """Begins to look, if the settings name a folder."""
        if self._workspace.config.vdir.path and self._timer is None:
            self._timer = self._owner.set_interval(INTERVAL, self.look)
            self.look()

    def look(self) -> None:
        """Exchanges in the background if anything changed since the last exchange."""
        if not self._is_busy:
            self._is_busy = True
            self._tasks.submit(self._exchange, self._take)

    def _exchange(self) -> Mapping[str, Any] | None:
        from netui.services.vdir.child import run_exchange, signature

        try:
            if signature(self._workspace) == self._seen:
                return None
            found = run_exchange(self._workspace)
            self._seen = signature(self._workspace)
            return found
        finally:
            self._is_busy = False

    def _take(self, found: Mapping[str, Any]) -> None:
        for text in sentences(found):
            if text not in self._told:
                self._tell(text)
        self._told = set(sentences(found))


def sentences(found: Mapping[str, Any]) -> list[str]:
    """What the document of an exchange says that one should know."""
    if refused := found.get("refused"):
        return [f"vdir: {refused}"]
    said = []
    for key, words in (
        ("vanished", "gone from the folder: netui vdir asks about them"),
        ("conflicts", "changed on both sides: = settles them"),
        ("rejected", "not taken: netui vdir says why"),
    ):
        if count := len(found[key]):
            said.append(f"vdir: {count} {'card' if count == 1 else 'cards'} {words}")
    return said
