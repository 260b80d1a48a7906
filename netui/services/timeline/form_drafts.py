"""What stood in a form or a line when the app was left: kept until that is opened again."""

import json
from collections.abc import Mapping

from netui.services.workspace import Workspace
from netui.storage.state.drafts import Drafts


def keep_form(workspace: Workspace, form: str, typed: Mapping[str, str]) -> None:
    """Keeps the fields typed in the form of that name; raises CannotSave."""
    Drafts(workspace.places.state).save(_kind(form), json.dumps(dict(typed), ensure_ascii=False))


def kept_form(workspace: Workspace, form: str) -> dict[str, str]:
    """The fields kept of that form; empty when there are none."""
    try:
        found = json.loads(Drafts(workspace.places.state).load(_kind(form)) or "{}")
    except ValueError:
        return {}
    return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}


def discard_form(workspace: Workspace, form: str) -> None:
    """Lets them go, once saved or discarded."""
    Drafts(workspace.places.state).delete(_kind(form))


def keep_line(workspace: Workspace, name: str, typed: str) -> None:
    """Keeps what was typed in answer to one question, known by ``name``; raises CannotSave."""
    keep_form(workspace, _LINE + name, {"": typed})


def kept_line(workspace: Workspace, name: str) -> str:
    """What was kept of it, "" for nothing."""
    return kept_form(workspace, _LINE + name).get("", "")


def discard_line(workspace: Workspace, name: str) -> None:
    """Lets it go, once saved or discarded."""
    discard_form(workspace, _LINE + name)


_LINE = "line: "


def _kind(form: str) -> str:
    from hashlib import blake2s  # it loads all of OpenSSL

    return f"form-{blake2s(form.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"
