"""kill -9 at random moments, with two writers at once and an editor that knows nothing of locks.

Proved: what was acknowledged is there and stands once; what the editor wrote is in the file, or in the trash
where two versions met in the same instant; every file parses; the hand-written part is untouched. An editor
that saves a copy older than an entry takes that entry out of the file: then the undo history still has it.
Not proved: an editor that reads in the instant in which names are exchanged and saves after it; the loop's
reads again what lacks a line of its own. Nor, where no lease tells who writes, a file caught half written.
"""

import json
import subprocess
import sys

import pytest

SIZES = [200, pytest.param(2000, marks=pytest.mark.long)]


def loop(folder, kills, guard=""):
    """Runs the loop in a process of its own; returns what it found."""
    command = [sys.executable, "-m", "tests.support.kill_loop", str(folder), str(kills), guard]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check(found):
    assert not found["lost"], "lost"
    assert not found["twice"] and not found["broken"] and not found["left"] and not found["journal"], found


@pytest.mark.parametrize("kills", SIZES)
def test_kills_lose_nothing(folder, kills, count):
    found = loop(folder, kills)
    check(found)
    assert found["acknowledged"] > kills // 10 and found["foreign"] > kills, "too little was tried"
    count(kills=kills, acknowledged_writes=found["acknowledged"], foreign_writes=found["foreign"])
