"""Verbs of contact: recognizes ``rang``, ``ran into``, ``had a quick lunch`` and the kind each says."""

from collections.abc import Callable

from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    BEFORE_A_NOUN,
    CONTACT_NOUNS,
    CONTACT_PHRASES,
    CONTACT_VERBS,
    LIGHT_VERBS,
    PAST_VERBS,
    SENT,
    TALKS,
    WITH_OBJECT,
)
from netui.domain.natural_dates.tokens import phrase_end


class ContactVerbs:
    """Looks verbs up in the words of a line; ``is_name`` is whether a known name stands at an index."""

    def __init__(self, view: TokenView, is_name: Callable[[int], bool]):
        self._view = view
        self._is_name = is_name

    def first(self, at: int, end: int) -> tuple[int, int, str] | None:
        """The first verb of contact: its index, the index after it, and the kind it says."""
        for i in range(at, end):
            found = self.at(i, end)
            if found is not None:
                return i, found[0], found[1]
        return None

    def at(self, at: int, end: int) -> tuple[int, str] | None:
        """The index after the verb of contact at ``at``, and its kind; None for another word."""
        view = self._view
        key = view.key(at)
        stop = phrase_end(view.words, at, CONTACT_VERBS)
        if stop:
            return stop, CONTACT_PHRASES[tuple(word.key for word in view.words[at:stop])]
        if key in SENT:
            return self._sent(at, end)
        noun = self.noun(at + 1, end) if key in LIGHT_VERBS else None
        if noun is not None:
            return noun
        if key in WITH_OBJECT and at + 1 < end:
            particle = view.key(at + 1) in ("up", "off")
            return (at + 1, "meeting") if self._is_name(at + 1 + particle) else None
        if key in PAST_VERBS:
            said = view.kind_at(at)
            return (said[1], said[0]) if said is not None else None
        return None

    def noun(self, at: int, end: int) -> tuple[int, str] | None:
        """The kind that a noun says behind ``had``, ``got`` or ``went for``: ``had a quick lunch``."""
        view = self._view
        for i in range(at, min(end, at + 7)):
            key = view.key(i)
            if key in CONTACT_NOUNS:
                return i + 1, CONTACT_NOUNS[key]
            kind = view.kind_at(i)
            if kind is not None and key not in PAST_VERBS and kind[0] != "note":
                return kind[1], kind[0]
            if key in TALKS:
                return i + 1, "meeting"
            if key in ("over", "round", "around") and i > at:
                return at, "visit"
            if key == "on" and i > at and view.key(i + 1) == "the" and view.key(i + 2) in ("phone", "line"):
                return at, "call"
            if key not in BEFORE_A_NOUN and key not in AND and not self._is_name(i):
                return None
        return None

    def _sent(self, at: int, end: int) -> tuple[int, str]:
        """What was sent or given: a letter, an email, a gift, else a message."""
        view = self._view
        gave = view.key(at) == "gave"
        for i in range(at + 1, min(end, at + 7)):
            kind = CONTACT_NOUNS.get(view.key(i)) or next(iter(view.kind_at(i) or ()), "")
            if kind in ("email", "letter", "message", "gift") or (gave and kind == "call"):
                return at + 1, kind
        return at + 1, "gift" if gave else "message"
