"""Power cut at every call of a save: each disk state that a file system may leave is built and checked.

The calls are recorded, then replayed on a model of a disk (in the manner of ALICE and CrashMonkey). Contents
that were not flushed may be there, be missing, be half there or be zeros; names that were not flushed may
have changed in order up to any point ("ordered", as ext4, XFS and btrfs do) or in any selection ("any",
weaker than any real one). Proved: a file is wholly old or wholly new; what was acknowledged is there; undo
leads back to the old state, so no old byte is gone. Not proved: disks that lie about a flush, and damage to
flushed data.
"""

import itertools
import os
from pathlib import Path

import pytest

from netui.domain.model.changes import SetValue
from netui.storage.files.atomic import System
from tests.proofs.test_store_faults import WORK, apply
from tests.support.faulty_disk import ADA, contents, network, store, undo_all

MODELS = ("ordered", "any")
UNDO = {"undo": lambda one: one.undo(), "redo": lambda one: one.redo()}


class Recorder(System):
    """Writes down every call that changes the disk, with absolute paths; some kinds may be left out."""

    def __init__(self, left_out=(), exchanges=True):
        self.calls, self._paths = [], {}
        self._left_out, self._exchanges = left_out, exchanges

    def _path(self, name, folder):
        return os.path.join(self._paths[folder], name) if folder is not None else name

    def open(self, name, flags, mode=0o600, folder=None):
        path = self._path(name, folder)
        is_new = not os.path.lexists(path)
        opened = super().open(name, flags, mode, folder)
        self._paths[opened] = path
        if flags & os.O_CREAT and is_new:
            self.calls.append(("create", path))
        return opened

    def write(self, fd, data):
        written = super().write(fd, data)
        self.calls.append(("write", self._paths[fd], bytes(data[:written])))
        return written

    def sync(self, fd):
        super().sync(fd)
        path = self._paths[fd]
        kind = "sync folder" if os.path.isdir(path) else "sync"
        if kind not in self._left_out:
            self.calls.append((kind, path))

    def rename(self, old, new, folder, new_folder):
        super().rename(old, new, folder, new_folder)
        self.calls.append(("rename", self._path(old, folder), self._path(new, new_folder)))

    def exchange(self, one, other, folder):
        done = self._exchanges and super().exchange(one, other, folder)
        if done:
            self.calls.append(("exchange", self._path(one, folder), self._path(other, folder)))
        return done

    def link(self, old, new, folder, new_folder):
        super().link(old, new, folder, new_folder)
        self.calls.append(("link", self._path(old, folder), self._path(new, new_folder)))

    def unlink(self, name, folder):
        super().unlink(name, folder)
        self.calls.append(("unlink", self._path(name, folder)))

    def mkdir(self, path):
        super().mkdir(path)
        self.calls.append(("mkdir", path))


FOLDER = -1


def files_in(home):
    """Every path below ``home`` and its bytes, None for a folder."""
    paths = [home, *sorted(home.rglob("*"))]
    return {str(path): None if path.is_dir() else path.read_bytes() for path in paths}


