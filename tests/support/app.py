"""What several kinds of tests share: small networks, a frozen clock, and a driver of the app that waits."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import tomli
import tomli_w
from textual import events

from netui.presentation.text import plain
from netui.services.workspace import Workspace
from netui.storage.state.config import Config
from netui.ui.app import NetuiApp
from netui.ui.screens.main.screen import MainScreen
from tests.support.workspaces import NOW as NOW
from tests.support.workspaces import open_workspace as open_workspace
from tests.support.workspaces import places_in as places_in

PATIENCE = 30.0
"""How long a condition may take to come true before a test fails; far beyond what it ever takes."""

Files = Mapping[str, Mapping[str, Any] | str]


def write_network(folder: Path, contacts: Files | None = None, goals: Files | None = None) -> Path:
    """A folder with a file for each contact and goal; a string is written as it stands."""
    for room, files in (("contacts", contacts or {}), ("goals", goals or {})):
        (folder / room).mkdir(parents=True, exist_ok=True)
        for stem, data in files.items():
            text = data if isinstance(data, str) else toml(data)
            (folder / room / f"{stem}.toml").write_text(text, encoding="utf-8")
    return folder


def open_network(folder: Path, contacts: Files) -> Workspace:
    """These contacts as a network that is open and read."""
    write_network(folder / "net", contacts)
    workspace = open_workspace(folder)
    workspace.refresh()
    return workspace


def toml(data: Mapping[str, Any]) -> str:
    """A file as people write it: entries and promises each under a heading of their own."""
    tables = {
        key: value
        for key, value in data.items()
        if isinstance(value, list) and value and isinstance(value[0], dict)
    }
    parts = [tomli_w.dumps({key: value for key, value in data.items() if key not in tables})]
    parts += [f"\n[[{key}]]\n{tomli_w.dumps(item)}" for key, items in tables.items() for item in items]
    return "".join(parts)


def entry(on: str, kind: str, text: str = "", **more: Any) -> dict[str, Any]:
    """One entry of a timeline as the files hold it; its id comes from its day and kind."""
    when = datetime.fromisoformat(on) if "T" in on else datetime.fromisoformat(on).date()
    found = {"id": f"{on.replace('-', '')[2:8]}{kind[:4]}", "on": when, "kind": kind, **more}
    return {**found, "text": text} if text else found


def file_of(home: Path, stem: str) -> dict[str, Any]:
    """What a contact's file of the network in ``home`` holds."""
    return tomli.loads((home / f"net/contacts/{stem}.toml").read_text(encoding="utf-8"))


def timeline(home: Path, stem: str) -> list[dict[str, Any]]:
    """The entries in a contact's file of the network in ``home``, as they are written."""
    found: list[dict[str, Any]] = file_of(home, stem).get("timeline", [])
    return found


def a_few_people() -> dict[str, Mapping[str, Any] | str]:
    """Ada, whom one sees; Grace, who shares an entry; two Alans, met now and then; Mary, who is new."""
    alans = {"with": ["alan-kay", "alan-turing"]}
    return {
        "ada-lovelace": {
            "name": "Ada Lovelace", "tags": ["london", "maths"], "org": "Analytical Engines",
            "timeline": [
                entry("2026-09-02", "coffee", "Horses and the board seat."),
                entry("2026-10-12", "call", "Congratulated on the talk.", tags=["talk"]),
                entry("2026-11-10", "lunch", "Her lab is hiring.", **{"with": ["grace-hopper"]}),
            ],
        },
        "grace-hopper": {"name": "Grace Hopper", "tags": ["navy"]},
        "alan-turing": {"name": "Alan Turing", "timeline": [entry("2026-11-01", "video", "Patterns.")]},
        "alan-kay": {"name": "Alan Kay", "timeline": [entry("2026-08-01", "meeting", "Objects.")]},
        "mary-somerville": {"name": "Mary Somerville"},
        "old-club": {
            "name": "Old Club", "archived": True,
            "timeline": [entry("2025-08-01", "event", **alans), entry("2026-02-01", "event", **alans)],
        },
    }  # fmt: skip


async def until(condition: Callable[[], Any], what: str = "") -> Any:
    """What ``condition`` returns once that is true; fails when it does not come true."""
    deadline = time.monotonic() + PATIENCE
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"never came true: {what or condition}")
        await asyncio.sleep(0.002)


