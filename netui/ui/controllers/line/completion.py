"""Autocompletion of the log line: people as candidates while one types, the other words by tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netui.domain.model.contact_row import fold
from netui.presentation.candidates import candidate_rows
from netui.presentation.glyphs import glyphs
from netui.services.timeline.candidates import find_candidates
from netui.ui.widgets.candidates import MOST_ROWS
from netui.ui.widgets.prompt import Completion

if TYPE_CHECKING:
    from netui.ui.controllers.host import Host

_MOST_CHOICES = 9


class LineCompleter:
    """Completes the word at the cursor of a log line."""

    def __init__(self, host: Host):
        self._host = host

    def candidates(self, line: str, cursor: int) -> Completion | None:
        """The people whom the word at the cursor may name, as the prompt shows them while one types.

        None in the text behind the colon: their room is not needed any more. Without choices before it.
        """
        from netui.domain.capture.completion import complete, is_in_text

        none = None if is_in_text(line, cursor) else Completion(cursor, cursor, ())
        for joined in (True, False):
            found = complete(line, cursor, joined=joined)
            if found is None or found.kind not in ("person", "kind"):
                return none
            if found.kind == "kind" and (len(found.prefix) < 2 or self._choices("kind", found.prefix)):
                return none
            people = find_candidates(self._host.workspace, found.prefix, MOST_ROWS)
            if people:
                rows = candidate_rows(people, self._host.today, glyphs(self._host.workspace.config.ascii))
                return Completion(found.start, found.end, [f"@{each.row.id}" for each in people], rows)
        return none

    def complete(self, line: str, cursor: int) -> Completion | None:
        """What the word at the cursor may become, the likeliest first."""
        from netui.domain.capture.completion import complete

        offered = self.candidates(line, cursor)
        if offered is not None and offered.choices:
            return offered
        found = complete(line, cursor)
        choices = self._choices(found.kind, found.prefix) if found else []
        return Completion(found.start, found.end, choices) if found and choices else None

    def _choices(self, kind: str, prefix: str) -> list[str]:
        """The completions of a prefix that are no people, each as it is written."""
        from netui.domain.capture.parse import GIFTS

        begun = fold(prefix)
        read = self._host.workspace.read
        match kind:
            case "tag":
                tags = (tag for tag in read.completion_words().tags if fold(tag).startswith(begun))
                return [f"#{tag}" for tag in tags][:_MOST_CHOICES]
            case "goal":
                return [f"^{ident}" for ident, _, _ in read.goals() if ident.startswith(begun)]
            case "got" | "gave":
                return [f"{kind}:{gift}" for gift in GIFTS if gift.startswith(begun)]
            case "from":
                return [f"from:{who}" for who in ("me", "them") if who.startswith(begun)]
            case "place":
                places = (place for place in read.completion_words().places if fold(place).startswith(begun))
                return [f"at {place}" for place in places][:_MOST_CHOICES]
            case "kind":
                return [name for name in self._host.workspace.kinds.contact if name.startswith(begun)]
        return []
