"""The entries behind what was given, got and learned."""

from pathlib import Path

from netui.services.insights.exchange import find_exchanges, find_learned
from tests.support.insights_network import CONTACTS, opened


def test_the_entries_behind_a_thing_and_behind_what_was_learned(tmp_path: Path) -> None:
    workspace, _ = opened(tmp_path, CONTACTS)
    found = find_exchanges(workspace, "advice")
    assert [(way, each.contact, each.on.isoformat()) for way, each in found] == [
        ("got", "ada", "2026-11-21"),
        ("gave", "ada", "2026-11-21"),
    ]
    assert find_exchanges(workspace, "gift") == []  # it lies ahead
    assert find_exchanges(workspace, "adv") == []
    assert [each.learned for each in find_learned(workspace)] == ["Retainers."]
