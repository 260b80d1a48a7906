"""Search over all that was written: each thing is found and says where it stands; the trash when asked."""

import re
from pathlib import Path

import pytest

from netui.domain.query.parser import QueryError, parse
from netui.services.people.commands import remove_contacts
from netui.services.people.contact_list import ContactList
from netui.services.search import search_text
from netui.services.workspace import Workspace
from tests.support.app import entry, open_workspace, write_network

ADA = {
    "name": "Ada",
    "notes": "Keeps bees.",
    "knows": ["compilers"],
    "interests": ["horses"],
    "allergies": "peanuts",
    "met": {"where": "PyCon", "via": "charles"},
    "date": [{"what": "wedding", "on": "2001-05-01"}],
    "promise": [{"id": "p7c2", "by": "me", "text": "Send the deck"}],
    "opportunity": [{"id": "o1", "kind": "job", "text": "Staff engineer at Initech", "status": "won"}],
    "related": [{"who": "byron", "as": "father"}],
    "former": [{"key": "org", "value": "Hooli", "until": "2026-11"}],
    "timeline": [entry("2026-11-01", "coffee", "Talked about retainers.")],
}
GOAL = {"title": "A CTO role by spring", "why": "Autonomy", "milestone": [{"text": "Rewrite the CV"}]}


@pytest.fixture
def network(tmp_path: Path) -> Workspace:
    write_network(tmp_path / "net", {"ada": ADA, "bob": {"name": "Bob"}}, {"cto-role": GOAL})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    return workspace


@pytest.mark.parametrize(
    ("text", "where", "ident"),
    [
        ("compil", "knows", ""),
        ("horses", "likes", ""),
        ("peanuts", "allergies", ""),
        ("pycon", "met", ""),
        ("wedding", "date", ""),
        ("send deck", "promise", "p7c2"),
        ("staff initech", "opportunity", "o1"),
        ("father", "related", ""),
        ("hooli", "former", ""),
        ("bees", "", ""),
        ("ada compilers", "knows", ""),
        ("horse", "likes", ""),
    ],
)
def test_what_the_file_holds_is_found_and_says_where(
    network: Workspace, text: str, where: str, ident: str
) -> None:
    (hit,) = search_text(network, text)
    assert (hit.contact, hit.entry, hit.where, hit.id) == ("ada", None, where, ident)


@pytest.mark.parametrize(
    ("text", "where"), [("cto spring", "goal"), ("autonomy", "goal"), ("rewrite", "milestone")]
)
def test_goals_and_milestones_are_found(network: Workspace, text: str, where: str) -> None:
    (hit,) = search_text(network, text)
    assert (hit.contact, hit.where, hit.id) == ("", where, "cto-role")


def test_the_trash_is_searched_when_asked_for(network: Workspace) -> None:
    network.apply(remove_contacts(network, ["ada"]))
    assert search_text(network, "deck") == []
    (hit,) = search_text(network, "deck", with_trash=True)
    assert hit.where == "trash" and hit.snippet == "Ada: Send the deck" and hit.id.endswith("-ada.toml")
    assert search_text(network, "nothing like it", with_trash=True) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("likes:horse", "ada"),
        ("likes:compilers", ""),
        ("via:charles", "ada"),
        ("met:pycon", "ada"),
        ("date:wedding", "ada"),
        ("date:05-01", "ada"),
        ("promise:deck", "ada"),
        ("opportunity:won", "ada"),
        ("opportunity:initech", "ada"),
        ("opportunity:lost", ""),
        ("former:hooli", "ada"),
        ("allergies:peanut", "ada"),
        ("allergies:milk", ""),
        ("-allergies:peanut", "bob"),
        ("has:date", "ada"),
        ("shoe_size:38", ""),
        ("has:allergies", "ada"),
        ("no:allergies", "bob"),
        ("has:wedding", "ada"),
        ("date:may", "ada"),
        ('date:"1 may"', "ada"),
        ('date:"May 1st, 2001"', "ada"),
        ('date:"2 may"', ""),
        ('date:"may 2002"', ""),
        ("date:may|june", "ada"),
        ("date:jun", ""),
        ("date:wed", "ada"),
        ("birthday:may", ""),
    ],
)
def test_facts_are_fields_of_the_query_language(network: Workspace, query: str, found: str) -> None:
    people = ContactList(network).load()
    fits = people.predicate(parse(query))
    assert " ".join(sorted(row.id for row in network.read.contact_rows(["ada", "bob"]) if fits(row))) == found
    narrowed = network.read.contact_candidates(parse(query), network.today, by_rhythm=True)
    assert set(found.split()) <= {row.id for row in narrowed}


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("has:allergy", "`has:` has no `allergy`, did you mean `allergies`?"),
        ("no:emial", "`no:` has no `emial`, did you mean `email`?"),
        ("#a has:shoe_size", "`has:` has no `shoe_size`"),
    ],
)
def test_a_key_that_no_file_holds_is_refused_with_the_nearest_one(
    network: Workspace, query: str, says: str
) -> None:
    with pytest.raises(QueryError, match=re.escape(says)) as caught:
        network.parse_query(query)
    assert caught.value.column == query.index(":") + 2


@pytest.mark.parametrize("typed", ["has:aller", "no:w", "has:em"])
def test_a_key_still_being_typed_is_not_yet_refused(network: Workspace, typed: str) -> None:
    assert not network.parse_query(typed, unfinished_ok=True).clauses
