"""Looking people up by a few letters."""

from pathlib import Path

import pytest

from netui.services.people.lookup import look_up_people
from tests.support.app import entry, open_workspace, write_network

PEOPLE = {
    "ada-lovelace": {"name": "Ada Lovelace", "aliases": ["Enchantress"]},
    "grace-hopper": {"name": "Grace Hopper", "timeline": [entry("2026-11-01", "call")]},
    "greta-ho": {"name": "Greta Holm", "timeline": [entry("2026-11-10", "call")]},
    "old-love": {"name": "Old Love", "archived": True},
    "jose": {"name": "José Ñu*z [x]"},
}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("love", ["ada-lovelace"]),
        ("ADA l", ["ada-lovelace"]),
        ("ench", ["ada-lovelace"]),
        ("gr", ["greta-ho", "grace-hopper"]),
        ("grho", ["greta-ho", "grace-hopper"]),
        ("grahop", ["grace-hopper"]),
        ("al", ["ada-lovelace"]),
        ("velace", ["ada-lovelace"]),
        ("old love", ["old-love"]),
        ("jose", ["jose"]),
        ("g*", []),
        ("[x]", ["jose"]),
        ("", []),
        (" ", []),
        ("zz", []),
    ],
)
def test_people_are_found_by_beginnings_initials_and_parts(
    tmp_path: Path, typed: str, found: list[str]
) -> None:
    write_network(tmp_path / "net", PEOPLE)
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    assert [person.row.id for person in look_up_people(workspace, typed, 20)] == found


def test_no_more_than_asked_for(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {f"p{at}": {"name": f"Pat Number{at}"} for at in range(9)})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    assert len(look_up_people(workspace, "pa", 4)) == len(look_up_people(workspace, "pn", 4)) == 4
