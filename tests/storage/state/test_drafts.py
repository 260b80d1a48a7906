import stat

import pytest

from netui.storage.errors import CannotSave
from netui.storage.state.drafts import Drafts


def test_a_draft_is_kept_privately_until_it_is_discarded(tmp_path):
    drafts = Drafts(tmp_path / "state")
    assert drafts.last("note") is None
    drafts.keep("note", "first")
    path = drafts.keep("note", "coffee with @ada: ☕\r\n\ud800")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Drafts(tmp_path / "state").last("note") == "coffee with @ada: ☕\r\n\ud800"
    assert drafts.last("edit") is None
    drafts.discard("note")
    drafts.discard("note")
    assert drafts.last("note") is None


def test_says_when_it_cannot(tmp_path):
    (tmp_path / "state").write_text("a file")
    with pytest.raises(CannotSave, match="cannot save"):
        Drafts(tmp_path / "state").keep("note", "x")
