"""A network of a few people for each journey."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.support.app import a_few_people, write_network


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's folders, with a few people in the network."""
    write_network(
        tmp_path / "net",
        a_few_people(),
        {"cto-role": {"title": "A CTO role", "measure": {"count": "kind:lunch", "target": 4}}},
    )
    return tmp_path


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The command line over the same folder as the app's."""
    return Cli(tmp_path, monkeypatch, capsys)
