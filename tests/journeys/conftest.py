"""A network of a few people for each journey."""

from pathlib import Path

import pytest

from tests.support import a_few_people, write_network


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's folders, with a few people in the network."""
    write_network(
        tmp_path / "net",
        a_few_people(),
        {"cto-role": {"title": "A CTO role", "measure": {"count": "kind:lunch", "target": 4}}},
    )
    return tmp_path
