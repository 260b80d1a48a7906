"""Debounce: one call for many requests, at once when asked, none when taken back."""

from collections.abc import Callable
from typing import Any, cast

from netui.ui.runtime.debounce import Debounce


class Owner:
    """Holds timers until they are let off."""

    def __init__(self) -> None:
        self.timers: list[Callable[[], None]] = []

    def set_timer(self, seconds: float, call: Callable[[], None]) -> Any:
        self.timers.append(call)
        owner = self

        class Timer:
            def stop(self) -> None:
                if call in owner.timers:
                    owner.timers.remove(call)

        return Timer()


def test_only_the_last_of_many_requests_is_called() -> None:
    owner, calls = Owner(), []
    debounce = Debounce(cast(Any, owner), 0.1, lambda: calls.append(1))
    for _ in range(3):
        debounce.restart()
    assert len(owner.timers) == 1 and not calls
    owner.timers[0]()
    assert calls == [1] and not owner.timers


def test_a_flush_calls_at_once_and_only_what_was_asked_for() -> None:
    owner, calls = Owner(), []
    debounce = Debounce(cast(Any, owner), 0.1, lambda: calls.append(1))
    debounce.flush()
    assert not calls
    debounce.restart()
    debounce.flush()
    debounce.flush()
    assert calls == [1] and not owner.timers


def test_what_was_taken_back_is_not_called() -> None:
    owner, calls = Owner(), []
    debounce = Debounce(cast(Any, owner), 0.1, lambda: calls.append(1))
    debounce.restart()
    debounce.cancel()
    debounce.flush()
    assert not calls and not owner.timers
