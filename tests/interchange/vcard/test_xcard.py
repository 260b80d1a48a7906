"""xCard: cards in XML."""

from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.vcard.xcard import is_xcard, read

HEAD = '<?xml version="1.0"?><vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0">'
ADA = """<vcard><fn><text>Ada</text></fn>
<n><surname>Lovelace</surname><given>Ada</given><additional/><prefix/><suffix/></n>
<bday><date>--1210</date></bday>
<org><text>Engines</text><text>Research</text></org>
<tel><parameters><type><text>work</text><text>voice</text></type></parameters><uri>tel:+44131</uri></tel>
<group name="item1"><email><text>ada@x.example</text></email></group>
<note><text>one, two</text></note></vcard>"""


def test_a_card_becomes_a_person_like_that_of_a_vcard() -> None:
    data = f"{HEAD}{ADA}</vcards>".encode()
    assert is_xcard("", data)
    (ada,) = read(data, "a.xml").people
    assert ada.name == "Ada" and dict(ada.fields) == {
        "date": [{"what": "birthday", "on": "--12-10"}], "org": "Engines, Research",
        "phones": [{"value": "+44131", "label": "work"}], "emails": ["ada@x.example"], "notes": "one, two",
    }  # fmt: skip


def test_bombs_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bb">]>' + f"{HEAD}{ADA}</vcards>"
    assert "entities" in read(bomb.encode(), "a.xml").rejected[0].why
    for deep in ("<a>" * 200_000, f"<vcard>{'<a/>' * 200_000}"):
        assert "deeper" in read(f"{HEAD}{deep}".encode(), "a.xml").rejected[0].why


def test_a_picture_is_left_out() -> None:
    note = f"<note><text>{'x' * (2 << 20)}</text></note>"
    (found,) = read(f"{HEAD}<vcard><fn><text>A</text></fn>{note}</vcard></vcards>".encode(), "").people
    assert found.name == "A" and not found.fields


def test_a_file_that_is_cut_off_gives_the_cards_before_the_cut() -> None:
    found = read(f"{HEAD}{ADA}{ADA[:50]}".encode(), "a.xml")
    assert [person.name for person in found.people] == ["Ada"] and "not valid XML" in found.rejected[0].why


@given(st.text(alphabet='<>/vcardfntex "=&;', max_size=200))
def test_no_document_raises(text: str) -> None:
    read(f"{HEAD}{text}".encode(), "a.xml")
