"""Facts of a contact's file as lines of text, for search and queries: promises, dates, custom keys and more.

A line is a label, an id ("" for most) and the words, with tabs between them: "promise, p7c2, Send the deck".
Name, aliases, org, tags, notes and timeline are not among them; the index has them elsewhere.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from netui.domain.model.custom_keys import custom_keys, value_texts

_TEXTS = (("title", "title"), ("location", "place"))
_LISTS = (("roles", "role"), ("knows", "knows"), ("seeks", "seeks"), ("interests", "likes"))
_ADDRESSES = (("emails", "email"), ("phones", "phone"), ("links", "link"), ("addresses", "address"))


def fact_lines(document: Mapping[str, Any]) -> str:
    """The facts of a parsed file, a line each; values of wrong types are left out."""
    return "\n".join(
        f"{label}\t{ident}\t{words}" for label, ident, text in _facts(document) if (words := _words(text))
    )


def _words(value: object) -> str:
    if type(value) is str:  # nearly all, and thousands of them in a first build
        return " ".join(value.split())
    return " ".join(filter(None, value_texts(value)))


def split_facts(lines: str) -> list[tuple[str, str, str]]:
    """Label, id and words of each of the lines."""
    found = []
    for line in lines.split("\n") if lines else ():
        label, ident, words = line.split("\t", 2)
        found.append((label, ident, words))
    return found


def _facts(document: Mapping[str, Any]) -> Iterator[tuple[str, str, object]]:
    get = document.get
    for key, label in _TEXTS:
        yield label, "", get(key)
    for key, label in _LISTS:
        values = get(key)
        for value in values if isinstance(values, list) else ():
            yield label, "", value
    for key, label in _ADDRESSES:
        values = get(key)
        for value in values if isinstance(values, list) else ():
            yield label, "", [value.get("value"), value.get("label")] if isinstance(value, dict) else value
    if isinstance(met := get("met"), dict):
        yield "met", "", [met.get("where"), met.get("on")]
        yield "via", "", met.get("via")
    for item in _tables(document, "date"):
        yield "date", "", [item.get("what"), item.get("on")]
    for item in _tables(document, "related"):
        yield "related", "", [item.get("as"), item.get("who")]
    for item in _tables(document, "promise"):
        yield "promise", str(item.get("id", "")), item.get("text")
    for item in _tables(document, "opportunity"):
        keys = ("kind", "status", "stage", "text", "next", "worth", "via")
        steps = [step.get("what") for step in _tables(item, "history")]
        yield "opportunity", str(item.get("id", "")), [*(item.get(key) for key in keys), steps]
    for item in _tables(document, "former"):
        yield "former", "", [item.get("value"), item.get("key")]
    for key in custom_keys(document):
        yield " ".join(key.split()), "", document[key]


def _tables(document: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    values = document.get(key)
    return (item for item in values if isinstance(item, dict)) if isinstance(values, list) else iter(())
