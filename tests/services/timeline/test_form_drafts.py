"""Drafts of forms."""

import stat
from pathlib import Path

from netui.services.timeline.form_drafts import FormDraft, discard_form, load_form, save_form
from tests.support.app import open_workspace

ODD = "entry ada/../x \udcff ⏎"
"""A form's name may hold whatever stands in a note."""


def test_a_form_is_restored_until_it_is_discarded(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    nothing = FormDraft({}, {})
    assert load_form(workspace, ODD) == nothing
    typed = {"text": "Her lab\nis hiring.", "on": ""}
    save_form(workspace, ODD, typed, {"text": "Her lab.", "kind": "call"})
    save_form(workspace, "another", {"text": "x"}, {})
    assert load_form(workspace, ODD) == FormDraft(typed, {"text": "Her lab.", "on": ""})
    discard_form(workspace, ODD)
    assert load_form(workspace, ODD) == nothing and load_form(workspace, "another").typed == {"text": "x"}


def test_a_draft_is_private_and_a_broken_one_is_none(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    save_form(workspace, "form", {"text": "secret"}, {})
    (path,) = (path for path in (tmp_path / "state").rglob("*") if path.is_file())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for text in ("{", "[1]", "", '{"typed": 1}'):
        path.write_text(text)
        assert load_form(workspace, "form") == FormDraft({}, {})
