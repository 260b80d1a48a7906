"""Text that others wrote to do harm, or that is merely unusual."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from netui.storage.validation.schemas import contact_schema, goal_schema
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
            "conflict": [{"key": "org", "value": text, "other": f"{text}!", "on": date(2026, 11, 20)}],
            "opportunity": [{
                "id": f"o{number}", "kind": text, "text": text, "status": "open", "next": text, "stage": text,
                "history": [{"on": date(2026, 11, 1), "what": text}, {"what": text}],
            }],
            "phones": [{"value": text, "label": text}], f"own {number}": [text],
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


# ---------------------------------------------------------------------- every field there is

EVERY_HARM = "".join(text for text in HARM if len(text) < 100).replace("\x00", "")
"""All harm that an argument of the shell can hold, in one text."""
_RIGHT = {"every": "3w", "count": "kind:call", "match": "#x", "timezone": "Europe/London"}
"""Fields whose text must be of some form."""
_STILL_OPEN = frozenset(["done", "died", "snoozed_until", "archived"])


def filled(
    schema: Mapping[str, Any],
    text: str,
    *,
    without: Collection[str] = (),
    key: str = "",
    definitions: Mapping[str, Any] | None = None,
) -> Any:
    """A document with every field of a JSON Schema: ``text`` wherever any text may stand."""
    definitions = definitions or schema.get("$defs", {})
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    if choices := schema.get("anyOf") or schema.get("allOf"):
        schema = next((each for each in choices if "$ref" in each or "properties" in each), choices[0])
        return filled(schema, text, without=without, key=key, definitions=definitions)
    if "properties" in schema:
        return {
            name: filled(each, text, without=without, key=name, definitions=definitions)
            for name, each in schema["properties"].items()
            if name not in without
        }
    if schema.get("type") == "array":
        return [filled(schema["items"], text, without=without, key=key, definitions=definitions)]
    if schema.get("type") in ("integer", "boolean"):
        return schema["type"] == "integer" and 3
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("format") == "date":
        return date(2026, 11, 19)
    return "--11-23" if "pattern" in schema else _RIGHT.get(key, text)


def full_contact(text: str, *, is_open: bool = True) -> dict[str, Any]:
    """A contact with every field; what is open has no day on which it was done."""
    return dict(filled(contact_schema(), text, without=_STILL_OPEN if is_open else ()))


def full_goal(text: str, *, is_open: bool = True) -> dict[str, Any]:
    """A goal with every field."""
    return dict(filled(goal_schema(), text, without=_STILL_OPEN if is_open else ()))


def broken(document: Mapping[str, Any], text: str) -> dict[str, dict[str, Any]]:
    """Documents that are wrong in one field each, with ``text`` where an error would quote it."""
    wrong = {"name": 3, "rhythm": {"every": text, "mode": text}, "date": [{"what": text, "on": text}],
             "timeline": [{"on": text, "kind": text}], "promise": [{"text": text, "by": text, "due": text}],
             "opportunity": [{"kind": text, "text": text, "status": text}], "measure": {"count": f"({text}"},
             "status": text, "audience": [{"who": text, "match": f"({text}"}], text: text}  # fmt: skip
    return {str(at): {**document, key: value} for at, (key, value) in enumerate(wrong.items())}
