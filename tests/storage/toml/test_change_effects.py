"""What a change does to data, without any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.changes import AddItem, AmendItem, EditList, FileId, RemoveItem, SetValue
from netui.storage.errors import Conflict, EditRefused
from netui.storage.toml.change_effects import effect, holds
from netui.storage.toml.verify import same

ADA = FileId("contacts", "ada")
DATA = {
    "name": "Ada",
    "met": {"on": "2024"},
    "l": ["a", "b"],
    "i": [{"id": "1", "x": 1}, {"id": "2", "l": ["a"]}],
}
CHANGES = st.one_of(
    st.builds(
        lambda path, value: SetValue(ADA, path, value),
        st.sampled_from([("name",), ("org",), ("met", "on"), ("met", "via"), ("new", "deep", "key")]),
        st.sampled_from([None, "Ada", "x", 1, True, ["a"]]),
    ),
    st.builds(
        lambda add, remove, where: EditList(ADA, ("i", "l") if where else ("l",), add, remove, where),
        st.sampled_from([(), ("a",), ("a", "c")]),
        st.sampled_from([(), ("b",), ("b", "d")]),
        st.sampled_from([{}, {"id": "2"}]),
    ),
    st.builds(lambda ident: AddItem(ADA, "i", {"id": ident, "x": 1}), st.sampled_from("13")),
    st.builds(lambda ident: RemoveItem(ADA, "i", {"id": ident}), st.sampled_from("12")),
    st.builds(
        lambda ident, value: AmendItem(ADA, "i", {"id": ident}, {"x": value}),
        st.sampled_from("12"),
        st.sampled_from([None, 1, 2]),
    ),
)


@given(CHANGES)
def test_a_change_holds_afterwards_and_its_inverse_takes_it_back(change):
    found = effect(DATA, change)
    if found is None:
        assert holds(DATA, change)
        return
    after = found.wanted[0]
    assert not same(after, DATA) and holds(after, change)
    back = effect(after, found.inverse)
    restored = back.wanted[-1]
    # An item that was removed comes back behind the others.
    assert {**restored, "i": sorted(restored["i"], key=repr)} == {**DATA, "i": sorted(DATA["i"], key=repr)}


def test_an_emptied_table_may_stay_or_go():
    found = effect(DATA, SetValue(ADA, ("met", "on"), None))
    assert [each.get("met") for each in found.wanted] == [{}, None]


def test_refuses_what_does_not_fit():
    with pytest.raises(EditRefused, match="name is not a table"):
        effect(DATA, SetValue(ADA, ("name", "first"), "A"))
    with pytest.raises(EditRefused, match="not a list of tables"):
        effect(DATA, AddItem(ADA, "name", {"id": "1"}))
    with pytest.raises(Conflict, match="no longer there"):
        effect(DATA, RemoveItem(ADA, "i", {"id": "9"}))
    with pytest.raises(Conflict, match="has the id 1 already"):
        effect(DATA, AddItem(ADA, "i", {"id": "1", "x": 2}))
