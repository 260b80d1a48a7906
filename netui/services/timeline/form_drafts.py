"""Drafts of forms and prompts: text typed but not saved, restored when the same form is opened again."""

import json
from collections.abc import Mapping

from netui.services.workspace import Workspace
from netui.storage.state.drafts import Drafts


def save_form(workspace: Workspace, form: str, typed: Mapping[str, str]) -> None:
    """Saves the fields typed in the form of that name; raises CannotSave."""
    Drafts(workspace.places.state).save(_kind(form), json.dumps(dict(typed), ensure_ascii=False))


def load_form(workspace: Workspace, form: str) -> dict[str, str]:
    """The fields saved for that form; empty without any."""
    try:
        found = json.loads(Drafts(workspace.places.state).load(_kind(form)) or "{}")
    except ValueError:
        return {}
    return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}


def discard_form(workspace: Workspace, form: str) -> None:
    """Deletes the draft of a form."""
    Drafts(workspace.places.state).delete(_kind(form))


def save_line(workspace: Workspace, name: str, typed: str) -> None:
    """Saves the text typed into the prompt of that name; raises CannotSave."""
    save_form(workspace, _LINE + name, {"": typed})


def load_line(workspace: Workspace, name: str) -> str:
    """The text saved for that prompt, "" without any."""
    return load_form(workspace, _LINE + name).get("", "")


def discard_line(workspace: Workspace, name: str) -> None:
    """Deletes the draft of a prompt."""
    discard_form(workspace, _LINE + name)


_LINE = "line: "


def _kind(form: str) -> str:
    from hashlib import blake2s  # imported here: it loads all of OpenSSL

    return f"form-{blake2s(form.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"
