"""Two edits that began from the same file: nothing that either says is lost, and what can be merged is."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date, datetime
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.dedupe.diff import changes_between
from netui.domain.model.changes import AmendItem, Change, EditList, RemoveItem, SetValue, value_at
from netui.domain.model.conflict import IDENTITIES, Clash, find_field
from netui.storage.errors import Conflict
from netui.storage.pending_file import PendingFile
from netui.storage.toml.document import dump, parse, revert
from tests.support.faulty_disk import ADA

TODAY = date(2026, 11, 21)
BASE = {
    "name": "Ada", "org": "Engines", "notes": "Horses.\n", "tags": ["maths", "london"],
    "emails": ["a@x.example"], "rhythm": {"every": "3w"},
    "timeline": [
        {"id": "e0", "on": date(2026, 11, 9), "kind": "call", "text": "Hello", "with": ["bo", "cy"]},
        {"id": "e1", "on": date(2026, 11, 10), "text": "Again"},
    ],
}  # fmt: skip


def pending(data: Mapping[str, Any]) -> PendingFile:
    return PendingFile(ADA, dump(data).encode(), TODAY)


def applied(data: Mapping[str, Any], *edits: Sequence[Change]) -> tuple[dict[str, Any], list[Clash]]:
    """What the file means after these edits, one after the other, and what they left as it was."""
    file = pending(data)
    for edit in edits:
        for _, run in groupby(edit, type):
            file.apply(list(run))
    assert file.after is not None
    return parse(file.after.decode()), file.clashes


# ---------------------------------------------------------------------- one field


def test_what_is_unchanged_since_is_written() -> None:
    found, clashes = applied(BASE, [SetValue(ADA, ("org",), "Initech", ("Engines",))])
    assert (found["org"], "conflict" in found, clashes) == ("Initech", False, [])


def test_a_field_changed_meanwhile_stays_and_the_other_text_is_kept_beside_it() -> None:
    found, clashes = applied(
        BASE,
        [SetValue(ADA, ("org",), "Initech", ("Engines",))],
        [SetValue(ADA, ("org",), "Globex", ("Engines",))],
    )
    assert found["org"] == "Initech"
    assert found["conflict"] == [{"key": "org", "value": "Initech", "other": "Globex", "on": TODAY}]
    assert clashes == [Clash(ADA, "org", is_kept=True)]


def test_the_same_value_from_both_sides_is_no_conflict() -> None:
    edit = [SetValue(ADA, ("rhythm", "every"), "2w", ("3w",))]
    found, clashes = applied(BASE, edit, edit)
    assert (found["rhythm"], "conflict" in found, clashes) == ({"every": "2w"}, False, [])


def test_a_change_beats_a_deletion_from_either_side() -> None:
    change = [SetValue(ADA, ("org",), "Initech", ("Engines",))]
    removal = [SetValue(ADA, ("org",), None, ("Engines",))]
    found, clashes = applied(BASE, removal, change)
    assert (found["org"], clashes) == ("Initech", [])
    found, clashes = applied(BASE, change, removal)
    assert (found["org"], "conflict" in found, clashes) == (
        "Initech",
        False,
        [Clash(ADA, "org", is_kept=False)],
    )


def test_the_same_conflict_is_kept_once() -> None:
    first = [SetValue(ADA, ("org",), "Initech", ("Engines",))]
    second = [SetValue(ADA, ("org",), "Globex", ("Engines",))]
    found, clashes = applied(BASE, first, second, second)
    assert len(found["conflict"]) == 1 and len(clashes) == 2


def test_a_field_of_an_entry_has_a_key_with_its_id() -> None:
    seen = {"id": "e0", "text": "Hello"}
    edits = [
        [AmendItem(ADA, "timeline", {"id": "e0"}, {"text": text, "place": place}, seen)]
        for text, place in (("One", "Rome"), ("Two", None))
    ]
    found, _ = applied(BASE, *edits)
    assert found["timeline"][0]["text"] == "One" and found["timeline"][0]["place"] == "Rome"
    assert [(c["key"], c["value"], c["other"]) for c in found["conflict"]] == [
        ("timeline.e0.text", "One", "Two")
    ]


def test_dates_that_the_index_has_as_text_are_the_same() -> None:
    snoozed = {**BASE, "rhythm": {"snoozed_until": date(2026, 12, 1)}, "at": datetime(2026, 1, 2, 3, 4)}
    for path, seen in ((("rhythm", "snoozed_until"), "2026-12-01"), (("at",), "2026-01-02T03:04:00")):
        found, clashes = applied(snoozed, [SetValue(ADA, path, "x", (seen,))])
        assert (value_at(found, path), clashes) == ("x", [])


# ---------------------------------------------------------------------- whole items


def test_an_edited_entry_that_was_deleted_meanwhile_comes_back() -> None:
    whole = BASE["timeline"][1]
    found, _ = applied(
        BASE,
        [RemoveItem(ADA, "timeline", {"id": "e1"})],
        [AmendItem(ADA, "timeline", {"id": "e1"}, {"text": "Once more"}, whole)],
    )
    assert found["timeline"][1] == {**whole, "text": "Once more"}


def test_of_a_deleted_entry_that_is_not_wholly_known_the_edit_is_refused() -> None:
    with pytest.raises(Conflict, match="no longer there"):
        applied(
            BASE,
            [RemoveItem(ADA, "timeline", {"id": "e1"})],
            [AmendItem(ADA, "timeline", {"id": "e1"}, {"with": ["x"]}, {"with": []})],
        )


def test_an_entry_changed_meanwhile_is_not_deleted() -> None:
    found, clashes = applied(
        BASE,
        [AmendItem(ADA, "timeline", {"id": "e1"}, {"text": "Changed"})],
        [RemoveItem(ADA, "timeline", {"id": "e1"}, {"text": "Again", "place": None})],
    )
    assert len(found["timeline"]) == 2 and clashes == [Clash(ADA, "timeline", is_kept=False)]


def test_deleting_twice_is_deleting_once() -> None:
    edit = [RemoveItem(ADA, "timeline", {"id": "e1"}, {"text": "Again"})]
    found, clashes = applied(BASE, edit, edit)
    assert len(found["timeline"]) == 1 and clashes == []


# ---------------------------------------------------------------------- lists


def test_items_are_added_and_removed_on_what_the_file_holds() -> None:
    found, _ = applied(
        BASE,
        [SetValue(ADA, ("tags",), ["maths", "paris"], (["maths", "london"],))],
        [SetValue(ADA, ("tags",), ["london", "maths", "chess"], (["maths", "london"],))],
        [EditList(ADA, ("tags",), ["rome"], ["MATHS"])],
    )
    assert found["tags"] == ["paris", "chess", "rome"]


def test_items_that_were_only_moved_keep_their_new_order() -> None:
    found, _ = applied(BASE, [SetValue(ADA, ("tags",), ["london", "maths"], (["maths", "london"],))])
    assert found["tags"] == ["london", "maths"]


def test_a_list_without_items_is_no_key() -> None:
    found, _ = applied(BASE, [EditList(ADA, ("tags",), (), ["maths", "london"])])
    assert "tags" not in found
    found, _ = applied(found, [EditList(ADA, ("tags",), ["new"])])
    assert found["tags"] == ["new"]


def test_a_list_of_an_entry_without_id_and_its_text_are_edited_together() -> None:
    item = {"on": date(2026, 11, 9), "text": "Hi", "tags": ["a"], "got": ["lead"]}
    values = {"text": "Ho", "tags": ["b"], "got": ["lead", "advice"]}
    found, _ = applied({"name": "Ada", "timeline": [item]}, [AmendItem(ADA, "timeline", item, values, item)])
    assert found["timeline"] == [{**item, **values}]


def test_undo_of_a_list_takes_back_its_own_items() -> None:
    file = pending(BASE)
    file.apply([EditList(ADA, ("tags",), ["rome", "maths"], ["london"])])
    ((change, inverse),) = file.pairs
    assert inverse == EditList(ADA, ("tags",), ("london",), ("rome",), {}, (1,))
    after, _ = applied(parse(file.after.decode()), [EditList(ADA, ("tags",), ["chess"])], [inverse])
    assert set(after["tags"]) == {"maths", "london", "chess"}
    assert change == EditList(ADA, ("tags",), ["rome", "maths"], ["london"])


# ---------------------------------------------------------------------- any two edits

WORDS = st.sampled_from(["a", "b", "C", "Ö"])
TEXTS = st.one_of(st.none(), st.sampled_from(["", "Engines", "x", "y\nz", '"""', "ß\r\n"]))
LISTS = st.one_of(st.none(), st.lists(WORDS, unique=True, max_size=3))
SCALARS = (("org",), ("notes",), ("rhythm", "every"), ("custom",), (0, "text"), (0, "place"), (1, "kind"))
LISTED = (("tags",), ("emails",), (0, "with"))
SIDES = st.fixed_dictionaries({}, optional={**dict.fromkeys(SCALARS, TEXTS), **dict.fromkeys(LISTED, LISTS)})


