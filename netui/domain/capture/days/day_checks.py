"""Days in running text: asks whether one that was not read is the day of the entry, or part of its text."""

import re
from contextlib import suppress
from datetime import date, datetime

from netui.domain.capture.days.clause_day import goes_on_behind_day, settle_by_clause
from netui.domain.capture.days.closing_day import (
    DAYLESS,
    closes_on_us,
    ends_line,
    ends_part,
    is_day_of_thing,
    is_in_brackets,
    is_of_present,
    may_be_of_purpose,
    opens_line,
    take_meal_day,
)
from netui.domain.capture.days.feasts import AFAR
from netui.domain.capture.parse_state import TWO_DATES, ParseState
from netui.domain.capture.sentence.negation_words import ARRANGING, PAST_TENSE, PUT_OFF
from netui.domain.capture.sentence.news import SPOKEN_OF, ends_topic, tells_news
from netui.domain.capture.sentence.words import (
    BEFORE_A_NUMBER,
    BEFORE_OTHER_DAYS,
    CLAUSE_BREAKS,
    DESTINATIONS,
    PAST_FORMS,
    PAST_VERBS,
    SUBJECTS,
    TALKS,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    DASHES,
    DETERMINERS,
    OCCASIONS,
    POSSESSIVES,
    SPOKEN_BEFORE,
    STRETCHES,
    WITH,
)
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import MONTHS, NUMBERED, WEEKDAYS, ParsedDate, is_closed, word_set

_REACH = 12
_LONGEST_DAY = 4
"""Words of a day before its weekday, at most."""
_NUMBER = r"\d[\d./-]*(?:st|nd|rd|th)?"
_DOTTED_HOUR = r"\d{1,2}[.:]\d\d"
"""The time by which a train is called."""
_SCORE = r"\d{1,2}-\d{1,2}"
_GAMES = word_set("""
    won lost drew beat match game final semi-final semi final tennis football squash badminton hockey rugby
    cricket chess darts pool snooker padel basketball netball volleyball cup derby
""")
"""Words before the score of a game."""
_ISO = len("2026-1-1")
"""Letters of the shortest date that is no score."""
_ISO_DAY = r"\W?(\d{4}-\d\d-\d\d)(?!\d)"
_NAMES_DAY = ("black", "good", "cyber", "casual", "easter")
"""Before a weekday that names a day or a sale: call with Ada about Black Friday."""
_IS = ("is", "was", "one's", "it's", "that's", "song", "book", "film", "band", "dog", "cat")
_TOPICS = CLAUSE_BREAKS | {"to", "of"}
"""Words behind which a day belongs to something else than what took place."""


def ask_about_day(view: TokenView, state: ParseState, end: int) -> None:
    """Asks about the first day up to ``end`` that was read as none."""
    dated, timed = state.is_dated, isinstance(state.on, datetime)
    _ask_about_second_day(view, state)
    if (dated and timed) or not (state.settled or state.present):
        return
    if any(problem.what == "date" for problem in state.problems):
        return
    _ask_about_last_number(view, state)
    if _ask_beside_names(view, state) or _ask_about_owning_day(view, state):
        return
    passed = 0
    for at in range(state.sentence_from, end):
        found = None if at < passed or at in state.named or state.is_cut(at) else view.read(at)
        if found is None or (timed and found.hour):
            continue  # 9am run with Ada yesterday
        if view.key(at - 1) == "not" and (at - 2 not in state.named or view.key(found.end) == "but"):
            if _takes_other(view, state, found, end):
                return
            passed = found.end  # the game is on Saturday, not Sunday
            continue
        if not timed and _is_hour(view, state, at, found):
            state.take_date(at, inside=True)
            return
        if dated:
            continue
        if _lies_ahead_apart(view, state, at, found) or is_of_present(view, state, at):
            passed = found.end
            continue
        if take_meal_day(view, state, at, found) or _settle_day(view, state, at, found):
            return
        dated_so = view.key(at) in WEEKDAYS or view.key(at)[:1].isdigit() or view.key(at) in ("on", "last")
        passed = found.end if dated_so else passed  # till Mon 16 Nov
    if not dated:
        _ask_about_part(view, state, max(end, 1))


