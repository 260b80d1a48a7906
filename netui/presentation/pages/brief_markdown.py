"""Exports a meeting brief as Markdown, without private entries."""

import re
from collections.abc import Iterator
from datetime import date

from netui.presentation.dates import long_day
from netui.presentation.pages.brief import (
    about_words,
    advice_by_topic,
    balance_words,
    common_words,
    company_words,
    date_words,
    meeting_words,
    opener_words,
    promise_words,
)
from netui.presentation.pages.contact.links import met_words
from netui.presentation.text import clean
from netui.services.insights.brief import Brief, MeetingBrief

_MARKS = re.compile(r"([\\\\`*_\[\]<>#|~])")


def brief_markdown(meeting: MeetingBrief, today: date) -> str:
    """The brief as Markdown; markup in names and notes is escaped."""
    lines: list[str] = []
    if meeting.occasion is not None and not meeting.occasion.private:
        lines += [_text(meeting_words(meeting.occasion, today)), ""]
    for brief in meeting.people:
        lines += [*_person(brief, today), ""]
    if len(meeting.people) > 1 and (meeting.acquainted or meeting.common):
        lines += ["## Between them", ""]
        lines += [f"- {_text(f'{one} and {other}: {words}')}" for one, other, words in meeting.acquainted]
        lines += [f"- in common: {_text(common_words(each))}" for each in meeting.common]
    return "\n".join(lines).rstrip() + "\n"


def _person(brief: Brief, today: date) -> Iterator[str]:
    yield f"# {_text(brief.row.name)}"
    yield ""
    about = " · ".join(part for part in (brief.pronouns, about_words(brief)) if part)
    if about:
        yield _text(about)
        yield ""
    coming = [meeting_words(entry, today) for entry in brief.coming if not entry.private]
    facts = (
        ("met", met_words(brief.met_on, brief.met_where, brief.met_via)),
        ("phone", ", ".join(brief.phones)),
        ("e-mail", ", ".join(brief.emails)),
        ("local time", brief.local_time),
        ("coming", "; ".join(coming)),
        ("dates", "; ".join(date_words(each, today) for each in brief.dates)),
        ("begin with", opener_words(brief.opener, today) if brief.opener else ""),
        ("advised", "; ".join(advice_by_topic((e for e in brief.advice if not e.private), today))),
        ("knows", ", ".join(brief.knows)),
        ("seeks", ", ".join(brief.seeks)),
        ("likes", ", ".join(brief.interests)),
        ("circle", "; ".join(brief.circles)),
        ("for", ", ".join(title for _, title in brief.goals)),
        ("people", ", ".join(f"{link.name} ({'; '.join(link.words)})" for link in brief.links[:8])),
        ("between us", balance_words(brief.balance)),
    )
    for label, words in facts:
        if words:
            yield f"- **{label}**: {_text(words)}"
    if brief.promises:
        yield from ("", "## Promises", "")
        yield from (f"- {_text(promise_words(promise, brief, today))}" for promise in brief.promises)
    talks = [entry for entry in brief.talks if not entry.private]
    if talks:
        yield from ("", "## Last", "")
    for entry in talks:
        head = f"{long_day(entry.on, today)}, {entry.kind}{company_words(entry, brief)}"
        learned = f" Learned: {entry.learned}" if entry.learned else ""
        yield f"- {_text(f'{head}: {entry.text}{learned}')}"


def _text(words: str) -> str:
    return _MARKS.sub(r"\\\1", clean(" ".join(words.split())))
