"""Validation of contacts, goals and settings: what it accepts, its words, and that the quick paths agree."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.domain.model.contact import Contact
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import DAY_OF_DEATH, UNKNOWN_DAY
from netui.domain.model.entry import Promise
from netui.domain.model.goal import PERIODS, Goal
from netui.domain.model.kinds import BUILT_IN
from netui.services.goals.progress import decode_goal
from netui.storage.index.extract import Malformed, extract_contact
from netui.storage.state.config import Config, load_config
from netui.storage.toml.document import dump
from netui.storage.validation.validate import config_errors, errors_in, validate

# ---------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("", ("name",), "name is missing"),
        ('name = " "', ("name",), "name must be text"),
        ("name = 3", ("name",), "name must be text in quotes"),
        ('name = "A"\ntags = "x"', ("tags",), 'tags must be a list of texts: tags = ["…"]'),
        ('name = "A"\narchived = 1', ("archived",), "archived must be true or false"),
        ('name = "A"\nmet = "Rome"', ("met",), "met must be a table: [met]"),
        ('name = "A"\ndate = "x"', ("date",), "date must be tables: [[date]]"),
        ('name = "A"\ndied = true', ("died",), "died must be a date"),
        (
            'name = "A"\n[rhythm]\nevery = "often"', ("rhythm", "every"),
            "'often' is not a span of time (try 10d, 3w, 2m or 1y)",
        ),
        ('name = "A"\n[rhythm]\nmode = "loud"', ("rhythm", "mode"), "mode is 'loud'"),
        ('name = "A"\n[[date]]\non = "--12-10"\nlead = "7"', ("date", 0, "what"), "what is missing"),
        (
            'name = "A"\n[[date]]\nwhat = "x"\non = "soon"', ("date", 0, "on"),
            "'soon' is not a date (2024-05-02, 2024-05, 2024 or --05-02)",
        ),
        ('name = "A"\n[[timeline]]\nid = "a"', ("timeline", 0, "on"), "on is missing"),
        (
            'name = "A"\n[[timeline]]\non = "2026-02-31"', ("timeline", 0, "on"),
            "'2026-02-31' is not a date (day",
        ),
        ('name = "A"\n[[promise]]\nby = "us"\ntext = "x"', ("promise", 0, "by"), "by is 'us'"),
        ('name = "A"\nphones = [3]', ("phones",), "phones must be a list of texts or labelled values"),
        ('name = "A"\nphones = [{ label = "x" }]', ("phones", 0, "value"), "value is missing"),
    ],
)  # fmt: skip
def test_each_error_has_its_field_and_plain_words(text: str, path: tuple[Any, ...], message: str) -> None:
    first, *_ = validate(Contact, tomli.loads(text))[1]
    assert first.path == path
    assert first.message.startswith(message)


def test_choices_are_in_the_hint() -> None:
    (error,) = errors_in(FileId(GOALS, "g"), {"title": "G", "status": "done"})
    assert error == (("status",), "status is 'done'", "it is one of active, reached, dropped")


def test_all_errors_are_found_at_once() -> None:
    text = "name = 1\ntags = 2\n[[timeline]]\non = 3\n[[timeline]]\non = 2026-01-01\ntext = 4\n"
    paths = [error.path for error in errors_in(FileId(CONTACTS, "a"), tomli.loads(text))]
    assert paths == [("name",), ("tags",), ("timeline", 0, "on"), ("timeline", 1, "text")]


def test_unknown_keys_are_no_error_anywhere() -> None:
    text = (
        'name = "A"\nodd = 1\n[met]\nodd = 2\n[[timeline]]\non = 2026-01-01\nplanned = true\n'
        "[[before]]\nx = 1\n"
        '[[related]]\nwho = "Bob"\nsince = 2020\n'
    )
    assert validate(Contact, tomli.loads(text))[1] == []
    assert validate(Goal, {"title": "G", "odd": [1], "measure": {"count": "x", "odd": 2}})[1] == []


def test_hand_written_items_may_leave_out_what_is_assumed() -> None:
    found, errors = validate(
        Contact, {"name": "A", "timeline": [{"on": "2026-01-02"}], "promise": [{"text": "x", "done": True}]}
    )
    assert not errors and found is not None
    assert (found.timeline[0].on, found.timeline[0].kind) == (date(2026, 1, 2), "note")
    assert (found.promises[0].by, found.promises[0].done) == ("me", None)


def test_errors_of_the_settings_have_their_line(tmp_path: Any) -> None:
    path = tmp_path / "config.toml"
    assert config_errors(path) == []
    path.write_text('thme = "x"\n[rhythm]\nsensitivity = "never"\n[rhythm.defaults]\nmentor = "often"\n')
    assert config_errors(path) == [
        (3, "rhythm.sensitivity: sensitivity is 'never' (it is one of sooner, normal, later)"),
        (5, "rhythm.defaults.mentor: 'often' is not a span of time (try 10d, 3w, 2m or 1y)"),
        (1, "thme: there is no such setting (did you mean theme?)"),
    ]
    path.write_text(
        'editor = "vi \\\\"\n[commands]\nmail = "\'"\ncall = ""\nlink = " "\nnotify = "true {text}"\n'
    )
    assert config_errors(path) == [
        (1, "editor: 'vi \\\\' cannot be read as a command (a backslash at its end says nothing)"),
        (3, """commands.mail: "'" cannot be read as a command (a quote is not closed)"""),
        (5, "commands.link: ' ' cannot be read as a command (it names no program)"),
    ]
    path.write_text("not toml")
    ((line, words),) = config_errors(path)
    assert line == 1 and "Expected" in words


# ---------------------------------------------------------------------- the quick paths and the models agree

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=8)
TEXTS = st.lists(WORDS, max_size=3)
DAYS = st.dates(date(1970, 1, 1), date(2100, 1, 1))
WHEN = st.one_of(DAYS, DAYS.map(str), st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)))
PARTIAL = st.one_of(DAYS, st.sampled_from(["2024", "2024-05", "--12-10", "2024-02-29"]))
SPANS = st.sampled_from(["3w", "10d", "2M", " 1y ", ""])
LABELLED = st.lists(WORDS | st.fixed_dictionaries({"value": WORDS}, optional={"label": WORDS}), max_size=2)
SIDES = st.sampled_from(["me", "them"])


def tables(required: Mapping[str, Any], **optional: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(dict(required), optional=optional), max_size=3)


CONTACT_FILES = st.fixed_dictionaries(
    {"name": WORDS.filter(str.strip)},
    optional={
        **dict.fromkeys(("aliases", "roles", "tags", "knows", "seeks", "interests", "goals"), TEXTS),
        **dict.fromkeys(("pronouns", "org", "title", "location", "timezone", "notes"), WORDS),
        **dict.fromkeys(("emails", "phones", "links", "addresses"), LABELLED),
        "archived": st.booleans(), "died": PARTIAL, "odd": st.integers(),
        "met": st.fixed_dictionaries({}, optional={"on": PARTIAL, "where": WORDS, "via": WORDS}),
        "rhythm": st.fixed_dictionaries({}, optional={
            "every": SPANS, "snoozed_until": WHEN, "mode": st.sampled_from(["regular", "ambient", "off", ""]),
        }),
        "date": tables({"what": WORDS, "on": PARTIAL}, lead=st.integers(-9, 999)),
        "related": tables({"who": WORDS}, **{"as": WORDS}),
        "source": tables({"kind": WORDS, "uid": WORDS}),
        "promise": tables(
            {"text": WORDS}, id=WORDS, by=SIDES, made=WHEN, due=WHEN, done=WHEN | st.just(True), goal=WORDS,
            dropped=WHEN | st.just(True),
        ),
        "opportunity": tables(
            {"kind": WORDS, "text": WORDS}, id=WORDS, status=st.sampled_from(["open", "won", "lost"]),
            goal=WORDS, via=WORDS, next_on=WHEN,
        ),
        "timeline": tables(
            {"on": WHEN}, id=WORDS, kind=WORDS, place=WORDS, text=WORDS, learned=WORDS, started_by=SIDES,
            private=st.booleans(), planned=st.booleans(),
            **dict.fromkeys(("with", "tags", "goals", "gave", "got"), TEXTS),
        ),
    },
)  # fmt: skip


def framed(items: tuple[str, ...]) -> str:
    return "\n" + "\n".join(items) + "\n" if items else ""


def iso(day: date | None) -> str | None:
    return day.isoformat()[:10] if day else None


def end_of(item: dict[str, Any], promise: Promise, key: str) -> str | None:
    return UNKNOWN_DAY.isoformat() if item.get(key) is True else iso(getattr(promise, key))


@given(CONTACT_FILES)
@settings(deadline=None)
def test_what_the_index_extracts_is_what_the_model_says(document: dict[str, Any]) -> None:
    quick = extract_contact("ada", document, BUILT_IN)
    model, errors = validate(Contact, document)
    assert errors == [] and model is not None
    rhythm = model.rhythm
    snoozed = rhythm.snoozed_until if rhythm else None
    assert {key: value for key, value in quick.columns.items() if key != "keys"} == {
        **{key: getattr(model, key) for key in ("name", "org", "title", "location")},
        **{key: "\n".join(getattr(model, key)) for key in ("aliases", "roles", "tags", "knows", "goals")},
        "every": rhythm.every if rhythm else "",
        "mode": rhythm.mode if rhythm and rhythm.mode != "regular" else "",
        "snoozed_until": snoozed.toordinal() if snoozed else 0,
        "archived": 1 if model.archived else 2 if model.died else 0,
        "died": int(model.died is not None),
    }
    assert quick.named == fold("\n".join((model.name, *model.aliases, model.org, *model.tags)))
    assert quick.notes == fold(model.notes)
    entries = model.timeline
    assert [row[:11] for row in quick.entries] == [
        (
            e.id or f"#{at}", iso(e.on), e.on.isoformat(), e.kind, framed(e.with_), e.place, framed(e.tags),
            framed(e.goals), framed(e.gave), framed(e.got), f"{e.text}\n{e.learned}" if e.learned else e.text,
        )
        for at, e in enumerate(entries)
    ]  # fmt: skip
    assert quick.promises == [
        (p.id or f"#{at}", p.by, p.text, iso(p.made), iso(p.due), done, p.goal, dropped)
        for at, p in enumerate(model.promises)
        for done, dropped in [[end_of(document["promise"][at], p, key) for key in ("done", "dropped")]]
    ]
    remembered = [(DAY_OF_DEATH, str(model.died))] if model.died and model.died.month else []
    assert [row[:2] for row in quick.dates] == [*((d.what, str(d.on)) for d in model.dates), *remembered]
    assert [row[:3] for row in quick.opportunities] == [(o.id, o.status, o.goal) for o in model.opportunities]
    via = [model.met.via] if model.met else []
    assert [row[0] for row in quick.links] == [who for who in (*via, *(r.who for r in model.related)) if who]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a document, tables and lists themselves among them."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


WRONG = st.sampled_from(
    [3, -1.5, True, "", " ", "x", [], [1], ["x", 2], {}, {"x": 1}, [{}], date(2026, 1, 1)]
)


@pytest.mark.slow
@given(CONTACT_FILES, WRONG, st.booleans(), st.data())
@settings(deadline=None, max_examples=300)
def test_validation_names_each_field_that_the_index_refuses(
    document: dict[str, Any], value: Any, is_removed: bool, data: st.DataObject
) -> None:
    *above, last = data.draw(st.sampled_from(list(places(document))))
    parent: Any = document
    for key in above:
        parent = parent[key]
    if is_removed:
        del parent[last]
    else:
        parent[last] = value
    try:
        extract_contact("ada", document, BUILT_IN)
    except Malformed as refused:
        _, errors = validate(Contact, document)
        assert any(error.path[: len(refused.path)] == refused.path for error in errors), (
            refused.path,
            errors,
        )
        assert not any("pydantic" in error.message or "Input should" in error.message for error in errors)


GOAL_FILES = st.fixed_dictionaries(
    {"title": WORDS.filter(bool)},
    optional={
        "why": WORDS, "status": st.sampled_from(["active", "reached", "dropped"]), "due": DAYS,
        "order": st.integers(-999, 999),
        "measure": st.fixed_dictionaries({"count": WORDS}, optional={
            "target": st.integers(0, 99), "per": st.sampled_from(PERIODS),
        }),
        "audience": tables({"who": WORDS.filter(bool), "match": WORDS}, want=st.integers(0, 99)),
        "milestone": tables({"text": WORDS}, due=DAYS, done=DAYS),
    },
)  # fmt: skip


@given(GOAL_FILES)
@settings(deadline=None)
def test_a_goal_is_read_as_the_model_says(document: dict[str, Any]) -> None:
    model, errors = validate(Goal, document)
    assert errors == []
    assert decode_goal("", document) == model


COMMANDS = st.sampled_from(["", "vi", "code --wait", "'my vi'"])
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "data": WORDS, "editor": COMMANDS, "theme": WORDS.filter(bool), "ascii": st.booleans(),
        "date_order": st.sampled_from(["", "dmy", "mdy"]),
        "kinds": st.dictionaries(WORDS, st.booleans(), max_size=2),
        "synonyms": st.dictionaries(WORDS, WORDS, max_size=2),
        "keys": st.dictionaries(WORDS, WORDS, max_size=2),
        "rhythm": st.fixed_dictionaries({}, optional={
            "sensitivity": st.sampled_from(["sooner", "normal", "later"]),
            "defaults": st.dictionaries(WORDS, st.sampled_from(["3w", "1y"]), max_size=2),
        }),
    },
)  # fmt: skip


@given(document=SETTINGS)
@settings(deadline=None)
def test_settings_are_read_as_the_model_says(document: dict[str, Any], tmp_path_factory: Any) -> None:
    path = tmp_path_factory.mktemp("settings") / "config.toml"
    path.write_text(dump(document), encoding="utf-8")
    model, errors = validate(Config, tomli.loads(path.read_text(encoding="utf-8")))
    assert errors == []
    assert load_config(path) == (model, "")
