"""Whom a text names: somebody's names, addresses and id, found in text and taken out of it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from netui.domain.model.contact_row import name_key

BLANK = "…"
"""What stands in a text for a name that was taken out."""
_SHORTEST = 3
"""The fewest letters of a part of a name that is looked for by itself."""
UNSPACED = (
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)
"""A letter of a script that sets no space behind a name: Thai, Lao, Burmese, Khmer, Kana, Han, Hangul."""
_UNSPACED_NAME = re.compile(rf"{UNSPACED}[\w\s]*{UNSPACED}")


class Identity:
    """Somebody as files name them: ``ident`` is the contact's id, "" for someone who is no contact.

    ``sources`` are kind and uid of what they were imported from.
    """

    def __init__(
        self, ident: str, names: Sequence[str], emails: Sequence[str], sources: Sequence[tuple[str, str]] = ()
    ) -> None:
        self.ident = ident
        self.sources = frozenset(sources)
        self.names = tuple(dict.fromkeys(filter(None, (" ".join(name.split()) for name in names))))
        self.emails = tuple(dict.fromkeys(filter(None, (email.strip() for email in emails))))
        self._keys = {name_key(name) for name in self.names}

    @property
    def name(self) -> str:
        """What they are called."""
        return next(iter((*self.names, *self.emails, self.ident)), "")

    def is_meant_by(self, text: Any) -> bool:
        """Whether ``text`` is their id, name or address, and nothing else."""
        if not isinstance(text, str) or not text.strip():
            return False
        if text.strip().casefold() in (email.casefold() for email in self.emails):
            return True
        return text == self.ident or name_key(text) in self._keys

    def is_namesake(self, document: Any) -> bool:
        """Whether another contact, as its file has it, has one of their names."""
        return isinstance(document, dict) and name_key(str(document.get("name", ""))) in self._keys

    def is_named_in(self, text: str) -> bool:
        """Whether ``text`` has their name, an address or their id in it."""
        return bool(self.pattern.search(text))

    def may_be_named_in(self, text: str) -> bool:
        """Whether ``text`` names them, or somebody of their first name."""
        return self.is_named_in(text) or bool(self._first_name and self._first_name.search(text))

    def redact(self, text: str) -> str:
        """``text`` with a blank for each time it names them, the first name too."""
        text = self.pattern.sub(BLANK, text)
        return self._first_name.sub(BLANK, text) if self._first_name else text

    def redact_exact(self, text: str) -> str:
        """``text`` with a blank for each full name, address and id; a first name alone stays."""
        return self.pattern.sub(BLANK, text)

    def leaves_traces_in(self, text: str) -> bool:
        """Whether a word of their name, an address or their id is part of ``text``: more than names them."""
        folded = text.casefold()
        words = {word for name in self.names for word in name.split() if len(word) >= _SHORTEST}
        traces = {*(words or self.names), *self.emails, *filter(None, [self.ident])}
        return any(trace.casefold() in folded for trace in traces)

    @cached_property
    def _spellings(self) -> tuple[str, ...]:
        """Their names as others may write them: composed or not, without accents, the last name first."""
        found: list[str] = []
        for name in self.names:
            decomposed = unicodedata.normalize("NFD", name)
            plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
            found += [name, unicodedata.normalize("NFC", name), decomposed, plain]
        turned = [f"{name.split()[-1]}, {' '.join(name.split()[:-1])}" for name in found if " " in name]
        return tuple(dict.fromkeys([*found, *turned]))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Their full names (in any case, and any spacing), addresses, and id, each as a whole word."""
        forms = []
        for name in self._spellings:
            words = r"\s+".join(re.escape(word) for word in name.split())
            form = f"(?i:{words})" if " " in name else words
            forms.append(form if _UNSPACED_NAME.fullmatch(name) else rf"(?<!\w){form}(?!\w)")
        forms += [rf"(?<![\w.+-])(?i:{re.escape(email)})(?![\w-])" for email in self.emails]
        if self.ident:
            # An id of one word may be a word of the language: it counts where only an id can stand.
            before = r"(?<![\w-])" if "-" in self.ident else "(?<=[@:|\"'/])"
            forms.append(rf"{before}{re.escape(self.ident)}(?![\w-])")
        return re.compile("|".join(sorted(forms, key=len, reverse=True)) or r"(?!)")

    @cached_property
    def _first_name(self) -> re.Pattern[str] | None:
        firsts = {name.split()[0] for name in self._spellings if " " in name and "," not in name}
        words = [re.escape(word) for word in sorted(firsts) if len(word) >= _SHORTEST]
        return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None

    @cached_property
    def bytes_forms(self) -> tuple[bytes, ...]:
        """Name, addresses and id as the bytes of a file may hold them: UTF-8, and escaped as JSON."""
        import json

        found = []
        for text in (*self._spellings, *self.emails, *([self.ident] if "-" in self.ident else [])):
            found += [text.encode("utf-8", "replace"), json.dumps(text)[1:-1].encode()]
        return tuple(dict.fromkeys(found))
