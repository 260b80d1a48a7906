"""Negation: finds what did not take place, so that it never counts as contact.

An unanswered call becomes an attempt; a meeting that fell through, was only meant, or is a question is
asked about. What others did is text: ``his startup fell through``.
"""

from collections.abc import Iterable

from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.outcome.denial import (
    fell_through,
    first_word,
    is_closed,
    is_of_another,
    is_reported,
    is_retold,
    is_told,
    unanswered,
    was_meant_to_last,
)
from netui.domain.capture.outcome.missed import discarded_at, fell_through_plainly, is_plain_miss
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.intent import ASKED, ASKING, find_intent, take_planned_day
from netui.domain.capture.sentence.negation_words import (
    CALLED_OFF,
    INTENT,
    INTENT_PHRASES,
    LEFT,
    MODALS,
    NEGATED,
    NOBODY_IN,
    NOT_DONE,
    OBLIGED,
    OCCURRING,
    OUT,
    PENDING,
    PENDING_PHRASES,
    PLANS,
    PRESENT_DENIALS,
    PUT_OFF,
    PUT_OFF_TO,
    RETURNED,
    SEEN_ONLY,
    TALKED,
    TURNED_INTO,
    WRITER_AWAY,
)
from netui.domain.capture.sentence.note_checks import INTENDED, check_note
from netui.domain.capture.sentence.words import (
    CLAUSE_BREAKS,
    NOT_THERE,
    PAST_VERBS,
    PRESENT_TOO,
    SUBJECTS,
    TALKS,
    THIRD_PERSON,
    WRITER,
)
from netui.domain.capture.tokens.lexer import quote_value
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ABOUT,
    AND,
    ANSWERED,
    BESIDE_A_NAME,
    BOOKED,
    DASHES,
    DETERMINERS,
    EATEN,
    OCCASIONS,
    POSSESSIVES,
    WITH,
    WRITTEN,
)
from netui.domain.model.dates import day_of
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.tokens import phrase_end, word_set

_NOTE = "if it did not take place, begin with ‘note’: then it does not count as contact"
_ATTEMPT = "if nobody answered, begin with ‘attempt’: then it does not count as contact"
_CROSSES = ("✗", "✘", "❌", "❎", "🚫", "✖")
_REACH = 6
_STILL_TO_COME = ("next", "due", "scheduled", "planned", "booked", "pending", "arranged")
_UNSURE = word_set("nearly almost is are will may might going due set meant supposed")
_ENGAGED = word_set(
    "bath shower loo toilet meeting call class seminar surgery theatre court tube bed tunnel lift"
)
"""Where the writer cannot answer."""
_RECORDERS = ("voicemail", "voice", "vm")
_BEHIND_RECORDER = AND | word_set("again full twice so but on for from after then only both left x2 x3")
"""Words behind what nobody but a machine answered: voicemail again, voicemail so texted."""
_WROTE = ("texted", "emailed", "messaged", "mailed", "whatsapped", "wrote", "dm'd", "dmed")
"""What one did instead where nobody answered."""
_WAS = ("did", "was", "were", "had", "could", "would", "but")
_CLAUSE = ("he", "she", "they", "it", "but", "we", "i", "was", "got", "has", "been", "had", "just", "were")


def check_took_place(
    view: TokenView, state: ParseState, kinds: Kinds, at: int, *, separated: bool, colon: bool
) -> None:
    """Reports what did not take place; ``at`` is where the head ends, by a colon or another separator."""
    if not kinds.counts(state.kind or ("meeting" if state.marked else "note")):
        check_note(view, state)
        return
    if colon and is_retold(view, state):
        return
    behind = state.last_person + 1
    written_off = behind > 0 and view.key(behind) == "off" and not view.words[behind - 1].stops
    if written_off and state.kind in ANSWERED:
        state.report(behind, behind + 1, "mark", _NOTE, "note", "contact")  # wrote Ada off
        return
    intended = find_intent(view, state)
    if intended >= 0 and take_planned_day(view, state, intended):
        return
    if is_plain_miss(view, state) or fell_through_plainly(view, state):
        state.become_note()
        return
    if discarded := discarded_at(view, state):
        state.report(discarded, discarded + 1, "mark", _NOTE, "note", "contact")
        return
    if intended >= 0:
        if view.key(intended) == "missed" and state.kind in ANSWERED:
            state.report(intended, intended + 1, "mark", _ATTEMPT, "attempt", "note", "contact")
        else:
            state.report(intended, intended + 1, "mark", INTENDED, "note", "promise", "contact")
        return
    if not colon and (
        _check_plan(view, state, at) or (_is_behind(view, state) and _check_plan(view, state, behind))
    ):
        return
    if _check_object(view, state):
        return
    _check_question(view, state, at, separated=separated)
    _check_change(view, state)
    asked = len(state.problems)
    if separated:
        _check_text(view, state, at, colon)
    elif view.key(state.contact_from) != "told" or view.key(state.last_person + 1) not in SUBJECTS:
        _check_sentence(view, state, at)  # not told Ada I cannot come
    if len(state.problems) == asked and kinds.counts(state.kind or "meeting"):
        _ask_about_outcome(view, state, at)


