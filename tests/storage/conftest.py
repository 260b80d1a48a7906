"""A network folder and its index for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.indexed_network import Net


@pytest.fixture
def net(tmp_path: Path) -> Iterator[Net]:
    net = Net(tmp_path)
    yield net
    net.close()
