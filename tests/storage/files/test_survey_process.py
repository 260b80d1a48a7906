"""A survey by a child process finds what one in this process does."""

import os
from pathlib import Path

import pytest

from netui.storage.files import survey_process as module
from netui.storage.files.stat import survey
from netui.storage.files.survey import Survey, fingerprint
from netui.storage.files.survey_process import Surveyor, SurveyProcess


def network(base: Path, files: int) -> Path:
    folder = base / "net" / "contacts"
    folder.mkdir(parents=True)
    for number in range(files):
        (folder / f"someone-with-a-long-name-{number}.toml").write_text(f'name = "{number}"\n')
    return folder.parent


def make_surveyor(net: Path, apart: bool) -> Surveyor:
    return Surveyor(net, "contacts", SurveyProcess(lambda: net, "contacts") if apart else None)


def close(surveyor: Surveyor) -> None:
    if surveyor._process is not None:
        surveyor._process.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("apart", [True, False])
def test_it_sees_every_file(tmp_path: Path, apart: bool) -> None:
    net = network(tmp_path, 30)
    (net / "contacts" / "nowhere.toml").symlink_to("gone.toml")
    (net / "contacts" / "notes.txt").write_text("not ours")
    (net / "contacts" / os.fsdecode(b"\xff.toml")).write_text("no id can be made of this name")
    surveyor = make_surveyor(net, apart)
    found = survey(net, "contacts")
    assert len(found) == 31
    assert surveyor.fingerprint() == fingerprint(found) and surveyor.survey() == found
    assert (surveyor._process is not None) == apart
    close(surveyor)


@pytest.mark.parametrize("apart", [True, False])
def test_no_folder_is_an_empty_one_and_a_file_is_none(tmp_path: Path, apart: bool) -> None:
    surveyor = make_surveyor(tmp_path, apart)
    assert surveyor.survey() == {}
    close(surveyor)
    (tmp_path / "contacts").write_text("a file")
    surveyor = make_surveyor(tmp_path, apart)
    with pytest.raises(NotADirectoryError):
        surveyor.fingerprint()
    close(surveyor)


def test_a_survey_of_another_network_is_done_without(tmp_path: Path) -> None:
    net, other = network(tmp_path / "one", 3), network(tmp_path / "other", 5)
    surveyor = Surveyor(net, "contacts", SurveyProcess(lambda: other, "contacts"))
    assert surveyor.fingerprint() == fingerprint(survey(net, "contacts")) and len(surveyor.survey()) == 3
    close(surveyor)


def test_more_than_a_pipe_holds_is_told_whole_or_left(tmp_path: Path) -> None:
    net = network(tmp_path, 2500)
    for how_much in ("nothing", "fingerprint", "survey"):
        surveyor = make_surveyor(net, apart=True)
        if how_much == "fingerprint":
            assert surveyor.fingerprint()
        elif how_much == "survey":
            assert len(surveyor.survey()) == 2500
        close(surveyor)


def test_a_process_that_ends_early_is_done_without(tmp_path: Path) -> None:
    net = network(tmp_path, 2500)
    for told in (False, True):
        process = SurveyProcess(lambda: net, "contacts")
        surveyor = Surveyor(net, "contacts", process)
        if told:
            surveyor.fingerprint()
        os.kill(process.pid, 9)
        assert surveyor.survey() == survey(net, "contacts")
        close(surveyor)


def test_a_process_that_fails_is_done_without(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> Path:
        raise OSError("no settings")

    net = network(tmp_path, 3)
    surveyor = Surveyor(net, "contacts", SurveyProcess(fail, "contacts"))
    assert len(surveyor.survey()) == 3 and capfd.readouterr() == ("", "")
    close(surveyor)


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
