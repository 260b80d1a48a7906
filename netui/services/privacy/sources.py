"""What sources said and what was rejected (``.sources``, ``.quarantine``): a file of it without somebody."""

from typing import Any

from netui.domain.model.folders import QUARANTINE, SOURCES
from netui.domain.privacy.identity import Identity
from netui.domain.privacy.raw_files import without_traces
from netui.storage.quarantine import dump_quarantine, load_quarantine
from netui.storage.sources import dump_source, load_source


def without_person(path: str, data: bytes, who: Identity) -> bytes | None:
    """The bytes of the file at ``path`` of the network without them; None where nothing else is in it.

    What a source of theirs said goes whole, and what was rejected of them; in what is another's card or row
    their name alone is taken out.
    """
    folder = path.partition("/")[0]
    if folder == SOURCES:
        return _without_source(path, data, who)
    if folder == QUARANTINE and (items := load_quarantine(data)) is not None:
        kept = [item for item in items if not who.is_named_in("\n".join(item))]
        if len(kept) == len(items):
            return data
        return dump_quarantine(kept) if kept else None
    return without_traces(path, data, who)


def _without_source(path: str, data: bytes, who: Identity) -> bytes | None:
    state = load_source(data)
    if state is None:
        return without_traces(path, data, who)
    named = [state.uid, *_texts(state.taken.get("name")), *_texts(state.taken.get("aliases"))]
    emails = _texts(state.taken.get("emails"))
    is_theirs = (state.kind, state.uid) in who.sources or any(map(who.is_meant_by, (*named, *emails)))
    if is_theirs or state.uid == who.ident or who.is_named_in(state.uid):
        return None
    if not who.is_named_in(data.decode("utf-8", "replace")):
        return without_traces(path, data, who)
    return dump_source(state._replace(raw=who.redact_exact(state.raw), taken=_redacted(state.taken, who)))


def _redacted(value: Any, who: Identity) -> Any:
    if isinstance(value, dict):
        return {key: _redacted(each, who) for key, each in value.items()}
    if isinstance(value, list):
        return [_redacted(each, who) for each in value]
    return who.redact_exact(value) if isinstance(value, str) else value


def _texts(value: Any) -> list[str]:
    """The texts in a value: itself, or those of a list, labelled or not."""
    items = value if isinstance(value, list) else [value]
    found = [item.get("value") if isinstance(item, dict) else item for item in items]
    return [text for text in found if isinstance(text, str)]
