"""Surveys a folder in a child process, while the command starts and answers from the cached index.

Like :mod:`netui.storage.files.survey` it imports next to nothing, as the process begins before all else.
"""

import marshal
import os
import sys

from netui.storage.files.survey import StrPath, Survey, close_folder, fingerprint, open_folder, statuses

TYPE_CHECKING = False  # as in typing, which takes a tenth of a command to load
if TYPE_CHECKING:
    from collections.abc import Callable

MANY = 16_000
"""The least number of files for two processes: one has stat'ed fewer before the command is done."""


class SurveyProcess:
    """A child process that surveys one folder of the network that ``find_network`` returns there.

    It tells the fingerprint first, which nearly always is that of the index. The caller must have no threads.
    Raises OSError where no process can be had.
    """

    def __init__(self, find_network: "Callable[[], StrPath]", folder: str) -> None:
        source, sink = os.pipe()
        self._pipe = os.fdopen(source, "rb")
        try:
            self.pid = os.fork()
        except OSError:
            self._pipe.close()
            os.close(sink)
            raise
        if self.pid:
            os.close(sink)
            return
        try:
            self._pipe.close()
            network = os.fspath(find_network())
            found = shared_survey(network, folder)
            with os.fdopen(sink, "wb") as pipe:
                marshal.dump((network, fingerprint(found)), pipe)
                pipe.flush()
                marshal.dump(found, pipe)
        finally:
            os._exit(0)

    def fingerprint(self, network: StrPath) -> str:
        """The fingerprint of the survey; "" where the process failed or surveyed another network."""
        try:
            surveyed, found = marshal.load(self._pipe)
        except (EOFError, ValueError, TypeError):
            return ""
        return str(found) if surveyed == os.fspath(network) else ""

    def survey(self) -> Survey | None:
        """The survey, once its fingerprint was asked for; None where the process failed since."""
        try:
            found: Survey = marshal.loads(self._pipe.read())  # quicker than to load it piece by piece
        except (EOFError, ValueError, TypeError):
            return None
        return found

    def close(self) -> None:
        """Ends the process, if it has not been."""
        self._pipe.close()
        if not self.pid:
            return
        # SIGKILL by number: the module signal makes enums of all of them first.
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        self.pid = 0


def can_fork() -> bool:
    """Whether a process beside this one takes none of its time: on Linux with more than one processor."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def shared_survey(network: StrPath, folder: str) -> Survey:
    """As `netui.storage.files.stat.survey`; forks a process for half of many files, so have no threads."""
    descriptor, names = open_folder(network, folder)
    try:
        return _halves(descriptor, names) if len(names) >= MANY else statuses(descriptor, names)
    finally:
        close_folder(descriptor)


def _halves(descriptor: int, names: list[str]) -> Survey:
    """The statuses of the files, one half of them from a child process."""
    half = len(names) // 2
    source, sink = os.pipe()
    helper = os.fork()
    if not helper:
        try:
            with os.fdopen(sink, "wb") as pipe:
                marshal.dump(statuses(descriptor, names[half:]), pipe)
        finally:
            os._exit(0)
    os.close(sink)
    found = statuses(descriptor, names[:half])
    with os.fdopen(source, "rb") as pipe:
        try:
            found.update(marshal.loads(pipe.read()))
        except (EOFError, ValueError, TypeError):
            found.update(statuses(descriptor, names[half:]))
    os.waitpid(helper, 0)
    return found
