"""A survey by a child process finds what one in this process does."""

import os
import signal
from pathlib import Path

import pytest

from netui.storage.files import survey_process as module
from netui.storage.files.stat import survey
from netui.storage.files.survey import Survey, fingerprint
from netui.storage.files.survey_process import SurveyProcess


def network(base: Path, files: int) -> Path:
    folder = base / "net" / "contacts"
    folder.mkdir(parents=True)
    for number in range(files):
        (folder / f"someone-with-a-long-name-{number}.toml").write_text(f'name = "{number}"\n')
    return folder.parent


def end(process: SurveyProcess) -> None:
    process.close()
    process.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_it_sees_every_file(tmp_path: Path) -> None:
    net = network(tmp_path, 2500)
    (net / "contacts" / "nowhere.toml").symlink_to("gone.toml")
    (net / "contacts" / "notes.txt").write_text("not ours")
    (net / "contacts" / os.fsdecode(b"\xff.toml")).write_text("no id can be made of this name")
    process = SurveyProcess(lambda: net, "contacts")
    found = survey(net, "contacts")
    assert len(found) == 2501 and process.fingerprint(net) == fingerprint(found)
    assert process.survey() == found
    end(process)


def test_no_folder_is_an_empty_one_and_a_file_is_none(tmp_path: Path) -> None:
    process = SurveyProcess(lambda: tmp_path, "contacts")
    assert process.fingerprint(tmp_path) == fingerprint({})
    end(process)
    (tmp_path / "contacts").write_text("a file")
    process = SurveyProcess(lambda: tmp_path, "contacts")
    assert process.fingerprint(tmp_path) == ""
    end(process)


def test_a_survey_of_another_network_says_nothing_of_this_one(tmp_path: Path) -> None:
    net, other = network(tmp_path / "one", 3), network(tmp_path / "other", 3)
    process = SurveyProcess(lambda: other, "contacts")
    assert process.fingerprint(net) == ""
    end(process)


def test_it_may_be_ended_before_it_is_done_or_heard(tmp_path: Path) -> None:
    net = network(tmp_path, 2500)
    end(SurveyProcess(lambda: net, "contacts"))
    process = SurveyProcess(lambda: net, "contacts")
    assert process.fingerprint(net)
    end(process)


def test_one_that_died_says_nothing(tmp_path: Path) -> None:
    process = SurveyProcess(lambda: signal.pause() or tmp_path, "contacts")
    os.kill(process.pid, signal.SIGKILL)
    assert process.fingerprint(tmp_path) == "" and process.survey() is None
    end(process)


def test_one_that_fails_says_nothing_at_all(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> Path:
        raise OSError("no settings")

    process = SurveyProcess(fail, "contacts")
    assert process.fingerprint(tmp_path) == "" and capfd.readouterr() == ("", "")
    end(process)


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
