"""``netui digest``: the week behind and the week ahead, on one page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, flag
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.output import iso, joined, or_none, wrapped
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.insights.digest import Digest

_LEAD = 18
"""Cells for the day or number that a row begins with."""


def _run(session: Session, given: Namespace) -> int:
    if given.markdown + given.html + session.wants_json > 1:
        raise Usage("one of --markdown, --html and --json")
    from netui.services.insights.digest import build_digest

    workspace = session.refresh()
    week = build_digest(workspace)
    if given.markdown or given.html:
        from netui.services.insights.digest_formats import digest_html, digest_markdown

        session.export((digest_html if given.html else digest_markdown)(week))
        return 0
    session.emit(
        {
            "since": iso(week.since),
            "today": iso(week.today),
            "until": iso(week.until),
            "summary": week.summary,
            "sections": [
                {
                    "title": section.title,
                    "rows": [
                        {"lead": or_none(r.lead), "text": r.text, "note": or_none(r.note)}
                        for r in section.rows
                    ],
                }
                for section in week.sections
            ],
        }
    )
    session.lines(_lines(week))
    return 0


def _lines(week: "Digest") -> Iterator[str]:
    yield clean(week.summary)
    for section in week.sections:
        yield ""
        yield section.title
        for row in section.rows:
            words = wrapped(clean(joined((row.text, row.note))), " " * (_LEAD + 4))
            lead = clean(row.lead)
            if len(lead) > _LEAD:
                yield f"  {lead}"
                yield from words
            else:
                yield f"  {lead:<{_LEAD}}  {words[0].strip()}"
                yield from words[1:]


COMMAND = Command(
    "digest",
    "the week behind and ahead, on one page",
    "netui digest --html > week.html",
    _run,
    (
        flag("--markdown", "as Markdown, for mail"),
        flag("--html", "as one HTML file that needs nothing else"),
    ),
)
