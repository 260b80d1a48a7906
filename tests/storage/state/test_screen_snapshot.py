"""A kept screen comes back whole and under the same conditions, or not at all."""

import os
from pathlib import Path

import pytest

from netui.storage.state.screen_snapshot import ScreenSnapshot, load, save

SCREEN = ScreenSnapshot("\x1b[1mÅda\x1b[m".encode(), b'{"rows": []}')


def kept(cache: Path) -> Path:
    (file,) = cache.glob("screen-*")
    return file


def test_it_comes_back_under_the_same_conditions_alone(tmp_path: Path) -> None:
    cache, net = tmp_path / "cache", tmp_path / "net"
    assert load(cache, net, "80x24") is None
    save(cache, net, "80x24", SCREEN)
    assert load(cache, net, "80x24") == SCREEN
    assert load(cache, net, "80x25") is None
    assert load(cache, tmp_path / "other", "80x24") is None
    save(cache, net, "80x25", SCREEN._replace(ansi=b"other"))
    assert load(cache, net, "80x24") is None
    assert load(cache, net, "80x25") == SCREEN._replace(ansi=b"other")
    assert kept(cache).stat().st_mode & 0o777 == 0o600


def test_what_is_harmed_is_never_shown(tmp_path: Path) -> None:
    save(tmp_path, tmp_path, "here", SCREEN)
    file = kept(tmp_path)
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at])
        assert load(tmp_path, tmp_path, "here") is None
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert load(tmp_path, tmp_path, "here") is None
    file.write_bytes(whole + b"x")
    assert load(tmp_path, tmp_path, "here") is None
    file.write_bytes(whole)
    assert load(tmp_path, tmp_path, "here") == SCREEN


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    save(tmp_path / "cache", tmp_path, "here", SCREEN)
    assert load(tmp_path / "cache", tmp_path, "here") is None


def test_a_link_in_its_place_is_replaced_not_followed(tmp_path: Path) -> None:
    save(tmp_path / "cache", tmp_path, "here", SCREEN)
    file, other = kept(tmp_path / "cache"), tmp_path / "other"
    other.write_text("mine")
    file.unlink()
    file.symlink_to(other)
    save(tmp_path / "cache", tmp_path, "here", SCREEN)
    assert other.read_text() == "mine" and load(tmp_path / "cache", tmp_path, "here") == SCREEN


@pytest.mark.skipif(os.name == "nt", reason="names are bytes elsewhere")
def test_conditions_may_hold_any_name(tmp_path: Path) -> None:
    conditions = os.fsdecode(b"TERM=\xff")
    save(tmp_path, tmp_path, conditions, SCREEN)
    assert load(tmp_path, tmp_path, conditions) == SCREEN
