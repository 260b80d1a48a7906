"""The doctor's look at folders: permissions, the file system below, free space, dates of files."""

import errno
import fcntl
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from netui.domain.model.changes import CONTACTS, GOALS
from netui.services.doctor.finding import Finding
from netui.storage.files.mounts import NETWORK, file_system
from netui.storage.files.stat import RACY_NS
from netui.storage.network_folder import TEMPORARY, TEMPORARY_SUFFIX

LOW_BYTES = 64 << 20
"""Less free space than this is worth a word: an index of 10,000 contacts takes half of it."""
FUTURE_SECONDS = 120
"""Dates of files may be ahead by this much: clocks of two machines differ."""
EARLIEST_YEAR = 2020
"""A clock before this year was never set."""


def check_permissions(folders: dict[str, Path]) -> Iterator[Finding]:
    """Whether each folder can be read and written, is the user's own, and is closed to others."""
    for name, folder in folders.items():
        shown = _short(folder)
        try:
            status = folder.stat()
        except FileNotFoundError:
            leads_nowhere = (
                f"make the folder that it leads to, or remove {shown}" if folder.is_symlink() else ""
            )
            what = (
                "is a link that leads nowhere"
                if leads_nowhere
                else "is not there yet; it is made when needed"
            )
            yield Finding(name, f"{shown} {what}", leads_nowhere)
            continue
        except OSError as error:
            yield Finding(name, f"{shown}: {error.strerror}", f"look at it with ls -ld {shown}")
            continue
        if not stat.S_ISDIR(status.st_mode):
            yield Finding(name, f"{shown} is not a folder", "move it away, or choose another with --data")
        elif not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            owner = "" if status.st_uid == os.geteuid() else f" (it belongs to user {status.st_uid})"
            yield Finding(name, f"{shown} cannot be written{owner}", f"run chmod u+rwx {shown}, as its owner")
        elif is_open_to_others(folder):
            yield Finding(name, f"{shown} can be read by every user here", f"run chmod go-rwx {shown}")
        else:
            yield Finding(name, shown)


def is_open_to_others(folder: Path) -> bool:
    """Whether any user of this machine can list the folder: it and all folders above it let them in."""
    try:
        if not folder.stat().st_mode & stat.S_IROTH:
            return False
        return all(above.stat().st_mode & stat.S_IXOTH for above in (folder, *folder.resolve().parents))
    except OSError:
        return False


def check_files(network: Path) -> Iterator[Finding]:
    """Whether every file of the network can be read and written."""
    for name in (CONTACTS, GOALS):
        folder = network / name
        if folder.is_dir() and not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            yield Finding(
                "files", f"{name} is closed to you", f"run chmod u+rwx {_short(folder)}, as its owner"
            )
    closed, count = [], 0
    for path in _files(network):
        count += 1
        if not os.access(path, os.R_OK | os.W_OK):
            closed.append(path)
    if closed:
        first = closed[0].relative_to(network)
        what = f"{_files_are(len(closed))} closed to you, the first {first}"
        yield Finding("files", what, f"run chmod u+rw {_short(closed[0])}, as the owner of the files")
    else:
        yield Finding("files", f"{count:,} in {CONTACTS} and {GOALS}")


def check_dates(network: Path, now: float, fixed: str) -> Iterator[Finding]:
    """Whether the clock was set, and no file is from the future; ``fixed`` is what ``NETUI_TODAY`` says."""
    from datetime import datetime

    moment = datetime.fromtimestamp(now)
    if moment.year < EARLIEST_YEAR:
        yield Finding("clock", f"it says {moment:%Y-%m-%d}", "set the clock of this machine (timedatectl)")
        return
    ahead = [path for path in _files(network) if _changed_at(path) > now + FUTURE_SECONDS]
    if ahead:
        first = ahead[0].relative_to(network)
        what = f"{_files_are(len(ahead))} dated in the future, the first {first}"
        yield Finding("clock", what, "set the clock here and where they were written, then touch them")
    elif fixed:
        mend = "unset NETUI_TODAY, unless you mean to try things out"
        yield Finding("clock", f"NETUI_TODAY sets it to {fixed}", mend)
    else:
        yield Finding("clock", f"{moment:%Y-%m-%d %H:%M}")


