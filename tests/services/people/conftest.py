"""Two people who have gone quiet."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.quiet_network import Network, contact, each
from tests.support.quiet_people import TODAY


@pytest.fixture
def network(tmp_path: Path) -> Network:
    """Ada, to be reached by mail and phone, and Bob, whose rhythm is set: fifty days of silence."""
    quiet = each(9, 20, TODAY - timedelta(50))
    people = {
        "ada": contact("Ada", quiet, emails=["ada@x.example"], phones=[{"value": "+351 1", "label": "work"}]),
        "bob": contact("Bob", quiet, rhythm={"every": "3w"}),
    }
    return Network(tmp_path, people, TODAY).at(TODAY)
