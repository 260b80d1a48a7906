"""Whole contacts, as their files hold them: every key that netui knows, and some that it does not."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import strategies as st

from netui.interchange.records import clean

LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
LINE = st.text(LETTERS, min_size=1, max_size=12).map(clean)
ODD = st.sampled_from(
    [
        "a,b",
        "a;b",
        "a:b",
        "a\\nb",
        "back\\slash",
        "=1+1",
        "@cmd",
        "- x",
        "'=x",
        "a ::: b",
        "“q”",
        '"q"',
        "*b*",
        "_u_",
        "[x]",
        "(a.k.a. x)",
        "BEGIN:VCARD",
        "50%",
        "a\\,b",
        "é",
        "日本",
        "🎉",
        "http\\://x",
        "### Friends:",
    ]
)
WORD = st.one_of(ODD, LINE).filter(lambda text: any(map(str.isalnum, text)))
"""A text of one line, such as a tag or the name of a company."""
TEXT = st.lists(st.one_of(st.just(""), st.just("    indented"), WORD), min_size=1, max_size=4).map("\n".join)
"""Several lines of Markdown."""
PARTIAL = st.sampled_from(["1815-12-10", "1960-05", "1960", "--02-29", "--12-10"])
DAY = st.dates(date(1900, 1, 1), date(2099, 12, 31))
MOMENT = st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)).map(lambda at: at.replace(microsecond=0))
LABEL = st.sampled_from(
    ["", "home", "work", "work fax", "Mum's", "cell", "pref", "internet", "a, b", "Holiday home"]
)
CUSTOM = st.recursive(
    st.one_of(
        WORD,
        st.booleans(),
        st.integers(-(2**53), 2**53),
        DAY,
        MOMENT,
        MOMENT.map(lambda at: at.replace(tzinfo=UTC)),
        st.just(time(7, 32)),
        st.floats(allow_nan=False),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORD, inner, max_size=3),
    max_leaves=6,
)
"""What a key of the user's own may hold."""


def _unique(
    items: st.SearchStrategy[Any], key: Callable[[Any], Any] = lambda item: repr(sorted(item.items()))
) -> st.SearchStrategy[list[Any]]:
    return st.lists(items, min_size=1, max_size=3, unique_by=key)


def _table(required: Mapping[str, Any], optional: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict(required), optional=dict(optional))


def _value(item: Any) -> str:
    return str(item["value"] if isinstance(item, dict) else item)


LABELLED = _unique(
    st.one_of(
        WORD, st.builds(lambda value, label: {"value": value, "label": label}, WORD, LABEL.filter(bool))
    ),
    _value,
)
ADDRESSES = LABELLED.filter(lambda items: all(_value(item) == _value(item).strip(" ,") for item in items))
WORDS = _unique(WORD, str)
DATES = _unique(
    _table({"what": st.one_of(st.just("birthday"), st.just("anniversary"), WORD), "on": PARTIAL}, {})
)
RELATED = _unique(_table({"who": WORD}, {"as": WORD}))
CARD_KEYS: Mapping[str, Any] = {
    "aliases": WORDS,
    "pronouns": WORD,
    "roles": WORDS,
    "tags": WORDS,
    "org": WORD,
    "title": WORD,
    "location": WORD,
    "timezone": st.sampled_from(["Europe/London", "America/Argentina/Buenos_Aires", "UTC"]),
    "knows": WORDS,
    "seeks": WORDS,
    "interests": WORDS,
    "emails": LABELLED,
    "phones": LABELLED,
    "links": LABELLED,
    "addresses": ADDRESSES,
    "notes": TEXT.filter(str.strip),
    "date": DATES,
    "related": RELATED,
    "died": PARTIAL,
}
ENTRIES = _unique(
    _table(
        {"id": st.from_regex(r"[a-z0-9]{8}", fullmatch=True), "on": st.one_of(DAY, MOMENT)},
        {
            "kind": st.sampled_from(["coffee", "note", "call"]),
            "place": WORD,
            "text": TEXT,
            "tags": WORDS,
            "started_by": st.sampled_from(["me", "them"]),
            "gave": WORDS,
            "learned": WORD,
            "private": st.booleans(),
            "planned": st.booleans(),
            "own key": CUSTOM,
        },
    ),
    lambda item: item["id"],
)
PROMISES = _unique(
    _table(
        {
            "id": st.from_regex(r"p[a-z0-9]{4}", fullmatch=True),
            "by": st.sampled_from(["me", "them"]),
            "text": WORD,
        },
        {"made": DAY, "due": DAY, "done": DAY},
    ),
    lambda item: item["id"],
)
OTHER_KEYS: Mapping[str, Any] = {
    "goals": WORDS,
    "archived": st.booleans(),
    "met": _table({}, {"on": PARTIAL, "where": WORD, "via": WORD}),
    "rhythm": _table({}, {"every": st.just("3w"), "snoozed_until": DAY}),
    "promise": PROMISES,
    "opportunity": _unique(_table({"id": WORD, "kind": WORD, "text": WORD}, {"opened": DAY, "next_on": DAY})),
    "source": _unique(_table({"kind": WORD, "uid": WORD}, {})),
    "timeline": ENTRIES,
    "own": CUSTOM,
    "on": CUSTOM,
    "id-card": CUSTOM,
}
CARDS = st.fixed_dictionaries({"name": WORD}, optional=dict(CARD_KEYS))
"""What a card can hold."""
CONTACTS = st.fixed_dictionaries({"name": WORD}, optional={**CARD_KEYS, **OTHER_KEYS})
"""All that a file can hold."""
