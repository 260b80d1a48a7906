"""Attempts at the start of a log line: ``missed a call from Ada``, ``tried to ring Ada, no answer``.

They are read where nothing in the line says that people spoke after all: a later ``rang them back`` is the
contact, and anything else that may be one is left to the checks that ask.
"""

from netui.domain.capture.names.participants import ParticipantReader, Participants
from netui.domain.capture.outcome.denial import unanswered
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.words import BEHIND_REACHING, CONTACT_NOUNS
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import ABOUT, BESIDE_A_NAME, DASHES, DETERMINERS, WITH
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import NUMBERS, phrase_end, phrase_table, word_set

_TRYING = phrase_table(
    f"tried {verb}"
    for verb in (
        "to ring", "to call", "to phone", "to telephone", "to facetime", "to skype", "to video call",
        "to reach", "to give",
        "to get hold of", "to get through to", "to get", "ringing", "calling", "phoning", "telephoning",
        "facetiming", "skyping", "video calling", "reaching", "giving",
    )
)  # fmt: skip
_CHANNEL = ("video", "phone", "whatsapp", "facetime", "zoom", "skype", "teams", "quick")
_SESSIONS = ("zoom", "teams", "skype", "meet")
"""What somebody holds for several, so that to miss theirs is to miss a meeting."""
_FROM = ("from", "off", "by")
_TIMES = ("again", "twice", "both", "x2", "x3", "several", "earlier")
_CALLED = {"rang": "call", "called": "call", "phoned": "call", "texted": "message", "messaged": "message",
           "emailed": "email"}  # fmt: skip
_RINGS = ("ring", "call", "bell", "buzz", "shout")
_BEFORE_A_CLAUSE = ("and", "but", "i", "then", "so")
_OBJECTS = ("him", "her", "them")
_REACHED = word_set("back through finally eventually instead got returned answered picked caught")
"""Words that may tell that people spoke after all."""
_AHEAD = word_set("will i'll we'll must should need try trying asked please to he'll she'll they'll")
"""Words before ``back`` of a call that is still to come: will ring back."""
_MACHINES = word_set("voicemail vm answerphone machine mailbox voice")


