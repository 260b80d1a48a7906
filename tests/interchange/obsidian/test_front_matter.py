"""The part of YAML in front of notes."""

from netui.interchange.obsidian.front_matter import split_note


def test_values_lists_quotes_and_blocks() -> None:
    text = """---
# a comment
plain: a value # aside
empty:
quoted: "a: \\"b\\" #c"
single: 'it''s'
inline: [a, "b, c", [[d, e]]]
items:
- one
- 'two: three'
url: http://x.example/#top
text: |
  first
  second
"key with: colon": x
---
body
"""
    found, body = split_note(text)
    assert body == "body\n"
    assert found == {
        "plain": "a value", "empty": "", "quoted": 'a: "b" #c', "single": "it's",
        "inline": ["a", "b, c", "[[d, e]]"], "items": ["one", "two: three"], "url": "http://x.example/#top",
        "text": "first\nsecond", "key with: colon": "x",
    }  # fmt: skip


def test_a_note_without_an_end_of_it_is_all_text() -> None:
    assert split_note("---\na: b\n") == ({}, "---\na: b\n")
    assert split_note("text\n---\na: b\n---\n") == ({}, "text\n---\na: b\n---\n")
