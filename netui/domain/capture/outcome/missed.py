"""Sentences that say plainly that nobody was met: ``didn't see Tom``, ``meant to ring Tom, but was ill``."""

from netui.domain.capture.days.closing_day import ends_part, is_day_of_thing
from netui.domain.capture.parse_state import WERE_YOU_THERE, ParseState
from netui.domain.capture.sentence.words import (
    BEFORE_OTHER_DAYS,
    CLAUSE_BREAKS,
    CONTACT_VERBS,
    PAST_FORMS,
    PAST_VERBS,
    SUBJECTS,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    ANSWERED,
    DASHES,
    DETERMINERS,
    POSSESSIVES,
    STRETCHES,
    WITH,
    WRITTEN,
)
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import WEEKDAYS, phrase_end, phrase_table, word_set

_SKIPPED = (
    SUBJECTS | AND | word_set("still also again just sadly unfortunately sorry alas only though and but so")
)
"""Words before a denial that leave it one."""
_DENIED = word_set("didn't couldn't wasn't weren't haven't hadn't hasn't wouldn't never")
_EVEN = word_set("even actually really ever")
"""Words between a denial and its verb."""
_PAST = word_set(
    "came showed turned joined answered replied arrived appeared responded called rang got saw met made"
)
"""What never took place."""
_MEANT = phrase_table((
    "wanted to", "meant to", "had meant to", "had wanted to", "hoped to", "had hoped to", "was hoping to",
    "planned to", "had planned to", "intended to", "was going to", "were going to", "was supposed to",
    "were supposed to", "was meant to", "were meant to", "was about to", "had promised to", "was to",
    "were to", "was due to", "were due to", "tried to", "waited for",
))  # fmt: skip
"""What was meant, and did not come to pass where the line goes on with "but"."""
_STOOD_UP = phrase_table((
    "stood me up", "stood us up", "cancelled on me", "cancelled on us", "bailed on me", "bailed on us",
    "left me on read", "left us on read", "ghosted me", "ghosted us", "ghosted our", "ghosted the",
    "no-showed",
    "would not come", "would not answer", "blew me off", "flaked on me",
    "let me down", "cancelled", "canceled", "forgot our", "forgot about our",
    "bailed", "blew me out", "blew us out", "blew us off", "sacked me off", "sacked us off", "pied me off",
    "pied us off", "aired me", "aired us", "mugged me off", "binned me off", "swerved me", "piked",
    "piked on me", "piked out",
))  # fmt: skip
"""What somebody did who then was not met."""
_FAILED = phrase_table((
    "forgot to", "failed to", "never got to", "never managed to", "had to cancel", "did not", "could not",
    "keep missing", "kept missing", "keeps missing",
    "nearly called", "nearly rang", "nearly texted", "nearly phoned", "nearly met", "almost called",
    "almost rang", "almost texted", "almost phoned", "almost met", "dreamt", "dreamed", "had a dream",
    "had to postpone",
    "was unable to", "wasn't able to", "was not able to", "did not get to", "neglected to",
))  # fmt: skip
"""What did not come to pass."""
_ALL_THE_MORE = phrase_table((
    "could not stop", "could not help", "could not believe", "could not wait", "could not resist",
    "did not want to leave", "did not stop", "did not want it", "could not have asked",
))  # fmt: skip
"""Denials that tell of what took place."""
_AVOIDED = phrase_table((
    "skipped", "ducked out of", "bailed on", "got out of", "turned down", "opted out of", "declined",
    "missed", "chickened out of", "said no to", "pulled out of", "couldn't face", "blew off", "forgot",
    "backed out of", "decided against", "thought better of", "passed on", "gave up on", "wriggled out of",
    "cried off",
))  # fmt: skip
"""What the writer did about a meeting that then did not take place."""
_DISCARDED = phrase_table(
    f"{verb} {them}{up}"
    for verb in ("deleted", "tore", "threw", "binned", "burned", "burnt", "shredded", "ripped", "scrapped",
                 "tossed", "never sent", "never posted")
    for them in ("it", "that", "the thing")
    for up in ("", " up", " away", " out")
)  # fmt: skip
"""What became of a letter or message that was written, and not sent."""
_FELL = phrase_table((
    "cancelled", "canceled", "called off", "fell through", "fell apart", "didn't happen", "did not happen",
    "never happened", "postponed", "scrapped", "abandoned", "binned", "rained off",
))  # fmt: skip
"""What became of a meeting that did not take place."""
_BETWEEN = word_set("was were got is has been just had to be sadly again then but it he she they we both all")
"""Words between who was to be met and what became of it."""
_WHY = CLAUSE_BREAKS | word_set("by due again at last thanks for on so but")
"""Words behind what fell through that lead to the reason."""
_REASONS = ("but", "so", "because", "since", "as", "cos", "and", "when", "while", "after", "before")
"""Words that begin another clause, whose day is not the one on which nothing came of it."""
_NO_DAY_BEHIND = STRETCHES | BEFORE_OTHER_DAYS | POSSESSIVES | DETERMINERS | frozenset(("of", "to", "since"))
"""Words before a day that is not the one on which nothing came of it."""
_REARRANGED = word_set(
    "rebooked rescheduled rearranged moved instead new now shifted swapped rebook reschedule"
)
"""Words that tell of another day or meeting in its place."""
_CAME = word_set("""
    come make show turn join answer pick reply call arrive appear respond get ring text email write want
    replied answered called rung texted emailed written shown responded fancy
""")
"""What somebody did not do so that nobody was met."""
_MET = _CAME | word_set("""
    see meet reach raise visit talk speak catch manage hear find go have do bump run seen met been heard
    spoken
""")
"""What the writer did not do."""
_NO = word_set("answer reply response luck joy sign word")
_NOBODY = word_set("nobody no out empty none noone no-one away dark")
_IN = word_set("in home there around available answering up back")
"""Where somebody was not who was to be met."""
_MADE_UP = word_set("""
    instead eventually finally later anyway anyways managed afterwards end met came had saw talked spoke
    caught went joined arrived showed turned got stayed called until till then chatted bumped ran together we
    us beat did done ended wound phoning ringing calling texting visiting emailing messaging settled
""")
"""Words behind a denial that may tell of a meeting after all."""
_GONE = word_set("already left gone been to no another an")
"""Words behind "had" after which it tells of none: had to work, had no time."""


