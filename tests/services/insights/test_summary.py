"""Insights that are counted at once: days, states, fields, roles and diversity."""

from datetime import date

from netui.services.insights.history import ActivityHistory
from netui.services.insights.summary import Insights
from tests.support.insights_network import TODAY


def test_days_states_fields_and_roles(both: tuple[Insights, ActivityHistory]) -> None:
    found, _ = both
    assert found.days == {TODAY: 2, date(2026, 11, 20): 1, date(2026, 11, 19): 1, date(2026, 11, 14): 1} | {
        date(2026, 11, 7): 1
    }
    assert [(s.word, set(s.people)) for s in found.fields] == [("maths", {"ada", "bob"}), ("london", {"ada"})]
    assert [(s.word, s.people) for s in found.roles] == [("mentor", ("ada",))]
    assert set(found.states) == {"warm", "met"}
