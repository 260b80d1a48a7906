"""Days in sentences, by the clause in which they stand: whether one gone by is the day of what took place.

``Tom phoned me on Monday from work`` and ``While we walked on Monday, Tom told me`` say when it was. In ``Tom
rang, he fell on Monday`` and ``Tom wrote that they moved on Monday`` the day is part of what was said.
"""

from collections.abc import Sequence

from netui.domain.capture.days.closing_day import HELD, ON_PLACES, is_day_of_thing
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.news import SPOKEN_OF, may_be_verb, tells_news
from netui.domain.capture.sentence.words import (
    BEFORE_OTHER_DAYS,
    CLAUSE_BREAKS,
    CLAUSE_SUBJECTS,
    EVENTS,
    PRESENCE,
    SUBJECTS,
    TALKS,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    BESIDE_A_NAME,
    DASHES,
    DETERMINERS,
    OCCASIONS,
    POSSESSIVES,
    STRETCHES,
    WITH,
)
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import GOES_ON, WEEKDAYS, ParsedDate, word_set

_WHEN = word_set("when while whilst as")
"""Words that begin a clause of the same day as the one beside it."""
_AROUND = word_set("after before during at over")
"""Words before what took place on the day of the main clause: after the concert on Friday."""
_TOLD = word_set("that who whom whose which because whether if how why where cos 'cos bc cause")
"""Words that begin a clause of what was said, or why."""
_SAYING = frozenset(("say", "tell", "ask"))
"""Words behind "to" that begin what was said."""
_REPORTED = _SAYING | word_set("that whether if how why")
"""Those that begin what was only told."""
_SPEAKERS = CLAUSE_SUBJECTS - SUBJECTS - word_set("i'd i'll i'm i've we'd we'll") | POSSESSIVES | {"it"}
"""Words that begin a clause of what became of others."""
_CAME = PRESENCE | word_set("""
    came joined visited dropped popped turned called rang texted met saw cooked hosted brought drove took
    picked invited treated left arrived stayed
""")
"""What others did, maybe at the writer's."""
_WRITER = SUBJECTS | word_set("my our")
_BEFORE_THAT = word_set("at in to on with from near by into round")
"""Words behind which "that" points, and begins no clause."""
_SHORT = 3
"""Words of a clause before its day, at least: not later that Monday."""
_LEADS = frozenset((*SPOKEN_OF, "of", "to", "at", "@", "ere"))
"""Words before a day that is what was spoken of, or where."""
_GOES_ON = (
    BESIDE_A_NAME | GOES_ON | frozenset(SPOKEN_OF) | WITH | AND | CLAUSE_BREAKS | SUBJECTS
    | word_set("from to of for without into onto through towards until till so but that")
)  # fmt: skip
"""Words behind a day that is no part of a noun."""


