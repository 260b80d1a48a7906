"""Fields of the query language: their signs, examples, help and values."""

from collections.abc import Mapping

from netui.domain.model.dates import MONTH_NAMES
from netui.domain.named_tuple import NamedTuple

FREE = ""
TAG = "tag"
GOAL = "goal"
LIST = "list"
STATES = (
    "quiet", "due", "new", "met", "warm", "dormant", "snoozed", "muted", "archived", "died", "me", "imported",
    "broken", "conflict",
)  # fmt: skip
KEYS: Mapping[str, str] = {
    "email": "emails", "phone": "phones", "birthday": "birthday", "notes": "notes", "met": "met",
    "rhythm": "rhythm", "role": "roles", "tag": "tags", "goal": "goals", "alias": "aliases",
    "org": "org", "title": "title", "place": "location", "timezone": "timezone",
    "pronouns": "pronouns", "knows": "knows", "seeks": "seeks", "interests": "interests",
    "link": "links", "address": "addresses", "date": "date", "related": "related",
    "promise": "promise", "opportunity": "opportunity", "source": "source", "entry": "timeline",
    "died": "died", "conflict": "conflict",
}  # fmt: skip
"""The values of ``has:`` and ``no:``, each with its key in the contact's file."""


class Field(NamedTuple):
    """A field of the language: ``sign`` as typed, an ``example``, a line of ``help``, ``values`` if few."""

    sign: str
    example: str
    help: str
    values: tuple[str, ...] = ()


FIELDS: Mapping[str, Field] = {
    TAG: Field("#", "#london", "people or entries with this tag"),
    GOAL: Field("^", "^cto-role", "people or entries that serve this goal"),
    "role": Field("role:", "role:mentor", "who plays this part for you"),
    "org": Field("org:", 'org:"Analytical Engines"', "where they work, or part of its name"),
    "title": Field("title:", "title:cto", "what they are there, or part of it"),
    "knows": Field("knows:", "knows:rust", "what they can help with"),
    "seeks": Field("seeks:", "seeks:funding", "what they look for"),
    "likes": Field("likes:", "likes:horses", "what they care about"),
    "met": Field("met:", "met:pycon", "where or when you met; met:2024"),
    "via": Field("via:", "via:charles", "who introduced you"),
    "date": Field(
        "date:",
        "date:may",
        'a birthday or another day of theirs; date:"3 may", date:05-03, date:wedding',
        ("birthday", *map(str.lower, MONTH_NAMES)),
    ),
    "promise": Field("promise:", "promise:deck", "a promise of either side"),
    "opportunity": Field("opportunity:", "opportunity:won", "a job, client or talk; open, won, lost"),
    "former": Field("former:", "former:initech", "where they worked, or what they were called, before"),
    "related": Field(
        "related:", "related:mara", "whose family, boss or friend; by name or word, from both ends"
    ),
    "place": Field("place:", "place:london", "where they live, or where you met"),
    "kind": Field("kind:", "kind:coffee", "an entry of this kind"),
    "with": Field("with:", "with:ada", "an entry this person took part in"),
    "got": Field("got:", "got:lead", "an entry that brought you this"),
    "gave": Field("gave:", "gave:advice", "an entry in which you gave this"),
    "is": Field("is:", "is:quiet|due", "how things stand", STATES),
    LIST: Field("list:", "list:founders", "who fits a list that you saved"),
    "last": Field("last:", "last:>90d", "silent for longer; last:<2026-01-01 and last:2026-11 for dates"),
    "every": Field("every:", "every:3w", "the rhythm you set; every:<1m for all closer ones"),
    "has": Field("has:", "has:email", "what is filled in; has:shoe_size for a key of your own", tuple(KEYS)),
    "no": Field("no:", "no:rhythm", "what is not filled in", tuple(KEYS)),
}
"""Every field by its name, in the order in which help shows them."""

LABELS = frozenset((TAG, GOAL, "role", "kind", "got", "gave"))
"""The fields whose values match whole words of the user's own; one still being typed matches by prefix."""
