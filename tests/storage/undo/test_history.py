"""Undo says what it passes over; a change cut off between two files is finished or taken back, and said.

The kills at every call are in `tests/proofs/test_cut_off_batches.py`.
"""

import contextlib
import errno
import fcntl
import json
import os

import pytest

from netui.domain.model.changes import Create, Delete, SetValue
from netui.storage.errors import CannotReplay, StoreError
from netui.storage.files.locks import locked
from netui.storage.toml.document import load
from tests.support.faulty_disk import (
    ADA,
    ADA_TEXT,
    BOB,
    Faulty,
    batch,
    contents,
    network,
    store,
)


class TestSkip:
    def test_a_change_that_is_gone_is_told_and_nothing_older_is_undone(self, tmp_path):
        home = network(tmp_path)
        one = store(home)
        one.apply(batch(SetValue(ADA, ("org",), "Y"), label="older"))
        kept = contents(home)["contacts/ada.toml"]
        one.apply(batch(SetValue(ADA, ("title",), "T"), label="gone"))
        (home / "net/contacts/ada.toml").write_bytes(kept)
        for _ in range(2):
            with pytest.raises(CannotReplay, match="“gone” is not there any more") as told:
                store(home).undo()
            assert contents(home)["contacts/ada.toml"] == kept and told.value.following == "older"
        assert store(home).undo(told.value.number).label == "older"
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT}
        assert [(e.label, e.undone, e.skipped) for e in one.history()] == [
            ("gone", False, True), ("older", True, False),
        ]  # fmt: skip
        assert one.redo().label == "older"

    def test_one_that_clashes_is_passed_over_for_good(self, tmp_path):
        home = network(tmp_path)
        one = store(home)
        one.apply(batch(SetValue(ADA, ("title",), "T"), label="older"))
        one.apply(batch(SetValue(ADA, ("org",), "Y"), label="clashes"))
        path = home / "net/contacts/ada.toml"
        path.write_bytes(path.read_bytes().replace(b'"Y"', b'"mine"'))
        with pytest.raises(CannotReplay, match=r"cannot be undone: .*org has been changed since") as told:
            one.undo()
        with pytest.raises(CannotReplay):
            one.undo(told.value.number + 5)
        assert one.undo(told.value.number).label == "older"
        assert one.undo() is None and load(path.read_bytes()) == {"name": "Ada", "org": "mine"}

    def test_each_of_several_in_the_way_is_asked_about(self, tmp_path):
        home = network(tmp_path)
        one = store(home)
        for org in "XY":
            one.apply(batch(SetValue(ADA, ("org",), org), label=org))
        (home / "net/contacts/ada.toml").unlink()
        with pytest.raises(CannotReplay, match="“Y”") as first:
            one.undo()
        with pytest.raises(CannotReplay, match="“X”") as second:
            one.undo(first.value.number)
        assert second.value.following == "" and one.undo(second.value.number) is None

    def test_redo_asks_too(self, tmp_path):
        home = network(tmp_path)
        one = store(home)
        one.apply(batch(SetValue(ADA, ("org",), "Y"), label="first"))
        one.apply(batch(SetValue(ADA, ("title",), "T"), label="second"))
        one.undo()
        one.undo()
        path = home / "net/contacts/ada.toml"
        path.write_bytes(ADA_TEXT.replace(b'"Z"', b'"mine"'))
        with pytest.raises(CannotReplay, match="cannot be done again") as told:
            one.redo()
        assert one.redo(told.value.number).label == "second"
        assert load(path.read_bytes()) == {"name": "Ada", "org": "mine", "title": "T"}

    def test_a_splice_that_was_damaged_is_never_written(self, tmp_path):
        home = network(tmp_path)
        store(home).apply(batch(SetValue(ADA, ("org",), "Y")))
        (path,) = (tmp_path / "state/journal").iterdir()
        path.write_text(path.read_text().replace('"splice": [', '"splice": [1'))
        before = contents(home)
        with pytest.raises(CannotReplay, match="damaged"):
            store(home).undo()
        assert contents(home) == before


def test_a_file_changed_meanwhile_keeps_that_and_the_rest_is_finished_or_taken_back(tmp_path):
    home = half_done(tmp_path)
    path = home / "net/contacts/bob.toml"
    path.write_bytes(path.read_bytes() + b'title = "theirs"\n')
    one = store(home)
    one.recover()
    assert load(path.read_bytes()) == {"name": "Bob", "org": "Y", "title": "theirs"}
    assert "finished" in one.take_notes()[0]


