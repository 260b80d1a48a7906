"""File locking: one writer at a time in a network folder, by flock on the folder itself."""

import contextlib
import errno
import fcntl
import os
import time
from _thread import RLock, allocate_lock  # threading takes as long to load as the lock is held
from collections.abc import Iterator

from netui.storage.errors import Busy

WAIT = 10.0
_PAUSE = 0.005
_HELD_BY_OTHERS = {errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK}
_UNSUPPORTED = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.EBADF}


class _Lock:
    """The lock of one folder, shared by all threads of this process; reentrant."""

    def __init__(self) -> None:
        self.threads = RLock()
        self.depth = 0
        self.fd = -1


_locks: dict[tuple[int, int], _Lock] = {}
_guard = allocate_lock()


@contextlib.contextmanager
def locked(folder: str, wait: float = WAIT, *, surely: bool = False) -> Iterator[None]:
    """Holds the folder's lock for the ``with`` block; a thread may take it again while it has it.

    On file systems without locks it excludes other threads of this process only, or with ``surely`` is
    never free.
    Raises :class:`~netui.storage.errors.Busy` if it is not free within ``wait`` seconds.
    """
    status = os.stat(folder)
    with _guard:
        lock = _locks.setdefault((status.st_dev, status.st_ino), _Lock())
    deadline = time.monotonic() + wait
    if not lock.threads.acquire(timeout=wait):
        raise Busy(folder)
    try:
        if lock.depth == 0:
            lock.fd = _acquire(folder, deadline, surely=surely)
        lock.depth += 1
        try:
            yield
        finally:
            lock.depth -= 1
            if lock.depth == 0:
                os.close(lock.fd)
    finally:
        lock.threads.release()


def _acquire(folder: str, deadline: float, *, surely: bool) -> int:
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        while True:
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return fd
            except OSError as error:
                if error.errno in _UNSUPPORTED and surely:
                    raise Busy(folder) from error
                if error.errno in _UNSUPPORTED:
                    return fd
                if error.errno not in _HELD_BY_OTHERS:
                    raise
            if time.monotonic() >= deadline:
                raise Busy(folder)
            time.sleep(_PAUSE)
    except BaseException:
        os.close(fd)
        raise
