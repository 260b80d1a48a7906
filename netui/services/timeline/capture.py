"""Logs one line: parses it with the network's names and places, and makes the batch that saves it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.parse import ParsedLine, Person, parse
from netui.domain.model.changes import CONTACTS, AddItem, Batch, Change, FileId
from netui.domain.model.dates import PartialDate, day_of, full_day
from netui.domain.named_tuple import NamedTuple
from netui.services.errors import Refused
from netui.services.workspace import Workspace
from netui.storage.files.filenames import random_id

if TYPE_CHECKING:
    from datetime import date, datetime

    from netui.domain.model.entry import Entry
    from netui.storage.queries.names import Named


class IndexResolver:
    """Resolves names for the parser by looking them up in the index, word by word."""

    def __init__(self, workspace: Workspace):
        self._read = workspace.read

    def starting(self, words: str) -> Sequence[tuple[str, Person]]:
        """Every full name, alias and id whose first words are ``words``, with its person."""
        return [(name, _person(named)) for name, named in self._read.names_with_first_words(words)]

    def partial(self, text: str) -> Sequence[Person]:
        """The people in whose name, alias or id ``text`` stands, at most fifty; ``me`` is oneself."""
        if text == "me" and (person := self.oneself()):
            return [person]
        return [_person(named) for named in self._read.names_containing(text)]

    def oneself(self) -> Person | None:
        """The contact that is the writer, if there is one."""
        ident = self._read.oneself()
        return Person(ident, self._read.names_of([ident])[ident]) if ident is not None else None


class KnownPlaces:
    """The places of past entries, looked up in the index one by one."""

    def __init__(self, workspace: Workspace):
        self._read = workspace.read

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._read.is_place(name)


def _person(named: "Named") -> Person:
    return Person(named.id, named.name)


class Logged(NamedTuple):
    """The result of logging a line: ``item`` goes to the file of ``contact``, a promise to whose it is.

    ``created`` are the ids of contacts that the batch adds.
    """

    batch: Batch
    contact: str
    item: dict[str, Any]
    promises: tuple[dict[str, Any], ...]
    created: tuple[str, ...]

    @property
    def entry(self) -> "Entry":
        """The item as an entry."""
        from netui.services.timeline.commands import entry_from_item

        return entry_from_item(self.contact, self.item)


def parse_line(
    workspace: Workspace, line: str, present: Sequence[str] = (), now: "datetime | None" = None
) -> ParsedLine:
    """Parses ``line``; ``present`` are the ids of people chosen before. Problems are in the result.

    Its days are counted from ``now``, the workspace's clock unless given.
    """
    goals = {}
    if "^" in line:
        goals = {ident: str(body.get("title", "")) for ident, body, _ in workspace.read.goals()}
    captured = parse(
        line,
        now or workspace.now(),
        IndexResolver(workspace),
        workspace.kinds,
        goals=goals,
        present=present,
        places=KnownPlaces(workspace),
        day_first=workspace.config.day_first,
        translator=workspace.translator,
    )
    return _as_first_meeting(line, _asked_of_the_dead(workspace, line, captured))


def parse_line_for(
    workspace: Workspace, line: str, chosen: Sequence[str], default: Sequence[str], now: "datetime"
) -> ParsedLine:
    """Parses ``line`` for those ``chosen``, and for the one in ``default`` where it names nobody else.

    A pronoun names whoever is in ``default`` beside others too: ``lunch with her and Tom``.
    """
    found = parse_line(workspace, line, chosen, now)
    if not default or (chosen and found.people):
        return found
    from netui.domain.capture.names.chosen import (
        ask_about_other,
        has_pronoun,
        is_named_by_pronoun,
        may_join,
    )

    if not found.people:
        meant = found if found.unresolved else parse_line(workspace, line, default, now)
        asked = next((each for each in found.problems if each.what == "nobody"), None)
        pronoun = is_named_by_pronoun(line, meant.understood)
        met = workspace.kinds.counts(meant.kind) and not pronoun
        is_note = meant.kind == "note" and not meant.typed
        if asked is None or meant.problems or not (met or is_note):
            return meant
        other = ask_about_other(line, asked, meant)
        return meant if other is None else found._replace(problems=(other,))
    joined = may_join(line, found.people)
    if not (has_pronoun(line) or joined):
        return found
    meant = parse_line(workspace, line, default, now)
    joined = joined and not meant.problems and workspace.kinds.counts(meant.kind)
    return meant if joined or is_named_by_pronoun(line, meant.understood) else found


def _asked_of_the_dead(workspace: Workspace, line: str, captured: ParsedLine) -> ParsedLine:
    """Asks where somebody was met who had died by that day: the day may be another, or it is a note."""
    if not workspace.kinds.counts(captured.kind):
        return captured
    day = day_of(captured.on)
    for person in captured.people:
        row = workspace.read.row(person.id) if person.id else None
        died = _death(workspace, person.id) if row is not None and row.died else None
        known = [part for part in died or () if part is not None]
        if died is None or died.year is None or [day.year, day.month, day.day][: len(known)] <= known:
            continue
        kind = next((span for span in captured.understood if span.what == "kind"), None)
        start, end = (kind.start, kind.end) if kind is not None else (0, 0)
        note = Reading("a note", start, end, "note" if kind is not None else "note ")
        end = len(line.rstrip())
        when = f"{'in' if died.day is None else 'on'} {died.words}"
        message = f"{person.name} died {when}: was it before, or is this a note?"
        asked = Problem(end, end, message, "person", (), (note,))
        return captured._replace(problems=(*captured.problems, asked))
    return captured


def _death(workspace: Workspace, ident: str) -> PartialDate | None:
    try:
        return PartialDate.parse(workspace.read.head(ident).get("died"))
    except ValueError:
        return None


def _as_first_meeting(line: str, captured: ParsedLine) -> ParsedLine:
    """``met Ada (new) at DevConf``: an event there, at which one first met who is new; as at any event."""
    kind = next((span for span in captured.understood if span.what == "kind"), None)
    if kind is None or not captured.people_to_create:
        return captured
    if line[kind.start : kind.end].strip().lower() == "met":
        return captured._replace(kind="event" if captured.place else captured.kind, is_first_meeting=True)
    is_first = captured.kind == "event" and bool(captured.place)
    return captured._replace(is_first_meeting=True) if is_first else captured


_NO_SELF = "netui set NAME me yes"
"""What makes somebody oneself."""


def parse_own_line(workspace: Workspace, line: str, now: "datetime | None" = None) -> ParsedLine:
    """Parses a line as :func:`parse_line`; one that concerns nobody else is oneself's.

    That is an event or a note in which nobody is named; a kind of contact is asked about.
    """
    captured = parse_line(workspace, line, now=now)
    if captured.people or captured.unresolved or captured.kind not in ("event", "note"):
        return captured
    ident = workspace.read.oneself()
    if ident is not None:
        return parse_line(workspace, line, (ident,), now)
    problems = tuple(
        each._replace(message=f"{each.message}; what concerns you alone needs someone who is you: {_NO_SELF}")
        if each.what == "nobody"
        else each
        for each in captured.problems
    )
    return captured._replace(problems=problems)


def log_entry(workspace: Workspace, captured: ParsedLine) -> Logged:
    """Logs a parsed line: the entry goes to the file of the first person named, a promise to whose it is.

    People marked as new are added in the same batch. Raises Refused where the line has problems.
    """
    if captured.problems or not captured.people:
        raise Refused(captured.problems[0].message if captured.problems else "nobody is named")
    changes: list[Change] = []
    created: list[str] = []
    idents: list[str] = []
    for person in captured.people:
        ident = person.id
        if not ident:
            met = {"on": day_of(captured.on).isoformat(), "where": captured.place}
            more = {"met": {key: value for key, value in met.items() if value}}
            more = more if captured.is_first_meeting else {}
            from netui.services.people.commands import add_contact

            ident, made = add_contact(workspace, person.name, taken=created, more=more)
            changes += made.changes
            created.append(ident)
        idents.append(ident)
    owner, others = idents[0], tuple(i for i in dict.fromkeys(idents[1:]) if i != idents[0])
    values = {
        "id": random_id(),
        "on": captured.on,
        "kind": captured.kind,
        "with": others,
        "place": captured.place,
        "started_by": captured.started_by,
        "text": captured.text,
        "tags": captured.tags,
        "goals": captured.goals,
        "gave": captured.gave,
        "got": captured.got,
        "learned": captured.learned,
        "planned": day_of(captured.on) > workspace.today,
    }
    item = {k: list(v) if isinstance(v, tuple) else v for k, v in values.items() if v not in ("", (), False)}
    file = FileId(CONTACTS, owner)
    changes.append(AddItem(file, "timeline", item))
    promises = _promises(workspace, captured)
    for promise, promised in zip(promises, captured.promises, strict=True):
        to = FileId(CONTACTS, promised.with_.id) if promised.with_ is not None else file
        changes.append(AddItem(to, "promise", promise))
    names = [person.name for person in captured.people]
    who = workspace.names_in_words(idents) if not created else " and ".join(names[:2])
    did = "planned" if "planned" in item else "logged"
    batch = Batch(f"{did} {captured.kind} with {who}", tuple(changes))
    return Logged(batch, owner, item, promises, tuple(created))


def log_entries(workspace: Workspace, lines: Sequence[ParsedLine]) -> Logged:
    """Logs what one line told of several things, as one batch; returns the first with that batch."""
    logged = [log_entry(workspace, captured) for captured in lines]
    changes = tuple(change for each in logged for change in each.batch.changes)
    label = " and ".join(each.batch.label.removeprefix("logged ") for each in logged)
    return logged[0]._replace(batch=Batch(f"logged {label}", changes))


def _promises(workspace: Workspace, captured: ParsedLine) -> tuple[dict[str, Any], ...]:
    if not captured.promises:
        return ()
    from netui.services.people.commands import new_promise_id

    goal = captured.goals[0] if len(captured.goals) == 1 else ""
    made = min(day_of(captured.on), workspace.today)
    found: list[dict[str, Any]] = []
    taken: set[str] = set()
    for promised in captured.promises:
        ident = new_promise_id(workspace, taken)
        taken.add(ident)
        said = {"id": ident, "by": promised.by, "text": promised.text, "made": made}
        values = {**said, "due": promised.due, "goal": goal}
        found.append({key: value for key, value in values.items() if value not in (None, "")})
    return tuple(found)


def summary_line(captured: ParsedLine, today: "date") -> str:
    """The echo of a parsed line: ``coffee · Ada Lovelace, Grace Hopper · Fri 20 Nov 2026 · #hiring``."""
    names = ", ".join(p.name if p.id else f"{p.name} (new)" for p in captured.people)
    parts = [captured.kind, names, captured.day_words(today)]
    if captured.place:
        parts.append(f"at {captured.place}")
    if captured.started_by:
        parts.append("you reached out" if captured.started_by == "me" else "they reached out")
    parts += [f"got {word}" for word in captured.got] + [f"gave {word}" for word in captured.gave]
    parts += [f"#{tag}" for tag in captured.tags] + [f"^{goal}" for goal in captured.goals]
    if captured.learned:
        parts.append(f"learned: {captured.learned}")
    for promise in captured.promises:
        by = f" by {full_day(promise.due)}" if promise.due else ""
        who = captured.promised_with(promise)
        whose = (
            f"you to {who}" if who and promise.by == "me" else "you" if promise.by == "me" else who or "they"
        )
        parts.append(f"{whose}: {promise.text}{by}")
    return " · ".join(part for part in parts if part)
