"""Autocompletion in forms: the people, tags, goals, places or kinds that a field may name, as one types."""

from __future__ import annotations

import re

from textual.suggester import Suggester

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.domain.text.lists import SEPARATORS
from netui.services.timeline.candidates import name_candidates
from netui.services.workspace import Workspace
from netui.ui.screens.shared.form_fields import Field

QUERY = "query"
"""What a field names that holds a query: tags, goals, kinds and roles, each by its sign."""
_SIGNS = {"#": "tag", "^": "goal", "kind:": "kind", "role:": "role"}
_SIGNED = re.compile(r"[-(]*(#|\^|kind:|role:)")


class FieldCandidates(NamedTuple):
    """What the last item of a field may become, the likeliest first; ``prefix`` is what was typed of it."""

    prefix: str
    words: tuple[str, ...]

    @property
    def ending(self) -> str:
        """The letters that the first one adds to what was typed; "" where it does not begin so."""
        first = self.words[0] if self.words else ""
        return first[len(self.prefix) :] if fold(first).startswith(fold(self.prefix)) else ""


def field_candidates(workspace: Workspace, field: Field, text: str) -> FieldCandidates:
    """Candidates for the last item of ``text``, for nothing yet typed none."""
    prefix = _last_item(field, text)
    what = _named(field, text)
    words = name_candidates(workspace, what, prefix) if what and prefix else []
    return FieldCandidates(prefix, () if words == [prefix] else tuple(words))


def with_candidate(field: Field, text: str, word: str) -> str:
    """``text`` with ``word`` in the place of its last item."""
    prefix = _last_item(field, text)
    return text[: len(text) - len(prefix)] + word


def _last_item(field: Field, text: str) -> str:
    """What is typed of the last item, without the sign before it."""
    if field.names == QUERY:
        return _SIGNED.sub("", text.rpartition(" ")[2])
    typed = text.rpartition(SEPARATORS.get(field.key, ","))[2] if field.several else text
    return typed.lstrip().lstrip("#^@")


def _named(field: Field, text: str) -> str:
    """What the last item names: in a query that is said by its sign or field, "" for free words."""
    if field.names != QUERY:
        return field.names
    found = _SIGNED.match(text.rpartition(" ")[2])
    return _SIGNS.get(found[1], "") if found else ""


class CandidateCycle:
    """Puts one candidate after the other in the place of what was typed, and what was typed behind them."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def following(self, workspace: Workspace, field: Field, text: str) -> str:
        """What comes in the place of ``text``: the next candidate of the round it is in, or of a new one."""
        if text not in self._texts:
            words = field_candidates(workspace, field, text).words
            if not _last_item(field, text):  # nothing typed: those lately seen, the usual kinds
                words = tuple(name_candidates(workspace, _named(field, text), ""))
            self._texts = [*(with_candidate(field, text, word) for word in words), text]
        return self._texts[(self._texts.index(text) + 1) % len(self._texts)]


class FieldSuggester(Suggester):
    """Shows how the word being typed goes on; the right arrow takes it."""

    def __init__(self, workspace: Workspace, field: Field):
        super().__init__(use_cache=False, case_sensitive=True)
        self._workspace, self._field = workspace, field

    async def get_suggestion(self, value: str) -> str | None:
        """The text with its last item completed by the first candidate that begins so."""
        ending = field_candidates(self._workspace, self._field, value).ending
        return value + ending if ending else None