def _check_question(view: TokenView, state: ParseState, at: int, *, separated: bool) -> None:
    """Asks about ``lunch with Tom?`` and ``call Tom back``: neither says that it happened."""
    asks = _asks(view, at, state.last_present + 1, separated=separated)
    did = view.key(state.contact_from) in PAST_VERBS or view.key(state.contact_from).endswith("ed")
    apart = range(max(state.last_person, 0), asks - 1)
    if asks and did and any(view.words[i].stops or view.body[i].value in DASHES for i in apart):
        return  # facetimed Ada, they're getting a dog??
    if asks:
        state.report(asks - 1, asks, "mark", _NOTE, "note", "contact")
    elif (
        state.kind in ANSWERED
        and view.key(at) == "back"
        and at - 1 == state.last_person
        and view.key(state.sentence_from) in ("call", "phone", "ring", "text", "email", "mail", "message")
    ):
        state.report(at, at + 1, "mark", INTENDED, "promise", "contact")


def _check_change(view: TokenView, state: ParseState) -> None:
    """Asks what ``lunch with Tom turned into a phone call`` was."""
    behind = max(state.last_person, state.contact_from) + 1
    for i in range(behind, min(view.end, behind + _REACH)):
        end = phrase_end(view.words, i, TURNED_INTO)
        kinds = (view.kind_at(at) for at in range(end, end + 4)) if end else ()
        other = next((found[0] for found in kinds if found is not None), state.kind)
        if other != state.kind and not {other, state.kind} <= EATEN:
            begin = view.body[state.sentence_from].start
            people = " ".join(f"@{quote_value(person.id)}" for person in state.people if person.id)
            reading = Reading(f"it was {other}", begin, begin, f"{other} with {people}: ")
            first, last = view.body[i], view.body[end - 1]
            message = f"was it {state.kind or 'meeting'} or {other}? Begin with what it was"
            state.add(Problem(first.start, last.core, message, "mark", (), (reading,)), "contact")
            return


def _asks(view: TokenView, at: int, listed: int, *, separated: bool) -> int:
    """The index after the first sentence, or the names up to ``listed``, where it is a question; 0 if not."""
    last = max(min(at, view.end), listed)
    asked = next((i + 1 for i in range(last) if "?" in view.words[i].after), 0)
    if asked:
        return asked  # with Ada, Tom? yesterday
    end = max(at, 1)
    while not separated and end < view.end and not view.ends_sentence(end - 1):
        end += 1
    if 0 < end <= view.end and "?" in view.words[end - 1].after:
        return end
    final = view.end - 1
    if view.body[final].value in ("?", "??", "???") and (
        view.words[final - 1].stops or view.body[final - 1].value in DASHES
    ):
        return view.end  # lunch with Ada: ??
    wondered = view.end - at < _REACH and (view.key(at) in ASKING | ASKED or view.key(at) in ("or", "really"))
    return view.end if separated and wondered and "?" in view.words[-1].after else 0  # - did it happen?


def _check_text(view: TokenView, state: ParseState, at: int, colon: bool) -> None:
    """Looks at how the text begins: behind a dash ``he didn't come``, also behind a colon ``cancelled``."""
    at = start = first_word(view, state, at)
    end = unanswered(view, at, first=True)
    while not end and view.key(at) in _CLAUSE and at < start + 3:
        at += 1
        end = unanswered(view, at)
    if end and state.kind in ANSWERED and (is_closed(view, end) or (at > start and not colon)):
        _take_attempt(view, state, at, end)
        return
    if is_told(view, state):
        return
    ahead = view.key(start) in MODALS and phrase_end(view.words, start + 1, OCCURRING)
    if ahead and not colon:
        state.report(start, ahead, "mark", INTENDED, "note", "promise", "contact")  # - might happen
        return
    off = fell_through(view, at) if not colon or view.key(at) in CALLED_OFF else 0
    whole = off and (is_closed(view, off) or not view.key(off).strip(",;:"))
    if off and (whole or (not colon and (at > start or off > at + 1))):
        state.report(at, off, "mark", _NOTE, "note", "contact")


