"""Who may be in twice, as the index knows them."""

from pathlib import Path
from typing import Any

from netui.services.people.duplicates import find_duplicates
from netui.services.people.merge import plan_merge
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, write_network


def network(folder: Path, contacts: dict[str, Any]) -> Workspace:
    write_network(folder / "net", contacts)
    workspace = open_workspace(folder)
    workspace.refresh()
    return workspace


def named(workspace: Workspace) -> dict[tuple[str, str], str]:
    return {
        (double.keeper, double.other): double.why for double in find_duplicates(workspace) if double.is_likely
    }


def test_the_same_mail_phone_or_link_is_found_however_it_is_written(tmp_path: Path) -> None:
    contacts = {
        "ada": {
            "name": "Ada King", "emails": ["ADA@Engines.example"], "title": "Chief",
            "phones": [{"value": "+44 20 7946 0018", "label": "home"}],
        },
        "countess": {"name": "Countess", "emails": [{"value": "ada@engines.example", "label": "old"}]},
        "queen": {"name": "Queen", "phones": ["+44-20-7946-0018"]},
        "short": {"name": "Short", "phones": ["112"]}, "brief": {"name": "Brief", "phones": ["112"]},
        "grace": {"name": "Grace Hopper", "links": ["https://navy.example/grace/"], "title": "Admiral"},
        "amazing": {"name": "Amazing", "links": ["https://NAVY.example/Grace"]},
        "bad": "name = ",
    }  # fmt: skip
    assert named(network(tmp_path, contacts)) == {
        ("ada", "countess"): "the same e-mail ada@engines.example",
        ("ada", "queen"): "the same phone +442079460018",
        ("grace", "amazing"): "the same link https://navy.example/grace",
    }


def test_names_need_a_place_of_work_a_mail_domain_of_their_own_or_a_birthday(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada King", "emails": ["ada@engines.example"], "org": "Engines", "title": "Chief"},
        "a-king": {"name": "A. King", "emails": ["a.king@engines.example"]},
        "bob": {"name": "Bob Ray", "emails": ["bob@gmail.com"], "title": "Chief"},
        "b-ray": {"name": "B. Ray", "emails": ["b.ray@gmail.com"]},
        "cy": {"name": "Cy Twombly", "date": [{"what": "Birthday", "on": "1928-04-25"}], "title": "Painter"},
        "cy-2": {"name": "Twombly, Cy", "date": [{"what": "birthday", "on": "--04-25"}]},
    }
    assert named(network(tmp_path, contacts)) == {
        ("ada", "a-king"): "names that fit each other, the same mail domain (engines.example)",
        ("cy", "cy-2"): "the same name, the same birthday (04-25)",
    }


def test_those_who_met_or_are_named_beside_each_other_are_two(tmp_path: Path) -> None:
    sharing = {"org": "Engines"}
    contacts = {
        "father": {"name": "John Smith", **sharing, "title": "Chief"},
        "son": {"name": "John Smith", **sharing, "related": [{"who": "father", "as": "father"}]},
        "ann": {"name": "Ann Ray", **sharing, "title": "Chief",
                "timeline": [entry("2026-10-01", "lunch", **{"with": ["ann-2"]})]},
        "ann-2": {"name": "Ann Ray", **sharing},
        "cy": {"name": "Cy Day", **sharing, "title": "Chief"}, "cy-2": {"name": "Cy Day", **sharing},
        "dee": {"name": "Dee", "timeline": [entry("2026-10-01", "lunch", **{"with": ["cy", "cy-2"]})]},
    }  # fmt: skip
    assert find_duplicates(network(tmp_path, contacts)) == []


def test_once_merged_they_are_not_named_again(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada King", "emails": ["a@x.example"], "title": "Chief"},
        "al": {"name": "Ada Lovelace", "aliases": ["Countess"], "emails": ["a@x.example"]},
        "el": {"name": "Countess", "phones": ["+44 20 7946 0018"]},
    }
    workspace = network(tmp_path, contacts)
    while found := find_duplicates(workspace):
        workspace.apply(plan_merge(workspace, found[0].keeper, found[0].other).batch)
    assert workspace.read.count() < 3
