"""Contact told in a later clause: ``Ada's car broke down, so I drove them home``.

The first clause names one person, and the later one speaks of them by a pronoun or by ``we``. It is read as a
line of its own for that person; what the first clause says is news.
"""

import re
from collections.abc import Callable
from itertools import islice

from netui.domain.capture.model import FieldSpan, ParsedLine, Person, Resolver, name_key
from netui.domain.capture.sentence.note_checks import MET_OR_NOTE
from netui.domain.capture.sentence.words import KIN, RELATIVES
from netui.domain.capture.vocabulary import COMPANIONS, RELATIONS
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.tokens import names_day, word_set

_CUT = re.compile(
    r"(?i)(?:[,;.!]\s+(?:(?:and|but)\s+)?(?:(?:so|then|when)\s+)?|\s+[-–—]\s+|\s+(?:(?:and|but|so|then|when)\s+)+)"
    r"(?=(?:i|we|he|she|they|met|rang|called|texted|saw)\s)"
)
_MOST_CLAUSES = 6
_LONGEST = 400
_TOLD = re.compile(r"(?i)\b(?:that|who|which|if|whether|said|says|because|since|while|before|after|where)$")
"""The end of a clause behind which another is part of it."""
_PRONOUN = re.compile(r"(?i)\b(?:we|us|him|her|them|he|she|they)\b")
_ACTING = re.compile(r"(?i)(?:he|she|they)\b")
_REACHED = re.compile(r"(?i)\b(?:him|her|them)\b")
_NEWS_WORDS = word_set("baby bump new old good dear best others one")
_RELATED = (KIN | RELATIVES | RELATIONS | COMPANIONS) - _NEWS_WORDS
_OTHERS = re.compile(rf"(?i)\b(?:{'|'.join(sorted(_RELATED))})\b")

ReadFor = Callable[[str, Person], ParsedLine]


def take_later_contact(
    line: str, found: ParsedLine, read: ReadFor, names: Resolver, kinds: Kinds
) -> ParsedLine | None:
    """The reading of a line whose later clause tells of contact with the one named before; else None."""
    person = _named(found)
    if person is None or len(line) > _LONGEST or "?" in line:
        return None
    for cut in islice(_CUT.finditer(line), _MOST_CLAUSES):
        head, tail = line[: cut.start()], line[cut.end() :]
        joint = not (_ACTING.match(tail) and _REACHED.search(tail))  # not: Ada was late, he texted them
        if not (joint and _PRONOUN.search(tail)) or _TOLD.search(head) or not _is_of(head, person, names):
            continue
        met = read(tail, person)
        if met.problems or met.people != (person,) or not kinds.counts(met.kind):
            continue
        if met.dated or not _may_be_dated(head):
            spans = (FieldSpan(s.start + cut.end(), s.end + cut.end(), s.what) for s in met.understood)
            return met._replace(text=f"{line[: cut.end()]}{met.text}".strip(), understood=tuple(spans))
    return None


def _is_of(head: str, person: Person, names: Resolver) -> bool:
    """Whether a first clause names one person, and nobody else, nor a relative: not ``Ada's wife rang``."""
    said = [re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w’'-]+", head)]
    own = {*name_key(person.name).split(" "), person.id}
    if _OTHERS.search(head) or own.isdisjoint(name_key(word) for word in said):
        return False
    others = (name_key(word) for word in said if word[:1].isupper())
    return not any(names.starting(key) for key in others if key and key not in own)


def _may_be_dated(text: str) -> bool:
    """Whether a first clause may say on which day it all was."""
    return names_day(text) or "last " in text or any(sign.isdigit() for sign in text)


def _named(found: ParsedLine) -> Person | None:
    """The one person named in a note, or in a line of which it was asked who it was, or if it was contact."""
    if len(found.problems) > 1 or found.typed:
        return None
    if not found.problems:
        return found.people[0] if len(found.people) == 1 else None
    asked = found.problems[0]
    if asked.what == "nobody":
        people = asked.candidates
    else:
        people = found.people if asked.message == MET_OR_NOTE else ()
    return people[0] if len(people) == 1 and people[0].id else None
