"""Runs a command, or a save in the app, again and again, with another system call struck each time.

Run as a program with ``LD_PRELOAD`` set to the compiled ``fault_shim.c``
(``python -m tests.support.fault_sweep FOLDER SCENARIO AREA EACH STEP GUARD``). AREA is ``data`` (the network
and the undo journal) or ``cache`` (the index, which SQLite reads and writes). Every STEPth call gets EACH
faults. GUARD names a safeguard to leave out ("" for none), for the proof that the sweep would notice. Each
case runs in a fork on a fresh copy of the network. Prints what was tried and every breach as JSON.
"""

import ctypes
import errno
import io
import json
import os
import re
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from netui.cli.main import main as run_netui
from netui.domain.model.contact import Contact
from netui.domain.model.goal import Goal
from netui.storage.state.drafts import Draft, Drafts
from netui.storage.validation.validate import validate
from tests.support.faulty_disk import store, undo_all
from tests.support.terminal import environment

COUNT, FAIL, DIE_BEFORE, DIE_AFTER, SHORT = range(5)
ERRORS = [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EMFILE, errno.EROFS, errno.EDQUOT, errno.EINTR]
FAULTS = [*((FAIL, error) for error in ERRORS), (SHORT, 0), (DIE_BEFORE, 0), (DIE_AFTER, 0)]
WORDS = {SHORT: "short write", DIE_BEFORE: "death before", DIE_AFTER: "death after"}
LINE = "call with @ada: dear text"
PATIENCE = 60
"""Seconds after which a case hangs."""
UNEXPECTED = 99
"""The exit status of a case that raised something."""
ADA = """\
# mine
name = "Ada Lovelace"
tags = ["london"]

[[timeline]]
id = "t1"
on = 2026-11-01
kind = "lunch"
with = ["bob"]
text = "soup"
"""
BOB = 'name = "Bob"\n\n[[timeline]]\nid = "t2"\non = 2026-10-01\nkind = "call"\nwith = ["ada"]\n'
FRIENDS = "### Activities:\n- 2026-11-02: Coffee with **Grace Hopper** and **Ada Lovelace**.\n"


class Scenario(NamedTuple):
    """A command; ``before`` runs first, undisturbed. ``reads``: it changes nothing."""

    arguments: tuple[str, ...]
    before: tuple[str, ...] = ()
    reads: bool = False


SCENARIOS = {
    "note": Scenario(("note", LINE)),
    "add": Scenario(("add", "Cy Young")),
    "set": Scenario(("set", "ada", "org", "Engines")),
    "tag": Scenario(("tag", "ada", "+vip")),
    "rm": Scenario(("rm", "bob", "--yes")),
    "merge": Scenario(("merge", "ada", "bob", "--yes")),
    "import": Scenario(("import", "friends.md", "--apply")),
    "undo": Scenario(("undo",), before=("rm", "bob", "--yes")),
    "app": Scenario(()),
    "list": Scenario(("list",), reads=True),
    "search": Scenario(("search", "soup"), reads=True),
    "check": Scenario(("check",), reads=True),
}


class Outcome(NamedTuple):
    """How a case ended: exit status (negative: the signal), what was printed, the files, calls so far."""

    status: int
    out: str
    err: str
    files: dict[str, str]
    calls: int
    struck: str


def files_of(home: Path) -> dict[str, str]:
    """The contacts and goals, without the ids that are drawn again in each run."""
    net = home / "net"
    return {
        str(path.relative_to(net)): re.sub(
            r'id = "(?!t[12]")\w+"', 'id = "…"', path.read_text(errors="replace")
        )
        for path in sorted(net.glob("[!.]*/[!.]*.toml"))
    }


