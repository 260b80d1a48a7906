"""Contacts of every sort for tests of merging, and all that one of them says."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

WORDS = st.sampled_from(["one", "two", "Two", "zwei", "three words here", "naïve", '"quoted"', "line\nbreak"])
DAYS = st.sampled_from([date(2026, 1, 1), date(2026, 5, 5), date(2025, 12, 31)])
PEOPLE = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=3, unique=True)
IDS = st.sampled_from(["i1", "i2", "i3", "i4"])


def _item(**parts: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=parts)


def _by_id(item: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Items of which no two have one id."""
    return st.lists(item, max_size=4, unique_by=lambda each: each.get("id") or object())


ENTRY = st.builds(
    lambda on, more: {"on": on, **more},
    DAYS,
    _item(id=IDS, kind=st.sampled_from(["call", "coffee"]), text=WORDS, tags=st.lists(WORDS, max_size=2),
          got=st.lists(WORDS, max_size=1), private=st.just(True), learned=WORDS, **{"with": PEOPLE}),
)  # fmt: skip
PROMISE = st.builds(
    lambda text, more: {"text": text, **more},
    WORDS,
    _item(id=IDS, by=st.sampled_from(["me", "them"]), due=DAYS),
)
OPPORTUNITY = st.builds(
    lambda text, more: {"text": text, **more},
    WORDS,
    _item(id=IDS, via=st.sampled_from(["a", "b", "c", "Bea"])),
)
CONTACT: st.SearchStrategy[dict[str, Any]] = st.builds(
    lambda name, more: {"name": name, **more},
    WORDS,
    _item(
        aliases=st.lists(WORDS, max_size=2), org=WORDS, title=WORDS, notes=WORDS, archived=st.just(True),
        not_same=PEOPLE,
        tags=st.lists(WORDS, max_size=3), knows=st.lists(WORDS, max_size=2),
        emails=st.lists(
            st.one_of(WORDS, _item(label=WORDS).flatmap(lambda m: WORDS.map(lambda v: {"value": v, **m}))),
            max_size=2,
        ),
        met=_item(
            on=st.sampled_from(["2024", "2024-05", "2023"]), where=WORDS,
            via=st.sampled_from(["a", "b", "c", "X"]),
        ),
        rhythm=_item(every=st.sampled_from(["3w", "2m"]), mode=st.sampled_from(["off", "ambient"]),
                     snoozed_until=DAYS),
        date=st.lists(
            st.builds(
                lambda what, on: {"what": what, "on": on}, WORDS, st.sampled_from(["--05-05", "1990-05-05"])
            ),
            max_size=2,
        ),
        related=st.lists(
            st.builds(
                lambda who, more: {"who": who, **more}, st.sampled_from(["a", "b", "c", "X"]),
                _item(**{"as": WORDS}),
            ),
            max_size=3, unique_by=lambda each: str(sorted(each.items())),
        ),
        source=st.lists(
            st.builds(lambda uid: {"kind": "vcard", "uid": uid}, WORDS), max_size=2,
            unique_by=lambda each: each["uid"].casefold(),
        ),
        promise=_by_id(PROMISE), opportunity=_by_id(OPPORTUNITY), timeline=_by_id(ENTRY),
        shoe=st.one_of(WORDS, st.integers(40, 42), st.booleans()),
        size=_item(hat=WORDS, shoe=st.integers(40, 42)),
    ),
)  # fmt: skip


def said_in(document: dict[str, Any]) -> set[str]:
    """Every word of text that a file holds, anywhere in it, case and accents aside."""
    from netui.domain.model.contact_row import fold

    found: set[str] = set()

    def look(value: Any) -> None:
        if isinstance(value, dict):
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)
        elif isinstance(value, str):
            found.update(fold(value).replace("-", " ").split())

    look(
        {
            key: value
            for key, value in document.items()
            if key not in ("met", "related", "not_same", "timeline", "opportunity")
        }
    )
    met = document.get("met", {})
    look([met.get("where", "")])
    look([item.get("as", "") for item in document.get("related", [])])
    hidden = ("with", "via", "id")
    for table in ("timeline", "opportunity"):
        look([{k: v for k, v in item.items() if k not in hidden} for item in document.get(table, [])])
    return {word for word in found if word not in ("a", "b", "i1", "i2", "i3", "i4")}
