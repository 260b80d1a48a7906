"""The files of the inbox folder; apart from what reads them, as each start looks whether there are any."""

import os

from netui.domain.model.folders import INBOX

_TEMPORARY = (".part", ".tmp", ".crdownload", "~")


def inbox_files(network: str | os.PathLike[str]) -> list[tuple[str, int]]:
    """The names of the files in the inbox with their mtime in ns, the oldest first; hidden ones are none."""
    try:
        with os.scandir(os.path.join(network, INBOX)) as entries:
            found = [
                (entry.name, entry.stat(follow_symlinks=False).st_mtime_ns)
                for entry in entries
                if not entry.name.startswith(".")
                and not entry.name.endswith(_TEMPORARY)
                and not entry.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []
    return sorted(found, key=lambda each: (each[1], each[0]))
