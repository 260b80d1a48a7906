"""Full-text search takes any text, with signs and other forms of a word; completion words come by use."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.storage.queries.reader import Reader
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


def _person(name: str, *texts: str, notes: str = "", tags: tuple[str, ...] = ()) -> str:
    entries = "".join(
        f'[[timeline]]\nid = "{at}"\non = 2026-11-01\ntext = "{text}"\n' for at, text in enumerate(texts)
    )
    return f'name = "{name}"\ntags = {list(tags)!r}\nnotes = "{notes}"\n{entries}'


def _found(read: Reader, text: str) -> list[str]:
    """The hits of a search, in order: a contact's id, or an entry's behind it."""
    return [f"{hit.contact}/{hit.entry}" if hit.entry else hit.contact for hit in read.search(text)]


SIGNS = {
    "ada": _person("Ada", "cat and carrots", "a new C++17 module", "grade A+ work", "party🎉 at noon"),
    "bo": _person("Bo", "the plus of c", "half of €20, so 50% of 20", notes="C# and F#", tags=("c++",)),
    "cy": _person("Cy", "a family 👨\u200d👩", notes="❤\ufe0f") + 'tags = ["london", "c#"]\n',
    "di": _person("Di", "in London", "a+b"),
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("c++", ["bo", "ada/1"]),
        ("C++ module", ["ada/1"]),
        ("module c++17", ["ada/1"]),
        ("c#", ["bo", "cy/0"]),
        ("a+", ["ada/2", "di/1"]),
        ("+b", ["di/1"]),
        ("🎉", ["ada/3"]),
        ("party🎉", ["ada/3"]),
        ("👨", ["cy/0"]),
        ("❤", ["cy"]),
        ("❤\ufe0f", ["cy"]),
        ("€20", ["bo/1"]),
        ("€2", ["bo/1"]),
        ("50%", ["bo/1"]),
        ("20%", []),
        ("#lon", ["cy/0"]),
        ("lon", ["cy/0", "di/0"]),
        ("#london family", ["cy/0"]),
        ("#c", ["bo", "cy/0"]),
        ("#c++", ["bo"]),
        ("(c++),", ["bo", "ada/1"]),
        ("c++ \ud800\0 module", ["ada/1"]),
    ],
)
def test_signs_are_searched_as_they_are_typed(net: Net, text: str, found: list[str]) -> None:
    assert sorted(_found(reader(net, SIGNS), text)) == sorted(found)


def test_the_snippet_shows_the_word_with_its_sign(net: Net) -> None:
    words = "word " * 60
    people = {**SIGNS, "eve": _person("Eve", f"{words}then C++ {words}")}
    snippets = {hit.contact: hit.snippet for hit in reader(net, people).search("c++")}
    assert snippets["eve"] == "…" + "word " * 4 + "then C++ " + "word " * 25 + "word…"
    assert [hit.snippet for hit in reader(net, people).search("#lon")] == ["a family 👨\u200d👩 #london #c#"]
    people = {"fay": 'name = "Fay A+"\ntags = ["lonely"]\n', "gus": _person("Gus", notes="knows a+ well")}
    read = reader(net, people)
    assert [(hit.where, hit.snippet) for hit in read.search("#lone")] == [("tag", "lonely")]
    found = {hit.contact: hit.snippet for hit in read.search("a+")}
    assert (found["fay"], found["gus"]) == ("Fay A+", "knows a+ well")


STEMS = {
    "ann": _person("Ann", "prices are high", "the pricing of it", "a price was named", "priceless"),
    "price": _person("Bob Price", "hello", tags=("prices",)),
    "cy": _person("Cy", notes="he priced it"),
}


def test_other_forms_of_a_word_come_behind_the_word_itself(net: Net) -> None:
    read = reader(net, STEMS)
    assert _found(read, "pricing") == ["ann/1", "cy", "ann/2", "ann/0"]
    exact = ["price", "cy", "ann/0", "ann/2", "ann/3"]
    assert sorted(_found(read, "price")[:5]) == sorted(exact) and _found(read, "price")[5:] == ["ann/1"]
    assert _found(read, "pricing high") == ["ann/0"]
    assert _found(read, "high pricing") == ["ann/0"]
    assert _found(read, "pricing nam") == ["ann/2"]
    assert _found(read, "pricing ame") == []
    assert [hit.contact for hit in read.search("priced", 2)] == ["cy", "ann"]


def test_another_form_of_a_word_is_shown_where_it_stands(net: Net) -> None:
    read = reader(net, {"ada": 'name = "Ada"\norg = "Ships"\nknows = ["ports", "old pricing", "tides"]\n'})
    for text in ("priced", "price"):
        (hit,) = read.search(text)
        assert (hit.where, hit.snippet) == ("knows", "old pricing")


def test_names_and_tags_have_no_other_forms(net: Net) -> None:
    assert "price" not in _found(reader(net, STEMS), "pricing")
    assert _found(reader(net, STEMS), "prices")[0] == "price"


WORDS = ("price", "pricing", "prices", "studies", "study", "C++", "c#", "a+", "🎉", "#lon", "50%", "hopping",
         "hop", "meeting", "meet", "a", "news", "new", "é+", "party🎉", "x")  # fmt: skip


@pytest.fixture(scope="module")
def read_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A network in which each of the words is said once, alone or beside another."""
    net = Net(tmp_path_factory.mktemp("words"))
    texts = [*WORDS, *(f"{one} {other}" for one, other in zip(WORDS, WORDS[3:], strict=False))]
    yield reader(net, {"ann": _person("Ann", *texts, notes="prices of C++"), "bo": _person("Bo", "hi")})
    net.close()


