"""Commands on relations: what one contact is to another, and who introduced whom."""

from collections.abc import Mapping
from typing import Any

from netui.domain.dedupe.diff import exact_selector
from netui.domain.model.changes import CONTACTS, AddItem, Batch, FileId, RemoveItem
from netui.domain.model.contact_row import fold
from netui.services.errors import Refused
from netui.services.people.commands import one_line
from netui.services.relationships.relation_words import ABOVE, BELOW, opposite_word
from netui.services.workspace import Workspace


def relate_contacts(workspace: Workspace, who: str, whom: str, label: str) -> Batch:
    """Notes in the file of ``who`` that ``whom`` (an id, or free text) is their ``label``; raises Refused."""
    label = check_relation(workspace, who, whom, label)
    words = f"{workspace.name(whom)} is {label} of {workspace.name(who)}"
    if workspace.read.row(whom) is None:
        words += ", kept as a name: no contact is called that"
    if any(_is_the_one(item, whom, label) for item in _related(workspace, who)):
        return Batch(words, ())
    return Batch(words, (AddItem(FileId(CONTACTS, who), "related", {"who": whom, "as": label}),))


def check_relation(workspace: Workspace, who: str, whom: str, label: str, *, is_edited: bool = False) -> str:
    """``label`` on one line; raises Refused where ``whom`` cannot be that of ``who``.

    ``is_edited``: it takes the place of what the two files say of each other now.
    """
    label = _clean_label(workspace, who, whom, label)
    _refuse_contradiction(workspace, who, whom, label, is_edited=is_edited)
    return label


def related_words(
    workspace: Workspace, who: str, whom: str, label: str, *, apart_from: Mapping[str, Any]
) -> str:
    """Says that ``whom`` is the ``label`` of ``who`` already, by the file of either; "" where none does.

    ``apart_from`` is an item of the file of ``who`` that does not count.
    """
    items = [item for item in _related(workspace, who) if item != apart_from]
    if any(_is_the_one(item, whom, label) for item in items):
        return f"{workspace.name(whom)} is {label} of {workspace.name(who)} already"
    for item in _related(workspace, whom) if workspace.read.row(whom) else ():
        if item.get("who") == who and fold(opposite_word(str(item.get("as", "")))) == fold(label):
            names = workspace.names((who, whom))
            return f"{names[0]} is {item['as']} of {names[1]} already; that shows on both pages"
    return ""


def unrelate_contacts(workspace: Workspace, who: str, whom: str, label: str = "") -> Batch:
    """Removes that ``whom`` is the ``label`` of ``who``, or whatever they are; raises Refused."""
    items = _related(workspace, who)
    gone = [item for item in items if _is_the_one(item, whom, label)]
    if not gone:
        as_what = f" as {label}" if label else ""
        raise Refused(f"the file of {workspace.name(who)} does not name {workspace.name(whom)}{as_what}")
    changes = tuple(
        RemoveItem(FileId(CONTACTS, who), "related", exact_selector(item, items), item) for item in gone
    )
    return Batch(f"{workspace.name(whom)} is not {label or 'related'} to {workspace.name(who)}", changes)


def check_introducer(workspace: Workspace, who: str, via: str) -> None:
    """Raises Refused where ``via`` cannot have introduced ``who``."""
    if via == who:
        raise Refused(f"{workspace.name(who)} cannot have introduced themselves")
    if via and via in _introduced_by(workspace, who):
        raise Refused(
            f"{workspace.name(who)} introduced {workspace.name(via)}; it cannot be the other way round too"
        )


def find_introducer(workspace: Workspace, who: str, text: str) -> str:
    """Who introduced ``who``, as typed: an id, or a name in quotes; raises Refused."""
    via = find_person_or_name(workspace, text)
    check_introducer(workspace, who, via)
    return via


def find_person_or_name(workspace: Workspace, text: str) -> str:
    """The id of the person whom a field names; a name in quotes is that of nobody here, and kept as it is.

    Raises Refused where it may be several people or, without quotes, is nobody's.
    """
    text = one_line(text)
    if len(text) > 2 and text[0] == text[-1] == '"':
        return one_line(text[1:-1])
    try:
        return find_person(workspace, text) if text else ""
    except UnknownPerson as error:
        raise Refused(f'{error}, or keep a name that is no contact in quotes: "{text}"') from None


class UnknownPerson(Refused):
    """Nobody has the name that a field says."""


def find_person(workspace: Workspace, text: str) -> str:
    """The id of the person whom a field names by id, name or a whole word of it.

    Raises Refused where it may be several people, and UnknownPerson where it is nobody.
    """
    from netui.domain.model.contact_row import name_key

    read, text = workspace.read, one_line(text).lstrip("@")
    if read.row(text) is not None:
        return text
    found = [person.id for person in read.people_named(text)] or read.ids_with_word(name_key(text))
    if len(found) > 1:
        raise Refused(f"{text} may be {', '.join(found[:5])}; write the id")
    if found:
        return found[0]
    near = [f"{each.name} ({each.id})" for each in read.similar_names(text)]
    hint = f"did you mean {' or '.join(near)}? Else add them first" if near else "add them first"
    raise UnknownPerson(f"there is nobody called {text}; {hint}")


def _introduced_by(workspace: Workspace, ident: str) -> set[str]:
    """Everyone who was met through this contact, or through somebody who was."""
    via: dict[str, list[str]] = {}
    for each in workspace.read.relationships.introductions():
        via.setdefault(each.via, []).append(each.contact)
    return _reachable(ident, lambda at: via.get(at, []))


def _clean_label(workspace: Workspace, who: str, whom: str, label: str) -> str:
    label = one_line(label)
    if who == whom:
        raise Refused(f"{workspace.name(who)} cannot be related to themselves; name two people")
    if not one_line(whom):
        raise Refused("say who they are related to")
    if not label:
        raise Refused("say what they are to each other: father, sister, boss")
    return label


def _refuse_contradiction(workspace: Workspace, who: str, whom: str, label: str, *, is_edited: bool) -> None:
    """Refuses what goes round in a ring: who is one's father is not one's child, or grandchild."""
    word = fold(label)
    sides = (ABOVE, BELOW) if word in ABOVE else (BELOW, ABOVE) if word in BELOW else None
    if sides is None:
        return
    same, opposite = sides

    def beyond(ident: str) -> list[str]:
        """Those to whom the file of ``ident`` says the same, and whose files say the opposite of them."""
        ties = workspace.read.relationships.relationships_of(ident)
        labels = {True: same, False: opposite}
        return [
            tie.id
            for tie in ties
            if tie.id
            and tie.how == "related"
            and fold(tie.label) in labels[tie.outward]
            and not (is_edited and {ident, tie.id} == {who, whom})
        ]

    if who in _reachable(whom, beyond):
        names = workspace.names((whom, who))
        raise Refused(f"{names[0]} cannot be {label} of {names[1]}: their files say it the other way round")


def _reachable(start: str, following: Any) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for ident in following(waiting.pop()):
            if ident not in found:
                found.add(ident)
                waiting.append(ident)
    return found


def _related(workspace: Workspace, ident: str) -> list[dict[str, Any]]:
    items = workspace.read.head(ident).get("related")
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _is_the_one(item: Mapping[str, Any], whom: str, label: str) -> bool:
    return item.get("who") == whom and (not label or fold(str(item.get("as", ""))) == fold(label))
