"""The facts in the head of a person's page."""

from pathlib import Path
from typing import Any

from netui.presentation.pages.contact.contact_facts import (
    custom_lines,
    date_lines,
    expertise_lines,
    reach_lines,
)
from netui.presentation.text import Line, plain, width_of
from netui.services.people.profile import build_profile
from tests.support.app import open_workspace, write_network


def reached(folder: Path, width: int, **keys: Any) -> list[str]:
    write_network(folder / "net", {"ada": {"name": "Ada", **keys}})
    workspace = open_workspace(folder)
    workspace.refresh()
    profile = build_profile(workspace, "ada")
    assert profile is not None
    return said(reach_lines(profile, width), width)


def said(lines: list[Line], width: int) -> list[str]:
    assert all(width_of(line) <= width for line in lines)
    return [plain(line) for line in lines]


def test_first_phone_and_mail_and_the_birthday_stand_together(tmp_path: Path) -> None:
    keys = {
        "phones": ["+65 9123 4567", "+65 1"],
        "emails": ["ada@x.example", "two@x.example"],
        "date": [{"what": "wedding", "on": "2001-05-01"}, {"what": "Birthday", "on": "--12-10"}],
    }
    assert reached(tmp_path, 60, **keys) == [" +65 9123 4567 · ada@x.example · birthday 10 December"]
    assert reached(tmp_path, 34, **keys) == [" +65 9123 4567 · ada@x.example", " birthday 10 December"]
    assert reached(tmp_path, 60) == []


def test_phone_and_mail_are_links_and_hostile_ones_are_not(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {
        "ada": {"name": "Ada", "phones": ["+65 9123 4567"], "emails": ["ada@x.example"]},
        "eve": {"name": "Eve", "phones": ["call\x1b]8;;"], "emails": ["no address\n"]},
    })  # fmt: skip
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    for ident, targets in (("ada", ["tel:+6591234567", "mailto:ada@x.example"]), ("eve", [])):
        profile = build_profile(workspace, ident)
        assert profile is not None
        roles = [role for line in reach_lines(profile, 60) for _, role in line]
        assert [role.partition("to=")[2] for role in roles if "to=" in role] == targets


def test_hostile_values_are_text(tmp_path: Path) -> None:
    lines = reached(tmp_path, 40, phones=["\x1b]52;c;x\x07[/b]"], emails=["a" * 99])
    assert "\x1b" not in "".join(lines) and "[/b]" in lines[0]


def test_what_they_know_seek_and_like_is_labelled() -> None:
    head = {"knows": ["compilers", "Rust"], "seeks": [], "interests": ["owls"]}
    assert said(date_lines({"date": [{"what": "nameday", "on": "--05-03"}]}, 60), 60) == [
        " dates nameday 3 May"
    ]
    assert said(expertise_lines(head, 60), 60) == [" knows compilers, Rust", " likes owls"]


def test_own_keys_are_shown_as_they_stand() -> None:
    head = {
        "name": "Ada",
        "shoe_size": 38,
        "allergies": ["nuts", "milk"],
        "tags": ["x"],
        "car": {"no": 2},
    }
    assert said(custom_lines(head, 60), 60) == [" shoe_size 38", " allergies nuts, milk", " car no 2"]
    assert len(custom_lines({"saga": "word " * 200}, 40)) == 2


def test_what_was_before_a_change_stands_with_its_month() -> None:
    head = {
        "former": [{"key": "org", "value": "Initech", "until": "2026-11"}, {"key": "name", "value": "Ada"}]
    }
    found = [line.strip() for line in said(custom_lines(head, 80), 80)]
    assert found == ["before Initech (org, until 2026-11)", "before Ada (name)"]
