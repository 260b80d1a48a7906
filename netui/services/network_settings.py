"""Set one value of the network's own ``netui.toml``: a saved list, a circle, a default rhythm."""

from netui.domain.model.changes import SETTINGS, Batch, Create, SetValue, value_at
from netui.services.people.commands import read_document
from netui.services.workspace import Workspace


def set_network_value(
    workspace: Workspace, label: str, table: tuple[str, ...], key: str, value: str | None
) -> Batch:
    """Sets a key of a table, None removes it; makes the file where there is none. Raises Unreadable."""
    from netui.storage.toml.document import dump

    if not (workspace.network / SETTINGS.filename).exists():
        return Batch(label, (Create(SETTINGS, f"[{'.'.join(table)}]\n{dump({key: value})}"),))
    path = (*table, key)
    seen = value_at(read_document(workspace, SETTINGS), path)
    return Batch(label, (SetValue(SETTINGS, path, value, (seen,)),))
