"""What the index keeps of one file, and what it refuses with its place."""

from datetime import date, datetime, time
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.contact_row import ContactRow
from netui.domain.model.kinds import BUILT_IN
from netui.storage.index.extract import ExtractedContact, Malformed, extract_contact


def of(text: str, stem: str = "ada") -> ExtractedContact:
    return extract_contact(stem, tomli.loads(text), BUILT_IN)


def test_the_summary_of_a_whole_file() -> None:
    found = of(
        'name = "Ada Lovelace"\naliases = ["Ada King"]\nroles = ["mentor"]\ntags = ["a", "b"]\norg = "E"\n'
        'title = "T"\nlocation = "L"\nknows = ["k"]\ngoals = ["g"]\narchived = true\ndied = "2024"\n'
        'notes = "Été"\nodd = 3\n'
        '[rhythm]\nevery = "3w"\nmode = "off"\nsnoozed_until = 2026-12-24\n'
        '[[date]]\nwhat = "name day"\non = "--06-01"\n'
    )
    assert found.columns == {
        "name": "Ada Lovelace", "aliases": "Ada King", "roles": "mentor", "tags": "a\nb", "org": "E",
        "title": "T", "location": "L", "knows": "k", "goals": "g", "every": "3w", "mode": "off",
        "archived": 1, "died": 1,
        "snoozed_until": date(2026, 12, 24).toordinal(),
        "keys": "name aliases roles tags org title location knows goals archived died notes odd rhythm date"
        " name-day",
    }  # fmt: skip
    assert set(found.columns) <= set(ContactRow._fields)
    assert found.named == "ada lovelace\nada king\ne\na\nb" and found.notes == "ete"
    assert "timeline" not in found.head
    assert set(found.names) == {
        ("ada lovelace", 1), ("lovelace", 0), ("ada king", 1), ("king", 0), ("ada", 1)
    }  # fmt: skip


def test_entries_keep_their_day_whatever_the_zone() -> None:
    found = of(
        'name = "A"\n'
        '[[timeline]]\nid = "a"\non = 2026-11-09T23:30:00-05:00\nkind = "call"\nwith = ["b", "c"]\n'
        'learned = "x"\n'
        '[[timeline]]\non = "2026-11-09"\n'
    )
    first, second = found.entries
    assert first[:5] == ("a", "2026-11-09", "2026-11-09T23:30:00", "call", "\nb\nc\n")
    assert first[10:13] == ("\nx", 1, 3)
    assert second[:5] == ("#1", "2026-11-09", "2026-11-09", "note", "") and second[11:13] == (0, 1)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", ("name",)),
        ('name = " "', ("name",)),
        ("name = 3", ("name",)),
        ('name = "A"\ntags = [3]', ("tags",)),
        ('name = "A"\nrhythm = 3', ("rhythm",)),
        ('name = "A"\n[rhythm]\nevery = "0d"', ("rhythm", "every")),
        ('name = "A"\n[rhythm]\nmode = "x"', ("rhythm", "mode")),
        ('name = "A"\n[rhythm]\nsnoozed_until = "x"', ("rhythm", "snoozed_until")),
        ('name = "A"\ntimeline = 3', ("timeline",)),
        ('name = "A"\n[[timeline]]\nid = "a"', ("timeline", 0)),
        ('name = "A"\n[[timeline]]\non = 2026-11-01\ntext = 3', ("timeline", 0, "text")),
        ('name = "A"\n[[timeline]]\non = 2026-11-01\nwith = "b"', ("timeline", 0, "with")),
        ('name = "A"\n[[promise]]\nby = "us"', ("promise", 0, "by")),
        ('name = "A"\n[[promise]]\ntext = "x"\ndue = "soon"', ("promise", 0, "due")),
        ('name = "A"\n[[date]]\non = "2026-13"', ("date", 0, "on")),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, path: tuple[Any, ...]) -> None:
    with pytest.raises(Malformed) as told:
        of(text)
    assert told.value.path == path and told.value.why


values = st.recursive(
    st.one_of(
        st.text(max_size=5), st.integers(), st.booleans(), st.floats(), st.dates(), st.datetimes(),
        st.just(time(1)), st.sampled_from(("3w", "--12-10", "2026-11-01", "me")),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)  # fmt: skip
KEYS = (
    "aliases", "tags", "org", "notes", "rhythm", "date", "timeline", "promise", "opportunity", "archived",
    "died", "met", "related", "x",
)  # fmt: skip
tables = st.lists(
    st.dictionaries(
        st.sampled_from(("id", "on", "kind", "with", "text", "what", "by", "due", "lead", "every")), values
    ),
    max_size=2,
)


@pytest.mark.slow
@given(st.dictionaries(st.sampled_from(KEYS), st.one_of(values, tables)))
def test_any_document_is_taken_in_or_refused(document: dict[str, Any]) -> None:
    try:
        found = extract_contact("ada", {"name": "Ada", **document}, BUILT_IN)
    except Malformed:
        return
    assert all(0 <= lead <= 366 for *_, lead in found.dates), "SQLite takes no numbers without end"
    for row in (*found.entries, *found.promises, *found.dates, *found.opportunities):
        assert all(value is None or isinstance(value, (str, int, float)) for value in row)
    assert not any(isinstance(value, datetime) for value in found.columns.values())
