"""Feedback on a line: its chips, and the readings of what is asked about, taken in turn by one key."""

from collections.abc import Callable
from datetime import datetime
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

from netui.domain.capture.model import Chip, Problem, Reading
from netui.presentation.text import plain
from netui.ui.controllers.host import Host
from netui.ui.controllers.line.feedback import LineFeedback
from netui.ui.widgets.prompt import Completion

NOON = datetime(2026, 11, 21, 12)
PEOPLE = (("Tom B.", "@tom-b"), ("Tom C.", "@tom-c"))


class Parsed(NamedTuple):
    line: str
    now: datetime
    problems: tuple[Problem, ...] = ()

    def chips(self) -> list[Chip]:
        said = [Chip(self.line, "kind"), Chip(f"{self.now:%d}", "date")]
        return said + [Chip(problem.message, "problem") for problem in self.problems]


def readings(at: int) -> tuple[Reading, ...]:
    return tuple(Reading(name, at, at + 3, ident) for name, ident in PEOPLE)


def parse(line: str, now: datetime) -> Parsed:
    """Asks about each word ``tom``."""
    problems, at = [], line.find("tom")
    while at >= 0:
        if line[at + 3 :].startswith(" (new)") or line[at + 3 : at + 4] != "-":
            unclear = Problem(at, at + 3, "", "ambiguous", (), readings(at))
            problems += [] if line[at + 3 :].startswith(" (new)") else [unclear]
        at = line.find("tom", at + 3)
    return Parsed(line, now, tuple(problems))


def feedback(
    parse: Callable[[str, datetime], Parsed] = parse, offered: tuple[str, ...] = ()
) -> LineFeedback[Parsed]:
    workspace = SimpleNamespace(now=lambda: NOON, name={"tom-b": "Tom B."}.get)
    prompt = SimpleNamespace(refresh_feedback=lambda: None)
    host = SimpleNamespace(
        workspace=workspace, prompt=prompt, key={"prompt_settle": "^o", "prompt_complete": "tab"}.get
    )
    completer = SimpleNamespace(candidates=lambda *_: Completion(0, 0, offered))
    return LineFeedback(cast(Host, host), parse, cast(Any, completer))


def test_the_readings_stand_beside_the_question() -> None:
    shown = plain(feedback().chips("call tom now"))
    assert shown.split() == "“tom”: which one? ^o Tom B. · Tom C. · tom (new) call tom now 21".split()  # noqa: SIM905


def test_the_key_goes_round() -> None:
    lines, found = [], feedback()
    line = "call tom now"
    for _ in range(5):
        found.chips(line)
        line = found.settle(line) or ""
        lines.append(line)
    names = ["@tom-b", "@tom-c", "tom (new)", "tom", "@tom-b"]
    assert lines == [f"call {name} now" for name in names]
    assert "^o Tom C. · tom (new) · as typed" in plain(found.chips(line))


def test_the_next_doubt_comes_before_other_readings_of_the_last() -> None:
    found = feedback()
    line = found.settle("tom and tom") or ""
    assert line == "@tom-b and tom"
    assert found.settle(line) == "@tom-b and @tom-b"


def test_nothing_is_settled_where_nothing_is_asked() -> None:
    found = feedback()
    assert found.settle("call ada") is None
    found.settle("call tom")
    assert found.settle("call ada") is None


def test_candidates_below_answer_it_already() -> None:
    assert plain(feedback(offered=("@tom-b", "@tom-c")).chips("call tom")).startswith(" “tom”: which one?   ")
    assert plain(feedback(offered=("@tom-b",)).chips("call tom")).startswith(" “tom”: tab takes Tom B. ")


def test_what_is_read_otherwise_than_shown_is_shown_before_it_is_saved() -> None:
    meaning = ["before"]
    found = feedback(lambda line, now: Parsed(f"{line} {meaning[0]}", now))
    found.chips("call")
    shown = found.read_as_shown("call")
    assert shown is not None and shown[0].line == "call before"
    meaning[0] = "after"
    assert found.read_as_shown("call") is None
    assert "read again" in plain(found.chips("call"))
    assert found.read_as_shown("call") is not None
    assert "read again" not in plain(found.chips("call"))


def test_a_line_of_two_things_is_read_in_two_parts() -> None:
    line = "lunch tim, dinner tam"
    two = Reading("2 entries", 0, len(line), "lunch tim\ndinner tam")
    note = Reading("a note", 0, 0, "note ")

    def parse_two(line: str, now: datetime) -> Parsed:
        asked = (Problem(0, 5, "was tam there?", "person", (), (two, note)),)
        return Parsed(line, now, asked if line.startswith("lunch") and "," in line else ())

    found = feedback(parse_two)
    assert "was tam there?  ^o 2 entries · a note" in plain(found.chips(line))
    assert found.settle(line) == line
    shown = plain(found.chips(line))
    assert shown.split() == "^o a note · as typed 1 lunch tim 21 2 dinner tam 21".split()  # noqa: SIM905
    assert [part.line for part in found.read_as_shown(line) or ()] == ["lunch tim", "dinner tam"]
    assert found.settle(line) == f"note {line}"
    found.chips(f"note {line}")
    assert found.settle(f"note {line}") == line
    assert "was tam there?" in plain(found.chips(line)), "as typed, it is asked about again"
    found.settle(line)
    found.chips("another")
    assert len(found.read(line)) == 1, "what was settled holds while the line stands"