class Sweep:
    """One scenario over one area."""

    def __init__(self, base: Path, name: str, area: str) -> None:
        self.base, self.name, self.scenario = base, name, SCENARIOS[name]
        self.shim = ctypes.CDLL(os.environ["LD_PRELOAD"])
        self.shim.fault_struck.restype = ctypes.c_char_p
        self.home, self.pristine = base / "home", base / "pristine"
        folders = ["net", "state"] if area == "data" else ["cache"]
        self.folders = ":".join(str(self.home / folder) for folder in folders).encode()
        self._prepare()

    def _prepare(self) -> None:
        contacts = self.home / "net/contacts"
        contacts.mkdir(parents=True)
        (contacts / "ada.toml").write_text(ADA)
        (contacts / "bob.toml").write_text(BOB)
        (self.home / "friends.md").write_text(FRIENDS)
        self.first = files_of(self.home)
        self._fork(lambda: run_netui(["list"]))
        if self.scenario.before:
            self._fork(lambda: run_netui([*self.scenario.before]))
        shutil.copytree(self.home, self.pristine)
        self.old = files_of(self.home)
        self._preload()

    def _preload(self) -> None:
        """Imports here what the scenario imports, so that no fork has to."""
        names = self.base / "modules"

        def work() -> int:
            status = self._work()
            names.write_text("\n".join(sys.modules))
            return status

        self._fork(work)
        for name in names.read_text().split("\n"):
            with suppress(Exception):
                import_module(name)
        for models in (Contact, Goal):
            validate(models, {})  # which makes the models

    def case(self, at: int, how: int, error: int) -> Outcome:
        """Runs the scenario on a fresh copy with one call struck."""
        shutil.rmtree(self.home)
        shutil.copytree(self.pristine, self.home)
        return self._fork(self._work, (at, how, error))

    def _work(self) -> int:
        if self.name == "app":
            return save_in_app(self.home, self.shim)
        return run_netui([*self.scenario.arguments])

    def _fork(self, work: Callable[[], int], fault: tuple[int, int, int] | None = None) -> Outcome:
        told, heard = self.base / "out", self.base / "err"
        count, report = os.pipe()
        child = os.fork()
        if not child:
            status = UNEXPECTED
            try:
                status = self._in_child(work, fault, told, heard)
            except BaseException:
                self.shim.fault_disarm()
                os.write(2, traceback.format_exc().encode(errors="replace"))
            finally:
                self.shim.fault_disarm()
                struck = self.shim.fault_struck().decode(errors="replace")
                os.write(report, f"{self.shim.fault_count()} {struck}".encode())
                os._exit(status)
        os.close(report)
        _, ended = os.waitpid(child, 0)
        with open(count, "rb") as file:
            calls, _, struck = file.read().decode().partition(" ")
        return Outcome(
            os.waitstatus_to_exitcode(ended), told.read_text(errors="replace"),
            heard.read_text(errors="replace"), files_of(self.home), int(calls or 0), struck,
        )  # fmt: skip

    def _in_child(
        self, work: Callable[[], int], fault: tuple[int, int, int] | None, told: Path, heard: Path
    ) -> int:
        signal.alarm(PATIENCE)
        for number, path in ((1, told), (2, heard)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
        os.environ.update(environment(self.home))
        os.chdir(self.home)
        sys.stdin = io.StringIO("")
        if fault:
            self.shim.fault_arm(self.folders, *fault)
        status = work()
        self.shim.fault_disarm()
        sys.stdout.flush()
        return status

    def run(self, each: int, step: int) -> dict[str, Any]:
        """Strikes every call in turn, or every ``step``th, with ``each`` kinds of fault that go round."""
        whole = self.case(0, COUNT, 0)
        breaches = []
        if whole.status or (whole.files == self.old) is not self.scenario.reads:
            breaches.append(f"undisturbed: {whole}")
        struck = range(1, whole.calls + 1, step)
        for at in struck:
            for kind in range(each):
                how, error = FAULTS[(at * 3 + kind) % len(FAULTS)]  # 3 and 10 have no divisor in common
                outcome = self.case(at, how, error)
                what = errno.errorcode.get(error, WORDS.get(how, ""))
                for breach in self.judge(outcome, whole, how):
                    breaches.append(f"{self.name}, {what} at {at} ({outcome.struck}): {breach}: {outcome}")
        return {"calls": whole.calls, "faults": len(struck) * each, "breaches": breaches}

    def judge(self, found: Outcome, whole: Outcome, how: int) -> Iterator[str]:
        """Every promise that the outcome breaks."""
        if found.status == UNEXPECTED or "Traceback" in found.err or "something unexpected" in found.err:
            yield "an unexpected error"
        if found.status == -signal.SIGALRM:
            yield "it hangs"
        if found.status == -signal.SIGKILL and how in (DIE_BEFORE, DIE_AFTER):
            for path in self.old.keys() | whole.files.keys():
                if found.files.get(path) not in (self.old.get(path), whole.files.get(path)):
                    yield f"{path} is torn"
        elif self.scenario.reads:
            yield from self._judge_reading(found, whole)
        else:
            yield from self._judge_writing(found, whole)
        if not self.scenario.reads and "undo is off" not in found.err:
            yield from self._judge_undo()

    def _judge_reading(self, found: Outcome, whole: Outcome) -> Iterator[str]:
        if found.files != self.old:
            yield "it changed a file"
        if found.status == 0 and not found.err and found.out != whole.out:
            yield "a wrong answer, without a word"

    def _judge_writing(self, found: Outcome, whole: Outcome) -> Iterator[str]:
        drafts = [path for path in (self.home / "state").rglob("drafts/**/*") if path.is_file()]
        is_kept = any("dear text" in path.read_text(errors="replace") for path in drafts)
        if found.files not in (self.old, whole.files):
            # An import takes someone whose file it cannot read for someone new, and says what it cannot read.
            if self.name != "import" or "netui: contacts/" not in found.err:
                yield "neither the old state nor the new"
        elif found.files == self.old:
            if found.status == 0:
                yield "it says that it is done"
            if self.name in ("note", "app") and not is_kept:
                yield "the line is lost"
        elif found.status and not any(said in found.err for said in ("did not confirm", "undo is off")):
            yield "it is saved and does not say so"

    def _judge_undo(self) -> Iterator[str]:
        store(self.home, state="state/netui").sweep()
        undo_all(self.home, state="state/netui")
        if files_of(self.home) != self.first:
            yield "undo does not lead back"


def save_in_app(home: Path, shim: ctypes.CDLL) -> int:
    """Types a line in the app, and presses enter; 0 if it says that it was logged."""
    import asyncio

    from netui.services.workspace import Workspace
    from netui.storage.state.config import Config, Places
    from tests.support.app import NOW, driving

    folders = Places(home / "net", home / "state/netui", home / "cache/netui", home / "config.toml")

    async def save() -> int:
        shim.fault_pause(1)
        async with driving(Workspace(folders, Config(), lambda: NOW)) as me:
            await me.press("n")
            await me.type(LINE)
            shim.fault_pause(0)
            await me.press("enter")
            shim.fault_pause(1)
            is_logged = "takes it back" in me.said
            os.write(2, f"{me.said}\n{me.understood}\n".encode())
            await me.press("ctrl+c")
        return 0 if is_logged else 2

    return asyncio.run(save())


if __name__ == "__main__":
    folder, name, area, each, step, guard = sys.argv[1:]
    if guard == "drafts":
        Drafts.add = lambda *_: Draft(Path(), "")  # type: ignore[method-assign]
    print(json.dumps(Sweep(Path(folder), name, area).run(int(each), int(step))))
