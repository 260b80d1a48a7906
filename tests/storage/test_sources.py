"""Source states: what is written comes back, and the quick comparison agrees with the slow one."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netui.storage.sources import SourceState, dump_source, load_raw, load_source, says_the_same, source_file

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUE: st.SearchStrategy[Any] = TEXT | st.lists(
    TEXT | st.fixed_dictionaries({"value": TEXT, "label": TEXT}), max_size=3
)
STATES = st.builds(
    SourceState,
    TEXT.filter(bool),
    TEXT.filter(bool),
    TEXT,
    st.dictionaries(st.sampled_from(["name", "emails", "notes", "tags"]), VALUE, max_size=4),
    st.dictionaries(TEXT.filter(bool), TEXT, max_size=3),
)


@given(STATES)
def test_a_state_comes_back_as_it_was_written(state: SourceState) -> None:
    assert load_source(dump_source(state)) == state


@given(STATES, STATES)
def test_the_quick_comparison_is_the_slow_one(one: SourceState, other: SourceState) -> None:
    is_same = one._replace(entries={}) == other._replace(entries={})
    assert says_the_same(dump_source(one), other) == is_same
    assert says_the_same(dump_source(one), one._replace(entries={}))


def test_a_card_stands_in_its_file_line_by_line_and_cannot_leave_the_folder() -> None:
    raw = 'BEGIN:VCARD\nNOTE:"""a"\nEND:VCARD'
    assert "\nBEGIN:VCARD\nNOTE:" in dump_source(SourceState("vcard", "1", raw)).decode()
    file = source_file("../vcard", "../../etc/passwd")
    assert file.folder == ".sources" and "/" not in file.stem and "." not in file.stem


@given(STATES, st.sampled_from(["", "\n[taken]\n", 'x\n[taken]\n"""']))
def test_the_raw_text_alone_is_that_of_the_state(state: SourceState, odd: str) -> None:
    state = state._replace(raw=state.raw + odd)
    assert load_raw(dump_source(state)) == state.raw


def test_a_file_after_a_clash_in_git_is_no_state() -> None:
    assert load_source(b'<<<<<<< HEAD\nkind = "vcard"\n') is None
    assert load_source(b"kind = 3\n") is None and load_source(b"taken = 1\n") is None
