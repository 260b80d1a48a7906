"""Org-contacts and org-vcard files."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.org_contacts import is_org_contacts, read

FILE = """#+TITLE: People
* Intro
No person: see [[id:1][this]].
* Friends
** TODO Ada Lovelace  :maths:contact:
:PROPERTIES:
:ID:       ada-1
:EMAIL:    ada@x.example ada@home.example
:MOBILE:   0131 496 0000
:BIRTHDAY: <1815-12-10 Sun +1y>
:NICKNAME: Ad
:ORG:      Engines;Research
:ADDRESS_WORK: ;1 High St;Leith;;;
:END:
:LOGBOOK:
- Note taken on [2024-05-02 Thu 10:00] \\\\
  Met at the shore.
- State "DONE" from "TODO" [2024-05-03 Fri]
:END:
Likes [[https://x.example][horses]].
*** Details
More.
** Bob
:PROPERTIES:
:EMAIL_HOME: bob@x.example
:BIRTHDAY: 05-10
:END:
"""
TREE = """* People
** Joan Smith
:PROPERTIES:
:FIELDTYPE: name
:END:
*** Mobile
**** 0000 999 999
:PROPERTIES:
:FIELDTYPE: mobile
:END:
*** Email
**** Work
***** joan@x.example
:PROPERTIES:
:FIELDTYPE: email-work
:END:
*** Categories
**** a, b
:PROPERTIES:
:FIELDTYPE: categories
:END:
"""


def test_properties_of_a_heading_are_those_of_a_person() -> None:
    assert is_org_contacts("a.org", FILE.encode()) and not is_org_contacts("a.md", FILE.encode())
    found = read(FILE.encode(), "a.org")
    ada, bob = found.people
    assert (ada.source, ada.uid, ada.name, ada.where) == ("org", "ada-1", "Ada Lovelace", "line 5")
    assert dict(ada.fields) == {
        "emails": ["ada@x.example", "ada@home.example"],
        "phones": [{"value": "0131 496 0000", "label": "cell"}],
        "date": [{"what": "birthday", "on": "1815-12-10"}], "aliases": ["Ad"], "org": "Engines, Research",
        "addresses": [{"value": "1 High St, Leith", "label": "work"}], "tags": ["maths"],
        "notes": "Likes horses.\n\nDetails\nMore.",
    }  # fmt: skip
    assert bob.fields == {"emails": [{"value": "bob@x.example", "label": "home"}], "notes": "Birthday: 05-10"}
    (note,) = found.entries
    assert note.people == ("ada-1",)
    assert dict(note.fields) == {"on": date(2024, 5, 2), "kind": "note", "text": "Met at the shore."}


def test_a_tree_has_each_value_in_a_heading_of_its_own() -> None:
    (joan,) = read(TREE.encode(), "a.org").people
    assert joan.name == "Joan Smith"
    assert dict(joan.fields) == {
        "phones": [{"value": "0000 999 999", "label": "cell"}],
        "emails": [{"value": "joan@x.example", "label": "work"}], "tags": ["a", "b"],
    }  # fmt: skip


def test_a_uid_is_the_same_when_an_address_changes_and_namesakes_stay_apart() -> None:
    one = "* Ada\n:PROPERTIES:\n:EMAIL: {}\n:END:\n"
    (first,), (changed,) = (
        read(one.format("a@x").encode(), "").people,
        read(one.format("b@x").encode(), "").people,
    )
    assert first.uid == changed.uid
    both = read((one.format("a@x") + one.format("b@x")).encode(), "").people
    assert len({person.uid for person in both}) == 2


def test_lines_that_nobody_wrote_are_passed_over() -> None:
    long = "* " + " " * 200_000 + "x\n" + "[[" * 100_000 + "\n:A:" + " " * 200_000 + "x\n"
    (ada,) = read(f"* Ada\n:PROPERTIES:\n:EMAIL: a@x\n:END:\n{long}kept\n".encode(), "a.org").people
    assert ada.fields["notes"] == "kept"


def test_a_file_without_people_is_refused() -> None:
    assert not is_org_contacts("a.org", b"* Todo\n** Shopping :home:\n")
    assert "no heading" in read(b"* Todo\n", "a.org").rejected[0].why


@given(st.text(alphabet="*: \n[]<>-EMAILPROPTSND:ab1\\", max_size=300))
def test_no_file_raises(text: str) -> None:
    is_org_contacts("a.org", text.encode())
    read(b"* A\n:PROPERTIES:\n:EMAIL: x\n" + text.encode(), "a.org")
