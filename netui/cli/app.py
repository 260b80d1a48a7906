"""Opens the app, over one's own network or over the demo; and what it finds wrong with the settings.

Importing Textual takes longest, so the splash is painted first.
"""

import gc
import os
import sys
from typing import TYPE_CHECKING

from netui.cli.errors import Usage, require_supported_system
from netui.cli.output import print_error
from netui.cli.session import Session, clock
from netui.services.settings import Places, config_path, load_config

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import ModuleType

    from netui.services.settings import Config


def open_app(session: Session, begin_with: str = "") -> int:
    """Runs the app over the session's network; ``begin_with`` is the action to begin with."""
    _need_terminal()
    session.shows_app = True
    if begin_with:
        status = _open(session, begin_with)
    else:
        with _splash(session):
            status = _open(session, begin_with)
    return open_demo(None) if status == _import_app().LOOK_AT_DEMO else status


def _splash(session: Session) -> "AbstractContextManager[None]":
    """The splash: paints the screen snapshot of the last session, if valid, until the app takes over."""
    from netui.services.sync.screen_snapshot import load_snapshot
    from netui.ui.terminal import show_splash

    config, places = session.settings
    return show_splash(config.terminal, lambda key: load_snapshot(places, clock()().date(), key))


def _open(session: Session, begin_with: str) -> int:
    from netui.services.sync.index_build import spare_folder, start_build

    if session.workspace.index.path is None:
        session.use_cache(spare_folder())
    building = start_build(session.workspace)
    status: int = _import_app().run(
        session.workspace,
        config_problem=session.config_problem,
        recovered=session.recovered,
        begin_with=begin_with,
        building=building,
    )
    return status


def _import_app() -> "ModuleType":
    """Imports the app, and with it Textual."""
    gc.disable()  # until the first frame is drawn: nothing loaded before it is garbage
    # Textual reads these as it is loaded: how soon one frame may follow another, and how many
    # milliseconds after an escape it is clear that no sequence follows.
    os.environ.setdefault("TEXTUAL_FPS", "500")
    os.environ.setdefault("ESCDELAY", "50")
    _import_asyncio()
    from netui.ui import app

    return app


def _import_asyncio() -> None:
    """Imports asyncio, which Textual runs on, without ssl: 4 MB of OpenSSL that the app never uses.

    asyncio goes without it where it cannot be imported; whatever else wants ssl later has it.
    """
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # as the import system marks what cannot be imported
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]


def has_contacts(session: Session) -> bool:
    """Whether there is anybody in the session's network, as far as its folder tells."""
    contacts = os.path.join(os.fspath(session.settings[1].network), "contacts")
    try:
        return any(name.endswith(".toml") for name in os.listdir(contacts))
    except OSError:
        return False


def open_demo(keep: str | None, begin_with: str = "") -> int:
    """Runs the app over a made-up network in a temporary folder, or in the new folder ``keep``.

    ``begin_with`` is the action to begin with.
    """
    import tempfile
    from pathlib import Path

    _need_terminal()
    if keep is None:
        # Threads of an app that ended in the middle may still write there.
        with tempfile.TemporaryDirectory(prefix="netui-demo-", ignore_cleanup_errors=True) as folder:
            return _demo(Path(folder), begin_with)
    folder = os.path.abspath(os.path.expanduser(keep))
    if os.path.isdir(folder) and os.listdir(folder):
        raise Usage(f"{folder} is not empty; --keep takes a new folder")
    with tempfile.TemporaryDirectory(prefix="netui-demo-", ignore_cleanup_errors=True) as aside:
        status = _demo(Path(aside), begin_with, Path(folder))
    print_error(f"the demo network is in {folder}; netui --data {folder} opens it")
    return status


def _demo(aside: "Path", begin_with: str, network: "Path | None" = None) -> int:
    from netui.services.transfer.demo import build_demo as demo_files
    from netui.services.workspace import Workspace

    now = clock()
    network = network or aside / "network"
    os.makedirs(network, mode=0o700, exist_ok=True)  # by itself: above the last folder, modes are the umask's
    for name, text in demo_files(now().date()).items():
        path = network / name
        os.makedirs(path.parent, mode=0o700, exist_ok=True)
        with open(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", newline=""
        ) as file:
            file.write(text)
    config, problem = load_config(config_path())
    places = Places(network, aside / "state", aside / "cache", config_path())
    workspace = Workspace(places, config, now)
    try:
        status: int = _import_app().run(workspace, demo=True, config_problem=problem, begin_with=begin_with)
        return status
    finally:
        workspace.close()


def _need_terminal() -> None:
    require_supported_system()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Usage("the app needs a terminal; netui --help lists the commands that do without")
    if os.environ.get("TERM", "").lower() in ("dumb", "unknown"):
        raise Usage(
            f"the app needs a terminal that can place its cursor, and TERM is {os.environ['TERM']!r}; "
            "netui --help lists the commands that do without"
        )


def screen_problems(config: "Config") -> list[str]:
    """What the screen alone knows to be wrong with the settings, each as ``keys.log: what is wrong``.

    Themes that there are not, keys that clash; this loads Textual's themes.
    """
    from netui.presentation.keymap import keys_in_force
    from netui.ui.style.themes import not_a_theme

    theme = not_a_theme(config.theme)
    return [*([theme] if theme else []), *keys_in_force(config.keys, config.keymap)[1]]
