"""Introductions to give: who seeks what another knows and has not met; to plan, to log, and what came of it.

What is not in the log is not known: two who met without the user may be named.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from netui.domain.model.changes import Batch
from netui.domain.model.contact_row import ContactRow, fold, split
from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry
from netui.domain.named_tuple import NamedTuple
from netui.services.people.contact_list import ContactList
from netui.services.timeline.commands import add_entry, add_promise
from netui.services.workspace import Workspace

SHOWN = 10
GIVEN_SHOWN = 5
_LEAST_LETTERS = 3
_PLAN_DAYS, _ASK_DAYS = 7, 30
_SMALL_WORDS = frozenset(["and", "for", "the", "with", "who", "can", "from", "someone", "somebody", "help"])


class Introduction(NamedTuple):
    """``knower`` knows the ``topic`` that ``seeker`` looks for: their ids."""

    seeker: str
    knower: str
    topic: str


class GivenIntroduction(NamedTuple):
    """An introduction that was logged, and on how many days since there was an entry with both."""

    entry: Entry
    since: int


def find_introductions_to_give(
    workspace: Workspace, people: ContactList, limit: int = SHOWN
) -> list[Introduction]:
    """The pairs that are not linked by a file, a shared entry or a plan; those last in touch first."""
    seekers = workspace.read.topics.seekers()
    if not seekers:
        return []
    rows = {row.id: row for row in people.listed().contact_rows if not row.error}
    known = _known_by(row for row in rows.values() if row.knows)
    found: list[Introduction] = []
    for ident in sorted((ident for ident in seekers if ident in rows), key=lambda i: (-rows[i].last, i)):
        pairs = [
            Introduction(ident, knower, topic)
            for topic in seekers[ident]
            for knower in _knowers(topic, known, rows)
            if knower != ident
        ]
        if pairs:
            linked = {*workspace.read.relationships.neighbours(ident, workspace.today)}
            promised = [p.text for p in workspace.read.promises.all(contact=ident) if p.by == "me"]
            one_each = {
                pair.knower: pair
                for pair in reversed(pairs)
                if pair.knower not in linked and not _is_promised(rows[pair.knower].name, promised)
            }
            found += sorted(one_each.values(), key=lambda pair: (-rows[pair.knower].last, pair.knower))
        if len(found) >= limit:
            break
    return found[:limit]


def _known_by(rows: Iterable[ContactRow]) -> dict[frozenset[str], list[str]]:
    """Who knows each topic, as its folded words; many know the same, so that each text is split once."""
    alike: dict[str, list[str]] = {}
    for row in rows:
        alike.setdefault(row.knows, []).append(row.id)
    found: dict[frozenset[str], list[str]] = {}
    for knows, ids in alike.items():
        for words in {_words(topic) for topic in split(knows)} - {frozenset()}:
            found.setdefault(words, []).extend(ids)
    return found


def _knowers(
    topic: str, known: Mapping[frozenset[str], list[str]], rows: Mapping[str, ContactRow]
) -> list[str]:
    """Who knows a topic: all words of the one stand in the other."""
    wanted = _words(topic)
    found = [
        ident
        for words, ids in known.items()
        if wanted and (words <= wanted or wanted <= words)
        for ident in ids
    ]
    return list(dict.fromkeys(sorted(found, key=lambda ident: (-rows[ident].last, ident))))


def _words(text: str) -> frozenset[str]:
    words = ("".join(c if c.isalnum() or c in "+#" else " " for c in fold(text))).split()
    return frozenset(word for word in words if len(word) >= _LEAST_LETTERS or "+" in word) - _SMALL_WORDS


def _is_promised(name: str, promised: Iterable[str]) -> bool:
    """Whether one of these texts promises to introduce somebody of that name."""
    return any(_plan_text(name) in text for text in promised)


def _plan_text(name: str) -> str:
    return f"introduce {name}"


def plan_introduction(workspace: Workspace, introduction: Introduction) -> Batch:
    """Promises the seeker the introduction within a week."""
    knower = workspace.name(introduction.knower)
    due = workspace.today + timedelta(_PLAN_DAYS)
    text = f"{_plan_text(knower)} ({introduction.topic})"
    return add_promise(workspace, introduction.seeker, text, due=due)[1]


def log_introduction(workspace: Workspace, introduction: Introduction) -> Batch:
    """Logs that the two were introduced today, and promises to ask what came of it in a month."""
    seeker, knower, topic = introduction
    entry = Entry(
        id="", on=workspace.today, kind="intro", contact=seeker, with_=(knower,), started_by="me",
        text=f"introduced them: {topic}", gave=("intro",),
    )  # fmt: skip
    logged = add_entry(workspace, entry)[1]
    due = workspace.today + timedelta(_ASK_DAYS)
    text = f"ask what came of meeting {workspace.name(knower)}"
    asked = add_promise(workspace, seeker, text, due=due)[1]
    label = f"introduced {workspace.name(seeker)} and {workspace.name(knower)}"
    return Batch(label, (*logged.changes, *asked.changes))


def find_given_introductions(workspace: Workspace, rows: Iterable[int]) -> list[GivenIntroduction]:
    """Those of the entries with these row numbers that introduced people to each other, the latest first."""
    given = [entry for entry in workspace.read.entries(rows) if entry.with_]
    return [GivenIntroduction(entry, _days_since(workspace, entry)) for entry in given[:GIVEN_SHOWN]]


def _days_since(workspace: Workspace, given: Entry) -> int:
    both = {given.contact, given.with_[0]}
    days: set[date] = set()
    for entry in workspace.read.timeline(given.contact):
        if (
            entry.has_happened(workspace.today)
            and entry.on > given.on
            and both <= {entry.contact, *entry.with_}
        ):
            days.add(day_of(entry.on))
    return len(days)
