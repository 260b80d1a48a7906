"""Outcome of a plan: a clause beside a meeting that says it fell through, is still to come or was unanswered.

Such a clause is read whole: who or what (``they``, ``the bus``), helping verbs (``had to``), what went wrong
(``cancel``), and what may follow that (``on me``, ``until Friday``). Any further word makes it text:
``cancelled a subscription`` is news. It is asked about, as it need not be of this meeting.
"""

from collections.abc import Iterator
from itertools import islice

from netui.domain.capture.model import name_key
from netui.domain.capture.outcome.cues import has_cue
from netui.domain.capture.outcome.denial import denied, fell_through, is_closed, unanswered
from netui.domain.capture.outcome.words import (
    AGAIN,
    ATTEMPTED,
    CALL_BACK,
    CAUSES,
    DECIDED,
    DENIED,
    DEPENDANTS,
    DEPENDED_ON,
    ENDINGS,
    FAILED,
    GONE,
    HOPES,
    LATE_PAST,
    LEADS,
    LINES,
    MACHINES,
    MISTAKEN,
    NO_LINE,
    NONE_OF,
    NOT_IN,
    OPEN,
    PUT_TO,
    REASONS,
    STATUSES,
    STOOD_IN,
    SUITS,
    TAILS,
    UNSENT,
)
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.negation_words import ARRANGING, DENIALS, NEGATED, NOTHING, STAND_INS
from netui.domain.capture.sentence.words import PAST_FORMS, PAST_VERBS, THIRD_PERSON
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ABOUT,
    ADDRESSED,
    ANSWERED,
    BOOKED,
    COMMON_WORDS,
    DASHES,
    DETERMINERS,
    POSSESSIVES,
    RELATIONS,
    WRITTEN,
)
from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.tokens import MONTHS, phrase_end, word_set

_LONGEST = 9
"""Words of a clause that says no more than what became of a plan."""
_DASHES = DASHES | {"/"}
_TOPIC_LEADS = ABOUT | {"regarding", "concerning", "abt", "at", "in", "near", "over", "after", "before"}
_SPOKEN_OF = ("about", "re", "abt", "regarding", "concerning")
_HANGING = ("hold", "ice", "limbo")
"""Behind "on" or "in", what a plan is left in."""
_RECORDERS = ("voicemail", "voicemails", "vm", "mailbox", "answerphone", "machine", "ansaphone")
_SUBJECTS = ("i", "we", "he", "she", "they", "it")
_DID_INSTEAD = ("had", "ate", "watched", "talked", "chatted", "walked", "played", "drank")
"""Words of what people did together all the same."""
_THOUGHT = ("might", "may", "could", "hopes", "hope", "plans", "plan", "thinks", "considers")
"""Verbs of what somebody has in mind."""
_UNDONE = word_set("""
    skipped cancelled canceled called left postponed moved rescheduled rebooked gave didn't couldn't never
    scrapped dropped decided abandoned agreed had
""")
"""Verbs behind "so we" with which nothing took place."""
_TELLS = frozenset(("no", "just", "only", "i", "we", "had", "both", "still", "now"))
"""Words with which a clause begins that tells what was said, or who was there."""
_PRESENT = word_set("is are has have will won't can can't isn't aren't doesn't don't hasn't haven't")
"""Verbs of news: what kept one from meeting is told in the past."""
_IS = ("he's", "she's", "they're")
_ILL = ("ill", "sick", "poorly", "unwell")
_BY = ("by", "of", "on", "with", "from")
_SETTLED = ("in", "into", "out", "house", "home", "here", "there", "away", "abroad")
_TIMES = ("to", "till", "until", "for", "by", "from", "on", "in")


class Outcome(NamedTuple):
    """A clause from ``start`` to ``end``; ``attempted`` is whether it says that nobody answered."""

    start: int
    end: int
    attempted: bool = False


