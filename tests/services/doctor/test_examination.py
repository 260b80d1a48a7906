"""The whole examination: it names everything, whatever is wrong, and raises nothing."""

from netui.services.doctor.examination import examine
from tests.support.app import open_workspace, places_in, write_network

GOOD = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": ""}


def test_a_set_up_without_fault(tmp_path):
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}}).chmod(0o700)
    found = examine(places_in(tmp_path), lambda: open_workspace(tmp_path), GOOD, (80, 24))
    assert [each for each in found if each.is_wrong] == []
    assert {"network", "state", "cache", "files", "disk", "clock", "index", "terminal", "versions"} <= {
        each.topic for each in found
    }


def test_a_set_up_in_which_nothing_is_right(tmp_path):
    (tmp_path / "net").write_text("no folder")
    (tmp_path / "cache").write_text("no folder")
    (tmp_path / "config.toml").write_text("colour = 1\n")

    def fail():
        raise OSError("no index")

    found = examine(places_in(tmp_path), fail, {"NETUI_TODAY": "2026-01-01"}, (5, 5))
    wrong = {each.topic for each in found if each.is_wrong}
    assert {"network", "cache", "settings", "clock", "index", "terminal"} <= wrong
    assert all(each.mend for each in found if each.is_wrong)
