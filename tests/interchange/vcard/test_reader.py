"""Reading files of cards: names, UIDs, groups, and what is rejected."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.vcard import reader
from netui.interchange.vcard.reader import read

CORPUS = Path(os.environ.get("NETUI_CORPORA", Path(__file__).parents[4] / "shared/corpora"))


def card(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def test_every_card_of_a_file_is_a_person_with_its_line() -> None:
    found = read((card("FN:Ada", "UID:urn:uuid:A-1") + card("FN:Bob")).encode(), "a.vcf")
    assert [(each.name, each.where) for each in found.people] == [("Ada", "line 1"), ("Bob", "line 6")]
    assert found.people[0].uid == "A-1" and len(found.people[1].uid) == 36


def test_the_same_card_without_uid_has_the_same_made_up_one_and_another_has_not() -> None:
    first = read(card("FN:Bob", "EMAIL:b@x.example").encode(), "a").people[0].uid
    assert read(card("FN:Bob", "NOTE:n", "EMAIL:b@x.example").encode(), "b").people[0].uid == first
    assert read(card("FN:Bob", "EMAIL:c@x.example").encode(), "b").people[0].uid != first


def test_two_people_with_one_uid_stay_two() -> None:
    found = read((card("FN:Ada", "UID:1") + card("FN:Bob", "UID:1")).encode(), "a.vcf")
    assert len({each.uid for each in found.people}) == 2


def test_a_group_gives_its_members_a_tag_and_is_nobody() -> None:
    group = card("FN:Friends", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1")
    (ada,) = read((group + card("FN:Ada", "UID:1")).encode(), "a.vcf").people
    assert ada.fields["tags"] == ["Friends"]


def test_a_relation_by_uid_becomes_the_name() -> None:
    text = card("FN:Ada", "UID:1", "RELATED;TYPE=spouse:urn:uuid:2") + card("FN:William", "UID:2")
    ada, _ = read(text.encode(), "a.vcf").people
    assert ada.fields["related"] == [{"who": "William", "as": "spouse"}]


def test_a_card_within_a_card_is_passed_over() -> None:
    (ada,) = read(card("FN:Ada", "AGENT:", *card("FN:Agent").split("\r\n")[:-1]).encode(), "a.vcf").people
    assert ada.name == "Ada"


def test_a_broken_card_hides_no_other() -> None:
    text = (
        card("FN:Ada")
        + "BEGIN:VCARD\r\nFN:Half\r\n"
        + card("FN:Bob")
        + card("NOTE:nobody")
        + "BEGIN:VCARD\r\nFN:Cut"
    )
    found = read(text.encode(), "a.vcf")
    assert [each.name for each in found.people] == ["Ada", "Bob"]
    assert [(each.where, each.why.split(" (")[0]) for each in found.rejected] == [
        ("line 5", "the card has no end"), ("line 15", "the file ends within the card"),
        ("line 11", "the card has no name"),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_charsets(encoding: str) -> None:
    data = card("FN:Jörg Müßig").encode(encoding)
    if encoding == "utf-16-le":
        data = b"\xff\xfe" + data
    (person,) = read(data, "a.vcf").people
    assert person.name == "Jörg Müßig"


def test_control_characters_and_nul_bytes_are_dropped() -> None:
    (person,) = read(card("FN:A\0d\x1b]52;c;x\x07a").encode(), "a.vcf").people
    assert person.name == "Ad]52;c;xa"


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST_CARD", 100)
    monkeypatch.setattr(reader, "MOST_CARDS", 2)
    text = card("FN:Ada", f"NOTE:{'x' * 200}") + card("FN:Bob") + card("FN:Cy") + card("FN:Di")
    found = read(text.encode(), "a.vcf")
    assert [each.name for each in found.people] == ["Bob"]
    assert ["larger" in found.rejected[0].why, "more than 2" in found.rejected[1].why] == [True, True]
    nested = "BEGIN:VCARD\r\nAGENT:\r\n" * 9 + "FN:Ada\r\n" + "END:VCARD\r\n" * 9
    assert "deep" in read(nested.encode(), "a.vcf").rejected[0].why


def test_what_is_no_card_is_refused_as_a_whole() -> None:
    (refused,) = read(b"Dear Ada,", "a.vcf").rejected
    assert (refused.where, read(b"", "a.vcf").rejected) == ("", ())


@given(st.binary())
def test_any_bytes_are_read_without_an_error(data: bytes) -> None:
    read(b"BEGIN:VCARD\r\nFN:Ada\r\n" + data, "a.vcf")


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpora stand neither in NETUI_CORPORA nor beside the repository"
)
def test_no_card_of_the_corpus_is_lost() -> None:
    for path in sorted(CORPUS.glob("vcard*/*")):
        data = path.read_bytes()
        found = read(data, path.name)
        is_no_person = not data.strip() or b":group" in data.lower()
        assert found.people or found.rejected or is_no_person, path.name
