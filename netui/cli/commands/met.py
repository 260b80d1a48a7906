"""``netui met``: how one met somebody: where, when and through whom."""

from netui.cli.arguments import WHO, Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    from netui.services.details.introductions import set_introduction

    workspace = session.refresh(Freshness.FOLDERS)
    who, where = session.split_who([given.who, *given.where])
    named = {"where": " ".join(where) or None, "on": given.on, "via": given.via}
    values = {key: value for key, value in named.items() if value is not None}
    if not values:
        raise Usage('say where, when or through whom: netui met ada PyCon --on "may 2024" --via grace')
    if values.get("via") and not given.as_text:
        values["via"] = session.who(values["via"].lstrip("@"))
    done = workspace.apply(set_introduction(workspace, who, values))
    met = workspace.read.head(who).get("met", {})
    session.done(done, document={"id": who, **{key: met.get(key) for key in ("on", "where", "via")}})
    return 0


COMMAND = Command(
    "met",
    "how you met somebody",
    'netui met ada PyCon --on "may 2024" --via grace',
    _run,
    (
        WHO,
        argument("where", metavar="PLACE", nargs="*", help="where you met"),
        argument("--on", metavar="WHEN", help='when: 2 may 2024, may 2024, 2024; "" removes it'),
        argument("--via", metavar="WHOM", help='who introduced you; "" removes it'),
        flag("--as-text", "WHOM is no contact: keep the name as it stands"),
    ),
)
