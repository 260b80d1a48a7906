"""Setting one key of a contact from text: what is saved, and what is refused with the nearest word."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from netui.domain.model.changes import AmendItem, EditList, SetValue
from netui.services.errors import FieldErrors, Refused
from netui.services.people.set_field import (
    KEYS,
    edit_all_fields,
    edit_contact_fields,
    set_field,
    set_fields,
    split_key,
)
from netui.services.workspace import Workspace
from netui.storage.validation.validate import errors_in_change
from tests.support.app import open_workspace, write_network

ADA = {
    "name": "Ada",
    "tags": ["london"],
    "emails": ["a@x.example", {"value": "b@x.example", "label": "home"}],
    "shoe_size": 38,
    "nested": {"pets": ["cat"]},
    "date": [{"what": "birthday", "on": "--12-10", "lead": 9}],
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    alans = {"alan-kay": {"name": "Alan Kay"}, "alan-turing": {"name": "Alan Turing"}}
    write_network(tmp_path / "net", {"ada": ADA, **alans}, {"boat": {"title": "A boat by May"}})
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def after(workspace: Workspace, key: str, text: str) -> dict[str, Any]:
    workspace.apply(set_field(workspace, "ada", key, text))
    return tomli.loads((workspace.network / "contacts/ada.toml").read_text())


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("name", " Ada\nKing ", "Ada King"),
        ("org", "Engines", "Engines"),
        ("tags", "#maths, london,, maths", ["maths", "london"]),
        ("emails", "c@x.example, b@x.example", ["c@x.example", {"value": "b@x.example", "label": "home"}]),
        ("notes", "two\nlines", "two\nlines"),
        ("died", "2024-03", "2024-03"),
        ("archived", "YES", True),
        ("archived", "no", None),
        ("shoe_size", "39", 39),
        ("org", "", None),
    ],
)
def test_what_is_saved(workspace: Workspace, key: str, text: str, value: Any) -> None:
    assert after(workspace, key, text).get(key) == value


def test_keys_inside_a_table(workspace: Workspace) -> None:
    assert after(workspace, "met.where", "PyCon")["met"] == {"where": "PyCon"}
    assert after(workspace, "rhythm.every", "3W")["rhythm"] == {"every": "3w"}
    assert after(workspace, "rhythm.snoozed_until", "1 dec")["rhythm"]["snoozed_until"] == date(2026, 12, 1)
    assert after(workspace, "nested.pets", "cat, dog")["nested"] == {"pets": ["cat", "dog"]}


def test_a_birthday_keeps_what_else_is_known_of_it(workspace: Workspace) -> None:
    assert after(workspace, "birthday", "1815-12-10")["date"] == [
        {"what": "birthday", "on": "1815-12-10", "lead": 9}
    ]
    assert set_field(workspace, "ada", "birthday", "1815-12-10").changes == ()
    assert after(workspace, "birthday", "").get("date") in (None, [])


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("emial", "x", "did you mean emails"),
        ("timeline", "x", "netui note"),
        ("zzz", "x", KEYS[0]),
        ("name", " ", "a name is needed"),
        ("rhythm.mode", "often", "regular, ambient"),
        ("rhythm.every", "often", "3w"),
        ("archived", "perhaps", "neither yes nor no"),
        ("birthday", "1990", "has no day"),
        ("shoe_size", "big", "holds a whole number"),
        ("nested", "x", "netui edit"),
    ],
)
def test_what_is_refused_says_what_is_possible(workspace: Workspace, key: str, text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        set_field(workspace, "ada", key, text)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("emails", "home: c@x.example, b@x.example", [
            {"value": "c@x.example", "label": "home"}, "b@x.example",
        ]),
        ("addresses", "12 High St, London; work: 3 Low St", [
            "12 High St, London", {"value": "3 Low St", "label": "work"},
        ]),
        ("aliases", '"Ada, Countess", A', ["Ada, Countess", "A"]),
        ("own.shoe_size", "", None), ("own", "eyes: brown", None),
    ],
)  # fmt: skip
def test_what_the_form_says_is_all_there_is(workspace: Workspace, key: str, text: str, value: Any) -> None:
    workspace.apply(edit_contact_fields(workspace, "ada", {key: text}, workspace.read.head("ada")))
    document = tomli.loads((workspace.network / "contacts/ada.toml").read_text())
    assert document.get(key.removeprefix("own.")) == value
    assert key != "own" or document["eyes"] == "brown"


def test_a_new_key_of_ones_own(workspace: Workspace) -> None:
    workspace.apply(set_fields(workspace, ["ada"], {"born at": "07:30"}, is_own=True))
    assert tomli.loads((workspace.network / "contacts/ada.toml").read_text())["born at"] == "07:30"
    for key, said in (
        ("phone", "field of its own"),
        ("", "what it is called"),
        ("nested", "more than one value"),
    ):
        with pytest.raises(Refused, match=said):
            set_fields(workspace, ["ada"], {key: "x"}, is_own=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ada", "introduced themselves"),
        ("alan", "may be alan"),
        ("Alan Turin", "nobody called Alan Turin; did you mean Alan Turing"),
        ("the landlord", "in quotes"),
    ],
)
def test_who_cannot_have_introduced_somebody(workspace: Workspace, text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        set_fields(workspace, ["ada"], {"via": text})


@pytest.mark.parametrize(
    ("text", "via"), [('"Al"', "Al"), ("@alan kay", "alan-kay"), ("Turing", "alan-turing")]
)
def test_who_introduced_somebody_is_looked_up(workspace: Workspace, text: str, via: str) -> None:
    workspace.apply(set_fields(workspace, ["ada"], {"via": text}))
    assert workspace.read.head("ada")["met"] == {"via": via}


WORDS = {
    "name": "Ada King", "met.on": "2024-05", "died": "2024", "archived": "yes", "me": "yes",
    "rhythm.every": "3w", "rhythm.mode": "off", "rhythm.snoozed_until": "2026-12-24", "birthday": "12-10",
    "anniversary": "2001-06-01", "timezone": "Europe/London", "emails": "a@x.example", "phones": "+44 20",
    "links": "x.example", "goals": "Boat",
}  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_every_key_can_be_set_and_the_file_is_valid(workspace: Workspace, key: str) -> None:
    batch = set_field(workspace, "ada", key, WORDS.get(key, "one, two"))
    workspace.apply(batch)
    assert workspace.read.row("ada").error == ""  # type: ignore[union-attr]
    for change in batch.changes:
        assert isinstance(change, (AmendItem, EditList)) or errors_in_change(change) == []  # type: ignore[arg-type]


def test_what_the_model_does_not_allow_is_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netui.services.people.set_field._parse_value", lambda *_, **__: "loud")
    with pytest.raises(Refused, match="mode is 'loud'"):
        set_field(workspace, "ada", "rhythm.mode", "loud")


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("phone", "phones"), ("phones", "phones"), ("works at", "org"), ("org", "org"), ("E-Mail", "emails"),
        ("lives in", "location"), ("also called", "aliases"), ("met at", "met.where"), ("via", "met.via"),
    ],
)  # fmt: skip
def test_the_words_of_the_form_of_the_file_and_of_speech_are_one_vocabulary(
    workspace: Workspace, word: str, key: str
) -> None:
    change = set_field(workspace, "ada", word, "x@y2.example").changes[0]
    assert isinstance(change, SetValue | EditList) and ".".join(map(str, change.path)) == key
    assert split_key([*word.split(), "a", "b"]) == (word, ["a", "b"])


def test_each_field_that_is_wrong_is_named(workspace: Workspace) -> None:
    changed = {"name": " ", "rhythm.every": "often", "org": "Initech"}
    with pytest.raises(FieldErrors) as error:
        edit_contact_fields(workspace, "ada", changed, workspace.read.head("ada"))
    assert list(error.value.errors) == ["name", "rhythm.every"]


def test_a_field_of_many_is_one_batch_that_reads_the_journal_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = {f"p{n}": {"name": f"P {n}", "org": "Initech", "emails": [f"p{n}@x.example"]} for n in range(60)}
    write_network(tmp_path / "net", many)
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    asked: list[object] = []
    recently_set = workspace.store.recently_set
    monkeypatch.setattr(
        workspace.store, "recently_set", lambda start: asked.append(start) or recently_set(start)
    )
    changed = {"org": "Hooli", "own": "floor: 3"}
    workspace.apply(edit_all_fields(workspace, list(many), changed))
    files = [tomli.loads((workspace.network / f"contacts/{ident}.toml").read_text()) for ident in many]
    assert {(each["org"], each["floor"], each["former"][0]["value"]) for each in files} == {
        ("Hooli", 3, "Initech")
    }
    assert len(asked) == 1
    with pytest.raises(FieldErrors) as error:
        edit_all_fields(workspace, list(many), {"rhythm.every": "often", "birthday": "x", "org": "Initech"})
    assert list(error.value.errors) == ["rhythm.every", "birthday"]
    workspace.undo()
    assert tomli.loads((workspace.network / "contacts/p9.toml").read_text()) == many["p9"]
    workspace.close()
