"""Who may be known already."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netui.services.workspace import Workspace

if TYPE_CHECKING:
    from netui.storage.naming import Named


def likely_duplicates(
    workspace: Workspace, names: Iterable[str], emails: Iterable[str] = ()
) -> list["Named"]:
    """Contacts that carry one of these names (case, diacritics and dots aside) or e-mail addresses."""
    read = workspace.read
    found = [person for name in names for person in read.named(name)]
    found += [person for email in emails for person in read.with_email(email)]
    return list(dict.fromkeys(found))
