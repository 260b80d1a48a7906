"""Those of a list who came: ``dinner with Ada and Tom, only Tom came``."""

from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.names.name_resolution import NameMatcher
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.tokens.lexer import quote_value
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.natural_dates.tokens import word_set

_ALONE = ("only", "just")
_WITHOUT = ("minus", "without", "sans")
_CAME = word_set("came turned made showed was could joined appeared attended left in")
"""Words behind ``only Tom`` that say who was there."""


def ask_who_came(view: TokenView, state: ParseState, names: NameMatcher) -> None:
    """Asks who was there where several are named, and then that only one of them came, or came not."""
    for i in range(max(state.contact_from + 1, 1), view.end - 1):
        alone, without = view.key(i) in _ALONE, view.key(i) in _WITHOUT
        people = names.match_first_name(names.key(i + 1)) if alone or without else ()
        there = [person for person in people if person.id and person in state.people]
        behind = view.key(i + 2)
        if (
            len(there) != 1
            or view.key(i - 1) == "not"
            or not (without or i + 2 >= view.end or behind in _CAME)
        ):
            continue
        from netui.domain.capture.field_readings import typed_date

        met = there if alone else [person for person in state.people if person not in there]
        begin = view.body[state.sentence_from].start
        called = " ".join(
            f"@{quote_value(person.id)}" if person.id else f"{person.name} (new)" for person in met
        )
        day = typed_date(state.on) if state.on is not None else "today"
        text = f"{state.kind or 'meeting'} with {called} {day}: "
        reading = Reading(f"only {', '.join(person.name for person in met)}", begin, begin, text)
        start, end = view.body[i].start, view.body[i + 1].core
        message = "who of them was there? Name only those who were"
        state.add(Problem(start, end, message, "mark", (), (reading,)))
        return
