"""Writing a contact back into its card: only what changed changes, and all of it comes back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.records import clean
from netui.interchange.vcard.reader import read
from netui.interchange.vcard.revision import revise_card

CARD = """\
BEGIN:VCARD
VERSION:4.0
PRODID:-//Phone//EN
N:Lovelace;Ada;;;
FN:Ada Lovelace
item1.EMAIL;TYPE=INTERNET:ada@x.example
item1.X-ABLabel:_$!<Home>!$_
EMAIL;TYPE=work;PREF=1:ada@engines.example
TEL;VALUE=uri;TYPE="voice,cell":tel:+44-1
ORG:Analytical Engines;Research
NICKNAME:Ada King,The Countess
NOTE:A note that is folded by whoever wrote it\\, and goes on for a long
  while after that
BDAY:18151210
X-SHOE-SIZE;X-UNIT=EU:38
RELATED;TYPE=friend:urn:uuid:2
UID:urn:uuid:1
REV:20200101T000000Z
END:VCARD
"""
PEOPLE = {"2": "Charles Babbage"}


def taken(raw: str) -> dict[str, Any]:
    """The contact that an import makes of a card."""
    (person,) = read((raw + "BEGIN:VCARD\nFN:Charles Babbage\nUID:2\nEND:VCARD\n").encode(), "a.vcf").people[
        :1
    ]
    return {"name": person.name, **person.fields, "source": [{"kind": "vcard", "uid": person.uid}]}


def kept(raw: str) -> str:
    """The text that an import keeps of it."""
    return read(raw.encode(), "a.vcf").people[0].raw


def revised(raw: str, document: dict[str, Any]) -> str:
    return revise_card(kept(raw), "ada", document, {}, PEOPLE).replace("\r\n", "\n")


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_card_whose_contact_was_not_touched_stays_as_it_is() -> None:
    assert revised(CARD, taken(CARD)) == CARD


WITHOUT_MAIL = {"emails": [{"value": "ada@engines.example", "label": "work"}]}


@pytest.mark.parametrize(
    ("edits", "gone", "come"),
    [
        ({"org": "Looms"}, ["ORG:Analytical Engines;Research"], ["ORG:Looms"]),
        ({"org": ""}, ["ORG:Analytical Engines;Research"], []),
        ({"title": "Countess"}, [], ["TITLE:Countess"]),
        ({"aliases": ["Ada King"]}, ["NICKNAME:Ada King,The Countess"], ["NICKNAME:Ada King"]),
        ({"tags": ["a, b"]}, [], ["CATEGORIES:a\\, b"]),
        (WITHOUT_MAIL, ["item1.EMAIL;TYPE=INTERNET:ada@x.example", "item1.X-ABLabel:_$!<Home>!$_"], []),
        ({"phones": [{"value": "+44-1", "label": "work"}]}, ['TEL;VALUE=uri;TYPE="voice,cell":tel:+44-1'],
         ["TEL;TYPE=WORK:+44-1"]),
        ({"phones": ["+44-2"]}, ['TEL;VALUE=uri;TYPE="voice,cell":tel:+44-1'], ["TEL:+44-2"]),
        ({"date": [{"what": "birthday", "on": "--12-11"}]}, ["BDAY:18151210"], ["BDAY:--1211"]),
        ({"name": "Ada King"}, ["N:Lovelace;Ada;;;", "FN:Ada Lovelace"], ["FN:Ada King", "N:King;Ada;;;"]),
        ({"notes": "New\nlines"},
         ["NOTE:A note that is folded by whoever wrote it\\, and goes on for a long", "  while after that"],
         ["NOTE:New\\nlines"]),
        ({"related": []}, ["RELATED;TYPE=friend:urn:uuid:2"], []),
        ({"links": ["https://x.example"]}, [], ["URL:https://x.example"]),
        ({"phones": [{"value": "+44-1", "label": "cell"}, {"value": "9", "label": "Mum's"}]}, [],
         ["item2.TEL:9", "item2.X-ABLabel:Mum's"]),
    ],
)  # fmt: skip
def test_an_edit_changes_its_line_alone(edits: dict[str, Any], gone: list[str], come: list[str]) -> None:
    assert changed_lines(CARD, revised(CARD, {**taken(CARD), **edits})) == (gone, come)


@pytest.mark.parametrize(
    "raw",
    [
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;\n"
        "TEL;HOME;VOICE:1\nNOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0A=\nb\nUID:1\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nLABEL:12 Square\nADR:;;12 Square;London;;;\nUID:1\nEND:VCARD\n",
        "BEGIN:VCARD\nFN:Ada\nNICKNAME:Ada\nTITLE:Dr\nROLE:Boss\nBDAY:in May\nUID:1\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEMAIL:a@x\nEMAIL;TYPE=HOME:a@x\nORG:A\nORG:B\nUID:1\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nAGENT:\nBEGIN:VCARD\nFN:Bob\nEND:VCARD\nUID:1\nEND:VCARD\n",
    ],
)
def test_odd_cards_stay_as_they_are(raw: str) -> None:
    assert revised(raw, taken(raw)) == raw


def test_a_card_without_a_uid_gets_the_one_that_its_import_made_up() -> None:
    raw = CARD.replace("UID:urn:uuid:1\n", "")
    uid = taken(raw)["source"][0]["uid"]
    assert changed_lines(raw, revised(raw, taken(raw))) == ([], [f"UID:{uid}"])


def test_a_charset_of_old_is_declared_as_it_is_written_now() -> None:
    raw = "BEGIN:VCARD\r\nFN;CHARSET=ISO-8859-1:Jörg\r\nUID:1\r\nEND:VCARD\r\n".encode("latin-1")
    (person,) = read(raw, "a.vcf").people
    text = revise_card(person.raw, "j", {"name": "Jörg"}, {}, {})
    assert "FN;CHARSET=UTF-8:Jörg" in text and read(text.encode(), "a").people[0].name == "Jörg"


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12).map(clean)
WORDS = st.lists(TEXT.filter(bool), unique_by=str.casefold, max_size=3)
LABELS = st.sampled_from(["", "home", "work fax", "Mum's"])


VALUES = TEXT.filter(lambda text: bool(text) and not set(":,") & set(text))
ITEMS = st.lists(st.tuples(VALUES, LABELS), unique_by=lambda item: item[0], max_size=3)


def labelled(items: list[tuple[str, str]]) -> list[Any]:
    return [{"value": value, "label": label} if label else value for value, label in items]


CONTACTS = st.fixed_dictionaries(
    {"name": TEXT.filter(bool), "org": TEXT, "notes": TEXT, "tags": WORDS, "interests": WORDS,
     "emails": ITEMS.map(labelled), "phones": ITEMS.map(labelled), "addresses": ITEMS.map(labelled)}
)  # fmt: skip


@given(CONTACTS, CONTACTS, st.sampled_from(["2.1", "3.0", "4.0"]), TEXT.filter(bool))
def test_any_edit_of_any_contact_comes_back(
    first: dict[str, Any], second: dict[str, Any], version: str, odd: str
) -> None:
    from netui.interchange.vcard.writer import write_card

    raw = write_card("x", first, {}).replace("VERSION:3.0\r\n", f"VERSION:{version}\r\nX-ODD:{odd}\r\n")
    (before,) = read(raw.encode(), "a").people
    wanted = {"name": before.name, **before.fields}
    assert f"X-ODD:{odd}" in revise_card(before.raw, "x", wanted, {}, {})
    (after,) = read(revise_card(before.raw, "x", second, {}, {}).encode(), "a").people
    found = {"name": after.name, **after.fields}
    for key, value in second.items():
        if isinstance(value, str):
            assert found.get(key, "") == value
        else:
            assert sorted(map(str, found.get(key, []))) == sorted(map(str, value))
    assert f"X-ODD:{odd}" in after.raw


OTHER = """\
BEGIN:VCARD
VERSION:2.1
FN:A. Lovelace
TEL:+44-2
X-SHOE-SIZE;X-UNIT=EU:38
X-BAG;X-UNIT="a:b;c^n":small
X-HAT;CHARSET=ISO-8859-1;X-UNIT=cm;ENCODING=QUOTED-PRINTABLE:gr=FC=
n=0D=0Awide
item1.X-CAT:Mitz
item1.X-ABLabel:cat
item2.EMAIL:a@b.example
item2.X-ABLabel:odd
ADR:;;;;;;
UID:2
END:VCARD
"""


def test_what_only_a_further_card_of_somebody_has_is_added_with_its_label() -> None:
    document = taken(CARD)
    text = revise_card(kept(CARD), "ada", document, {}, PEOPLE, [kept(OTHER)]).replace("\r\n", "\n")
    gone, come = changed_lines(CARD, text)
    assert gone == []
    assert come == [
        'X-BAG;X-UNIT="a:b;c^n":small', r"X-HAT;X-UNIT=cm:grün\nwide",
        "item2.X-CAT:Mitz", "item2.X-ABLABEL:cat",
    ]  # fmt: skip
    assert taken(text) == document