def _ask_about_owning_day(view: TokenView, state: ParseState) -> bool:
    """Asks about ``notes for Monday's call with Ada``, which may be still to come."""
    end = state.contact_from
    while end > state.sentence_from and view.may_precede_kind(end - 1):
        end -= 1  # Monday's quick call
    for at in range(max(state.sentence_from + 1, end - 2), end):
        held = view.kind_at(state.contact_from) is not None or view.key(state.contact_from) in TALKS
        found = view.day_owning(at, end) if held else None
        if found is not None:
            state.ask_whether_day(at, end, found.value)
            return True
    return False


def _ask_about_second_day(view: TokenView, state: ParseState) -> None:
    """Asks about the day of a second thing with them, up to a colon: ``lunch with Ada Mon, coffee Wed``."""
    for at in range(state.last_person + 2, view.limit if state.on is not None else 0):
        kind = view.kind_at(at - 1) if view.key(at - 1) not in PAST_VERBS else None
        apart = view.words[at - 2].stops or view.key(at - 2) in AND or view.body[at - 2].value in DASHES
        found = view.read(at) if kind is not None and apart and not state.is_cut(at) else None
        if found is not None and (found.end >= view.limit or view.words[found.end - 1].stops):
            state.report(at, found.end, "date", TWO_DATES.format(view.text(at, found.end)), "words")
            return


def _ask_about_last_number(view: TokenView, state: ParseState) -> None:
    if view.key(view.end - 1)[:1].isdigit():
        from netui.domain.capture.days.number_checks import ask_about_dotted_hour, ask_about_number

        ask_about_number(view, state)
        ask_about_dotted_hour(view, state)


