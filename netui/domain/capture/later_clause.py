"""Contact told in a later clause: ``Ada's car broke down, so I drove them home``.

The first clause names one person, and the later one speaks of them by a pronoun or by ``we``. It is read as a
line of its own for that person; what the first clause says is news.
"""

import re
from collections.abc import Callable
from itertools import islice

from netui.domain.capture.model import FieldSpan, ParsedLine, Person, Resolver, name_key
from netui.domain.capture.names.other_parties import names_somebody_else
from netui.domain.capture.sentence.note_checks import INTENDED, MET_OR_NOTE
from netui.domain.capture.sentence.words import KIN, RELATIVES
from netui.domain.capture.vocabulary import COMPANIONS, RELATIONS
from netui.domain.model.dates import day_of
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.tokens import names_day, word_set

_VERBS = (
    "met|rang|called|texted|saw|spoke|talked|chatted|had|phoned|told|emailed|mailed|messaged|visited|took|drove|"
    "went|sat|caught|helped|wrote|pinged|popped|dropped|sent|"
    "(?:(?:farewell|quick|long|late|birthday|nice) )?(?:beers?|drinks|coffee|lunch|dinner|pints?|tea)"
)
"""What a later clause may begin with, besides who acts in it."""
_CUT = re.compile(
    r"(?i)(?:[,;.!]\s+(?:(?:and|but)\s+)?(?:(?:so|then|when)\s+)?|\s+[-–—]\s+|\s+(?:(?:and|but|so|then|when)\s+)+)"
    rf"(?=(?:on \w+day )?(?:i|we|he|she|they|{_VERBS})\s)"
)
"""Where a later clause may begin, by whoever acts in it."""
_UNDONE = (INTENDED, MET_OR_NOTE)
"""Questions that a later clause may answer."""
_MOST_CLAUSES = 6
_LONGEST = 400
_TOLD = re.compile(r"(?i)\b(?:that|who|which|if|whether|said|says|because|since|while|before|after|where)$")
"""The end of a clause behind which another is part of it."""
_PRONOUN = re.compile(r"(?i)\b(?:we|us|him|her|them|he|she|they)\b")
_TO_ME = re.compile(r"(?i)(?:texted|called|rang|phoned|told|emailed|messaged) me\b")
"""The beginning of a clause of what the one named before did."""
_TOGETHER = re.compile(
    r"(?i)(?:caught up|met up|went for an?|had an?|had (?:\w+ )?(?:lunch|dinner|coffee|drinks))\b"
)
"""The beginning of a clause of what two do together."""
_OWNER = re.compile(r"['’]s (?!been|got|had|off|on|in|back|away|ill|home|moving|leaving)")
"""A possessive, and no "is" or "has"."""
_APART = re.compile(r"(?i)\b(?:with|w/|my|alone|myself|solo|instead)(?!\w)")
"""What is done without the one named before: had lunch at my desk."""
_UNTIL = re.compile(r"(?i)\b(?:until|till|til|since|from|before) (?:\w+ )?\w+$|\btoday$")
"""The end of a clause that says how long, or that it was today."""
_ACTING = re.compile(r"(?i)(?:he|she|they)\b")
_REACHED = re.compile(r"(?i)\b(?:him|her|them)\b")
_NEWS_WORDS = word_set("baby bump new old good dear best others one")
_RELATED = (KIN | RELATIVES | RELATIONS | COMPANIONS) - _NEWS_WORDS
_OTHERS = re.compile(rf"(?i)\b(?:{'|'.join(sorted(_RELATED))})\b")
"""Whom a later pronoun may mean instead."""
_OWN = re.compile(
    r"(?i)[,;.]\s+(?:but|so)\s+(?:i\s+)?(?:still\s+|just\s+|finally\s+|only\s+)?"
    rf"|\s+(?:but|so)\s+(?:i\s+)?(?:still\s+|just\s+|finally\s+|only\s+)?(?=(?:we|slept|stayed|{_VERBS})\s)"
)
"""Where a clause begins of which the one before tells only why, or what went wrong."""
_JOINT = r"(?:,\s+|\s+)(?:so|and so)\s+(?=[A-Z]\w+ and I\b)"
ReadFor = Callable[[str, Person | None], ParsedLine]
"""Reads a clause for somebody chosen, or for those whom it names."""


