"""Introductions at the start of a log line: ``put Ada in touch with Tom``, ``Grace intro'd me to Ada``.

Whoever was introduced to whom, and whoever introduced the writer, is in the entry.
"""

from netui.domain.capture.names.participants import ParticipantReader, Participants
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import AND, DASHES, INTRODUCING, WITH
from netui.domain.natural_dates.tokens import word_set

_NAMED_ALONE = ("introduced", "intro'd", "introed", "introd")
_BEFORE = word_set("i we i've we've have just also finally")
_WRITER = ("me", "us")
_LONGEST = 8
"""Words before the verb that may be those who introduced the writer, at most."""


class IntroductionReader:
    """Reads a line that begins with an introduction."""

    def __init__(
        self, view: TokenView, state: ParseState, participants: ParticipantReader, sentence: SentenceReader
    ):
        self._view, self._state = view, state
        self._participants, self._sentence = participants, sentence

    def read(self, start: int) -> int:
        """The index after the introduction at ``start``, else 0; its words stay, but for ``intro'd``."""
        view, at = self._view, start
        while view.key(at) in _BEFORE and at < start + 3:
            at += 1
        if view.key(at) not in INTRODUCING:
            return self._by_others(start)
        first = self._listed(at + 1, "kind")
        if first is None or any(named.person is None for _, named in first.names):
            return 0
        joint = view.key(at) in _NAMED_ALONE or self._is_in_touch(first.end)
        second = self._joined(at, first.end)
        behind = first.end + 2 * self._is_in_touch(first.end)
        if second is None and not (len(first.names) > 1 and (joint or view.key(at) != "put")):
            return 0
        names = [*first.names, *(second.names if second is not None else ())]
        end = second.end if second is not None else behind
        keep = view.kind_at(at) is None
        return self._take(at, at, Participants(names, end, "", False), keep=keep)

    def _by_others(self, start: int) -> int:
        """The index after ``Grace put me in touch with Ada`` at ``start``, else 0."""
        view = self._view
        if not any(view.key(i) in INTRODUCING for i in range(start + 1, start + _LONGEST)):
            return 0
        others, verb = self._sentence.subject(start, view.limit)
        if not others or view.key(verb) not in INTRODUCING or view.key(verb + 1) not in _WRITER:
            return 0
        met = self._joined(verb, verb + 2)
        if met is None:
            return 0
        return self._take(verb, start, Participants([*others, *met.names], met.end, "", False), keep=True)

    def _take(self, verb: int, at: int, group: Participants, *, keep: bool) -> int:
        state = self._state
        state.take_group(at, group, keep=keep)
        state.kind, state.typed = "intro", True
        state.sentence_from = state.contact_from = verb
        return group.end

    def _joined(self, verb: int, at: int) -> Participants | None:
        """Those behind ``to``, ``in touch with`` or an arrow at ``at``."""
        view = self._view
        put = view.key(verb) == "put"
        touch = 2 * self._is_in_touch(at)
        if put and not touch:
            return None
        at += touch or (view.key(at) == "up" and not view.words[at].stops)
        led = view.key(at) in WITH | {"to"} or (view.key(at) in AND and not put)
        led = led or (at < view.end and view.body[at].value in DASHES and "intro" in view.key(verb))
        return self._listed(at + 1, "and") if led and at + 1 < view.end else None

    def _listed(self, at: int, lead: str) -> Participants | None:
        return self._participants.read_list(at, self._view.end, "meeting", lead)

    def _is_in_touch(self, at: int) -> bool:
        return (self._view.key(at), self._view.key(at + 1)) == ("in", "touch")
