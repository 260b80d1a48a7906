"""Whatever happens to the index, the answers are those of the files.

Proved: after every harm, to a closed index and to one that is open, a refresh answers as an index in memory
does that was made from the files; three processes at once and processes killed while they write leave it
sound. Not proved: a flipped bit that turns a text of the index into another text, which SQLite cannot see:
deleting the cache folder helps, the files are never touched.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from netui.storage.index.index import Index
from tests.support.indexed_network import TODAY, Net, content, met

PEOPLE = 60


def garbage(path):
    path.write_bytes(b"not a database, but long enough to be taken for one" * 800)


def truncated(path):
    os.truncate(path, path.stat().st_size // 2 + 17)


def emptied(path):
    os.truncate(path, 0)


def zeroed(path):
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 3)
        file.write(bytes(size // 3))


def header(path):
    with path.open("r+b") as file:
        file.write(random.Random(1).randbytes(100))


def flipped(path):
    data = bytearray(path.read_bytes())
    draw = random.Random(1)
    for _ in range(200):
        data[draw.randrange(100, len(data))] ^= 0xFF
    path.write_bytes(data)


def newer(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 99")


def foreign(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE mail(id)")


def table_gone(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE entry")


def folder(path):
    path.unlink()
    path.mkdir()


def unlinked(path):
    path.unlink()


def wal_garbage(path):
    Path(f"{path}-wal").write_bytes(random.Random(1).randbytes(50_000))


HARMS = [
    garbage, truncated, emptied, zeroed, header, flipped, newer, foreign, table_gone, folder, unlinked,
    wal_garbage,
]  # fmt: skip


@pytest.fixture
def full(tmp_path):
    """A network of sixty and its index, closed at the end."""
    net = Net(tmp_path)
    for number in range(PEOPLE):
        other = f"person-{(number + 1) % PEOPLE}"
        net.person(f"person-{number}", met("2026-11-01", other), more=f'notes = "words {number}"\n')
    yield net
    net.close()


def answers(net, index):
    """What an index says after a refresh; as callers do, one that cannot be read is rebuilt."""
    try:
        index.refresh(TODAY)
        return content(index)
    except sqlite3.DatabaseError:
        index.reset()
        index.refresh(TODAY)
        return content(index)


def truth(net):
    return content(net.fresh(memory=True))


def change(net):
    net.person("person-3", met("2026-11-02"))
    net.remove("person-4")


def harmed(net, harm, is_open):
    """What the index says once it was harmed, and what is true."""
    index = net.fresh()
    path = Path(str(index.path))
    index.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if not is_open:
        index.close()
    harm(path)
    change(net)
    return answers(net, index if is_open else net.index()), truth(net)


@pytest.mark.parametrize("is_open", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_a_harmed_index_tells_the_truth_after_a_refresh(full, harm, is_open, count):
    found, wanted = harmed(full, harm, is_open)
    assert found == wanted
    count(harmed_indexes=1)


def test_three_processes_at_once_agree_with_the_files(full, count):
    command = [sys.executable, "-m", "tests.support.index_loop", str(full.folder.parent)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    try:
        for each in running:
            assert each.stdout.readline() == b"%d\n" % PEOPLE, each.stderr.read1()
        for number in range(40):
            aside = full.folder / f".aside{number}"
            aside.write_text(f'name = "N{number}"\n')
            aside.rename(full.folder / f"contacts/person-{number % PEOPLE}.toml")
        for each in running:
            assert each.stdout.readline(), each.stderr.read1()
            assert each.poll() is None
    finally:
        for each in running:
            each.kill()
            each.communicate()
    assert answers(full, full.index()) == truth(full)
    count(harmed_indexes=1)


@pytest.mark.parametrize("kills", [10, pytest.param(100, marks=pytest.mark.long)])
def test_killed_while_it_writes_the_index_is_sound(full, kills, count):
    draw = random.Random(7)
    command = [sys.executable, "-m", "tests.support.index_loop", str(full.folder.parent), "--build"]
    for _ in range(kills):
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert process.stdout.readline() == b"%d\n" % PEOPLE
        time.sleep(draw.random() * 0.1)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    index = full.index()
    assert answers(full, index) == truth(full)
    assert index.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(list(full.cache.glob("*.sqlite"))) <= 3
    count(kills=kills)


def test_a_cache_folder_that_cannot_be_used_is_done_without(tmp_path, count):
    net = Net(tmp_path)
    net.person("ada")
    (tmp_path / "cache").write_text("a file in the way")
    index = Index(net.folder, tmp_path / "cache", net.index(memory=True)._kinds)
    assert answers(net, index) == truth(net)
    index.close()
    net.close()
    count(harmed_indexes=1)
