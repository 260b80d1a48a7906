"""``netui ask``: who knows or seeks something, and who could introduce you."""

from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.output import iso, wrapped
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.insights.expertise import Expert


def _run(session: Session, given: Namespace) -> int:
    from netui.services.insights.expertise import find_experts

    topic = " ".join(given.topic)
    if not any(character.isalnum() for character in topic):
        raise Usage("a topic needs letters or digits: netui ask rust")
    workspace = session.refresh()
    answers = find_experts(workspace, topic)
    session.emit([_answer_document(answer) for answer in answers])
    if session.wants_json:
        return 0
    names = workspace.read.names_of({ident for answer in answers for ident in answer.path})
    for answer in answers:
        session.lines(_answer_lines(answer, names))
    if not answers:
        session.say(f"nobody comes to mind for {clean(topic)!r}; `netui search` looks at every word")
    return 0


def _answer_lines(answer: "Expert", names: dict[str, str]) -> list[str]:
    lines = wrapped(f"{answer.name}  {answer.why}")
    for each in answer.evidence:
        if each.on is not None or each.how == "noted":
            day = f"{iso(each.on)}: " if each.on else "notes: "
            lines += wrapped(f"{day}“{each.text}”", "  ")
    if answer.path:
        through = ", then ".join(names.get(ident, ident) for ident in answer.path[:-1])
        lines += wrapped(f"through {through}", "  ")
    return lines


def _answer_document(answer: "Expert") -> dict[str, Any]:
    return {
        "contact": answer.contact,
        "name": answer.name,
        "why": answer.why,
        "closeness": round(answer.closeness, 3),
        "evidence": [{"how": e.how, "on": iso(e.on), "text": e.text} for e in answer.evidence],
        "path": list(answer.path),
    }


COMMAND = Command(
    "ask",
    "who knows or seeks something, and who could introduce you",
    "netui ask rust",
    _run,
    (argument("topic", metavar="TOPIC", nargs="+", help="words; each must occur, at the start of a word"),),
)
