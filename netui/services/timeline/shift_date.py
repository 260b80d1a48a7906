"""Moves the date in a capture line back by one day."""

from netui.domain.capture.parse import ParsedLine
from netui.domain.model.dates import day_of
from netui.services.workspace import Workspace


def shift_day_back(workspace: Workspace, line: str, captured: ParsedLine) -> str:
    """``line`` with its date one day earlier, in words; ``yesterday`` where it has none.

    The words replace the date, or stand after the people or the kind at the start of the line.
    """
    back = (workspace.today - day_of(captured.on)).days + 1
    words = {0: "today", 1: "yesterday"}.get(back, f"{back} days ago" if back > 0 else f"in {-back} days")
    spans = [span for span in captured.understood if span.what == "date"]
    if spans:
        return line[: spans[0].start] + words + line[spans[0].end :]
    colon = line.find(":")
    head = [
        s.end for s in captured.understood if s.what in ("kind", "person") and (colon < 0 or s.end <= colon)
    ]
    at = max(head, default=0)
    before, after = line[:at].rstrip(), line[at:].lstrip(" ")
    joint = "" if after.startswith((":", ",", ".")) or not after else " "
    return f"{before} {words}{joint}{after}".lstrip()
