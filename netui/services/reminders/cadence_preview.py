"""How people would stand under another rhythm, said before it is set."""

from collections.abc import Sequence

from netui.domain.cadence.explanations import LEAST_GAPS, explain_short, usual_gap
from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import STATES, effective_rhythm, status_of
from netui.services.people.commands import rhythm_values
from netui.services.workspace import Workspace


def outlook(workspace: Workspace, idents: Sequence[str], setting: str) -> str:
    """``quiet: 3 weeks set, 60 days past``; of several ``2 quiet, 1 warm``. Raises Refused."""
    every, mode = rhythm_values(setting)
    today, settings = workspace.today, workspace.quiet
    rows = [row._replace(every=every, mode=mode) for row in workspace.read.contact_rows(idents)]
    standings = [status_of(row, today, settings) for row in rows]
    if len(rows) == 1:
        words = explain_short(rows[0], standings[0], today, settings)
        return f"{standings[0].state}: {words}" if words else standings[0].state
    states = [standing.state for standing in standings]
    return ", ".join(f"{states.count(state)} {state}" for state in STATES if state in states)


def rhythm_now(workspace: Workspace, ident: str) -> str:
    """The rhythm in force beside what is usual: ``3w, usual gap 40 d``; ``learned``, ``ambient``, ``off``."""
    row = workspace.read.row(ident)
    if row is None:
        return "learned"
    if row.mode in ("ambient", "off"):
        return row.mode
    span, source = effective_rhythm(row, workspace.quiet)
    words = f"{span} for {source}" if source else str(span or "learned")
    gaps = gap_lengths(row.gaps)
    return f"{words}, usual gap {usual_gap(gaps)} d" if len(gaps) >= LEAST_GAPS else words
