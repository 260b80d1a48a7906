"""What an import gives to somebody is told field by field, and nothing of it can act on the terminal."""

from netui.domain.model.changes import AddItem, AmendItem, Create, EditList, FileId, SetValue
from netui.interchange.differences import KeptField
from netui.presentation.pages.reconciliation.import_gains import import_gains, kept_words

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
            "phones +99 1, +99 2 work", "met where PyCon", "title –", "tags rust", "birthday 1980-01-02",
            "2 entries",
        ]
    }  # fmt: skip


def test_long_and_hostile_values_are_cut_and_cleaned() -> None:
    told = import_gains([SetValue(ADA, ("notes",), "a\nb \x1b[2J" + "c" * 500)])["ada"][0]
    assert told.startswith("notes a b ") and "\x1b" not in told and len(told) < 40


def test_of_a_list_only_what_is_new_is_told() -> None:
    before = [{"value": "+99 1", "label": "home"}]
    told = import_gains([SetValue(ADA, ("phones",), [*before, "+99 2"], (before,))])
    assert told == {"ada": ["phones +99 2"]}


def test_what_stays_is_told_with_what_the_file_says() -> None:
    kept = [
        KeptField("ada", "org", "Mine", "Theirs\x1b[2J"),
        KeptField("ada", "met", {"on": "2020"}, {"x": 1}),
    ]
    assert kept_words(kept) == {"ada": ["org Mine (the file: Theirs␛[2J)", "met 2020 (the file: 1)"]}
