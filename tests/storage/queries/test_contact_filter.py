"""The prefilter lets everybody through who matches, and hardly anybody else."""

import pytest

from netui.domain.query.parser import parse
from tests.support.indexed_network import PEOPLE, TODAY, Net, reader


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"ada-lovelace", "ada-byron", "asa", "mj"}),
        ("is:died", {"gone"}),
        ("cafe", {"mj"}),
        ("#navy", {"mj"}),
        ("is:archived", {"away"}),
        ("is:imported", {"ada-byron"}),
        ("has:email", {"ada-lovelace", "asa"}),
        ("#navy | has:email", {"mj", "ada-lovelace", "asa"}),
        ("is:quiet", set()),
        ("last:<30d", set()),
    ],
)
def test_candidates_of_a_query(net: Net, query: str, found: set[str]) -> None:
    rows = reader(net, PEOPLE).contact_candidates(parse(query), TODAY, by_rhythm=True)
    assert {row.id for row in rows} == found
