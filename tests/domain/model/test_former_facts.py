"""What was before: a changed fact is kept, a correction is not."""

from datetime import date

import pytest

from netui.domain.model.changes import CONTACTS, AddItem, EditList, FileId, RemoveItem, SetValue
from netui.domain.model.former_facts import is_correction, keep_former, replaced_fact

ADA = FileId(CONTACTS, "ada")
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("org", "Initech", "initech"),
        ("org", "Initech", "Initech."),
        ("org", "Inietch", "Initech"),
        ("org", "Analytical Engins", "Analytical Engines"),
        ("location", "Köln", "Koln"),
        ("name", "Ada Lovelase", "Ada Lovelace"),
        ("name", "Jon Smith", "John Smith"),
        ("name", "A. Lovelace", "Ada Lovelace"),
    ],
)
def test_a_spelling_is_corrected(key: str, old: str, new: str) -> None:
    assert is_correction(key, old, new) and is_correction(key, new, old)


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("org", "Initech", "Hooli"),
        ("org", "Initech", ""),
        ("org", "Engines", "Analytical Engines"),
        ("title", "CTO", "CEO"),
        ("title", "Engineer I", "Engineer II"),
        ("location", "Paris", "Parma"),
        ("location", "Austria", "Australia"),
        ("name", "Ada Byron", "Ada Lovelace"),
        ("name", "Kate Miller", "Katherine Miller"),
    ],
)
def test_a_change_is_none(key: str, old: str, new: str) -> None:
    assert not is_correction(key, old, new)
    assert replaced_fact(SetValue(ADA, (key,), new or None, (old,))) == (key, old, new)


def test_what_was_empty_and_other_keys_are_no_former_facts() -> None:
    for change in (
        SetValue(ADA, ("org",), "Hooli", (None,)),
        SetValue(ADA, ("org",), "Hooli", ("",)),
        SetValue(ADA, ("org",), "Hooli"),
        SetValue(ADA, ("notes",), "new", ("old",)),
        SetValue(ADA, ("met", "where"), "new", ("old",)),
        AddItem(ADA, "timeline", {}),
    ):
        assert replaced_fact(change) is None


def kept(key: str, old: str, new: str, *, is_recent: bool = False, **head: object) -> list:
    change = SetValue(ADA, (key,), new, (old,))
    return list(keep_former(change, (key, old, new), head, TODAY, is_recent=is_recent))


def test_it_is_kept_with_its_month_and_a_name_as_an_alias() -> None:
    item = {"key": "org", "value": "Initech", "until": "2026-11"}
    assert kept("org", "Initech", "Hooli") == [AddItem(ADA, "former", item)]
    assert kept("org", "Initech", "Hooli", former=[item]) == []
    name = AddItem(ADA, "former", {"key": "name", "value": "Ada Byron", "until": "2026-11"})
    assert kept("name", "Ada Byron", "Ada King") == [name, EditList(ADA, ("aliases",), ["Ada Byron"])]
    assert kept("name", "Ada Byron", "Ada King", aliases=["ada byron"]) == [name]


def test_of_a_mistake_nothing_is_kept_and_what_comes_back_was_never_gone() -> None:
    item = {"key": "name", "value": "Ada Byron", "until": "2026-11"}
    assert kept("name", "Ada Kin", "Ada King", is_recent=True, former=[item]) == []
    assert kept("name", "Ada King", "Ada Byron", is_recent=True, former=[item]) == [
        RemoveItem(ADA, "former", item, item),
        EditList(ADA, ("aliases",), (), ["Ada Byron"]),
    ]
