"""Oneself: the contact with ``me = true``, and the names and addresses by which imports know one."""

from netui.domain.model.changes import CONTACTS, FileId
from netui.domain.model.contact_row import fold
from netui.interchange.match import addresses
from netui.services.people.commands import read_document
from netui.services.workspace import Workspace
from netui.storage.errors import StoreError

_EMAIL = "email "


def find_oneself(workspace: Workspace) -> str | None:
    """The id of the contact that is oneself."""
    for ident in workspace.read.contacts_with_key("me"):
        try:
            if read_document(workspace, FileId(CONTACTS, ident)).get("me") is True:
                return ident
        except StoreError:
            continue
    return None


def own_identities(workspace: Workspace) -> frozenset[str]:
    """One's own name, aliases and e-mail addresses, folded; empty where no contact is oneself."""
    ident = find_oneself(workspace)
    if ident is None:
        return frozenset()
    document = read_document(workspace, FileId(CONTACTS, ident))
    aliases = document.get("aliases")
    names = [document.get("name"), *(aliases if isinstance(aliases, list) else ())]
    emails = [each.removeprefix(_EMAIL) for each in addresses(document) if each.startswith(_EMAIL)]
    return frozenset([*(fold(name) for name in names if isinstance(name, str)), *emails])
