"""Marks of people who were forgotten: salted hashes that keep imports from bringing them back.

They stand in ``.forgotten`` in the network, one a line behind the salt, so that they are synced and backed up
with it. A mark tells nothing by itself; whoever guesses a name can confirm the guess.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from netui.domain.model.changes import list_at
from netui.domain.model.contact_row import name_key
from netui.domain.model.folders import QUARANTINE, SOURCES
from netui.domain.privacy.identity import BLANK, UNSPACED
from netui.storage.errors import CannotSave
from netui.storage.files.stat import StrPath

MARKS = ".forgotten"
"""The file, by its path in the network."""
_WORDS = 6
"""The most words that a name is looked for with."""
_LETTERS = 8
"""The most letters of a name that stands within a word."""
_UNSPACED = re.compile(UNSPACED)
_WORD = re.compile(r"[^\s,;:!?()\[\]\"“”<>*]+")


class Marks:
    """The marks of one network; cheap where there are none."""

    def __init__(self, network: StrPath) -> None:
        self._path = os.path.join(network, MARKS)
        try:
            with open(self._path, encoding="utf-8", errors="replace") as file:
                lines = [line.strip() for line in file if line.strip() and not line.startswith("#")]
        except OSError:
            lines = []
        self._salt = lines[0] if lines else ""
        self._marks = set(lines[1:])

    def __bool__(self) -> bool:
        return bool(self._marks)

    def add(self, names: Iterable[str], emails: Iterable[str]) -> None:
        """Marks these names and addresses as forgotten; raises :class:`CannotSave`."""
        self._salt = self._salt or os.urandom(16).hex()
        self._marks |= {self._hash(text) for text in (*names, *emails) if _key(text)}
        self._save()

    def _save(self) -> None:
        from netui.storage.files.atomic import write_private

        head = "# Hashes of people who were forgotten, so that no import brings them back."
        text = "\n".join([head, self._salt, *sorted(self._marks)]) + "\n"
        try:
            write_private(None, self._path, text.encode())
        except OSError as error:
            raise CannotSave(self._path, error) from error

    def remove(self, names: Iterable[str], emails: Iterable[str]) -> None:
        """Lets these be brought in again: the user has added them; raises :class:`CannotSave`."""
        gone = self._marks & {self._hash(text) for text in (*names, *emails)}
        if gone:
            self._marks -= gone
            self._save()

    def has(self, text: str) -> bool:
        """Whether this name or address was forgotten."""
        return bool(self._marks) and self._hash(text) in self._marks

    def holds(self, document: Mapping[str, Any]) -> bool:
        """Whether a contact, as its file or an import has it, is someone who was forgotten."""
        if not self._marks:
            return False
        emails = [
            each.get("value") if isinstance(each, Mapping) else each for each in list_at(document, "emails")
        ]
        known = [document.get("name"), *list_at(document, "aliases"), *emails]
        return any(self.has(text) for text in known if isinstance(text, str))

    def hold_any_of(self, path: str, data: bytes) -> bool:
        """Whether a file of the network is of someone who was forgotten: contact, source or quarantine.

        What an editor or a sync left beside a contact (``ada.toml~``) is theirs too.
        """
        from netui.storage.errors import Unreadable
        from netui.storage.toml.document import load

        if not self._marks or ".toml" not in path:
            return False
        try:
            document = load(data)
        except Unreadable:
            return False
        if path.startswith(f"{QUARANTINE}/"):
            return bool(self.redact(document) != document)
        taken = document.get("taken") if path.startswith(f"{SOURCES}/") else document
        return isinstance(taken, Mapping) and self.holds(taken)

    def redact(self, value: Any) -> Any:
        """``value``, and what it holds, with every name and address blanked that was forgotten."""
        if isinstance(value, str):
            return self._redact_text(value) if self._marks else value
        if isinstance(value, Mapping):
            return {key: self.redact(each) for key, each in value.items()}
        return [self.redact(each) for each in value] if isinstance(value, list) else value

    def names_in(self, text: str) -> list[str]:
        """The names and addresses in ``text`` that were forgotten, as they are written there."""
        return list(dict.fromkeys(text[start:end] for start, end in self._find(text)))

    def _redact_text(self, text: str) -> str:
        parts, at = [], 0
        for start, end in self._find(text):
            parts += [text[at:start], BLANK]
            at = end
        return "".join([*parts, text[at:]])

    def _find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where such names begin and end; one word in lower case is a word of the language (``may``)."""
        words = list(_WORD.finditer(text))
        word = 0
        while word < len(words):
            for last in range(min(word + _WORDS, len(words)) - 1, word - 1, -1):
                found = text[words[word].start() : words[last].end()]
                bare = re.sub(r"['’]s\Z", "", found).strip("._'’-")
                if bare and not (bare.isalpha() and bare.islower()) and self.has(bare):
                    start = words[word].start() + found.index(bare)
                    yield start, start + len(bare)
                    word = last
                    break
            else:
                yield from self._find_unspaced(words[word].group(), words[word].start())
            word += 1

    def _find_unspaced(self, word: str, at: int) -> Iterator[tuple[int, int]]:
        """The names within a word of a script that sets no spaces, which stands in a text at ``at``."""
        if not _UNSPACED.search(word):
            return
        start = 0
        while start < len(word):
            ends = range(min(len(word), start + _LETTERS), start + 1, -1)
            end = next((end for end in ends if self.has(word[start:end])), None)
            if end:
                yield at + start, at + end
            start = end or start + 1

    def _hash(self, text: str) -> str:
        return blake2b(f"{self._salt}\n{_key(text)}".encode("utf-8", "replace"), digest_size=16).hexdigest()


def _key(text: str) -> str:
    """A name or an address, alike however it is written."""
    return text.strip().casefold() if "@" in text else name_key(text)
