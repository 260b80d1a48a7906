"""The candidates for the last word of a command line: commands, options, people, tags, goals, promises."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netui.cli.arguments import DATA, JSON, LONG_HELP, PLAIN, Argument
from netui.cli.command import Command
from netui.cli.commands import COMMANDS
from netui.domain.named_tuple import NamedTuple
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.workspace import Workspace

FILES = ":files"
"""Printed in place of candidates where the shell is to complete names of files."""
_MOST = 200
"""Candidates printed at most; whoever sees so many types a letter more."""
_FOLDER = "--data"
_PLANNED_DAYS = 60
"""How many days ahead plans are among the candidates."""


class Candidate(NamedTuple):
    """A word that may stand in place of the last one, and what it is."""

    word: str
    about: str = ""


Source = Callable[["Workspace", str], Iterable[Candidate]]
"""Finds what may stand in place of the word that was begun."""


def find_candidates(
    words: Sequence[str], open_network: "Callable[[str | None], Workspace]"
) -> list[Candidate]:
    """The candidates for the last of the words after ``netui``; what begins as typed comes before the rest.

    ``open_network`` is asked for the network, of the folder that ``--data`` names, where that is needed.
    """
    *before, begun = words or [""]
    folder, name, given = _split(before)
    if before and before[-1] == _FOLDER:
        return [Candidate(FILES)]
    if name not in COMMANDS:
        if name:
            return []
        return _fitting(_commands(begun), begun)
    command = COMMANDS[name]
    found = _of_command(command, given, begun)
    if isinstance(found, list):
        return _fitting(found, begun)
    return _fitting(found(open_network(folder), begun), begun)


def _split(words: Sequence[str]) -> tuple[str | None, str, list[str]]:
    """The folder, the command ("" while there is none) and the words after that."""
    folder: str | None = None
    rest: list[str] = []
    name = ""
    left = iter(words)
    for word in left:
        if word == _FOLDER:
            folder = next(left, None)
        elif word.startswith(f"{_FOLDER}="):
            folder = word.partition("=")[2]
        elif not name and not word.startswith("-"):
            name = word
        elif name:
            rest.append(word)
    return folder, name, rest


def _commands(begun: str) -> Iterator[Candidate]:
    if begun.startswith("-"):
        yield from (
            Candidate("--demo"),
            Candidate("--tour"),
            Candidate("--data"),
            Candidate("--help"),
            Candidate("--version"),
        )
    else:
        yield from (Candidate(name, command.summary) for name, command in COMMANDS.items())


def _of_command(command: Command, given: Sequence[str], begun: str) -> list[Candidate] | Source:
    options = {name: each for each in _options(command) for name in each.names}
    if given and (option := options.get(given[-1])) and takes_value(option):
        choices = option.settings.get("choices")
        return (
            [Candidate(str(choice)) for choice in choices]
            if choices
            else _for_word(f"{command.name} {option.names[-1]}", *value_words(option))
        )
    if begun.startswith("--") or (begun.startswith("-") and not command.dash_words):
        return [
            Candidate(name, str(each.settings.get("help", "")))
            for name, each in options.items()
            if name.startswith("--")
        ]
    at = _position(given, options)
    words = positions(command)
    if at >= len(words) and words and command.name in FOLLOWING:
        return FOLLOWING[command.name]
    return _for_word(f"{command.name} {words[min(at, len(words) - 1)]}") if words else []


def _options(command: Command) -> list[Argument]:
    return [*(each for each in command.arguments if each.is_option), DATA, JSON, PLAIN, LONG_HELP]


def takes_value(option: Argument) -> bool:
    """Whether an option is followed by a value."""
    return option.settings.get("action", "store") in ("store", "append")


def _position(given: Sequence[str], options: Mapping[str, Argument]) -> int:
    """How many words that are neither options nor their values were given."""
    count, left = 0, iter(given)
    for word in left:
        if word in options:
            if takes_value(options[word]):
                next(left, None)
        elif not word.startswith("--"):
            count += 1
    return count


def positions(command: Command) -> list[str]:
    """What each word of a command is, by its place: ``WHO``, then ``KEY``; the last one may be repeated."""
    shown = (str(each.settings.get("metavar", "")) for each in command.arguments if not each.is_option)
    return [word for each in shown for word in each.split()]


def value_words(option: Argument) -> tuple[str, str]:
    """What the value of an option is, by the option and by its metavar."""
    metavar = option.settings.get("metavar", "")
    return option.names[-1], metavar[0] if isinstance(metavar, tuple) else str(metavar)


def _for_word(*names: str) -> list[Candidate] | Source:
    """What completes a word of one of these names, the first that is known; choices stand in the last."""
    metavar = names[-1].rpartition(" ")[2]
    for name in (*names, metavar):
        if name in SOURCES:
            return SOURCES[name]
    choices = metavar.split("|")
    return [Candidate(choice) for choice in choices] if len(choices) > 1 else []


def _fitting(candidates: Iterable[Candidate], begun: str) -> list[Candidate]:
    """Those that begin as typed; without any, those that hold it, but not where that is short."""
    alike = begun.casefold()
    every = [each for each in candidates if each.word.isprintable() and each.word]
    found = [each for each in every if each.word.casefold().startswith(alike) or each.word == FILES]
    if not found and len(begun) > 1:
        found = [each for each in every if alike in f"{each.word} {each.about}".casefold()]
    return [Candidate(each.word, clean(" ".join(each.about.split()))) for each in found[:_MOST]]


# ---------------------------------------------------------------------- what the network holds


def _people(workspace: "Workspace", _: str) -> Iterator[Candidate]:
    rows = sorted(workspace.read.iter_contact_rows(), key=lambda row: (-row.last, row.id))
    return (Candidate(row.id, row.name) for row in rows)


def _tags(workspace: "Workspace", begun: str) -> Iterator[Candidate]:
    sign = begun[:1] if begun[:1] in ("+", "-", "#") else ""
    return (Candidate(f"{sign}{tag}") for tag in workspace.read.completion_words().tags if " " not in tag)


def _circles(workspace: "Workspace", begun: str) -> Iterator[Candidate]:
    """The circles first, then tags, of which one can be made."""
    from netui.services.circles.commands import circle_tags

    known = circle_tags(workspace)
    yield from (Candidate(tag, "circle") for tag in known)
    yield from (each for each in _tags(workspace, begun) if each.word not in known)


def _goals(workspace: "Workspace", begun: str) -> Iterator[Candidate]:
    sign = "^" if begun.startswith("^") else ""
    return (
        Candidate(f"{sign}{ident}", str(body.get("title", ""))) for ident, body, _ in workspace.read.goals()
    )


def _promises(workspace: "Workspace", _: str) -> Iterator[Candidate]:
    found = list(workspace.read.promises.all(open_only=True))
    names = workspace.read.names_of({promise.contact for promise in found})
    return (Candidate(each.id, f"{names.get(each.contact, each.contact)}: {each.text}") for each in found)


def _plans(workspace: "Workspace", _: str) -> Iterator[Candidate]:
    found = [
        *workspace.read.plans.unconfirmed(workspace.today),
        *workspace.read.plans.ahead(workspace.today, _PLANNED_DAYS),
    ]
    return (Candidate(each.id, f"{each.on:%Y-%m-%d} {each.kind} with {each.contact}") for each in found)


def _log_line(workspace: "Workspace", begun: str) -> Iterator[Candidate]:
    """What follows the last blank: ``@`` people, ``#`` tags, ``^`` goals; a kind begins the line."""
    before, blank, word = begun.rpartition(" ")
    sign = word[:1]
    if sign == "@":
        found: Iterable[Candidate] = (
            Candidate(f"@{each.word}", each.about) for each in _people(workspace, "")
        )
    elif sign == "#":
        found = _tags(workspace, word)
    elif sign == "^":
        found = _goals(workspace, word)
    elif not before:
        found = (Candidate(kind) for kind in (*workspace.kinds.contact, *workspace.kinds.synonyms))
    else:
        found = ()
    return (Candidate(f"{before}{blank}{each.word}", each.about) for each in found)


