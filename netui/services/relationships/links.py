"""Relationships between contacts, from both ends: who introduced whom, who is related, who met together."""

from collections.abc import Sequence

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.services.relationships.relation_words import opposite_word
from netui.services.workspace import Workspace
from netui.storage.queries.relationships import Relationship

INTRODUCED = "introduced you"
DIED = " (died)"
_OPENED = " opened the door to"
"""What links somebody who introduced one."""


class Link(NamedTuple):
    """Somebody linked to a contact.

    ``id`` is "" where the file names someone who is no contact; ``words`` say what links them
    (``introduced you``, ``father``, ``5 times together``).
    """

    id: str
    name: str
    words: tuple[str, ...]


def find_links(workspace: Workspace, ident: str, name: str) -> tuple[Link, ...]:
    """Everyone linked to the contact ``ident`` of that name.

    Who introduced them and their relatives come first, then those to whom they opened a door, those who
    share entries, the most frequent
    first, then whom the user met through them.
    """
    read = workspace.read.relationships
    found: dict[str, tuple[str, list[str]]] = {}

    def add(who: str, called: str, words: str) -> None:
        said = found.setdefault(who or f"\n{called}", (called, []))[1]
        if words not in said:
            said.append(words)

    first = name.split(" ")[0]
    known = read.relationships_of(ident)
    for tie in known:
        if tie.outward or tie.how == "related":
            add(tie.id, tie.name, _words(tie, first))
    for door in read.opened_doors(ident):
        add(door.contact, door.name, f"{first}{_OPENED} {door.text}".rstrip())
    for each in read.companions(ident, workspace.today):
        add(each.id, each.name, times_words(each.times))
    for tie in known:
        if not tie.outward and tie.how == "met":
            add(tie.id, tie.name, _words(tie, first))
    return tuple(
        Link("" if key.startswith("\n") else key, called, tuple(words))
        for key, (called, words) in found.items()
    )


def said_of_both(words: str, one: str, other: str) -> str:
    """``Dee is child of Bob``: the words of a link from ``one`` to ``other``, saying who is what to whom."""
    is_said = words.endswith(" together") or words.startswith("met through ") or _OPENED in words
    if is_said or words in ("related", INTRODUCED):
        return words
    if words.startswith("has "):
        return f"{other} {words}"
    died = DIED if words.endswith(DIED) else ""
    return f"{other}{died} is {words.removesuffix(DIED)} of {one}"


def find_related(workspace: Workspace, parts: Sequence[str]) -> set[str]:
    """The contacts at either end of a relation whose word, or other end, holds any of the folded parts.

    Of ``father`` in one file the other end is a ``child``.
    """
    found: set[str] = set()
    for each in workspace.read.relationships.relations():
        ends = (
            (each.contact, each.label, each.other, each.other_name),
            (each.other, opposite_word(each.label), each.contact, each.name),
        )
        for ident, *words in ends:
            said = fold(" ".join(words))
            if ident and any(part in said for part in parts):
                found.add(ident)
    return found


def times_words(times: int) -> str:
    """``once together``, ``5 times together``."""
    return "once together" if times == 1 else f"{times} times together"


def _words(tie: Relationship, first: str) -> str:
    if tie.how == "met":
        return INTRODUCED if tie.outward else f"met through {first}"
    if tie.outward:
        words = tie.label or "related"
    else:
        words = opposite_word(tie.label) or (f"has {first} as {tie.label}" if tie.label else "related")
    return words + DIED if tie.died else words
