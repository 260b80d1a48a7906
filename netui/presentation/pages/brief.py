"""The meeting brief: what to know of one person, or of each of several, before meeting them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from netui.domain.model.entry import Entry, Promise
from netui.presentation.dates import long_day, short_day
from netui.presentation.glyphs import STATE_ROLES
from netui.presentation.markdown import markdown_lines
from netui.presentation.pages.contact.links import met_words
from netui.presentation.pages.page_layout import (
    ContactItem,
    EntryItem,
    LinkItem,
    PageLayout,
    PromiseItem,
    RenderContext,
    Selectable,
)
from netui.presentation.text import Line, clean, spread, wrap
from netui.services.insights.brief import NEW, Balance, Brief, MeetingBrief, MutualContact, NearDate, Opener

LABEL = 12
"""The column of the facts, after their labels."""
_LINKS, _NOTES = 3, 3


def brief_page(meeting: MeetingBrief, context: RenderContext) -> PageLayout:
    """The brief of a meeting; people, promises, entries and links are selectable."""
    page = PageLayout([], [])
    if meeting.occasion is not None:
        said = wrap(meeting_words(meeting.occasion, context.today), context.width - 2)
        page.lines.extend([*([(" " + text, "link")] for text in said), []])
    for at, brief in enumerate(meeting.people):
        if at:
            page.lines.append([(context.glyphs.rule * context.width, "faint")])
        _person(page, brief, meeting, context)
    if len(meeting.people) > 1:
        _between(page, meeting, context)
    if not meeting.people:
        page.lines.append([(" nobody to meet", "muted")])
    return page


def _person(page: PageLayout, brief: Brief, meeting: MeetingBrief, context: RenderContext) -> None:
    lines = page.lines
    first = len(lines)
    lines.append(_name(brief, context))
    if len(meeting.people) > 1:
        page.selectables.append(Selectable(ContactItem(brief.row.id), first, first + 1))
    about = about_words(brief)
    lines += [[(" " + text, "muted")] for text in wrap(about, context.width - 2)] if about else []
    reach = " · ".join(filter(None, (*brief.phones[:2], *brief.emails[:2], brief.local_time)))
    lines += [[(" " + text, "muted")] for text in wrap(reach, context.width - 2)] if reach else []
    if brief.row.error:
        lines += _fact("unread", f"the file cannot be read: {brief.row.error}", context, "error")
    if brief.status.state in ("quiet", "due", "dormant", "died"):
        lines += _fact(brief.status.state, brief.why, context)
    lines += _fact("met", met_words(brief.met_on, brief.met_where, brief.met_via), context)
    coming = [entry for entry in brief.coming if not _is(entry, meeting.occasion)][:2]
    lines += _fact("coming", "; ".join(meeting_words(e, context.today) for e in coming), context, "link")
    lines += _fact("dates", "; ".join(date_words(each, context.today) for each in brief.dates), context)
    if brief.opener:
        lines += _fact("begin with", opener_words(brief.opener, context.today), context, "good")
    _promises(page, brief, context)
    _talks(page, brief, context)
    for label, words in (("knows", brief.knows), ("seeks", brief.seeks), ("likes", brief.interests)):
        lines += _fact(label, ", ".join(words), context)
    for at, topic in enumerate(advice_by_topic(brief.advice, context.today)):
        lines += _fact("" if at else "advised", topic, context)
    learned = [f"{entry.learned} ({short_day(entry.on, context.today)})" for entry in brief.learned]
    lines += _fact("learned", "; ".join(learned), context)
    for at, each in enumerate(brief.opportunities):
        ahead = f"; next: {each.next}" if each.next else ""
        lines += _fact("" if at else "open", f"{each.kind}: {each.text}{ahead}", context)
    lines += _fact("circle", "; ".join(brief.circles), context)
    lines += _fact("for", ", ".join(title for _, title in brief.goals), context, "good")
    _links(page, brief, context)
    lines += _fact("between us", balance_words(brief.balance), context)
    for at, line in enumerate(markdown_lines(brief.notes, context.width - LABEL - 1, _NOTES)):
        lines.append([(("" if at else " notes").ljust(LABEL), "muted"), *line])
    lines.append([])


def _is(entry: Entry, other: Entry | None) -> bool:
    """Whether both are the same entry: the meeting at the top is not listed again."""
    return other is not None and (entry.contact, entry.id) == (other.contact, other.id)


def _name(brief: Brief, context: RenderContext) -> Line:
    state = brief.status.state
    beside = " · ".join(clean(part) for part in (brief.pronouns, *brief.row.roles.split("\n")) if part)
    right: Line = [(f"{context.glyphs.states[state]} {state} ", STATE_ROLES[state])]
    return spread([(" " + clean(brief.row.name), "strong"), ("  " + beside, "muted")], right, context.width)


def _fact(label: str, words: str, context: RenderContext, role: str = "", most: int = 0) -> list[Line]:
    """A label and its fact, wrapped and indented; nothing without a fact.

    With ``most`` at most so many lines.
    """
    if not words:
        return []
    wrapped = wrap(words.replace("\n", " "), context.width - LABEL - 1, most)
    first: Line = [(f" {label}".ljust(LABEL), "muted"), (wrapped[0], role)]
    return [first, *([(" " * LABEL + text, role)] for text in wrapped[1:])]


def _promises(page: PageLayout, brief: Brief, context: RenderContext) -> None:
    for at, promise in enumerate(brief.promises):
        first = len(page.lines)
        past = promise.due is not None and promise.due < context.today
        role = "attention" if past and promise.by == "me" else ""
        page.lines.extend(
            _fact("" if at else "promised", promise_words(promise, brief, context.today), context, role)
        )
        page.selectables.append(Selectable(PromiseItem(promise), first, len(page.lines)))


def _talks(page: PageLayout, brief: Brief, context: RenderContext) -> None:
    for at, entry in enumerate(brief.talks):
        first = len(page.lines)
        day = short_day(entry.on, context.today)
        head = f"{day}, {entry.kind}{company_words(entry, brief)}: "
        said = (entry.text or entry.learned or "").replace("\n", " ")
        wrapped = wrap(head + said, context.width - LABEL - 1, 3)
        if len(wrapped) > 2:
            wrapped = [wrapped[0], wrapped[1][: context.width - LABEL - 3].rstrip() + " …"]
        shown = min(len(clean(head)), len(wrapped[0]))
        page.lines.append(
            [
                ("" if at else " last".ljust(LABEL), "muted"),
                (" " * LABEL if at else "", ""),
                (wrapped[0][:shown], "muted"),
                (wrapped[0][shown:], ""),
            ]
        )
        page.lines.extend([[(" " * LABEL + text, "")] for text in wrapped[1:]])
        page.selectables.append(Selectable(EntryItem(entry), first, len(page.lines)))


def _links(page: PageLayout, brief: Brief, context: RenderContext) -> None:
    for at, link in enumerate(brief.links[:_LINKS]):
        first = len(page.lines)
        name = clean(link.name)
        wrapped = wrap(f"{name}, {'; '.join(link.words)}", context.width - LABEL - 1)
        shown = min(len(name), len(wrapped[0]))
        page.lines.append(
            [
                ("" if at else " people".ljust(LABEL), "muted"),
                (" " * LABEL if at else "", ""),
                (wrapped[0][:shown], "link" if link.id else ""),
                (wrapped[0][shown:], "muted"),
            ]
        )
        page.lines.extend([[(" " * LABEL + text, "muted")] for text in wrapped[1:]])
        if link.id:
            page.selectables.append(Selectable(LinkItem(link), first, len(page.lines)))
    if len(brief.links) > _LINKS:
        page.lines.append([(f"{' ' * LABEL}and {len(brief.links) - _LINKS} more", "muted")])


def _between(page: PageLayout, meeting: MeetingBrief, context: RenderContext) -> None:
    page.lines.append([(context.glyphs.rule * context.width, "faint")])
    for at, (one, other, words) in enumerate(meeting.acquainted):
        page.lines.extend(_fact("" if at else "linked", f"{one} and {other}: {words}", context))
    for at, each in enumerate(meeting.common):
        first = len(page.lines)
        page.lines.extend(_fact("" if at else "in common", common_words(each), context))
        page.selectables.append(Selectable(ContactItem(each.id), first, len(page.lines)))
    if not meeting.acquainted and not meeting.common:
        page.lines.append([(" nothing links them, and nobody was seen with both", "muted")])


# ---------------------------------------------------------------------- facts in words


def about_words(brief: Brief) -> str:
    """``Chief programmer, Analytical Engines · London``."""
    row = brief.row
    work = ", ".join(part for part in (row.title, row.org) if part)
    return " · ".join(clean(part) for part in (work, row.location) if part)


def meeting_words(entry: Entry, today: date) -> str:
    """``lunch on Thu 26 Nov 12:30 at Noma: …``."""
    place = f" at {entry.place}" if entry.place else ""
    text = f": {entry.text}" if entry.text else ""
    return clean(f"{entry.kind} on {long_day(entry.on, today)}{place}{text}")


def date_words(each: NearDate, today: date) -> str:
    """``birthday, turns 40, in 3 days``."""
    if len(each.on) < 10:
        return f"{each.words} {each.when}"
    return f"{each.words}, {each.when} ({long_day(date.fromisoformat(each.on), today)})"


def advice_by_topic(advice: Iterable[Entry], today: date) -> list[str]:
    """``negotiation: Ask for equity first (3 Nov)``: what was advised and when, a line for each first tag."""
    topics: dict[str, list[str]] = {}
    for entry in advice:
        said = f"{' '.join((entry.text or entry.learned).split())} ({short_day(entry.on, today)})"
        topics.setdefault(next(iter(entry.tags), ""), []).append(said)
    return [f"{topic}: {'; '.join(said)}" if topic else "; ".join(said) for topic, said in topics.items()]


def opener_words(opener: Opener, today: date) -> str:
    """``“the new lab” (lunch, 3 Nov)``: a quote to open with, and its source."""
    if opener.source == NEW:
        return opener.quote
    more = "" if opener.whole else " …"
    when = f", {short_day(opener.on, today)}" if opener.on else ""
    source = {"mine": "your promise", "theirs": "their promise"}.get(opener.source, opener.source)
    return f"“{opener.quote}{more}” ({source}{when})"


def promise_words(promise: Promise, brief: Brief, today: date) -> str:
    """``you: send the deck, by Fri 27 Nov``."""
    who = "you" if promise.by == "me" else brief.row.name.split(" ")[0]
    if promise.due is None:
        return f"{who}: {promise.text}"
    return f"{who}: {promise.text}, {'since' if promise.due < today else 'by'} {long_day(promise.due, today)}"


def company_words(entry: Entry, brief: Brief) -> str:
    """`` with Grace``: the other participants; "" without any."""
    others = [i for i in (entry.contact, *entry.with_) if i != brief.row.id]
    names = [brief.names.get(ident, ident).split(" ")[0] for ident in others]
    return f" with {_listed(names)}" if names else ""


def balance_words(balance: Balance) -> str:
    """``you started 6 of 23; gave insight 3, lead; got advice``; "" where nothing was logged."""
    parts = []
    if balance.me + balance.them:
        parts.append(f"you started {balance.me} of {balance.me + balance.them}")
    for word, items in (("you gave", balance.gave), ("you got", balance.got)):
        if items:
            said = ", ".join(what if times == 1 else f"{what} {times}" for what, times in items[:4])
            parts.append(f"{word} {said}")
    return "; ".join(parts)


def common_words(each: MutualContact) -> str:
    """``Grace Hopper, with Ada and Alan``."""
    return f"{each.name}, with {_listed([name.split(' ')[0] for name in each.with_])}"


def _listed(names: Sequence[str] | Iterable[str]) -> str:
    names = list(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