def _ask_about_outcome(view: TokenView, state: ParseState, at: int) -> None:
    """Asks about a clause at ``at``, or before the kind, that says no more than what became of a plan."""
    crossed = next((i for i in range(view.end) if view.body[i].value.strip("~.,;!") in _CROSSES), -1)
    if crossed >= 0:
        state.report(crossed, crossed + 1, "mark", _NOTE, "note", "contact")  # lunch with Ada ❌
        return
    said = view.kind_at(state.contact_from)
    behind = max(state.last_person + 1, said[1] if said is not None else state.contact_from + 1)
    begins = first_word(view, state, at)
    listed = state.last_person < state.contact_from and view.key(state.contact_from) not in PAST_VERBS
    noun = said is not None or view.key(state.contact_from) in TALKS | OCCASIONS
    starts = [begins]
    if begins < behind or (listed and noun):
        starts.append(first_word(view, state, behind))  # breakfast with Ada, tbc; Ada lunch on hold
    if (state.people or state.present) and (
        min(starts) < view.end or state.sentence_from < state.contact_from
    ):
        _report_outcome(view, state, starts)


def _report_outcome(view: TokenView, state: ParseState, starts: Iterable[int]) -> None:
    from netui.domain.capture.outcome.outcome import OutcomeReader

    outcomes = OutcomeReader(view, state)
    found = next(filter(None, map(outcomes.find, starts)), None)
    ahead = state.on is not None and day_of(state.on) > view.today
    if found is not None and ahead and any(view.key(i) in BOOKED for i in range(found.start, found.end)):
        return  # coffee with Ada tomorrow, table booked
    if found is not None and found.attempted:
        _take_attempt(view, state, found.start, found.end)
    elif found is not None and not is_told(view, state):
        state.report(found.start, found.end, "mark", _NOTE, "note", "contact")


def _take_attempt(view: TokenView, state: ParseState, at: int, end: int) -> None:
    """Takes an attempt for what nobody answered: ``rang Ada. No answer.``; asks where more is said."""
    whole = end >= view.end <= unanswered(view, at, first=True) and view.key(at) not in _RECORDERS
    if whole and view.key(state.contact_from) in PAST_VERBS and state.contact_from < state.last_person:
        state.kind = "attempt"
    else:
        state.report(at, end, "mark", _ATTEMPT, "attempt", "contact")


def _is_behind(view: TokenView, state: ParseState) -> bool:
    """Whether text, which is no verb of contact, stands behind the last of those named."""
    behind = state.last_person + 1
    return state.contact_from < behind < view.end and not state.is_cut(behind)


def _check_plan(view: TokenView, state: ParseState, at: int) -> bool:
    """Asks about ``lunch with Ada planned``, ``tbd`` or ``soon``: it has not taken place (yet)."""
    if take_planned_day(view, state, at):
        return True
    key = view.key(at)
    last = at + 1 >= view.end or view.words[at].stops
    between = view.key(at + 1) in WITH and at not in state.named and state.typed
    apart = at > 0 and view.words[at - 1].stops  # lunch with Ada, delighted
    last = last or (not apart and key in _STILL_TO_COME and view.key(at + 1) not in ("to", "door"))
    right = (last and at - 1 == state.last_person) or (between and at > state.contact_from)
    undone = key.endswith("ed") and last and key not in TALKED and (not apart or key in PUT_OFF)
    if at >= view.end or not right or not (undone or key in NOT_DONE):
        return False
    state.report(at, at + 1, "mark", INTENDED, "note", "promise", "contact")
    return True


def _check_object(view: TokenView, state: ParseState) -> bool:
    """Asks about ``Ada and I had lunch booked``, ``on hold``: the noun behind the verb was only planned."""
    verb = state.contact_from
    if view.key(verb) not in ("had", "got", "have"):
        return False
    for i in range(verb + 1, min(view.limit, verb + _REACH)):
        found = view.kind_at(i)
        end = found[1] if found is not None else i + 1 if view.key(i) in TALKS else 0
        if not end or end >= view.end or view.words[end - 1].stops:
            continue
        key = view.key(end)
        pending = phrase_end(view.words, end, PENDING_PHRASES) or phrase_end(view.words, end, INTENT_PHRASES)
        undone = (key in NOT_DONE | PUT_OFF and key.endswith("ed")) or key in ("tbc", "tbd")
        if undone or (pending and is_closed(view, pending) and not view.stands_before(end)):
            state.report(end, pending or end + 1, "mark", INTENDED, "note", "promise", "contact")
            return True
    return False


