"""Reading every file whole, and naming each problem with its place and what to do."""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.domain.model.dates import PartialDate, Span, when_from
from netui.services.goals.progress import LARGEST_ORDER
from netui.services.workspace import Workspace
from netui.storage.errors import StoreError, Unreadable
from netui.storage.files.filenames import is_network_file
from netui.storage.toml.positions import line_of

Path = tuple[str | int, ...]

_TABLES = {"date": "dates", "promise": "promises", "opportunity": "opportunities", "source": "sources",
           "audience": "audiences", "milestone": "milestones"}  # fmt: skip
_LABELLED = ("emails", "phones", "links", "addresses")
_DATES = ("on", "made", "due", "done", "opened", "next_on", "snoozed_until")
_CHOICES = {
    ("promise", "by"): ("me", "them"),
    ("rhythm", "mode"): ("regular", "ambient", "off"),
    ("timeline", "started_by"): ("me", "them"),
    ("opportunity", "status"): ("open", "won", "lost"),
    ("measure", "per"): ("total", "week", "month", "quarter", "year"),
    ("", "status"): ("active", "reached", "dropped"),
}


class Problem(NamedTuple):
    """One thing that is not right: ``line`` counts from 1, 0 where it is about all of the file."""

    file: str
    line: int
    what: str
    hint: str = ""


class Report(NamedTuple):
    """What reading everything found."""

    files: int
    problems: tuple[Problem, ...]


def check(workspace: Workspace) -> Report:
    """Reads every file of the network, and the settings."""
    problems = [Problem(str(workspace.places.config), 0, text) for text in config_problems(workspace)]
    people, goals = (_stems(workspace, folder) for folder in (CONTACTS, GOALS))
    reader = _Checker(workspace, set(people), set(goals))
    for folder, stems in ((CONTACTS, people), (GOALS, goals)):
        for stem in stems:
            problems += reader.check(FileId(folder, stem))
    return Report(len(people) + len(goals), tuple(problems))


def config_problems(workspace: Workspace) -> list[str]:
    """What is wrong with the settings file, without its name."""
    from netui.storage.state.config import problems

    path = str(workspace.places.config)
    return [text.removeprefix(f"{path}: ") for text in problems(workspace.places.config)]


def _stems(workspace: Workspace, folder: str) -> list[str]:
    try:
        names = os.listdir(workspace.network / folder)
    except FileNotFoundError:
        return []
    return sorted(name.removesuffix(".toml") for name in names if is_network_file(name))


