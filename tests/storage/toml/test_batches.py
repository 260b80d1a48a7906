"""Many items added or amended at once: as if one after the other, read and proved once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.changes import AddItem, AmendItem, EditList
from netui.storage.errors import Conflict, EditRefused, StoreError
from netui.storage.toml.document import apply, apply_all, parse
from netui.storage.toml.verify import same
from tests.support.faulty_disk import ADA, batch, network, store
from tests.support.odd_toml import ITEMS, documents


def one_by_one(text: str, changes: list[Any]) -> tuple[str, list[Any]]:
    pairs = []
    for change in changes:
        new, inverse = apply(text, change)
        if new != text:
            pairs.append((change, inverse))
        text = new
    return text, pairs


def all_at_once(text: str, changes: list[Any]) -> tuple[str, list[Any]]:
    edited = apply_all(text, changes)
    assert edited.data is None or same(edited.data, parse(edited.text))
    return edited.text, edited.pairs


def outcome(work: Callable[[], Any]) -> Any:
    """What comes of it, or which error."""
    try:
        return work()
    except StoreError as error:
        return type(error)


TABLES = st.sampled_from(["timeline", "promise", "name", "tags", "inline", "empty", "t0"])
NAMED = st.tuples(TABLES, ITEMS, st.sampled_from(["e0", "n1", "n2", None, 7]))
TAILS = st.sampled_from(["", "", 'inline = [{ id = "e0" }]\n', "empty = []\n"])


@pytest.mark.slow
@given(documents(), TAILS, st.lists(NAMED, min_size=1, max_size=4))
def test_the_same_comes_of_it(text: str, tail: str, named: list[Any]) -> None:
    text = tail + text if tail and not text.startswith("\ufeff") else text
    changes = [
        AddItem(ADA, table, {k: v for k, v in {**item, "id": ident}.items() if v is not None})
        for table, item, ident in named
    ]
    apart, together = (outcome(lambda work=work: work(text, changes)) for work in (one_by_one, all_at_once))
    # Where a value is not even itself (NaN), the texts still tell whether the same was done.
    assert repr(together) == repr(apart)


@pytest.mark.slow
@given(
    documents(),
    st.lists(
        st.tuples(
            st.sampled_from(["e0", "e1", "e2", "e9"]),
            st.dictionaries(
                st.sampled_from(["text", "with", "on", "k y"]),
                st.one_of(st.text(max_size=5), st.lists(st.sampled_from("abc"), max_size=2), st.none()),
                min_size=1, max_size=2,
            ),
        ),
        min_size=1, max_size=4,
    ),
)  # fmt: skip
def test_the_same_comes_of_amending(text: str, named: list[Any]) -> None:
    changes: list[Any] = [AmendItem(ADA, "timeline", {"id": ident}, values) for ident, values in named]
    changes += [EditList(ADA, ("timeline", "with"), ["x"], ["a"], {"id": ident}) for ident, _ in named]
    apart, together = (outcome(lambda work=work: work(text, changes)) for work in (one_by_one, all_at_once))
    assert repr(together) == repr(apart)


def test_two_of_one_id_among_them_are_refused_and_the_same_twice_is_once() -> None:
    first, other = ({"id": "n", "text": text} for text in ("one", "two"))
    with pytest.raises(Conflict, match="another"):
        apply_all('name = "A"\n', [AddItem(ADA, "timeline", first), AddItem(ADA, "timeline", other)])
    text, pairs, _ = apply_all('name = "A"\n', [AddItem(ADA, "timeline", first)] * 2)
    assert text.count("[[timeline]]") == 1 and len(pairs) == 1


def test_an_empty_item_is_refused() -> None:
    with pytest.raises(EditRefused, match="says nothing"):
        apply_all('name = "A"\n', [AddItem(ADA, "timeline", {"id": "n"}), AddItem(ADA, "timeline", {})])


def test_thousands_are_added_and_taken_back(tmp_path: Path) -> None:
    home = network(tmp_path)
    path = home / "net" / "contacts" / "ada.toml"
    before = path.read_bytes()
    items = [{"id": f"n{at}", "on": "2026-01-01", "text": "words"} for at in range(3000)]
    store(home).apply(batch(*(AddItem(ADA, "timeline", item) for item in items)))
    after = path.read_bytes()
    assert after.startswith(before) and after.count(b"[[timeline]]") == 3000
    store(home).undo()
    assert path.read_bytes() == before
    store(home).redo()
    assert path.read_bytes() == after
