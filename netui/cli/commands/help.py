"""``netui help``: the commands, one of them, or a topic of the manual."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    """Prints help, with the keys of the settings; of a word that is both, the command, then the topic."""
    from netui.cli.commands import COMMANDS
    from netui.presentation.manual.topics import TOPICS

    name, is_topic = given.topic, given.topic in TOPICS
    if name is None:
        usage = _usage(None).splitlines()
        session.emit({"topic": "netui", "lines": usage})
        session.lines(usage)
    elif is_topic or name in COMMANDS:
        usage = _usage(name).splitlines() if name in COMMANDS else []
        text = _topic_lines(session, name) if is_topic else []
        session.emit({"topic": name, "lines": text or usage})
        session.pages([*usage, *([""] if usage and text else []), *text])
    else:
        from netui.domain.query.parser import nearest_word
        from netui.domain.text.sanitize import clean

        meant = nearest_word(name, [*COMMANDS, *TOPICS])
        hint = (
            f"did you mean netui help {meant}?"
            if meant
            else f"there is {', '.join(TOPICS)}, and each command"
        )
        raise Usage(f"there is no help on {clean(name)!r}; {hint}")
    return 0


def _usage(command: str | None) -> str:
    """What ``--help`` prints of a command, or of the program."""
    from contextlib import redirect_stdout, suppress
    from io import StringIO

    from netui.cli.commands import COMMANDS
    from netui.cli.program import program_reader

    with redirect_stdout(StringIO()) as printed, suppress(SystemExit):  # with which argparse ends
        if command is None:
            program_reader().read_leading(["--help"])
        else:
            COMMANDS[command].read_arguments(["--help"], Namespace())
    return printed.getvalue()


def _topic_lines(session: Session, name: str) -> list[str]:
    """A topic of the manual."""
    from netui.cli.output import page_width
    from netui.presentation.glyphs import glyphs
    from netui.presentation.keymap import keys_in_force
    from netui.presentation.manual.builder import ManualContext
    from netui.presentation.manual.topics import topic_page
    from netui.presentation.text import plain
    from netui.services.settings import draws_ascii

    config = session.settings[0]
    keys, _ = keys_in_force(config.keys, config.keymap)
    page = topic_page(name, ManualContext(keys, glyphs(ascii_only=draws_ascii(config)), page_width()))
    return [plain(line).rstrip().removeprefix(" ") for line in page.lines]


COMMAND = Command(
    "help",
    "the commands, one of them, or a topic",
    "netui help capture",
    _run,
    (
        argument(
            "topic",
            metavar="TOPIC",
            nargs="?",
            help="a command, or capture, queries, quiet, states, circles, goals, import, export, files,"
            " settings, keys, safety or advice",
        ),
    ),
)