def _query(workspace: "Workspace", begun: str) -> Iterator[Candidate]:
    """Terms of a query: tags, goals, fields with their values."""
    from netui.domain.model.custom_keys import custom_keys
    from netui.domain.query.parser import FIELDS

    before, blank, word = begun.rpartition(" ")
    lead = before + blank + ("-" if word.startswith("-") else "")
    word = word.removeprefix("-")
    if word.startswith("#"):
        found: Iterable[Candidate] = _tags(workspace, word)
    elif word.startswith("^"):
        found = _goals(workspace, word)
    elif ":" in word and (field := FIELDS.get(word.partition(":")[0])):
        own = custom_keys(sorted(workspace.read.keys_in_use())) if field.sign in ("has:", "no:") else ()
        found = (Candidate(f"{field.sign}{value}") for value in dict.fromkeys((*field.values, *own)))
    else:
        found = (Candidate(each.sign, each.help) for each in FIELDS.values() if each.sign[-1] == ":")
    return (Candidate(f"{lead}{each.word}", each.about) for each in found)


def _keys(_: "Workspace", __: str) -> Iterator[Candidate]:
    from netui.services.people.set_field import KEYS

    return (Candidate(key) for key in KEYS)


def _command_names(_: "Workspace", begun: str) -> Iterator[Candidate]:
    return _commands(begun)


def _help_topics(_: "Workspace", begun: str) -> Iterator[Candidate]:
    from netui.presentation.manual.contents import SUMMARIES

    yield from (Candidate(name, summary) for name, summary in SUMMARIES.items())
    yield from (each for each in _commands(begun) if each.word not in SUMMARIES)


def _export_formats(_: "Workspace", __: str) -> Iterator[Candidate]:
    from netui.services.transfer.exports import FORMATS

    return map(Candidate, FORMATS)


def _import_formats(_: "Workspace", __: str) -> Iterator[Candidate]:
    from netui.services.transfer.file_formats import FORMATS

    return (Candidate(each.name) for each in FORMATS)


def _shells(_: "Workspace", __: str) -> Iterator[Candidate]:
    return map(Candidate, ("bash", "zsh", "fish"))


def _files(_: "Workspace", __: str) -> Iterator[Candidate]:
    yield Candidate(FILES)


SOURCES: Mapping[str, Source] = {
    "WHO": _people, "WHOM": _people, "merge A": _people, "merge B": _people, "--not-same": _people,
    "--tag": _tags, "+TAG|-TAG": _tags, "GOAL": _goals, "CIRCLE": _circles, "ID": _promises,
    "happened ID": _plans, "note TEXT": _log_line, "QUERY": _query, "KEY": _keys,
    "schema COMMAND": _command_names, "help TOPIC": _help_topics, "export --to": _export_formats,
    "import --from": _import_formats, "SHELL": _shells,
    "FILE": _files, "PATH": _files, "DIR": _files,
}  # fmt: skip
"""What completes a word: by the command and what the word is, by the option, or by what the word is alone.

Other words are the user's own.
"""
FOLLOWING: Mapping[str, Source] = {"goal": _goals, "opportunity": _people, "conflicts": _people}
"""What comes after the words of a command that ``positions`` names."""
