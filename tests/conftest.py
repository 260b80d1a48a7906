"""Settings for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.workspaces import closing_workspaces

# A loaded machine is slow to begin, above all at the first draw of a text: that is no fault of a test.
settings.register_profile("netui", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("netui")

SLOW = ("tty", "speed")
"""Folders whose tests start the real program, or measure it."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks as slow what lies in these folders; the rest is marked one by one."""
    for item in items:
        if item.path.relative_to(Path(__file__).parent).parts[0] in SLOW:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True, scope="session")
def _closed_at_the_end() -> Iterator[None]:
    with closing_workspaces():
        yield


@pytest.fixture(autouse=True)
def _closed_after_each(_closed_at_the_end: None) -> Iterator[None]:
    with closing_workspaces():
        yield
