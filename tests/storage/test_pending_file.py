from datetime import date

import pytest

from netui.domain.model.changes import AddItem, Create, Delete, SetValue
from netui.storage.errors import Conflict, EditRefused, Unreadable
from netui.storage.pending_file import PendingFile
from netui.storage.toml.parse import load
from tests.support.faulty_disk import ADA, ADA_TEXT

TODAY = date(2026, 11, 21)


def test_changes_build_on_each_other_and_the_parsed_text_is_kept():
    pending = PendingFile(ADA, ADA_TEXT, TODAY)
    pending.apply([SetValue(ADA, ("org",), "Y")])
    pending.apply([AddItem(ADA, "i", {"id": "1"}), AddItem(ADA, "i", {"id": "2"})])
    assert pending.before == ADA_TEXT
    assert load(pending.after) == pending.document == {
        "name": "Ada", "org": "Y", "i": [{"id": "1"}, {"id": "2"}],
    }  # fmt: skip
    assert len(pending.replayable) == 3


def test_what_changes_nothing_leaves_the_file_as_it_is():
    pending = PendingFile(ADA, ADA_TEXT, TODAY)
    pending.apply([SetValue(ADA, ("org",), "Z")])
    assert pending.after == ADA_TEXT and pending.document is None and pending.replayable == ()


def test_a_created_or_deleted_file_is_undone_whole():
    pending = PendingFile(ADA, None, TODAY)
    pending.apply([Create(ADA, 'name = "A"\n')])
    pending.apply([SetValue(ADA, ("org",), "Y")])
    assert pending.document == {"name": "A", "org": "Y"} and pending.replayable == ()
    pending.apply([Delete(ADA)])
    assert pending.after is None and pending.document is None


def test_refuses_what_the_file_does_not_allow():
    with pytest.raises(Conflict, match="exists already"):
        PendingFile(ADA, ADA_TEXT, TODAY).apply([Create(ADA, "a = 1\n")])
    with pytest.raises(Conflict, match="no longer there"):
        PendingFile(ADA, None, TODAY).apply([SetValue(ADA, ("org",), "Y")])
    with pytest.raises(Unreadable):
        PendingFile(ADA, None, TODAY).apply([Create(ADA, "a =")])
    with pytest.raises(EditRefused):
        PendingFile(ADA, None, TODAY).apply([Create(ADA, "# half \ud800\n")])
