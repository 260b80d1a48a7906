"""SQL over the entry table selects exactly what the predicate over entries selects."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.contact_row import ContactRow, fold
from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry
from netui.domain.query.parser import FIELDS, FREE, Query, Term, parse
from netui.domain.query.predicates import entry_predicate, person_predicate, searchable_text
from netui.storage.index.schema import register_functions
from netui.storage.queries.entry_filter import contacts_with_entry, entry_condition

TODAY = date(2026, 11, 21)
COLUMNS = "contact, id, day, on_, kind, with_, place, tags, goals, gave, got, body"


def framed(items: tuple[str, ...]) -> str:
    return "".join(["\n", *(f"{item}\n" for item in items)]) if items else ""


@contextmanager
def table(entries: list[Entry]) -> Iterator[sqlite3.Connection]:
    """A database of these entries alone, numbered from 0."""
    connection = sqlite3.connect(":memory:")
    register_functions(connection)
    connection.execute(
        f"CREATE TABLE entry (rowid INTEGER PRIMARY KEY, {COLUMNS.replace(',', ' TEXT,')} TEXT,"
        " counts INT DEFAULT 1)"
    )
    connection.executemany(
        f"INSERT INTO entry (rowid, {COLUMNS}) VALUES ({', '.join('?' * 13)})",
        [
            (
                at, e.contact, e.id, day_of(e.on).isoformat(), e.on.isoformat(), e.kind, framed(e.with_),
                e.place, framed(e.tags), framed(e.goals), framed(e.gave), framed(e.got), searchable_text(e),
            )
            for at, e in enumerate(entries)
        ],
    )  # fmt: skip
    with closing(connection):
        yield connection


class Facts:
    """States and heads of made-up people."""

    def __init__(self, rows: list[ContactRow]) -> None:
        self.rows = rows

    def haystacks(self) -> dict[str, str]:
        return {row.id: fold(f"{row.name} {row.aliases} {row.org}") for row in self.rows}

    def having(self, term: Term) -> frozenset[str]:
        raise AssertionError("an entry query has no use for other entries")

    def related_to(self, parts: Sequence[str]) -> set[str]:
        return {row.id for row in self.rows if any(part in row.id for part in parts)}

    def state_of(self, contact: str) -> str:
        return "quiet" if len(contact) % 2 else "warm"

    def facts(self, contact: str) -> list[tuple[str, str, str]]:
        return [("likes", "", "Horses"), ("via", "", "charles-babbage"), ("Shoe-Size", "", "38")]

    def head(self, contact: str):
        return {"seeks": ["funding", contact]}

    def people(self, term: Term) -> frozenset[str]:
        assert not term.negated
        fits = person_predicate(term, TODAY, self)
        return frozenset(row.id for row in self.rows if fits(row))


IDS = ["ada", "ada-2", "åsa", "Bob", "bo", "gone", 'o"n\\il']
TEXTS = [
    "",
    "ada",
    "Åsa",
    "CAFÉ",
    "cafe",
    "Straße",
    "ıI",
    "иВАН",
    "a\x00b",
    "lead",
    "%_",
    "'",
    "x y",
    "𝐀",
    "\u0301",
]
WORDS = st.sampled_from([*TEXTS, *IDS]) | st.text(st.sampled_from("aAbåÅß\u0301 İ%"), max_size=4)
NAMED = WORDS.filter(bool)
KINDS = st.sampled_from(["coffee", "Coffee", "call", "phone", "note", "Åt"]) | NAMED
DAYS = st.sampled_from(
    [date(2026, 11, 21), date(2026, 8, 23), date(2026, 8, 22), date(1, 1, 1), date(9999, 12, 31)]
)
LISTS = st.lists(NAMED, max_size=3).map(tuple)
ENTRIES = st.builds(
    Entry,
    id=st.just("e"),
    on=DAYS | DAYS.map(lambda d: datetime(d.year, d.month, d.day, 23, 59)),
    kind=KINDS,
    contact=st.sampled_from(IDS),
    with_=st.lists(st.sampled_from(IDS), max_size=3).map(tuple),
    place=WORDS,
    text=WORDS,
    tags=LISTS,
    goals=LISTS,
    gave=LISTS,
    got=LISTS,
    learned=WORDS,
)
ROWS = st.lists(
    st.builds(
        ContactRow,
        st.sampled_from([i for i in IDS if i != "gone"]),
        name=WORDS,
        aliases=WORDS,
        roles=WORDS,
        org=WORDS,
        title=WORDS,
        knows=WORDS,
        every=st.sampled_from(["", "3w", "1m"]),
        archived=st.sampled_from([0, 0, 1]),
        keys=st.sampled_from(["name", "name emails seeks", "name source"]),
    ),
    unique_by=lambda row: row.id,
    max_size=6,
)


def values(field: str) -> st.SearchStrategy[str]:
    if field == "last":
        return st.sampled_from(
            [">90d", "<=90d", "90d", "<2026-08-23", "2026-08", ">2026", ">99999y", "<0001", ">9999"]
        )
    if field == "every":
        return st.sampled_from(["3w", "<1m", ">=1m"])
    limited = FIELDS[field].values if field else ()
    return st.sampled_from(limited) if limited else (KINDS if field == "kind" else NAMED)


TERMS = st.sampled_from([FREE, *FIELDS]).flatmap(
    lambda f: st.builds(
        Term,
        st.just(f),
        st.lists(values(f), min_size=1, max_size=3).map(tuple),
        st.booleans(),
        st.booleans(),
    )
)
CLAUSES = st.lists(TERMS, min_size=1, max_size=2).map(tuple)
QUERIES = st.lists(CLAUSES, max_size=3).map(lambda clauses: Query(tuple(clauses)))


def selected(entries: list[Entry], condition: tuple[str, list[object]] | None) -> list[int]:
    assert condition is not None
    sql = f"SELECT rowid FROM entry WHERE {condition[0]} ORDER BY rowid"
    with table(entries) as connection:
        return [rowid for (rowid,) in connection.execute(sql, condition[1])]


@pytest.mark.slow
@given(st.lists(ENTRIES, max_size=6), ROWS, QUERIES)
def test_the_sql_selects_what_the_predicate_selects(entries, rows, query):
    facts = Facts(rows)
    fits = entry_predicate(query, TODAY, {row.id: row for row in rows}.get, facts)
    condition = entry_condition(query, TODAY, facts.people)
    assert selected(entries, condition) == [at for at, entry in enumerate(entries) if fits(entry)]


@pytest.mark.slow
@given(st.lists(ENTRIES, max_size=6), ROWS, TERMS.map(lambda term: term._replace(negated=False)))
def test_having_names_everyone_on_whose_timeline_an_entry_fits(entries, rows, term):
    facts = Facts(rows)
    fits = entry_predicate(Query(((term,),)), TODAY, {row.id: row for row in rows}.get, facts)
    wanted = set()
    for entry in entries:
        everyone = {entry.contact, *entry.with_}
        for who in everyone:
            others = tuple(everyone - {who})
            if term.field != "with":
                wanted |= {who} if fits(entry) else set()
            elif others and fits(entry._replace(contact=others[0], with_=others[1:])):
                wanted.add(who)
    with table(entries) as connection:
        assert contacts_with_entry(connection, term, TODAY, facts.people) == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kind:coffee ^cto-role", [0]),
        ("-kind:coffee", [1, 2]),
        ("with:grace", [0]),
        ("hiring | place:cafe", [0, 1]),
        ("last:2026-10 kind:phone|note", [1]),
        ("", [0, 1, 2]),
    ],
)
def test_queries_as_goals_write_them(text, found):
    entries = [
        Entry(id="1", on=date(2026, 11, 9), kind="coffee", contact="ada", with_=("grace-hopper",),
              text="Hiring!", goals=("cto-role",)),
        Entry(id="2", on=date(2026, 10, 9), kind="call", contact="ada", place="Café"),
        Entry(id="3", on=date(2026, 10, 9), kind="lunch", contact="ada"),
    ]  # fmt: skip
    assert selected(entries, entry_condition(parse(text), TODAY, lambda term: frozenset())) == found


def test_a_query_about_people_needs_them():
    assert entry_condition(parse("kind:coffee role:mentor"), TODAY) is None
    assert entry_condition(parse("kind:coffee with:ada"), TODAY) is None
    assert entry_condition(parse("kind:coffee #x"), TODAY) is not None


def test_a_query_too_long_for_sqlite_is_left_to_python():
    assert entry_condition(parse("a " * 301), TODAY) is None
    assert selected([], entry_condition(parse("a " * 300), TODAY)) == []
    assert selected([], entry_condition(parse("|".join("a" * 300)), TODAY)) == []


def test_ten_thousand_people_fit_into_one_condition():
    ids = frozenset(f"p{n}" for n in range(10_000))
    entries = [
        Entry(id="1", on=TODAY, contact="p77"),
        Entry(id="2", on=TODAY, contact="q", with_=("r", "p9")),
        Entry(id="3", on=TODAY, contact="q", with_=("r", "p10000")),
    ]
    assert selected(entries, entry_condition(parse("role:mentor"), TODAY, lambda term: ids)) == [0, 1]
