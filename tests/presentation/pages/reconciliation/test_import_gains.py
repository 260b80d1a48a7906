"""What an import gives to somebody is told field by field, and nothing of it can act on the terminal."""

from netui.domain.model.changes import AddItem, AmendItem, Create, EditList, FileId, SetValue
from netui.presentation.pages.reconciliation.import_gains import import_gains

ADA = FileId("contacts", "ada")


def test_each_field_is_told_and_entries_are_counted() -> None:
    told = import_gains(
        [
            AddItem(ADA, "source", {"kind": "vcard", "uid": "1"}),
            SetValue(ADA, ("phones",), ["+99 1", {"value": "+99 2", "label": "work"}]),
            SetValue(ADA, ("met", "where"), "PyCon"),
            SetValue(ADA, ("title",), None),
            EditList(ADA, ("tags",), ("rust",)),
            AddItem(ADA, "date", {"what": "birthday", "on": "1980-01-02"}),
            AddItem(ADA, "timeline", {"id": "a", "text": "x"}),
            AmendItem(ADA, "timeline", {"id": "b"}, {"text": "y"}),
            Create(FileId("contacts", "bob"), ""),
            SetValue(FileId("goals", "boat"), ("title",), "A boat"),
        ]
    )
    assert told == {
        "ada": [
            "phones +99 1, +99 2", "met where PyCon", "title –", "tags rust", "birthday 1980-01-02",
            "2 entries",
        ]
    }  # fmt: skip


def test_long_and_hostile_values_are_cut_and_cleaned() -> None:
    told = import_gains([SetValue(ADA, ("notes",), "a\nb \x1b[2J" + "c" * 500)])["ada"][0]
    assert told.startswith("notes a b ") and "\x1b" not in told and len(told) < 40
