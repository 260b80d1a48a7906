"""What an agent writes: a proposal in the inbox that a person accepts, or with leave an entry at once."""

from netui.domain.model.changes import INBOX, Batch, FileId, Restore
from netui.interchange.records import stable_id
from netui.services.agents.view import AgentView
from netui.services.errors import Refused
from netui.services.timeline.capture import log_entry, parse_own_line
from netui.services.workspace import Workspace

_LONGEST = 2_000


def propose_line(workspace: Workspace, view: AgentView, line: str) -> str:
    """Puts a log line into the inbox, where it waits; returns the name of its file.

    It is read by what the agent may see alone, so that no refusal tells of others. Raises Refused and
    StoreError.
    """
    line = _understood(view, line)
    name = f"agent-{workspace.now():%Y%m%d}-{stable_id('agent', line)}.txt"
    if not (workspace.network / INBOX / name).exists():
        change = Restore(FileId(INBOX, name), None, f"{line}\n".encode())
        workspace.apply(Batch(f"agent proposed: {line}", (change,)))
    return name


def log_line(workspace: Workspace, view: AgentView, line: str) -> str:
    """Logs a line at once, as one step of undo that the history names as the agent's; returns its label.

    Raises Refused where it names somebody whom the agent does not see, and StoreError.
    """
    line = _understood(view, line)
    captured = parse_own_line(workspace, line)
    named = {person.id for person in captured.people if person.id}
    if captured.problems or not named <= view.visible:
        raise Refused("it is not clear who is meant: name people by their ids, as in @ada-lovelace")
    logged = log_entry(workspace, captured)
    label = f"agent: {logged.batch.label}"
    workspace.apply(logged.batch._replace(label=label))
    return label


def _understood(view: AgentView, line: str) -> str:
    line = " ".join(line.split())
    if not line or len(line) > _LONGEST:
        raise Refused(f"a log line has 1 to {_LONGEST:,} letters")
    captured = parse_own_line(view.workspace, line)
    if captured.problems:
        raise Refused(captured.problems[0].message)
    if not captured.people:
        raise Refused("it names nobody: @ada names Ada")
    return line