def at(document: Mapping[str, Any], path: tuple[Any, ...]) -> Any:
    """The value at a path; a number leads to the entry of that number."""
    if isinstance(path[0], int):
        entry = next(item for item in document["timeline"] if item["id"] == f"e{path[0]}")
        return entry.get(path[1])
    return value_at(document, path)


def edited(side: Mapping[tuple[Any, ...], Any]) -> dict[str, Any]:
    found = deepcopy(BASE)
    for path, value in side.items():
        table = found
        for key in path[:-1]:
            table = found["timeline"][key] if isinstance(key, int) else found[key]
        if value is None:
            table.pop(path[-1], None)
        else:
            table[path[-1]] = value
    return found


def key_of(path: tuple[Any, ...]) -> str:
    return f"timeline.e{path[0]}.{path[1]}" if isinstance(path[0], int) else ".".join(path)


@given(SIDES, SIDES)
def test_nothing_that_either_side_wrote_is_lost(one: dict[Any, Any], two: dict[Any, Any]) -> None:
    edits = [changes_between(ADA, BASE, edited(side)) for side in (one, two)]
    found, _ = applied(BASE, *edits)
    kept = {(c["key"], c["other"]) for c in found.get("conflict", [])}
    for side in (one, two):
        for path in SCALARS:
            if side.get(path) and side[path] != at(BASE, path):
                assert at(found, path) == side[path] or (key_of(path), side[path]) in kept
    for path in set(SCALARS) - set(one) - set(two):
        assert at(found, path) == at(BASE, path)
    assert {key for key, _ in kept} <= {key_of(path) for path in set(one) & set(two)}


