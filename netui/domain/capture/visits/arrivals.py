"""Arrivals: who came to where the writer was: ``Ada came, fixed the gate``, ``turned up for climbing``.

Much that came is no visit: ``came first``, ``came to regret it``, ``came out of hospital``.
"""

from collections.abc import Callable

from netui.domain.capture.sentence.words import TALKS, WRITER
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import AND, BESIDE_A_NAME, DETERMINERS, OCCASIONS, ROUTINE, WITH
from netui.domain.natural_dates.tokens import word_set

_ATTENDED = (
    OCCASIONS
    | TALKS
    | ROUTINE
    | word_set("""
    show play exhibition opening launch concert recital performance meeting screening fundraiser premiere
    wedding funeral bash do celebration celebrations quiz night film reading vernissage tasting fair fete fête
    ceremony graduation class event drinks dinner studio office shop stall farm yard house door flat
    housewarming christening hearing trial inquest viewing match game rehearsal service tournament race
    regatta parade
""")
)
"""Where or to what somebody came, behind "to": Ada came to the show."""
_LEADS = word_set("for at to late early again unannounced uninvited drunk today out")
"""Words behind ``turned up`` that go on to say how or for what: turned up for climbing."""
_NOWHERE = word_set("nothing court a")
"""Words behind these that say no visit: turned up at court."""
_COMING = word_set("came stopped dropped popped turned showed swung called was")
"""Verbs of somebody who may have brought what stands behind "with"."""
FOOD = OCCASIONS | word_set("""
    lasagne lasagna soup pie bread casserole stew crumble jam honey trifle quiche food pudding dessert
    chocolate champagne prosecco beer gin milk cheese fruit wine dinner lunch coffee
""")
"""What is brought, in a line without capitals: came over w/ lasagne."""


def is_thing(view: TokenView, verb: int, at: int) -> bool:
    """Whether the word at ``at``, nobody's name, is what was brought: ``came over w/ lasagne``."""
    brought = view.key(verb) in _COMING and not view.line.islower()
    return brought or view.key(at).endswith("s") or view.key(at) in FOOD


def arrival_end(
    view: TokenView, at: int, end: int, name_end: Callable[[int], int], is_meal: Callable[[int], bool]
) -> int:
    """The index behind the verb at ``at`` that says somebody came to where the writer was; 0 for none.

    ``name_end`` is the index after the name at one, or 0; ``is_meal`` is whether a kind stands at one.
    """
    key, follower = view.key(at), view.key(at + 1)
    if key in ("turned", "showed") and follower == "up":
        closed = at + 2 >= end or view.words[at + 1].stops or view.read(at + 2) is not None
        led = view.key(at + 2) in _LEADS and view.key(at + 3) not in _NOWHERE
        return at + 2 if closed or led else 0
    if key != "came" or view.key(at - 1) in ("who", "which", "that"):
        return 0
    if at + 1 >= end or view.words[at].stops or follower in AND:
        return at + 1 if _names_only(view, at, name_end) and not view.body[at].colon else 0
    if follower in WITH:
        thing = at + 2 < view.end and view.body[at + 2].value.islower() and not name_end(at + 2)
        return at + 1 if thing and view.key(at + 2) not in WRITER else 0
    if follower == "to":
        last = next((i for i in range(at + 2, min(end, at + 6)) if view.key(i) in _ATTENDED), 0)
        between = (view.key(i) for i in range(at + 2, last))
        return last + 1 if last and all(each.isalpha() for each in between) else 0
    if follower == "home" and view.key(at + 2) == "for" and is_meal(at + 3):
        return at + 2
    return _came_out(view, at, end) if follower == "out" else 0


def _names_only(view: TokenView, end: int, name_end: Callable[[int], int]) -> bool:
    """Whether no more than names and a day stand before ``end``: not ``everyone except Ada came``."""
    i = 0
    while i < end:
        day = view.read(i)
        behind = name_end(i) or (day.end if day is not None else 0)
        if not behind and view.key(i) not in AND and not view.key(i).endswith("ly") and view.key(i) != "just":
            return False
        i = behind or i + 1
    return True


def _came_out(view: TokenView, at: int, end: int) -> int:
    """The index behind ``came out``, where when or what for follows: ``at 4``, ``to look at the cow``."""
    day = view.read(at + 2) if at + 2 < end else None
    if day is not None and day.hour and not day.loose:
        return at + 2
    dated = day is not None and day.sure
    then = day.end if day is not None and dated else at + 2
    verb = view.key(then + 1)
    meant = view.key(then) == "to" and verb.isalpha() and verb not in DETERMINERS | {"be", "me", "us"}
    return 0 if not meant else at + 2 if dated else then + 2


def dropped_off_end(view: TokenView, at: int, end: int, name_end: Callable[[int], int]) -> int:
    """The index after ``dropped the drill off`` at ``at``, at the end or before a day; else 0."""
    off = next((i for i in range(at + 1, min(end, at + 5)) if view.key(i) == "off"), 0)
    if not off or any(name_end(i) for i in range(at + 1, off)):
        return 0
    last = off + 1
    if off == at + 1 and view.key(last) in DETERMINERS:
        last += 2  # dropped off the drill
    elif off == at + 1 and view.key(last).isalpha() and view.key(last) not in BESIDE_A_NAME:
        last += 1 + (view.key(last + 1) == "on" and view.key(last + 3) == "way") * 3
    if view.key(last) == "at" and view.key(last + 1) not in ("our", "my", "mine", "ours", "the"):
        return 0  # dropped the kids off at school
    day = view.read(last) if last < end else None
    return last if view.may_end_list(last) or (day is not None and day.sure) else 0
