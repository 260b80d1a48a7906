import stat

import pytest

from netui.storage.errors import CannotSave
from netui.storage.state.drafts import Drafts


def test_a_draft_is_kept_privately_until_it_is_discarded(tmp_path):
    drafts = Drafts(tmp_path / "state")
    assert drafts.load("note") is None
    drafts.save("note", "first")
    path = drafts.save("note", "coffee with @ada: ☕\r\n\ud800")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Drafts(tmp_path / "state").load("note") == "coffee with @ada: ☕\r\n\ud800"
    assert drafts.load("edit") is None
    drafts.delete("note")
    drafts.delete("note")
    assert drafts.load("note") is None


def test_a_list_of_drafts_is_newest_first_and_takes_over_a_single_one(tmp_path):
    drafts = Drafts(tmp_path / "state")
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


@pytest.mark.parametrize("text", ["caf\udce9", "\ud800\udcff", "ein\r\nGruß ☕", ""])
def test_any_text_comes_back(tmp_path, text):
    drafts = Drafts(tmp_path / "state")
    assert drafts.newest("note", 1) == [] and drafts.add("note", text).text == text
    assert drafts.newest("note", 1)[0].text == text


def test_bytes_of_the_shell_are_kept_as_they_came(tmp_path):
    assert Drafts(tmp_path).add("note", "caf\udce9").path.read_bytes() == b"caf\xe9"


def test_says_when_it_cannot(tmp_path):
    (tmp_path / "state").write_text("a file")
    with pytest.raises(CannotSave, match="cannot save"):
        Drafts(tmp_path / "state").save("note", "x")