def _settle_day(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Takes the day at ``at``, or asks about it; False where it is part of the text."""
    if may_be_of_purpose(view, state, at, found) and found.value is not None and found.value != view.today:
        state.ask_whether_day(at, found.end, found.value)
        return True
    if ends_line(view, state, at, found):
        if view.body[at - 1].value in DASHES:
            state.cut(at - 1, at)
        state.take_date(at, inside=True)
        return True
    if opens_line(view, state, at, found):
        return state.take_date(at, inside=True) > 0
    told = settle_by_clause(view, state, at, found)
    told = True if told is None and closes_on_us(view, state, at, found) else told
    if told:
        state.take_date(at, inside=True)
    if told is not None:
        return told
    late = found.hour and (view.key(at) == "at" or not found.loose) and ends_topic(view, at, found.end)
    if late or _may_be_day(view, state, at, found):
        state.ask_whether_day(at, found.end, found.value)
        return True
    return False


def _is_hour(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a time at ``at`` is that of what took place: ``at the pub at 3pm``."""
    plain = found.hour and not (found.loose or view.key(at - 1) in STRETCHES - {"from"})
    return plain and (_is_of_clause(view, state, at) or _is_alone(view, at, found))


def _takes_other(view: TokenView, state: ParseState, found: ParsedDate, end: int) -> bool:
    """Takes the day behind one that was denied: ``not at 3 but at 4``; False without one."""
    other = view.read(found.end + 1) if view.key(found.end) == "but" and found.end + 1 < end else None
    return other is not None and state.take_date(found.end + 1, inside=True) >= 0


def _ask_about_part(view: TokenView, state: ParseState, end: int) -> None:
    """Asks about a day from ``end`` on that is all behind a dash, a comma or a colon, but for hedges."""
    for at in range(end, view.end):
        if state.is_cut(at):
            continue
        hedged = _behind_hedges(view, at)
        found = view.read(hedged or at) if hedged or _begins_part(view, at) else None
        score = at == view.limit and view.key(at)[:1].isdigit() and len(view.key(at)) < _ISO
        if found is None or (score and found.end == at + 1) or found.value == view.today:
            continue  # not chess with Ada: 2-1
        last = found.end
        while _is_apart(view, at) and last < view.end and view.key(last) in _HEDGES:
            last += 1  # - Monday, I think
        while last < view.end and view.words[last - 1].stops and (also := view.read(last)) is not None:
            last = also.end  # three meetings: Monday, Tuesday
        if view.may_end(last):
            state.ask_whether_day(hedged or at, found.end, found.value)
            return
    _ask_about_last_part(view, state)
    _ask_about_glued(view, state, end)


def _ask_about_last_part(view: TokenView, state: ParseState) -> None:
    """Asks about a day gone by that ends a line without a colon apart: ``call with Ada - fine (Mon)``."""
    for at in range(max(view.end - _LONGEST_DAY, 1), view.end if view.limit == view.end else 0):
        apart = (view.sign(at) == "(" or view.words[at - 1].stops) and not is_in_brackets(view, at)
        found = view.read(at) if apart and not state.is_cut(at) else None
        gone = found is not None and found.value is not None and day_of(found.value) < view.today
        if found is not None and gone and found.end >= view.end and not found.hour:
            state.ask_whether_day(at, found.end, found.value)
            return


def _ask_about_glued(view: TokenView, state: ParseState, end: int) -> None:
    """Asks about a date that other signs hide: ``<2026-11-14 Sat>``, ``2026-11-14,lunch``."""
    for at in range(state.sentence_from, 0 if state.is_dated else end):
        said = view.body[at].value
        hidden = re.match(_ISO_DAY, said) if said[1:2].isdigit() and said[-1:] != "/" else None
        if hidden is None or state.is_cut(at) or view.read(at) is not None:
            continue
        with suppress(ValueError):
            state.ask_whether_day(at, at + 1, date.fromisoformat(hidden[1]))
            return


def _ask_beside_names(view: TokenView, state: ParseState) -> bool:
    """Asks about a day right before or behind names: ``lunch 19th Ada Byron``, ``call: Ada, Wed, rent``."""
    if state.is_dated:
        return False
    for at in sorted(state.named):
        behind, before = at + 1, at - 1
        told = behind in state.named or behind >= view.end or ":" in view.words[at].after
        if not (told or state.is_cut(behind)):
            found = view.read(behind)
            month = view.key(behind) in MONTHS and view.body[behind].value[:1].isupper()
            if found is not None and not found.hour and ends_part(view, found.end):
                state.ask_whether_day(behind, found.end, found.value)
                return True
            if month and (view.may_end(behind + 1) or view.words[behind].stops):
                state.ask_whether_day(behind, behind + 1, None)
                return True
        before -= view.key(before) in WITH
        first = before - (view.key(before - 1) in BEFORE_A_NUMBER)
        number = view.key(before)
        counted = first > 0 and number[:1].isdigit() and re.fullmatch(_NUMBER, number)
        kind = view.kind_at(first - 1) if counted else None
        if kind is not None and kind[1] == first and not state.is_cut(before):
            state.ask_whether_day(first, before + 1, view.number_alone(before))
            return True
    return False


def _behind_hedges(view: TokenView, at: int) -> int:
    """The index of what may be a day behind a dash and hedges: ``- it was on Monday``; else 0."""
    if not _is_apart(view, at):
        return 0
    rest = range(at, min(view.end, at + _REACH))
    first = next((i for i in rest if view.key(i) not in _HEDGES or view.words[i].stops), at)
    first += view.key(first) == "the" and view.key(first + 1) in WEEKDAYS
    key = view.key(first)
    named = key in WEEKDAYS or key in MONTHS or key in _BEGINS_DAY or key[:1].isdigit()
    return first if first > at and named else 0


def _is_apart(view: TokenView, at: int) -> bool:
    """Whether a dash, or a full stop in a line without a colon, stands before ``at``."""
    if view.body[at - 1].value in DASHES:
        return True
    return view.limit == view.end and (view.ends_sentence(at - 1) or view.starts_line(at))


def is_within_day(view: TokenView, at: int) -> bool:
    """Whether a day that begins before ``at`` holds the word there: ``next Monday``, ``a week on Monday``."""
    before = (view.read(i) for i in range(max(0, at - _LONGEST_DAY), at))
    return any(found is not None and found.end > at for found in before)


def _begins_part(view: TokenView, at: int) -> bool:
    """Whether a part of the text begins at ``at``: behind a colon all of it, or what a dash leads to.

    Not one that begins with ``it was`` or ``the boiler``: the reader of dates would have to be loaded for it.
    """
    key, follower = view.key(at), view.key(at + 1)
    numbered = not follower.isalpha() or follower.endswith(("st", "nd", "rd", "th"))
    named = numbered or follower in _THE_DAY or follower in WEEKDAYS
    if key in _NO_DAY or (key == "the" and not named):
        return False
    return (at == view.limit and view.key(at - 1) not in SPOKEN_OF) or _is_apart(view, at)


_NO_DAY = word_set("""
    i we you he she it they my our your his her its their was is has had wants got said no not
""")
_HEDGES = word_set("""
    it that this was were just only even over back way again already still once more early late earlier later
    at maybe perhaps probably possibly i think guess believe must be have been somewhere not quite nearly
    almost right shortly soon after before sometime one inst all actually sorry so yes
""")
"""Words beside a day that say no more than how sure or how long ago it was: that was on Monday, I think."""
_CLOSELY = ("right", "just", "shortly", "soon", "straight")
_BEGINS_DAY = word_set(
    "on in the last this a yesterday tomorrow today tonight halloween christmas between around"
)
_THE_DAY = word_set("day week weekend month night morning evening afternoon other same start end middle bank")
"""Words behind "the" with which a day may begin; ordinals are others."""


def _is_alone(view: TokenView, at: int, found: ParsedDate) -> bool:
    """Whether a date at ``at`` stands between commas or the like, or ends the line behind one."""
    apart = at > 0 and (view.words[at - 1].stops or view.body[at - 1].value in DASHES)
    return apart and ends_part(view, found.end)


def _is_of_clause(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether a date at ``at`` stands in the main clause, behind no topic: ``at the pub at 3pm``."""
    for i in range(at - 1, max(state.sentence_from, at - _REACH) - 1, -1):
        somewhere = view.key(i) == "to" and view.key(i + 1) in DETERMINERS | DESTINATIONS
        if (view.key(i) in _TOPICS and not somewhere) or view.words[i].stops:
            return False
        if i in state.named:
            return True
    return True


def _lies_ahead_apart(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a day to come stands in a clause behind what was done: ``Ada rang, free next week``."""
    verb = view.key(state.contact_from)
    done = verb in PAST_TENSE | PAST_VERBS or verb.endswith("'d")
    ahead = day_of(found.value) > view.today if found.value is not None else view.key(at) == "next"
    between = range(max(state.contact_from, state.last_person), at - 1)
    clause = next((i + 1 for i in reversed(between) if view.words[i].stops), 0)
    clause += view.key(clause) in SUBJECTS
    told = view.key(clause) in PAST_FORMS or view.key(clause).endswith("ed")
    if clause and told and ahead:
        return True  # lunch with Ada, talked about the move next spring
    apart = any(view.words[i].stops for i in between) or view.key(at) in ("tomorrow", "tmrw", "next")
    return done and ahead and apart


def _is_score(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether ``3-1`` at ``at`` is how a game ended, by a word before it: ``watched the final, 3-1``."""
    if "-" not in view.key(at) or not re.fullmatch(_SCORE, view.key(at)):
        return False
    return not _GAMES.isdisjoint(view.key(i) for i in range(state.sentence_from, at))


def _is_arranged(view: TokenView, at: int) -> bool:
    """Whether a verb makes the day at ``at`` its object: ``rang to cancel Saturday``."""
    return view.key(at - 1) in ARRANGING and view.key(at - 2) == "to"


def _may_be_day(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a date in running text is asked about; a short weekday (``fri``) only where its part ends."""
    lead = view.key(at - 1)
    title = view.body[min(found.end, view.end - 1)].value
    if lead in ("watched", "watching", "read") and title.istitle() and not view.words[found.end - 1].stops:
        return False  # watched Saturday Night Live
    if is_in_brackets(view, at):
        return state.kind not in AFAR and view.key(at - 3) not in ("about", "of")
    if lead == "the" and re.fullmatch(_DOTTED_HOUR, view.key(at)):
        return False  # off the 11.40 from Leeds
    if lead in ("called", "titled", "named") and view.key(at - 2) in _IS:
        return False  # one's called Sunday
    topic = found.sure and any(view.key(i) in SPOKEN_OF for i in range(max(0, at - _LONGEST_DAY), at))
    if lead in DAYLESS and ends_part(view, found.end) and (view.key(at) in WEEKDAYS or topic):
        return state.is_day(at, found)  # coffee with Ada about the flat wed
    if (
        lead in ("happy", "merry")
        or (lead in NUMBERED and view.key(at)[:1].isdigit())
        or (lead in _NAMES_DAY and view.key(at - 2) in SPOKEN_OF)
    ):
        return False
    if _is_score(view, state, at) or (_is_arranged(view, at) and view.key(at) in WEEKDAYS):
        return False  # rang to cancel Saturday
    if _is_of_another(view, state, at, found) or tells_news(view, at, state.last_person):
        return False
    today = found.value == view.today  # the same day, whether it is read or not
    return (found.sure or _is_last(view, state, at, found)) and not today and state.is_day(at, found)


def _is_last(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a date at ``at`` that may be another word stands where a day does, as at the end of a part."""
    key, lead = view.key(at), view.key(at - 1)
    weekday, short = key in WEEKDAYS, key in ("sat", "sun", "wed")
    beside = at - 1 in state.named or (lead in TALKS | OCCASIONS and view.key(found.end) in WITH)
    word = weekday and ((short and not beside) or lead in SPOKEN_BEFORE)
    if weekday and lead not in SPOKEN_BEFORE:
        if view.may_end(found.end) or ends_part(view, found.end):
            return True
        named = view.body[at].value.istitle() and at > state.sentence_from
        named = named and lead.isalpha() and not view.ends_sentence(at - 1)
        if named and goes_on_behind_day(view, found.end):
            return True  # off the bus Sat and
    small = view.body[at].value.islower() and not view.words[at - 1].stops
    if short and small and lead not in SPOKEN_BEFORE | {"in", "of"}:
        return True
    return not word and (_is_of_clause(view, state, at) or _is_alone(view, at, found))


def _is_of_another(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a date at ``at`` is that of something else than what took place, by the words before it."""
    lead = view.key(at - 1)
    noun = at > state.last_person >= 0 and view.key(at) in WEEKDAYS and not is_closed(view.words, found.end)
    plain = lead.isalpha() and lead not in POSSESSIVES and goes_on_behind_day(view, found.end)
    owned = noun and ((view.is_owned(at) and not plain) or lead in DETERMINERS)  # about the Friday interview
    since = view.key(at) == "since" or (lead == "since" and at - 2 not in state.named)
    moved = lead == "to" and view.key(at - 2) in PUT_OFF  # - the wedding moved to 12 June
    moved = moved and any(view.words[i].stops for i in range(max(state.last_person, 0), at - 2))
    if owned or since or moved or is_day_of_thing(view, at):
        return True
    begins = state.typed and state.contact_from == state.sentence_from
    until = begins and (at - 2 in state.named or view.kind_at(at - 2) is not None)  # with Ada till Monday
    behind_owner = lead in POSSESSIVES and view.key(at) == "on"  # o cão dele no domingo
    met_before = lead == "before" and (at - 2 == state.last_person or view.key(at - 2) in _CLOSELY)
    ahead = lead in BEFORE_OTHER_DAYS | POSSESSIVES and not met_before and not behind_owner
    return ahead or (lead in STRETCHES and not until)


def is_dated(view: TokenView, at: int) -> bool:
    """Whether a day behind names that end before ``at`` stands apart: ``Ada, 20 Nov, ill``, ``- wed -``."""
    before, start = _separator(view, at)
    found = view.read(start) if start < view.end else None
    if found is None or found.value is None:
        return False
    behind, _ = _separator(view, found.end)
    apart = before == behind != "," or (found.sure and view.words[found.end - 1].stops)
    return view.may_end(found.end) or (before in (",", ".", ";", ":", "-") and apart)


def _separator(view: TokenView, at: int) -> tuple[str, int]:
    """The sign between the words before and behind ``at``, ``-`` for any dash, and where those begin."""
    dash = at < view.end and view.body[at].value in DASHES
    return "-" if dash else view.words[at - 1].after, at + dash
