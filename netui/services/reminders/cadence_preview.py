"""Preview of a rhythm: the status that contacts would have under it, and the rhythm in force."""

from collections.abc import Sequence

from netui.domain.cadence.explanations import LEAST_GAPS, explain_short, usual_gap
from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import STATES, effective_rhythm, status_of
from netui.services.people.commands import parse_rhythm
from netui.services.workspace import Workspace


def preview_rhythm(workspace: Workspace, idents: Sequence[str], setting: str) -> str:
    """The status under ``setting``: ``quiet: 3 weeks set, 60 days past``; of several ``2 quiet, 1 warm``.

    Raises Refused where it is no rhythm.
    """
    every, mode = parse_rhythm(setting)
    today, settings = workspace.today, workspace.quiet
    rows = [row._replace(every=every, mode=mode) for row in workspace.read.contact_rows(idents)]
    statuses = [status_of(row, today, settings) for row in rows]
    if len(rows) == 1:
        words = explain_short(rows[0], statuses[0], today, settings)
        return f"{statuses[0].state}: {words}" if words else statuses[0].state
    states = [status.state for status in statuses]
    return ", ".join(f"{states.count(state)} {state}" for state in STATES if state in states)


def current_rhythm(workspace: Workspace, ident: str) -> str:
    """The rhythm in force and the usual gap: ``3w, usual gap 40 d``; ``learned``, ``ambient``, ``off``."""
    row = workspace.read.row(ident)
    if row is None:
        return "learned"
    if row.mode in ("ambient", "off"):
        return row.mode
    span, source = effective_rhythm(row, workspace.quiet)
    words = f"{span} for {source}" if source else str(span or "learned")
    gaps = gap_lengths(row.gaps)
    return f"{words}, usual gap {usual_gap(gaps)} d" if len(gaps) >= LEAST_GAPS else words
