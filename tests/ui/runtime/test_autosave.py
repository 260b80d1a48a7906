"""Autosave: after a pause, every two seconds at most and at least, in a thread, and never after a cancel."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Any, cast

import pytest

from netui.services.errors import StoreError
from netui.ui.runtime import autosave as module
from netui.ui.runtime.autosave import Autosave


class Clock:
    """The owner, the tasks and the time: timers are let off as the time is moved on."""

    def __init__(self) -> None:
        self.now = 100.0
        self.timers: list[tuple[float, Callable[[], None]]] = []
        self.tasks: list[Callable[[], object]] = []

    def monotonic(self) -> float:
        return self.now

    def set_timer(self, seconds: float, call: Callable[[], None]) -> Any:
        timer = (self.now + seconds, call)
        self.timers.append(timer)
        clock = self

        class Timer:
            def stop(self) -> None:
                if timer in clock.timers:
                    clock.timers.remove(timer)

        return Timer()

    def submit(self, work: Callable[[], object], take: Callable[[object], object]) -> None:
        self.tasks.append(work)

    def advance(self, seconds: float) -> None:
        end = self.now + seconds
        while due := [timer for timer in self.timers if timer[0] <= end]:
            timer = min(due, key=lambda each: each[0])
            self.timers.remove(timer)
            self.now = timer[0]
            timer[1]()
        self.now = end

    def run_tasks(self) -> None:
        while self.tasks:
            self.tasks.pop(0)()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(module, "time", found)
    return found


def make(clock: Clock, write: Callable[[], object]) -> Autosave:
    return Autosave(cast(Any, clock), cast(Any, clock), lambda: write)


def test_it_writes_a_second_after_the_last_key(clock: Clock) -> None:
    autosave = make(clock, lambda: None)
    autosave.changed()
    clock.advance(0.5)
    autosave.changed()
    clock.advance(0.75)
    assert not clock.tasks
    clock.advance(0.25)
    assert len(clock.tasks) == 1
    clock.advance(60)
    assert len(clock.tasks) == 1 and not clock.timers, "at rest nothing wakes"


def test_it_writes_every_two_seconds_while_one_types_on(clock: Clock) -> None:
    autosave = make(clock, lambda: None)
    for _ in range(80):
        autosave.changed()
        clock.advance(0.125)
    assert len(clock.tasks) == 5


def test_it_never_writes_more_often_than_every_two_seconds(clock: Clock) -> None:
    autosave = make(clock, lambda: None)
    autosave.changed()
    clock.advance(1)
    autosave.changed()
    clock.advance(1.5)
    assert len(clock.tasks) == 1
    clock.advance(0.5)
    assert len(clock.tasks) == 2


def test_nothing_is_written_after_a_cancel(clock: Clock) -> None:
    written: list[int] = []
    autosave = make(clock, lambda: written.append(1))
    autosave.changed()
    clock.advance(1)
    autosave.cancel()
    clock.run_tasks()
    autosave.changed()
    autosave.cancel()
    clock.advance(5)
    clock.run_tasks()
    assert not written
    autosave.changed()
    clock.advance(5)
    clock.run_tasks()
    assert written == [1]


def test_a_cancel_waits_for_the_write_that_runs(clock: Clock) -> None:
    begun, go, ended = Event(), Event(), Event()

    def write() -> None:
        begun.set()
        go.wait()
        ended.set()

    autosave = make(clock, write)
    autosave.changed()
    clock.advance(1)
    Thread(target=clock.tasks.pop(), daemon=True).start()
    assert begun.wait(30)
    cancelling = Thread(target=autosave.cancel, daemon=True)
    cancelling.start()
    assert cancelling.is_alive() and not ended.is_set()
    go.set()
    cancelling.join(30)
    assert ended.is_set() and not cancelling.is_alive()


def test_a_full_disk_is_tried_again_after_the_next_key(clock: Clock) -> None:
    tried: list[int] = []

    def full() -> None:
        tried.append(1)
        raise StoreError("the disk is full")

    autosave = make(clock, full)
    for _ in range(2):
        autosave.changed()
        clock.advance(3)
        clock.run_tasks()
    assert tried == [1, 1]