def tells_of_miss(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether a sentence from ``at``, which may begin with those named, says that nothing took place."""
    end = _denial_end(view, state, at)
    if not end or any(view.words[i].said for i in range(at, view.end)):
        return False  # what is negated in another language need not be the first verb
    clauses = (i for i in range(end, view.end) if _begins_clause(view, i))
    return not any(_may_be_made_up(view, state, i) for i in clauses)


def take_day_of_miss(view: TokenView, state: ParseState) -> None:
    """Takes the day gone by on which nothing came of it: ``couldn't reach Ada on Monday``."""
    for at in range(state.sentence_from + 1, view.end):
        if view.words[at - 1].stops or view.body[at].value in DASHES or view.key(at) in _REASONS:
            return
        found = view.read(at) if view.key(at - 1) not in _NO_DAY_BEHIND and view.sign(at) != "(" else None
        sure = found is not None and (found.sure or (view.key(at) in WEEKDAYS and ends_part(view, found.end)))
        if found is not None and sure and found.value is not None and not found.hour:
            if day_of(found.value) < view.today and not is_day_of_thing(view, at):
                state.take_date(at, inside=True)
            return


def is_plain_miss(view: TokenView, state: ParseState) -> bool:
    """Whether a line in which a kind of contact was read says that it did not take place, and no more."""
    at = state.sentence_from
    plain = all(problem.message == WERE_YOU_THERE for problem in state.problems)  # hasn't replied
    return bool(state.people or state.present) and plain and tells_of_miss(view, state, at)


def fell_through_plainly(view: TokenView, state: ParseState) -> bool:
    """Whether ``lunch with Tom fell through`` is all that a line says, but for why."""
    at, noun = state.last_person + 1, view.kind_at(state.contact_from)
    if noun is not None and (at < noun[1] or phrase_end(view.words, noun[1], _FELL)):
        at = noun[1]  # for somebody chosen: lunch cancelled, they were ill
    verb = view.key(state.contact_from)
    met = verb in PAST_VERBS or (verb.endswith("ed") and len(verb) > 3)  # rang Tom: cancelled
    if met or state.problems or not (state.people or state.present) or state.contact_from >= at:
        return False
    while at < view.end and (view.key(at) in _BETWEEN or view.body[at].value in DASHES or state.is_cut(at)):
        at += 1
    end = phrase_end(view.words, at, _FELL)
    rest = range(end, view.end)
    if any(view.words[i].said for i in range(state.sentence_from, view.end)):
        return False  # in another language the word may say less
    closed = end >= view.end or view.words[end - 1].stops or view.key(end) in _WHY
    day = view.read(end) if 0 < end < view.end else None
    if day is not None and day.value is not None and day_of(day.value) < view.today:
        closed, rest = day.end >= view.end or view.words[day.end - 1].stops, range(day.end, view.end)
    if not end or not closed or any(view.key(i) in _REARRANGED or view.read(i) is not None for i in rest):
        return False  # fell through yesterday
    clauses = (i for i in rest if _begins_clause(view, i))
    return not any(_may_be_made_up(view, state, i) for i in clauses)


def discarded_at(view: TokenView, state: ParseState) -> int:
    """Where it says that what the writer wrote was not sent (``wrote Ada a letter and burnt it``); or 0."""
    if state.kind not in WRITTEN or view.key(state.contact_from) not in PAST_VERBS | {"wrote", "typed"}:
        return 0
    for i in range(max(state.last_person, state.contact_from) + 1, view.end):
        before = view.key(i - 1)
        follows = (
            before in AND | {"then", "but"} or view.words[i - 1].stops or view.body[i - 1].value in DASHES
        )
        if follows and phrase_end(view.words, i, _DISCARDED):
            return i
    return 0


def _denial_end(view: TokenView, state: ParseState, at: int) -> int:
    by_others = at in state.named
    while at < view.end and (view.key(at) in _SKIPPED or at in state.named) and not view.words[at].stops:
        at += 1
    key = view.key(at)
    if phrase_end(view.words, at, _ALL_THE_MORE):
        return 0  # could not stop laughing at dinner with Ada
    if by_others and key in ("wasn't", "weren't") and view.key(at + 1) in _IN:
        return _behind_visit(view, at + 2)
    if key in _DENIED and (view.key(at + 1), view.key(at + 2)) == ("have", "asked"):
        return 0  # couldn't have asked for a nicer dinner
    if key in _DENIED:
        verb = at + 1 + (view.key(at + 1) in _EVEN)
        past = key == "never" and (view.key(verb) in _PAST or phrase_end(view.words, verb, CONTACT_VERBS) > 0)
        return (
            verb + 1 if past or (key != "never" and view.key(verb) in (_CAME if by_others else _MET)) else 0
        )
    called_off = key in ("no", "cancelled", "canceled", "postponed") and not by_others
    noun = at + 1 + (view.key(at + 1) in DETERMINERS | POSSESSIVES)
    if (key == "no" and view.key(at + 1) in _NO) or (called_off and view.kind_at(noun) is not None):
        return noun + 1
    if key in ("no-show", "noshow"):
        return at + 1
    if key == "knocked" and view.key(at + 1) in ("at", "on"):
        return view.end if any(view.key(i) in _NOBODY for i in range(at + 2, view.end)) else 0
    owner = (i for i in (at + 1, at + 2) if view.key(i).endswith("'s"))
    if key == "forgot" and (noun := next(owner, 0)):
        return noun + 2  # forgot Ada's birthday
    avoided = 0 if by_others else phrase_end(view.words, at, _AVOIDED)
    noun = avoided + (view.key(avoided) in DETERMINERS | POSSESSIVES)
    spoken = view.kind_at(noun) if avoided else None
    if spoken is not None and view.key(spoken[1]) in WITH and not (key == "missed" and spoken[0] in ANSWERED):
        return spoken[1]
    stood = phrase_end(view.words, at, _STOOD_UP) if by_others else 0
    if stood:
        return stood
    failed = phrase_end(view.words, at, _FAILED)
    meant = 0 if failed else phrase_end(view.words, at, _MEANT)
    tried = view.key(meant - 2) == "tried"
    apart = (
        view.key(i) == "but" or (view.words[i].stops and not tried and i + 1 < view.end)
        for i in range(meant, view.end)
    )
    if meant and not any(apart):
        return 0
    return failed or meant


def _behind_visit(view: TokenView, at: int) -> int:
    """The index after ``when I called`` at ``at``, else ``at``: Tom wasn't in when I called."""
    if view.key(at) != "when":
        return at
    while at < view.end and not view.words[at].stops and view.key(at + 1) not in ("so", "but", "and"):
        at += 1
    return at + 1


def _begins_clause(view: TokenView, at: int) -> bool:
    apart = view.words[at - 1].stops or view.body[at].value in DASHES
    return apart or view.key(at) in CLAUSE_BREAKS | AND | {"instead", "until", "till", "then"}


def _may_be_made_up(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether the clause at ``at`` may tell of a meeting after all: ``so we met on Sunday instead``."""
    for i in range(at, view.end):
        key = view.key(i)
        behind = view.key(i + 1)
        gone = key == "had" and (behind in PAST_FORMS | _GONE or behind.endswith("ed"))
        gone = gone or (view.key(i - 1) in ("had", "never", "didn't") and i > at)
        gone = gone or (
            key == "got" and view.key(i - 1).endswith(("'s", "has", "have", "'ve"))
        )  # he's got flu
        ill = key == "had" and view.key(i - 1) not in ("i", "we", "and", "but", "so")  # but they had covid
        gone = gone or (ill and not any(_is_meal(view, k) for k in range(i + 1, i + 4)))
        if (key in _MADE_UP | PAST_VERBS and not gone) or phrase_end(view.words, i, CONTACT_VERBS):
            return True
        if view.kind_at(i) is not None and key != "meeting":
            return True
        other = i not in state.named and view.body[i].value[:1].isupper() and view.is_name(i)
        if other or (key in WITH and view.is_name(i + 1)):
            return True  # didn't see Tom, but Ada was there
        if i > at and view.words[i].stops:
            break
    return False


def _is_meal(view: TokenView, at: int) -> bool:
    """Whether a kind of contact stands at ``at`` that is not one of work: they had a board meeting."""
    return view.kind_at(at) is not None and view.key(at) != "meeting"