@given(st.text() | st.text(st.sampled_from('"*()^:-+#{}.\0\ud800 ORANDNOTacé🎉')))
def test_any_text_is_searched(read_words: Reader, text: str) -> None:
    read_words.search(text)


@given(st.lists(st.sampled_from(WORDS), max_size=2), st.sampled_from(WORDS))
def test_what_a_word_finds_each_beginning_of_it_finds(
    read_words: Reader, before: list[str], word: str
) -> None:
    found = {*_found(read_words, " ".join([*before, word]))}
    for length in range(1, len(word)):
        assert found <= {*_found(read_words, " ".join([*before, word[:length]]))}


def test_tags_and_places_come_by_use(net: Net) -> None:
    lunch = "[[timeline]]\non = 2026-11-01\nkind = 'lunch'\nplace = '{0}'\ntags = ['{1}']\n".format
    text = 'name = "A"\n' + lunch("Cafe", "work") + lunch("Cafe", "work") + lunch("Bar", "fun")
    words = reader(net, {"a": text, "b": 'name = "B"\ntags = ["fun", "fun-2"]\n'}).completion_words()
    assert list(words.tags.items()) == [("fun", 2), ("work", 2), ("fun-2", 1)]
    assert list(words.places.items()) == [("Cafe", 2), ("Bar", 1)]


def test_an_unfinished_word_is_merged_no_more_than_it_must(
    net: Net,
) -> None:
    people = {f"p{n}": _person(f"Theo {n}", "we agreed on the price of the theatre") for n in range(6)}
    read = reader(net, people)
    asked: list[str] = []
    read._db.set_trace_callback(lambda sql: asked.append(sql) if "FROM entry_text" in sql else None)
    assert len(read.search("agreed the", 5)) == 5
    assert sum('"the"*' in sql for sql in asked) == 1
    asked.clear()
    assert len(read.search("pricing the", 5)) == 5
    assert sum('"the"*' in sql for sql in asked) == 0
    asked.clear()
    assert [hit.entry for hit in read.search("the", 3)] == [None] * 3
    assert asked == []
