"""Two writers of one network and a foreign editor, killed at random and started again; prints what was lost.

Run as a program (``python -m tests.support.kill_loop FOLDER KILLS [GUARD]``), so that it forks from a process
without threads. GUARD names a safeguard to leave out, for the proof that the loop would notice.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter, deque
from contextlib import suppress
from pathlib import Path

import tomlrt  # noqa: F401  (here, so that the writers need not load it)

from netui.domain.model.changes import AddItem, Batch, Create, FileId, SetValue
from netui.storage.errors import StoreError
from netui.storage.files import atomic, locks
from netui.storage.toml.document import load
from netui.storage.undo import journal
from tests.support.faulty_disk import network, store

FILES = [FileId("contacts", f"c{number}") for number in range(4)]
TEXT = '# hand written\nname = "C" # keep me\nunknown.key = [1, 2] # x\n'
PAUSE = 0.003
"""The longest pause of the foreign editor, in seconds: its writes fall into every moment of a save."""
INSTANT = 0.05
"""Seconds in which a writer that exchanged two names has surely looked at what came out."""
LIFE = 0.15
"""The longest time until the next kill."""


def write(home: Path, told: int, seed: int) -> None:
    """Appends entries, adds contacts and sets fields; tells each token once that was acknowledged."""
    draw, one = random.Random(seed), store(home)
    while True:
        token, choice = f"{draw.getrandbits(48):012x}", draw.random()
        file = draw.choice(FILES)
        if choice < 0.8:
            item = {"id": token, "text": "x" * draw.randrange(3000)}
            changes = [AddItem(file, "timeline", item)]
        elif choice < 0.9:
            changes = [Create(FileId("contacts", f"new-{token}"), f'name = "{token}"\n')]
        else:
            changes = [SetValue(file, ("org",), f"O{token}"), AddItem(file, "timeline", {"id": token})]
        with suppress(StoreError):
            one.apply(Batch("wrote", tuple(changes)))
            os.write(told, f"A{token}\n".encode())


def edit(home: Path, told: int, seed: int) -> None:
    """A program that takes no lock: writes a new file and renames it, appends in place, rewrites in place.

    What it read in the instant in which names are exchanged it reads again: what it saves after that is not
    proved. Such a file lacks a line of its own, and has it a moment later; what is really gone stays gone.
    """
    draw = random.Random(seed)
    wrote: dict[Path, deque[bytes]] = {}
    while True:
        token = f"{draw.getrandbits(48):012x}"
        path, way = home / f"net/{draw.choice(FILES)}", draw.randrange(3)
        line = f"# foreign {token}\n".encode()
        text, own = path.read_bytes(), wrote.setdefault(path, deque(maxlen=8))
        if any(each not in text for each in own):
            time.sleep(INSTANT)
            text = path.read_bytes()
            wrote[path] = own = deque((each for each in own if each in text), maxlen=8)
        if way == 0:
            aside = path.with_name(f".{token}")
            aside.write_bytes(text + line)
            aside.rename(path)
        elif way == 1:
            with path.open("ab") as file:
                file.write(line)
        elif b"keep me" in text:
            path.write_bytes(text + line)
        else:
            continue
        own.append(line)
        os.write(told, f"F{token}\n".encode())
        time.sleep(draw.random() * PAUSE)


def start(work, home: Path, told: int) -> int:
    child = os.fork()
    if not child:
        try:
            work(home, told, random.SystemRandom().getrandbits(32))
        finally:
            os._exit(1)
    return child


def end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def main(folder: str, kills: str, guard: str = "") -> None:
    # The undo history is bounded; here it keeps all, so that what is missing from it was never there.
    journal.COMPACT_OVER = 1 << 40
    home = network(Path(folder), [(file, TEXT.encode()) for file in FILES])
    GUARDS[guard]()
    heard, told = os.pipe()
    os.set_blocking(heard, False)
    said = bytearray()

    def listen() -> None:
        with suppress(BlockingIOError):
            while data := os.read(heard, 1 << 16):
                said.extend(data)

    editor, writers = start(edit, home, told), [start(write, home, told) for _ in range(2)]
    for number in range(int(kills)):
        time.sleep(random.random() * LIFE)
        end(writers[number % 2])
        writers[number % 2] = start(write, home, told)
        listen()
    for child in (*writers, editor):
        end(child)
    listen()
    print(json.dumps({"kills": int(kills), **result(home, said.decode().split("\n")[:-1])}))


def result(home: Path, tokens: list[str]) -> dict[str, object]:
    """What was acknowledged, and what of it is lost, stands twice or is broken."""
    store(home).sweep()
    files = {path.name: path.read_bytes() for path in (home / "net/contacts").glob("*.toml")}
    trash = b"".join(path.read_bytes() for path in (home / "net/.trash").glob("*"))
    journal = b"".join(path.read_bytes() for path in (home / "state/journal").glob("*"))
    kept = b"".join(files.values())
    ids: Counter[str] = Counter()
    unsound = [data for name, data in files.items() if not sound(name, data, ids)]
    broken = [data.decode(errors="replace")[-200:] for data in unsound]
    missing = [token for token in tokens if token[1:].encode() not in kept]
    # The editor saved a copy from before the entry: nobody can help that, but undo history has the entry.
    overwritten = [t for t in missing if t[0] == "A" and t[1:].encode() in trash + journal]
    in_trash = [t for t in missing if t[0] == "F" and t[1:].encode() in trash]
    return {
        "acknowledged": sum(token[0] == "A" for token in tokens),
        "foreign": sum(token[0] == "F" for token in tokens),
        "lost": sorted({*missing} - {*overwritten} - {*in_trash}),
        "overwritten": len(overwritten),
        "in_trash": len(in_trash),
        "twice": [ident for ident, times in ids.items() if times > 1],
        "broken": broken,
        "journal": numbers(journal),
        "left": len(list((home / "net").rglob(f"{atomic.TEMPORARY}*"))),
    }


def numbers(journal: bytes) -> str:
    """What is wrong with the numbers of the batches in the journal: each is one more than the one before."""
    found = []
    for line in journal.split(b"\n"):
        with suppress(ValueError):
            found.append(json.loads(line)["n"])
    return "" if found == sorted(set(found)) else "a number stands twice, or out of order"


def sound(name: str, data: bytes, ids: Counter[str]) -> bool:
    try:
        document = load(data)
    except StoreError:
        return False
    ids.update(item["id"] for item in document.get("timeline", []))
    is_new = name.startswith("new-")
    return is_new or (document.get("unknown") == {"key": [1, 2]} and b"# keep me" in data)


def without_lock() -> None:
    locks.fcntl.flock = lambda *_: None  # type: ignore[assignment]


def without_exchange() -> None:
    """A rename after the last comparison, with the moment between them as long as a busy machine makes it."""
    rename = atomic.System.rename
    atomic.System.exchange = lambda *_: False  # type: ignore[method-assign, assignment]
    atomic.System.rename = lambda *given: (time.sleep(0.002), rename(*given))[1]  # type: ignore[method-assign]


def without_comparison() -> None:
    atomic.Folder._holds = lambda *_: True  # type: ignore[method-assign]
    without_exchange()


GUARDS = {
    "": lambda: None,
    "lock": without_lock,
    "exchange": without_exchange,
    "comparison": without_comparison,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
