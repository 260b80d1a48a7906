"""The network folder as a whole: whether it is there still, and whether a crash left files in it.

The open app asks this without the store, which it loads when something is to be saved.
"""

import os
from contextlib import suppress

from netui.domain.model.folders import CONTACTS, FOLDERS, ROOT
from netui.storage.errors import FolderGone
from netui.storage.files.stat import StrPath

TRASH = ".trash"
TEMPORARY, TEMPORARY_SUFFIX = ".netui-", ".tmp"
"""How the names of temporary files begin and end."""


def is_temporary(name: str) -> bool:
    """Whether this is the name of a temporary file."""
    return name.startswith(TEMPORARY) and name.endswith(TEMPORARY_SUFFIX)


class NetworkFolder:
    """The folder of a network, and whether its contacts were there when it was last looked at."""

    def __init__(self, path: StrPath) -> None:
        self.path = os.path.realpath(path)
        self._was_there = False

    def require(self) -> None:
        """Raises :class:`FolderGone` where the contacts were there at an earlier call and are not now.

        A disk that is unmounted leaves an empty folder: what is written there is hidden once it is back.
        """
        is_there = os.path.isdir(os.path.join(self.path, CONTACTS))
        if self._was_there and not is_there:
            raise FolderGone(self.path)
        self._was_there = is_there

    def has_leftovers(self) -> bool:
        """Whether a crash left temporary files, or files of the trash that are still elsewhere too."""
        with suppress(FileNotFoundError), os.scandir(os.path.join(self.path, TRASH)) as found:
            if any(each.stat(follow_symlinks=False).st_nlink > 1 for each in found):
                return True
        folders = (os.path.join(self.path, name) for name in (ROOT, *FOLDERS))
        listings = (os.listdir(folder) for folder in folders if os.path.isdir(folder))
        return any(is_temporary(name) for names in listings for name in names)
