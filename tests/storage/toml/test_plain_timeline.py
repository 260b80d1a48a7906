"""Plain timelines against the parser and the models."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.model.changes import CONTACTS, FileId
from netui.storage.errors import Unreadable
from netui.storage.toml.parse import parse
from netui.storage.toml.plain_timeline import parse_fast
from netui.storage.validation.validate import errors_in
from tests.support.timeline_files import FILES, HEADER, plain

ADA = FileId(CONTACTS, "ada")


def parsed(text: str) -> dict[str, Any] | str:
    """What the parser makes of it, or its error."""
    try:
        return parse(text, ADA)
    except Unreadable as error:
        return str(error)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(FILES)
def test_a_file_is_what_parsing_gives_and_a_plain_timeline_has_no_errors(text: str) -> None:
    try:
        found, is_plain = parse_fast(text, ADA)
    except Unreadable as error:
        assert str(error) == parsed(text)
        return
    wanted = parsed(text)
    assert found == wanted and list(found) == list(wanted)
    assert not is_plain or not [error for error in errors_in(ADA, found) if error.path[0] == "timeline"]


@settings(max_examples=100, deadline=None)
@given(st.lists(plain(), min_size=1, max_size=4))
def test_what_netui_writes_is_plain_but_where_text_needs_escapes(entries: list[str]) -> None:
    text = 'name = "Ada"\n' + "".join(f"\n{HEADER}{entry}" for entry in entries)
    assert parse_fast(text) == (parsed(text), not any("\\" in entry for entry in entries))


def test_a_promise_between_two_entries_leaves_them_plain_and_every_key_in_its_place() -> None:
    text = (
        'name = "Ada"\n\n[[timeline]]\non = 2026-11-01\n\n[[promise]]\nid = "p"\ntext = "Send it"\n'
        '\n[[timeline]]\non = 2026-11-02\nlearned = "Moves"\nprivate = true\n\n[met]\nwhere = "Rome"\n'
    )
    found, is_plain = parse_fast(text)
    assert is_plain and found == parsed(text) and list(found) == ["name", "timeline", "promise", "met"]
