"""Name lookup: by id, alias, any word, part, e-mail address and near spelling."""

import pytest

from tests.support.indexed_network import PEOPLE, Net, reader


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("ada-lovelace", ["ada-lovelace"]),
        ("Ada Lovelace", ["ada-lovelace"]),
        ("countess of lovelace", ["ada-lovelace"]),
        ("lovelace", ["ada-lovelace"]),
        ("love", ["ada-lovelace"]),
        ("ada", ["ada-byron", "ada-lovelace"]),
        ("asa", ["asa"]),
        ("åsa øst", ["asa"]),
        ("nilsson", ["asa"]),
        ("mary j oneil", []),
        ("Mary J O'Neil", ["mj"]),
        ("velac", ["ada-lovelace"]),
        ("zoe", []),
        ("", []),
        ("%", []),
        ("' OR 1=1 --", []),
    ],
)
def test_whom_a_word_means(net: Net, who: str, found: list[str]) -> None:
    assert sorted(person.id for person in reader(net, PEOPLE).find(who)) == found


def test_names_word_by_word(net: Net) -> None:
    read = reader(net, PEOPLE)
    assert {words for words, _ in read.names_with_first_words("ada")} == {"ada byron", "ada lovelace"}
    assert {named.id for _, named in read.names_with_first_words("ada")} == {"ada-byron", "ada-lovelace"}
    assert read.names_with_first_words("love") == []
    assert [named.id for named in read.similar_names("ada lovelase")] == ["ada-lovelace"]
    assert [named.id for named in read.similar_names("lovlace")] == ["ada-lovelace"], "a word of the name"
    assert {named.id for named in read.similar_names("adda")} >= {"ada-byron", "ada-lovelace"}
    assert [named.id for named in read.people_named("ADA byron")] == ["ada-byron"]
    assert [named.id for named in read.with_address("emails", "ada@X.example")] == ["ada-lovelace"]
    assert [named.id for named in read.with_address("emails", "asa@x.example")] == ["asa"]
    assert read.with_address("emails", "x.example") == [] and read.with_address("emails", "") == []
    assert (
        read.contact_by_source("friends", "Ada B") == "ada-byron"
        and read.contact_by_source("vcard", "Ada B") is None
    )
    assert read.ids_by_name()["asa ost-nilsson"] == ("asa",)


def test_names_are_found_by_any_number_of_first_words(net: Net) -> None:
    idents = ("person-1", "person-10", "person-1-b", "personal")
    read = reader(net, dict.fromkeys(idents, 'name = "X"\n'))
    wanted = {"person": set(idents[:3]), "person 1": {"person-1", "person-1-b"}, "x y": set()}
    assert {
        words: {named.id for _, named in read.names_with_first_words(words)} for words in wanted
    } == wanted


def test_contacts_by_prefix_leave_out_who_is_archived_or_died(net: Net) -> None:
    read = reader(net, PEOPLE)
    assert [row.id for row in read.contacts_by_prefix("ada", 9)] == ["ada-byron", "ada-lovelace"]
    assert [row.id for row in read.contacts_by_prefix("a", 1)] == ["ada-byron"]
    assert [row.id for row in read.contacts_by_prefix("lovel", 9)] == ["ada-lovelace"]
    assert [read.contacts_by_prefix(words, 9) for words in ("bob", "cy", "", "zoe")] == [[]] * 4


def test_the_names_are_scanned_for_what_is_in_one_alone(net: Net) -> None:
    read = reader(net, PEOPLE)
    scans: list[str] = []
    read._db.set_trace_callback(scans.append)
    words = ("coffee", "velac", "at", "blue", "bottle", "lovel", "nobody")
    found = {word: [named.id for named in read.names_containing(word)] for word in words}
    found = {word: ids for word, ids in found.items() if ids}
    assert found == {"velac": ["ada-lovelace"], "lovel": ["ada-lovelace"]}
    assert len(scans) == 4
    assert [named.id for named in reader(net, {}).names_containing("velac")] == ["ada-lovelace"]
