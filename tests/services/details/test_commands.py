"""Details of a contact, entered as text: what the file then holds, and what is refused at its field."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli

from netui.domain.model.dates import PartialDate
from netui.services.details.commands import (
    edit_address,
    edit_date,
    edit_own_key,
    edit_relation,
    guess_list,
    remove_detail,
)
from netui.services.details.listing import Detail, find_detail, list_details
from netui.services.errors import FieldErrors
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network

ADA = {
    "name": "Ada Lovelace",
    "emails": ["a@x.example", {"value": "b@x.example", "label": "home", "pref": 1}],
    "shoe_size": 38,
    "pets": {"cat": "Puff"},
    "date": [{"what": "birthday", "on": "--12-10", "lead": 9, "cake": "plum"}],
    "related": [{"who": "byron", "as": "father"}],
}
EDITS = {"date": edit_date, "relation": edit_relation, "address": edit_address, "own": edit_own_key}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    people = {"byron": {"name": "Lord Byron"}, "al-a": {"name": "Al A"}, "al-b": {"name": "Al B"}}
    write_network(tmp_path / "net", {"ada": ADA, **people})
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def file_of(workspace: Workspace, ident: str = "ada") -> dict[str, Any]:
    return tomli.loads((workspace.network / f"contacts/{ident}.toml").read_text())


def detail(workspace: Workspace, kind: str, key: str = "", whose: str = "ada", text: str = "") -> Detail:
    found = [each for group in list_details(workspace, whose) for each in group.details]
    fitting = (d for d in found if d.kind == kind and (not key or d.key == key) and text in d.text)
    return next(fitting)


def add(workspace: Workspace, kind: str, fields: Mapping[str, str], ident: str = "ada") -> None:
    workspace.apply(EDITS[kind](workspace, ident, None, fields))


def change(workspace: Workspace, found: Detail, fields: Mapping[str, str], ident: str = "ada") -> None:
    workspace.apply(EDITS[found.kind](workspace, ident, found, fields))


@pytest.mark.parametrize(
    ("typed", "on"),
    [("3 may", "--05-03"), ("3 may 1990", "1990-05-03"), ("2024-05", "2024-05"), ("--05-02",) * 2],
)
def test_a_date_of_any_kind(workspace: Workspace, typed: str, on: str) -> None:
    add(workspace, "date", {"what": "nameday [/b]", "on": typed, "lead": "3"})
    assert file_of(workspace)["date"][1] == {"what": "nameday [/b]", "on": on, "lead": 3}
    change(
        workspace, detail(workspace, "date", text=PartialDate.parse(on).words), {"lead": "", "on": "4 may"}
    )
    assert file_of(workspace)["date"][1] == {"what": "nameday [/b]", "on": "--05-04"}


def test_a_changed_date_keeps_what_else_is_known_of_it(workspace: Workspace) -> None:
    change(workspace, detail(workspace, "date"), {"what": "Birthday", "on": "1815-12-10"})
    assert file_of(workspace)["date"] == [{"what": "birthday", "on": "1815-12-10", "lead": 9, "cake": "plum"}]


def test_a_relation_stands_in_one_file_and_shows_on_both_pages(workspace: Workspace) -> None:
    seen = detail(workspace, "relation", whose="byron")
    assert (seen.contact, seen.label, seen.other, seen.note) == (
        "ada",
        "child",
        "ada",
        "Lord Byron is their father",
    )
    change(workspace, seen, {"as": "guardian"}, "byron")
    assert file_of(workspace)["related"] == [{"who": "byron", "as": "guardian"}]
    workspace.apply(remove_detail(workspace, "byron", detail(workspace, "relation", whose="byron")))
    assert "related" not in file_of(workspace) and workspace.undo() is not None
    assert file_of(workspace)["related"] == [{"who": "byron", "as": "guardian"}]


def test_a_father_becomes_a_son_where_they_were_mixed_up(workspace: Workspace) -> None:
    change(workspace, detail(workspace, "relation"), {"as": "son"})
    assert file_of(workspace)["related"] == [{"who": "byron", "as": "son"}]


def test_a_relation_to_somebody_unknown_is_asked_about_and_free_text_in_quotes(workspace: Workspace) -> None:
    with pytest.raises(FieldErrors) as error:
        add(workspace, "relation", {"who": "Augusta [/b]", "as": "aunt"})
    assert "nobody called Augusta [/b]" in error.value.errors["who"]
    add(workspace, "relation", {"who": '"Augusta [/b]"', "as": "aunt"})
    assert file_of(workspace)["related"][1] == {"who": "Augusta [/b]", "as": "aunt"}


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("c@x.example", "emails"), ("+44 20 7946 0000", "phones"), ("https://x.example/a@b", "links"),
        ("x.example/ada", "links"), ("12 High St, London", "addresses"),
    ],
)  # fmt: skip
def test_an_address_is_what_it_looks_like(value: str, key: str) -> None:
    assert guess_list(value) == key


def test_addresses(workspace: Workspace) -> None:
    add(workspace, "address", {"value": "work: 020 7946 0000"})
    assert file_of(workspace)["phones"] == [{"value": "020 7946 0000", "label": "work"}]
    change(workspace, detail(workspace, "address", text="b@x"), {"value": "c@x.example"})
    home = {"value": "c@x.example", "label": "home", "pref": 1}
    assert file_of(workspace)["emails"] == ["a@x.example", home]
    change(workspace, detail(workspace, "address", text="c@x"), {"what": "link", "label": ""})
    assert file_of(workspace)["emails"] == ["a@x.example"] and file_of(workspace)["links"] == ["c@x.example"]


def test_keys_of_ones_own(workspace: Workspace) -> None:
    add(workspace, "own", {"name": "a.b [x]", "value": "[oak, elm]"})
    assert file_of(workspace)["a.b [x]"] == ["oak", "elm"]
    change(workspace, detail(workspace, "own", "a.b [x]"), {"name": "trees", "value": "oak"})
    assert file_of(workspace)["trees"] == ["oak"] and "a.b [x]" not in file_of(workspace)
    workspace.apply(remove_detail(workspace, "ada", detail(workspace, "own", "pets")))
    assert "pets" not in file_of(workspace)


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("date", {"on": "31 feb", "lead": "x"}, ["what", "on", "lead"]),
        ("date", {"what": "a", "on": "1990"}, ["on"]),
        ("date", {"what": "BIRTHDAY", "on": "3 may"}, ["what"]), ("date", {"what": "a", "on": "may"}, ["on"]),
        ("relation", {}, ["who", "as"]), ("relation", {"who": "ada", "as": "x"}, ["who"]),
        ("relation", {"who": "al", "as": "x"}, ["who"]),
        ("relation", {"who": "byron", "as": "Father"}, ["who"]),
        ("address", {}, ["value"]), ("address", {"value": "b@x.example"}, ["value"]),
        ("address", {"value": "x", "what": "fax"}, ["what"]),
        ("own", {}, ["name", "value"]), ("own", {"name": "phone", "value": "1"}, ["name"]),
        ("own", {"name": "shoe_size", "value": "1"}, ["name"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_done(
    workspace: Workspace, kind: str, fields: dict[str, str], wrong: list[str]
) -> None:
    with pytest.raises(FieldErrors) as error:
        EDITS[kind](workspace, "ada", None, fields)
    assert list(error.value.errors) == wrong


def test_the_other_end_of_a_relation_is_the_same_one(workspace: Workspace) -> None:
    with pytest.raises(FieldErrors, match="shows on both pages"):
        edit_relation(workspace, "byron", None, {"who": "ada", "as": "child"})


@pytest.mark.parametrize(
    ("label", "words", "key", "text"),
    [
        ("email", "b@x.example home", "emails", "b@x.example"),
        ("related", "father byron", "related", "Lord Byron"),
        ("shoe_size", "38", "shoe_size", "38"), ("date", "birthday --12-10", "date", "10 December"),
    ],
)  # fmt: skip
def test_a_fact_that_was_found_leads_to_its_detail(
    workspace: Workspace, label: str, words: str, key: str, text: str
) -> None:
    found = find_detail(list_details(workspace, "ada"), label, words)
    assert found is not None and (found.key, found.text) == (key, text)


def test_a_value_of_another_type_is_refused(workspace: Workspace) -> None:
    with pytest.raises(FieldErrors, match="holds a whole number"):
        edit_own_key(workspace, "ada", detail(workspace, "own", "shoe_size"), {"value": "big"})


def test_every_detail_can_be_removed_but_the_name(workspace: Workspace) -> None:
    for group in list_details(workspace, "ada"):
        for each in group.details:
            if each.key != "name":
                workspace.apply(remove_detail(workspace, "ada", each))
    assert file_of(workspace) == {"name": "Ada Lovelace"}
    while workspace.undo():
        pass
    assert file_of(workspace) == ADA