def _was_away(view: TokenView, state: ParseState, i: int, at: int) -> int:
    """The index after words at ``i`` which say that a call was not taken, or by somebody else; else 0."""
    if state.kind not in ANSWERED:
        return 0
    from netui.domain.capture.outcome.stand_ins import stands_in

    away = stands_in(view, i, at)
    if state.last_person < state.contact_from and i < view.limit:
        away = away or phrase_end(view.words, i, WRITER_AWAY) or _writer_was_out(view, i)
        absent = view.key(i - 1) in AND and view.key(i) == "i" and view.key(i + 1) == "was"
        away = away or (i + 3 if absent and view.key(i + 2) in OUT else 0)
        missed = view.key(i) == "missed" and view.key(i + 1) in ("him", "her", "them", "me")
        closed = is_closed(view, i + 2) or view.key(i + 2) in BESIDE_A_NAME | {"again", "both", "twice"}
        away = away or (i + 2 if missed and closed else 0)  # Ada rang, missed them; not: missed their train
    return away


def _writer_was_out(view: TokenView, i: int) -> int:
    """The index after ``while I was out``, ``after I'd left`` or ``before we got home`` at ``i``; else 0."""
    if view.key(i + 1) not in ("i", "we", "i'd", "we'd"):
        return 0
    at = i + 2 + (view.key(i + 2) in ("was", "were", "had", "just", "already"))
    engaged = view.key(at) in ("in", "on") and not _ENGAGED.isdisjoint((view.key(at + 1), view.key(at + 2)))
    if engaged and view.key(at - 1) in ("was", "were"):
        return at + 1  # while I was in the shower
    missed = {
        **dict.fromkeys(("while", "whilst", "when", "as"), OUT),
        **dict.fromkeys(("after", "once"), LEFT),
        "before": RETURNED,
    }
    return at + 1 if view.key(at) in missed.get(view.key(i), ()) else 0


def _check_sentence(view: TokenView, state: ParseState, at: int) -> None:
    """Looks at the rest of the sentence, and at how the next one begins."""
    begins = at <= state.last_person or not view.ends_sentence(at - 1)
    seen = phrase_end(view.words, state.last_person + 1, SEEN_ONLY)
    if seen and view.key(state.contact_from) in ("saw", "seen", "spotted", "watched"):
        state.report(state.last_person + 1, seen, "mark", _NOTE, "note", "contact")
        return
    at = first = first_word(view, state, at)
    for last in {state.last_person + 1 if _is_behind(view, state) else at, at} if begins else ():
        apart = last == 0 or last >= view.end or view.words[last - 1].stops
        apart = apart or view.body[last].value in DASHES or view.body[last - 1].value in DASHES
        apart = apart or view.sign(last) == "("  # breakfast with Ada (is moving soon)
        apart = apart or phrase_end(view.words, last, PRESENT_TOO) > 0  # with Ada, Tom joined for tea
        said = is_told(view, state) and view.key(last) in THIRD_PERSON  # text from Ada they can't come
        undone = 0 if apart or said or was_meant_to_last(view, last) else _undone(view, last)
        if undone:
            state.report(last, undone, "mark", _NOTE, "note", "contact")
            return
    if not begins and view.key(at) not in _CLAUSE and not fell_through(view, at):
        return
    running = True
    by_others = state.kind in ("call", "video") and 0 <= state.last_person < state.contact_from
    start = min(at, state.contact_from + 1) if by_others else at  # Ada rang and I was out
    for i in range(start, view.end):
        running = running and not (i > at and view.words[i - 1].stops)
        if begins or running or i < at + _REACH or view.key(i - 1) in _CLAUSE:
            spoken = state.kind in ANSWERED and not is_of_another(view, state, i)
            end = _nobody_answered(view, i, first=i == first) if spoken else 0
            wrote = end > 0 and any(view.key(k) in _WROTE for k in range(end, view.end))
            if end and not (_is_unclear(view, i, end) or wrote):
                state.kind = "attempt"
                return
            if end:
                state.report(i, end, "mark", _ATTEMPT, "attempt", "contact")  # called Tom out; she isn't in
                return
            away = _was_away(view, state, i, at)
            if away:
                state.report(i, away, "mark", _ATTEMPT, "attempt", "contact")
                return
            end = fell_through(view, i)
            if state.kind == "visit":
                end = end or phrase_end(view.words, i, NOBODY_IN) or _writer_was_out(view, i)
            if end and not (is_reported(view, state, i) or _is_of_others(view, state, i, at)):
                state.report(i, end, "mark", _NOTE, "note", "contact")
                return
        if view.ends_sentence(i):
            if view.key(i + 1) not in _CLAUSE and not fell_through(view, i + 1):
                return
            begins = True
            continue
        begins = False


