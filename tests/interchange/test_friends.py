"""Import of friends.md: the format, and that no input raises."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netui.interchange import friends
from netui.interchange.records import ParsedFile

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "friends"

SMALL = """\
### Activities:
- 2021-05-03: **Ines Prado** and I went to _Port Ellen_. Omar had to cancel.
- 2021-05-01: Got lunch with **Omar Haddad** and **Ines Prado** in _Leith_. @food @Work:team
- 2021-04-20: Talked to **Omar Haddad** on the phone for an hour.

### Notes:
- 2021-06-15: **Omar Haddad** is moving to _Oslo_. @moves

### Friends:
- Ines Prado (a.k.a. The Captain a.k.a. Nessie) [Leith] @sailing @science:outdoors:kelp-farming
- Omar Haddad
- Quiet Friend

### Locations:
- Leith
- New York City (a.k.a. NYC a.k.a. NY)
"""


def read(text: str) -> ParsedFile:
    return friends.read(text.encode(), "friends.md")


def people(reading: ParsedFile) -> dict[str, dict[str, object]]:
    return {person.name: dict(person.fields) for person in reading.people}


def activity(line: str) -> dict[str, object]:
    (entry,) = read(f"### Activities:\n- 2021-01-02: {line}\n").entries
    return dict(entry.fields)


def test_a_whole_file_comes_in() -> None:
    reading = read(SMALL)
    assert reading.rejected == ()
    assert people(reading) == {
        "Ines Prado": {
            "aliases": ["The Captain", "Nessie"],
            "location": "Leith",
            "tags": ["sailing", "science:outdoors:kelp-farming"],
        },
        "Omar Haddad": {},
        "Quiet Friend": {},
    }
    assert {person.source for person in reading.people} == {"friends"}
    assert [person.uid for person in reading.people] == ["Ines Prado", "Omar Haddad", "Quiet Friend"]
    assert [(entry.people, dict(entry.fields)) for entry in reading.entries] == [
        (
            ("Ines Prado",),
            {
                "on": date(2021, 5, 3),
                "kind": "meeting",
                "place": "Port Ellen",
                "text": "Ines Prado and I went to Port Ellen. Omar had to cancel.",
            },
        ),
        (
            ("Omar Haddad", "Ines Prado"),
            {
                "on": date(2021, 5, 1),
                "kind": "lunch",
                "place": "Leith",
                "text": "Got lunch with Omar Haddad and Ines Prado in Leith.",
                "tags": ["food", "work:team"],
            },
        ),
        (
            ("Omar Haddad",),
            {
                "on": date(2021, 4, 20),
                "kind": "call",
                "text": "Talked to Omar Haddad on the phone for an hour.",
            },
        ),
        (
            ("Omar Haddad",),
            {
                "on": date(2021, 6, 15),
                "kind": "note",
                "place": "Oslo",
                "text": "Omar Haddad is moving to Oslo.",
                "tags": ["moves"],
            },
        ),
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Lunch with **Ada**.", "lunch"),
        ("Had a quick lunch with **Ada**.", "lunch"),
        ("@food: Got coffee with **Ada**.", "coffee"),
        ("**Ada** and I met for dinner.", "dinner"),
        ("Went out for drinks with **Ada**.", "drinks"),
        ("Called **Ada**.", "call"),
        ("**Ada** called.", "call"),
        ("**Ada** rang about the boat.", "call"),
        ("Video call with **Ada**.", "video"),
        ("Emailed **Ada** the draft.", "email"),
        ("**Ada** texted me.", "message"),
        ("Wrote a letter to **Ada**.", "letter"),
        ("Visited **Ada** in the hospital.", "visit"),
        ("Danced at **Ada**'s wedding.", "event"),
        ("Met up with **Ada**.", "meeting"),
        ("Visited _Rome_ with **Ada**.", "meeting"),
        ("Talked with **Ada** about a dinner she once cooked.", "meeting"),
        ("Saw a play called _Lunch_ with **Ada**.", "meeting"),
        ("Emailed **Ada**, then had lunch with her.", "meeting"),
    ],
)
def test_the_kind_is_taken_from_the_words_only_when_they_are_clear(sentence: str, kind: str) -> None:
    assert activity(sentence)["kind"] == kind


def test_marks_and_tags_leave_the_text_and_addresses_stay() -> None:
    fields = activity("@science:indoors: **Ada** wrote from ada@engines.example with @work people. @fun @Fun")
    assert fields["text"] == "Ada wrote from ada@engines.example with people."
    assert fields["tags"] == ["science:indoors", "work", "fun"]


def test_what_only_looks_like_a_mark_stays() -> None:
    fields = activity("**Ada** showed me snake_case_names, 2 ** 3 and https://x.example/_a_/b.")
    assert fields["text"] == "Ada showed me snake_case_names, 2 ** 3 and https://x.example/_a_/b."
    assert "place" not in fields


def test_a_possessive_keeps_its_apostrophe() -> None:
    fields = activity("Toured _Atlantis_' gardens and **Ada**'s lab.")
    assert (fields["place"], fields["text"]) == ("Atlantis", "Toured Atlantis' gardens and Ada's lab.")


def test_an_unclosed_name_swallows_nobody() -> None:
    (entry,) = read("### Activities:\n- 2021-01-02: Saw **Bo and **Ann Lee**.\n").entries
    assert entry.people == ("Ann Lee",)


def test_a_bold_alias_or_other_spelling_means_the_listed_friend() -> None:
    reading = read(
        "### Activities:\n- 2021-01-01: Tea with **nessie**.\n- 2021-01-02: Tea with **INÉS PRADO**.\n"
        "### Friends:\n- Ines Prado (a.k.a. Nessie)\n"
    )
    assert [entry.people for entry in reading.entries] == [("Ines Prado",), ("Ines Prado",)]
    assert list(people(reading)) == ["Ines Prado"]


def test_a_name_that_fits_two_friends_is_a_person_of_its_own() -> None:
    reading = read(
        "### Notes:\n- 2021-01-01: **Sam** won.\n"
        "### Friends:\n- Sam Oake (a.k.a. Sam)\n- Sam Poll (a.k.a. Sam)\n"
    )
    assert list(people(reading)) == ["Sam Oake", "Sam Poll", "Sam"]


def test_people_who_are_only_named_come_in_too() -> None:
    reading = read("### Activities:\n- 2021-01-01: Saw **Bigfoot** and **Ada [/b]**.\n### Friends:\n- Ines\n")
    assert list(people(reading)) == ["Ines", "Bigfoot", "Ada [/b]"]
    assert reading.people[1].where == "line 2"


def test_each_bad_line_is_rejected_with_its_line_and_reason_and_the_good_ones_come_in() -> None:
    reading = read(
        "# My people\n"
        "hello there\n"
        "### Activities:\n"
        "- 2021-01-01: Swam alone.\n"
        "- 2021-02-30: Lunch with **Ines**.\n"
        "- yesterday: Lunch with **Ines**.\n"
        "- 2021-01-03: Lunch with **Ines**.\n"
        "\n"
        "### Garbage:\n"
        "- 2021-01-04: Lunch with **Ines**.\n"
        "### Friends:\n"
        "- Ines\n"
        "- @lonely-tag\n"
        "<!-- a comment -->\n"
        "- Ines [Leith]\n"
        "- Omar (from the harbour) @boats\n"
        "### Locations:\n"
        "# remember Rome\n"
    )
    assert [(r.where, r.file) for r in reading.rejected] == [
        (f"line {number}", "friends.md") for number in (1, 2, 4, 5, 6, 9, 10, 13, 14, 15, 18)
    ]
    why = {r.where: r.why for r in reading.rejected}
    assert "names nobody" in why["line 4"]
    assert "2021-02-30 is no day" in why["line 5"]
    assert "no date" in why["line 6"]
    assert "no name" in why["line 13"]
    assert "listed already on line 12" in why["line 15"]
    assert reading.rejected[3].raw == "- 2021-02-30: Lunch with **Ines**."
    assert [entry.where for entry in reading.entries] == ["line 7"]
    assert people(reading) == {"Ines": {}, "Omar": {"tags": ["boats"], "notes": "(from the harbour)"}}


def test_examples_inside_a_readme_are_read_and_its_prose_is_not() -> None:
    reading = read(
        "Some prose.\n\n- a list\n\n```markdown\n### Friends:\n\n- Ines Prado\n```\n\n- an ordered list:\n\n"
        "```markdown\n### Activities:\n\n- 2021-01-01: Lunch with **Ines Prado**.\n```\n"
        "- 2021-01-02: **Nobody**\n"
    )
    assert list(people(reading)) == ["Ines Prado"]
    assert [entry.where for entry in reading.entries] == ["line 16"]
    assert [r.where for r in reading.rejected] == ["line 1", "line 3", "line 11", "line 18"]


@pytest.mark.parametrize(
    "data",
    [
        SMALL.encode(),
        SMALL.rstrip("\n").encode(),
        SMALL.replace("\n", "\r\n").encode(),
        SMALL.replace("\n", "\r\r\n").encode(),
        SMALL.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + SMALL.encode(),
        SMALL.encode("utf-16"),
    ],
)
def test_line_ends_and_byte_order_marks_change_nothing(data: bytes) -> None:
    assert friends.read(data, "friends.md") == read(SMALL)


def test_old_windows_text_keeps_its_letters() -> None:
    reading = friends.read("### Friends:\n- José Núñez\n".encode("cp1252"), "friends.md")
    assert [person.name for person in reading.people] == ["José Núñez"]


def test_sections_may_be_missing_or_empty() -> None:
    assert read("") == ParsedFile()
    assert read("### Friends:\n\n### Notes:\n") == ParsedFile()


def test_control_characters_never_come_in_and_markup_stays_data() -> None:
    reading = read(
        "### Friends:\n- Ev\x1b[31me\x07 \x9b[@click=app.quit]\n"
        "### Notes:\n- 2021-01-01: **A\x00nn** [b]ok\x1b]52;c;eA==\x07[/b]\n"
    )
    assert [person.name for person in reading.people] == ["Ev[31me", "Ann"]
    assert reading.people[0].fields == {"location": "@click=app.quit"}
    assert reading.entries[0].fields["text"] == "Ann [b]ok]52;c;eA==[/b]"


def test_ids_are_the_same_each_time_and_tell_equal_lines_apart() -> None:
    line = "- 2021-01-01: Lunch with **Ines**.\n"
    once, twice = read("### Activities:\n" + line), read("### Activities:\n" + line * 2)
    assert once.entries[0].id == twice.entries[0].id != twice.entries[1].id
    assert read("### Notes:\n" + line).entries[0].id != once.entries[0].id
    assert all(re.fullmatch(r"[0-9a-z]{10}", entry.id) for entry in twice.entries)


LINES = st.lists(
    st.one_of(
        st.sampled_from(["### Activities:", "### Friends:", "### Notes:", "### Garbage:", "```", ""]),
        st.text(st.sampled_from("*_@[]()a.k: -\\#\x1b\r\té‮0"), max_size=30),
        st.builds("- 2021-01-{:02d}: {}".format, st.integers(1, 31), st.text(max_size=30)),
        st.text(max_size=40).map("- {}".format),
    ),
    max_size=12,
)


@given(LINES)
@example(["### Activities:", "- 2021-01-01: ** **", "- 2021-01-01: ****"])
def test_every_line_of_any_file_comes_in_or_is_rejected(lines: list[str]) -> None:
    text = "\n".join(lines)
    reading = friends.read(text.encode("utf-8", "replace"), "f")
    for person in reading.people:
        assert person.name and not re.search(r"[\x00-\x1f\x7f-\x9f]", person.name)
    uids = {person.uid for person in reading.people}
    assert all(set(entry.people) <= uids and entry.people for entry in reading.entries)
    taken = {thing.where for group in reading for thing in group}
    section = ""
    for number, line in enumerate(re.split(r"\r{0,2}\n|\r", text), 1):
        if re.match(r"\s*- 20", line) and section in ("Activities", "Notes"):
            assert f"line {number}" in taken
        elif line.startswith("### "):
            section = line[4:-1]
        elif line.startswith("```") or line.lstrip().startswith("#"):
            section = ""


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    friends.read(b"### Activities:\n" + data, "f")


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpora of other programs' files are not beside this checkout"
)
def test_each_activity_of_the_corpus_that_names_somebody_arrives() -> None:
    files = sorted(CORPUS.glob("*.md"))
    assert files
    for path in files:
        reading = friends.read(path.read_bytes(), path.name)
        lines = path.read_text(encoding="utf-8").split("\n")
        dated = {
            f"line {n}": line for n, line in enumerate(lines, 1) if re.match(r"- \d{4}-\d\d-\d\d: ", line)
        }
        named = {where for where, line in dated.items() if "**" in line}
        assert {entry.where for entry in reading.entries} == named
        headings = {f"line {n}" for n, line in enumerate(lines, 1) if line == "### Garbage:"}
        assert {rejected.where for rejected in reading.rejected} == dated.keys() - named | headings
        assert all(
            "**" not in entry.fields["text"] and "_" not in entry.fields["text"] for entry in reading.entries
        )
