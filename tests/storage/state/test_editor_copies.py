"""Copies for an editor: private, held by one process at a time, found again after it."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from netui.storage.errors import CannotSave
from netui.storage.state.config import Places, has_editor_copies
from netui.storage.state.editor_copies import create_copy, left_copies


def places(state: Path, network: str = "net") -> Places:
    return Places(state / network, state, state / "cache", state / "config.toml")


def test_a_copy_is_private_and_removed_with_what_lies_beside_it(tmp_path: Path) -> None:
    copy = create_copy(places(tmp_path), "contacts/ada.toml", "contact.toml", b"a = 1\n")
    assert copy.read() == b"a = 1\n" == copy.base and not copy.is_changed
    assert copy.path.stat().st_mode & 0o777 == 0o600 and copy.path.parent.stat().st_mode & 0o777 == 0o700
    assert "ada" not in str(copy.path)
    (copy.path.parent / "contact.toml~").write_text("x")
    assert has_editor_copies(places(tmp_path))
    copy.remove()
    assert not copy.path.parent.exists()
    assert not has_editor_copies(places(tmp_path))


def test_what_is_released_is_found_with_all_it_is_about(tmp_path: Path) -> None:
    for number in range(3):
        copy = create_copy(places(tmp_path), f"of {number}", "log.txt", b"base")
        copy.write(b"\xff %d" % number)
        os.utime(copy.path, (number, number))
        if number == 1:
            copy.await_save()
            copy.refuse()
            copy.rebase(b"other")
        copy.release()
    found = left_copies(places(tmp_path))
    assert [(copy.of, copy.read(), copy.base) for copy in found] == [
        ("of 2", b"\xff 2", b"base"), ("of 1", b"\xff 1", b"other"), ("of 0", b"\xff 0", b"base"),
    ]  # fmt: skip
    assert [(copy.is_awaited, copy.is_refused) for copy in found] == [
        (False, False), (True, True), (False, False),
    ]  # fmt: skip
    assert left_copies(places(tmp_path)) == [], "each is held once"


def _hold(state: Path, ready: "multiprocessing.synchronize.Event") -> None:
    copy = create_copy(places(state), "of", "log.txt", b"base")
    copy.write(b"typed")
    ready.set()
    signal.pause()


def test_a_copy_is_held_until_its_process_is_killed(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    process = context.Process(target=_hold, args=(tmp_path, ready))
    process.start()
    assert ready.wait(30)
    assert left_copies(places(tmp_path)) == []
    process.kill()
    process.join()
    (copy,) = left_copies(places(tmp_path))
    assert copy.read() == b"typed" and copy.is_changed


def test_a_copy_of_another_network_is_not_taken(tmp_path: Path) -> None:
    create_copy(places(tmp_path, "other"), "of", "log.txt", b"base").release()
    assert left_copies(places(tmp_path)) == []
    assert [copy.of for copy in left_copies(places(tmp_path, "other"))] == ["of"], "nor kept from it"


@pytest.mark.parametrize("harm", ["", "{", "[]", "{}", '{"of": "x", "name": "a", "awaited": 1}'])
def test_a_folder_that_is_none_is_passed_over(tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "drafts/editor-x"
    folder.mkdir(parents=True)
    (folder / "about.json").write_text(harm)
    (tmp_path / "drafts/editor-file").write_text("x")
    assert left_copies(places(tmp_path)) == []
    assert left_copies(places(tmp_path / "nowhere")) == []


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    copy = create_copy(places(tmp_path), "of", "log.txt", b"base")
    copy.path.unlink()
    assert copy.read() is None and copy.changed_at == (0, 0) and not copy.is_changed
    os.mkfifo(copy.path)
    assert copy.read() is None


def test_where_no_copy_can_be_made_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "state").write_text("a file")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(CannotSave, match="state/drafts"):
        create_copy(places(tmp_path / "state"), "of", "log.txt", b"base")
