"""``netui brief``: one page before meeting someone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import AmbiguousError, NobodyError
from netui.cli.output import iso, or_none, page_width
from netui.cli.session import Session

if TYPE_CHECKING:
    from netui.services.insights.brief import Brief, MeetingBrief


def _run(session: Session, given: Namespace) -> int:
    from netui.services.insights.brief import build_meeting_brief

    workspace = session.refresh()
    whom = _whom(session, given.who)
    found = build_meeting_brief(workspace, whom)
    if session.wants_json:
        people = [_brief_document(each) for each in found.people]
        session.emit(people[0] if len(people) == 1 else _gathering_document(found, people))
        return 0
    if given.markdown:
        from netui.presentation.pages.brief_markdown import brief_markdown

        session.export(brief_markdown(found, workspace.today))
        return 0
    from netui.presentation.glyphs import glyphs
    from netui.presentation.pages.brief import brief_page
    from netui.presentation.pages.page_layout import RenderContext
    from netui.presentation.text import plain
    from netui.services.settings import draws_ascii

    context = RenderContext(page_width(), workspace.today, glyphs(ascii_only=draws_ascii(workspace.config)))
    lines = [plain(line).rstrip() for line in brief_page(found, context).lines]
    while lines and not lines[-1]:
        lines.pop()
    session.lines(lines)
    return 0


def _whom(session: Session, words: Sequence[str]) -> list[str]:
    """One person by all the words, else one person by each."""
    if len(words) > 1:
        try:
            return [session.who(" ".join(words))]
        except (NobodyError, AmbiguousError):
            pass
    return [session.who(word) for word in words]


def _gathering_document(found: "MeetingBrief", people: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "people": people,
        "linked": [{"one": one, "other": other, "words": words} for one, other, words in found.acquainted],
        "common": [{"contact": c.id, "name": c.name, "with": list(c.with_)} for c in found.common],
    }


def _brief_document(brief: "Brief") -> dict[str, Any]:
    from netui.cli.documents import entry_document

    summary, opener = brief.row, brief.opener
    return {
        "id": summary.id,
        "name": summary.name,
        "pronouns": or_none(brief.pronouns),
        "roles": [role for role in summary.roles.split("\n") if role],
        "org": or_none(summary.org),
        "title": or_none(summary.title),
        "location": or_none(summary.location),
        "phones": list(brief.phones),
        "emails": list(brief.emails),
        "local_time": or_none(brief.local_time),
        "state": brief.status.state,
        "why": or_none(brief.why),
        "met": {
            "on": or_none(brief.met_on),
            "where": or_none(brief.met_where),
            "via": or_none(brief.met_via),
        },
        "opener": None
        if opener is None
        else {"quote": opener.quote, "source": opener.source, "on": iso(opener.on)},
        "planned": [entry_document(entry) for entry in brief.coming],
        "talks": [entry_document(entry) for entry in brief.talks],
        "promises": [{"id": p.id, "by": p.by, "text": p.text, "due": iso(p.due)} for p in brief.promises],
        "opportunities": [
            {"id": o.id, "kind": o.kind, "text": o.text, "next": or_none(o.next), "next_on": iso(o.next_on)}
            for o in brief.opportunities
        ],
        "knows": list(brief.knows),
        "seeks": list(brief.seeks),
        "interests": list(brief.interests),
        "learned": [{"on": iso(entry.on), "text": entry.learned} for entry in brief.learned],
        "advice": [{"on": iso(e.on), "text": e.text or e.learned} for e in brief.advice],
        "dates": [{"what": d.words, "on": d.on, "days": d.days} for d in brief.dates],
        "goals": [{"id": ident, "title": title} for ident, title in brief.goals],
        "mutual": [
            {"contact": or_none(link.id), "name": link.name, "words": list(link.words)}
            for link in brief.links
        ],
        "balance": {
            "me": brief.balance.me,
            "them": brief.balance.them,
            "gave": dict(brief.balance.gave),
            "got": dict(brief.balance.got),
        },
        "notes": or_none(brief.notes),
    }


COMMAND = Command(
    "brief",
    "one page before meeting someone",
    "netui brief ada",
    _run,
    (
        argument(
            "who",
            metavar="WHO",
            nargs="+",
            help="ids, aliases or unique parts of names; several are met together",
        ),
        flag("--markdown", "as Markdown, without what is private"),
    ),
)
