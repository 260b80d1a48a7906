"""The fast extraction against its slow twin, the parser."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.model.kinds import BUILT_IN
from netui.storage.errors import Unreadable
from netui.storage.index import fast_timeline as module
from netui.storage.index.contact_reader import parse_contact
from netui.storage.index.extract import ExtractedContact, Malformed, extract_contact
from netui.storage.index.fast_timeline import fast_rows
from netui.storage.toml.parse import load
from netui.storage.toml.plain_timeline import split_timeline
from tests.support.timeline_files import FILES, HEADER, plain


def parsed(text: str) -> ExtractedContact | str:
    """What the parser makes of it; why it can make nothing of it."""
    try:
        return extract_contact("ada", load(text.encode(), "contacts/ada.toml"), BUILT_IN)
    except Unreadable as error:
        return str(error)
    except Malformed as error:
        return error.why


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(FILES)
def test_the_rows_are_those_that_parsing_gives(text: str) -> None:
    found = parse_contact("ada", 1, text.encode(), BUILT_IN, fast=True)
    wanted = parsed(text)
    if isinstance(wanted, str):
        assert found.extracted is None and wanted in found.error
    else:
        assert found.extracted == wanted


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(plain(), min_size=1, max_size=4))
def test_what_netui_writes_is_read_without_the_parser(entries: list[str]) -> None:
    text = 'name = "Ada"\n' + "".join(f"\n{HEADER}{entry}" for entry in entries)
    usual = [entry for entry in entries if not re.search(r"\\|^(learned|private|planned) =", entry, re.M)]
    with pytest.MonkeyPatch.context() as patch:
        asked: list[str] = []
        patch.setattr(module, "parse", lambda entry: asked.append(entry) or load(entry.encode()))
        _, below = split_timeline(text) or ([], [])
        assert len(fast_rows("ada", below, BUILT_IN) or ()) == len(entries)
    assert len(asked) == len(entries) - len(usual)


def test_a_day_that_no_calendar_has_is_told_as_the_parser_tells_it() -> None:
    text = 'name = "Ada"\n\n[[timeline]]\nid = "a"\non = 2026-02-30\n'
    found = parse_contact("ada", 1, text.encode(), BUILT_IN, fast=True)
    assert found.extracted is None and "line 5" in found.error