@given(SIDES, SIDES)
def test_edits_of_lists_commute_and_each_keeps_its_words(one: dict[Any, Any], two: dict[Any, Any]) -> None:
    edits = [changes_between(ADA, BASE, edited(side)) for side in (one, two)]
    there, back = applied(BASE, *edits)[0], applied(BASE, *edits[::-1])[0]
    for path in LISTED:
        before = at(BASE, path) or []
        found = at(there, path) or []
        assert sorted(found) == sorted(at(back, path) or [])
        for side in (one, two):
            if path in side:
                assert set(side[path] or []) - set(before) <= set(found)
        gone = [set(before) - set(side[path] or []) for side in (one, two) if path in side]
        assert not set().union(*gone) & set(found)


@given(SIDES, SIDES)
def test_edits_of_different_fields_merge(one: dict[Any, Any], two: dict[Any, Any]) -> None:
    two = {path: value for path, value in two.items() if path not in one}
    edits = [changes_between(ADA, BASE, edited(side)) for side in (one, two)]
    found, clashes = applied(BASE, *edits)
    assert clashes == [] and "conflict" not in found
    wanted = edited({**one, **two})
    for path in (*SCALARS, *LISTED):
        assert (at(found, path) or None) == (at(wanted, path) or None)


@given(SIDES, SIDES)
def test_undo_of_the_first_leaves_what_the_second_did_to_lists(
    one: dict[Any, Any], two: dict[Any, Any]
) -> None:
    one, two = ({path: side[path] for path in LISTED if path in side} for side in (one, two))
    file = pending(BASE)
    for _, run in groupby(changes_between(ADA, BASE, edited(one)), type):
        file.apply(list(run))
    first = file.pairs[::-1]
    for _, run in groupby(changes_between(ADA, BASE, edited(two)), type):
        file.apply(list(run))
    assert file.after is not None
    text = file.after.decode()
    for change, inverse in first:
        text = revert(text, change, inverse)
    found = parse(text)
    for path in LISTED:
        before, others = set(at(BASE, path) or []), set(two.get(path, at(BASE, path)) or [])
        mine = set(one.get(path, at(BASE, path)) or [])
        assert others - before - mine <= set(at(found, path) or [])
        assert not (mine - before) & set(at(found, path) or [])
        assert (before - mine) - (before - others) <= set(at(found, path) or [])


