"""Numbers at the end of a line, read as no date: asks whether one is the day or the time: ``lunch Ada 4``."""

from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.news import ends_topic
from netui.domain.capture.sentence.words import BEFORE_A_NUMBER
from netui.domain.capture.tokens.token_view import TokenView

_IN_PARTS = ("chapter", "section", "version", "paragraph", "clause", "release", "rev", "figure", "item")
"""What is numbered by two numbers with a dot between: re clause 3.12."""


def ask_about_number(view: TokenView, state: ParseState) -> None:
    """Asks whether a number alone at the end, behind the names, is the day or the hour: ``lunch Ada 4``."""
    at = view.end - 1
    led = view.key(at - 1) in BEFORE_A_NUMBER
    number = view.key(at)
    apart = view.words[at - 1 - led].stops or at - 1 - led != state.last_person
    if apart or not (number.isdecimal() and 1 <= int(number) <= 31) or view.read(at) is not None:
        return
    start, end = view.body[at - led].start, view.body[at].core
    may_be_hour = not led and int(number) <= 12
    said = [f"on the {number}", *([f"at {number}"] if may_be_hour else ())]
    readings = tuple(Reading(each, start, end, each) for each in said)
    hour = ", or the time? Write ‘at’ before it" if may_be_hour else "? Write the month too"
    message = f"is “{number}” the day it happened{hour}"
    state.add(Problem(start, end, message, "date", (), readings), "text")


def ask_about_dotted_hour(view: TokenView, state: ParseState) -> None:
    """Asks about what may be a time behind a topic and ends the line: ``call Ada re van 9.30``."""
    at = view.end - 1
    hour, _, minutes = view.key(at).replace("h", ".").partition(".")
    timed = hour.isdecimal() and len(minutes) == 2 and minutes.isdecimal() and len(hour) < 3
    if not timed or int(hour) > 23 or int(minutes) > 59 or state.is_cut(at):
        return
    if state.on is None and view.key(at - 1) not in _IN_PARTS and ends_topic(view, at, at + 1):
        begin, said = view.body[state.sentence_from].start, f"{int(hour):02d}:{minutes}"
        message = f"is “{view.text(at, at + 1)}” the time? If so write it as in {said}, at the start"
        reading = Reading(f"at {said}", begin, begin, f"{said} ")
        state.add(Problem(*view.span(at, at + 1), message, "date", (), (reading,)), "text")
