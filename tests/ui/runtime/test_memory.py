"""Memory that the app does not hold on to, in a process of its own."""

import platform
import re
import subprocess
import sys

import pytest

# A heap of a thread is a mapping of which most is reserved only.
RESERVED = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) ---p 0+ 00:00 0 *$", re.MULTILINE)
HEAP = range(32 << 20, 65 << 20)
RUN = """
import threading
{before}
worker = threading.Thread(target=lambda: [bytearray(5000) for _ in range(100)])
worker.start()
worker.join()
print(open("/proc/self/maps").read())
"""


def heaps(before: str) -> int:
    """How many heaps beside the first one a process has after a thread took memory."""
    maps = subprocess.run(
        [sys.executable, "-c", RUN.format(before=before)], capture_output=True, text=True, check=True
    ).stdout
    return sum(int(end, 16) - int(start, 16) in HEAP for start, end in RESERVED.findall(maps))


@pytest.mark.skipif(
    sys.platform != "linux" or platform.libc_ver()[0] != "glibc", reason="other C libraries have one heap"
)
def test_threads_share_one_heap() -> None:
    assert heaps("") == 1
    assert heaps("from netui.ui.runtime.memory import share_heap; share_heap()") == 0


def test_datetime_is_loaded_without_classes_that_are_thrown_away() -> None:
    script = """
import gc, sys
from netui.__main__ import _use_compiled_datetime
gc.collect()
gc.disable()
_use_compiled_datetime()
import datetime
assert gc.collect() < 100, "a module full of garbage"
import pickle
day = datetime.datetime.strptime("2026-11-21", "%Y-%m-%d")
assert pickle.loads(pickle.dumps(day)) == day == datetime.datetime(2026, 11, 21)
assert datetime.UTC is datetime.timezone.utc and datetime.MAXYEAR == 9999
"""
    subprocess.run([sys.executable, "-c", script], check=True)
