"""Reading one contact file for the index."""

from pathlib import Path

import pytest

from netui.domain.model.kinds import BUILT_IN
from netui.storage.index import fast_timeline
from netui.storage.index.contact_reader import LARGE_BYTES, parse_contact, read_contact
from tests.support.indexed_network import Net, met


def test_a_file_that_is_gone_is_none_and_one_that_cannot_be_read_says_why(net: Net) -> None:
    net.person("ada")
    (net.folder / "contacts/folder.toml").mkdir()
    found = read_contact(net.folder, "ada", BUILT_IN)
    assert found is not None and found.extracted is not None and found.extracted.columns["name"] == "Ada"
    assert read_contact(net.folder, "nobody", BUILT_IN) is None
    folder = read_contact(net.folder, "folder", BUILT_IN)
    assert folder is not None and folder.extracted is None and folder.error.startswith("contacts/folder.toml")


@pytest.mark.parametrize(("large", "fast"), [(False, False), (True, False), (False, True)])
def test_the_fast_extraction_is_for_many_and_for_large_files(
    net: Net, monkeypatch: pytest.MonkeyPatch, large: bool, fast: bool
) -> None:
    net.person("ada", met("2026-11-01"), more=f"notes = '{'x' * LARGE_BYTES * large}'\n")
    data = Path(net.folder / "contacts/ada.toml").read_bytes()
    slow = parse_contact("ada", 1, data, BUILT_IN)
    asked: list[str] = []
    real = fast_timeline.extract_fast
    monkeypatch.setattr(fast_timeline, "extract_fast", lambda *given: asked.append(given[0]) or real(*given))
    assert parse_contact("ada", 1, data, BUILT_IN, fast=fast) == slow
    assert asked == (["ada"] if large or fast else [])
