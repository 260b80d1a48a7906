"""Check every file of the network and the settings: each problem with file, line and what to do."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from glob import glob
from typing import Any

from netui.domain.model.changes import CONTACTS, GOALS, SETTINGS, SOURCES, Change, FileId
from netui.domain.named_tuple import NamedTuple
from netui.domain.text.encoding import is_utf8
from netui.domain.text.sanitize import clean
from netui.services.check.conflict_copies import CopyMerge, plan_copy_merges
from netui.services.check.misnamed_keys import find_misnamed_keys
from netui.services.check.repair import reference_repair, twin_repair, value_repair
from netui.services.goals.progress import LARGEST_ORDER
from netui.services.people.field_values import odd_values
from netui.services.transfer.quarantine import list_quarantine
from netui.services.workspace import Workspace
from netui.storage.errors import Unreadable, error_words
from netui.storage.files.filenames import is_network_file
from netui.storage.files.stat import read_bytes
from netui.storage.state.network_settings import load_lists
from netui.storage.toml.positions import Path, line_of


class Problem(NamedTuple):
    """A problem in a file; ``line`` counts from 1 and is 0 where it is about the whole file.

    ``repair`` are the changes that mend it; none where it is not certain what was meant.
    """

    file: str
    line: int
    what: str
    hint: str = ""
    repair: tuple[Change, ...] = ()


class Report(NamedTuple):
    """How many files were read, and every problem found."""

    files: int
    problems: tuple[Problem, ...]


def check(workspace: Workspace, of_the_screen: Iterable[str] = ()) -> Report:
    """Reads every file of the network, and the settings; ``of_the_screen`` as for :func:`check_settings`."""
    problems = check_settings(workspace, of_the_screen)
    problems += _quarantine_problems(workspace)
    problems += _source_problems(workspace)
    problems += _network_problems(workspace)
    problems += _unread_problems(workspace)
    both = [(folder, _stems(workspace, folder)) for folder in (CONTACTS, GOALS)]
    copies = {each.copy: each for folder in (CONTACTS, GOALS) for each in plan_copy_merges(workspace, folder)}
    shown = [{stem for stem in stems if FileId(folder, stem) not in copies} for folder, stems in both]
    reader = _Checker(workspace, *shown)
    for folder, stems in both:
        for file in (FileId(folder, stem) for stem in stems):
            if not is_utf8(file.stem):
                what = "its name is not UTF-8, so it is not shown"
                problems.append(Problem(clean(str(file)), 0, what, "rename it"))
            elif file in copies:
                problems.append(_copy_problem(copies[file]))
            else:
                problems += reader.check(file)
    return Report(sum(len(stems) for _, stems in both), tuple(problems))


def _quarantine_problems(workspace: Workspace) -> Iterator[Problem]:
    """What imports rejected, and nobody has mended yet."""
    for file, items in list_quarantine(workspace).items():
        if items is None:
            yield Problem(str(file), 0, "it cannot be read", "mend it or delete it")
        for item in items or ():
            what = f"{' '.join(filter(None, (item.file, item.where)))} was not imported: {item.why}"
            hint = "mend it there and import it again; delete this file if it is not wanted"
            yield Problem(str(file), 0, what, hint)


def _source_problems(workspace: Workspace) -> Iterator[Problem]:
    """What an import keeps of its sources and could not read again."""
    from netui.storage.sources import source_of
    from netui.storage.toml.document import decode, parse

    hint = "mend it, or delete it: then the next import of that source only adds"
    for stem in _stems(workspace, SOURCES):
        file = FileId(SOURCES, stem)
        try:
            found = source_of(parse(decode(read_bytes(workspace.network, *file)[1], file), file))
        except Unreadable as error:
            yield Problem(str(file), error.line, error.reason, hint)
        except OSError as error:
            yield Problem(str(file), 0, error_words(error), hint)
        else:
            if found is None:
                yield Problem(
                    str(file), 0, "it does not say what a source said: kind, uid and raw are texts", hint
                )


def _unread_problems(workspace: Workspace) -> Iterator[Problem]:
    """Files that were meant to be contacts or goals, and are not read for their name or their place."""
    for folder in (CONTACTS, GOALS):
        try:
            found = sorted(os.scandir(workspace.network / folder), key=lambda each: each.name)
        except FileNotFoundError:
            continue
        for each in found:
            if each.name.startswith(".") or each.name.endswith(".toml"):
                continue
            name = clean(f"{folder}/{each.name}")
            if each.name.casefold().endswith((".toml", ".toml.txt")):
                yield Problem(name, 0, "its name does not end in .toml, so it is not read", "rename it")
            elif each.is_dir() and glob("*.toml", root_dir=each.path):
                what = f"files in folders within {folder} are not read"
                yield Problem(name, 0, what, f"move them into {folder}")


def _copy_problem(found: CopyMerge) -> Problem:
    what = f"a copy of {found.original}, so it is not shown"
    if not found.changes:
        hint = "settle by hand what each says, then delete it"
        return Problem(str(found.copy), 0, f"{what}; it cannot be merged: {found.problem}", hint)
    hint = "netui check --fix merges it into that and puts it into the trash"
    return Problem(str(found.copy), 0, what, hint, found.changes)


def check_settings(workspace: Workspace, of_the_screen: Iterable[str] = ()) -> list[Problem]:
    """Every problem of the settings file.

    ``of_the_screen`` are those that the screen alone knows of, as ``theme: what is wrong``.
    """
    from netui.storage.state.config import read_settings
    from netui.storage.validation.validate import config_errors

    config = workspace.places.config
    found = [Problem(str(config), line, what) for line, what in config_errors(config)]
    try:
        text = read_settings(config)[0]
    except (FileNotFoundError, Unreadable):
        return found
    for problem in of_the_screen:
        path = tuple(problem.partition(":")[0].split(".", 1))
        found.append(Problem(str(config), line_of(text, path), problem))
    return sorted(found, key=lambda each: each.line)


def _stems(workspace: Workspace, folder: str) -> list[str]:
    try:
        names = os.listdir(workspace.network / folder)
    except FileNotFoundError:
        return []
    return sorted(name.removesuffix(".toml") for name in names if is_network_file(name))


class _Found(NamedTuple):
    """A problem at a path of a file."""

    path: Path
    what: str
    hint: str = ""
    repair: tuple[Change, ...] = ()


class _Checker:
    """Checks one file after the other."""

    def __init__(self, workspace: Workspace, people: set[str], goals: set[str]) -> None:
        self._workspace = workspace
        self._people, self._goals = people, goals
        self._ids: Counter[str] = Counter()
        self._places: dict[tuple[str, int], FileId] = {}

    def check(self, file: FileId) -> list[Problem]:
        """Every problem of one file, from the top down."""
        from netui.storage.toml.parse import decode
        from netui.storage.toml.plain_timeline import parse_fast
        from netui.storage.validation.validate import errors_in

        try:
            text = decode(read_bytes(self._workspace.network, *file)[1], file)
            data, is_valid = parse_fast(text, file)
        except Unreadable as error:
            hint = "netui edit opens it there" if error.line else ""
            return [Problem(str(file), error.line, error.reason, hint)]
        except FileNotFoundError:  # gone meanwhile
            return []
        except OSError as error:
            return [Problem(str(file), 0, error_words(error))]
        in_doubt = data
        if is_valid and file.folder == CONTACTS:
            in_doubt = {key: value for key, value in data.items() if key != "timeline"}
        errors = errors_in(file, in_doubt)
        found = [
            *(_Found(*error, value_repair(file, text, data, error.path)) for error in errors),
            *self._repeated_ids(file, data),
            *self._dangling_references(file, data),
            *(_Found(*each) for each in find_misnamed_keys(file, in_doubt)),
        ]
        if file.folder == CONTACTS:
            found += [_Found(*each) for each in odd_values(data, self._workspace.today)]
        if file.folder == GOALS:
            found += [*self._order_clash(file, data), *_unreadable_queries(self._workspace, data)]
        placed = {(line_of(text, each.path), each.what): each for each in reversed(found)}
        return [
            Problem(str(file), line, what, each.hint, each.repair)
            for (line, what), each in sorted(placed.items(), key=lambda item: item[0])
        ]

    def _repeated_ids(self, file: FileId, data: Mapping[str, Any]) -> Iterator[_Found]:
        for table in ("timeline", "promise", "opportunity"):
            seen: dict[object, int] = {}
            for at, item in _items(data, table):
                ident = item.get("id")
                if isinstance(ident, str) and ident in seen:
                    yield _Found(
                        (table, at),
                        f"the id {ident!r} stands twice in [[{table}]]",
                        "give one of them another id",
                        twin_repair(file, data, table, at),
                    )
                elif isinstance(ident, str):
                    seen[ident] = at
                    if table == "promise":
                        self._ids[ident] += 1
                        if self._ids[ident] == 2:
                            yield _Found(
                                (table, at),
                                f"another file has a promise {ident!r} too",
                                "give one another id",
                            )

    def _order_clash(self, file: FileId, data: Mapping[str, Any]) -> Iterator[_Found]:
        """An ``order`` that is too large, or that another goal of the same status has."""
        order, status = data.get("order"), str(data.get("status", "active"))
        if type(order) is not int:
            return
        if abs(order) > LARGEST_ORDER:
            yield _Found(("order",), f"order is {order}, which is too large to count", "use a smaller one")
            return
        first = self._places.setdefault((status, order), file)
        if first != file:
            what = f"order is {order}, as in {first}"
            yield _Found(("order",), what, "moving one of them in the app gives it a number of its own")

    def _dangling_references(self, file: FileId, data: Mapping[str, Any]) -> Iterator[_Found]:
        """Ids of contacts and goals that do not exist."""
        for at, item in _items(data, "timeline"):
            path: Path = ("timeline", at, "with")
            for other in _texts(item.get("with")):
                if other not in self._people:
                    repair = reference_repair(file, data, path, self._people)
                    yield _Found(path, f"with names nobody: {other!r}", self._near(other), repair)
            if "goals" in item:
                yield from self._no_goal(file, data, ("timeline", at, "goals"), _texts(item["goals"]))
        for table in ("promise", "opportunity"):
            for at, item in _items(data, table):
                yield from self._no_goal(file, data, (table, at, "goal"), _texts([item.get("goal")]))
        yield from self._no_goal(file, data, ("goals",), _texts(data.get("goals")))
        met = data.get("met")
        via = met.get("via") if isinstance(met, Mapping) else None
        led: list[tuple[Path, Any]] = [(("met", "via"), via)]
        led += [(("related", at, "who"), item.get("who")) for at, item in _items(data, "related")]
        for path, who in led:
            if isinstance(who, str) and _looks_like_id(who) and who not in self._people:
                what = f"{who!r} looks like an id, but nobody has it"
                yield _Found(path, what, self._near(who) or "a name is as good")

    def _no_goal(
        self, file: FileId, data: Mapping[str, Any], path: Path, named: list[str]
    ) -> Iterator[_Found]:
        for goal in named:
            if goal and goal not in self._goals:
                repair = reference_repair(file, data, path, self._goals)
                hint = f"goals/{goal}.toml would be its file"
                yield _Found(path, f"there is no goal {goal!r}", hint, repair)

    def _near(self, ident: str) -> str:
        from netui.domain.query.parser import nearest_word

        meant = nearest_word(ident, self._people)
        return f"did you mean {meant!r}?" if meant else ""


def _network_problems(workspace: Workspace) -> list[Problem]:
    """What is wrong with the network's own settings; a list that is no query is named at its line."""
    from netui.domain.query.parser import QueryError
    from netui.storage.state.config import network_settings_path, read_settings
    from netui.storage.state.network_settings import NetworkSettings
    from netui.storage.validation.validate import config_errors

    path = network_settings_path(workspace.places.network)
    hint = "mend it in your editor"
    found = [Problem(str(SETTINGS), line, what, hint) for line, what in config_errors(path, NetworkSettings)]
    try:
        text, lists = read_settings(path)[0], load_lists(workspace.places.network)
    except (FileNotFoundError, Unreadable):
        return found
    for name in (name for name, query in lists.items() if query):
        try:
            workspace.parse_query(f'list:"{name}"')
        except QueryError as error:
            line = line_of(text, ("lists", name))
            found.append(Problem(str(SETTINGS), line, error.message, "netui list tries a query"))
    return sorted(found, key=lambda each: each.line)


def _unreadable_queries(workspace: Workspace, data: Mapping[str, Any]) -> Iterator[_Found]:
    """The queries of a goal that cannot be parsed."""
    from netui.domain.query.parser import QueryError

    measure = data.get("measure")
    asked: list[tuple[Path, Any]] = [
        (("audience", at, "match"), item.get("match")) for at, item in _items(data, "audience")
    ]
    if isinstance(measure, Mapping):
        asked.append((("measure", "count"), measure.get("count")))
    for path, query in asked:
        if isinstance(query, str):
            try:
                workspace.parse_query(query)
            except QueryError as error:
                yield _Found(path, f"{path[-1]} cannot be read, {error}", "netui list tries a query")


def _items(data: Mapping[str, Any], table: str) -> list[tuple[int, Mapping[str, Any]]]:
    value = data.get(table)
    if not isinstance(value, list):
        return []
    return [(at, item) for at, item in enumerate(value) if isinstance(item, dict)]


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _looks_like_id(text: str) -> bool:
    return "-" in text and text == text.lower() and all(c.isalnum() or c == "-" for c in text)
