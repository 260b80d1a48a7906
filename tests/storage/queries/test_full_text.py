"""Full-text search takes any text; completion words come by use."""

from datetime import datetime

from tests.support.indexed_network import PEOPLE, Net, reader


def test_search_takes_any_text(net: Net) -> None:
    people = {
        **PEOPLE,
        "t": 'name = "T"\n[[timeline]]\nid = "e"\non = 2026-11-01T12:00:00\ntext = "the résumé, sent"\n',
    }
    read = reader(net, people)
    (hit,) = read.search("resume sen")
    assert (hit.contact, hit.entry, hit.on) == ("t", "e", datetime(2026, 11, 1, 12))
    assert [hit.contact for hit in read.search("cafe")] == ["mj"] and read.search("cafe absent") == []
    for odd in ('"', "*", "a OR b", "NEAR(", "col:x", "- ^ {", "\x00", "'", "%", "(" * 99):
        read.search(odd)
    assert read.search("  ") == []


def test_tags_and_places_come_by_use(net: Net) -> None:
    lunch = "[[timeline]]\non = 2026-11-01\nkind = 'lunch'\nplace = '{0}'\ntags = ['{1}']\n".format
    text = 'name = "A"\n' + lunch("Cafe", "work") + lunch("Cafe", "work") + lunch("Bar", "fun")
    words = reader(net, {"a": text, "b": 'name = "B"\ntags = ["fun", "fun-2"]\n'}).completion_words()
    assert (words.tags, words.places) == (["fun", "work", "fun-2"], ["Cafe", "Bar"])
