"""Drafts of forms: fields changed but not saved, restored when the same form is opened again."""

import json
from collections.abc import Mapping

from netui.services.workspace import Workspace
from netui.storage.state.drafts import Drafts, hashed_kind


def save_form(workspace: Workspace, form: str, typed: Mapping[str, str]) -> None:
    """Saves the fields typed in the form of that name; raises CannotSave."""
    text = json.dumps(dict(typed), ensure_ascii=False)
    Drafts(workspace.places).save(hashed_kind("form", form), text)


def load_form(workspace: Workspace, form: str) -> dict[str, str]:
    """The fields saved for that form; empty without any."""
    try:
        found = json.loads(Drafts(workspace.places).load(hashed_kind("form", form)) or "{}")
    except ValueError:
        return {}
    return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}


def discard_form(workspace: Workspace, form: str) -> None:
    """Deletes the draft of a form."""
    Drafts(workspace.places).delete(hashed_kind("form", form))
