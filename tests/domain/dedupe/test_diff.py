"""The semantic diff of two files: its changes lead from one to the other."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.dedupe.diff import changes_between
from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.storage.toml.document import apply, dump, parse

keys = st.sampled_from(("a", "b", "id", "text"))


scalar = st.one_of(
    st.booleans(), st.integers(-3, 3), st.sampled_from(("", "x", "y")), st.just(date(2026, 1, 1))
)


item = st.dictionaries(keys, scalar, min_size=1, max_size=3)


tables = st.lists(
    item, max_size=3, unique_by=lambda each: repr(each.get("id", sorted(each.items(), key=repr)))
)


files = st.fixed_dictionaries(
    {"name": st.just("Ada")},
    optional={
        "org": scalar, "tags": st.lists(st.sampled_from("xyz"), max_size=3),
        "met": st.dictionaries(keys, scalar, min_size=1, max_size=2),
        "timeline": tables.filter(bool), "promise": tables.filter(bool),
    },
)  # fmt: skip


def unordered(data: dict[str, Any]) -> dict[str, Any]:
    """Sorts the items, whose order in a file means nothing."""
    return {
        k: sorted(v, key=lambda item: repr(sorted(item.items()))) if k in ("timeline", "promise") else v
        for k, v in data.items()
    }


@settings(max_examples=150, deadline=None)
@given(files, files)
def test_the_differences_lead_from_one_to_the_other(base: dict[str, Any], edited: dict[str, Any]) -> None:
    file = FileId(CONTACTS, "ada")
    text = dump(base)
    base, edited = parse(text), parse(dump(edited))
    for change in changes_between(file, base, edited):
        text = apply(text, change)[0]
    assert unordered(parse(text)) == unordered(edited)
    assert changes_between(FileId(GOALS, "g"), base, base) == ()
