"""The bulk build: by several threads or processes, and after an interruption."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from netui.storage.index import bulk_build
from netui.storage.queries.reader import Reader
from tests.support.indexed_network import TODAY, Net, content, met


def test_several_threads_build_the_same(net: Net) -> None:
    for number in range(200):
        net.person(f"person-{number}", met("2026-11-01", f"person-{number + 1}"))
    failures: list[BaseException] = []

    def build() -> None:
        try:
            index = net.index()
            index.refresh(TODAY)
            assert Reader(index).count() == 200
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=build) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert content(net.fresh()) == content(net.fresh(memory=True))


def test_a_build_cut_off_goes_on(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        net.person(f"person-{number}", met("2026-11-01"))
    index = net.index()
    monkeypatch.setattr(bulk_build, "FIRST_CHUNK", 7)

    def cut_off(done: int, total: int) -> None:
        assert (done, total) == (7, 20)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.refresh(TODAY, cut_off)
    index.db.execute("DROP INDEX name_words")  # as a killed process would leave it
    index.close()
    again = net.index()
    assert Reader(again).count() == 7 and not again.built
    again.refresh(TODAY)
    assert content(again) == content(net.fresh(memory=True))
    assert again.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'name_words'").fetchone()


def test_several_processes_read_what_one_would(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        net.person(f"person-{number}", met("2026-11-01", f"person-{number + 1}"))
    (net.folder / "contacts" / "broken.toml").write_text("name = ")
    monkeypatch.setattr(bulk_build, "FIRST_CHUNK", 7)
    monkeypatch.setattr(bulk_build, "CHUNK", 5)
    alone = content(net.fresh(memory=True))
    monkeypatch.setattr(bulk_build, "_MANY", 1)
    monkeypatch.setattr(bulk_build.threading, "active_count", lambda: 1)
    monkeypatch.setattr(bulk_build.os, "cpu_count", lambda: 2)
    cache = Path(str(net.index().path)).parent
    for name, age in (("parts-killed", 2 * 86_400), ("parts-underway", 60)):
        (cache / name).mkdir()
        (cache / name / "0.sqlite").write_text("rows")
        os.utime(cache / name, (time.time() - age,) * 2)
    assert content(net.fresh()) == alone
    assert [path.name for path in cache.glob("parts-*")] == ["parts-underway"]


def read_in_processes(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty people, of whom this process reads seven and others the rest."""
    for number in range(20):
        net.person(f"person-{number}", met("2026-11-01"))
    for name, value in (("FIRST_CHUNK", 7), ("CHUNK", 5), ("_MANY", 1)):
        monkeypatch.setattr(bulk_build, name, value)
    monkeypatch.setattr(bulk_build.threading, "active_count", lambda: 1)
    monkeypatch.setattr(bulk_build.os, "cpu_count", lambda: 2)


def test_no_signal_reaches_a_process_before_it_answers_as_it_should(
    net: Net, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is ended while it starts would answer by a handler that it inherited, and may live on."""
    read_in_processes(net, monkeypatch)
    told, begin = net.folder / "told", bulk_build._leave_signals_to_the_parent

    def held() -> set[int]:
        return {signal.SIGTERM, signal.SIGHUP, signal.SIGINT} & signal.pthread_sigmask(signal.SIG_BLOCK, ())

    def begin_and_tell() -> None:
        before = held()
        begin()
        with told.open("a") as file:
            file.write(f"{len(before)} {len(held())}\n")

    monkeypatch.setattr(bulk_build, "_leave_signals_to_the_parent", begin_and_tell)
    net.index().refresh(TODAY)
    assert set(told.read_text().splitlines()) == {"3 0"} and not held()


def test_other_processes_inherit_no_handler_of_signals(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that waits for its next task would never end: the handler is only called once it goes on."""
    read_in_processes(net, monkeypatch)
    seen, read = net.folder / "seen", bulk_build.read_contact
    numbers = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

    def read_and_tell(*args: Any, **kwargs: Any) -> Any:
        with seen.open("a") as told:
            told.write(f"{os.getpid()} {[str(signal.getsignal(number)) for number in numbers]}\n")
        return read(*args, **kwargs)

    monkeypatch.setattr(bulk_build, "read_contact", read_and_tell)
    before = [signal.signal(number, lambda *_: sys.exit(1)) for number in numbers]
    try:
        net.index().refresh(TODAY)
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
    told = [line.split(" ", 1) for line in seen.read_text().splitlines()]
    expected = str([str(handler) for handler in (signal.SIG_DFL, signal.SIG_DFL, signal.SIG_IGN)])
    assert {handlers for process, handlers in told if int(process) != os.getpid()} == {expected}


def test_the_first_files_wait_for_no_process_and_one_reads_all_where_none_can_be_had(
    net: Net, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in_processes(net, monkeypatch)
    seen: list[int] = []

    def refuse(method: str) -> None:
        seen.append(-1)
        raise OSError("no more processes")

    monkeypatch.setattr(multiprocessing, "get_context", refuse)
    net.index().refresh(TODAY, lambda done, total: seen.append(done))
    assert seen == [7, -1, 12, 17, 20]
