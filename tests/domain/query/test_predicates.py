"""What each term of a query matches, on contacts and on entries."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.contact_row import ContactRow, fold
from netui.domain.model.entry import Entry
from netui.domain.model.kinds import BUILT_IN, Kinds
from netui.domain.query.parser import FREE, Query, QueryError, Term, parse
from netui.domain.query.predicates import (
    contact_predicate,
    entry_predicate,
    kind_names,
    person_predicate,
    searchable_text,
)

TODAY = date(2026, 11, 21)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


PEOPLE = [
    ContactRow(
        "ada-lovelace", "Ada Lovelace", aliases="Ada King\nThe Enchantress", roles="mentor\nfriend",
        tags="london\nmaths", org="Analytical Engines", title="Chief Programmer", location="London",
        knows="compilers\nhorse racing", goals="cto-role", every="3w", last=day("2026-10-01"), entries=4,
        keys="name aliases roles tags org emails birthday rhythm seeks source",
    ),
    ContactRow(
        "asa-berg", "Åsa Berg", roles="Mentor", tags="Zürich\nlon", org="Initech", title="CTO",
        location="Zürich", mode="ambient", last=day("2026-08-22"), keys="name roles rhythm",
    ),
    ContactRow("bob", "Bob", every="21d", keys="name rhythm emails"),
    ContactRow("carl", "Carl", archived=1, tags="london", last=day("2020-01-01"), keys="name archived tags"),
    ContactRow("dot", "Dot", error="line 3: not a date", keys=""),
    ContactRow(
        "eve", "Eve", every="often", mode="regular", last=day("2026-11-20"),
        keys="name rhythm seeks Shoe-Size",
    ),
]  # fmt: skip
BY_ID = {row.id: row for row in PEOPLE}


class Facts:
    """The facts of a network held in memory; counts the questions about timelines."""

    def __init__(self) -> None:
        self.asked: list[Term] = []

    def haystacks(self) -> dict[str, str]:
        return {
            row.id: fold("\n".join([row.name, row.aliases, row.org, row.tags, f"note on {row.id}"]))
            for row in BY_ID.values()
        }

    def having(self, term: Term) -> frozenset[str]:
        self.asked.append(term)
        fits = entry_predicate(Query(((term,),)), TODAY, BY_ID.get, self)
        found = set()
        for entry in ENTRIES:
            everyone = (entry.contact, *entry.with_)
            for who in everyone:
                others = tuple(other for other in everyone if other != who)
                if fits(entry._replace(contact="", with_=others) if term.field == "with" else entry):
                    found.add(who)
        return frozenset(found)

    def related_to(self, parts: Sequence[str]) -> set[str]:
        return {row.id for row in PEOPLE if any(part in row.id for part in parts)}

    def state_of(self, contact: str) -> str:
        return {"asa-berg": "muted", "bob": "new", "dot": "broken"}.get(contact, "quiet")

    def facts(self, contact: str) -> list[tuple[str, str, str]]:
        return [("likes", "", "Horses"), ("via", "", "charles-babbage"), ("Shoe-Size", "", "38")]

    def head(self, contact: str):
        return {"ada-lovelace": {"seeks": ["Funding", 7]}, "eve": {"seeks": "funding"}}.get(contact, {})


ENTRIES = [
    Entry(
        id="1", on=date(2026, 10, 1), kind="coffee", contact="ada-lovelace", with_=("asa-berg",),
        place="Café Zoë", text="Her new lab is hiring.", learned="They pay by retainer.", tags=("Hiring",),
        goals=("cto-role",), got=("lead",), gave=("advice",),
    ),
    Entry(id="2", on=datetime(2026, 8, 23, 14, 30), kind="phone", contact="bob", with_=("someone-gone",)),
    Entry(id="3", on=date(2027, 1, 5), contact="eve", text="note to self", place="Zürich"),
]  # fmt: skip


def people(text: str) -> str:
    fits = contact_predicate(parse(text), TODAY, Facts())
    return " ".join(row.id.split("-")[0] for row in PEOPLE if fits(row))


def entries(text: str) -> str:
    fits = entry_predicate(parse(text), TODAY, BY_ID.get, Facts())
    return "".join(entry.id for entry in ENTRIES if fits(entry))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "ada asa bob dot eve"),
        ("lovelace", "ada"),
        ("ENCHANTRESS", "ada"),
        ("åsa", "asa"),
        ("asa", "asa"),
        ('"ada king"', "ada"),
        ('"king the"', ""),
        ("note bob", "bob"),
        ("lovelace|berg", "ada asa"),
        ("#london", "ada"),
        ("#LON", "asa"),
        ("#zurich", "asa"),
        ("#maths|lon", "ada asa"),
        ("-#london", "asa bob dot eve"),
        ("^cto-role", "ada"),
        ("^cto", ""),
        ("role:mentor", "ada asa"),
        ("role:ment", ""),
        ("org:engine", "ada"),
        ("title:cto", "asa"),
        ('knows:"horse r"', "ada"),
        ("seeks:fund", "ada eve"),
        ("likes:horse", ""),
        ("shoe-size:38", "eve"),
        ("place:zurich", "asa eve"),
        ("place:lond", "ada"),
        ("place:cafe", "ada asa"),
        ("kind:coffee", "ada asa"),
        ("kind:call", "bob"),
        ("with:bob", ""),
        ("with:ada", "asa"),
        ("with:ada|berg", "ada asa"),
        ("got:lead gave:advice", "ada asa"),
        ("got:lea", ""),
        ("is:quiet", "ada eve"),
        ("is:new|muted", "asa bob"),
        ("is:broken", "dot"),
        ("is:imported", "ada"),
        ("is:archived", "carl"),
        ("is:quiet is:archived", ""),
        ("last:<=99999y", "ada asa eve"),
        ("is:archived | #maths", "ada carl"),
        ("-is:archived", "ada asa bob dot eve"),
        ("#london is:archived", "carl"),
        ("last:>90d", "asa"),
        ("last:>91d", ""),
        ("last:>=91d", "asa"),
        ("last:<60d", "ada eve"),
        ("-last:>90d", "ada bob dot eve"),
        ("last:<2026-10", "asa"),
        ("last:2026-10", "ada"),
        ("last:2026-10|2026-08", "ada asa"),
        ("every:3w", "ada bob"),
        ("every:<1m", "ada bob"),
        ("every:>3w", ""),
        ("has:email", "ada bob"),
        ("no:email", "asa dot eve"),
        ("has:birthday", "ada"),
        ("has:rhythm", "ada asa bob eve"),
        ("no:rhythm", "dot"),
        ("no:email|birthday", "asa bob dot eve"),
        ("role:mentor -org:initech", "ada"),
        ("#maths | is:new", "ada bob"),
        ("99999 | last:>99999y", ""),
    ],
)
def test_contacts(text, found):
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#lon", "ada asa"),
        ("#lon ", "asa"),
        ('#"lon"', "asa"),
        ("#mat|zur", "asa"),
        ("#maths|lon", "ada asa"),
        ("#maths|lond", "ada"),
        ("#mat | is:new", "bob"),
        ("is:new | #mat", "ada bob"),
        ("-#lon", "ada bob dot eve"),
        ("^cto", "ada"),
        ("role:men", "ada asa"),
        ("got:le", "ada asa"),
        ("kind:cof", "ada asa"),
        ("kind:ca", "bob"),
        ('#"\u0301"', ""),
    ],
)
def test_a_label_being_typed_finds_by_prefix(text, found):
    fits = contact_predicate(parse(text, unfinished_ok=True), TODAY, Facts())
    assert " ".join(row.id.split("-")[0] for row in PEOPLE if fits(row)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "123"),
        ("hiring", "1"),
        ("retainer", "1"),
        ("coffee", ""),
        ("note", "3"),
        ("#hiring", "1"),
        ("#hir", ""),
        ("-#hiring", "23"),
        ("^cto-role kind:coffee", "1"),
        ("^cto-role kind:call", ""),
        ("kind:call", "2"),
        ("kind:phone", "2"),
        ("kind:rang|coffee", "12"),
        ("place:zoe", "1"),
        ("place:zurich", "3"),
        ("got:lead", "1"),
        ("gave:lead", ""),
        ("with:ada-lovelace", "1"),
        ("with:king", "1"),
        ("with:berg", "1"),
        ("with:asa", "1"),
        ("with:someone", "2"),
        ("with:b", "12"),
        ("with:bob", "2"),
        ("role:mentor", "1"),
        ("-role:mentor", "23"),
        ("role:friend title:cto", "1"),
        ("has:email", "12"),
        ("no:email", "13"),
        ("is:new", "2"),
        ("is:quiet -kind:coffee", "3"),
        ("seeks:funding", "13"),
        ("every:3w", "12"),
        ("last:<2026-09", "2"),
        ("last:>2026-12", "3"),
        ("last:90d", "12"),
        ("last:<90d", "1"),
        ("last:2026-08-23", "2"),
    ],
)
def test_entries(text, found):
    assert entries(text) == found


def test_a_whole_id_means_that_contact_alone():
    rows = {i: ContactRow(i, "Ann") for i in ("ann", "ann-2")}
    fits = entry_predicate(parse("with:ann"), TODAY, rows.get)
    assert fits(Entry(id="1", on=TODAY, contact="ann"))
    assert not fits(Entry(id="2", on=TODAY, contact="ann-2"))
    assert not fits(Entry(id="3", on=TODAY, contact="ann-2", with_=("joann",)))


def test_each_entry_term_is_asked_once_and_never_negated():
    facts = Facts()
    fits = contact_predicate(parse("-kind:coffee|lunch got:lead | ada place:x"), TODAY, facts)
    assert facts.asked == [Term("kind", ("coffee", "lunch")), Term("got", ("lead",)), Term("place", ("x",))]
    assert [fits(row) for row in PEOPLE] == [False] * len(PEOPLE)
    assert len(facts.asked) == 3


@pytest.mark.parametrize("text", ["is:quiet", "seeks:funding"])
def test_entries_without_facts_refuse_what_needs_them(text):
    with pytest.raises(QueryError, match="cannot be asked"):
        entry_predicate(parse(text), TODAY, BY_ID.get)


def test_kinds_of_the_config_bring_their_other_words():
    kinds = Kinds({**BUILT_IN.contact, "Sauna": True}, {**BUILT_IN.synonyms, "banya": "Sauna"})
    assert kind_names("banya", kinds) == {"banya", "sauna"}
    assert kind_names("padel", kinds) == {"padel"}
    assert "phoned" in kind_names("Call")


def test_a_mark_alone_is_no_tag():
    assert people('#"\u0301"') == ""
    assert people('#"\u0301"|maths') == "ada"
    assert entries('#"\u0301"') == ""


def test_what_was_said_and_learned_are_lines_of_their_own():
    assert searchable_text(ENTRIES[0]) == "Her new lab is hiring.\nThey pay by retainer."
    assert searchable_text(ENTRIES[2]) == "note to self"


_TERMS = st.sampled_from(
    ["ada", "#london", "^cto-role", "role:mentor", "org:i", "is:quiet", "is:archived", "last:>90d",
     "has:email", "kind:coffee", "place:zurich", "with:asa", "seeks:f", "shoe-size:38"]
)  # fmt: skip
_EVERYBODY = "is:archived | -is:archived"


@given(st.lists(st.lists(st.tuples(st.booleans(), _TERMS), min_size=1, max_size=3), max_size=3))
def test_and_or_and_not_are_those_of_logic(clauses):
    def test_of(text: str):
        return contact_predicate(parse(f"{text} {_EVERYBODY}"), TODAY, Facts())

    alone = {term: test_of(term) for clause in clauses for _, term in clause}
    together = test_of(" ".join(" | ".join("-" * n + term for n, term in clause) for clause in clauses))
    for row in PEOPLE:
        assert together(row) == all(any(alone[t](row) != n for n, t in clause) for clause in clauses)


def test_free_words_are_no_test_of_a_person_without_facts():
    with pytest.raises(QueryError):
        person_predicate(Term(FREE, ("ada",)), TODAY)


def test_a_query_of_any_length_is_answered():
    assert people("lovelace " * 5000) == "ada"
    assert people(" | ".join(["nobody"] * 5000 + ["berg"])) == "asa"
