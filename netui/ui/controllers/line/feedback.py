"""Feedback on a line while it is typed: what was read as chips, what is asked about, and its readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from netui.domain.named_tuple import NamedTuple
from netui.presentation.footer import key_hints
from netui.presentation.text import Line, clean

if TYPE_CHECKING:
    from netui.domain.capture.model import Chip, Problem, Reading
    from netui.ui.controllers.host import Host
    from netui.ui.controllers.line.completion import LineCompleter

_LABELS = 3
"""How many readings are named in the chip that asks."""


class ParsedText(Protocol):
    """A line as it was parsed."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is asked about."""

    def chips(self, today: date) -> list[Chip]:
        """All that was read, then the problems."""


Parsed = TypeVar("Parsed", bound=ParsedText)


class _Shown(NamedTuple, Generic[Parsed]):
    """A line as its chips show it, the time by which it was read, and its parts: one unless it was split."""

    line: str
    now: datetime
    parts: tuple[Parsed, ...]


class _Settled(NamedTuple):
    """One way to read what is asked about: words for it, and the line that says so, or several lines."""

    label: str
    text: str


class _Cycle(NamedTuple):
    """The readings between which one key steps: the line as it was typed comes behind the last."""

    readings: tuple[_Settled, ...]
    at: int

    @property
    def parts(self) -> list[str]:
        """The lines that the present reading makes of the one typed."""
        return self.readings[self.at].text.split("\n")

    @property
    def line(self) -> str:
        """What stands in the prompt: the line as typed while it is read as several."""
        return self.parts[0] if len(self.parts) == 1 else self.readings[-1].text


