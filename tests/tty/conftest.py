"""What the tests in a terminal share."""

import pytest


@pytest.fixture
def on_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal engine, whatever driver the environment asks for: for what Textual's own does not do."""
    monkeypatch.setenv("NETUI_TERMINAL", "netui")