def settle_by_clause(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool | None:
    """Whether the day at ``at`` is that of what took place; None where its clause does not tell."""
    sure = found.sure or view.key(at) == "last" or view.key(at) in WEEKDAYS
    gone = found.value is not None and day_of(found.value) <= view.today and sure and not found.hour
    lead = view.key(at - 1)
    object_led = lead == "her" and view.key(at) == "on"  # proposed to her on Sunday
    alone = view.body[at - 1].value in DASHES or view.sign(at) == "("
    if not gone or at <= state.sentence_from or alone:
        return None  # she forgot her purse - Thu
    told = view.key(at) in ("on", "yesterday", "last")
    owned = lead in DETERMINERS | POSSESSIVES or view.is_owned(at)
    if lead in STRETCHES | BEFORE_OTHER_DAYS | _LEADS or (owned and not object_led):
        return None
    start = _clause_start(view, state, at)
    opener = view.key(start + (view.key(start) in ("and", "but", "so")))
    behind = max(state.contact_from, state.last_person) < start
    said = range(start, at)
    others = opener in _SPEAKERS and (view.words[start - 1].stops or opener != view.key(start))
    told_of = opener in _TOLD | _SAYING and not (at - start < _SHORT or view.key(start + 1) in ("was", "is"))
    aside = opener in ("who", "which") and view.words[start - 1].stops and state.contact_from > at
    if aside or (behind and (others or told_of)):
        own = any(view.key(i) in _WRITER for i in range(start, min(found.end + 6, view.end)))
        came = any(view.key(i) in _CAME and not view.is_name(i + 1) for i in said)  # she saw Tom on Friday
        came = came and opener not in _REPORTED
        return None if own or came else False
    if is_day_of_thing(view, at) or not goes_on_behind_day(view, found.end):
        return None
    around = {"after", "before"} & {view.key(at - 2), view.key(at - 3)} and at - start > 1
    around = around and not (view.key(at) == "sat" and view.body[at].value.islower())
    if not (told or (around and view.key(at) in WEEKDAYS and start <= state.contact_from)):
        return None  # after church Sunday
    if tells_news(view, at, state.last_person):
        return None
    if opener not in _WHEN and not _may_have_day(view, state, said):
        return None
    if start <= state.contact_from < at and state.settled:
        return True
    leads = opener in _WHEN or (opener in _AROUND and not any(may_be_verb(view, i) for i in said))
    if start == state.sentence_from and state.contact_from > at and leads:
        return True
    if opener in _WHEN and behind and not any(view.key(i) in _TOLD for i in range(state.contact_from, start)):
        return True
    return None


def goes_on_behind_day(view: TokenView, at: int) -> bool:
    """Whether a day that ends before ``at`` is no part of a noun: not ``on Friday night football``."""
    if at >= view.end or view.words[at - 1].stops or view.body[at].value in DASHES:
        return True
    opened = view.key(at) in _SPEAKERS and any(view.key(i) in _WHEN for i in range(at))
    return opened or view.key(at) in _GOES_ON


def _clause_start(view: TokenView, state: ParseState, at: int) -> int:
    """The index of the first word of the clause in which ``at`` stands."""
    for i in range(at - 1, state.sentence_from, -1):
        key = view.key(i)
        if view.words[i - 1].stops or view.body[i - 1].value in DASHES or view.body[i - 1].colon:
            return i + (key in AND | {"but", "so"} and view.key(i + 1) in _SPEAKERS)
        report = key in _SAYING and view.key(i - 1) == "to"
        place = key == "that" and view.key(i - 1) in _BEFORE_THAT  # at that new Korean Monday
        if (
            report
            or (key in _WHEN | _TOLD and not place)
            or (key in _AROUND and _begins_clause(view, i + 1))
            or (key in ("so", "but", *AND) and _begins_clause(view, i + 1))
        ):
            return i
    return state.sentence_from


def _begins_clause(view: TokenView, at: int) -> bool:
    return view.key(at) in CLAUSE_SUBJECTS | SUBJECTS


def _may_have_day(view: TokenView, state: ParseState, said: Sequence[int]) -> bool:
    """Whether a day behind these words is theirs: not ``about the party on Friday``."""
    behind = [i for i in said if i > max(state.contact_from, state.last_person)]
    if any(view.key(i) in SPOKEN_OF for i in said) or any(view.key(i) in CLAUSE_SUBJECTS for i in behind):
        return False
    on = [view.key(i + 2) for i in behind if view.key(i) == "on" and view.key(i + 1) in DETERMINERS]
    if any(view.is_name(i) for i in behind) or not ON_PLACES.issuperset(on):
        return False
    if any(view.key(i) in ("before", "ahead", "prior", "advance", "run-up") for i in behind):
        return False  # coffee before the hearing on Monday, ahead of it
    last = said[-1] if said else 0
    key = view.key(last)
    held = key in OCCASIONS | TALKS | HELD | EVENTS or view.kind_at(last) is not None
    if not held:
        return True
    near = [view.key(i) for i in range(max(0, last - 4), last)]
    return not _AROUND.isdisjoint(near)
