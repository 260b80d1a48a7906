"""The JSON state file of a network."""

import stat
from pathlib import Path

import pytest

from netui.storage.errors import CannotSave
from netui.storage.state.state_file import StateFile


def test_each_network_has_its_own(tmp_path: Path) -> None:
    one, other = (StateFile(tmp_path / "state", tmp_path / name, "review") for name in ("one", "other"))
    assert one.read() == {}
    one.write({"week": "2026-W47"})
    assert StateFile(tmp_path / "state", tmp_path / "one", "review").read() == {"week": "2026-W47"}
    assert other.read() == {} and StateFile(tmp_path / "state", tmp_path / "one", "told").read() == {}
    (path,) = (tmp_path / "state/review").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"\xff", b"[" * 100_000])
def test_what_cannot_be_read_is_empty(tmp_path: Path, data: bytes) -> None:
    file = StateFile(tmp_path / "state", tmp_path, "review")
    file.write({"week": "2026-W47"})
    (path,) = (tmp_path / "state/review").iterdir()
    path.write_bytes(data)
    assert file.read() == {}


def test_says_when_it_cannot_save(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")
    with pytest.raises(CannotSave):
        StateFile(tmp_path / "state", tmp_path, "review").write({})
