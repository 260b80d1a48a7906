"""What the fields of forms complete."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.workspace import Workspace
from netui.ui.screens.shared.field_completion import CandidateCycle, field_candidates, with_candidate
from netui.ui.screens.shared.form_fields import Field
from tests.support.app import a_few_people, open_workspace, write_network

TAGS = Field("tags", "tags", names="tag", several=True)
MATCH = Field("match", "match", names="query")
ADDRESSES = Field("addresses", "address", names="label", several=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    write_network(tmp_path / "net", a_few_people(), {"cto-role": {"title": "A CTO role"}})
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


@pytest.mark.parametrize(
    ("field", "text", "word", "taken"),
    [
        (TAGS, "navy, #lon", "london", "navy, #london"),
        (MATCH, "title:cto -#lon", "london", "title:cto -#london"),
        (MATCH, "^cto", "cto-role", "^cto-role"),
        (MATCH, "#navy kind:cof", "coffee", "#navy kind:coffee"),
        (MATCH, "lond", "", ""),
        (ADDRESSES, "12 High St, London; wo", "work: ", "12 High St, London; work: "),
    ],
)
def test_the_last_item_is_completed(
    workspace: Workspace, field: Field, text: str, word: str, taken: str
) -> None:
    found = field_candidates(workspace, field, text).words
    assert found[:1] == ((word,) if word else ())
    assert not word or with_candidate(field, text, word) == taken


def test_a_round_ends_with_what_was_typed(workspace: Workspace) -> None:
    cycle, text = CandidateCycle(), "al"
    seen = []
    for _ in range(3):
        text = cycle.following(workspace, Field("who", "who", names="person"), text)
        seen.append(text)
    assert sorted(seen) == ["Alan Kay", "Alan Turing", "al"] and seen[-1] == "al"
