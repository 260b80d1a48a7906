"""Cards as netui writes them: the reader gets back what they can hold."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.vcard.reader import read
from netui.interchange.vcard.writer import card_uid, write_card

ADA: dict[str, Any] = {
    "name": "Ada Lovelace", "aliases": ["Ada King", "Countess, the"], "pronouns": "they/them",
    "roles": ["mentor"], "tags": ["maths", "old friends"], "org": "Analytical Engines; Ltd",
    "title": "Programmer", "location": "London",
    "timezone": "Europe/London", "knows": ["compilers"], "seeks": ["funding"], "interests": ["horses"],
    "emails": ["ada@engines.example", {"value": "ada@home.example", "label": "home"}],
    "phones": [{"value": "+44 20 7946 0001", "label": "work fax"}, {"value": "1", "label": "Mum's"}],
    "links": ["https://engines.example/ada", "skype:ada"],
    "addresses": [{"value": "12 St James's Sq., London", "label": "home"}, "Ockham Park"],
    "notes": "One line.\n\nAnother; with \\ and , in it.",
    "date": [
        {"what": "birthday", "on": "--12-10"}, {"what": "anniversary", "on": "1835-07-08"},
        {"what": "first program", "on": "1843-09"},
    ],
    "died": "1852-11-27",
    "related": [{"who": "Lord Byron", "as": "father"}, {"who": "charles-babbage", "as": "friend"}],
}  # fmt: skip


def test_all_that_a_card_can_hold_comes_back() -> None:
    text = write_card("ada-lovelace", ADA, {"charles-babbage": "Charles Babbage"})
    (found,) = read(text.encode(), "a.vcf").people
    expected = {**ADA, "related": [ADA["related"][0], {"who": "Charles Babbage", "as": "friend"}]}
    del expected["name"]
    assert (found.name, found.uid) == ("Ada Lovelace", card_uid("ada-lovelace"))
    assert dict(found.fields) == expected


def test_the_uid_of_an_import_is_kept() -> None:
    text = write_card("ada", {"name": "Ada", "source": [{"kind": "vcard", "uid": "A-1"}]}, {})
    assert read(text.encode(), "a.vcf").people[0].uid == "A-1"


def test_timeline_and_promises_stay_at_home() -> None:
    text = write_card(
        "ada", {"name": "Ada", "timeline": [{"text": "SECRET"}], "promise": [{"text": "SECRET"}]}, {}
    )
    assert "SECRET" not in text


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split())
)


@given(name=TEXT.filter(bool), note=TEXT, tags=st.lists(TEXT.filter(bool), unique=True))
def test_any_text_survives(name: str, note: str, tags: list[str]) -> None:
    from netui.interchange.records import clean

    text = write_card("x", {"name": name, "notes": note, "tags": tags}, {})
    found = read(text.encode(), "a.vcf").people
    if clean(name):
        assert found[0].name == clean(name)
        assert found[0].fields.get("notes", "") == clean(note)
        assert found[0].fields.get("tags", []) == list(dict.fromkeys(filter(None, map(clean, tags))))
