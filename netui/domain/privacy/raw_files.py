"""Files that are neither contact nor goal (cards, drafts, state): what one holds without somebody."""

import re

from netui.domain.privacy.identity import BLANK, Identity

_CARD = re.compile(r"^BEGIN:VCARD.*?^END:VCARD[ \t]*\r?\n?", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_STAMP = re.compile(r"\A\d{8}T\d{6}(?:\.\d+)?-")
"""What stands before a file's name in the trash."""
_COMPUTER = r"[\w-]*[A-Z]"
"""What OneDrive puts behind the name of a copy; ids have no capitals."""
_IN_PLACE = (".toml", ".json")
"""Files whose syntax a missing line would break: there the name alone is taken out."""


def without_traces(path: str, data: bytes, who: Identity) -> bytes | None:
    """The bytes of the file at ``path`` without them; None where nothing is left that is not about them.

    Of a vCard file their cards go, of other text their lines; an e-mail, and what is no text, goes whole.
    """
    name = _STAMP.sub("", path.rpartition("/")[2])
    if who.ident and re.search(rf"(?<![\w-]){re.escape(who.ident)}(?!\w|-(?!{_COMPUTER}))", name):
        return None
    escaped = [form for form in who.bytes_forms if form in data]
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None if escaped else data
    if not who.is_named_in(text) and not escaped:
        return data
    if name.endswith(_IN_PLACE):
        left = who.redact_exact(text).encode()
        for form in escaped:
            left = left.replace(form, BLANK.encode())
        return left
    if name.endswith(".eml") or "\0" in text:
        return None
    if _CARD.search(text):
        text = _CARD.sub(lambda card: "" if who.is_named_in(card[0]) else card[0], text)
    kept = [line for line in text.splitlines(keepends=True) if not _is_theirs(line, who)]
    return "".join(kept).encode() if "".join(kept).strip() else None


def _is_theirs(line: str, who: Identity) -> bool:
    return who.is_named_in(line) or any(form in line.encode() for form in who.bytes_forms)