def _nobody_answered(view: TokenView, at: int, *, first: bool) -> int:
    """The index after words at ``at`` that say nobody answered; 0 for a topic: about voicemail."""
    lead = view.key(at - 1 - (view.key(at - 1) in DETERMINERS))
    topic = lead in ABOUT or view.key(at + 1) == "from"  # a voicemail from Ada
    return 0 if view.key(at) in _RECORDERS and topic else unanswered(view, at, first=first)


def _is_unclear(view: TokenView, at: int, end: int) -> bool:
    """Whether such words need not be said of the call: ``isn't home much``, ``voicemail transcripts``."""
    if view.key(at) in _RECORDERS:
        closed = is_closed(view, end) or view.key(end) in _BEHIND_RECORDER
        return not closed and view.read(end) is None
    now = view.key(at) in _UNSURE or (view.key(at) in PRESENT_DENIALS and view.key(at - 1) not in _WAS)
    return now or (view.key(at) == "out" and not view.words[at - 1].stops)


def _undone(view: TokenView, at: int) -> int:
    """The index after words at ``at``, right behind the meeting, that say it did not take place (yet).

    The meeting is their subject: ``didn't materialise``, ``had to wait``, ``pencilled in for Tuesday``.
    """
    key, follower = view.key(at), view.key(at + 1)
    if key in MODALS | PENDING or (key in OBLIGED and follower == "to"):
        return at + 1
    day = view.read(at + 1) if key == "for" and at + 1 < view.end else None
    if day is not None and day.value is None and is_closed(view, day.end):
        return day.end  # a call with Ada for next week
    to_come = follower.endswith(("'s", "'re", "'m")) or view.key(at + 2) in ("is", "are", "am")
    if key == "whenever" or (key in ("when", "once") and to_come):
        return at + 1  # lunch with Ada when they're back
    if key == "that" and follower in NEGATED:
        return at + 2  # coffee with Ada that wasn't
    pending = phrase_end(view.words, at, PENDING_PHRASES)
    if pending and key == "in" and view.stands_before(at):
        return 0  # first lunch with Ada in a while
    if pending and (key != "to" or pending >= view.end or view.words[pending - 1].stops):
        return pending
    for i in range(at, view.end):
        if view.key(i) in CLAUSE_BREAKS | {"with", "and", "for"}:
            break
        apart = view.key(i) == "not" and view.is_name(i + 1)
        if view.key(i) in NEGATED and not (apart or view.key(i + 1) == "again"):
            return i + 1
        if view.words[i].stops:
            break
    if key == "is" and follower == "on" and is_closed(view, at + 2):
        return 0  # lunch with Ada tomorrow is on
    if key in ("is", "was", "got", "gets") and not fell_through(view, at + 1):
        undone = follower in NEGATED | INTENT | NOT_DONE or (key == "got" and follower.endswith("ed"))
        return at + 1 if key == "is" or undone else 0
    put_off = key.endswith("ed") and key not in TALKED and follower in PUT_OFF_TO
    put_off = put_off or (key in PUT_OFF and follower not in WRITER | DETERMINERS)
    return at + 1 if put_off and not view.words[at].stops else 0


def _is_of_others(view: TokenView, state: ParseState, at: int, head: int) -> bool:
    """Whether what fell through at ``at`` is something else: ``his startup``, or news in a message."""
    begin = max(head, at - _REACH)
    named = view.is_name(at - 1) or (view.is_name(at - 2) and view.body[at - 1].value[:1].isupper())
    if named and at - 1 not in state.named and phrase_end(view.words, at, NOT_THERE):
        return True  # lunch with Ada, Tom couldn't come
    between = [view.key(i) for i in range(begin, at)]
    if "because" in between:
        return True  # long breakfast with Ada because the workshop got cancelled
    if state.kind in WRITTEN:
        return any(key not in _CLAUSE for key in between)
    clause = max((i for i in range(max(begin, 1), at) if view.words[i - 1].stops), default=-1)
    other = clause >= 0 and view.key(clause) in DETERMINERS and view.kind_at(at - 1) is None
    return (other and view.key(at - 1) not in PLANS) or not POSSESSIVES.isdisjoint(between)
