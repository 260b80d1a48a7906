"""Kinds of timeline entry: which count as contact, and their synonyms."""

from collections.abc import Mapping

from netui.domain.named_tuple import NamedTuple

CONTACT_KINDS = (
    "call", "video", "coffee", "lunch", "dinner", "drinks", "meeting", "visit",
    "event", "email", "message", "letter", "intro", "gift",
)  # fmt: skip
REMINDER_KINDS = ("attempt", "snooze", "skip", "reviewed")
"""Kinds that record how a reminder was handled; none is contact."""
OTHER_KINDS = ("note", *REMINDER_KINDS)
SYNONYMS = {
    "met": "meeting", "saw": "meeting", "meet": "meeting",
    "phone": "call", "phoned": "call", "rang": "call", "called": "call", "spoke": "call",
    "phonecall": "call", "callback": "call", "tc": "call", "cb": "call",
    "zoom": "video", "zoomed": "video", "skype": "video", "skyped": "video", "facetimed": "video",
    "facetime": "video", "teams": "video",
    "mail": "email", "emailed": "email", "mailed": "email", "e-mail": "email",
    "text": "message", "texted": "message", "dm": "message", "whatsapp": "message",
    "messaged": "message", "signal": "message", "sms": "message", "txt": "message", "msg": "message",
    "cocktail": "drinks", "cocktails": "drinks", "margaritas": "drinks",
    "beer": "drinks", "beers": "drinks", "pint": "drinks", "drink": "drinks",
    "bevvies": "drinks", "bevvy": "drinks", "brewskis": "drinks", "tinnies": "drinks",
    "visited": "visit", "introduced": "intro", "introduction": "intro",
}  # fmt: skip


class Kinds(NamedTuple):
    """The kinds in use: the built-in ones and those of the config file.

    ``contact`` maps each kind to whether it counts as contact, ``synonyms`` other words to a kind.
    """

    contact: Mapping[str, bool]
    synonyms: Mapping[str, str]

    def named(self, word: str) -> str | None:
        """The kind that ``word`` names, or None."""
        word = word.casefold()
        return word if word in self.contact else self.synonyms.get(word)

    def counts(self, kind: str) -> bool:
        """Whether an entry of this kind counts as contact; an undeclared kind does."""
        return self.contact.get(kind, True)


BUILT_IN = Kinds({**dict.fromkeys(CONTACT_KINDS, True), **dict.fromkeys(OTHER_KINDS, False)}, SYNONYMS)
