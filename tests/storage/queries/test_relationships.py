"""Relationships between contacts, asked of the index."""

from datetime import date

from netui.storage.queries.relationships import Companion, Introduction, Relationship
from tests.support.indexed_network import TODAY, Net, met, reader

PEOPLE = {
    "ada": f'name = "Ada"\nmet = {{ via = "Mary S" }}\n[[timeline]]\n{met("2026-11-01", "bob", "cy")}\n',
    "bob": 'name = "Bob"\n[[related]]\nwho = "ada"\nas = "sister"\n',
    "cy": 'name = "Cy"\n[[opportunity]]\nid = "o"\nvia = "bob"\n',
    "mary": 'name = "Mary S"\n',
    "dee": 'name = "Dee"\n',
}


def test_links_stand_in_either_file(net: Net) -> None:
    read = reader(net, PEOPLE).relationships
    assert read.relationships_of("ada") == [
        Relationship("mary", "Mary S", "met", "", True),
        Relationship("bob", "Bob", "related", "sister", False),
    ]
    assert read.introductions() == [Introduction("ada", "mary")]
    assert read.introduced_by({"ada", "cy"}) == {"Mary S": 1}


def test_companions_shared_an_entry_whoever_owns_it(net: Net) -> None:
    read = reader(net, PEOPLE).relationships
    day = date(2026, 11, 1)
    assert read.companions("bob", TODAY) == [Companion("ada", "Ada", 1, day), Companion("cy", "Cy", 1, day)]
    assert read.companions("bob", date(2026, 10, 31)) == []
    assert read.met_together({"bob", "cy"}) == {"ada": 2}


def test_who_refers_to_an_id_and_who_is_linked(net: Net) -> None:
    read = reader(net, PEOPLE).relationships
    assert read.referring_to("bob") == ["ada", "cy"]
    assert read.are_linked("bob", "cy") and read.are_linked("cy", "ada") and not read.are_linked("ada", "dee")
    assert read.neighbours("ada", TODAY) == ["mary", "bob", "cy"]
