"""Readings offered for a problem: the ways to settle it, each as a change of the line.

Whoever reports a problem names the ways as an :data:`~.model.Offer`; what each changes is known once the
whole line was read. Loaded only for a line with a problem.
"""

from typing import TYPE_CHECKING

from netui.domain.capture.field_readings import typed_date
from netui.domain.capture.model import Offer, ParsedLine, Person, Problem, Reading
from netui.domain.capture.sentence.negation_words import INTENT_LEADS
from netui.domain.capture.tokens.escapes import needs_escape
from netui.domain.capture.tokens.lexer import quote_value
from netui.domain.capture.vocabulary import AND, DASHES

if TYPE_CHECKING:
    from netui.domain.capture.parse_state import ParseState
    from netui.domain.capture.tokens.token_view import TokenView

MOST_SETTLED = 8
"""For how many problems of a line readings are built: a line of nothing but problems stays quick to read."""


def with_readings(line: ParsedLine, view: "TokenView", state: "ParseState") -> ParsedLine:
    """The line with the readings of its first problems: those they have, and those that were offered."""
    problems = list(line.problems)
    for at, problem in enumerate(problems[:MOST_SETTLED]):
        built = (_build(view, state, problem, offer) for offer in state.offers_of(problem))
        problems[at] = problem._replace(readings=(*problem.readings, *filter(None, built)))
    return line._replace(problems=tuple(problems))


def _build(view: "TokenView", state: "ParseState", problem: Problem, offer: Offer) -> Reading | None:
    begin = view.body[state.sentence_from].start if state.sentence_from < view.end else 0
    people = " ".join(f"@{quote_value(person.id)}" for person in state.people if person.id)
    by_name = f" with {people}" * bool(people)
    if offer == "note":
        return Reading("a note, not contact", begin, begin, "note ")
    if offer == "text":
        return _today(view, state, problem, begin)
    if offer == "words":
        return _escaped(view, problem)
    if offer == "attempt":
        return Reading("an attempt: nobody answered", begin, begin, f"attempt{by_name}: ")
    if offer == "promise":
        known = bool(people or state.present)
        return Reading("a promise", begin, _task(view, state), f"{people} >".lstrip()) if known else None
    if offer == "contact":
        kind = state.kind or "meeting"
        day = typed_date(state.on) if state.on is not None else "today"
        return Reading(f"it took place: {kind}", begin, begin, f"{kind}{by_name} {day}: ")
    return _of_present(view, state, problem, offer, begin, by_name)


def _today(view: "TokenView", state: "ParseState", problem: Problem, begin: int) -> Reading:
    """The words of a problem are text, and it is today that is meant."""
    said = view.line[problem.start : problem.end]
    label = f"today; “{said.strip('()[]')}” is text"
    named = view.body[state.last_present].core if state.last_present >= 0 else 0
    if said.removeprefix("on ").isdigit() and view.line[named : problem.start].isspace():
        return Reading(label, named, named, ":")  # call with Ada 15
    return Reading(label, begin, begin, "today ")


def _of_present(
    view: "TokenView", state: "ParseState", problem: Problem, offer: Offer, begin: int, by_name: str
) -> Reading | None:
    """Who was there: somebody of whom it was asked, or the writer."""
    if state.last_present < 0 and offer in ("present", "absent") and problem.candidates:
        return _alone(view, problem, offer)
    if state.last_present < 0:
        return None
    if offer == "together":
        after = view.body[_subject_end(view, state) - 1].core
        if view.key(_subject_end(view, state)) == "i":
            return None  # thanks to Ada I met Tom's boss
        return Reading("I was there too", after, after, " and I")
    last = view.body[state.last_present]
    after, understood = last.core, last.start == last.core
    (person, *_) = problem.candidates
    if understood and after <= begin:  # [Ada] got a cat, named it Rose
        named = f"with @{quote_value(person.id)}: " if offer == "present" else "note "
        label = f"{person.name} was there too" if offer == "present" else f"{person.name} was not there"
        return Reading(label, begin, begin, named)
    if offer == "present" and problem.start < last.start and by_name:
        label = f"{person.name} was there too"  # Ada had good words for Tom when we spoke
        named = f"{state.kind or 'meeting'}{by_name} @{quote_value(person.id)}: "
        return Reading(label, begin, begin, named)
    if offer == "present":
        joined = f" {'with' if understood else 'and'} @{quote_value(person.id)}"
        return Reading(f"{person.name} was there too", after, after, joined)
    return _as_text(view, state, problem, person)


def _alone(view: "TokenView", problem: Problem, offer: Offer) -> Reading:
    """Whether the one who may be named was there, or the line is a note about them."""
    (person, *_) = problem.candidates
    named = f"@{quote_value(person.id)}"
    if offer == "present":
        return Reading(f"it was {person.name}", problem.start, problem.end, named)
    before = view.line[: problem.start]
    return Reading(f"a note about {person.name}", 0, problem.end, f"note {before}{named}")


def _escaped(view: "TokenView", problem: Problem) -> Reading | None:
    """A backslash before the first word of a date that is one, so that its words are text."""
    for word in view.words:
        if problem.start <= word.start < problem.end and needs_escape(f"\\{word.key}"):
            said = view.line[problem.start : problem.end]
            what = "time" if said.startswith("at ") else "day"
            return Reading(f"no {what}; “{said}” is text", word.start, word.start, "\\")
    return None


def _subject_end(view: "TokenView", state: "ParseState") -> int:
    """The index after the names that the sentence begins with, else after the last name."""
    at = state.sentence_from
    while at in state.named or (at > state.sentence_from and view.key(at) in AND):
        at += 1
    return at if at > state.sentence_from else state.last_present + 1


def _task(view: "TokenView", state: "ParseState") -> int:
    """Where what is to be done begins: behind ``should``, ``need to`` or ``remind me to``."""
    at = state.sentence_from
    while at + 1 < view.end and view.key(at) in INTENT_LEADS:
        at += 1
    return view.body[at].start


def _as_text(view: "TokenView", state: "ParseState", problem: Problem, person: Person) -> Reading | None:
    """A colon before the clause that speaks of ``person``, so that what follows is text."""
    at = next((i for i in range(view.end) if view.body[i].end > problem.start), 0)
    while (
        at - 1 > state.last_present and not view.words[at - 1].after and view.body[at - 1].value not in DASHES
    ):
        at -= 1
    if at == 0 or at >= view.limit:
        return None
    before = view.body[at - 1]
    start = before.core
    if at > 1 and before.value in DASHES:
        start = view.body[at - 2].core
    return Reading(f"{person.name} was not there", start, before.end, ":")
