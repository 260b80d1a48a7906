"""Kinds of contact in the text behind ``Tom:``, which is no more than a kind: ``Tom: lunch yesterday``."""

from netui.domain.capture.days.closing_day import ends_part
from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.news import may_be_verb
from netui.domain.capture.sentence.note_checks import MET_OR_NOTE, is_contact_with_them
from netui.domain.capture.sentence.words import NO_TOPICS, PAST_VERBS, TALKS, WRITER
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import ABOUT, AND, DASHES, EATEN, GENERIC, OCCASIONS, WITH
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.tokens import span_at

_BEHIND_A_DAY = ABOUT | WITH | {"was", "were", "went"}
"""What tells of a meal behind its day: Ada: dinner yesterday was lovely."""
_BEHIND_A_KIND = WITH | AND | {"then", "at", "in", "on", "over", "for", "after", "before", "was", "went"}


def ask_about_bare_kind(view: TokenView, state: ParseState, kinds: Kinds, at: int) -> None:
    """Asks about ``Tom: lunch yesterday``: behind a colon is text, but this is no more than a kind."""
    if state.kind or not state.settled:
        return
    first = at
    parts = (i + 1 for i in range(at, view.end - 1) if view.body[i].colon)
    last = next((day for i in parts if (day := view.read(i)) is not None), None)
    if last is not None and view.may_end(last.end):
        state.report(at, last.end, "mark", MET_OR_NOTE, "note", "contact")  # Ada: film night: yesterday
        return
    day = view.read(at) if at < view.end else None
    led = day is not None and (view.words[day.end - 1].stops or _is_dash(view, day.end))
    if day is not None and led:
        at = first = min(day.end + _is_dash(view, day.end), view.end)  # Tom: Monday: lunch
    while at < view.end and view.may_precede_kind(at) and not view.words[at].stops:
        at += 1  # Tom: good lunch yesterday
    at = _behind_topic(view, kinds, at)
    kind = kinds.named(view.key(at)) or ("meeting" if view.key(at) in TALKS else None)
    if is_contact_with_them(view, first) or _says_how_much(view, first):
        state.report(first, first + 1, "mark", MET_OR_NOTE, "note", "contact")
        return
    timed = view.key(at) in OCCASIONS | {"gym"} and at + 1 < view.end and view.read(at + 1) is not None
    if kind is None and (timed or (len(state.people) > 1 and _is_dated_item(view, first))):
        state.report(first, first + 1, "mark", MET_OR_NOTE, "note", "contact")  # Ada: gym 7am
    if kind is None or not kinds.counts(kind):
        return
    behind = at + 1 + (view.key(at + 1) in GENERIC or _is_dash(view, at + 1))
    found = view.read(behind) if behind < view.end else None
    ends = found is None or ends_part(view, found.end)
    dated = found is not None and (ends or view.key(found.end) in _BEHIND_A_DAY)
    # Tom: great call about Bath; not me and Tom: a long walk
    described = at > first and not any(view.key(i) in WRITER for i in range(first))
    named = view.key(at + 1) in (_BEHIND_A_KIND | ABOUT if described else _BEHIND_A_KIND)
    named = named and view.key(at) not in PAST_VERBS
    eaten = view.key(at) in ("breakfast", "brunch", "supper")
    final = at + (view.key(at + 1) in GENERIC and not view.words[at].after)
    alone = ends_part(view, final + 1) or named
    said = state.on is not None or len(state.people) > 1  # Ada, Ben: dinner
    if alone and at == first and not led and said and kind in EATEN and not named:
        state.kind, state.typed = kind, True  # 18 Nov Tom: lunch, talked pensions
        state.cut(at, at + 1, "kind")
        if _is_dash(view, at + 1):
            state.cut(at + 1, at + 2)
        if dated and state.on is None:
            state.take_date(behind)  # Ada, Ben: drinks, 28/5
    elif (
        dated and ends and at == first and not led and view.key(at) not in TALKS and _is_lately(view, behind)
    ):
        state.kind, state.typed = kind, True
        state.cut(state.sentence_from, at)
        state.cut(at, behind, "kind")
        state.take_date(behind)
    elif dated or (alone and (led or described or view.key(at) not in TALKS or eaten)):
        message = f"was it {kind}? If so begin with it, before the names"
        word, colon = view.body[at], view.body[first - 1]
        reading = Reading(kind, colon.core, colon.end, "")
        state.add(Problem(word.start, word.core, message, "mark", (), (reading,)), "note")


def _is_lately(view: TokenView, at: int) -> bool:
    return view.key(at) in ("yesterday", "last", "this", "today")


def _is_dated_item(view: TokenView, at: int) -> bool:
    """Whether a day stands in a text without a verb at ``at``, or behind it: ``Ada, Tom: chess, Tuesday``."""
    end = next((i + 1 for i in range(at, view.end) if view.words[i].stops), view.end)
    if any(may_be_verb(view, i) for i in range(at, end)):
        return False
    days = (view.read(i) for i in range(at, min(end + 1, view.end)))
    return any(day is not None and day.sure and day.value is not None for day in days)


def _says_how_much(view: TokenView, at: int) -> bool:
    """Whether the text at ``at`` begins with ``2 pints``, or an item of it is how long it took."""
    first = at
    if view.counted_kind(first + 1) is not None:
        return True
    while at < view.end:
        lasted = span_at(view.words, at) if at == first or "," in view.words[at - 1].after else None
        if lasted is not None and (lasted[2] >= view.end or view.words[lasted[2] - 1].stops):
            return True
        at += 1
        if view.ends_sentence(at - 1):
            return False
    return False


def _behind_topic(view: TokenView, kinds: Kinds, at: int) -> int:
    """The index of a kind behind one or two other nouns, as in ``Tom: budget call``; else ``at``."""
    for end in range(at + 1, min(at + 3, view.end)):
        before = view.key(end - 1)
        if (
            not before.replace("-", "").isalpha()
            or before in NO_TOPICS
            or view.words[end - 1].after
            or view.read(end - 1)
        ):
            break
        if kinds.named(view.key(end)) and view.key(end) not in PAST_VERBS:
            closed = view.may_end(end + 1) or ends_part(view, end + 1)
            return end if closed or view.key(end + 1) in _BEHIND_A_KIND | ABOUT else at
    return at


def _is_dash(view: TokenView, at: int) -> bool:
    return at < view.end and view.body[at].value in DASHES
