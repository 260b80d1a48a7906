"""What of a contact or goal others may see: without private entries, and without whoever is hidden."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from netui.domain.model.contact_row import name_key
from netui.domain.privacy.identity import BLANK

_WORD = re.compile(r"[^\s,;:()<>\"“”!?]+")
_REFERRING = {"related": "who", "opportunity": "via"}
"""Tables whose items name somebody, by which key."""
_LEFT_OUT = ("source", "not_same")
_IDS = frozenset(("id", "with", "goals", "goal"))
"""Keys whose values are ids, or words that redaction has no business in."""


class Visibility:
    """Who is visible, by id; the names and addresses of everybody else are blanked in all texts.

    A name of one word stays, as it is a word too (Mark, Will); an entry in which somebody hidden took part
    is left out as a whole.
    """

    def __init__(
        self, visible: Collection[str], names: Iterable[str] = (), emails: Iterable[str] = ()
    ) -> None:
        self.visible = visible
        self._referred = {name_key(name) for name in names}
        self._names = {key for key in self._referred if " " in key}
        self._first = {key.partition(" ")[0] for key in self._names}
        self._most = max((key.count(" ") + 1 for key in self._names), default=0)
        self._emails = {email.strip().casefold() for email in emails}

    def document(self, document: Mapping[str, Any]) -> dict[str, Any]:
        """What of a parsed file is visible."""
        found = {key: value for key, value in document.items() if key not in _LEFT_OUT}
        if "timeline" in found:
            found["timeline"] = [each for each in _tables(found["timeline"]) if self._shows(each)]
        for table, key in _REFERRING.items():
            if table in found:
                found[table] = [self._without(each, key) for each in _tables(found[table])]
        if isinstance(met := found.get("met"), Mapping):
            found["met"] = self._without(met, "via")
        found["related"] = [each for each in found.get("related", ()) if each.get("who")]
        return {key: self._redacted(key, value) for key, value in found.items() if value != []}

    def redact(self, text: str) -> str:
        """``text`` with a blank for each full name and address of somebody hidden."""
        words = list(_WORD.finditer(text)) if self._names or self._emails else []
        parts, at, word = [], 0, 0
        while word < len(words):
            end = self._hidden_from(text, words, word)
            if end:
                parts += [text[at : words[word].start()], BLANK]
                at, word = words[end - 1].end(), end
            else:
                word += 1
        return "".join((*parts, text[at:]))

    def _hidden_from(self, text: str, words: list[re.Match[str]], start: int) -> int:
        """The place behind a name or address that begins with this word; 0 where none does."""
        first = words[start][0]
        if first.casefold().strip(".'’") in self._emails:
            return start + 1
        if name_key(first.lstrip("@")).partition(" ")[0] not in self._first:
            return 0
        for end in range(min(start + self._most, len(words)), start, -1):
            run = text[words[start].start() : words[end - 1].end()].lstrip("@")
            if name_key(re.sub(r"['’]s?\Z", "", run)) in self._names:
                return end
        return 0

    def _shows(self, entry: Mapping[str, Any]) -> bool:
        others = entry.get("with")
        names = others if isinstance(others, list) else []
        return entry.get("private") is not True and all(who in self.visible for who in names)

    def _without(self, item: Mapping[str, Any], key: str) -> dict[str, Any]:
        """The item without the one it names, where that one is hidden."""
        who = item.get(key)
        if not isinstance(who, str) or who in self.visible or name_key(who) not in self._referred:
            return dict(item)
        return {name: value for name, value in item.items() if name != key}

    def _redacted(self, key: str, value: Any) -> Any:
        if isinstance(value, str):
            return value if key in _IDS else self.redact(value)
        if isinstance(value, Mapping):
            return {name: self._redacted(name, each) for name, each in value.items()}
        return [self._redacted(key, each) for each in value] if isinstance(value, list) else value


def _tables(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
