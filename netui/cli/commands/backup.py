"""``netui backup``: the whole network in one file."""

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

SHOWN = 10
"""How many of the files that are left out are named."""


def _run(session: Session, given: Namespace) -> int:
    """Writes the backup, reads it back, and says what is in it and what is not."""
    from netui.services.transfer.backup import save_backup

    found = save_backup(session.workspace, given.file, replace=given.force)
    people, goals = (
        sum(path.startswith(f"{folder}/") for path in found.paths) for folder in ("contacts", "goals")
    )
    session.emit(
        {
            "file": given.file, "files": len(found.paths), "contacts": people, "goals": goals,
            "bytes": found.size, "left_out": list(found.left_out),
        }
    )  # fmt: skip
    size = f"{found.size / 1e6:,.1f} MB" if found.size >= 1e6 else f"{found.size / 1e3:,.0f} KB"
    session.say(
        f"contacts {people:,}, goals {goals:,}, other files {len(found.paths) - people - goals:,}, "
        f"in {clean(given.file)} ({size}), read back and compared"
    )
    if found.left_out:
        more = f" and {len(found.left_out) - SHOWN} more" if len(found.left_out) > SHOWN else ""
        session.say(f"left out: {clean(', '.join(found.left_out[:SHOWN]))}{more}")
    return 0


COMMAND = Command(
    "backup",
    "save the whole network as one file, and verify it",
    "netui backup ~/netui.tar.gz",
    _run,
    (
        argument("file", metavar="FILE", help="the new .tar.gz, for you alone to read"),
        flag("--force", "replace FILE where it exists"),
    ),
)
