"""Who introduced or referred the user, and the opportunities that came of it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from netui.services.insights.history import ActivityHistory, build_history
from netui.services.insights.summary import Insights
from tests.support.app import entry
from tests.support.insights_network import TODAY, opened, weekly


def test_who_vouched_and_what_came_of_it(both: tuple[Insights, ActivityHistory]) -> None:
    bob, other = both[1].referrers
    assert (bob.id, len(bob.opened), bob.won, bob.introduced, bob.times) == ("bob", 2, 1, (), 0)
    assert (other.id, len(other.opened), other.won) == ("Someone else", 1, 0)


def test_introductions_by_id_and_by_name_and_good_words(tmp_path: Path) -> None:
    contacts: dict[str, Any] = {
        "ada": {"name": "Ada", "timeline": [entry("2026-10-01", "call", got=["intro", "advice"])]},
        "bob": {"name": "Bob Ray", "met": {"via": "ada"}, "timeline": weekly(TODAY, 2)},
        "cy": {"name": "Cy", "met": {"via": "Bob Ray"}, "timeline": weekly(TODAY - timedelta(500), 1)},
        "dee": {"name": "Dee", "met": {"via": "a friend"}},
    }
    workspace, _ = opened(tmp_path, contacts)
    past = build_history(workspace)
    assert past is not None
    found = [(one.id, one.introduced, one.in_touch, one.times) for one in past.referrers]
    assert found == [("ada", ("bob",), 1, 1), ("bob", ("cy",), 0, 0)]
