"""Optimistic read: answer from the index while a child process stats all files; rerun if that does not hold.

Stats of 10,000 files take about as long as the answer itself. So the child begins before all else (see
:mod:`netui.services.sync.early_survey`), the command runs on the index as it is with its output buffered, and
then the child's survey is compared with the one that the index was made from. They differ only after a file
was changed by another program.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from netui.domain.model.folders import CONTACTS
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from typing import TextIO

    from netui.services.workspace import Workspace
    from netui.storage.files.stat import StrPath
    from netui.storage.files.survey import Survey
    from netui.storage.files.survey_process import SurveyProcess
    from netui.storage.index.index import Progress


class OptimisticRead:
    """One command's read of a network folder. ``process`` surveys it; without one that is done when needed.

    Raises OSError where the folder cannot be listed, at the earliest from :meth:`refresh`.
    """

    def __init__(self, network: "StrPath", process: "SurveyProcess | None" = None):
        self._network, self._process = network, process
        self._found: Survey | None = None
        self.progress: Progress | None = None
        """Is told how far a first build of the index is."""
        self._unconfirmed: Workspace | None = None
        self._buffer: list[tuple[TextIO, str]] = []

    def refresh(self, workspace: "Workspace") -> None:
        """Refreshes what is cheap and presumes the rest, or refreshes all where too much is uncertain."""
        if workspace.freshness < Freshness.PENDING:
            workspace.refresh(Freshness.PENDING, progress=self.progress)
            self._unconfirmed = workspace if workspace.freshness is Freshness.PENDING else None

    def write(self, stream: "TextIO", text: str) -> None:
        """Writes to ``stream``, or to the buffer until the read is confirmed."""
        if self._unconfirmed is None:
            stream.write(text)
        else:
            self._buffer.append((stream, text))

    def run(self, command: Callable[[], int]) -> int:
        """Runs a command that only reads; what it prints, raises and returns counts once confirmed."""
        from sqlite3 import DatabaseError

        status, error = 0, None
        try:
            status = command()
        except DatabaseError:
            raise  # says nothing about the files: the index is damaged
        except Exception as raised:
            error = raised
        if not self._confirm():
            return command()
        if error is not None:
            raise error
        return status

    def _confirm(self) -> bool:
        """Whether the files are as the index has them; if not, takes them in and drops the output."""
        workspace, self._unconfirmed = self._unconfirmed, None
        buffer, self._buffer = self._buffer, []
        if (
            workspace is not None
            and not workspace.index.matches_survey(self._fingerprint())
            and workspace.refresh(progress=self.progress, contacts=self._survey())
        ):
            return False
        for stream, text in buffer:
            stream.write(text)
        return True

    def _fingerprint(self) -> str:
        """That of a survey of the contacts."""
        found = self._process.fingerprint(self._network) if self._process is not None else ""
        if found:
            return found
        from netui.storage.files.stat import survey
        from netui.storage.files.survey import fingerprint

        self._process, self._found = None, survey(self._network, CONTACTS)
        return fingerprint(self._found)

    def _survey(self) -> "Survey | None":
        """The survey whose fingerprint was asked for; None where it has to be made anew."""
        return self._found if self._process is None else self._process.survey()
