"""What was last said to somebody and what is promised, as one wants to know while writing about them."""

from netui.domain.model.entry import Entry, Promise
from netui.domain.named_tuple import NamedTuple
from netui.services.workspace import Workspace


class LastWords(NamedTuple):
    """The open promises with a contact, both ways, and the latest entry with words; None without any."""

    name: str
    promises: tuple[Promise, ...]
    entry: Entry | None


def find_last_words(workspace: Workspace, ident: str, without: str = "") -> LastWords:
    """What was last promised and said, up to today; ``without`` is the id of an entry to pass over."""
    read, today = workspace.read, workspace.today
    said = (each for each in read.timeline(ident) if (each.text or each.learned) and each.id != without)
    latest = next((entry for entry in said if entry.has_happened(today)), None)
    return LastWords(workspace.name(ident), tuple(read.promises.all(contact=ident)), latest)
