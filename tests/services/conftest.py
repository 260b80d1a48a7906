"""A network of three contacts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.workspace import Workspace
from tests.support.three_contacts import three_contacts


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    workspace = three_contacts(tmp_path)
    yield workspace
    workspace.close()
