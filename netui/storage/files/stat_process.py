"""Stats all files of a folder in a child process, while the command works with the cached index."""

import marshal
import os
import sys
from typing import BinaryIO

from netui.storage.files.stat import StrPath, Survey, fingerprint, open_folder, statuses, survey

_FINGERPRINT_BYTES = 80
"""The fingerprint is sent padded to this length, before the survey itself."""
MANY = 16_000
"""The least number of files for two processes: one has stat'ed fewer before the command is done."""


class Surveyor:
    """A survey of one folder of the network; close it with :meth:`close`.

    With ``apart`` a child process is forked at once, on Linux with more than one processor; the caller
    must have no threads. Otherwise the files are stat'ed when the result is asked for.
    """

    def __init__(self, network: StrPath, folder: str, *, apart: bool) -> None:
        self.network = network
        self._folder = folder
        self._process = 0
        self._pipe: BinaryIO | None = None
        self._fingerprint = ""
        self._survey: Survey | None = None
        if apart and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1:
            try:
                self._begin()
            except OSError:
                self.close()

    def _begin(self) -> None:
        source, sink = os.pipe()
        self._pipe = os.fdopen(source, "rb")
        self._process = os.fork()
        if self._process:
            os.close(sink)
            return
        try:
            self._pipe.close()
            found = shared_survey(self.network, self._folder)
            with os.fdopen(sink, "wb") as pipe:
                pipe.write(fingerprint(found).encode().ljust(_FINGERPRINT_BYTES))
                pipe.flush()
                pipe.write(marshal.dumps(found))
        finally:
            os._exit(0)

    def fingerprint(self) -> str:
        """The fingerprint of the survey; raises OSError if the folder cannot be listed."""
        if not self._fingerprint:
            sent = self._pipe.read(_FINGERPRINT_BYTES) if self._pipe else b""
            if len(sent) == _FINGERPRINT_BYTES:
                self._fingerprint = sent.decode().rstrip()
            else:
                self._survey = survey(self.network, self._folder)
                self._fingerprint = fingerprint(self._survey)
        return self._fingerprint

    def survey(self) -> Survey:
        """The survey; raises OSError if the folder cannot be listed."""
        self.fingerprint()
        if self._survey is None:
            assert self._pipe is not None
            try:
                self._survey = marshal.loads(self._pipe.read())
            except (EOFError, ValueError, TypeError):
                self._survey = survey(self.network, self._folder)
        return self._survey

    def close(self) -> None:
        """Ends the child process, if there is one."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process:
            if not self._fingerprint:
                from signal import SIGKILL

                os.kill(self._process, SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0


def shared_survey(network: StrPath, folder: str) -> Survey:
    """As `netui.storage.files.stat.survey`; forks a process for half of many files, so have no threads."""
    with open_folder(network, folder) as (descriptor, names):
        if len(names) < MANY:
            return statuses(descriptor, names)
        half = len(names) // 2
        source, sink = os.pipe()
        helper = os.fork()
        if not helper:
            try:
                with os.fdopen(sink, "wb") as pipe:
                    pipe.write(marshal.dumps(statuses(descriptor, names[half:])))
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
