"""Who an imported person is: by source, address and name."""

from typing import Any

import pytest

from netui.interchange.match import Match, addresses, find_match
from netui.interchange.records import PersonRecord
from tests.interchange.test_plan import Folder


def person(name: str, uid: str = "u1", **fields: Any) -> PersonRecord:
    return PersonRecord("vcard", uid, name, fields, "a.vcf", "line 1")


def contact(name: str, **fields: Any) -> dict[str, Any]:
    return {"name": name, **fields}


def match(who: PersonRecord, *, by_name: bool = False, **known: dict[str, Any]) -> Match:
    return find_match(who, Folder(**known), by_name=by_name)


def test_the_source_comes_before_all_else() -> None:
    ada = contact("Ada King", source=[{"kind": "vcard", "uid": "u1"}])
    assert match(person("Grace Hopper"), ada=ada).ident == "ada"


@pytest.mark.parametrize(
    ("held", "given"),
    [
        ({"emails": ["Ada@X.example"]}, {"emails": [{"value": "ada@x.example", "label": "work"}]}),
        ({"phones": ["+44 20 7946 0001"]}, {"phones": ["(020) 7946-0001"]}),
        ({"links": ["http://www.linkedin.com/in/Ada/"]}, {"links": ["https://uk.linkedin.com/in/ada?trk=x"]}),
    ],
)
def test_an_address_and_a_word_of_the_name_are_enough(held: dict[str, Any], given: dict[str, Any]) -> None:
    assert match(person("Ada Lovelace", **given), ada=contact("Ada King", **held)).ident == "ada"


@pytest.mark.parametrize("name", ["Дмитрий Иванов", "Dima", "Ivanoff D."])
def test_a_word_counts_as_it_sounds_and_in_short_forms(name: str) -> None:
    known = contact("Dmitry Ivanov", emails=["d@x.example"])
    assert match(person(name, emails=["d@x.example"]), dmitry=known).ident == "dmitry"


def test_an_address_under_another_name_is_only_a_hint() -> None:
    found = match(
        person("William King", emails=["us@x.example"]), ada=contact("Ada Lovelace", emails=["us@x.example"])
    )
    assert (found.ident, found.sharing, found.word) == (None, ("ada",), "e-mail")


def test_an_address_that_two_have_is_no_match() -> None:
    two = {key: contact("Ada", emails=["a@x.example"]) for key in ("ada", "ada_2")}
    assert match(person("Ada L", emails=["a@x.example"]), **two).ident is None


def test_the_name_alone_is_a_match_only_when_asked_for() -> None:
    ada = contact("Ada Lovelace")
    assert match(person("ADA LOVELACE"), ada=ada) == Match(None, ("ada",))
    assert match(person("ADA LOVELACE"), ada=ada, by_name=True).ident == "ada"
    twins = {"ada": ada, "ada_2": ada}
    assert match(person("Ada Lovelace"), by_name=True, **twins).ident is None


def test_short_numbers_and_other_links_identify_nobody() -> None:
    assert addresses({"phones": ["112"], "links": ["https://engines.example"], "emails": "odd"}) == {}
