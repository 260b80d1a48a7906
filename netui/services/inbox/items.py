"""What waits in the inbox, as half-made entries and contacts; reading it changes nothing.

The files in the folder are the only state. Each thing in them has the log line that accepting it would save,
or says why it cannot be accepted as it stands.
"""

import os
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from stat import S_ISREG

from netui.domain.capture.lines import OpeningDay
from netui.domain.model.folders import INBOX
from netui.services.inbox.files import InboxFile, inbox_files
from netui.services.inbox.parts import UNKNOWN, InboxItem, Part, split_file
from netui.services.transfer.oneself import own_identities
from netui.services.workspace import Workspace
from netui.storage.toml.parse import MAX_BYTES, TOO_LARGE

MOST_LISTED = 200


def list_inbox(workspace: Workspace, most: int = MOST_LISTED) -> list[InboxItem]:
    """What waits, the oldest file first; what stands in two files is listed once.

    Each line is read as a log line, which takes its time: beyond ``most`` the others come when these are
    settled.
    """
    from netui.services.inbox.drafts import DraftReader

    reader = DraftReader(workspace)
    found: dict[str, InboxItem] = {}
    for name, when, part in _parts(workspace):
        if len(found) == most:
            break
        if part.id not in found:
            found[part.id] = reader.describe(name, when, part)
    return list(found.values())


def read_item(workspace: Workspace, item: InboxItem) -> InboxItem:
    """The item as it is understood by now; as it was, where it is there no more."""
    from netui.services.inbox.drafts import DraftReader

    parts = _split(str(workspace.network), item.file, own_identities(workspace), _day_reader(workspace))
    found = next((part for part in parts if part.id == item.id), None)
    if found is None or item.part.when is None:
        return item
    return DraftReader(workspace).describe(item.file, item.part.when, found)


def count_inbox(workspace: Workspace) -> int:
    """How many things wait; a file is read again only once it has changed."""
    files = inbox_files(workspace.network)
    if not files:
        return 0
    own, days, network = own_identities(workspace), _day_reader(workspace), str(workspace.network)
    return len(frozenset[str]().union(*(_ids(network, file, own, days) for file in files)))


def _day_reader(workspace: Workspace) -> OpeningDay:
    from netui.services.timeline.log_text import day_reader  # not before there is a file

    return day_reader(workspace)


@lru_cache(maxsize=4096)
def _ids(network: str, file: InboxFile, own: frozenset[str], days: OpeningDay) -> frozenset[str]:
    return frozenset(part.id for part in _split(network, file.name, own, days))


def _parts(workspace: Workspace) -> Iterator[tuple[str, datetime, Part]]:
    """Every part of every file, with the file's name and the moment it was written."""
    files = inbox_files(workspace.network)
    if not files:
        return
    own, days = own_identities(workspace), _day_reader(workspace)
    for mtime, name, *_ in files:
        written = min(datetime.fromtimestamp(mtime / 1e9), workspace.now())
        for part in _split(str(workspace.network), name, own, days):
            yield name, part.when or written, part


def _split(network: str, name: str, own: frozenset[str], days: OpeningDay) -> list[Part]:
    """The parts of one file; of one that cannot be read, why."""
    data = _content(os.path.join(network, INBOX, name))
    return [Part(f"?{name}", UNKNOWN, 1, data)] if isinstance(data, str) else split_file(data, own, days)


def _content(path: str) -> bytes | str:
    """The bytes of a file, else why it cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError as error:
        return f"it cannot be read ({error.strerror or error}): move it elsewhere"
    with open(descriptor, "rb") as file:
        if not S_ISREG(os.fstat(descriptor).st_mode):
            return "it is no file: move it elsewhere"
        data = file.read(MAX_BYTES + 1)
    return data if len(data) <= MAX_BYTES else TOO_LARGE
