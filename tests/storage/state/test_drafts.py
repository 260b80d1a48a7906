import stat

import pytest

from netui.storage.errors import CannotSave
from netui.storage.state.drafts import Drafts
from tests.support.workspaces import places_in


def test_a_draft_is_kept_privately_until_it_is_discarded(tmp_path):
    drafts = Drafts(places_in(tmp_path))
    assert drafts.load("note") is None
    drafts.save("note", "first")
    path = drafts.save("note", "coffee with @ada: ☕\r\n\ud800")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Drafts(places_in(tmp_path)).load("note") == "coffee with @ada: ☕\r\n\ud800"
    assert drafts.load("edit") is None
    drafts.delete("note")
    drafts.delete("note")
    assert drafts.load("note") is None


def test_a_list_of_drafts_is_newest_first_and_takes_over_a_single_one(tmp_path):
    drafts = Drafts(places_in(tmp_path))
    assert drafts.newest("note", 9) == []
    drafts.save("note", "from an older version")
    drafts.save("note-book", "of another kind")
    added = [drafts.add("note", text) for text in ("one", "two", "three")]
    assert len({draft.path for draft in added}) == 3
    assert stat.S_IMODE(added[0].path.stat().st_mode) == 0o600
    assert [d.text for d in drafts.newest("note", 9)] == ["three", "two", "one", "from an older version"]
    assert [d.text for d in drafts.newest("note", 2)] == ["three", "two"]
    drafts.remove(drafts.newest("note", 9)[-1].path)
    drafts.remove(added[1].path)
    drafts.remove(added[1].path)
    assert [d.text for d in drafts.newest("note", 9)] == ["three", "one"]


def test_each_network_has_drafts_of_its_own(tmp_path):
    here = places_in(tmp_path)
    one, other = Drafts(here), Drafts(here._replace(network=tmp_path / "other"))
    one.add("note", "one")
    one.save("form", "one")
    assert other.newest("note", 9) == [] and other.load("form") is None
    other.add("note", "other")
    other.delete("form")
    assert [d.text for d in one.newest("note", 9)] == ["one"] and one.load("form") == "one"
    (tmp_path / "link").symlink_to(tmp_path / "net")
    assert Drafts(here._replace(network=tmp_path / "link")).load("form") == "one"


def test_drafts_of_an_older_version_are_found_by_each_network(tmp_path):
    folder = tmp_path / "state/drafts"
    folder.mkdir(parents=True)
    for kind in ("note", "form"):
        (folder / f"{kind}.txt").write_text(f"an old {kind}")
    drafts = Drafts(places_in(tmp_path))
    drafts.add("note", "new")
    assert [d.text for d in drafts.newest("note", 9)] == ["new", "an old note"]
    assert drafts.load("form") == "an old form"
    drafts.delete("form")
    drafts.remove(drafts.newest("note", 9)[-1].path)
    assert drafts.load("form") is None and [d.text for d in drafts.newest("note", 9)] == ["new"]


@pytest.mark.parametrize("text", ["caf\udce9", "\ud800\udcff", "ein\r\nGruß ☕", ""])
def test_any_text_comes_back(tmp_path, text):
    drafts = Drafts(places_in(tmp_path))
    assert drafts.newest("note", 1) == [] and drafts.add("note", text).text == text
    assert drafts.newest("note", 1)[0].text == text


def test_bytes_of_the_shell_are_kept_as_they_came(tmp_path):
    assert Drafts(places_in(tmp_path)).add("note", "caf\udce9").path.read_bytes() == b"caf\xe9"


def test_says_when_it_cannot(tmp_path):
    (tmp_path / "state").write_text("a file")
    with pytest.raises(CannotSave, match="cannot save"):
        Drafts(places_in(tmp_path)).save("note", "x")


def test_a_file_of_holes_hides_no_other_draft(tmp_path):
    drafts = Drafts(places_in(tmp_path))
    kept, holes = drafts.add("note", "kept"), drafts.add("note", "x")
    with holes.path.open("r+b") as file:
        file.truncate(3 << 40)
    assert drafts.newest("note", 9) == [kept]