class AttemptReader:
    """Reads a line that begins with an attempt, or with a missed call that was returned."""

    def __init__(
        self, view: TokenView, state: ParseState, participants: ParticipantReader, sentence: SentenceReader
    ):
        self._view, self._state = view, state
        self._participants, self._sentence = participants, sentence

    def read(self, start: int) -> int:
        """The index after the attempt at ``start``, whose words stay in the text; 0 for none."""
        view, state = self._view, self._state
        at = start
        while view.key(at) in ("i", "just", "we") and at < start + 2:
            at += 1
        group = self._missed(at) or self._tried(at)
        if group is None:
            return 0
        missed = view.key(at) != "tried"
        returned = self._returned(group.end) if missed else None
        if returned is None and self._may_have_reached(group.end):
            return 0
        at, end, kind = returned or (at, group.end, "attempt")
        state.take_group(start, group._replace(lead="from" if missed else "to"), keep=True)
        state.kind, state.typed, state.contact_from = kind, True, at
        state.sentence_from = at if returned else state.sentence_from
        return end

    def _missed(self, at: int) -> Participants | None:
        """Those whose call was missed: ``missed two calls from Ada``, ``missed Ada's call``."""
        view = self._view
        counted = view.key(at) in NUMBERS or view.key(at).isdecimal()
        at += counted
        if view.key(at) != "missed":
            return None
        owner = self._participants.owner_at(at + 1)
        noun = owner.end if owner is not None else at + 1
        while view.key(noun) in DETERMINERS | NUMBERS.keys() | {"another", "yet"} and noun < at + 4:
            noun += 1
        calls = self._behind_call(noun)
        if not calls:
            return None
        if owner is not None:
            ends = view.may_end_list(calls) or view.key(calls) in BEHIND_REACHING or view.key(calls) in _TIMES
            ends = (
                ends and view.key(calls) not in WITH | {"to", "for"} and view.key(calls - 1) not in _SESSIONS
            )
            return Participants([(at + 1, owner)], calls, "", False) if ends and not counted else None
        calls += view.key(calls) in _TIMES
        dash = calls < view.end and view.body[calls].value in DASHES
        led = view.key(calls) in _FROM or dash
        bare = not (led or view.words[calls - 1].stops)
        if calls + led >= view.end:
            return None
        group = self._listed(calls + led)
        if bare:
            apart = group is not None and view.may_end(group.end) and view.key(calls) not in WITH
            return group if apart else None
        apart = group is not None and not (dash or view.words[calls - 1].stops)
        return group if apart or (group is not None and view.may_end(group.end)) else None

    def _behind_call(self, at: int) -> int:
        """The index behind ``video call`` or ``calls`` at ``at``, else 0."""
        view = self._view
        for noun in (at, at + 1):
            found = view.kind_at(noun)
            kind = view.plural_kind(noun) or (found[0] if found is not None else "")
            kind = kind or CONTACT_NOUNS.get(view.key(noun), "")
            if view.key(noun) == "video" and view.key(noun + 1) not in ("call", "calls", "chat"):
                return 0
            if kind in ("call", "video") and not (noun == at and view.key(noun + 1) in ("call", "calls")):
                return found[1] if found is not None else noun + 1
            if view.key(noun) not in _CHANNEL:
                return 0
        return 0

    def _tried(self, at: int) -> Participants | None:
        """Those whom one tried to call."""
        view = self._view
        end = phrase_end(view.words, at, _TRYING)
        if view.key(at) == "tried" and not end:
            group = self._listed(at + 1) if at + 1 < view.end else None
            rest = range(group.end, view.end) if group is not None else ()
            return group if any(unanswered(view, i) for i in rest) else None  # tried Ada twice, engaged
        if not end or end >= view.end:
            return None
        verb = view.key(end - 1)
        if verb not in ("get", "give", "giving"):
            return self._listed(end)
        group = self._participants.read_list(end, view.end, "attempt", "kind")
        after = group.end if group is not None else view.end
        phoned = verb == "get" and view.key(after) in ("on", "by") and view.channel_at(after) == "call"
        rung = verb != "get" and view.key(after) in DETERMINERS and view.key(after + 1) in _RINGS
        if group is None or not (phoned or rung):
            return None
        return group._replace(end=after + 2 * rung)

    def _listed(self, at: int) -> Participants | None:
        view = self._view
        group = self._participants.read_list(at, view.end, "attempt", "kind")
        if group is None or any(named.person is None for _, named in group.names):
            return None
        after = group.end
        if view.key(after) in _TIMES:
            return group._replace(end=after + 1)
        ends = view.may_end_list(after) or view.key(after) in BEHIND_REACHING | BESIDE_A_NAME
        return group if ends else None

    def _returned(self, at: int) -> tuple[int, int, str] | None:
        """Where a clause behind ``at`` begins that says one called back, the index after it, and its kind."""
        view = self._view
        for i in range(at, view.end - 1):
            kind = _CALLED.get(view.key(i))
            if kind is not None and (view.words[i - 1].stops or view.key(i - 1) in _BEFORE_A_CLAUSE):
                behind = self._sentence.subject(i + 1, view.end)[1]
                behind += view.key(behind) in _OBJECTS
                back = view.key(behind) == "back" or (behind > i + 1 and view.key(behind) == "instead")
                return (i, behind + 1, kind) if back else None
            told = view.key(i) in ("spoke", "talked") and view.key(i + 1) in WITH | {"to"}
            if told and view.key(i + 2) in _OBJECTS and view.words[i - 1].stops:
                return i, i + 3, "call"
            day = view.read(i)
            other = day is not None and (day.value is None or day_of(day.value) != view.today)
            if other or self._sentence.name_at(i) is not None:
                return None
        return None

    def _may_have_reached(self, at: int) -> bool:
        """Whether something behind ``at`` may say that people spoke, or names somebody else."""
        view, topic = self._view, False
        while at < view.end:
            topic = (topic and not view.words[at - 1].stops) or view.key(at) in ABOUT - {"on", "for"}
            nobody = unanswered(view, at, first=True)
            if nobody:
                at = nobody
                continue
            named = view.is_at(at) or (self._sentence.name_at(at) is not None and at not in self._state.named)
            reached = view.key(at) in _REACHED and not self._is_denied(at)
            if named or (reached and not topic) or self._sentence.verbs.at(at, view.end) is not None:
                return True
            at += 1
        return False

    def _is_denied(self, at: int) -> bool:
        """Whether a word at ``at`` says no such thing: ``will ring back``, ``got the machine``."""
        view = self._view
        if view.key(at - 1) in ("neither", "nobody", "none", "never", "not"):
            return True
        if view.key(at) == "got":
            return not _MACHINES.isdisjoint(view.key(i) for i in range(at + 1, at + 4))
        return view.key(at) == "back" and not _AHEAD.isdisjoint(view.key(i) for i in range(at - 3, at))
