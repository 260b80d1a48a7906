"""Long work rests now and then, and waits while somebody is being answered."""

from operator import itemgetter
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.storage import concurrency as module
from netui.storage.concurrency import sorted_yielding, ui_busy, ui_idle, yield_to_ui, yielding


def in_a_thread(work: object) -> Thread:
    thread = Thread(target=work, daemon=True)  # type: ignore[arg-type]
    thread.start()
    return thread


def test_rows_come_as_they_are_with_a_rest_after_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []
    monkeypatch.setattr(module, "sleep", rests.append)
    found: list[int] = []
    in_a_thread(lambda: found.extend(yielding(range(10), 4))).join()
    assert found == list(range(10))
    assert rests == [module.SLEEP_SECONDS] * 3
    assert list(yielding(range(10), 4)) == found
    assert len(rests) == 3, "the thread that answers never waits"


def test_work_waits_until_the_answer_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAIT_SECONDS", 60)
    passed, begun = Event(), Event()

    def work() -> None:
        begun.set()
        yield_to_ui()
        passed.set()

    ui_busy()
    try:
        thread = in_a_thread(work)
        assert begun.wait(60)
        assert not passed.wait(0.05)
    finally:
        ui_idle()
    assert passed.wait(60)
    thread.join()


def test_nobody_is_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAIT_SECONDS", 0.001)
    ui_busy()
    try:
        in_a_thread(yield_to_ui).join(60)
    finally:
        ui_idle()


@given(st.lists(st.integers(0, 40)), st.integers(1, 7))
def test_put_in_order_as_sorted_does(rows: list[int], part: int) -> None:
    numbered = list(enumerate(rows))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "SORTED_ROWS", part)
        assert sorted_yielding(numbered, itemgetter(1)) == sorted(numbered, key=itemgetter(1))
