"""Source states in ``.sources``: the raw card or row of each source, and what an import last took from it.

They are the common ancestor of a three-way merge when the source is imported again, and keep what has no
place in a contact (unknown vCard properties, CSV columns) for an export. One TOML file for each kind and uid,
so that git merges them line by line and merging two contacts needs no change here.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from netui.domain.model.changes import SOURCES, FileId
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import EditRefused, Unreadable
from netui.storage.files.filenames import slug
from netui.storage.toml.literals import assignment, plain, without_surrogates
from netui.storage.toml.parse import load

_ENTRIES = "\n[entries]\n"


class SourceState(NamedTuple):
    """What a source said last of one person: its ``raw`` text, the contact keys ``taken`` from that.

    ``entries`` has a digest of each timeline entry that came from it, by the entry's id.
    """

    kind: str
    uid: str
    raw: str = ""
    taken: Mapping[str, Any] = {}
    entries: Mapping[str, str] = {}


def source_file(kind: str, uid: str) -> FileId:
    """The file of a source's state."""
    digest = blake2b(f"{kind}\x1f{uid}".encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    return FileId(SOURCES, f"{slug(kind)}-{digest}")


def dump_source(state: SourceState) -> bytes:
    """The bytes of the file; the entries stand last."""
    head = {"kind": state.kind, "uid": state.uid, "raw": state.raw}
    text = "".join(assignment(key, without_surrogates(value), "\n") for key, value in head.items() if value)
    if state.taken:
        text += "\n[taken]\n" + _lines(plain(state.taken).items())
    if state.entries:
        text += _ENTRIES + _lines(sorted(state.entries.items()))
    return text.encode()


def load_source(data: bytes) -> SourceState | None:
    """The state that a file holds; None where it cannot be read, as after a clash in git."""
    try:
        return source_of(load(data))
    except Unreadable:
        return None


def source_of(document: Mapping[str, Any]) -> SourceState | None:
    """The state that a parsed file is; None for what has another shape."""
    kind, uid, raw = (document.get(key, "") for key in ("kind", "uid", "raw"))
    taken, entries = (document.get(key, {}) for key in ("taken", "entries"))
    if not (isinstance(kind, str) and isinstance(uid, str) and isinstance(raw, str) and kind and uid):
        return None
    if not isinstance(taken, dict) or not isinstance(entries, dict):
        return None
    return SourceState(kind, uid, raw, taken, {key: str(value) for key, value in entries.items()})


def load_raw(data: bytes) -> str:
    """The text of the card or row alone, "" for none: quicker than reading all of the state."""
    head, found, _ = data.partition(b"\n[taken]\n")
    try:
        raw = load(head).get("raw", "") if found else ""
    except Unreadable:  # the text itself has such a line
        raw = ""
    if not raw and (state := load_source(data)) is not None:
        raw = state.raw
    return raw if isinstance(raw, str) else ""


def says_the_same(data: bytes, state: SourceState) -> bool:
    """Whether a file holds this state, whatever entries it names: much quicker than parsing it."""
    head = dump_source(state._replace(entries={}))
    return data == head or data.startswith(head + _ENTRIES.encode())


def _lines(pairs: Iterable[tuple[str, Any]]) -> str:
    lines = []
    for key, value in pairs:
        try:
            lines.append(assignment(key, value, "\n"))
        except EditRefused:  # nothing that TOML can hold, so nothing of it was taken
            continue
    return "".join(lines)
