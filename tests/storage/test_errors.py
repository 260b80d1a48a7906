import errno

import pytest

from netui.storage.errors import CannotSave, NotConfirmed, Unreadable, cannot_read, path_words


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (CannotSave("a.toml", OSError(errno.ENOSPC, "x")), "cannot save a.toml: the disk is full; free some"),
        (CannotSave("a.toml", OSError(errno.EXDEV, "an odd reason")), "cannot save a.toml: an odd reason"),
        (CannotSave("a.toml", "busy; wait"), "cannot save a.toml: busy; wait"),
        (Unreadable("a.toml", 2, 7, "why"), "a.toml, line 2, column 7: why"),
        (Unreadable("a.toml", 0, 0, "why"), "a.toml: why"),
        (Unreadable("", 0, 0, "why"), "why"),
        (cannot_read("a.toml", OSError(errno.EACCES, "x")), "a.toml: permission denied; check who owns"),
        (cannot_read("a.toml", OSError(errno.ENXIO, "x")), "a.toml: it is not a regular file; move it"),
        (
            NotConfirmed("a.toml", OSError(errno.EIO, "I/O")),
            "a.toml: saved, but the disk did not confirm it (I/O)",
        ),
    ],
)
def test_says_what_happened_and_what_to_do(error, message):
    assert str(error).startswith(message)


def test_a_renaming_that_fails_names_the_file_and_no_temporary_one():
    error = OSError(errno.EISDIR, "x", ".netui-1.tmp", None, "contact.toml")
    assert path_words(error) == "contact.toml: it is a folder, not a file; check the path"
