"""Insights of one network, those counted at once and those of a scan of all entries."""

from pathlib import Path

import pytest

from netui.services.insights.history import ActivityHistory, build_history
from netui.services.insights.summary import Insights, build_insights
from tests.support.insights_network import CONTACTS, opened


@pytest.fixture
def both(tmp_path: Path) -> tuple[Insights, ActivityHistory]:
    workspace, people = opened(tmp_path, CONTACTS)
    past = build_history(workspace)
    assert past is not None
    return build_insights(workspace, people), past
