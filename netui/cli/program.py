"""What stands before a command: options of ``netui`` itself, and its help with all commands and topics."""

from netui import __version__
from netui.cli.arguments import Argument, argument, flag
from netui.cli.command import ArgumentReader
from netui.cli.commands import COMMANDS

_OPTIONS = (
    flag("--demo", "open a demo network, thrown away at the end"),
    argument("--keep", metavar="DIR", help="with --demo: keep the network in this new folder"),
    flag("--tour", "take the tour: over your own network while it is empty, else over the demo"),
    argument(
        "-V", "--version", action="version", version=f"netui {__version__}", help="show the version and leave"
    ),
)


def program_options() -> tuple[Argument, ...]:
    """The options that go without a command."""
    return _OPTIONS


def program_reader() -> ArgumentReader:
    """Reads the options before a command; shows the help of all if it is asked for."""
    return ArgumentReader("netui", _OPTIONS, describe=_description)


def _description() -> dict[str, str]:
    """The parts of ``netui --help`` that are not about options."""
    from netui.presentation.manual.topics import TOPICS

    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:<{width}}  {command.summary}" for name, command in COMMANDS.items())
    topics = "\n".join(f"  {name:<{width}}  {topic.summary}" for name, topic in TOPICS.items())
    return {
        "usage": "netui [--data DIR] [--demo [--keep DIR]] [--tour] [COMMAND …]",
        "description": "People, what was said, and who is next.",
        "epilog": f"commands (netui COMMAND --help tells more):\n{listed}\n\n"
        f"topics (netui help TOPIC):\n{topics}\n\n"
        "Without a command the app opens. Environment: NETUI_DATA (the folder), NETUI_TODAY (the clock).\n\n"
        'example: netui note "lunch with @grace: …"',
    }
