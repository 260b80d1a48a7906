"""Settings for all tests."""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.workspaces import closing_workspaces

# What is drawn depends on the locale and the terminal: all tests see the same, wherever they run.
for name in ("LC_ALL", "LC_CTYPE"):
    os.environ.pop(name, None)
os.environ |= {"LANG": "C.UTF-8", "TERM": "xterm-256color"}

# A loaded machine is slow to begin, above all at the first draw of a text: that is no fault of a test.
# The same examples at each run, so that a change is judged by what it changed; "explore" seeks new ones.
settings.register_profile(
    "netui", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", settings.get_profile("netui"), derandomize=False, print_blob=True)
settings.load_profile("netui")

SLOW = ("tty", "speed", "proofs")
"""Folders whose tests start the real program, or measure it, or try thousands of cases."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks as slow what lies in these folders; the rest is marked one by one.

    What is marked long is left out unless ``-m`` speaks of it.
    """
    for item in items:
        if item.path.relative_to(Path(__file__).parent).parts[0] in SLOW:
            item.add_marker(pytest.mark.slow)
    if not re.search(r"\blong\b", config.option.markexpr or ""):
        left = [item for item in items if item.get_closest_marker("long")]
        items[:] = [item for item in items if not item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=left)


_COUNTED = "counted by a proof"


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Counts what a proof tried (``count(faults=12)``), for the line at the end of the run."""

    def add(**numbers: int) -> None:
        request.node.user_properties.append((_COUNTED, numbers))

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line that says how much the proofs tried, and how many of them failed."""
    total: Counter[str] = Counter()
    failed = 0
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            counted = [numbers for name, numbers in report.user_properties if name == _COUNTED]
            for numbers in counted if report.when == "call" else ():
                total.update(numbers)
            failed += outcome == "failed" and "tests/proofs/" in report.nodeid
    if total:
        listed = ", ".join(f"{number:,} {what.replace('_', ' ')}" for what, number in sorted(total.items()))
        lost = f"{failed} proofs failed" if failed else "0 lost"
        terminalreporter.write_line(f"proofs: {listed}: {lost}")


@pytest.fixture(autouse=True, scope="session")
def _closed_at_the_end() -> Iterator[None]:
    with closing_workspaces():
        yield


@pytest.fixture(autouse=True)
def _closed_after_each(_closed_at_the_end: None) -> Iterator[None]:
    with closing_workspaces():
        yield
