"""A wait ends by a call from another thread, by a readable descriptor, or by its time."""

import os
from collections.abc import Iterator
from threading import Thread
from time import monotonic

import pytest

from netui.services.sync.wakeup import Wakeup

LONG = 60.0


@pytest.fixture
def wakeup() -> Iterator[Wakeup]:
    made = Wakeup()
    yield made
    made.close()


def test_another_thread_ends_the_wait(wakeup: Wakeup) -> None:
    begun = monotonic()
    other = Thread(target=wakeup.set)
    other.start()
    wakeup.wait(LONG)
    other.join()
    assert monotonic() - begun < LONG / 2


def test_a_call_before_the_wait_ends_it_and_only_it(wakeup: Wakeup) -> None:
    for _ in range(3):
        wakeup.set()
    begun = monotonic()
    wakeup.wait(LONG)
    assert monotonic() - begun < LONG / 2
    begun = monotonic()
    wakeup.wait(0.02)
    assert monotonic() - begun >= 0.02


def test_a_readable_descriptor_ends_the_wait(wakeup: Wakeup) -> None:
    source, sink = os.pipe()
    os.write(sink, b".")
    begun = monotonic()
    wakeup.wait(LONG, source)
    assert monotonic() - begun < LONG / 2
    os.close(source)
    os.close(sink)


def test_so_many_calls_that_the_buffer_is_full_do_no_harm(wakeup: Wakeup) -> None:
    for _ in range(100_000):
        wakeup.set()
    wakeup.wait(LONG)


def test_a_call_after_the_end_does_no_harm() -> None:
    made = Wakeup()
    made.close()
    made.set()