def take_later_contact(
    line: str, found: ParsedLine, read: ReadFor, names: Resolver, kinds: Kinds
) -> ParsedLine | None:
    """The reading of a line whose later clause tells of contact with the one named before; else None."""
    if len(line) > _LONGEST or "?" in line:
        return None
    person = _named(found)
    if person is None:
        return _take_joint(line, found, read, kinds)
    own = _take_own(line, read, names, kinds)
    if own is not None:
        return own
    for cut in islice(_CUT.finditer(line), _MOST_CLAUSES):
        head, tail = line[: cut.start()], line[cut.end() :]
        joint = not (_ACTING.match(tail) and _REACHED.search(tail))  # not: Ada was late, he texted them
        if not (joint and _means_them(tail, head)) or _TOLD.search(head) or not _is_of(head, person, names):
            continue
        if names_somebody_else(tail):
            continue  # lunch with her mum
        met = read(tail.removesuffix(" instead"), person)
        if met.problems or met.people != (person,) or not kinds.counts(met.kind):
            continue
        if met.dated or not _may_be_dated(_UNTIL.sub("", head)):
            return _joined(line, cut.end(), met)
        day = _leading_day(found)
        if day and day_of(found.on) <= day_of(met.on):
            told = _joined(line, cut.end(), met)
            return told._replace(on=found.on, dated=True, text=told.text[day:].lstrip(" :,-–—"))
    return _take_joint(line, found, read, kinds)


def _take_own(line: str, read: ReadFor, names: Resolver, kinds: Kinds) -> ParsedLine | None:
    """The reading of ``had a bad cold, but still met Ada``, whose first clause names nobody and no day."""
    cut = _OWN.search(line)
    head = line[: cut.start()] if cut is not None else ""
    said = [name_key(word) for word in re.findall(r"[\w’'-]+", head)]
    if cut is None or not said or _may_be_dated(head) or _TOLD.search(head):
        return None
    if "@" in head or any(key and names.starting(key) for key in said):
        return None
    met = read(line[cut.end() :], None)
    if met.problems or not met.people or not kinds.counts(met.kind):
        return None
    return _joined(line, cut.end(), met)


def _joined(line: str, begin: int, met: ParsedLine) -> ParsedLine:
    """``met``, read from ``line`` behind ``begin``, with all of the line, but its day, as the text."""
    spans = [FieldSpan(s.start + begin, s.end + begin, s.what) for s in met.understood]
    text = f"{line[:begin]}{met.text}"
    if {span.what for span in spans} <= {"person", "kind", "date"} and "@" not in line[begin:]:
        text, at = "", 0
        for span in sorted(span for span in spans if span.what == "date"):
            text, at = f"{text}{line[at : span.start].rstrip()}", span.end
        text += line[at:]
    return met._replace(text=text.strip(), understood=tuple(spans))


def _leading_day(found: ParsedLine) -> int:
    """Where the day ends with which the line begins; 0 without it."""
    return next((span.end for span in found.understood if span.what == "date" and span.start == 0), 0)


def _means_them(tail: str, head: str) -> bool:
    """Whether a later clause speaks of the one named before, by a pronoun or by what two do together.

    Of the latter, what is theirs says nothing: ``Ada's place is lovely, had a long dinner``.
    """
    if _PRONOUN.search(tail) or _TO_ME.match(tail):
        return True
    return _TOGETHER.match(tail) is not None and _APART.search(tail) is None and not _OWNER.search(head)


def _take_joint(line: str, found: ParsedLine, read: ReadFor, kinds: Kinds) -> ParsedLine | None:
    """The reading of ``Ada's train was late so Tom and I had a coffee``, whose last clause says who met."""
    asked = any(each.what == "nobody" or each.message in _UNDONE for each in found.problems)
    joint = re.search(_JOINT, line) if asked else None
    if joint is None or _may_be_dated(line[: joint.start()]) or _TOLD.search(line[: joint.start()]):
        return None
    met = read(line[joint.end() :], None)
    if met.problems or not met.people or not kinds.counts(met.kind):
        return None
    said = name_key(line[: joint.start()]).split(" ")
    again = any(name_key(person.name).split(" ")[0] in said for person in met.people)
    return None if again else _joined(line, joint.end(), met)


def _is_of(head: str, person: Person, names: Resolver) -> bool:
    """Whether a first clause names one person, and nobody else, nor a relative: not ``Ada's wife rang``."""
    said = [re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w’'-]+", head)]
    own = {*name_key(person.name).split(" "), person.id}
    others = _OTHERS.search(head)
    if (others is not None and name_key(others[0]) not in own) or own.isdisjoint(
        name_key(word) for word in said
    ):
        return False
    keys = (name_key(word) for word in said if word[:1].isupper())
    return not any(names.starting(key) for key in keys if key and key not in own)


def _may_be_dated(text: str) -> bool:
    """Whether a first clause may say on which day it all was."""
    return names_day(text) or "last " in text or any(sign.isdigit() for sign in text)


def _named(found: ParsedLine) -> Person | None:
    """The one person named in a note, or in a line that was asked about."""
    open_ = any(problem.message in _UNDONE or problem.what == "nobody" for problem in found.problems)
    if found.typed and not open_:
        return None
    people = dict.fromkeys(found.people)
    for asked in found.problems:
        people |= dict.fromkeys(asked.candidates if asked.what in ("nobody", "person") else ())
        if asked.what not in ("nobody", "date") and asked.message not in _UNDONE:
            return None
    return next(iter(people)) if len(people) == 1 and next(iter(people)).id else None
