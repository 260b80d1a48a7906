"""A look at all files by a process of its own, so that a command can get on with its work meanwhile."""

import marshal
import os
import sys
from typing import BinaryIO

from netui.storage.files.stat import StrPath, Survey, imprint, listed, statuses, survey

_IMPRINT_BYTES = 80
"""Room for an imprint, which is told before the survey itself."""
MANY = 16_000
"""From so many files on two processes share them: of fewer one is done before the command itself is."""


class Surveyor:
    """Surveys a folder of the network.

    With ``apart`` it begins at once in a process of its own, on Linux and where there is a processor for
    it; whoever makes it must have no threads. Otherwise it looks when it is asked.
    """

    def __init__(self, network: StrPath, folder: str, *, apart: bool) -> None:
        self.network = network
        self._folder = folder
        self._process = 0
        self._pipe: BinaryIO | None = None
        self._imprint = ""
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
                pipe.write(imprint(found).encode().ljust(_IMPRINT_BYTES))
                pipe.flush()
                pipe.write(marshal.dumps(found))
        finally:
            os._exit(0)

    def imprint(self) -> str:
        """That of the survey; raises OSError where the folder cannot be listed."""
        if not self._imprint:
            told = self._pipe.read(_IMPRINT_BYTES) if self._pipe else b""
            if len(told) == _IMPRINT_BYTES:
                self._imprint = told.decode().rstrip()
            else:
                self._survey = survey(self.network, self._folder)
                self._imprint = imprint(self._survey)
        return self._imprint

    def survey(self) -> Survey:
        """The survey; raises OSError where the folder cannot be listed."""
        self.imprint()
        if self._survey is None:
            assert self._pipe is not None
            try:
                self._survey = marshal.loads(self._pipe.read())
            except (EOFError, ValueError, TypeError):
                self._survey = survey(self.network, self._folder)
        return self._survey

    def close(self) -> None:
        """Ends the process, should there be one."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process:
            if not self._imprint:
                from signal import SIGKILL

                os.kill(self._process, SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0


def shared_survey(network: StrPath, folder: str) -> Survey:
    """As `netui.storage.files.stat.survey`; another process does half of many files, so have no threads."""
    with listed(network, folder) as (descriptor, names):
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
