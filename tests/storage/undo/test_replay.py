import pytest

from netui.domain.model.changes import AddItem, RemoveItem
from netui.storage.errors import Conflict
from netui.storage.undo.journal import BytePatch, Step, digest
from netui.storage.undo.replay import ReplayStep
from tests.support.faulty_disk import ADA

BEFORE, AFTER = b"a = 1\n", b'a = 1\n\n[[i]]\nid = "1"\n'
ITEM = {"id": "1"}
PAIR = (AddItem(ADA, "i", ITEM), RemoveItem(ADA, "i", ITEM))
STEP = Step(ADA, digest(BEFORE), digest(AFTER), BytePatch.between(BEFORE, AFTER), (PAIR,))


def test_a_file_as_the_batch_left_it_gets_its_exact_bytes():
    assert ReplayStep.back(STEP).result(AFTER) == BEFORE
    assert ReplayStep.forth(STEP).result(BEFORE) == AFTER


def test_what_is_done_already_is_left_alone():
    assert ReplayStep.back(STEP).result(BEFORE) == BEFORE
    assert ReplayStep.forth(STEP).result(AFTER) == AFTER


def test_in_a_file_changed_since_only_the_change_itself_is_reverted():
    assert ReplayStep.back(STEP).result(b"# mine\n" + AFTER) == b"# mine\n" + BEFORE


def test_a_file_created_is_removed_and_one_that_is_gone_is_a_conflict():
    created = Step(ADA, "", digest(AFTER), BytePatch.between(b"", AFTER))
    assert ReplayStep.back(created).result(AFTER) is None
    assert ReplayStep.forth(created).result(None) == AFTER
    with pytest.raises(Conflict, match="changed since"):
        ReplayStep.back(created).result(AFTER + b"# theirs\n")
    with pytest.raises(Conflict, match="no longer there"):
        ReplayStep.back(STEP).result(None)
