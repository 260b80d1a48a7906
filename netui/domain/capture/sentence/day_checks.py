"""Days in running text: asks whether one that was not read is the day of the entry, or part of its text."""

from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.others import tells_news
from netui.domain.capture.sentence.words import (
    BEFORE_OTHER_DAYS,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ABOUT,
    DETERMINERS,
    SPOKEN_BEFORE,
    STRETCHES,
)
from netui.domain.natural_dates.parse import ParsedDate
from netui.domain.natural_dates.tokens import WEEKDAYS, is_closed


def ask_about_day(view: TokenView, state: ParseState, head: int, end: int) -> None:
    """Asks about the first day up to ``end`` that was read as none; ``head`` is where the text begins."""
    if state.on is not None or not (state.settled or state.present):
        return
    if any(problem.what == "date" for problem in state.problems):
        return
    for at in range(state.sentence_from, end):
        found = None if at in state.named or state.is_cut(at) else view.read(at)
        if found is not None and _may_be_day(view, state, at, found, head):
            state.ask_whether_day(at, found.end, found.value)
            return


def _may_be_day(view: TokenView, state: ParseState, at: int, found: ParsedDate, head: int) -> bool:
    """Whether a date in running text is asked about; a short weekday (``fri``) only at the end."""
    lead = view.key(at - 1)
    ends = found.end >= view.end or view.words[found.end - 1].stops
    alone = ends and at > 0 and view.words[at - 1].stops
    last = (found.end >= view.end or alone) and view.key(at) in WEEKDAYS and lead not in SPOKEN_BEFORE
    apart = any(view.key(i) in ABOUT or view.words[i].stops for i in range(max(state.last_person, 0), at))
    last = last or (ends and found.value is None and view.key(at) in ("in", "on") and not apart)
    noun = at > state.last_person >= 0 and view.key(at) in WEEKDAYS and not is_closed(view.words, found.end)
    owned = noun and (view.is_owned(at) or lead in DETERMINERS)  # about the Friday interview
    if owned or lead in BEFORE_OTHER_DAYS or (lead in STRETCHES and at - 1 > head):
        return False
    if tells_news(view, at, state.last_person):
        return False
    today = found.value == view.today  # the same day, whether it is read or not
    return (found.sure or last) and not today and state.is_day(at, found)
