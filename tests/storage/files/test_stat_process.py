"""A survey by a child process finds what one in this process does."""

import os
import sys
from pathlib import Path

import pytest

from netui.storage.files import stat_process as module
from netui.storage.files.stat import Survey, fingerprint, survey
from netui.storage.files.stat_process import Surveyor


def network(base: Path, files: int) -> Path:
    folder = base / "net" / "contacts"
    folder.mkdir(parents=True)
    for number in range(files):
        (folder / f"someone-with-a-long-name-{number}.toml").write_text(f'name = "{number}"\n')
    return folder.parent


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


@pytest.mark.parametrize("apart", [True, False])
def test_it_sees_every_file(tmp_path: Path, apart: bool) -> None:
    net = network(tmp_path, 30)
    (net / "contacts" / "nowhere.toml").symlink_to("gone.toml")
    (net / "contacts" / "notes.txt").write_text("not ours")
    surveyor = Surveyor(net, "contacts", apart=apart)
    found = survey(net, "contacts")
    assert len(found) == 31
    assert surveyor.fingerprint() == fingerprint(found) and surveyor.survey() == found
    surveyor.close()


@pytest.mark.parametrize("apart", [True, False])
def test_no_folder_is_an_empty_one_and_a_file_is_none(tmp_path: Path, apart: bool) -> None:
    surveyor = Surveyor(tmp_path, "contacts", apart=apart)
    assert surveyor.survey() == {}
    surveyor.close()
    (tmp_path / "contacts").write_text("a file")
    surveyor = Surveyor(tmp_path, "contacts", apart=apart)
    with pytest.raises(NotADirectoryError):
        surveyor.fingerprint()
    surveyor.close()


def test_more_than_a_pipe_holds_is_told_whole_or_left(tmp_path: Path) -> None:
    net = network(tmp_path, 2500)
    for how_much in ("nothing", "fingerprint", "survey"):
        surveyor = Surveyor(net, "contacts", apart=True)
        if how_much == "fingerprint":
            assert surveyor.fingerprint()
        elif how_much == "survey":
            assert len(surveyor.survey()) == 2500
        surveyor.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no such process, and 0 is one's own")
def test_a_process_that_ends_early_is_done_without(tmp_path: Path) -> None:
    net = network(tmp_path, 2500)
    for told in (False, True):
        surveyor = Surveyor(net, "contacts", apart=True)
        if told:
            surveyor.fingerprint()
        os.kill(surveyor._process, 9)
        assert surveyor.survey() == survey(net, "contacts")
        surveyor.close()


@pytest.mark.parametrize("dies", [False, True])
def test_what_two_processes_share_is_what_one_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dies: bool
) -> None:
    net = network(tmp_path, 301)
    (net / "contacts" / "nowhere.toml").symlink_to("gone.toml")
    found = survey(net, "contacts")
    shared = []
    real = module.statuses

    def statuses(descriptor: int, names: list[str]) -> Survey:
        shared.append(len(names))
        if dies and len(shared) == 1 and os.getpid() != ours:
            os._exit(1)
        return real(descriptor, names)

    ours = os.getpid()
    monkeypatch.setattr(module, "MANY", 300)
    monkeypatch.setattr(module, "statuses", statuses)
    assert list(module.shared_survey(net, "contacts").items()) == list(found.items())
    assert shared == ([151, 151] if dies else [151])
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