def test_where_it_cannot_be_finished_it_is_taken_back(tmp_path):
    home = half_done(tmp_path)
    (home / "net/contacts/bob.toml").write_text('name = "Bob"\norg = "theirs"\n')
    one = store(home)
    one.recover()
    assert contents(home) == {
        "contacts/ada.toml": ADA_TEXT, "contacts/bob.toml": b'name = "Bob"\norg = "theirs"\n',
    }  # fmt: skip
    assert "taken back" in one.take_notes()[0] and one.history()[0].undone


def test_where_neither_can_be_it_is_said_once_and_left(tmp_path):
    home = half_done(tmp_path)
    for stem in ("ada", "bob"):
        (home / f"net/contacts/{stem}.toml").write_text('name = "X"\norg = "theirs"\n')
    one = store(home)
    one.recover()
    (note,) = one.take_notes()
    assert "but look at contacts/ada.toml, contacts/bob.toml, changed since" in note
    store(home).recover()
    one.apply(batch(SetValue(ADA, ("title",), "T")))
    assert one.take_notes() == ()


def half_done(root):
    """Ada's org is set and Bob's is not: killed between the two."""
    home = network(root, [(ADA, ADA_TEXT), (BOB, b'name = "Bob"\n')])
    work = batch(SetValue(ADA, ("org",), "Y"), SetValue(BOB, ("org",), "Y"))
    kept = contents(home)["contacts/bob.toml"]
    one = store(home)
    one.apply(work)
    (home / "net/contacts/bob.toml").write_bytes(kept)
    (path,) = (root / "state/journal").iterdir()
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    return home


def test_the_next_write_of_another_process_finishes_it_too(tmp_path):
    home = half_done(tmp_path)
    one = store(home)
    one.apply(batch(SetValue(ADA, ("title",), "T")))
    assert load(one.read(BOB))["org"] == "Y" and "finished" in one.take_notes()[0]


def test_a_live_writer_is_left_alone(tmp_path):
    home = half_done(tmp_path)
    before = contents(home)
    fd = os.open(home / "net", os.O_RDONLY)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        store(home).recover()
        assert contents(home) == before
    finally:
        os.close(fd)
    with locked(str(home / "net")):
        store(home).recover()
    assert contents(home) != before


def test_where_nothing_can_be_locked_only_a_write_finishes_it(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(fcntl, "flock", refuse)
    home = half_done(tmp_path)
    before = contents(home)
    store(home).recover()
    assert contents(home) == before
    store(home).apply(batch(SetValue(ADA, ("title",), "T")))
    assert load(store(home).read(BOB))["org"] == "Y"


def test_an_error_while_finishing_holds_nobody_up(tmp_path):
    home = half_done(tmp_path)
    (home / "net/contacts/bob.toml").unlink()
    (home / "net/contacts/bob.toml").mkdir()
    one = store(home)
    one.apply(batch(SetValue(ADA, ("title",), "T")))
    assert load(one.read(ADA))["title"] == "T" and len(one.take_notes()) == 1


def test_what_an_earlier_version_left_settled_is_not_touched(tmp_path):
    home = network(tmp_path, [(ADA, ADA_TEXT), (BOB, b'name = "Bob"\n')])
    one = store(home)
    one.apply(batch(SetValue(ADA, ("org",), "Y"), SetValue(BOB, ("org",), "Y")))
    (path,) = (tmp_path / "state/journal").iterdir()
    record = json.loads(path.read_text().splitlines()[0])
    del record["open"]
    path.write_text(json.dumps(record) + "\n")
    (home / "net/contacts/bob.toml").write_text('name = "Bob"\n')
    store(home).recover()
    assert contents(home)["contacts/bob.toml"] == b'name = "Bob"\n'


@pytest.mark.parametrize("fault", [errno.EIO, errno.EACCES])
def test_a_deletion_that_fails_leaves_nothing_in_the_trash(tmp_path, fault):
    home = network(tmp_path / "whole")
    counting = Faulty()
    store(home, counting).apply(batch(Delete(ADA)))
    for at in range(1, counting.count + 1):
        home = network(tmp_path / f"{at}")
        with contextlib.suppress(StoreError):
            store(home, Faulty(at=at, fault=fault)).apply(batch(Delete(ADA)))
        stands = (home / "net/contacts/ada.toml").exists()
        assert len(list((home / "net/.trash").glob("*"))) == (0 if stands else 1), at


def test_sweep_removes_what_stands_in_contacts_and_trash(tmp_path):
    home = network(tmp_path)
    one = store(home)
    one.apply(batch(Create(BOB, "name = 'Bob'\n")))
    one.apply(batch(Delete(BOB)))
    (kept,) = (home / "net/.trash").iterdir()
    os.link(home / "net/contacts/ada.toml", home / "net/.trash/20260101T000000-ada.toml")
    os.link(kept, home / "net/.trash/20260101T000000-bob.toml")
    assert one.sweep() == 1
    assert not (home / "net/.trash/20260101T000000-ada.toml").exists() and kept.exists()
