"""Autocompletion of the log line: people, tags, places and goals as candidates as one types, more by tab."""

from __future__ import annotations

from collections.abc import Container, Set
from itertools import islice
from typing import TYPE_CHECKING

from netui.domain.model.contact_row import fold
from netui.presentation.glyphs import glyphs
from netui.presentation.prompt.candidates import candidate_rows, times, word_rows
from netui.services.settings import draws_ascii
from netui.services.timeline.candidates import find_candidates
from netui.ui.widgets.candidates import MOST_ROWS
from netui.ui.widgets.prompt import Completion

if TYPE_CHECKING:
    from netui.domain.capture.model import Completion as Unfinished
    from netui.ui.controllers.host import Host

_MOST_CHOICES = 9


_COLON = "note: "


class LineCompleter:
    """Completes the word at the cursor of a log line, or of a line that is all text (``text_only``).

    Of the latter only marks are completed, those of the kinds given.
    """

    def __init__(self, host: Host, *, text_only: Container[str] | None = None):
        self._host = host
        self._text_only = text_only
        self._last: tuple[object, Completion | None] | None = None

    def candidates(self, line: str, cursor: int) -> Completion | None:
        """What the word at the cursor may become, as the prompt shows it while one types.

        None in the text behind the colon, where only marks are completed; without choices before it.
        """
        asked = (self._host.workspace.read, line, cursor)
        if self._last is None or self._last[0] != asked:
            self._last = asked, self._find(line, cursor)
        return self._last[1]

    def _find(self, line: str, cursor: int) -> Completion | None:
        from netui.domain.capture.completion import completions, is_in_text

        if self._text_only is not None:
            found = self._in_text(line, cursor)
            return found and found._replace(start=found.start - len(_COLON), end=found.end - len(_COLON))
        for unfinished in completions(line, cursor, self._leads()):
            found = self._offer(unfinished, line[unfinished.start : cursor])
            if found is not None:
                return found
        return None if is_in_text(line, cursor) else Completion(cursor, cursor, ())

    def _leads(self) -> Set[str]:
        """The words behind which somebody is named, in each language that is read."""
        from netui.domain.capture.completion import LEADS

        translator = self._host.workspace.translator
        return LEADS | translator.words_for("with", "and") if translator else LEADS

    def _in_text(self, line: str, cursor: int) -> Completion | None:
        from netui.domain.capture.completion import complete

        line, cursor = _COLON + line, len(_COLON) + cursor
        unfinished = complete(line, cursor)
        if unfinished is None or unfinished.kind not in (self._text_only or ()):
            return None
        return self._offer(unfinished, line[unfinished.start : cursor])

    def complete(self, line: str, cursor: int) -> Completion | None:
        """What the word at the cursor may become, the likeliest first."""
        from netui.domain.capture.completion import complete

        offered = self.candidates(line, cursor)
        if self._text_only is not None or (offered is not None and offered.choices):
            return offered
        found = complete(line, cursor, leads=self._leads())
        kinds = self._kinds(found.prefix) if found and found.kind == "kind" else []
        return Completion(found.start, found.end, kinds) if found and kinds else None

    def _offer(self, unfinished: Unfinished, typed: str) -> Completion | None:
        """What an unfinished word, with its mark as ``typed``, may become; None where nothing fits."""
        kind, start, end, prefix = unfinished
        if kind == "kind" and (len(prefix) < 2 or self._kinds(prefix)):
            return None
        if kind not in ("person", "kind"):
            words = self._words(kind, prefix, typed[: len(typed) - len(prefix)])
            return Completion(start, end, list(words), word_rows(words)) if words else None
        people = find_candidates(self._host.workspace, prefix, MOST_ROWS)
        if not people:
            return None
        rows = candidate_rows(
            people, self._host.today, glyphs(ascii_only=draws_ascii(self._host.workspace.config))
        )
        return Completion(start, end, [f"@{each.row.id}" for each in people], rows)

    def _words(self, kind: str, prefix: str, mark: str) -> dict[str, str]:
        """The words of a kind that begin with ``prefix``, each as it is written behind its mark, with a note.

        None once the one that fits is typed in full.
        """
        from netui.domain.capture.tokens.lexer import quote_value

        begun = fold(prefix)
        fitting = {word: note for word, note in self._known(kind).items() if fold(word).startswith(begun)}
        if list(fitting) == [prefix]:
            return {}
        mark = mark.removesuffix('"')
        written = ((quote_value(word) if mark else word, note) for word, note in fitting.items())
        return {mark + word: note for word, note in islice(written, _MOST_CHOICES)}

    def _known(self, kind: str) -> dict[str, str]:
        """All words of a kind, the most used first, each with a note."""
        from netui.domain.capture.parse import GIFTS

        read = self._host.workspace.read
        match kind:
            case "tag":
                return {tag: times(count) for tag, count in read.completion_words().tags.items()}
            case "place":
                return {place: times(count) for place, count in read.completion_words().places.items()}
            case "goal":
                return {ident: str(body.get("title", "")) for ident, body, _ in read.goals()}
            case "from":
                return {"me": "you began it", "them": "they began it"}
        return dict.fromkeys(GIFTS, "")

    def _kinds(self, prefix: str) -> list[str]:
        return [name for name in self._host.workspace.kinds.contact if name.startswith(fold(prefix))]
