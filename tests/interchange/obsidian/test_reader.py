"""People among the notes of an Obsidian vault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.obsidian.reader import is_note, read
from netui.interchange.records import ParsedFile, ReadOptions

NOTE = """---
aliases: [Ad, "Countess, the"]
tags:
  - person
  - "#friends/close"
Company: "[[Engines|Analytical Engines]]"
email: ada@x.example # private
Phone:
  - 0131 496 0000
birthday: 1815-12-10
Met: 2024-05
spouse: "[[William]]"
Favourite drink: tea
photo: ada.png
---
# Ada Lovelace

Likes **horses**.

```dataview
table file.name
```
- she taught me
"""


def vault(text: str, file: str = "People/Ada Lovelace.md") -> ParsedFile:
    assert is_note(file.lower(), text.encode())
    return read(text.encode(), file, ReadOptions(part_of="vault"))


def test_a_note_of_a_person_gives_its_front_matter_and_its_text() -> None:
    (ada,) = vault(NOTE).people
    assert (ada.source, ada.name) == ("obsidian", "Ada Lovelace")
    assert dict(ada.fields) == {
        "tags": ["friends/close"], "aliases": ["Ad", "Countess, the"], "org": "Analytical Engines",
        "emails": ["ada@x.example"], "phones": ["0131 496 0000"],
        "date": [{"what": "birthday", "on": "1815-12-10"}], "met": {"on": "2024-05"},
        "related": [{"who": "William", "as": "spouse"}],
        "notes": "Likes **horses**.\n\n- she taught me\nFavourite drink: tea",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "file", "is_person"),
    (
        ("---\ntags: person\n---\n", "Ada.md", True),
        ("---\ntype: Contact\n---\n", "Ada.md", True),
        ('---\ncategory: "[[People]]"\n---\n', "Ada.md", True),
        ("---\nbirthday: 1990-01-01\n---\n", "Ada.md", True),
        ("---\ncreated: 2024-01-01\n---\n", "10 People/Ada.md", True),
        ("---\ntype: meeting\n---\n", "People/Monday.md", False),
        ("---\ntags: [recipe]\n---\n", "Soup.md", False),
    ),
)
def test_only_notes_that_are_people_are_read(text: str, file: str, is_person: bool) -> None:
    assert bool(vault(text, file).people) is is_person
    assert not vault(text, file).rejected


def test_a_note_alone_that_is_no_person_and_a_template_are_refused() -> None:
    assert "does not say" in read(b"---\ntags: [recipe]\n---\n", "Soup.md").rejected[0].why
    assert "template" in vault("---\nuid: '{{date}}'\ntags: person\n---\n").rejected[0].why


def test_lines_that_nobody_wrote_are_passed_over() -> None:
    open_text = 'q: ["' + '\\"' * 80_000
    long = "\n".join((f"x: {'[' * 100_000}", f"y: [{'[[' * 80_000}]", f"z{' ' * 100_000}z", open_text))
    (ada,) = vault(f"---\ntags: person\n{long}\ncity: Leith\n---\n{'[[' * 80_000}\n").people
    assert ada.fields["location"] == "Leith"


def test_a_uid_stays_when_the_note_changes() -> None:
    (before,), (after,) = vault(NOTE).people, vault(NOTE.replace("ada@x", "a@y") + "more").people
    assert before.uid == after.uid


@given(st.text(alphabet="-:#[]{}'\"|> \nabtg1,\\", max_size=300))
def test_no_note_raises(text: str) -> None:
    read(("---\ntags: person\n" + text).encode(), "a.md")
    read(("---\ntags: person\n" + text + "\n---\n").encode(), "a.md")
