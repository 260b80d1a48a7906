"""A file is read as a whole up to a limit; what is larger is refused with its path."""

import errno
import os
from pathlib import Path

import pytest

from netui.storage.files.bounded_read import LARGEST, read_whole


def test_reads_the_whole_and_refuses_what_only_says_that_it_is_large(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"ab\0c")
    assert read_whole(str(file)) == b"ab\0c"
    os.truncate(file, LARGEST + 1)
    with pytest.raises(OSError) as raised:
        read_whole(str(file))
    assert raised.value.errno == errno.EFBIG and raised.value.filename == str(file)
