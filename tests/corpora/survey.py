"""One file, imported into a fresh network: what was read, what was rejected, and what came out again."""

import shutil
import signal
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

from netui.domain.model.changes import CONTACTS, FileId
from netui.interchange import network_json
from netui.interchange.records import ParsedFile, ReadOptions
from netui.interchange.vcard import reader as vcard_reader
from netui.services.people.commands import read_document
from netui.services.transfer.exports import export
from netui.services.transfer.file_formats import FORMATS, read_files
from netui.services.transfer.imports import apply_import, plan_import
from netui.services.workspace import Workspace
from tests.support.workspaces import NOW, places_in

SNIFFED = 64 << 10
OPTIONS = ReadOptions(own=frozenset(["me@home.example"]), since=date(1970, 1, 1), today=NOW.date())
"""Meetings of all years, with everybody at them: a corpus is old, and its people are in no network."""
HELD_BY_VCARD = (
    "name", "aliases", "pronouns", "roles", "tags", "org", "title", "location", "timezone", "knows", "seeks",
    "interests", "emails", "phones", "links", "addresses", "notes", "date", "related", "died",
)  # fmt: skip
"""The keys of a contact that a card can hold."""


@dataclass
class Outcome:
    """What became of one file; ``crash`` and ``hang`` are the two things that must not happen."""

    file: str
    format: str
    people: int = 0
    entries: int = 0
    rejected: list[tuple[str, str]] = field(default_factory=list)
    crash: str = ""
    hang: bool = False
    changed_again: int = 0
    written: Counter[str] = field(default_factory=Counter)
    """How many fields went out, by format."""
    returned: Counter[str] = field(default_factory=Counter)
    """How many of them came back the same, by format."""
    lost: list[str] = field(default_factory=list)
    """Each field that came back otherwise: format, person, key, before and after."""

    @property
    def records(self) -> int:
        """The records read."""
        return self.people + self.entries


class _Hang(BaseException):
    """A file took longer than its limit."""


def survey(path: Path, name: str, seconds: float) -> tuple[Outcome, list[ParsedFile]]:
    """Imports one file into a fresh network, within a limit; never raises."""
    outcome = Outcome(name, format_of(path))
    parsed: list[ParsedFile] = []
    base = Path(tempfile.mkdtemp(prefix="netui-corpora-"))
    try:
        with _limit(seconds):
            parsed = list(read_files(str(path), None, OPTIONS))
            _import(path, base, outcome)
    except _Hang:
        outcome.hang = True
    except Exception:
        outcome.crash = traceback.format_exc()
    finally:
        shutil.rmtree(base, ignore_errors=True)
    outcome.people = sum(len(each.people) + len(each.correspondents) for each in parsed)
    outcome.entries = sum(len(each.entries) for each in parsed)
    return outcome, parsed


def format_of(path: Path) -> str:
    """The format that the content says, or ``-``."""
    with path.open("rb") as file:
        start = file.read(SNIFFED)
    lower = path.name.lower()
    return next((each.name for each in FORMATS if each.detects(lower, start)), "-")


def _import(path: Path, base: Path, outcome: Outcome) -> None:
    (base / "net" / "contacts").mkdir(parents=True)
    from netui.storage.state.config import Config

    workspace = Workspace(places_in(base), Config(), lambda: NOW)
    try:
        workspace.refresh()
        found = plan_import(workspace, [str(path)], adds_people=True, options=OPTIONS)
        outcome.rejected = [(each.where, each.why) for each in found.rejected]
        if not found.batch.changes:
            return
        apply_import(workspace, found)
        again = plan_import(workspace, [str(path)], adds_people=True, options=OPTIONS)
        outcome.changed_again = len(again.batch.changes)
        _round_trips(workspace, outcome)
    finally:
        workspace.close()


def _round_trips(workspace: Workspace, outcome: Outcome) -> None:
    """Exports everybody, reads the exports, and compares field by field."""
    idents = sorted(row.id for row in workspace.read.contact_rows())
    documents = {ident: read_document(workspace, FileId(CONTACTS, ident)) for ident in idents}
    text = "".join(export(workspace, idents, "vcard"))
    cards = vcard_reader.read(text.encode(), "out.vcf").people
    for ident, card in zip(idents, cards, strict=False):
        held = {key: documents[ident][key] for key in HELD_BY_VCARD if key in documents[ident]}
        _compare(outcome, "vCard", ident, _with_names(held, documents), {"name": card.name, **card.fields})
    text = "".join(export(workspace, idents, "json", private=True))
    again = network_json.read(text.encode(), "out.json")
    for person in again.people:
        timeline = [
            {"id": each.id, **each.fields, **({"with": list(each.people[1:])} if each.people[1:] else {})}
            for each in again.entries
            if each.people[0] == person.uid
        ]
        there = {"name": person.name, **person.fields, **({"timeline": timeline} if timeline else {})}
        _compare(outcome, "JSON", person.uid, documents[person.uid], there)


def _with_names(held: dict[str, Any], documents: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The fields with relatives by name, as a card has them."""
    if not isinstance(held.get("related"), list):
        return held
    related = [
        {**item, "who": documents[item["who"]]["name"] if item.get("who") in documents else item.get("who")}
        for item in held["related"]
    ]
    return {**held, "related": related}


def _compare(
    outcome: Outcome, to: str, ident: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    for key, value in before.items():
        if value in ("", [], {}):
            continue
        outcome.written[to] += 1
        if _alike(value) == _alike(after.get(key)):
            outcome.returned[to] += 1
        else:
            outcome.lost.append(f"{to}: {ident}.{key}: {value!r} came back as {after.get(key)!r}")


def _alike(value: Any) -> Any:
    """The value without regard to the order in which a format writes lists and keys."""
    if isinstance(value, Mapping):
        return sorted((key, repr(_alike(each))) for key, each in value.items())
    return sorted(repr(_alike(each)) for each in value) if isinstance(value, list) else value


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Raises :class:`_Hang` in the main thread after so many seconds."""

    def stop(_: int, __: FrameType | None) -> None:
        raise _Hang

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
