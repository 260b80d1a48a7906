"""Misnamed keys: ``email``, ``birthday`` or ``[[dates]]``, where ``emails`` and ``[[date]]`` are read.

Unknown keys are kept in every file, and one's own are welcome. But what is called nearly as a key that netui
reads, or as people usually call that, was meant to be read.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from netui.domain.model.changes import CONTACTS, FileId
from netui.domain.model.contact import Contact, ImportantDate, Labelled, Met, Relation, RhythmSetting, Source
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.model.goal import Audience, Goal, Measure, Milestone
from netui.domain.model.key_words import OTHER_WORDS
from netui.storage.toml.positions import Path
from netui.storage.validation.models import keys_of

_NEAR = 0.82
"""How similar a misspelt word is at least, as difflib counts: less than one letter in five is wrong."""
_LEAST = 4
"""Shorter words are too easily something else."""
_LISTS = frozenset(
    [
        "aliases",
        "roles",
        "tags",
        "knows",
        "seeks",
        "interests",
        "emails",
        "phones",
        "links",
        "addresses",
        "goals",
        "with",
        "gave",
        "got",
    ]
)
_SINGLE = ("met", "rhythm", "measure")
_EVERY = 'every = "3w" under [rhythm]'


def _date(what: str) -> str:
    return f'[[date]] with what = "{what}" and on = "--12-10"'


def _in_file(key: str) -> str:
    """Where a key stands in a file: dotted ones under the heading of their table."""
    if key == "birthday":
        return _date(key)
    table, _, within = key.rpartition(".")
    return _EVERY if within == "every" else f"{within} under [{table}]" if table else key


def _words(**right: str) -> dict[str, str]:
    """What people write, by what to write instead."""
    return {word: key for key, words in right.items() for word in words.split()}


class _Table:
    """A table of a file: the model of its keys, further keys that are read, and usual wrong ones."""

    def __init__(
        self, model: type, more: tuple[str, ...] = (), wrong: Mapping[str, str] | None = None
    ) -> None:
        self.model = model
        self.known = frozenset((*keys_of(model), *more))
        self._wrong = wrong or {}

    def right(self, key: str) -> str:
        """What was probably meant by ``key``, which is not read; "" where it is one's own."""
        word = key.casefold().replace("-", "_").replace(" ", "_")
        forms = (word, f"{word}s", word.removesuffix("s"), word.removesuffix("es"), f"{word[:-3]}y")
        for form in forms:
            if form in self.known:
                return form
        if word in self._wrong:
            return self._wrong[word]
        alike = [each for each in sorted({*self.known, *self._wrong}) if each[0] == word[:1]]
        near = get_close_matches(word, alike, 1, _NEAR) if len(word) >= _LEAST else []
        return "" if not near else near[0] if near[0] in self.known else self._wrong[near[0]]


_CONTACT = _Table(
    Contact,
    ("former", "conflict", "me", "not_same", "version"),
    {
        **{word.replace(" ", "_"): _in_file(key) for word, key in OTHER_WORDS.items()},
        "birthday": _date("birthday"), "anniversary": _date("anniversary"),
        "muted": 'mode = "off" under [rhythm]',
        **dict.fromkeys(("entry", "entries", "log", "history", "event", "events"), "[[timeline]]"),
        **dict.fromkeys(("relation", "relations", "relationship", "relationships", "family"), "[[related]]"),
    },
)  # fmt: skip
_GOAL = _Table(
    Goal,
    ("conflict", "version"),
    {
        **_words(title="name", due="deadline until", why="reason", status="state", order="rank"),
        "count": "count under [measure]", "target": "target under [measure]", "per": "per under [measure]",
        "step": "[[milestone]]", "steps": "[[milestone]]",
    },
)  # fmt: skip
_LABELLED = _Table(Labelled, (), _words(label="type kind", value="email phone number url address"))
_TABLES: Mapping[type, Mapping[str, _Table]] = {
    Contact: {
        "met": _Table(
            Met, (), _words(on="date when day", where="place at location", via="by through introduced_by")
        ),
        "rhythm": _Table(
            RhythmSetting,
            (),
            _words(every="cadence frequency interval", snoozed_until="snooze snoozed until"),
        ),
        "date": _Table(
            ImportantDate,
            (),
            _words(on="date day when", what="name title kind type label", lead="remind ahead"),
        ),
        "related": _Table(
            Relation,
            (),
            {
                **_words(who="name person id contact"),
                **dict.fromkeys(("relation", "relationship", "how", "kind", "type", "role", "what"), "as"),
            },
        ),
        "promise": _Table(
            Promise,
            ("dropped",),
            _words(
                text="what title note",
                by="who from whose",
                due="deadline until",
                done="completed finished kept",
            ),
        ),
        "opportunity": _Table(
            Opportunity,
            (),
            _words(
                kind="type",
                text="what title description",
                status="state",
                worth="value",
                next="next_step",
                via="from through",
                opened="date on",
                next_on="next_date",
            ),
        ),
        "source": _Table(Source, (), _words(kind="type", uid="id")),
        "timeline": _Table(
            Entry,
            ("planned",),
            {
                **_words(
                    on="date day when",
                    kind="type",
                    text="note notes what description summary body title",
                    place="where location venue",
                    gave="given",
                    got="received",
                    learned="lesson learnt",
                    started_by="initiated_by from by",
                ),
                **dict.fromkeys(("who", "people", "participants", "attendees", "contacts"), "with"),
            },
        ),
        **dict.fromkeys(("emails", "phones", "links", "addresses"), _LABELLED),
    },
    Goal: {
        "measure": _Table(
            Measure, (), _words(count="query match", target="goal number want", per="period every")
        ),
        "audience": _Table(
            Audience,
            (),
            _words(match="query count", who="name title what label", want="number target wanted needed"),
        ),
        "milestone": _Table(
            Milestone, (), _words(text="what name title step", due="deadline", done="completed finished")
        ),
    },
}


def find_misnamed_keys(file: FileId, document: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
    """Each misnamed key of a parsed file: its path, what is wrong with it, and what was probably meant."""
    top = _CONTACT if file.folder == CONTACTS else _GOAL
    yield from _in_table(top, (), document)
    for key, table in _TABLES[top.model].items():
        value = document.get(key)
        if isinstance(value, Mapping):
            yield from _in_table(table, (key,), value)
        elif isinstance(value, list):
            for at, item in enumerate(value):
                if isinstance(item, Mapping):
                    yield from _in_table(table, (key, at), item)


def _in_table(table: _Table, path: Path, found: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
    for key in found.keys() - table.known:
        right = table.right(key)
        if right:
            yield (*path, key), f"{key} is kept, but not read", f"did you mean {_written(right, path)}?"


def _written(key: str, path: Path) -> str:
    """A key as it stands in a file."""
    if key in _LISTS:
        return f'{key} = ["…"]'
    if path or key not in (*_TABLES[Contact], *_TABLES[Goal]):
        return key
    return f"[{key}]" if key in _SINGLE else f"[[{key}]]"