class Driver:
    """A person at the keys of one open app."""

    def __init__(self, app: NetuiApp):
        self.app = app

    # ------------------------------------------------------------------ doing

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other; each is dealt with before the next."""
        for key in keys:
            self._send(key)
            await self.settled()

    async def type(self, text: str) -> None:
        """Types text as fast as keys come."""
        for character in text:
            self._send(character)
        await self.settled()

    async def burst(self, *keys: str) -> None:
        """Keys that arrive all at once, as over a slow link."""
        for key in keys:
            self._send(key)
        await self.settled()

    async def enter(self, *texts: str) -> None:
        """Types each text and presses enter after it."""
        for text in texts:
            await self.type(text)
            await self.press("enter")

    async def paste(self, text: str) -> None:
        """Pastes text, from a terminal that says that it is pasted."""
        self._post(events.Paste(text))
        await self.settled()

    def _send(self, key: str) -> None:
        from textual.keys import _character_to_key

        character = key if len(key) == 1 else {"space": " ", "enter": "\r", "tab": "\t"}.get(key)
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        self._post(events.Key(name, character))

    def _post(self, event: events.Event) -> None:
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)

    async def stop_watching(self) -> None:
        """From here on the app sees no change of the folder by itself, as in the moment before it would."""
        watch = self.app.watch_thread
        watch.stop()
        await asyncio.to_thread(watch._thread.join)
        await self.settled()

    async def click(self, selector: str | None, x: int, y: int) -> None:
        """A click of the mouse in a widget, counted from its corner; of the screen where none is named."""
        from textual.pilot import Pilot

        await Pilot(self.app).click(selector, offset=(x, y))
        await self.settled()

    async def resize(self, width: int, height: int) -> None:
        """The terminal gets another size."""
        from textual.pilot import Pilot

        await Pilot(self.app).resize_terminal(width, height)
        await self.settled()

    async def settled(self) -> None:
        """Every message sent so far, and those they led to, have been dealt with."""
        idle = 0
        while idle < 3 and self.app._running:
            pumps = [self.app, *self.app.screen_stack, *self.app.screen.walk_children()]
            busy = any(p._message_queue is not None and p._message_queue.qsize() for p in pumps)
            busy = (
                busy
                or self.app.is_handling_keys
                or self.app.background_tasks.is_busy
                or bool(self.app.screen._callbacks)
                or self.app.screen._layout_required
            )
            idle = 0 if busy else idle + 1
            await asyncio.sleep(0)
            if busy:
                await asyncio.sleep(0.001)

    # ------------------------------------------------------------------ seeing

    @property
    def main(self) -> MainScreen:
        """The main screen, whatever stands before it."""
        found = self.app.main
        assert found is not None
        return found

    @property
    def lines(self) -> list[str]:
        """What is drawn, line by line."""
        screen = self.app.screen
        return [
            "".join(segment.text for segment in strip).rstrip()
            for strip in screen._compositor.render_strips()
        ]

    @property
    def screen(self) -> str:
        """What is drawn."""
        return "\n".join(self.lines)

    @property
    def said(self) -> str:
        """The line of words above the footer."""
        return plain(self.main.prompt.message).strip()

    @property
    def understood(self) -> str:
        """The lowest lines: keys at rest, chips while one types."""
        prompt = self.main.prompt
        return plain(prompt.feedback if prompt.has_class("answering") else prompt._footer.line).strip()

    @property
    def typed(self) -> str:
        """What stands in the prompt."""
        return self.main.prompt.typed

    @property
    def names(self) -> list[str]:
        """The names in the list of people."""
        return [person.row.name for person in self.main.people_view.rows]

    @property
    def person(self) -> str:
        """The id of the one under the cursor of the list of people."""
        person = self.main.people_view.current()
        return person.row.id if person else ""

    async def sees(self, text: str) -> None:
        """Waits until ``text`` is drawn."""
        try:
            await until(lambda: text in self.screen, f"{text!r} on screen")
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.screen}") from None

    async def hears(self, text: str) -> None:
        """Waits until the line of words says ``text``."""
        try:
            await until(lambda: text in self.said, f"{text!r} said")
        except AssertionError as error:
            raise AssertionError(f"{error}; it says {self.said!r}\n{self.screen}") from None


@asynccontextmanager
async def driving(
    where: Workspace | Path,
    *,
    size: tuple[int, int] = (120, 34),
    config: Config | None = None,
    until_read: bool = True,
    toasts: bool = False,
    recovered: Sequence[str] = (),
) -> AsyncIterator[Driver]:
    """The app open on a network, its first look at the folder done unless that is not waited for.

    Toasts are kept but not drawn: they come when the background thread gets to them, and would now and then
    cover what a test looks for. A test that is about them asks for ``toasts``.
    """
    workspace = where if isinstance(where, Workspace) else open_workspace(where, config)
    app = NetuiApp(workspace, recovered=recovered)
    async with app.run_test(size=size, notifications=toasts):
        driver = Driver(app)
        if until_read:
            await until(lambda: app.main is not None and app.main.is_complete, "the first look")
        await driver.settled()
        yield driver
    app.watch_thread.stop()
    workspace.close()
