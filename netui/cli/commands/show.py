"""``netui show``: one contact with the timeline."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import WHO_WORDS, Namespace
from netui.cli.command import Command
from netui.cli.output import iso, joined, or_none, room, wrapped
from netui.cli.session import Session
from netui.domain.model.changes import tables_at
from netui.domain.model.dates import day_of
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry
    from netui.services.people.profile import Profile

_TEXTS = ("name", "pronouns", "org", "title", "location", "timezone", "notes", "died")
_LISTS = (
    "aliases", "roles", "tags", "knows", "seeks", "interests", "emails", "phones", "links", "addresses",
    "goals", "date", "related", "opportunity", "source",
)  # fmt: skip
_TABLES = ("met", "rhythm")


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people.profile import build_profile

    workspace = session.refresh()
    ident = session.who(" ".join(given.who))
    found = build_profile(workspace, ident)
    assert found is not None
    session.emit(_document(found))
    if not session.wants_json:
        session.lines(_lines(found, session))
    return 0


def _document(found: "Profile") -> dict[str, Any]:
    from netui.cli.documents import entry_document
    from netui.services.timeline.commands import promise_item

    head = found.head
    document: dict[str, Any] = {"id": found.row.id}
    if found.row.error:
        document["name"] = found.row.name
    document |= {key: or_none(head.get(key)) for key in _TEXTS if key not in document}
    document |= {key: head.get(key, []) for key in _LISTS}
    document |= {key: head.get(key) for key in _TABLES}
    document |= {key: value for key, value in head.items() if key not in document}
    document["archived"] = head.get("archived") is True
    document["promise"] = [
        {key: iso(value) if isinstance(value, date) else value for key, value in promise_item(p).items()}
        for p in found.promises
    ]
    document["timeline"] = [entry_document(entry) for entry in found.timeline]
    document["state"] = found.status.state
    document["why"] = or_none(found.why)
    return document


# ---------------------------------------------------------------------- for people


def _lines(found: "Profile", session: Session) -> Iterator[str]:
    summary, head, today = found.row, found.head, session.workspace.today
    pronouns = f" ({clean(str(head['pronouns']))})" if head.get("pronouns") else ""
    yield f"{clean(summary.name)}{pronouns}  [{clean(summary.id)}]"
    roles = summary.roles.replace("\n", ", ")
    about = clean(joined((roles, summary.title, summary.org, summary.location)))
    if about:
        yield about
    marks = [f"#{t}" for t in summary.tags.split("\n") if t] + [
        f"^{g}" for g in summary.goals.split("\n") if g
    ]
    if marks:
        yield clean(" ".join(marks))
    yield from wrapped(f"{found.status.state}: {found.why}" if found.why else found.status.state)
    if found.tried:
        yield from wrapped(found.tried)
    if "conflict" in head:
        from netui.domain.model.conflict import clashed_words

        yield from wrapped(f"conflict: {clashed_words(head['conflict'])}; netui conflicts shows both")
    if found.local_time:
        yield clean(found.local_time)
    yield from _facts(head, found.names)
    yield from _link_lines(found)
    yield from _own_lines(head)
    if head.get("notes"):
        yield ""
        yield from wrapped(str(head["notes"]).strip(), "  ")
    yield from _promise_lines(found, today)
    for entry in found.timeline:
        yield ""
        yield from _entry_lines(entry, found, session)


def _promise_lines(found: "Profile", today: date) -> Iterator[str]:
    """Open promises, with what is asked about them, and what was kept in time."""
    from netui.services.reminders.agenda import days_until
    from netui.services.reminders.promises import count_kept, promise_question

    record = count_kept(found.promises, today).words
    if found.open_promises or record:
        yield ""
    for promise in found.open_promises:
        when = f"  {days_until(promise.due, today)}" if promise.due else ""
        question = promise_question(promise, found.row.last, today)
        asked = f"  {question}" if question else ""
        who = "you" if promise.by == "me" else "they"
        yield clean(f"! {who}: {promise.text}{when}{asked}  ({promise.id})")
    if record:
        yield record


def _facts(head: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[str]:
    for key in ("aliases", "emails", "phones", "links", "addresses", "knows", "seeks", "interests"):
        values = head.get(key)
        if isinstance(values, list) and values:
            words = ", ".join(_labelled(value) for value in values)
            yield from wrapped(f"{key}: {words}")
    met = head.get("met")
    if isinstance(met, dict):
        via = str(met.get("via") or "")
        parts = (
            str(met.get("on") or ""),
            str(met.get("where") or ""),
            f"through {names.get(via, via)}" if via else "",
        )
        if any(parts):
            yield clean(f"met: {joined(parts)}")
    for item in tables_at(head, "date"):
        yield clean(f"{item.get('what', 'date')}: {item.get('on', '')}")
    for item in tables_at(head, "opportunity"):
        yield clean(_opportunity_words(item, is_closed="died" in head))


def _opportunity_words(item: Mapping[str, Any], *, is_closed: bool) -> str:
    """``job (open, interview): Staff engineer; next: send the CV, 2026-11-24``."""
    status = item.get("status", "open")
    status = "closed" if status == "open" and is_closed else status
    step = ", ".join(str(item[key]) for key in ("next", "next_on") if item.get(key))
    ahead = f"; next: {step}" if step else ""
    how = ", ".join(str(word) for word in (status, item.get("stage")) if word)
    return f"{item.get('kind', 'opportunity')} ({how}): {item.get('text', '')}{ahead}"


def _link_lines(found: "Profile") -> Iterator[str]:
    """Who is linked to them, by either file; the entries below say with whom they were seen."""
    from netui.services.relationships.links import INTRODUCED

    for link in found.links:
        words = [word for word in link.words if not word.endswith(" together") and word != INTRODUCED]
        if words:
            yield clean(f"{', '.join(words)}: {link.name}")


def _own_lines(head: Mapping[str, Any]) -> Iterator[str]:
    """What was before something changed, and the keys that are the user's own, as they stand."""
    from netui.domain.model.custom_keys import custom_keys, value_texts

    for item in tables_at(head, "former"):
        until = f", until {item['until']}" if item.get("until") else ""
        yield clean(f"before: {item.get('value', '')} ({item.get('key', '')}{until})")
    for key in custom_keys(head):
        yield from wrapped(clean(f"{key}: {', '.join(value_texts(head[key]))}"))


