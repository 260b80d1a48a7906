"""The mapping from properties to contact keys."""

from typing import Any

import pytest

from netui.interchange.vcard.fields import contact_fields, display_name, read_date
from netui.interchange.vcard.reader import read


def fields(*lines: str) -> dict[str, Any]:
    (person,) = read("\r\n".join(("BEGIN:VCARD", "FN:Ada", *lines, "END:VCARD")).encode(), "a.vcf").people
    return dict(person.fields)


def name(*lines: str) -> str:
    found = read("\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD")).encode(), "a.vcf")
    return found.people[0].name if found.people else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19600510", "1960-05-10"), ("1960-05-10", "1960-05-10"), ("1960-05-10T00:00:00Z", "1960-05-10"),
        ("1960-05", "1960-05"), ("1960", "1960"), ("--0510", "--05-10"), ("--05-10", "--05-10"),
        ("1604-05-10", "--05-10"), ("--0229", "--02-29"), ("1604-02-29", "--02-29"),
        ("---10", None), ("--05", None), ("1961-02-29", None), ("10/05/1960", None), ("circa 1800", None),
    ],
)  # fmt: skip
def test_dates(text: str, expected: str | None) -> None:
    assert read_date(text) == expected


def test_the_name_is_the_formatted_one_else_made_of_its_parts() -> None:
    assert name("N:Van Damme;Chloé;;Dr.;Jr.", "FN:Chloé Van Damme\\, Jr.") == "Chloé Van Damme, Jr."
    assert name("N:Lovelace;Ada;King;Lady;") == "Lady Ada King Lovelace"
    assert name("FN:", "NICKNAME:Countess") == "Countess"
    assert name("ORG:Analytical Engines;London") == "Analytical Engines, London"
    assert name("EMAIL:ada@engines.example") == "ada@engines.example"
    assert name("NOTE:nobody") == ""
    assert display_name([]) == ""


def test_numbers_and_addresses_have_their_labels_and_the_preferred_one_comes_first() -> None:
    found = fields(
        "TEL;TYPE=HOME,VOICE:tel:+44-1", "TEL;TYPE=CELL;PREF=1:2", "item1.EMAIL;type=INTERNET:a@x.example",
        "item1.X-ABLabel:_$!<Other>!$_", "item2.EMAIL:mailto:b@x.example",
        "ADR;TYPE=WORK:;;12 St James's Sq.\\nFloor 2;London;;SW1;UK",
    )  # fmt: skip
    assert found["phones"] == [{"value": "2", "label": "cell"}, {"value": "+44-1", "label": "home"}]
    assert found["emails"] == [{"value": "a@x.example", "label": "other"}, "b@x.example"]
    assert found["addresses"] == [{"value": "12 St James's Sq., Floor 2, SW1 London, UK", "label": "work"}]


def test_links_messengers_and_profiles() -> None:
    found = fields(
        "URL:http\\://ada.example", "IMPP;X-SERVICE-TYPE=Jabber:xmpp:ada@x.example", "X-SKYPE:ada.l",
        "X-SOCIALPROFILE;type=linkedin:https://linkedin.com/in/ada",
        "X-SOCIALPROFILE;type=twitter;x-user=ada:ada",
    )  # fmt: skip
    assert found["links"] == [
        "http://ada.example", "xmpp:ada@x.example", "skype:ada.l", "https://linkedin.com/in/ada",
        "twitter:ada",
    ]  # fmt: skip


def test_dates_relations_tags_and_notes() -> None:
    found = fields(
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10", "item1.X-ABDATE:20200229",
        "item1.X-ABLabel:_$!<Anniversary>!$_", "ANNIVERSARY:long ago", "X-SPOUSE:William",
        "item2.X-ABRELATEDNAMES:Annabella",
        "item2.X-ABLabel:_$!<Mother>!$_", "RELATED;TYPE=friend;VALUE=text:Charles", "CATEGORIES:maths,horses",
        "NOTE:one\\ntwo", "ROLE:Programmer", "TITLE:Countess", "ORG:Engines", "PRONOUNS:she/her",
        "TZ:Europe/London",
    )  # fmt: skip
    assert found["date"] == [
        {"what": "birthday", "on": "--12-10"},
        {"what": "anniversary", "on": "2020-02-29"},
    ]
    assert found["related"] == [
        {"who": "William", "as": "spouse"}, {"who": "Annabella", "as": "mother"},
        {"who": "Charles", "as": "friend"},
    ]  # fmt: skip
    assert found["tags"] == ["maths", "horses"]
    assert found["notes"] == "Anniversary: long ago\n\none\ntwo"
    assert (found["title"], found["org"], found["timezone"]) == ("Countess", "Engines", "Europe/London")


def test_who_died_is_said() -> None:
    assert fields("DEATHDATE:18521127")["died"] == "1852-11-27"


def test_nothing_empty_becomes_a_key() -> None:
    assert contact_fields([], "Ada", {}) == {}
    assert fields("NICKNAME:Ada", "EMAIL:", "ADR:;;;;;;", "NOTE:", "ORG:;", "BDAY:", "CATEGORIES:") == {}