def check_disks(network: Path, cache: Path, others: dict[str, Path]) -> Iterator[Finding]:
    """The file system below the network and the cache, locks, and free space everywhere."""
    kind = file_system_of(network)
    lock = lock_problem(network)
    if lock:
        yield Finding("disk", *lock)
    else:
        told = f"{kind or 'unknown'} below the network"
        yield Finding(
            "disk", f"{told}, on another machine: changes are seen by looking" if kind in NETWORK else told
        )
    lag = server_lag(network) if kind in NETWORK else 0
    if lag * 10**9 > RACY_NS:
        what = f"the clock of the file server is {lag:,.0f} s behind: of two quick changes one may be missed"
        yield Finding("clock", what, "set both clocks by the network (timedatectl set-ntp true)")
    kind = file_system_of(cache)
    if kind in NETWORK:
        mend = "set XDG_CACHE_HOME to a folder of a local disk"
        yield Finding("disk", f"the cache is on a network disk ({kind}), which is slow", mend)
    for name, folder in {"network": network, "cache": cache, **others}.items():
        found = _space_problem(name, _existing(folder))
        if found:
            yield found


def server_lag(network: Path, now: Callable[[], float] = time.time) -> float:
    """Seconds by which the clock that dates files there is behind, told by a temporary file; 0 if unknown."""
    try:
        with tempfile.NamedTemporaryFile(prefix=TEMPORARY, suffix=TEMPORARY_SUFFIX, dir=network) as file:
            return now() - os.fstat(file.fileno()).st_mtime
    except OSError:
        return 0


def file_system_of(path: Path) -> str:
    """The type of the file system below ``path``, or below what will hold it; "" if it is not known."""
    try:
        return file_system(_existing(path).stat().st_dev)
    except OSError:
        return ""


def lock_problem(network: Path) -> tuple[str, str] | None:
    """What keeps netui from locking the network, and how to mend it; None if nothing does."""
    try:
        descriptor = os.open(network, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return None  # said where permissions are
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES):
            holder = _holder(os.fstat(descriptor).st_ino)
            return (
                f"{holder or 'another program'} holds the lock of the network",
                "wait until it is done, or end it",
            )
        return "this disk has no locks", "never write from two machines, or two programs, at once"
    finally:
        os.close(descriptor)
    return None


def _holder(inode: int) -> str:
    """The process that holds a lock on the file with this inode, as ``netui (process 123)``."""
    try:
        with open("/proc/locks", encoding="utf-8") as lines:
            held = [line.split() for line in lines]
        for fields in held:
            if fields[1] == "FLOCK" and fields[5].rpartition(":")[2] == str(inode):
                name = Path(f"/proc/{fields[4]}/comm").read_text(encoding="utf-8", errors="replace").strip()
                return f"{name} (process {fields[4]})"
    except (OSError, IndexError):
        return ""
    return ""


def _space_problem(name: str, folder: Path) -> Finding | None:
    try:
        space = os.statvfs(folder)
    except OSError:
        return None
    free = space.f_bavail * space.f_frsize
    if free < LOW_BYTES:
        what = "the disk is full" if free < space.f_frsize else f"only {free >> 20} MiB are free"
        return Finding("space", f"{what} below the {name} ({_short(folder)})", "free some space there")
    if space.f_files and not space.f_favail:
        mend = "delete files there, or small ones elsewhere on that disk"
        return Finding("space", f"no more files fit below the {name} ({_short(folder)})", mend)
    return None


def _existing(path: Path) -> Path:
    """``path``, or the nearest folder above it that exists."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return path


def _files(network: Path) -> Iterator[Path]:
    """The files of contacts and goals, without what lies in a folder that cannot be listed."""
    for folder in (CONTACTS, GOALS):
        try:
            names = sorted(os.listdir(network / folder))
        except OSError:
            continue
        for name in names:
            if name.endswith(".toml") and os.path.lexists(network / folder / name):
                yield network / folder / name


def _changed_at(path: Path) -> float:
    try:
        return path.lstat().st_mtime
    except OSError:
        return 0


def _files_are(count: int) -> str:
    return "1 file is" if count == 1 else f"{count:,} files are"


def _short(path: Path) -> str:
    """The path as one would type it, with ``~`` for the home folder."""
    home = os.path.expanduser("~")
    text = str(path)
    return f"~{text[len(home) :]}" if home != "/" and text.startswith(home + os.sep) else text