class Disk:
    """A disk: names and contents as a program sees them, and what of that is certain to be there."""

    def __init__(self, files):
        self.start = {path: FOLDER if data is None else at for at, (path, data) in enumerate(files.items())}
        self.live = dict(self.start)
        self.data = {self.start[path]: data for path, data in files.items() if data is not None}
        self.flushed = dict(self.data)
        self.names = []
        """Changes of names, each with the folders that it is in, and whether it was flushed."""

    def play(self, call, model):
        kind, path, *rest = call
        if kind == "create":
            number = self.live[path] = len(self.start) + len(self.names) + 1000
            self.data[number] = self.flushed[number] = b""
            self._change([(path, number)])
        elif kind == "mkdir":
            self.live[path] = FOLDER
            self._change([(path, FOLDER)])
        elif kind == "write":
            self.data[self.live[path]] += rest[0]
        elif kind == "sync":
            self.flushed[self.live[path]] = self.data[self.live[path]]
        elif kind == "rename":
            self.live[rest[0]] = self.live.pop(path)
            self._change([(path, None), (rest[0], self.live[rest[0]])])
        elif kind == "exchange":
            self.live[path], self.live[rest[0]] = self.live[rest[0]], self.live[path]
            self._change([(path, self.live[path]), (rest[0], self.live[rest[0]])])
        elif kind == "link":
            self.live[rest[0]] = self.live[path]
            self._change([(rest[0], self.live[path])])
        elif kind == "unlink":
            self.live.pop(path)
            self._change([(path, None)])
        else:
            self._flush_names(path, model)

    def _change(self, entries):
        self.names.append([entries, {os.path.dirname(path) for path, _ in entries}, False])

    def _flush_names(self, folder, model):
        touched = [at for at, (_, folders, _) in enumerate(self.names) if folder in folders]
        for at in touched if model == "any" else range(max(touched, default=-1) + 1):
            self.names[at][2] = True

    def states(self, model):
        """Every state that a power cut now may leave: path to bytes, None for a folder."""
        pending = [at for at, (_, _, is_flushed) in enumerate(self.names) if not is_flushed]
        if model == "ordered":
            chosen = [pending[:count] for count in range(len(pending) + 1)]
        else:
            chosen = [c for size in range(len(pending) + 1) for c in itertools.combinations(pending, size)]
        for kept in chosen:
            tree = self._tree(set(kept))
            dirty = [number for number in set(tree.values()) if self._is_dirty(number)]
            for contents_of in itertools.product(*(self._partial(number) for number in dirty)):
                held = {**self.flushed, **dict(zip(dirty, contents_of, strict=True))}
                yield {path: None if number == FOLDER else held[number] for path, number in tree.items()}

    def _tree(self, kept):
        tree = dict(self.start)
        for at, (entries, _, is_flushed) in enumerate(self.names):
            for path, number in entries if is_flushed or at in kept else ():
                if number is None:
                    tree.pop(path, None)
                elif os.path.dirname(path) in tree:
                    tree[path] = number
        return tree

    def _is_dirty(self, number):
        return number >= 0 and self.data[number] != self.flushed[number]

    def _partial(self, number):
        flushed, data = self.flushed[number], self.data[number]
        added = data[len(flushed) :] if data.startswith(flushed) else data
        base = flushed if data.startswith(flushed) else b""
        return [flushed, data, base + added[: len(added) // 2], base + bytes(len(added))]


def begin(home, name):
    """A network in which one change was made before; undo and redo need another."""
    network(home)
    apply(SetValue(ADA, ("title",), "T"))(store(home))
    if name in UNDO:
        WORK["several"](store(home))
    if name == "redo":
        store(home).undo()
    return home


def lose_power(folder, name, **recorder):
    """Cuts the power everywhere in a piece of work and checks every state; returns their number."""
    home = begin(folder / "home", name)
    first, old, files = contents(network(folder / "first")), contents(home), files_in(home)
    system = Recorder(**recorder)
    {**WORK, **UNDO}[name](store(home, system))
    new = contents(home)
    assert old != new
    seen = set()
    for model in MODELS:
        disk = Disk(files)
        for done in range(len(system.calls) + 1):
            if done:
                disk.play(system.calls[done - 1], model)
            for state in disk.states(model):
                is_acknowledged = done == len(system.calls)
                key = (frozenset(state.items()), is_acknowledged)
                if key not in seen:
                    seen.add(key)
                    check_state(home, state, old, new, first, is_acknowledged)
    return len(seen)


def check_state(home, state, old, new, first, is_acknowledged):
    """Puts the state on a real disk and looks what a user would find there."""
    rebuild(home, state)
    now = contents(home)
    for path in old.keys() | new.keys():
        assert now.get(path) in (old.get(path), new.get(path)), f"{path} is torn or missing"
    if is_acknowledged:
        assert now == new, "what was acknowledged is lost"
    store(home).sweep()
    undo_all(home)
    assert contents(home) == first, "old bytes are gone"


def rebuild(home, state):
    """Makes ``home`` hold exactly this state."""
    for path in sorted(home.rglob("*"), reverse=True):
        if not path.is_dir():
            path.unlink()
        elif str(path) not in state:
            path.rmdir()
    for path, data in sorted(state.items()):
        if data is None:
            Path(path).mkdir(exist_ok=True)
        else:
            Path(path).write_bytes(data)


@pytest.mark.parametrize("name", [*WORK, *UNDO])
@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "rename"])
def test_whatever_a_power_cut_leaves_is_old_or_new_and_can_be_undone(folder, name, exchanges, count):
    count(disk_states=lose_power(folder, name, exchanges=exchanges))
