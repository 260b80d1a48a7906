"""``python screenshots/make.py``: the pictures of the README, from the real app over the demo network."""

import asyncio
import os
import re
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # read when Textual is first imported

from netui.services.transfer.demo import build_demo
from netui.services.workspace import Workspace
from netui.storage.state.config import Config, Places
from netui.ui.app import NetuiApp

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 21, 9, 0)
_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_FAMILY = re.compile(r"font-family: Fira Code[^;]*;")


class Shot(NamedTuple):
    """One picture: its file, the size of the screen, the keys that lead to it, and the theme."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    typed: str = ""
    theme: str = "netui-dark"


LINE = "coffee with @ingrid @hugo yesterday: the port wants a pilot #riga >send the draft by fri"
SHOTS = (
    Shot("main", (140, 36), ("j", "j")),
    Shot("capture", (110, 30), ("j", "n"), LINE),
    Shot("small", (80, 24), ("j", "2", "j")),
    Shot("find", (100, 26), ("f",), "price"),
    Shot("brief", (100, 28), ("j", "j", "b")),
    Shot("review", (100, 26), ("r",)),
    Shot("insights", (110, 38), ("i",)),
    Shot("light", (140, 36), ("j", "3"), "", "netui-light"),
)  # fmt: skip


async def draw(shot: Shot, places: Places) -> None:
    """Opens the app, presses the keys, and keeps what is on screen."""
    app = NetuiApp(Workspace(places, Config(theme=shot.theme), lambda: NOW))
    async with app.run_test(size=shot.size) as pilot:
        await until(pilot.pause, lambda: app.main is not None and app.main.is_complete)
        for key in shot.keys:
            await pilot.press(key)
        if shot.typed:
            await pilot.press(*shot.typed)
        await pilot.pause(1.5 if shot.name == "insights" else 0.3)
        drawn = app.export_screenshot(title="netui", simplify=False)
    (HERE / f"{shot.name}.svg").write_text(plain_fonts(drawn), encoding="utf-8")


def plain_fonts(drawn: str) -> str:
    """The picture with fonts of the machine that shows it, and no address to fetch one from."""
    family = "font-family: ui-monospace, Menlo, 'DejaVu Sans Mono', monospace;"
    return _FAMILY.sub(family, _WEB_FONT.sub("", drawn))


async def until(pause: Callable[[float], object], ready: Callable[[], bool]) -> None:
    """Waits for a condition."""
    for _ in range(500):
        if ready():
            return
        await pause(0.02)  # type: ignore[misc]
    raise TimeoutError("the app did not get ready")


def main() -> None:
    """Draws all pictures."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        base = Path(folder)
        for name, text in build_demo(NOW.date()).items():
            path = base / "network" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for number, shot in enumerate(SHOTS):
            aside = base / str(number)
            places = Places(base / "network", aside / "state", aside / "cache", aside / "config.toml")
            asyncio.run(draw(shot, places))


if __name__ == "__main__":
    main()
