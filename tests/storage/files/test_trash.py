from datetime import datetime

from netui.storage.files.trash import TRASH, listing, trash_name
from tests.support.faulty_disk import ADA, BOB, NOON


def test_the_name_tells_when_and_what_and_is_read_back(tmp_path):
    (tmp_path / TRASH).mkdir()
    later = datetime(2026, 11, 22)
    names = [trash_name(ADA, NOON), trash_name(ADA, NOON, 1), trash_name(BOB, later)]
    assert names == ["20261121T120000-ada.toml", "20261121T120000.1-ada.toml", "20261122T000000-bob.toml"]
    for name in [*names, "notes.txt", "2026-ada.toml"]:
        (tmp_path / TRASH / name).touch()
    found = listing(tmp_path)
    assert [(each.stem, each.when) for each in found] == [("bob", later), ("ada", NOON), ("ada", NOON)]


def test_a_network_without_a_trash_has_an_empty_one(tmp_path):
    assert listing(tmp_path) == []
