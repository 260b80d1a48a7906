"""Keys in the order they were typed: each is dealt with wholly before the next is looked at.

Textual gives every key to what has the focus as the key arrives. What a key opens takes the focus
some messages later, so that the rest of a line typed in one burst, as over a slow link, would still
reach the list, and letters would be commands.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable

from textual import events
from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.message_pump import MessagePump

_ROUNDS = 12
"""How often to follow a key's traces before the next one is let through in any case."""
_PATIENCE = 0.5
"""How many seconds one part of the screen may take before the next key is let through in any case."""
_TYPING = 0.15
"""Someone who pressed a key less than so many seconds ago is likely to press the next one soon."""


class KeysInOrder(App[int]):
    """An app that lets a key through when the one before has had its effect, focus included."""

    def __init__(self) -> None:
        super().__init__()
        self._typed_ahead: deque[events.Key | events.Paste] = deque()
        self._underway: asyncio.Task[None] | None = None
        self._held = 0
        self._last_key = 0.0
        self._between: deque[Callable[[], object]] = deque()

    @property
    def is_dealing_with_keys(self) -> bool:
        """Whether a key is underway or waits."""
        return self._underway is not None

    def hold_keys(self) -> None:
        """Lets no key through until :meth:`release_keys`: what a key does is not over yet."""
        self._held += 1

    def release_keys(self) -> None:
        """What was waited for has happened."""
        self._held -= 1

    def between_keys(self, call: Callable[[], object]) -> None:
        """Calls back where no key has to wait for it: while none is typed, else right after one."""
        typed = time.monotonic() - self._last_key
        self._between.append(call)
        if self._underway is None and typed > _TYPING:
            self._use_the_pause()
        elif len(self._between) == 1:
            self.set_timer(_TYPING, self._use_the_pause)

    def _use_the_pause(self) -> None:
        while self._between:
            self._between.popleft()()

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes one by one; everything else as it comes."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            if self._underway is not None:
                self._typed_ahead.append(event)
            else:
                await self._deal_with(event)
        else:
            await super().on_event(event)

    async def _deal_with(self, event: events.Key | events.Paste) -> None:
        self._last_key = time.monotonic()
        try:
            await super().on_event(event)
        finally:
            self._underway = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        """Waits for the traces of the key underway, then lets the next one through."""
        before = None
        for _ in range(_ROUNDS):
            await self._round()
            try:
                place = (self.screen, self.focused)
            except ScreenStackError:
                break
            if self.return_value is not None:
                break  # leaving: nobody answers any more
            if place == before and self.focused is not None and not self._held:
                break
            before = place
        if self._typed_ahead:
            self.call_next(self._deal_with, self._typed_ahead.popleft())
        else:
            self._underway = None
            if self._between:
                self.call_after_refresh(self._use_the_pause)

    async def _round(self) -> None:
        """Once along the way that keys and messages take, from what has the focus up to the app."""
        try:
            start: DOMNode = self.focused or self.screen
        except ScreenStackError:
            return
        for pump in start.ancestors_with_self:
            await _caught_up(pump)
        if self._held:
            await asyncio.sleep(1 / 60)


async def _caught_up(pump: MessagePump) -> None:
    """What has been sent to ``pump`` so far has been dealt with, or takes too long."""
    done = asyncio.Event()
    if pump.is_running and pump.call_later(done.set):
        try:
            await asyncio.wait_for(done.wait(), _PATIENCE)
        except TimeoutError:
            return
