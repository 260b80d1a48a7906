"""Words for the keys of a contact: those of the file, of the form and of speech mean the same everywhere.

``netui set ada phone …``, the query ``has:phone`` and what ``netui check`` says of a ``phone = …``
written by hand come from this one table.
"""

from netui.domain.model.contact_row import fold

_WORDS = {
    "name": "full name|fullname",
    "aliases": "alias|also called|nick|nickname|nicknames|aka",
    "roles": "role",
    "tags": "tag",
    "org": "works at|works|company|employer|firm|organization|organisation",
    "title": "as|job|job title|position|works as",
    "location": "lives in|lives|place|city|town",
    "timezone": "time zone|tz",
    "knows": "skill|skills|expertise|helps with",
    "seeks": "needs|wants|looking for",
    "interests": "interest|likes|hobby|hobbies",
    "emails": "email|e-mail|e-mails|mail|mails|email address",
    "phones": "phone|tel|telephone|mobile|cell|phone number",
    "links": "link|url|urls|web|website|websites|homepage",
    "addresses": "address|street",
    "goals": "goal",
    "notes": "note",
    "died": "dead|deceased|death",
    "met.on": "met on",
    "met.where": "met at|met where|where",
    "met.via": "met through|met via|via|introduced by",
    "rhythm.every": "every|rhythm|cadence|frequency|interval",
    "rhythm.mode": "mode",
    "rhythm.snoozed_until": "snoozed until|snooze",
    "birthday": "born|bday|birthdate|birth date|dob",
}


def plain_word(word: str) -> str:
    """A word as it is looked up: folded, with blanks for dashes and underscores."""
    return " ".join(fold(word).replace("_", " ").replace("-", " ").split())


OTHER_WORDS = {plain_word(word): key for key, words in _WORDS.items() for word in words.split("|")}
"""The key that each further word means; dotted where it stands in a table: ``met at`` is ``met.where``."""
