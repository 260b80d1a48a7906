"""Insights that are counted at once: days, states, fields, roles and diversity."""

from datetime import date
from pathlib import Path

import pytest

from netui.services.insights.history import ActivityHistory, build_history
from netui.services.insights.summary import Insights, build_insights
from tests.support.insights_network import CONTACTS, TODAY, opened


@pytest.fixture
def both(tmp_path: Path) -> tuple[Insights, ActivityHistory]:
    workspace, people = opened(tmp_path, CONTACTS)
    past = build_history(workspace)
    assert past is not None
    return build_insights(workspace, people), past


def test_days_states_fields_and_roles(both: tuple[Insights, ActivityHistory]) -> None:
    found, _ = both
    assert found.days == {TODAY: 2, date(2026, 11, 20): 1, date(2026, 11, 19): 1, date(2026, 11, 14): 1} | {
        date(2026, 11, 7): 1
    }
    assert [(s.word, set(s.people)) for s in found.fields] == [("maths", {"ada", "bob"}), ("london", {"ada"})]
    assert [(s.word, s.people) for s in found.roles] == [("mentor", ("ada",))]
    assert set(found.states) == {"warm", "met"}
