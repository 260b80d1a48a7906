"""The query language as text: reading, canonical form, and errors that help."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.query import parser as query
from netui.domain.query.parser import Query, QueryError, Term, parse, render

TODAY = date(2026, 11, 21)


def one(text: str) -> Term:
    ((term,),) = parse(text).clauses
    return term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("ada", Term("", ("ada",))),
        ('"free phrase"', Term("", ("free phrase",))),
        ("#london", Term("tag", ("london",))),
        ("^cto-role", Term("goal", ("cto-role",))),
        ("tag:london", Term("tag", ("london",))),
        ("ROLE:Mentor", Term("role", ("Mentor",))),
        ('org:"Analytical Engines"', Term("org", ("Analytical Engines",))),
        ("is:Quiet|due", Term("is", ("quiet", "due"))),
        ("-is:quiet|due", Term("is", ("quiet", "due"), True)),
        ("ada|grace", Term("", ("ada", "grace"))),
        ("#a|b", Term("tag", ("a", "b"))),
        ("last:>090D", Term("last", (">90d",))),
        ("last:<=2026-01", Term("last", ("<=2026-01",))),
        ("every:3W", Term("every", ("3w",))),
        ("has:emails", Term("has", ("email",))),
        ("no:rhythm", Term("no", ("rhythm",))),
        ("has:Shoe_Size", Term("has", ("shoe_size",))),
        ("12:30", Term("", ("12:30",))),
        ("https://a.example/x", Term("", ("https://a.example/x",))),
        ("ada@x.example", Term("", ("ada@x.example",))),
        (r'"say \"hi\" \\ \n"', Term("", (r'say "hi" \ \n',))),
        ('"two\nlines"', Term("", ("two lines",))),
        ('5"', Term("", ('5"',))),
        ("--x", Term("", ("-x",), True)),
    ],
)
def test_one_term(text, term):
    assert one(text) == term


def test_terms_side_by_side_are_and_bars_are_or():
    a, b, c = Term("tag", ("a",)), Term("role", ("b",)), Term("", ("c",))
    assert parse("#a role:b | c") == Query(((a,), (b, c)))
    assert parse("#a|role:b c") == Query(((a, b), (c,)))
    assert parse("#a | c") == Query(((a, c),))
    assert parse("#a|-c") == Query(((a, c._replace(negated=True)),))
    assert parse('#a|"-c"') == Query(((Term("tag", ("a", "-c")),),))


def test_empty_text_matches_all():
    assert parse("  ") == Query() == parse("")


@pytest.mark.parametrize(
    ("text", "column", "words", "suggestion"),
    [
        ("ada orgg:x", 5, "no such field `orgg:`, did you mean `org:`?", "org:"),
        ("person:x", 1, "no such field", "with:"),
        ("status:x", 1, "no such field", "is:"),
        ("is:quite", 4, "did you mean `quiet`?", "quiet"),
        ("is:quiet|deu", 10, "did you mean `due`?", "due"),
        ("is:xyzzy", 4, "it takes quiet, due", ""),
        ("no:sorce", 4, "has no `sorce`", "source"),
        ("has:emial", 5, "has no `emial`", "email"),
        ("ada role:", 5, "lacks its value", ""),
        ("role: mentor", 1, "lacks its value", ""),
        ("# x", 1, "lacks its value", ""),
        ('""', 1, "lacks its value", ""),
        ("a - b", 3, "right behind `-`", ""),
        ("| a", 1, "before this `|`", ""),
        ("a || b", 4, "before this `|`", ""),
        ("a |", 3, "behind this `|`", ""),
        ('a org:"b', 7, "never closed", ""),
        ("last:soon", 6, "try >90d", ""),
        ("last:>90days", 6, "is not clear, did you mean `>90d`?", ">90d"),
        ('last:"< 3 months"', 6, "did you mean", "<3m"),
        ("last:week", 6, "did you mean", "1w"),
        ("every:2Wks", 7, "did you mean", "2w"),
        ("every:monthly", 7, "did you mean", "1m"),
        ("every:0weeks", 7, "try 3w", ""),
        ("last:>90minutes", 6, "try >90d", ""),
        ("last:--12-10", 6, "try >90d", ""),
        ("last:2026-02-30", 6, "try >90d", ""),
        ("last:>0d", 6, "try >90d", ""),
        ("every:2026", 7, "try 3w", ""),
        ("a \udcff", 3, "UTF-8", ""),
    ],
)
def test_errors_point_at_the_column_and_suggest(text, column, words, suggestion):
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (caught.value.column, caught.value.suggestion) == (column, suggestion)
    assert words in caught.value.message
    assert str(caught.value) == f"column {column}: {caught.value.message}"


def test_an_error_shows_no_escape_sequence_and_stays_short():
    with pytest.raises(QueryError) as caught:
        parse("is:\x1b]52;c;aGk=\x07\u202e" + "x" * 500)
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 200


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("#a role:", "#a"),
        ("#a -", "#a"),
        ("#a -org:", "#a"),
        ("#a |", "#a"),
        ("#a | role:", "#a"),
        ("#a ||", "#a"),
        ("|", ""),
        ('#a "open phr', "#a"),
        ('#a org:"Ana', "#a"),
        ('#a org:""', "#a"),
        ("#a is:qui", "#a"),
        ("#a is:quiet|d", "#a is:quiet"),
        ("#a is:due|", "#a is:due"),
        ("#a has:em", "#a"),
        ("#a last:>", "#a"),
        ("#a last:>9", "#a"),
        ("#a last:2026-1", "#a"),
        ("#a every:3", "#a"),
        ("role: | #a", "#a"),
        ("#a", "#a"),
    ],
)
def test_what_is_still_being_typed_is_not_yet_a_term(text, left):
    assert render(parse(text, unfinished_ok=True)) == left


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("#lon", [Term("tag", ("lon",), is_unfinished=True)]),
        ("#lon ", [Term("tag", ("lon",))]),
        ('#"lon"', [Term("tag", ("lon",))]),
        ("#a|lon", [Term("tag", ("a",)), Term("tag", ("lon",), is_unfinished=True)]),
        ("#a|lon|", [Term("tag", ("a", "lon"))]),
        ("-#lon", [Term("tag", ("lon",), negated=True)]),
        ("kind:cof", [Term("kind", ("cof",), is_unfinished=True)]),
        ("org:ana", [Term("org", ("ana",))]),
        ("#lon | ada", [Term("tag", ("lon",)), Term("", ("ada",))]),
    ],
)
def test_a_label_at_the_end_is_still_being_typed(text, terms):
    assert [*parse(text, unfinished_ok=True).terms] == terms
    assert not any(term.is_unfinished for term in parse(text.rstrip("|")).terms)


@pytest.mark.parametrize("text", ["orgg:x", "is:quite", "is:qui #a", "last:soon", "last:2026-13 "])
def test_what_cannot_become_a_term_is_refused_while_typing(text):
    with pytest.raises(QueryError):
        parse(text, unfinished_ok=True)


def test_archived_is_mentioned_only_when_asked_for():
    assert parse("ada is:quiet|archived").mentions_archived
    assert parse("ada | is:archived").mentions_archived
    assert not parse("-is:archived").mentions_archived
    assert not parse("archived").mentions_archived


@pytest.mark.parametrize("name", query.FIELDS)
def test_every_example_and_every_value_is_a_term_of_its_field(name):
    field = query.FIELDS[name]
    assert one(field.example).field == name
    assert field.example.startswith(field.sign)
    assert all(one(field.sign + value).values == (value,) for value in field.values)


_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=12)
_PIECES = st.sampled_from(
    ["-", "|", " ", " | ", '"', "#", "^", "\\", ":", "role:", "is:", "is:quiet", "last:", ">90d", "<2026-01",
     "every:", "3w", "has:", "no:email", "org:", "//", "a", "é", "\n", "x y", "\x00", "\ud800"]
)  # fmt: skip


def _value(field: str) -> st.SearchStrategy[str]:
    limited = query.FIELDS[field].values if field else ()
    if limited:
        return st.sampled_from(limited)
    if field in ("last", "every"):
        relations = st.sampled_from(["", "<", "<=", ">", ">="])
        bounds = st.builds("{}{}{}".format, relations, st.integers(1, 99999), st.sampled_from("dwmy"))
        months = st.dates(date(1, 1, 1)).map(lambda d: f">={d.isoformat()[:7]}")
        return bounds if field == "every" else bounds | months
    return _WORDS.map(lambda text: "".join(" " if c.isspace() else c for c in text))


_TERMS = st.sampled_from(["", *query.FIELDS]).flatmap(
    lambda field: st.builds(
        Term,
        st.just(field),
        st.lists(_value(field), min_size=1, max_size=3).map(tuple),
        st.booleans(),
        st.just(False),
        st.just(()),
    )
)
_CLAUSES = st.lists(_TERMS, min_size=1, max_size=3).map(tuple)
QUERIES = st.lists(_CLAUSES, max_size=4).map(lambda clauses: Query(tuple(clauses)))


@pytest.mark.slow
@given(QUERIES)
def test_rendered_queries_parse_to_themselves(wanted):
    assert parse(render(wanted)) == wanted


def _finished(query: Query) -> Query:
    """The query once a blank is typed behind it."""
    clauses = (tuple(term._replace(is_unfinished=False) for term in clause) for clause in query.clauses)
    return Query(tuple(clauses))


@given(st.text(max_size=40) | st.lists(_PIECES, max_size=12).map("".join), st.booleans())
def test_no_text_raises_anything_but_a_query_error_within_the_text(text, unfinished_ok):
    try:
        read = parse(text, unfinished_ok=unfinished_ok)
    except QueryError as error:
        assert 1 <= error.column <= len(text)
        assert error.message
    else:
        assert parse(render(read)) == _finished(read)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_a_finished_query_means_the_same_while_typing(text):
    try:
        finished = parse(text)
    except QueryError:
        return
    assert parse(text + " ", unfinished_ok=True) == finished


@pytest.mark.parametrize(
    ("now", "before", "narrows"),
    [
        ("adle", "ad", True),
        ("#rust adle", "#rust ad", True),
        ("ad #rust", "ad", True),
        ("ad", "ad", True),
        ("ad", "adle", False),
        ("bad", "ad", False),
        ("ad", "", False),
        ("-adle", "-ad", False),
        ("adle", "-ad", False),
        ("adle|bo", "ad|bo", False),
        ("adle|bo", "ad", False),
        ("#rusty", "#rust", True),
        ("#rusty ", "#rust", True),
        ("#rusty", "#rust ", False),
        ("#rust|go", "#rust|g", False),
        ("^rusty", "#rust", False),
        ("-#rusty", "-#rust", False),
        ("ad bo", "bo", False),
    ],
)
def test_what_fits_a_longer_word_or_a_clause_more_fitted_before(now: str, before: str, narrows: bool) -> None:
    assert parse(now, unfinished_ok=True).narrows(parse(before, unfinished_ok=True)) is narrows
