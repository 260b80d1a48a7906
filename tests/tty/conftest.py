"""What the tests in a terminal share."""

from pathlib import Path

import pytest

from tests.support.app import a_few_people, write_network


@pytest.fixture
def on_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal engine, whatever driver the environment asks for: for what Textual's own does not do."""
    monkeypatch.setenv("NETUI_TERMINAL", "netui")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's folders, with a few people and a goal in the network."""
    write_network(tmp_path / "net", a_few_people(), {"cto-role": {"title": "A CTO role"}})
    return tmp_path
