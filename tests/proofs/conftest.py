"""What the proofs share."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = "/dev/shm"
_NAME = re.compile(r"netui-(\d+)-")


@pytest.fixture
def folder(tmp_path: Path, _swept: None) -> Iterator[Path]:
    """A folder in memory where that can be: flushing costs nothing there, and the cases are thousands."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix=f"netui-{os.getpid()}-", dir=MEMORY) as name:
        yield Path(os.path.realpath(name))


@pytest.fixture(scope="session")
def _swept() -> None:
    """Removes the folders in memory of runs that were killed: nobody else would, until the machine starts."""
    for name in os.listdir(MEMORY) if os.access(MEMORY, os.W_OK) else ():
        owner = _NAME.match(name)
        if owner and not os.path.exists(f"/proc/{owner[1]}"):
            shutil.rmtree(os.path.join(MEMORY, name), ignore_errors=True)
