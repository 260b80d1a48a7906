"""A network on disk for tests, and a system whose calls can be made to fail, or to be the last."""

import contextlib
import datetime as dt
import os

from netui.domain.model.changes import Batch, FileId
from netui.storage.errors import CannotReplay
from netui.storage.files.atomic import System
from netui.storage.files.trash import TRASH
from netui.storage.store import Store

ADA = FileId("contacts", "ada")
BOB = FileId("contacts", "bob")
NOON = dt.datetime(2026, 11, 21, 12, 0)
CALLS = (
    "open", "close", "read", "write", "fstat", "chmod", "sync", "rename", "exchange", "link", "unlink",
    "mkdir",
)  # fmt: skip
ADA_TEXT = b'# mine\r\nname = "Ada"\r\norg = "Z" # c\r\n'


class Killed(BaseException):
    """Stands for the death of the process: no handler of the store's may do anything after it."""


class Faulty(System):
    """Fails the call number ``at`` with ``fault``; after a kill no call does anything more.

    ``after`` kills behind the call instead of before it. Without ``links`` the disk has no hard links and
    cannot exchange names.
    """

    def __init__(self, at=0, fault=None, *, after=False, links=True):
        self.at, self.fault, self.after, self.links = at, fault, after, links
        self.count = 0
        self.dead = False
        self._opened = set()

    def open(self, *args, **named):
        """What is open is closed with the death of the process."""
        opened = super().open(*args, **named)
        self._opened.add(opened)
        return opened

    def close(self, opened):
        self._opened.discard(opened)
        super().close(opened)

    def die(self):
        self.dead = True
        for opened in self._opened:
            os.close(opened)


def _failing(name):
    real = getattr(Faulty if name in ("open", "close") else System, name)

    def call(self, *args):
        if self.dead:
            raise Killed
        self.count += 1
        is_hit = self.count == self.at
        is_missing = not self.links and name in ("link", "exchange")
        if is_hit and self.fault == "kill":
            if self.after and not is_missing:
                with contextlib.suppress(OSError):
                    real(self, *args)
            self.die()
            raise Killed
        if name == "exchange" and (is_missing or (is_hit and self.fault != "short")):
            return False
        if is_missing:
            raise PermissionError(1, "no links here")
        if not is_hit:
            return real(self, *args)
        if self.fault == "short":
            return (
                real(self, args[0], args[1][: max(1, len(args[1]) // 2)])
                if name == "write"
                else real(self, *args)
            )
        if name == "close":
            real(self, *args)
        raise OSError(self.fault, os.strerror(self.fault))

    return call


for _name in CALLS:
    setattr(Faulty, _name, _failing(_name))


def network(root, files=((ADA, ADA_TEXT),)):
    """A fresh network under ``root`` that holds ``files``."""
    for file, data in files:
        path = root / "net" / file.folder / f"{file.stem}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def store(root, system=None, now=NOON, state="state"):
    return Store(root / "net", root / state, now=lambda: now, system=system)


def undo_all(root, state="state"):
    """Undoes all there is, and passes over what is not there."""
    skip = 0
    while True:
        try:
            if store(root, state=state).undo(skip) is None:
                return
        except CannotReplay as error:
            assert error.number != skip
            skip = error.number


def contents(root):
    """What a listing of the network would show: path to bytes, without the trash and temporary files."""
    net = root / "net"
    paths = [path for path in sorted(net.glob("*/[!.]*.toml")) if path.parent.name != TRASH]
    return {str(path.relative_to(net)): path.read_bytes() for path in paths}


def batch(*changes, label="did it"):
    return Batch(label, changes)


def entry(text="x", name="1"):
    return {"id": name, "on": dt.date(2026, 1, 2), "text": text}
