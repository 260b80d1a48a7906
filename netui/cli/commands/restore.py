"""``netui restore``: brings a backup back, after it has said what that would change."""

from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.transfer.backup import RestorePlan

SHOWN = 20
"""How many new files are named; those that would be replaced are named all."""


def _run(session: Session, given: Namespace) -> int:
    from netui.services.transfer.backup import apply_restore, plan_restore

    if given.to is not None:
        session.use_data(given.to)
    plan = plan_restore(session.workspace, given.file)
    _show(session, plan)
    document = {
        "new": list(plan.new), "changed": list(plan.changed), "same": list(plan.same),
        "forgotten": list(plan.forgotten), "redacted": list(plan.redacted), "stays": plan.stays,
    }  # fmt: skip
    if not plan.new and not plan.changed:
        session.emit({**document, "restored": False})
        session.say("nothing to restore: all of it is here already")
        return 0
    replaced = f", replacing {len(plan.changed):,}" if plan.changed else ""
    where = clean(str(session.workspace.network))
    count = len(plan.new) + len(plan.changed)
    files = "1 file" if count == 1 else f"{count:,} files"
    question = f"restore {files}{replaced}, into {where}? [y/N] "
    if not given.yes and not session.agreed(question):
        session.emit({**document, "restored": False})
        session.warn("nothing was restored; --yes does it without asking")
        return 2
    restored = apply_restore(session.workspace, plan)
    session.emit({**document, "restored": True})
    back = "  (netui undo takes contacts and goals back)" if restored.done.files else ""
    session.say(f"{clean(restored.done.label)}{back}")
    if restored.others:
        others = "1 other file was" if restored.others == 1 else f"{restored.others:,} other files were"
        kept = f"; what they were before is kept in {restored.aside}" if restored.aside else ""
        session.say(f"{others} restored too, which undo leaves as they are{kept}")
    return 0


def _show(session: Session, plan: "RestorePlan") -> None:
    """Lists what is new, what would be replaced, and what stays."""
    new = [*plan.new[:SHOWN], *([f"and {len(plan.new) - SHOWN:,} more"] if len(plan.new) > SHOWN else [])]
    for title, paths, total in (("new", new, len(plan.new)), ("replaced", plan.changed, len(plan.changed))):
        session.say(f"{total:,} {title}")
        session.lines(f"  {clean(path)}" for path in paths)
    session.say(f"{len(plan.same):,} the same")
    if plan.forgotten:
        session.say(f"{len(plan.forgotten):,} left out: of someone who was forgotten")
    if plan.redacted:
        session.say(f"{len(plan.redacted):,} without the name of someone who was forgotten")
        session.lines(f"  {clean(path)}" for path in plan.redacted)
    if plan.stays:
        session.say(f"{plan.stays:,} here stay as they are: the backup does not hold them")


COMMAND = Command(
    "restore",
    "bring a backup back; shows first what it would change",
    "netui restore ~/netui.tar.gz",
    _run,
    (
        argument("file", metavar="FILE", help="a backup made by netui backup"),
        argument("--to", metavar="DIR", help="into this folder instead of the network"),
        flag("--yes", "do not ask"),
    ),
)