class LineFeedback(Generic[Parsed]):
    """Parses a line at each key, by ``parse``, and says what was read.

    What the chips show is what is saved: a line is read again by the clock of its chips.
    """

    def __init__(self, host: Host, parse: Callable[[str, datetime], Parsed], completer: LineCompleter):
        self._host, self._parse, self.completer = host, parse, completer
        self._shown: _Shown[Parsed] | None = None
        self._cycle: _Cycle | None = None
        self._is_reread = False
        """Whether the line was read otherwise as it was to be saved than its chips had said."""

    def read(self, line: str) -> tuple[Parsed, ...]:
        """Parses a line, in parts where it was split.

        The line whose chips are shown is read by their clock, so that midnight moves no day.
        """
        shown = self._shown
        now = shown.now if shown and shown.line == line else self._host.workspace.now()
        return self._read(line, now)

    def _read(self, line: str, now: datetime) -> tuple[Parsed, ...]:
        cycle = self._cycle
        parts = cycle.parts if cycle and cycle.line == line else [line]
        return tuple(self._parse(part, now) for part in parts)

    def read_as_shown(self, line: str) -> tuple[Parsed, ...] | None:
        """Parses a line to be saved; None, and new chips, where it is read otherwise than the chips say.

        So it is once a file that another program changed gives a name to somebody else.
        """
        shown, parts = self._shown, self.read(line)
        if shown and shown.line == line and _chips(parts, shown.now) != _chips(shown.parts, shown.now):
            self._is_reread = True
            self._host.prompt.refresh_feedback()
            return None
        return parts

    def shown(self, line: str) -> tuple[Parsed, ...]:
        """The line, in parts where it was split, as its chips show it."""
        shown = self._shown
        return shown.parts if shown and shown.line == line else self.read(line)

    # ------------------------------------------------------------------ chips

    def chips(self, line: str) -> Line:
        """What is asked about, then what was read; of a line that was split one part after the other."""
        if self._cycle and self._cycle.line != line:
            self._cycle = None
        now = self._host.workspace.now()
        parts = self._read(line, now)
        self._shown = _Shown(line, now, parts)
        drawn: Line = []
        if self._is_reread:
            drawn.append((" read again, as the files have changed: enter saves this ", "attention"))
            self._is_reread = False
        to_settle = self._first_to_settle(line)
        for problem in _problems(parts):
            drawn.append((f" {clean(self._complaint(line, problem))} ", "attention"))
            if problem is to_settle and not self._candidates(line, problem):
                drawn += self._labels([_Settled(label, "") for label, *_ in readings_of(line, problem)])
        if self._cycle and not _problems(parts):
            readings, at = self._cycle
            drawn += self._labels([*readings[at + 1 :], *readings[:at]])
        for number, part in enumerate(parts, 1):
            drawn.append((f" {number}" if len(parts) > 1 else "", "strong"))
            drawn.append((" ", ""))
            for label, what in part.chips(now.date()):
                if what != "problem":
                    drawn += [(f" {clean(label)} ", "chip"), (" ", "")]
        return drawn

    def _labels(self, readings: Sequence[_Settled]) -> Line:
        words = " · ".join(clean(reading.label) for reading in readings[:_LABELS])
        more = " …" if len(readings) > _LABELS else ""
        key = self._host.keys["prompt_settle"].split(",")[0]
        return key_hints([(key, f"{words}{more}")])

    def _candidates(self, line: str, problem: Problem) -> Sequence[str]:
        """The candidates that stand below, where the problem is about the name just typed."""
        is_last = problem.end == len(line) and problem.what in ("unknown", "ambiguous")
        offered = self.completer.candidates(line, len(line)) if is_last else None
        return offered.choices if offered is not None else ()

    def _complaint(self, line: str, problem: Problem) -> str:
        """What is wrong, in few words where what it may be stands beside it or below."""
        choices = self._candidates(line, problem)
        typed = line[problem.start : problem.end].lstrip("@")
        if len(choices) == 1:
            key = self._host.key("prompt_complete")
            return f"“{typed}”: {key} takes {self._host.workspace.name(choices[0].lstrip('@'))}"
        is_choice = problem.what == "ambiguous" or (problem.what == "date" and len(problem.readings) > 1)
        return f"“{typed}”: which one?" if choices or is_choice else problem.message

    # ------------------------------------------------------------------ readings

    def settle(self, line: str) -> str | None:
        """The line with the next reading of what it is asked about, None where it is asked about nothing.

        Once that is settled, the same key shows its other readings, and then the line as it was typed. While
        it is read as several, the line stays as it was typed.
        """
        problem, cycle = self._first_to_settle(line), self._cycle
        if problem is not None:
            readings = [_Settled(each.label, each.settle(line)) for each in readings_of(line, problem)]
            return self._take(_Cycle((*readings, _Settled("as typed", line)), 0))
        if cycle and cycle.line == line:
            return self._take(cycle._replace(at=(cycle.at + 1) % len(cycle.readings)))
        return None

    def _take(self, cycle: _Cycle) -> str:
        """The line with the next reading; of a split with open questions the first line, then the others."""
        first, *further = cycle.parts
        self._cycle, now = cycle, self._host.workspace.now()
        if not further or not _problems([self._parse(each, now) for each in cycle.parts]):
            return cycle.line
        self._cycle = None
        self._host.prompt.add_lines(further)
        return first

    def _first_to_settle(self, line: str) -> Problem | None:
        """The first problem of the line with readings; none of a line that was split."""
        parts = self.shown(line)
        return next((p for p in _problems(parts) if readings_of(line, p)), None) if len(parts) == 1 else None

    def ask_reading(self, line: str) -> bool:
        """Asks which reading is meant in a list; returns False where there is none to choose from."""
        problem = self._first_to_settle(line)
        if problem is None:
            return False
        readings = readings_of(line, problem)
        typed = clean(line[problem.start : problem.end].lstrip("@"))
        is_name = problem.what in ("unknown", "ambiguous")

        def chosen(key: str | None) -> None:
            if key is not None:
                settled = [_Settled(each.label, each.settle(line)) for each in readings]
                self._host.prompt.typed = self._take(_Cycle((*settled, _Settled("as typed", line)), int(key)))
                self._host.prompt.refresh_feedback()

        title = f"who is {typed}?" if is_name else problem.message
        self._host.choose(title, [(str(at), each.label, "") for at, each in enumerate(readings)], chosen)
        return True


def readings_of(line: str, problem: Problem) -> tuple[Reading, ...]:
    """The ways to settle a problem; a name that several people have may be somebody new, too."""
    from netui.domain.capture.model import Reading

    typed = line[problem.start : problem.end]
    if problem.what != "ambiguous" or typed.endswith(")"):
        return problem.readings
    new = f"{typed.lstrip('@')} (new)"
    return (*problem.readings, Reading(new, problem.start, problem.end, f"{typed} (new)"))


def _problems(parts: Sequence[ParsedText]) -> list[Problem]:
    return [problem for part in parts for problem in part.problems]


def _chips(parts: Sequence[ParsedText], now: datetime) -> list[list[Chip]]:
    return [part.chips(now.date()) for part in parts]
