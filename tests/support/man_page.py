"""The man page of netui, made from the tables of commands and of help topics.

``python -m tests.support.man_page`` writes it; a test fails where it is stale.
"""

from collections.abc import Iterator
from pathlib import Path

from netui.cli.arguments import DATA, HELP, JSON, PLAIN, Argument
from netui.cli.commands import COMMANDS
from netui.cli.program import program_options
from netui.presentation.manual.contents import SUMMARIES

MAN_PAGE = Path(__file__).parents[2] / "netui/cli/netui.1"
_FILES = (
    ("contacts/NAME.toml, goals/NAME.toml", "One file for each person and each goal, in the network folder."),
    ("netui.toml", "In the network folder: what holds wherever it is opened, such as saved lists."),
    (
        "config.toml",
        "In the settings folder; netui config says where that is, netui config \\-\\-init explains each key.",
    ),
)
_ENVIRONMENT = (
    ("NETUI_DATA", "The network folder, unless \\-\\-data names one."),
    ("NETUI_TODAY", "An ISO date or date\\-time that sets the clock."),
    ("VISUAL, EDITOR", "The editor, unless the settings name one."),
    ("NO_COLOR", "No colours, whatever its value."),
)
_STATUS = (
    ("0", "Done."),
    ("1", "Nobody of that name, nothing found or to undo, or check found problems."),
    ("2", "Wrong use, or refused; a log line that was refused is kept as a draft."),
    ("3", "Data could not be read or saved."),
)


def man_page() -> str:
    """The page as troff, with the macros of man(7)."""
    lines = [
        ".TH NETUI 1",
        ".SH NAME",
        "netui \\- a relationship manager for the terminal",
        ".SH SYNOPSIS",
        ".B netui",
        "[\\-\\-data DIR] [\\-\\-demo [\\-\\-keep DIR]] [\\-\\-tour] [COMMAND ...]",
        ".SH DESCRIPTION",
        "People, what was said, and who is next: contacts, timeline and goals over a folder of TOML files.",
        "Without a command the app opens; ? there explains what it shows.",
        ".SH OPTIONS",
        *(line for each in (*program_options(), HELP, DATA, JSON, PLAIN) for line in _option(each)),
        ".SH COMMANDS",
    ]
    for name, command in COMMANDS.items():
        words = " ".join(_shown(each) for each in command.arguments if not each.is_option)
        lines += [".TP", f".B netui {_text(f'{name} {words}'.strip())}", f"{_text(command.summary)}."]
        options = [each for each in command.arguments if each.is_option]
        if options:
            lines += [".RS", *(line for each in options for line in _option(each)), ".RE"]
    lines.append(".SH MANUAL")
    for name, summary in SUMMARIES.items():
        lines += [".TP", f".B netui help {name}", f"{_text(summary)}."]
    for title, rows in (("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES), ("EXIT STATUS", _STATUS)):
        lines += [f".SH {title}", *(line for term, said in rows for line in (".TP", f".B {term}", said))]
    return "\n".join(lines) + "\n"


def _option(each: Argument) -> Iterator[str]:
    value = "" if each.settings.get("action", "store") not in ("store", "append") else f" {_value(each)}"
    yield ".TP"
    yield f".B {_text(', '.join(each.names) + value)}"
    yield f"{_text(str(each.settings.get('help', 'print the version')))}."


def _shown(each: Argument) -> str:
    few = each.settings.get("nargs")
    return {"?": "[{}]", "*": "[{} ...]", "+": "{} ..."}.get(str(few), "{}").format(_value(each))


def _value(each: Argument) -> str:
    metavar = each.settings.get("metavar") or "|".join(each.settings.get("choices", ()))
    return " ".join(metavar) if isinstance(metavar, tuple) else str(metavar)


def _text(text: str) -> str:
    """Text without commands of troff."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").rstrip(".")


if __name__ == "__main__":
    MAN_PAGE.write_text(man_page(), encoding="utf-8")
