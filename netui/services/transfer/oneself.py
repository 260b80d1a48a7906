"""Oneself: the contact with ``me = true``, and the names and addresses by which imports know one."""

from netui.domain.model.changes import CONTACTS, FileId
from netui.domain.model.contact_row import fold
from netui.interchange.match import addresses
from netui.services.people.commands import read_document
from netui.services.workspace import Workspace

_EMAIL = "email "


def own_identities(workspace: Workspace) -> frozenset[str]:
    """One's own name, aliases and e-mail addresses, folded; empty where no contact is oneself."""
    ident = workspace.read.oneself()
    if ident is None:
        return frozenset()
    document = read_document(workspace, FileId(CONTACTS, ident))
    aliases = document.get("aliases")
    names = [document.get("name"), *(aliases if isinstance(aliases, list) else ())]
    emails = [each.removeprefix(_EMAIL) for each in addresses(document) if each.startswith(_EMAIL)]
    return frozenset([*(fold(name) for name in names if isinstance(name, str)), *emails])


def own_addresses(text: str) -> frozenset[str]:
    """The e-mail addresses in an answer, folded, whatever stands between them."""
    return frozenset(word.strip("<>,;").casefold() for word in text.replace(",", " ").split() if "@" in word)
