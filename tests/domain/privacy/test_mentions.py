from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.privacy.identity import Identity
from netui.domain.privacy.mentions import Choice, count_references, find_mentions, without

ADA = Identity("ada", ["Ada Lovelace"], ["ada@engines.example"])
BOB = {
    "name": "Bob", "tags": ["Ada Lovelace", "x"], "notes": "one\nknows Ada Lovelace\nthree",
    "met": {"where": "at Ada's", "via": "ada"}, "not_same": ["ada", "eve"],
    "related": [{"who": "ada", "as": "boss"}, {"who": "Ada Lovelace"}, {"who": "eve", "as": "x"}],
    "opportunity": [{"id": "o", "text": "job", "via": "ada"}],
    "timeline": [
        {"id": "1", "on": date(2026, 11, 1), "with": ["ada"], "text": "Soup."},
        {"id": "2", "on": date(2026, 11, 2), "with": ["ada", "eve"], "text": "Ada Lovelace left."},
        {"id": "3", "on": date(2026, 11, 3), "text": "Ada rang", "gave": ["intro to Ada Lovelace"]},
    ],
}  # fmt: skip


def choices(document, choice, text=""):
    return {(m.path, m.line): choice for m in find_mentions(document, ADA) if text in m.text}


def test_references_go_without_a_question():
    assert count_references(BOB, ADA) == 7
    found = without(BOB, ADA, {})
    assert found["not_same"] == ["eve"] and found["met"] == {"where": "at Ada's"}
    assert found["related"] == [{"who": "eve", "as": "x"}] and "via" not in found["opportunity"][0]
    assert [entry.get("with") for entry in found["timeline"]] == [None, ["eve"], None]
    assert found["notes"] == BOB["notes"] and found["tags"] == BOB["tags"]


def test_each_line_that_may_name_them_is_a_mention():
    assert [(m.path, m.line, m.text) for m in find_mentions(BOB, ADA)] == [
        (("tags", 0), 0, "Ada Lovelace"),
        (("notes",), 1, "knows Ada Lovelace"), (("met", "where"), 0, "at Ada's"),
        (("timeline", 1, "text"), 0, "Ada Lovelace left."), (("timeline", 2, "text"), 0, "Ada rang"),
        (("timeline", 2, "gave", 0), 0, "intro to Ada Lovelace"),
    ]  # fmt: skip


def test_the_name_is_taken_out():
    found = without(BOB, ADA, choices(BOB, Choice.NAME))
    assert (
        found["tags"] == ["x"]
        and found["notes"] == "one\nknows …\nthree"
        and found["met"]["where"] == "at …'s"
    )
    assert found["timeline"][1]["text"] == "… left." and found["timeline"][2]["gave"] == ["intro to …"]
    assert not ADA.may_be_named_in(repr(found))


def test_the_entry_goes():
    found = without(BOB, ADA, choices(BOB, Choice.ENTRY))
    assert found["notes"] == "one\nthree" and found["tags"] == ["x"] and "where" not in found["met"]
    assert [entry["id"] for entry in found["timeline"]] == ["1"]


def test_what_is_not_chosen_stays():
    found = without(BOB, ADA, choices(BOB, Choice.ENTRY, "rang"))
    assert [entry["id"] for entry in found["timeline"]] == ["1", "2"] and found["notes"] == BOB["notes"]


def test_a_file_without_them_is_the_same():
    document = {
        "name": "Eve",
        "timeline": [{"id": "1", "with": []}],
        "emails": [{"value": "x"}],
        "n": 1,
        "e": {},
    }
    assert without(document, ADA, {}) == document and count_references(document, ADA) == 0


def test_a_blank_that_was_there_before_stays():
    document = {"name": "Eve", "tags": ["…"]}
    assert without(document, ADA, {}) == document
    document["tags"].append("Ada Lovelace")
    assert without(document, ADA, choices(document, Choice.NAME)) == {"name": "Eve", "tags": ["…"]}


def test_a_name_of_a_contact_loses_theirs_and_is_never_removed():
    document = {"name": "Ada Lovelace Society"}
    assert without(document, ADA, choices(document, Choice.ENTRY)) == {"name": "… Society"}


WORDS = st.sampled_from(
    ["Ada Lovelace", "ada lovelace's", "ada@engines.example", "@ada", "Ada", "Grace", "…", "a\nb", ""]
)
TEXT = st.lists(WORDS, max_size=4).map(" ".join)
VALUES = st.recursive(
    TEXT | st.integers() | st.dates(), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)
ITEMS = st.lists(
    st.dictionaries(st.sampled_from(["id", "with", "text", "who", "via", "tags", "on"]), VALUES, max_size=4),
    max_size=3,
)
DOCUMENTS = st.fixed_dictionaries(
    {"name": TEXT},
    optional={"notes": TEXT, "met": st.dictionaries(st.sampled_from(["via", "where"]), TEXT), "tags": VALUES,
              **dict.fromkeys(["timeline", "related", "opportunity", "x"], ITEMS)},
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(DOCUMENTS)
def test_whatever_a_file_holds_no_name_is_left_and_nothing_else_is_lost(document):
    kept = without(document, ADA, {})
    for choice in (Choice.NAME, Choice.ENTRY):
        left = without(document, ADA, choices(document, choice))
        assert not find_mentions(left, ADA) and count_references(left, ADA) == 0
    assert count_references(kept, ADA) == 0
    if not find_mentions(document, ADA) and not count_references(document, ADA):
        assert kept == document
