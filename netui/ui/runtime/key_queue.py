"""Key queue: handles one key at a time, each with all its effects, focus included, before the next.

Textual sends every key to the widget that has the focus as the key arrives. What a key opens takes the
focus some messages later. The rest of a line typed in one burst, as over a slow link, would still reach
the list, and its letters would run commands.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Protocol, runtime_checkable

from textual import events
from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.widget import Widget

from netui.ui.terminal import TypedAhead, gather_typed_ahead

_MAX_ROUNDS = 12
"""Times the message queues are drained after a key before the next one is handled in any case."""
_DRAIN_TIMEOUT = 0.5
"""Seconds one widget may take to process its messages before the next key is handled in any case."""
_TYPING_PAUSE = 0.15
"""Seconds after a key within which the next one is likely."""


@runtime_checkable
class TakesTypedAhead(Protocol):
    """A widget that takes what was typed in the same read as an enter meant for it."""

    def take_typed_ahead(self, text: str) -> bool:
        """Takes the text; returns False to have it as the keys it came as."""


class KeyQueueApp(App[int]):
    """An app that queues keys and pastes until the effects of the one before are over.

    What came in one read with an enter is offered as text to the widget that had the focus at the enter.
    """

    def __init__(self) -> None:
        super().__init__()
        self._queue: deque[events.Event] = deque()
        self._at_enter: Widget | None = None
        """The widget to which the last key went, if that was an enter."""
        self._handling: asyncio.Task[None] | None = None
        self._holds = 0
        self._last_key = 0.0
        self._callbacks: deque[Callable[[], object]] = deque()

    @property
    def is_handling_keys(self) -> bool:
        """Whether a key is being handled or queued."""
        return self._handling is not None

    def hold_keys(self) -> None:
        """Queues all keys until :meth:`release_keys`: the effects of a key are not over yet."""
        self._holds += 1

    def release_keys(self) -> None:
        """Ends one :meth:`hold_keys`."""
        self._holds -= 1

    def call_between_keys(self, call: Callable[[], object]) -> None:
        """Calls ``call`` when no key has to wait for it: while none is typed, else right after one."""
        typed = time.monotonic() - self._last_key
        self._callbacks.append(call)
        if self._handling is None and typed > _TYPING_PAUSE:
            self._run_callbacks()
        elif len(self._callbacks) == 1:
            self.set_timer(_TYPING_PAUSE, self._run_callbacks)

    def _run_callbacks(self) -> None:
        while self._callbacks:
            self._callbacks.popleft()()

    async def on_event(self, event: events.Event) -> None:
        """Queues keys and pastes; passes everything else on."""
        if isinstance(event, (events.Key, events.Paste, TypedAhead)) and not event.is_forwarded:
            if self._handling is not None:
                self._queue.append(event)
            else:
                await self._handle(event)
        else:
            await super().on_event(event)

    async def _handle(self, event: events.Event) -> None:
        if not self.screen_stack:
            return  # it has left: a key behind that which quits is for nobody
        self._last_key = time.monotonic()
        try:
            if isinstance(event, TypedAhead):
                self._offer(event)
            else:
                is_enter = isinstance(event, events.Key) and event.key == "enter"
                self._at_enter = self.focused if is_enter else None
                await super().on_event(event)
        finally:
            self._handling = asyncio.create_task(self._await_effects())

    def _offer(self, event: TypedAhead) -> None:
        """Offers what was typed ahead to the widget of the enter before; queues its keys if it is refused.

        What followed the enter of an input is keys only where it is typed into another one: no pasted letter
        runs a command.
        """
        widget = self._at_enter
        if isinstance(widget, TakesTypedAhead) and widget.take_typed_ahead(event.text):
            return
        if _takes_text(widget) and not _takes_text(self.focused):
            self.tell_not_typed(event.text)
        else:
            self._queue.extendleft(reversed([*_keys(event, self)]))

    def tell_not_typed(self, text: str) -> None:
        """Says that ``text`` was not taken as keys: it came in one piece with an enter, as in a paste."""

    async def _await_effects(self) -> None:
        """Waits until the effects of a key are over, then handles the next one."""
        before = None
        for _ in range(_MAX_ROUNDS):
            await self._drain_message_queues()
            try:
                place = (self.screen, self.focused)
            except ScreenStackError:
                break
            if self.return_value is not None:
                break  # quitting: nothing is processed any more
            if place == before and self.focused is not None and not self._holds:
                break
            before = place
        if self._queue:
            self.call_next(self._handle, self._queue.popleft())
        else:
            self._handling = None
            if self._callbacks:
                self.call_after_refresh(self._run_callbacks)

    async def _drain_message_queues(self) -> None:
        """Processes pending messages once along the path of a key, from the focused widget to the app."""
        try:
            start: DOMNode = self.focused or self.screen
        except ScreenStackError:
            return
        for pump in start.ancestors_with_self:
            await _drain(pump)
        if self._holds:
            await asyncio.sleep(1 / 60)


def _takes_text(widget: Widget | None) -> bool:
    return widget is not None and widget.check_consume_key("a", "a")


def _keys(event: TypedAhead, app: MessagePump) -> Iterator[events.Event]:
    """The keys of a text that was typed ahead; what follows an enter among them is text again."""
    for each in gather_typed_ahead(event.keys):
        if isinstance(each, events.Event):
            each.set_sender(app)
            yield each


async def _drain(pump: MessagePump) -> None:
    """Waits until ``pump`` has processed the messages sent to it so far, or takes too long."""
    done = asyncio.Event()
    if pump.is_running and pump.call_later(done.set):
        try:
            await asyncio.wait_for(done.wait(), _DRAIN_TIMEOUT)
        except TimeoutError:
            return
