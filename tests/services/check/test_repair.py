"""Repairs: what a wrong value plainly means, and that nothing else is touched."""

from pathlib import Path

import pytest

from netui.domain.model.changes import AmendItem, Delete, FileId, RemoveItem, SetValue
from netui.services.check.repair import find_repairs, reference_repair, twin_repair, value_repair
from netui.storage.toml.document import parse
from tests.support.app import open_workspace, write_network

ADA = FileId("contacts", "ada")


def repair(text, *path):
    return value_repair(ADA, text, parse(text), path)


@pytest.mark.parametrize(
    ("text", "path", "changes"),
    [
        ('name = "A"\ntags = "x"\n', ("tags",), (SetValue(ADA, ("tags",), ["x"]),)),
        ('name = "A"\ntags = [1, "b"]\n', ("tags",), (SetValue(ADA, ("tags",), ["1", "b"]),)),
        ("name = 7\n", ("name",), (SetValue(ADA, ("name",), "7"),)),
        ('name = "A"\narchived = "Yes"\n', ("archived",), (SetValue(ADA, ("archived",), True),)),
        ('name = "A"\nmet = "PyCon"\n', ("met",), ()),
        ('name = "A"\ntags = [true]\n', ("tags",), ()),
        ('name = "A"\ntags = { a = 1 }\n', ("tags",), ()),
        ('name = "A"\n', ("nothing", "here"), ()),
        (
            'name = "A"\n[[timeline]]\nid = "1"\non = 2026-01-01\nkind = 3\n',
            ("timeline", 0, "kind"),
            (AmendItem(ADA, "timeline", {"id": "1", "kind": 3}, {"kind": "3"}),),
        ),
    ],
)
def test_a_value_of_the_wrong_type_becomes_what_it_plainly_means(text, path, changes):
    assert repair(text, *path) == changes


def test_a_single_table_becomes_an_item_and_keeps_its_comments():
    (change,) = repair('name = "A"\n# owed\n[ timeline ] # one\non = 2026-01-01\n', "timeline")
    assert change.after == 'name = "A"\n# owed\n[[ timeline ]] # one\non = 2026-01-01\n'
    assert repair('name = "A"\ntimeline = { on = 2026-01-01 }\n', "timeline") == ()
    assert repair('name = "A"\n[timeline]\non = 1\n[timeline.x]\ny = 1\n', "timeline")


def test_a_name_becomes_the_id_that_was_made_from_it():
    data = {"timeline": [{"id": "1", "with": ["Bob Li", "cy"]}], "promise": [{"goal": "A Talk"}]}
    path = ("timeline", 0, "with")
    changes = (AmendItem(ADA, "timeline", data["timeline"][0], {"with": ["bob-li", "cy"]}),)
    assert reference_repair(ADA, data, path, {"bob-li", "cy"}) == changes
    assert reference_repair(ADA, data, path, {"bob-li", "bob-li-2", "cy"}) == ()
    assert reference_repair(ADA, data, path, {"bob-li"}) == ()
    (change,) = reference_repair(ADA, data, ("promise", 0, "goal"), {"a-talk"})
    assert change.values == {"goal": "a-talk"}


def test_an_equal_twin_goes_and_another_gets_an_id_of_its_own():
    one, other = {"id": "1", "text": "a"}, {"id": "1", "text": "b"}
    assert twin_repair(ADA, {"timeline": [one, one]}, "timeline", 1) == (RemoveItem(ADA, "timeline", one),)
    (change,) = twin_repair(ADA, {"timeline": [one, other]}, "timeline", 1)
    assert change.where == other and change.values["id"] != "1"


def test_repairs_are_made_together_or_left_out(tmp_path: Path):
    write_network(tmp_path / "net", {"ada": 'name = "Ada"\ntags = "x"\n', "ada 2": 'name = "Ada"\n'})
    workspace = open_workspace(tmp_path)
    copy, gone = FileId("contacts", "ada 2"), FileId("contacts", "gone")
    offered = [
        (SetValue(ADA, ("tags",), ["x"]),),
        (),
        (SetValue(gone, ("tags",), ["x"]),),
        (SetValue(ADA, ("org",), "Y"), Delete(copy)),
        (SetValue(copy, ("org",), "Y"),),
    ]
    repairs = find_repairs(workspace, offered)
    diff = list(repairs.diff())
    workspace.close()
    assert repairs.problems == 2 and repairs.batch.label == "repaired 2 problems"
    assert "+++ the trash" in diff and '+tags = ["x"]' in diff and '+org = "Y"' in diff
    assert (tmp_path / "net/contacts/ada.toml").read_text() == 'name = "Ada"\ntags = "x"\n'
