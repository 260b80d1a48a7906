"""Redirecting references: queries with ``with:``, and other contacts' files."""

from typing import Any

import pytest
from hypothesis import given

from netui.domain.dedupe.references import redirect_query, redirect_references
from netui.domain.model.changes import CONTACTS, FileId
from netui.storage.toml.change_effects import effect
from tests.support.duplicate_contacts import CONTACT

C = FileId(CONTACTS, "c")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("with:bea-ray", "with:ada"),
        ("kind:call  with:x|bea-ray|y", "kind:call  with:x|ada|y"),
        ('-with:"bea-ray" | #b', '-with:"ada" | #b'),
        ("with:bea-ray #bea-ray", "with:ada #bea-ray"),
        ("org:bea-ray with:bea-ray", "org:bea-ray with:bea-ray"),
        ("with:bea", "with:bea"),
        ("with:bea-ray2", "with:bea-ray2"),
        ("with:(", "with:("),
        ("is:nonsense with:bea-ray", "is:nonsense with:bea-ray"),
    ],
)
def test_a_query_is_redirected_only_where_it_is_certain(before: str, after: str) -> None:
    assert redirect_query(before, "bea-ray", "ada") == after


@given(CONTACT)
def test_redirecting_again_changes_nothing(third: Any) -> None:
    documents = {C: third}
    once = dict(third)
    for change in redirect_references(C, documents[C], "b", "a"):
        wanted = effect(once, change)
        assert wanted is not None
        once = wanted.wanted[-1]
    assert redirect_references(C, once, "b", "a") == ()
