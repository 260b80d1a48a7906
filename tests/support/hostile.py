"""Text that others wrote to do harm, or that is merely unusual."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.support.app import entry

HARM = (
    "[/b] closing",
    "[@click=app.quit]leave[/]",
    "[red]$name[/red] [link='x']",
    "esc \x1b[2J\x1b[31m end",
    "title \x1b]0;owned\x07 end",
    "clip \x1b]52;c;b3duZWQ=\x07 end",
    "c1 \x9b31m \x90q\x9c \x85 end",
    "bidi \u202edlrow\u202c \u2066iso\u2069 \u200f end",
    "zero\u200bwidth\ufeff\u2060 end",
    "emoji 👩‍👩‍👧‍👦 🏳️‍🌈 ⚽️ end",
    "combining e\u0301\u0301\u0301\u0327 ﷽ end",
    "nul \x00 bell \x07 back \x08\x08 del \x7f",
    "lines\nand\r\nmore\rtabs\tx",
    "x" * 300,
    "漢字" * 150,
    "{0} %s {name} \\ \\[ ]] [[",
)
_INVISIBLE = (
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u2028\u2029"
)
FORBIDDEN = frozenset([*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *_INVISIBLE])
"""What must never be drawn."""


def contacts() -> dict[str, Mapping[str, Any]]:
    """Someone for each harm, who has it in every place where text can stand."""
    return {
        f"h{number:02d}": {
            "name": text, "aliases": [text], "pronouns": text, "roles": [text], "tags": [text], "org": text,
            "title": text, "location": text, "knows": [text], "emails": [text], "goals": [text],
            "notes": text,
            "met": {"where": text, "via": text},
            "date": [{"what": text, "on": "--11-23", "lead": 9}],
            "related": [{"who": text, "as": text}],
            "promise": [
                {"id": f"p{number}", "by": "me", "text": text, "due": date(2026, 11, 23), "goal": text}
            ],
            "opportunity": [{"id": f"o{number}", "kind": text, "text": text, "status": "open", "next": text}],
            "timeline": [
                entry("2026-10-01", "call", text, place=text, tags=[text], got=[text], gave=[text],
                      learned=text, goals=[text], **{"with": [text, f"h{(number + 1) % len(HARM):02d}"]}),
                entry("2026-11-25", text, text),
            ],
        }
        for number, text in enumerate(HARM)
    }  # fmt: skip


def goals() -> dict[str, Mapping[str, Any]]:
    """A goal for each harm."""
    return {
        f"g{number:02d}": {
            "title": text, "why": text, "measure": {"count": text, "target": 3},
            "audience": [{"who": text, "match": "#x", "want": 2}, {"who": text, "match": text, "want": 2}],
            "milestone": [{"text": text}],
        }
        for number, text in enumerate(HARM)
    }  # fmt: skip
