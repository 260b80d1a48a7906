import os

import pytest

from netui.domain.model.changes import SetValue
from netui.storage.undo.journal_tail import is_settled, journal_path
from tests.support.faulty_disk import ADA, ADA_TEXT, BOB, batch, network, store

OPEN = b'{"label": "x", "steps": [], "open": true, "n": 7}\n'


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        (b"", True),
        (OPEN, False),
        (OPEN + b'{"don', False),
        (OPEN + b'{"done": 7, "n": 8}\n', True),
        (b"x" * 9000 + b"\n" + OPEN, False),
        (b'{"label": "\\"open\\": true, \\"n\\": 7}", "n": 7}\n', True),
        (b'{"begin": "undo", "of": 7, "open": true, "n": 8}\n', False),
    ],
)
def test_tells_a_change_that_was_cut_off(tmp_path, text, settled):
    path = tmp_path / "j.jsonl"
    path.write_bytes(text)
    assert is_settled(str(path)) is settled


def test_what_is_no_journal_is_settled(tmp_path):
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to("fifo")
    assert all(is_settled(str(tmp_path / name)) for name in ("none", "fifo", "link", "."))


def test_is_where_the_store_writes(tmp_path):
    home = network(tmp_path, [(ADA, ADA_TEXT), (BOB, b"name = 'Bob'\n")])
    (tmp_path / "link").symlink_to("net")
    store(home).apply(batch(SetValue(ADA, ("org",), "Y"), SetValue(BOB, ("org",), "Y")))
    path = journal_path(tmp_path / "state", tmp_path / "link")
    assert os.path.exists(path) and is_settled(path)
