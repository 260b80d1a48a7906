"""Full-text search over everything written: contacts, goals, entries, and the trash where asked for."""

from netui.services.workspace import Workspace
from netui.storage.queries.search.full_text import Hit as Hit


def search_text(workspace: Workspace, text: str, *, with_trash: bool = False) -> list[Hit]:
    """What holds every word of ``text``, the last as a beginning; what was deleted comes last."""
    hits = workspace.read.search(text)
    if with_trash:
        from netui.services.transfer.trash import search_trash

        hits += search_trash(workspace, text)
    return hits