# ---------------------------------------------------------------------- items without an id

TABLES = {
    "milestone": [{"text": "Draft"}, {"text": "Review"}, {"text": "Print", "due": date(2027, 1, 1)}],
    "audience": [{"who": "CTOs", "match": "#cto", "want": 3}, {"who": "Press", "match": "#press", "want": 1}],
    "related": [{"who": "bob", "as": "brother"}, {"who": "cy", "as": "boss"}],
    "date": [{"what": "birthday", "on": "--12-10"}, {"what": "wedding", "on": "1835-07-08"}],
    "former": [{"key": "org", "value": "Mills"}, {"key": "org", "value": "Looms", "until": "2024-01"}],
    "source": [{"kind": "google", "uid": "g1"}, {"kind": "vcard", "uid": "v1"}],
}  # fmt: skip
RENAMES = [(table, name, at) for table in TABLES for name in IDENTITIES[table] for at in range(2)]


def with_item(table: str, at: int, **values: Any) -> dict[str, Any]:
    """The file in which one item has other values; None removes the item."""
    items = deepcopy(TABLES[table])
    items[at].update(values)
    return {"name": "Ada", **TABLES, table: items}


@pytest.mark.parametrize(("table", "name", "at"), RENAMES)
def test_of_an_item_renamed_on_two_sides_there_is_one_and_both_names_are_kept(
    table: str, name: str, at: int
) -> None:
    base = {"name": "Ada", **TABLES}
    one, two = (changes_between(ADA, base, with_item(table, at, **{name: word})) for word in ("One", "Two"))
    assert [type(change) for change in (*one, *two)] == [AmendItem, AmendItem]
    found, clashes = applied(base, one, two)
    assert found[table] == with_item(table, at, **{name: "One"})[table]
    assert [(each["value"], each["other"]) for each in found["conflict"]] == [("One", "Two")]
    place = find_field(found, found["conflict"][0]["key"])
    assert place is not None and place.item == found[table][at] and place.path == (name,)
    assert [clash.is_kept for clash in clashes] == [True]


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize(("table", "name", "at"), RENAMES)
def test_an_edit_and_a_renaming_of_an_item_merge(table: str, name: str, at: int, is_first: bool) -> None:
    base = {"name": "Ada", **TABLES}
    edits = [
        changes_between(ADA, base, with_item(table, at, **each)) for each in ({name: "One"}, {"own": "x"})
    ]
    found, clashes = applied(base, *(edits if is_first else edits[::-1]))
    assert found[table] == with_item(table, at, own="x", **{name: "One"})[table]
    assert not clashes and "conflict" not in found


ITEMS_OF = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), unique=True, max_size=5)


@given(ITEMS_OF, ITEMS_OF, ITEMS_OF)
def test_items_without_an_id_are_kept_from_both_sides(
    base: list[str], one: list[str], two: list[str]
) -> None:
    def goal(texts: list[str]) -> dict[str, Any]:
        return {"title": "G", "milestone": [{"text": text} for text in texts]} if texts else {"title": "G"}

    edits = [changes_between(ADA, goal(base), goal(side)) for side in (one, two)]
    found, _ = applied(goal(base), *edits)
    texts = [item["text"] for item in found.get("milestone", [])]
    kept = [each["other"] for each in found.get("conflict", [])]
    for side in (one, two):
        assert set(side) - set(base) <= {*texts, *kept}
    assert set(base) & set(one) & set(two) <= set(texts)
    if not (set(one) & set(two)) - set(base):
        assert len(texts) == len(set(texts))
