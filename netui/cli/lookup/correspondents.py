"""``netui import --who``: whom one wrote with and met, and adding those who matter."""

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.errors import Usage
from netui.cli.input import read_answer
from netui.cli.output import ask, table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.transfer.correspondents import Correspondent

_SHOWN = 50
_HEADS = ("", "who", "e-mail", "sent", "got", "met", "last", "")
_RANGE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?\Z")


def show_correspondents(session: Session, found: "Sequence[Correspondent]") -> int:
    """Lists them; on a terminal asks who matters, and adds those. Status 1 where there is nobody."""
    session.emit([_document(each) for each in found])
    shown = [each for each in found if each.is_mutual][:_SHOWN]
    if not shown:
        session.say("nobody you wrote to or met")
        return 1
    rows = [
        (str(number), each.name or each.email, each.email if each.name else "", *_counts(each))
        for number, each in enumerate(shown, 1)
    ]
    session.lines(table([_HEADS, *rows], (4, 28, 34, 5, 5, 4, 10)))
    rest = len(found) - len(shown)
    if rest:
        session.say(f"{rest} more who only wrote, or whom you wrote less; --json lists all")
    if session.wants_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        first = next((each for each in shown if not each.contact), None)
        if first is not None:
            session.say(f"to add one: netui add {_quoted(first.name or first.email)} --email {first.email}")
        return 0
    return _add(session, shown)


def _add(session: Session, shown: "Sequence[Correspondent]") -> int:
    from netui.services.transfer.correspondents import add_correspondents

    ask("who matters? their numbers (1 3-5), enter for nobody: ")
    numbers = parse_numbers(read_answer(), len(shown))
    chosen = [shown[number - 1] for number in numbers if not shown[number - 1].contact]
    if chosen:
        idents, batch = add_correspondents(session.workspace, chosen)
        done = session.workspace.apply(batch)
        session.done(done, f"{clean(done.label)} ({', '.join(idents)})")
        session.say("the same import with --apply instead of --who brings in what you wrote and when you met")
    return 0


def parse_numbers(text: str, last: int) -> list[int]:
    """The numbers of ``1 3-5``, each once, in order; raises Usage for anything else, and above ``last``."""
    numbers: set[int] = set()
    for word in text.replace(",", " ").split():
        match = _RANGE.match(word)
        begin, end = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= begin <= end <= last:
            raise Usage(f"{clean(word)!r} is no number from 1 to {last}, nor a range of them")
        numbers.update(range(begin, end + 1))
    return sorted(numbers)


def _counts(each: "Correspondent") -> tuple[str, ...]:
    counts = (each.sent, each.received, each.meetings)
    known = "known" if each.contact else ""
    return *(str(count) if count else "" for count in counts), each.last.isoformat(), known


def _document(each: "Correspondent") -> dict[str, Any]:
    days = {"first": each.first.isoformat(), "last": each.last.isoformat()}
    return {**each._asdict(), **days, "contact": each.contact or None}


def _quoted(name: str) -> str:
    from shlex import quote

    return quote(clean(name))
