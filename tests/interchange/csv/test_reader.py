"""Reading CSV address books."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.csv.reader import is_address_book, read
from netui.interchange.records import ReadOptions

CORPUS = Path(os.environ.get("NETUI_CORPORA", Path(__file__).parents[4] / "shared/corpora"))


def person(text: str) -> tuple[str, dict[str, Any]]:
    (found,) = read(text.encode(), "a.csv").people
    return found.name, dict(found.fields)


LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some e-mails are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,"Lovelace, PMP",https://www.linkedin.com/in/Ada/,ada@x.example,"Engines, Inc.",Programmer,16 Jan 2020
,,,,,,
"""


def test_linkedin_behind_its_note() -> None:
    (ada,) = read(LINKEDIN.encode("utf-8-sig"), "Connections.csv").people
    assert (ada.source, ada.uid, ada.name, ada.where) == (
        "linkedin",
        "linkedin.com/in/ada",
        "Ada Lovelace, PMP",
        "line 5",
    )
    assert dict(ada.fields) == {
        "org": "Engines, Inc.", "title": "Programmer", "links": ["https://www.linkedin.com/in/Ada/"],
        "emails": ["ada@x.example"], "met": {"on": "2020-01-16", "where": "LinkedIn"}, "tags": ["linkedin"],
    }  # fmt: skip


def test_google_before_and_after_its_change() -> None:
    old = (
        "Name,Given Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,"
        "Birthday\n"
        "Ada Lovelace,Ada,* myContacts ::: Maths,* Work,a@x.example ::: b@x.example,Mobile,1,--12-10\n"
    )
    name, fields = person(old)
    assert name == "Ada Lovelace" and fields["tags"] == ["Maths"]
    assert fields["emails"] == [{"value": f"{each}@x.example", "label": "work"} for each in "ab"]
    assert fields["phones"] == [{"value": "1", "label": "cell"}]
    assert fields["date"] == [{"what": "birthday", "on": "--12-10"}]
    new = (
        "First Name,Last Name,Labels,Organization Name,Custom Field 1 - Label,Custom Field 1 - Value\n"
        "Ada,King,* myContacts,X,Dog,Rex\n"
    )
    assert person(new) == ("Ada King", {"org": "X", "notes": "Dog: Rex"})


def test_outlook_addresses_relations_and_american_days() -> None:
    text = (
        "First Name,Last Name,Title,Job Title,E-mail Address,Home Street,Home City,Home Postal Code,Spouse,"
        "Birthday,Anniversary\n"
        "Ada,Lovelace,Lady,Programmer,a@x.example,12 Square,London,SW1,William,12/10/1815,0/0/00\n"
    )
    name, fields = person(text)
    assert (name, fields["title"]) == ("Lady Ada Lovelace", "Programmer")
    assert fields["addresses"] == [{"value": "12 Square, SW1 London", "label": "home"}]
    assert fields["related"] == [{"who": "William", "as": "spouse"}]
    assert fields["date"] == [{"what": "birthday", "on": "1815-12-10"}]


def test_thunderbird_has_its_birthday_in_three_columns() -> None:
    text = (
        "Display Name,Primary Email,Secondary Email,Birth Year,Birth Month,Birth Day\n"
        "Ada,a@x.example,b@x.example,1815,12,10\n"
    )
    name, fields = person(text)
    assert (name, fields["emails"]) == ("Ada", ["a@x.example", "b@x.example"])
    assert fields["date"] == [{"what": "birthday", "on": "1815-12-10"}]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["31/01/2000", "02/03/2001"], ["2000-01-31", "2001-03-02"]),
        (["01/31/2000", "02/03/2001"], ["2000-01-31", "2001-02-03"]),
        (["02/03/2001"], [None]), (["02.03.2001"], ["2001-03-02"]), (["05/05/2001"], ["2001-05-05"]),
        (["16 Jan 2020"], ["2020-01-16"]), (["1604-12-10"], ["--12-10"]), (["31.02.2001"], [None]),
    ],
)  # fmt: skip
def test_the_order_of_day_and_month_is_the_one_of_the_column(
    days: list[str], expected: list[str | None]
) -> None:
    rows = "\n".join(f"P{at},{day}" for at, day in enumerate(days))
    found = read(f"Name,Birthday\n{rows}\n".encode(), "a.csv").people
    assert [each.fields["date"][0]["on"] if "date" in each.fields else None for each in found] == expected
    for each, day in zip(found, expected, strict=True):
        assert day or "Birthday: " in each.fields["notes"]


def test_any_other_file_keeps_its_unknown_columns_in_the_notes() -> None:
    name, fields = person("Person name;Name;Mail;Shoe size\nx;Ada;a@x.example;38\n")
    assert (name, fields) == ("Ada", {"emails": ["a@x.example"], "notes": "Person name: x\nShoe size: 38"})


def test_a_mapping_says_what_a_column_is() -> None:
    text = "Wer;Wohin;Seit\nAda;a@x.example;1843\n"
    assert not read(text.encode(), "a.csv").people
    (ada,) = read(text.encode(), "a.csv", ReadOptions(columns={"name": "wer", "emails": "Wohin"})).people
    assert (ada.name, ada.fields["emails"]) == ("Ada", ["a@x.example"])


def test_a_guarded_formula_is_as_it_was() -> None:
    assert person("Name,Phone,Notes\nAda,'+44 1,'=1+1\n")[1] == {"phones": ["+44 1"], "notes": "=1+1"}


def test_charsets_and_rows_that_are_no_people() -> None:
    (found,) = read("Name;E-Mail\nJörg;j@x.example\n".encode("utf-16"), "a.csv").people
    assert found.name == "Jörg"
    odd = read(b'Name,Notes\nAda,"unclosed\n,only notes\n', "a.csv")
    assert [each.name for each in odd.people] == ["Ada"]
    assert read(b"Name,Notes\n,only notes\n", "a.csv").rejected[0].where == "line 2"


def test_messages_and_accounts_are_no_address_books() -> None:
    assert is_address_book(LINKEDIN.encode())
    assert not is_address_book(b"CONVERSATION ID,FROM,TO,DATE,CONTENT\n1,a,b,2024-01-01,x\n")
    assert not is_address_book(b"Job Title,Company,Applied At\nx,y,z\n")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_an_error(data: bytes) -> None:
    read(data, "a.csv")
    read(b"Name,Birthday,E-mail 1 - Value\n" + data, "a.csv")


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpora stand neither in NETUI_CORPORA nor beside the repository"
)
def test_every_known_address_book_is_recognised() -> None:
    for folder in ("google-csv", "outlook-csv", "thunderbird-csv", "generic-csv", "csv-derived"):
        for path in sorted((CORPUS / folder).iterdir()):
            assert (
                is_address_book(path.read_bytes()[: 64 << 10]) and read(path.read_bytes(), path.name).people
            ), path
