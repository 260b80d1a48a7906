"""Drafts of forms: fields changed but not saved, restored when the same form is opened again."""

import json
from collections.abc import Mapping

from netui.domain.named_tuple import NamedTuple
from netui.services.workspace import Workspace
from netui.storage.state.drafts import Drafts, hashed_kind


class FormDraft(NamedTuple):
    """The fields typed in a form, and what they held when one began to type."""

    typed: Mapping[str, str]
    seen: Mapping[str, str]


def save_form(workspace: Workspace, form: str, typed: Mapping[str, str], seen: Mapping[str, str]) -> None:
    """Saves the fields typed in the form of that name; raises CannotSave."""
    text = json.dumps({"typed": dict(typed), "seen": {key: seen.get(key, "") for key in typed}})
    Drafts(workspace.places).save(hashed_kind("form", form), text)


def load_form(workspace: Workspace, form: str) -> FormDraft:
    """The fields saved for that form; empty without any."""
    try:
        found = json.loads(Drafts(workspace.places).load(hashed_kind("form", form)) or "{}")
    except ValueError:
        found = {}
    return FormDraft(_texts(found, "typed"), _texts(found, "seen"))


def _texts(found: object, key: str) -> dict[str, str]:
    texts = found.get(key) if isinstance(found, dict) else None
    return {str(name): str(text) for name, text in texts.items()} if isinstance(texts, dict) else {}


def discard_form(workspace: Workspace, form: str) -> None:
    """Deletes the draft of a form."""
    Drafts(workspace.places).delete(hashed_kind("form", form))
