"""A signal quits with its status; one that was ignored before stays ignored."""

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest

from netui.ui.runtime.signals import install_signal_handlers

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signal handlers for a loop")


@pytest.fixture(autouse=True)
def handlers_as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


async def test_a_signal_quits_with_128_and_its_number() -> None:
    left: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    install_signal_handlers(left.set_result)
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(left, 10) == 128 + signal.SIGTERM


async def test_what_was_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    statuses: list[int] = []
    install_signal_handlers(statuses.append)
    os.kill(os.getpid(), signal.SIGHUP)
    left: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    install_signal_handlers(left.set_result)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(left, 10)
    assert statuses == [] and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