class OutcomeReader:
    """Reads clauses beside a meeting; each method returns the index after what it found, else 0."""

    def __init__(self, view: TokenView, state: ParseState):
        self._view = view
        self._state = state
        keys = (key for person in state.people for key in name_key(person.name).split(" "))
        self._met = frozenset(keys)

    def find(self, at: int) -> Outcome | None:
        """Such a clause at ``at``, where the text begins, behind its topic, or before the kind."""
        state, view = self._state, self._view
        topic = view.key(state.last_person + 1) in _SPOKEN_OF and state.last_person + 1 < view.limit
        for start in self._starts(at):
            attempted = self._attempt(start) if state.kind in ANSWERED else 0
            told = topic and start >= view.limit  # rang Ada re the minibus: booked
            told = told or (state.kind in ADDRESSED and start >= view.limit)  # texted Ada: can't come
            end = attempted or (0 if told else self._outcome(start))
            if end and not start <= state.contact_from < end:  # out with Ada last night
                return Outcome(start, end, attempted > 0)
        first = state.sentence_from
        end = self._outcome(first) if first <= state.contact_from and first not in state.named else 0
        return Outcome(first, end) if 0 < end <= state.contact_from else None

    def _starts(self, at: int) -> Iterator[int]:
        """The first two clauses of the text at ``at``, one behind its topic, and one behind a last dash."""
        view = self._view
        if at >= view.end:
            return
        led = view.key(at) in _TOPIC_LEADS | {"on"} and view.key(at + 1) not in _HANGING
        if not led or self._is_apart(at):
            yield at
            yield from self._second_clause(at)
        behind = range(at + 1, view.end)
        if led:
            due = (i for i in behind if self._is_apart(i) or view.key(i) == "but")
            yield from (i for i in islice(due, 1) if view.key(i) != "due")  # re the invoice (due 30/06)
        dashes = [i for i in range(at + 1, view.limit) if view.body[i - 1].value in DASHES]
        yield from dashes[-1:]  # Ada - board games - tbc

    def _second_clause(self, at: int) -> Iterator[int]:
        """The clause behind a comma that follows a first one about a cause: ``on call, had to drop it``."""
        view = self._view
        end = self._clause_end(at)
        end += view.body[min(end, view.end - 1)].value in _DASHES
        told = view.key(at) in THIRD_PERSON | _TELLS or view.key(end) == "due"
        bracket = end < view.end and view.sign(end) == "("
        if 0 < end < view.end and not (told or bracket):
            yield end

    def _is_apart(self, at: int) -> bool:
        """Whether a clause begins at ``at``: behind a stop, a dash or a bracket, or on a line of its own."""
        view = self._view
        if view.starts_line(at) or view.sign(at) in "([{*~":
            return True
        return view.words[at - 1].stops or view.body[at - 1].value in _DASHES

    def _clause_end(self, at: int) -> int:
        """The index after the clause at ``at``; 0 for a long one."""
        view = self._view
        for i in range(at, min(at + _LONGEST, view.end)):
            if is_closed(view, i + 1) or view.body[i + 1].value in _DASHES:
                return i + 1
        return 0

    # ------------------------------------------------------------------ it fell through, or is to come

    def _outcome(self, start: int) -> int:
        """The index after a clause at ``start`` that is only what became of a plan: ``had to cancel``."""
        view = self._view
        end = self._clause_end(start)
        if not end or self._is_news(start, end) or self._is_of_others(start, end):
            return 0
        first = start + (view.key(start) in ("but", "so", "and", "then", "only"))
        if self._is_hope(first, end) or self._ends_alone(first, end):
            return end
        if self._names_day(first, end) or self._has_cue(first, end):
            return end
        so = next((i + 1 for i in range(first + 1, end - 1) if view.key(i) in ("so", "hence")), 0)
        if so and "we" not in {view.key(i) for i in range(so, end)} and self._is_whole(so, end):
            return end  # felt rough so stayed home
        joint = next((i for i in range(first + 1, end - 1) if view.key(i) == "and"), 0)
        alone = {"we", "us"}.isdisjoint(view.key(i) for i in range(start, end))
        if joint and alone and (self._is_whole(first, joint) or self._is_whole(joint + 1, end)):
            return end  # overslept and missed it
        return end if self._is_whole(start, end) else 0

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether a clause is only who or what, helping verbs, what went wrong, and what may follow that."""
        for begin in range(start, min(start + 6, end)):
            if self._view.key(begin) == "moved" and self._view.key(begin + 1) in _SETTLED:
                return False  # lunch with Ada, moved in on the 28th
            if self._says_so(begin, end):
                return True
            if self._view.key(begin) not in LEADS and self._view.key(begin) not in self._met:
                return False
        return False

    def _is_news(self, start: int, end: int) -> bool:
        """Whether a clause says how somebody is who was met: ``rang Ada, they're ill``."""
        view = self._view
        verb = view.key(self._state.contact_from)
        past = verb in PAST_VERBS | PAST_FORMS or (verb.endswith("ed") and len(verb) > 3)
        return past and view.key(start) in _IS and view.key(end - 1) in _ILL and end - start <= 3

    def _is_of_others(self, start: int, end: int) -> bool:
        """Whether a clause tells of somebody or something else: ``his sister doesn't answer``."""
        view = self._view
        if view.key(start) in _SUBJECTS and view.key(start + 1) in _THOUGHT:
            return self._state.kind in WRITTEN | {"video"}  # call with Ada: they might drop out
        if self._is_other(start + (view.key(start) in ("but", "though", "although"))):
            return True
        if view.key(start) not in POSSESSIVES | DETERMINERS:
            return False
        for i in range(start + 1, min(start + 4, end)):
            if view.key(i) in _PRESENT:
                return i > start + 1
            if view.key(i) in DEPENDED_ON or view.kind_at(i) is not None:
                return False
        return False

    def _is_other(self, at: int) -> bool:
        """Whether a clause at ``at`` is about somebody known who was not met: ``Tom couldn't make it``."""
        view = self._view
        capital = at < view.end and view.body[at].value[:1].isupper()
        met = (*self._state.people, *self._state.present)
        known = view.key(at) in {key for person in met for key in name_key(person.name).split(" ")}
        return capital and not known and view.is_name(at) and not view.is_owned(at)

    def _is_hope(self, at: int, end: int) -> bool:
        """Whether a clause says that a plan is still to come: ``fingers crossed``, ``if they're free``."""
        view = self._view
        hoped = phrase_end(view.words, at, HOPES) if self._state.kind not in WRITTEN - {"call"} else 0
        if hoped or end - at > 5:
            return hoped > 0 and end - hoped <= 2
        subject, _, verb = view.key(at + 1).partition("'")
        if subject in _SUBJECTS and (view.key(at) in OPEN or view.key(at) in ("when", "once")):
            return view.key(at) in OPEN or verb in ("s", "re", "m") or view.key(at + 2) in ("is", "are", "am")
        arranged = view.key(end - 1).endswith(("ing", "ed"))
        named = view.key(at) in LEADS | {"to", "needs", "need", "needing"}
        return arranged and named and (view.key(end - 2) == "be" or view.key(at) in ("needs", "need"))

    def _ends_alone(self, at: int, end: int) -> bool:
        """Whether a clause of the writer ends in ``on my own``, ``instead`` or the like."""
        view = self._view
        if self._state.kind in ADDRESSED or view.key(at) in THIRD_PERSON | DETERMINERS | {"we", "us"}:
            return False
        ends = any(phrase_end(view.words, i, ENDINGS) == end for i in range(at, end))
        return ends and not view.is_name(at)  # which looks through all names, so last

    def _names_day(self, at: int, end: int) -> bool:
        """Whether a clause puts a plan to another day: ``Friday suits them``."""
        told = self._state.kind in WRITTEN | {"video"}  # a call: tomorrow works for them
        day = self._view.read(at) if at < end and not told else None
        return day is not None and phrase_end(self._view.words, day.end, SUITS) == end

    def _has_cue(self, at: int, end: int) -> bool:
        """Whether a short clause holds a cue that there was no meeting, or says that one waited in vain."""
        view = self._view
        if view.key(at) == "waited" and view.key(end - 1) in ("left", "home", "up", "vain", "came"):
            return True
        kind = self._state.kind
        if kind not in WRITTEN | {"video"}:
            return self._holds_cue(at, end, "visit" if kind == "visit" else "meeting")
        return False

    def _set_out(self) -> bool:
        """Whether the verb says that the writer called, went or wrote, and not only that it was meant."""
        verb = self._view.key(self._state.contact_from)
        return verb in PAST_VERBS or (verb.endswith("ed") and verb not in BOOKED)

    def _holds_cue(self, at: int, end: int, group: str) -> bool:
        if self._set_out():
            group = {"call": "called", "visit": "visited"}.get(group, group)
        return has_cue((self._view.key(i) for i in range(at, end)), group) and not self._goes_on(at, end)

    def _goes_on(self, at: int, end: int) -> bool:
        """Whether it is told what they did all the same: ``was full, went to the Crown``, ``so we sat``."""
        view = self._view
        done = end + (view.key(end) in ("so", "but", "and", "then", "instead", "just", "only", "still"))
        together = any(view.key(i) in ("we", "us") for i in range(end, min(end + 4, view.end)))
        so = any(
            view.key(i) == "so" and view.key(i + 1) in ("we", "us") and view.key(i + 2) not in _UNDONE
            for i in range(at, end)
        )
        went = view.key(done) == "went" and view.key(done + 1) == "to" and view.key(done + 2) != "bed"
        had = view.key(done) in _DID_INSTEAD and view.key(done + 1) != "to"
        return so or together or went or had

    def _cores(self, at: int, end: int) -> Iterator[tuple[int, bool]]:
        """The ends of words at ``at`` that say what went wrong, and whether a day may follow them."""
        view = self._view
        key, follower = view.key(at), view.key(at + 1)
        if (key, follower) == ("never", "again"):
            return  # said of what one did
        is_theirs = view.key(at - 1) in ("is", "are") and view.key(at - 2) in THIRD_PERSON
        due = is_theirs or view.key(at - 1) in _IS or self._state.kind in WRITTEN
        if key in FAILED and not (key in ("due", "set") and due):  # Ada is due in May
            yield at + 1, True
        yield fell_through(view, at), True
        if self._state.kind == "visit":
            yield phrase_end(view.words, at, NOT_IN), True
        if self._set_out() and self._state.kind in ("call", "video"):
            return  # rang Ada: the car broke down
        yield phrase_end(view.words, at, STATUSES), False
        if self._state.kind not in WRITTEN | {"video"}:
            caused = phrase_end(view.words, at, CAUSES) or self._ill_dependant(at)
            yield caused if caused == end or view.key(caused) == "again" else 0, True  # got the flu after
        put = phrase_end(view.words, at, PUT_TO)
        yield put if put < end and view.key(put) != "again" else 0, True
        if key == "not" and follower in ARRANGING | DECIDED:
            yield at + 2, True  # not booked yet
        if key in GONE and view.key(at - 1) in LATE_PAST:
            yield at + 1, False
        if key == "wrong" and follower in MISTAKEN:
            yield at + 2, False
        if key in ("no", "zero") and (follower in NONE_OF or view.kind_at(at + 1) is not None):
            yield at + 2, True
        negated = phrase_end(view.words, at, DENIALS) if key not in ("nearly", "almost") else 0
        negated = negated or (at + 1 if key in NEGATED | {"not"} else 0)
        habit = key in ("doesn't", "doesnt", "don't", "dont") and view.key(negated) in ("eat", "go", "meet")
        yield phrase_end(view.words, negated, DENIED) if negated and not habit else 0, True
        yield negated if negated == end else 0, False

    def _ill_dependant(self, at: int) -> int:
        """The index after ``kids ill`` or ``the baby was sick`` at ``at``; 0 for news of theirs."""
        view = self._view
        if view.key(at) not in DEPENDANTS:
            return 0
        verb = view.key(at + 1) in ("is", "are", "was", "were", "got", "both")
        theirs = verb and view.key(at - 1) in POSSESSIVES
        return at + verb + 2 if view.key(at + verb + 1) in _ILL and not theirs else 0

    def _says_so(self, at: int, end: int) -> bool:
        """Whether the words from ``at`` to ``end`` are what went wrong, and what may follow that."""
        return any(core and self._is_tail(core, end, dated=dated) for core, dated in self._cores(at, end))

    def _is_tail(self, at: int, end: int, *, dated: bool = False) -> bool:
        """Whether the words from ``at`` to ``end`` say no more: by whom, until when, or why."""
        view = self._view
        while at < end:
            key = view.key(at)
            if key in REASONS:
                return not any(view.key(i) in ("we", "us") for i in range(at, end))
            timed = at + (key in _TIMES)
            found = view.read(timed) if dated and timed < end else None
            tail = phrase_end(view.words, at, TAILS) or (found.end if found is not None else 0)
            if not tail and key in _BY and view.key(at + 1) in self._met:
                tail = at + 2
            if not tail and key in _TIMES and view.key(at + 1) in MONTHS:
                tail = at + 2
            if not tail and key in self._met:
                tail = at + 1
            if not tail or tail > end:
                return False
            at = tail
        return True

    # ------------------------------------------------------------------ nobody answered

    def _attempt(self, start: int) -> int:
        """The index after a clause at ``start`` that is only why nobody answered: ``: vm``, ``: unsent``."""
        view = self._view
        end = self._clause_end(start)
        received = view.key(min(self._state.named, default=0) - 1) in ("from", "off")
        if not end or self._is_of_others(start, end) or (received and self._state.kind in ADDRESSED):
            return 0  # msg from Ada: the server is down
        spoken = self._state.kind in ("call", "video")
        said = {view.key(i) for i in range(start, end)}
        recorded = said - LEADS <= MACHINES and not said.isdisjoint(_RECORDERS)
        dead = end - start <= 4 and not said.isdisjoint(LINES) and not said.isdisjoint(("no", "dead", "lost"))
        back = any(phrase_end(view.words, i, CALL_BACK) == end for i in range(start, end))
        if spoken and (recorded or dead or back):
            return end
        by_writer = not 0 <= self._state.last_person <= self._state.contact_from
        if by_writer and self._holds_cue(
            start, end, "call" if self._state.kind in ("call", "video") else "message"
        ):
            return end
        for begin in range(start, min(start + 5, end)):
            core = self._no_answer(begin, end) if spoken else self._unsent(begin) or unanswered(view, begin)
            if core and self._is_tail(core, end):
                return end
            told = view.key(begin) in STAND_INS | RELATIONS and view.key(begin + 1) in (
                "said",
                "says",
                "took",
            )
            if not told and view.key(begin) not in LEADS and view.key(begin) not in self._met:
                return 0
        return 0

    def _unsent(self, at: int) -> int:
        """The index after words at ``at`` that say a message did not go out: not ``mailed Ada my draft``."""
        view = self._view
        owned = view.key(at) in ("draft", "drafts") and view.key(at - 1) in DETERMINERS | POSSESSIVES
        return 0 if owned else phrase_end(view.words, at, UNSENT)

    def _no_answer(self, at: int, end: int) -> int:
        """The index after words at ``at`` that say why nobody answered."""
        view = self._view
        key, follower = view.key(at), view.key(at + 1)
        said = phrase_end(view.words, at, ATTEMPTED) or phrase_end(view.words, at, NOTHING)
        said = said or unanswered(view, at, first=True) or denied(view, at, DENIED)
        if key in ("rang", "tried", "called") and view.key(at + 2) == "times":
            return at + 3  # rang five times
        if said:
            return 0 if key == "engaged" and view.key(at - 1) == "got" else said
        if key in NO_LINE:
            return at + 1 + (follower in ("my", "the", "our") and view.key(at + 2) == "call") * 2
        to_come = view.key(at - 1) in ("will", "to", "i'll", "he'll", "she'll", "they'll", "we'll")
        owned = follower in DETERMINERS | POSSESSIVES  # will ring the doctor
        if (to_come and key in AGAIN and not owned) or key in ("try", "tried", "trying", "retry", "retrying"):
            other = follower in DETERMINERS and end > at + 2  # tried the curry
            return 0 if other and view.key(end - 1) not in ("later", "again", "tomorrow") else end
        who = at + (key in POSSESSIVES | DETERMINERS)
        stranger = view.key(who) in COMMON_WORDS | STAND_INS or who > at
        answered = stranger and view.key(who + 1) in ("answered", "replied")
        spoke = phrase_end(view.words, at, STOOD_IN) or (at + 1 if key == "got" else 0)
        owned = spoke > 0 and view.key(spoke) in POSSESSIVES | DETERMINERS and end - spoke <= 3
        stood_in = owned and (key != "got" or view.key(end - 1) in RELATIONS | STAND_INS | COMMON_WORDS)
        return end if answered or stood_in else 0
