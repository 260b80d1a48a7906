"""The digest as Markdown and as HTML; names and notes are escaped, so they never become markup."""

import re
from html import escape

from netui.domain.text.sanitize import clean
from netui.services.insights.digest import Digest, Row

_MARKS = re.compile(r"([\\`*_\[\]<>#|~!&+])")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59606c; --rule: #d8dbe2; --accent: #8f5a00;
  --paper: #fbfbfa; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #d8dbe2; --soft: #9298a4; --rule: #34373f; --accent: #e0af68; --paper: #17181d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 46rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { margin: 0; font-size: 1.35rem; }
.summary { margin: .25rem 0 2rem; color: var(--soft); }
h2 { margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule);
  font-size: .85rem; letter-spacing: .06em; text-transform: uppercase; color: var(--accent); }
ul { margin: 0; padding: 0; list-style: none; }
li { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0 1rem; padding: .35rem 0; break-inside: avoid; }
.lead { color: var(--soft); }
.goals .lead, .quiet .lead { color: inherit; font-weight: 600; }
.text, .lead, .note { overflow-wrap: anywhere; }
.note { grid-column: 2; color: var(--soft); font-size: .92em; white-space: pre-line; }
@media (max-width: 34rem) { li { grid-template-columns: 1fr; } .note { grid-column: 1; } }
@media print { body { padding: 0; max-width: none; background: none; font-size: 11pt; color: #000; }
  :root { --soft: #444; --rule: #bbb; --accent: #000; } h2 { break-after: avoid; } }
""".strip()


def digest_markdown(week: Digest) -> str:
    """The digest as Markdown."""
    lines = [f"# {_span(week)}", "", _mark(week.summary), ""]
    for section in week.sections:
        lines += [f"## {section.title}", ""]
        lines += [_item(row) for row in section.rows]
        lines.append("")
    return "\n".join(lines)


def _item(row: Row) -> str:
    lead = f"**{_mark(row.lead)}** " if row.lead else ""
    note = f" · {_mark(row.note)}" if row.note else ""
    return f"- {lead}{_mark(row.text)}{note}"


def _mark(text: str) -> str:
    return _MARKS.sub(r"\\\1", clean(text))


def digest_html(week: Digest) -> str:
    """The digest as one self-contained HTML file: no script, no image, nothing fetched."""
    parts = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{_safe(_span(week))}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        f"<h1>{_safe(_span(week))}</h1>",
        f'<p class="summary">{_safe(week.summary)}</p>',
    ]
    for section in week.sections:
        name = {"Goals": "goals", "Gone quiet": "quiet"}.get(section.title, "days")
        parts += [f"<h2>{_safe(section.title)}</h2>", f'<ul class="{name}">']
        parts += [_html_item(row) for row in section.rows]
        parts.append("</ul>")
    return "\n".join([*parts, "</body>", "</html>", ""])


def _html_item(row: Row) -> str:
    note = f'<span class="note">{_safe(row.note)}</span>' if row.note else ""
    lead, text = _safe(row.lead), _safe(row.text)
    return f'<li><span class="lead">{lead}</span><span class="text">{text}</span>{note}</li>'


def _safe(text: str) -> str:
    return escape(clean(text))


def _span(week: Digest) -> str:
    return f"Your network, week to {week.today.day} {week.today:%B %Y}"