class _Checker:
    """Checks one file after the other."""

    def __init__(self, workspace: Workspace, people: set[str], goals: set[str]) -> None:
        from pydantic import TypeAdapter

        from netui.domain.model.contact import Contact
        from netui.domain.model.goal import Goal

        self._workspace = workspace
        self._people, self._goals = people, goals
        self._adapters: dict[str, Any] = {CONTACTS: TypeAdapter(Contact), GOALS: TypeAdapter(Goal)}
        self._ids: Counter[str] = Counter()
        self._places: dict[tuple[str, int], FileId] = {}

    def check(self, file: FileId) -> list[Problem]:
        """Every problem of one file, from the top down."""
        from netui.storage.toml.document import decode, parse

        try:
            text = decode(self._workspace.store.read(file), file)
            data = parse(text, file)
        except Unreadable as error:
            return [Problem(str(file), error.line, error.reason, "netui edit opens it there")]
        except StoreError as error:
            return [Problem(str(file), 0, str(error))]
        found = [*self._shape(file, data), *_choices(data), *self._doubles(data), *self._nobody(data)]
        if file.folder == GOALS:
            found += self._same_place(file, data)
        placed = {(line_of(text, path), what): hint for path, what, hint in reversed(found)}
        return [Problem(str(file), line, what, placed[line, what]) for line, what in sorted(placed)]

    def _shape(self, file: FileId, data: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
        from pydantic import ValidationError

        converter = _Converter()
        shaped = converter.document(data, file)
        yield from converter.problems
        try:
            # As JSON: strict about every value, yet mappings and lists will do for models and tuples.
            self._adapters[file.folder].validate_json(json.dumps(shaped, default=str), strict=True)
        except ValidationError as error:
            for each in error.errors(include_url=False):
                yield _as_in_file(each["loc"]), _words(each), ""

    def _doubles(self, data: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
        for table in ("timeline", "promise", "opportunity"):
            seen: dict[object, int] = {}
            for at, item in _items(data, table):
                ident = item.get("id")
                if isinstance(ident, str) and ident in seen:
                    yield (
                        (table, at),
                        f"the id {ident!r} stands twice in [[{table}]]",
                        "give one of them another id",
                    )
                elif isinstance(ident, str):
                    seen[ident] = at
                    if table == "promise":
                        self._ids[ident] += 1
                        if self._ids[ident] == 2:
                            yield (
                                (table, at),
                                f"another file has a promise {ident!r} too",
                                "give one another id",
                            )

    def _same_place(self, file: FileId, data: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
        """A goal whose number in the order another goal of its status has too."""
        order, status = data.get("order"), str(data.get("status", "active"))
        if type(order) is not int:
            return
        if abs(order) > LARGEST_ORDER:
            yield ("order",), f"order is {order}, which is too large to count", "use a smaller one"
            return
        first = self._places.setdefault((status, order), file)
        if first != file:
            what = f"order is {order}, as in {first}"
            yield ("order",), what, "moving one of them in the app gives it a number of its own"

    def _nobody(self, data: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
        """Ids that lead nowhere."""
        for at, item in _items(data, "timeline"):
            for other in _texts(item.get("with")):
                if other not in self._people:
                    yield ("timeline", at, "with"), f"with names nobody: {other!r}", self._near(other)
            yield from self._no_goal(("timeline", at, "goals"), _texts(item.get("goals")))
        for table in ("promise", "opportunity"):
            for at, item in _items(data, table):
                yield from self._no_goal((table, at, "goal"), _texts([item.get("goal")]))
        yield from self._no_goal(("goals",), _texts(data.get("goals")))
        met = data.get("met")
        via = met.get("via") if isinstance(met, Mapping) else None
        led = [(("met", "via"), via)]
        led += [(("related", at, "who"), item.get("who")) for at, item in _items(data, "related")]  # type: ignore[misc]
        for path, who in led:
            if isinstance(who, str) and _looks_like_id(who) and who not in self._people:
                yield (
                    path,
                    f"{who!r} looks like an id, but nobody has it",
                    self._near(who) or "a name is as good",
                )

    def _no_goal(self, path: Path, named: list[str]) -> Iterator[tuple[Path, str, str]]:
        for goal in named:
            if goal and goal not in self._goals:
                yield path, f"there is no goal {goal!r}", f"goals/{goal}.toml would be its file"

    def _near(self, ident: str) -> str:
        from netui.domain.query.parser import nearest_word

        meant = nearest_word(ident, self._people)
        return f"did you mean {meant!r}?" if meant else ""


class _Converter:
    """A parsed file in the shape of the models; what cannot be converted is told, and left out."""

    def __init__(self) -> None:
        self.problems: list[tuple[Path, str, str]] = []

    def document(self, data: Mapping[str, Any], file: FileId) -> dict[str, Any]:
        shaped: dict[str, Any] = {"id": file.stem}
        for key, value in data.items():
            if key in _LABELLED and isinstance(value, list):
                value = tuple({"value": item} if isinstance(item, str) else item for item in value)
            elif key == "died":
                value = self._date((key,), value, partial=True)
            else:
                value = self._value((key,), value)
            if value is not None:
                shaped[_TABLES.get(key, key)] = value
        return shaped

    def _value(self, path: Path, value: Any) -> Any:
        key = path[-1]
        if isinstance(value, list):
            return tuple(self._value((*path, at), item) for at, item in enumerate(value))
        if isinstance(value, Mapping):
            items = {_RENAMED.get(k, k): self._value((*path, k), v) for k, v in value.items()}
            assumed = _ASSUMED.get(path[0], {}) if len(path) == 2 else {}
            return {**assumed, **{k: v for k, v in items.items() if v is not None}}
        if key == "every" and path[0] == "rhythm" and isinstance(value, str) and value:
            try:
                Span.parse(value)
            except ValueError as error:
                self.problems.append((path, str(error), ""))
        if key == "done" and value is True:
            return None
        if key in _DATES and (len(path) == 1 or path[0] != "source"):
            return self._date(path, value, partial=path[0] in ("met", "date"))
        return value

    def _date(self, path: Path, value: Any, *, partial: bool) -> PartialDate | date:
        try:
            if partial:
                return PartialDate.parse(value)
            found = when_from(value)
        except ValueError as error:
            said = str(error) if repr(value) in str(error) else f"{value!r} is not a date ({error})"
            self.problems.append((path, said, "write it as 2026-11-09"))
            return PartialDate(2000, 1, 1) if partial else date(2000, 1, 1)
        return found.date() if isinstance(found, datetime) else found


_ASSUMED: dict[str | int, dict[str, str]] = {
    "timeline": {"id": ""}, "promise": {"id": "", "by": "me"}, "opportunity": {"id": ""},
}  # fmt: skip
"""What may be absent from a hand-written item."""
_RENAMED = {"with": "with_", "as": "as_"}
_BACK = {**{v: k for k, v in _RENAMED.items()}, **{v: k for k, v in _TABLES.items()}}
_SAID = {
    "string_type": "must be text in quotes",
    "tuple_type": 'must be a list: ["…"]',
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "date_type": "must be a date: 2026-11-09",
    "dataclass_type": "must be a table",
    "missing": "is missing",
}


def _words(error: Any) -> str:
    key = next(
        (str(part) for part in reversed(_as_in_file(error["loc"])) if isinstance(part, str)), "the file"
    )
    return f"{key} {_SAID.get(error['type'], error['msg'])}"


def _as_in_file(loc: tuple[str | int, ...]) -> Path:
    return tuple(_BACK.get(part, part) if isinstance(part, str) else part for part in loc)


def _choices(data: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
    for (table, key), allowed in _CHOICES.items():
        if not table:
            places = [((key,), data.get(key))]
        elif isinstance(data.get(table), Mapping):
            places = [((table, key), data[table].get(key))]  # type: ignore[list-item]
        else:
            places = [((table, at, key), item.get(key)) for at, item in _items(data, table)]  # type: ignore[misc]
        for path, value in places:
            if isinstance(value, str) and value and value not in allowed:
                yield path, f"{key} is {value!r}", f"it is one of {', '.join(allowed)}"


def _items(data: Mapping[str, Any], table: str) -> list[tuple[int, Mapping[str, Any]]]:
    value = data.get(table)
    if not isinstance(value, list):
        return []
    return [(at, item) for at, item in enumerate(value) if isinstance(item, Mapping)]


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _looks_like_id(text: str) -> bool:
    return "-" in text and text == text.lower() and all(c.isalnum() or c == "-" for c in text)
