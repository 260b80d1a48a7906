"""The few lines of a page that say how one met and whom she is linked to."""

from pathlib import Path
from typing import Any

import pytest

from netui.presentation.pages.contact.links import link_lines, partial_words
from netui.presentation.text import plain, width_of
from netui.services.people.profile import build_profile
from tests.support.app import entry, open_workspace, write_network


def lines_of(folder: Path, contacts: dict[str, Any], ident: str, width: int) -> list[str]:
    write_network(folder / "net", contacts)
    workspace = open_workspace(folder)
    workspace.refresh()
    found = build_profile(workspace, ident)
    assert found is not None
    lines = link_lines(found, width)
    assert all(width_of(line) <= width for line in lines)
    return [plain(line).strip() for line in lines]


def test_whoever_introduced_is_named_once(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada", "met": {"on": "2024-05", "where": "PyCon", "via": "Old Bob"}},
        "eve": {"name": "Eve", "met": {"via": "ada"}, "related": [{"who": "ada", "as": "aunt"}]},
        "dan": {"name": "Dan", "met": {"where": "a train"}},
        "cyd": {"name": "Cyd"},
    }
    assert lines_of(tmp_path, contacts, "ada", 60) == [
        "met May 2024, PyCon, through Old Bob",
        "Eve, nephew or niece; met through Ada",
    ]
    assert lines_of(tmp_path, contacts, "eve", 60) == ["met through Ada", "Ada, aunt"]
    assert lines_of(tmp_path, contacts, "dan", 60) == ["met a train"]
    assert lines_of(tmp_path, contacts, "cyd", 60) == []


def test_one_long_link_wraps_where_there_is_room(tmp_path: Path) -> None:
    job = {"kind": "job", "text": "Staff engineer at Initech", "status": "open", "via": "ada"}
    contacts = {"ada": {"name": "Ada"}, "bo": {"name": "Bo Ray", "opportunity": [{"id": "o1", **job}]}}
    assert lines_of(tmp_path, contacts, "ada", 40) == [
        "Bo Ray, Ada opened the door to Staff",
        "engineer at Initech",
    ]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_many_links_take_two_lines_and_say_how_many_more(tmp_path: Path, width: int) -> None:
    there = [f"person-{n}" for n in range(30)]
    contacts: dict[str, Any] = {ident: {"name": ident.title()} for ident in there}
    contacts["ada"] = {"name": "Ada", "timeline": [entry("2026-11-01", "event", **{"with": there})]}
    lines = lines_of(tmp_path, contacts, "ada", width)
    assert len(lines) == 2
    assert lines[-1].endswith("more")


@pytest.mark.parametrize(
    ("text", "words"),
    [("2024-05-02", "2 May 2024"), ("2024", "2024"), ("--05-02", "2 May"), ("spring", "spring"), ("", "")],
)
def test_partial_dates_are_said_as_far_as_they_are_known(text: str, words: str) -> None:
    assert partial_words(text) == words
