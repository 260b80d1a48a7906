import json

from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.changes import AddItem, AmendItem, EditList, RemoveItem, ReplaceText, SetValue
from netui.storage.toml.verify import same
from netui.storage.undo.json_codec import change_from_json, change_to_json, value_from_json, value_to_json
from tests.support.faulty_disk import ADA
from tests.support.odd_toml import ITEMS, NEW_VALUES

TABLES = st.dictionaries(st.sampled_from(["a", "$date", "$table"]), st.one_of(NEW_VALUES, ITEMS))


@given(st.one_of(NEW_VALUES, ITEMS, TABLES))
def test_every_value_survives(value):
    assert same(value_from_json(json.loads(json.dumps(value_to_json(value)))), value)


@given(ITEMS, NEW_VALUES)
def test_every_change_survives(item, value):
    changes = [
        SetValue(ADA, ("a", "b"), value),
        EditList(ADA, ("tags",), ("a", value), ("b",), {}, (0, 2)),
        EditList(ADA, ("timeline", "with"), ("a",), (), {"id": "1"}),
        AddItem(ADA, "timeline", item),
        RemoveItem(ADA, "timeline", item),
        AmendItem(ADA, "timeline", {"id": "1"}, {"x": None, "y": value}),
        ReplaceText(ADA, "a = 1\r\n", ""),
    ]
    for change in changes:
        read = change_from_json(json.loads(json.dumps(change_to_json(change))), ADA)
        assert type(read) is type(change) and same([*map(_plain, read)], [*map(_plain, change)])


def _plain(field):
    return list(field) if isinstance(field, tuple) else field
