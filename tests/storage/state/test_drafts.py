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


def test_says_when_it_cannot(tmp_path):
    (tmp_path / "state").write_text("a file")
    with pytest.raises(CannotSave, match="cannot save"):
        Drafts(tmp_path / "state").save("note", "x")
