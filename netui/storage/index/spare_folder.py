"""Spare folder: where the app keeps its index if the cache folder cannot be used, from the start or any more.

A temporary folder, one for the process: its threads and the processes it starts share one index, so that has
to be a file.
"""

from threading import Lock

_MAKING = Lock()
_made: list[str] = []


def known_spare() -> str:
    """The path of the folder if it was made, else ""."""
    return next(iter(_made), "")


def spare_folder() -> str:
    """The path of the folder, which is made when it is first asked for; raises OSError."""
    import tempfile

    with _MAKING:
        if not _made:
            _made.append(tempfile.mkdtemp(prefix="netui-"))
        return _made[0]


def remove_spare_folder() -> None:
    """Removes the folder and what is in it; the next one is another."""
    from shutil import rmtree

    with _MAKING:
        while _made:
            rmtree(_made.pop(), ignore_errors=True)
