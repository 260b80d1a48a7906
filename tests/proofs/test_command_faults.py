"""Every system call of whole commands and of a save in the app, struck in every way: SQLite's too.

The calls are intercepted below Python (`tests/support/fault_shim.c`, for ``LD_PRELOAD``). Proved: a command
ends with all done or nothing done and says which; what was typed is in the file or in a draft; nothing
hangs and nothing unexpected is shown; after a death each file is whole; undo leads back. A reading command
tells the truth or says what it could not read. Not proved: two faults at once.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.fault_sweep import FAULTS, SCENARIOS

CODE = Path(__file__).parents[1] / "support/fault_shim.c"
SIZES = [1, pytest.param(len(FAULTS), marks=pytest.mark.long)]
"""How many faults each call gets."""
STEPS = {"data": 1, "cache": 4}
"""In the small size every fourth call of the cache gets one: SQLite makes hundreds."""
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("cc"), reason="needs Linux and a C compiler"
)


@pytest.fixture(scope="session")
def shim(tmp_path_factory):
    """The compiled shim."""
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, CODE, "-ldl"], check=True)
    return library


def sweep(folder, shim, name, area, each, step=1, guard=""):
    """Sweeps one scenario in a process of its own, at times without a guard; returns what it found."""
    module, sizes = "tests.support.fault_sweep", (str(each), str(step))
    command = [sys.executable, "-m", module, str(folder), name, area, *sizes, guard]
    environment = {**os.environ, "LD_PRELOAD": str(shim)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("each", SIZES)
@pytest.mark.parametrize("area", ["data", "cache"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_command_does_all_or_nothing_and_says_which(folder, shim, name, area, each, count):
    found = sweep(folder, shim, name, area, each, STEPS[area] if each == 1 else 1)
    assert not found["breaches"], "\n".join(found["breaches"][:5])
    count(faults=found["faults"])
