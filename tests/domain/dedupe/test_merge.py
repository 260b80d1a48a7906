"""Merging two contacts: no data is lost, and every reference is redirected."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from netui.domain.dedupe.merge import Merge, MergeConflict, merge
from netui.domain.model.changes import CONTACTS, GOALS, Delete, FileId
from netui.storage.toml.change_effects import effect
from tests.support.duplicate_contacts import CONTACT, said_in

A, B, C, G = FileId(CONTACTS, "a"), FileId(CONTACTS, "b"), FileId(CONTACTS, "c"), FileId(GOALS, "g")


def done(found: Merge, documents: Mapping[FileId, Any]) -> dict[FileId, Any]:
    """The files after the merge."""
    after = {file: dict(document) for file, document in documents.items()}
    for change in found.batch.changes:
        if isinstance(change, Delete):
            del after[change.file]
        else:
            wanted = effect(after[change.file], change)
            if wanted is not None:
                after[change.file] = wanted.wanted[-1]
    return after


def into(mine: dict[str, Any], theirs: dict[str, Any], **others: Any) -> tuple[Merge, dict[str, Any]]:
    documents = {A: {"name": "Ada", **mine}, B: {"name": "Bea", **theirs}}
    found = merge("a", "b", documents)
    return found, done(found, documents)[A]


def test_the_other_name_and_its_aliases_become_aliases() -> None:
    found, after = into({"aliases": ["A."]}, {"name": "Ada King", "aliases": ["a.", "Countess"]})
    assert after["name"] == "Ada"
    assert after["aliases"] == ["A.", "Ada King", "Countess"]
    assert found.gained["aliases"] == ("Ada King", "Countess")
    assert into({}, {"name": "ada"})[1] == {"name": "Ada"}


def test_what_is_missing_is_filled_and_what_differs_is_noted() -> None:
    found, after = into(
        {"org": "Engines", "title": "", "notes": "Mine.\n"},
        {"org": "Initech", "title": "CTO", "location": "London", "notes": "Theirs.", "shoe": 42},
    )
    assert (after["org"], after["title"], after["location"], after["shoe"]) == (
        "Engines",
        "CTO",
        "London",
        42,
    )
    assert after["notes"] == "Mine.\n\nTheirs.\n\nFrom Bea:\n- org: Initech\n"
    assert found.conflicts == (MergeConflict("org", "Engines", "Initech"),)
    assert found.gained["title"] == ("CTO",)


def test_unknown_keys_are_united_as_far_as_they_agree() -> None:
    _, after = into(
        {"size": {"shoe": 42}, "pets": ["cat"], "score": 1.5},
        {"size": {"shoe": 41, "hat": 58}, "pets": ["cat", "dog"], "score": True},
    )
    assert after["size"] == {"shoe": 42, "hat": 58}
    assert after["pets"] == ["cat", "dog"]
    assert after["notes"] == "From Bea:\n- size.shoe: 41\n- score: true\n"


def test_lists_are_united_without_doubles() -> None:
    _, after = into(
        {
            "tags": ["Zürich"], "phones": ["+44 20 7946"], "links": ["https://x.example/a"],
            "emails": ["Ada@x.example", {"value": "b@x.example", "label": "home"}],
        },
        {
            "tags": ["zurich", "maths"], "phones": ["+44-20-7946", "12"], "links": ["https://X.example/a/"],
            "emails": [{"value": "ada@x.example", "label": "work"}, {"value": "b@x.example", "label": "old"}],
        },
    )  # fmt: skip
    assert after["tags"] == ["Zürich", "maths"]
    assert after["phones"] == ["+44 20 7946", "12"]
    assert after["links"] == ["https://x.example/a"]
    assert after["emails"] == [
        {"value": "Ada@x.example", "label": "work"},
        {"value": "b@x.example", "label": "home"},
    ]
    assert "emails.b@x.example.label: old" in after["notes"]


@pytest.mark.parametrize(
    ("mine", "theirs", "wanted"),
    [
        ({}, {"every": "3w", "mode": "off"}, {"every": "3w", "mode": "off"}),
        ({"every": "3w"}, {"mode": "off"}, {"every": "3w"}),
        ({"mode": "ambient"}, {"every": "2w"}, {"mode": "ambient"}),
        (
            {"every": "3w"},
            {"snoozed_until": date(2027, 1, 1)},
            {"every": "3w", "snoozed_until": date(2027, 1, 1)},
        ),
    ],
)
def test_a_rhythm_is_the_keepers_else_the_others(mine: Any, theirs: Any, wanted: Any) -> None:
    assert into({"rhythm": mine} if mine else {}, {"rhythm": theirs})[1]["rhythm"] == wanted


def test_the_merged_contact_is_archived_only_if_both_were() -> None:
    yes = {"archived": True}
    assert "archived" not in into(yes, {})[1]
    assert "archived" not in into({}, yes)[1]
    assert into(yes, yes)[1]["archived"] is True


def test_of_two_dates_that_agree_the_finer_one_stays() -> None:
    _, after = into(
        {"met": {"on": "2024"}, "date": [{"what": "birthday", "on": "--12-10", "lead": 7}]},
        {
            "met": {"on": "2024-05", "where": "PyCon"},
            "date": [
                {"what": "Birthday", "on": date(1815, 12, 10), "lead": 14},
                {"what": "wedding", "on": "2020"},
            ],
        },
    )
    assert after["met"] == {"on": "2024-05", "where": "PyCon"}
    assert after["date"] == [
        {"what": "birthday", "on": date(1815, 12, 10), "lead": 7},
        {"what": "wedding", "on": "2020"},
    ]
    assert "birthday.lead: 14" in after["notes"].lower()


def test_both_introducers_stay_related() -> None:
    found, after = into({"met": {"via": "c"}}, {"met": {"via": "d", "on": "2024"}})
    assert after["met"] == {"via": "c", "on": "2024"}
    assert after["related"] == [{"who": "d", "as": "connector"}]
    assert found.moved == {"related": 1} and not found.conflicts
    _, after = into({"met": {"via": "c"}, "related": [{"who": "d"}]}, {"met": {"via": "d"}})
    assert after["related"] == [{"who": "d"}] and "notes" not in after


def test_two_birthdays_that_differ_both_stay() -> None:
    dates = [{"what": "birthday", "on": "--12-10"}], [{"what": "birthday", "on": "--12-11"}]
    assert into({"date": dates[0]}, {"date": dates[1]})[1]["date"] == [*dates[0], *dates[1]]


def test_what_both_had_stands_once_and_what_contradicts_twice() -> None:
    first = {"id": "e1", "on": date(2026, 1, 1), "kind": "call", "with": ["c"], "tags": ["x"]}
    again = {"id": "e1", "on": date(2026, 1, 1), "kind": "call", "text": "Hm.", "with": ["d"], "tags": ["y"]}
    found, after = into({"timeline": [first]}, {"timeline": [again]})
    assert after["timeline"] == [{**first, "text": "Hm.", "with": ["c", "d"], "tags": ["x", "y"]}]
    assert (found.moved, found.both) == ({}, {"timeline": 1})
    other = {**first, "text": "No."}
    found, after = into({"timeline": [again]}, {"timeline": [other]})
    assert [item["id"] for item in after["timeline"]] == ["e1", "e1-2"]
    assert found.moved == {"timeline": 1}


def test_entries_without_an_id_come_over_each() -> None:
    bare = {"on": date(2026, 1, 1), "kind": "call"}
    assert into({"timeline": [bare]}, {"timeline": [bare, bare]})[1]["timeline"] == [bare, bare]
    more = {**bare, "text": "Hm."}
    assert into({"timeline": [bare]}, {"timeline": [more]})[1]["timeline"] == [bare, more]


def test_a_contact_never_refers_to_itself() -> None:
    day = date(2026, 1, 1)
    _, after = into(
        {
            "met": {"via": "b", "where": "PyCon"},
            "related": [{"who": "b", "as": "sister"}, {"who": "c"}],
            "timeline": [{"id": "1", "on": day, "with": ["b", "c"]}, {"id": "2", "on": day, "with": ["b"]}],
            "opportunity": [{"id": "o", "text": "Job", "via": "b"}],
        },
        {
            "met": {"via": "a"},
            "related": [{"who": "a"}],
            "timeline": [{"id": "3", "on": day, "with": ["a", "c"]}],
            "opportunity": [{"id": "p", "text": "Talk", "via": "a"}],
        },
    )
    assert after["met"] == {"where": "PyCon"}
    assert after["related"] == [{"who": "c"}]
    assert [item.get("with") for item in after["timeline"]] == [["c"], None, ["c"]]
    assert [item.get("via") for item in after["opportunity"]] == [None, None]
    assert "related: b, as sister" in after["notes"]


def test_references_of_others_are_redirected_and_nothing_else_of_theirs_changes() -> None:
    day = date(2026, 1, 1)
    third = {
        "name": "Cy", "met": {"via": "b", "on": "2024"}, "shoe": 1,
        "related": [{"who": "b", "as": "boss"}, {"who": "a", "as": "boss"}, {"who": "b", "as": "friend"}],
        "opportunity": [{"id": "o", "via": "b"}, {"via": "b"}, {"id": "q", "via": "Bea"}],
        "timeline": [
            {"id": "1", "on": day, "with": ["x", "b"]}, {"on": day, "with": ["b", "a"]},
            {"on": day, "with": ["b", "a"]}, {"id": "1", "on": day, "with": ["b"]}, {"id": "z", "on": day},
        ],
    }  # fmt: skip
    goal = {
        "title": "G",
        "measure": {"count": "kind:lunch with:b|x", "target": 3},
        "audience": [{"who": "1", "match": "with:b"}, {"who": "2", "match": "with:b"}, {"match": "#b"}],
    }
    documents = {
        A: {"name": "Ada"},
        B: {"name": "Bea"},
        C: third,
        G: goal,
        FileId(GOALS, "h"): {"title": "H"},
    }
    found = merge("a", "b", documents)
    after = done(found, documents)
    assert found.elsewhere == (C, G)
    assert after[C] == {
        **third,
        "met": {"via": "a", "on": "2024"},
        "related": [{"who": "a", "as": "boss"}, {"who": "a", "as": "friend"}],
        "opportunity": [{"id": "o", "via": "a"}, {"via": "a"}, {"id": "q", "via": "Bea"}],
        "timeline": [
            {"id": "1", "on": day, "with": ["x", "a"]}, {"on": day, "with": ["a"]},
            {"on": day, "with": ["a"]}, {"id": "1", "on": day, "with": ["a"]}, {"id": "z", "on": day},
        ],
    }  # fmt: skip
    assert after[G]["measure"] == {"count": "kind:lunch with:a|x", "target": 3}
    assert [item["match"] for item in after[G]["audience"]] == ["with:a", "with:a", "#b"]
    assert B not in after


def test_a_file_that_holds_something_else_in_the_place_of_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="source is not a list of tables"):
        into({}, {"source": "x"})


# ---------------------------------------------------------------------- whatever they hold


@pytest.mark.slow
@given(CONTACT, CONTACT, CONTACT)
def test_nothing_that_was_said_is_lost_and_nobody_is_named_who_is_gone(
    mine: Any, theirs: Any, third: Any
) -> None:
    documents = {A: mine, B: theirs, C: third}
    after = done(merge("a", "b", documents), documents)
    left, right = said_in(mine), said_in(theirs)
    text = said_in(after[A])
    assert not (left | right) - text, (left | right) - text
    for file in (A, C):
        document = after[file]
        named = [other for item in document.get("timeline", []) for other in item.get("with", [])]
        named += [item.get("via") for item in document.get("opportunity", [])]
        named += [item.get("who") for item in document.get("related", [])]
        named.append(document.get("met", {}).get("via"))
        assert "b" not in named
        assert file != A or "a" not in named
        for item in document.get("timeline", []):
            assert len(set(item.get("with", []))) == len(item.get("with", []))


@given(CONTACT, CONTACT)
def test_every_entry_and_promise_is_there_as_often_as_it_happened(mine: Any, theirs: Any) -> None:
    documents = {A: mine, B: theirs}
    found = merge("a", "b", documents)
    after = done(found, documents)[A]
    for table in ("timeline", "promise", "opportunity", "source", "related"):
        both = found.both.get(table, 0)
        count = len(mine.get(table, [])) + len(theirs.get(table, []))
        if table == "related":
            ties = [item["who"] for d in (mine, theirs) for item in d.get("related", [])]
            vias = {via for d in (mine, theirs) if (via := d.get("met", {}).get("via")) in ("c", "X")}
            count -= sum(who in ("a", "b") for who in ties)
            count += len(vias) == 2 and theirs["met"]["via"] not in ties
        assert len(after.get(table, [])) == count - both
    idents = Counter(item["id"] for item in after.get("timeline", []) if "id" in item)
    assert not idents or max(idents.values()) == 1


@given(CONTACT, CONTACT)
def test_the_other_way_round_as_much_is_kept(mine: Any, theirs: Any) -> None:
    documents = {A: mine, B: theirs}
    there, back = merge("a", "b", documents), merge("b", "a", documents)
    one, other = done(there, documents)[A], done(back, documents)[B]
    for table in ("timeline", "promise", "opportunity"):
        assert len(one.get(table, [])) == len(other.get(table, []))
        assert there.both.get(table) == back.both.get(table)