def _labelled(value: Any) -> str:
    if isinstance(value, dict):
        label = f" ({value['label']})" if value.get("label") else ""
        return f"{value.get('value', '')}{label}"
    return str(value)


def _entry_lines(entry: "Entry", found: "Profile", session: Session) -> Iterator[str]:
    others = [found.names.get(who, who) for who in (entry.contact, *entry.with_) if who != found.row.id]
    day = entry.on.isoformat()[:16].replace("T", " ")
    company = f" with {', '.join(others)}" if others else ""
    place = f" at {entry.place}" if entry.place else ""
    today = session.workspace.today
    is_ahead = day_of(entry.on) > today or (entry.planned and day_of(entry.on) == today)
    coming = "  (coming)" if is_ahead else f"  (did it happen? {entry.id})" if entry.planned else ""
    private = "  (private)" if entry.private else ""
    yield clean(f"{day}  {entry.kind}{company}{place}{coming}{private}")
    if entry.text:
        yield from wrapped(entry.text, "  ")
    if entry.learned:
        yield from wrapped(f"learned: {entry.learned}", "  ")
    marks = [f"got {word}" for word in entry.got] + [f"gave {word}" for word in entry.gave]
    marks += [f"#{tag}" for tag in entry.tags] + [f"^{goal}" for goal in entry.goals]
    if marks:
        yield clean("  " + "  ".join(marks))[: room()]


COMMAND = Command("show", "one contact with the timeline", "netui show ada", _run, (WHO_WORDS,))
