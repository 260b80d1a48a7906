"""Saved lists: names and queries in the network's ``netui.toml``, saved as one step of undo."""

from collections.abc import Mapping

from netui.domain.model.changes import Batch
from netui.domain.model.contact_row import fold
from netui.domain.query.parser import QueryError, parse
from netui.domain.query.saved_lists import LIST_NAME, resolve_lists
from netui.services.errors import Refused
from netui.services.network_settings import set_network_value
from netui.services.workspace import Workspace
from netui.storage.errors import Unreadable
from netui.storage.state.network_settings import load_lists


def save_list(workspace: Workspace, name: str, text: str) -> Batch:
    """Saves a query under a name, instead of what had that name; raises Refused and Unreadable."""
    name, text = name.strip(), " ".join(text.split())
    if not LIST_NAME.match(name):
        raise Refused(f"a list is called by one word, such as founders, not {name!r}")
    if not text:
        raise Refused("an empty list would be everyone; filter first")
    lists = load_lists(workspace.places.network)
    name = next((known for known in lists if fold(known) == fold(name)), name)
    try:
        resolve_lists(parse(f"list:{name}"), {**lists, name: text})
    except QueryError as error:
        raise Refused(error.message) from None
    return set_network_value(workspace, f"saved the list {name}: {text}", ("lists",), name, text)


def saved_lists(workspace: Workspace) -> Mapping[str, str]:
    """The saved lists with their queries, by name; none where the file cannot be read, which check names."""
    try:
        return dict(sorted(load_lists(workspace.places.network).items()))
    except Unreadable:
        return {}
