"""What is asked of the index: people by name, text, dates and promises."""

from datetime import date, datetime, timedelta

import pytest

from netui.storage.queries.reader import Reader
from tests.support.indexed_network import Net

TODAY = date(2026, 11, 21)
PEOPLE = {
    "ada-lovelace": 'name = "Ada Lovelace"\naliases = ["Countess of Lovelace"]\nemails = ["Ada@x.example"]\n',
    "ada-byron": 'name = "Ada Byron"\n[[source]]\nkind = "friends"\nuid = "Ada B"\n',
    "asa": 'name = "Åsa Øst-Nilsson"\nemails = [{ value = "asa@x.example", label = "home" }]\n',
    "mj": 'name = "Mary J. O’Neil"\ntags = ["navy"]\nnotes = "Café, 100% sure"\n',
    "gone": 'name = "Bob"\ndied = "2024"\n[[date]]\nwhat = "birthday"\non = "--11-22"\n'
    '[[promise]]\nid = "p9"\ntext = "too late"\n',
    "away": 'name = "Cy"\narchived = true\n[[date]]\nwhat = "birthday"\non = "--11-22"\n',
}


def reader(net: Net, people: dict[str, str], today: date = TODAY) -> Reader:
    for ident, text in people.items():
        net.write(ident, text)
    return Reader(net.fresh(today, memory=True))


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
    assert [named.id for named in read.people_named("ADA byron")] == ["ada-byron"]
    assert [named.id for named in read.with_email("ada@X.example")] == ["ada-lovelace"]
    assert [named.id for named in read.with_email("asa@x.example")] == ["asa"]
    assert read.with_email("x.example") == [] and read.with_email("") == []
    assert (
        read.contact_by_source("friends", "Ada B") == "ada-byron"
        and read.contact_by_source("vcard", "Ada B") is None
    )
    assert read.ids_by_name()["asa ost-nilsson"] == ("asa",)


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


@pytest.mark.parametrize(
    ("on", "today", "days"),
    [
        ("--11-28", TODAY, 7), ("--11-29", TODAY, None), ("--11-21", TODAY, 0), ("--11-20", TODAY, None),
        ("1815-11-25", TODAY, 4), ("--01-02", date(2026, 12, 30), 3), ("--02-29", date(2027, 2, 25), 3),
        ("--02-29", date(2028, 2, 25), 4), ("2024-05", TODAY, None), ("2027-11-22", TODAY, None),
    ],
)  # fmt: skip
def test_important_dates_in_their_lead_time(net: Net, on: str, today: date, days: int | None) -> None:
    text = f'name = "A"\n[[date]]\nwhat = "birthday"\non = "{on}"\n'
    found = reader(net, {**PEOPLE, "a": text}, today).dates.upcoming(today)
    assert [occasion.days for occasion in found] == ([] if days is None else [days])


def test_promises_in_order_and_those_that_are_near(net: Net) -> None:
    promise = '[[promise]]\nid = "{0}"\ntext = "{0}"\n{1}\n'.format
    text = 'name = "A"\n' + "".join(
        promise(ident, more)
        for ident, more in (("late", "due = 2026-12-06"), ("soon", "due = 2026-12-05"), ("never", ""),
                            ("kept", "done = 2026-11-01"), ("ticked", "done = true"))
    )  # fmt: skip
    read = reader(net, {**PEOPLE, "a": text})
    assert [p.id for p in read.promises()] == ["soon", "late", "never", "p9"]
    assert [p.id for p in read.promises_due(TODAY + timedelta(14))] == ["soon", "never"]
    assert len(read.promises(contact="a", open_only=False)) == 5
    assert read.has_promise("kept") and not read.has_promise("x")


def test_timelines_plans_and_places(net: Net) -> None:
    people = {
        "a": 'name = "A"\n[[timeline]]\nid = "1"\non = 2026-11-20\nkind = "lunch"\nplace = "Blue Bottle"\n'
        'with = ["b", "b", "a"]\n[[timeline]]\nid = "2"\non = 2026-12-01\nkind = "call"\n'
        '[[timeline]]\non = 2026-11-01\nkind = "note"\n',
        "b": 'name = "B"\n[[timeline]]\nid = "3"\non = 2026-11-20T09:00:00\nkind = "call"\n',
    }
    read = reader(net, people)
    assert [e.id for e in read.timeline("a")] == ["2", "1", "#2"]
    assert [(e.contact, e.id) for e in read.timeline("b")] == [("b", "3"), ("a", "1")]
    assert [e.id for e in read.planned_entries(TODAY, 14)] == ["2"] and read.planned_entries(TODAY, 5) == []
    assert read.last_logged(TODAY) == date(2026, 11, 20)
    assert read.contacts_between(TODAY - timedelta(30), TODAY) == 1 + 4
    counted = {enough: read.contacts_between(TODAY - timedelta(30), TODAY, enough) for enough in (0, 1, 5, 6)}
    assert [count >= enough for enough, count in counted.items()] == [True, True, True, False]
    assert read.is_place("blue bottle") and not read.is_place("blue")
    assert read.contacts_by_month("b", date(2026, 1, 1), TODAY) == {"2026-11": 2}


def same_day(*entries: str) -> str:
    return 'name = "X"\n' + "".join(f"[[timeline]]\nkind = 'call'\n{entry}\n" for entry in entries)


ONE_DAY = {
    "ada": same_day(
        'id = "a1"\non = 2026-11-20', 'id = "a2"\non = 2026-11-20T18:00:00', 'id = "a3"\non = 2026-11-20',
        'id = "a4"\non = 2026-11-20T09:30:00', 'id = "a5"\non = 2026-11-21',
    ),
    "bob": same_day(
        'id = "b1"\non = 2026-11-20\nwith = ["ada"]', 'id = "b2"\non = 2026-11-20T12:00:00\nwith = ["ada"]'
    ),
    "aaa": same_day('id = "c1"\non = 2026-11-20\nwith = ["ada"]'),
}  # fmt: skip
IN_ORDER = ["a5", "a2", "b2", "a4", "c1", "a3", "a1", "b1"]


def test_entries_of_one_day_go_by_their_time_then_by_file_and_the_last_written_first(net: Net) -> None:
    read = reader(net, ONE_DAY)
    assert [entry.id for entry in read.timeline("ada")] == IN_ORDER
    assert [entry.id for entry in read.entries_until(TODAY)] == IN_ORDER


@pytest.mark.parametrize("again", ["ada", "bob", "aaa"])
def test_that_order_does_not_depend_on_which_file_was_read_last(net: Net, again: str) -> None:
    read = reader(net, ONE_DAY)
    with (net.folder / "contacts" / f"{again}.toml").open("a") as file:
        file.write('[rhythm]\nevery = "3w"\n')
    read._index.refresh(TODAY)
    assert [entry.id for entry in read.timeline("ada")] == IN_ORDER


def test_names_are_found_by_any_number_of_first_words(net: Net) -> None:
    idents = ("person-1", "person-10", "person-1-b", "personal")
    read = reader(net, dict.fromkeys(idents, 'name = "X"\n'))
    wanted = {"person": set(idents[:3]), "person 1": {"person-1", "person-1-b"}, "x y": set()}
    assert {
        words: {named.id for _, named in read.names_with_first_words(words)} for words in wanted
    } == wanted
