"""Others than the one under the cursor, without a name: ``lunch with my sister``, ``called the bank``.

A line for somebody chosen that tells of them need not be contact with whoever was chosen.
"""

import re
from collections.abc import Sequence

from netui.domain.capture.sentence.words import BEFORE_WITH, KIN, PAST_FORMS
from netui.domain.capture.visits.arrivals import FOOD
from netui.domain.capture.vocabulary import (
    AND,
    BROUGHT,
    COMPANIONS,
    DETERMINERS,
    OCCASIONS,
    POSSESSIVES,
    TITLES,
    WITH,
)
from netui.domain.natural_dates.tokens import names_day, word_set

PEOPLE = (
    KIN
    | (COMPANIONS - {"bump", "newborn", "pup", "puppy", "pooch", "cat", "cats", "dogs"})
    | word_set("""
    kid friend family team colleague everyone other people somebody someone anyone bloke chap fella lad
    lass auntie aunty carer parent father mother son daughter guest investor recruiter engineer designer
    developer director teacher supplier vendor consultant auditor contractor builder tenant landlord
    landlady player volunteer trustee classmate housemate teammate workmate mate sibling uncle aunt
    cousin nephew niece twin in-law grandparent grandkid partner spouse client customer student boy girl
    guy gang folk crew staff grandma grandpa granny gran grandmother grandfather nan ex doctor dentist
    gp nurse plumber electrician solicitor therapist counsellor tutor supervisor professor stranger vet
    priest vicar head woman man lady couple boss mentor buddy coach nanny
""")
)
"""Words for people, of most of them one; more have an "s" behind."""
_PLACES = word_set("""
    school council bank office agency nursery surgery clinic hospital company committee board club group
    department hr support gym shop garage library university college embassy insurance insurer police hotel
    restaurant vet choir lawyers estate union church
""")
"""Words for those who answer a call or a mail, and are no one person."""
OWNERS = POSSESSIVES | DETERMINERS | word_set("my our an a some another two three both old one of")
"""Words before such a word."""
REACHED = word_set("""
    met saw visited told asked thanked joined hosted emailed messaged texted zoomed facetimed skyped
    whatsapped dmed pinged helped interviewed
""")
"""Verbs right before whom one meets or writes to."""
CALLED = ("rang", "called", "phoned")
"""Verbs right before whom one calls."""
_WHEN = word_set("other same next few couple while lot day night morning evening afternoon first second")
"""Words behind ``rang the`` that say when, and not whom."""
_THEM = word_set("him them em me us it no nobody all both everything nothing")
"""Words behind "with" that name nobody else."""
CAME = word_set("""
    came joined was were tagged popped turned brought hosted dropped stopped swung called rang visited stayed
    texted phoned emailed messaged wrote
""")
"""Verbs of those who came, called or wrote."""
_ACTED = CAME | word_set("took told had gave drove showed helped asked treated invited")
"""Verbs of what others do with or to the writer."""
_RELATIVES = word_set("auntie aunt aunty uncle tante onkel oma opa granny grandma grandpa cousin")
"""Kin who are called by a word and a name: Aunt Jean."""
_WORKERS = ("sitter", "minder", "cleaner", "driver", "dresser", "keeper", "ologist", "ician", "editor")
"""Ends of words for those who do something for a living."""
_SUBJECTS = ("he", "she", "they", "him", "her", "them")
_BESIDE = word_set("up fed happy busy pleased bored down trouble lives works struggling help deal dealing")
"""Words before "with" behind which nobody was met: fed up with the commute."""
_STAYED = word_set("stayed slept crashed went popped dropped drove night supper dinner lunch over")
"""Words of a line that leads to somebody's place: stayed the night at Roberta's."""
_AROUND = word_set("in back over here home visiting")
"""Words behind somebody who is about: Zuzana's in town."""
_NO_NAMES = word_set("it's he's she's they's that's there's what's let's who's where's here's today's")
"""Words that end in "'s" and are nobody's name."""
_ITEM = re.compile(r"[\w-]+:\s+[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?[.!]*")
"""A kind and a name in capitals, and no more: ``Dinner: Fiona``."""
_LONGEST = 16
"""Words that are looked at."""


def names_somebody_else(line: str, *, note: bool = False) -> bool:
    """Whether words say that one met or reached others, and in a ``note`` that one was with them."""
    typed = line.split()[:_LONGEST]
    said = [word.strip(".,;:!?()").casefold().replace("’", "'") for word in typed]
    if not said:
        return False
    if len(said) > 2 and said[1] in AND and said[2] in ("i", "me") and said[0] not in _SUBJECTS:
        return True  # june and i went swimming
    theirs = said[1:2] == ["her"] and any(map(_is_person, said[2:4]))
    if said[1:2] in (["him"], ["her"], ["them"]) and not theirs:
        return False  # helped her with the new phone
    if note:
        done = said[0] in PAST_FORMS | OCCASIONS or said[0].endswith("ed")
        return done and any(_is_with(said, at) for at in range(len(said) - 1))
    led = any(_leads_to_others(typed, said, at) for at in range(len(said) - 1))
    return led or _acts(typed, said) or _ITEM.fullmatch(line.strip()) is not None


def _is_with(said: Sequence[str], at: int) -> bool:
    """Whether ``with`` at ``at`` leads to others than a pronoun, and to no thing: not ``with cake``."""
    if said[at] not in WITH or (at > 0 and said[at - 1] in BEFORE_WITH | _BESIDE):
        return False
    other, behind = said[at + 1], said[at + 2 : at + 5]
    if other == "her":
        return any(map(_is_person, behind))
    things = not FOOD.isdisjoint((other, *behind)) or not BROUGHT.isdisjoint((other, *behind))
    return other not in _THEM and not (things or other[:1].isdigit())


def _leads_to_others(typed: Sequence[str], said: Sequence[str], at: int) -> bool:
    """Whether the word at ``at`` leads to somebody else: ``rang the bank``, ``a card from Aunt Jean``."""
    lead, other = said[at], said[at + 1]
    if typed[at][-1:] in ",;.!?":
        return False
    if _is_with(said, at):
        return True
    hers = any(map(_is_person, said[at + 2 : at + 4])) or not _PLACES.isdisjoint(said[at + 2 : at + 3])
    if other == "her" and not hers:
        return False  # rang her at lunchtime
    owned = other in OWNERS or other.endswith("'s")
    behind = said[at + 2 : at + 5] if owned else said[at + 1 : at + 2]
    capital = typed[at + 1][:1].isupper() and not names_day(other)
    whole = capital and typed[at + 2 : at + 3] and typed[at + 2][:1].isupper()
    if lead in CALLED:
        return capital or (owned and len(said) > at + 2 and said[at + 2] not in _WHEN)
    if lead in ("to", "from"):
        placed = capital and other.endswith("'s") and not _STAYED.isdisjoint(said[:at])
        return placed or any(map(_is_person, behind)) or (lead == "from" and bool(whole))
    if lead in ("at", "round"):
        return capital and other.endswith("'s") and said[0] in _STAYED
    before = said[at - 1] if at and typed[at - 1][-1:] not in ",;.!?" else ""
    titled = lead in TITLES | _RELATIVES and capital and not other.endswith("'s")
    if titled and (
        at == 0 or before in WITH | AND | REACHED | {*CALLED, "into", "from", "to", "certain", "old"}
    ):
        return True  # Mrs Holm
    if capital and said[at + 2 : at + 3] in (["i"], ["we"]):
        return True  # it was Ada I met
    if lead not in REACHED | {"into"}:
        return False
    return capital or any(_is_person(word) or word in _PLACES for word in behind)


def _acts(typed: Sequence[str], said: Sequence[str]) -> bool:
    """Whether the line begins with others who act: ``my boss took me out``, ``Ada's in town, met up``."""
    if typed[0][:1].isupper() and said[0].endswith("'s") and said[0] not in _NO_NAMES:
        return said[1:2] != [] and said[1] in _AROUND
    end = next((i + 1 for i, word in enumerate(typed) if word[-1:] in ",;.!?"), len(typed))
    actor = next((i for i, word in enumerate(said[: min(end, 4)]) if _is_person(word)), -1)
    return actor >= 0 and not _ACTED.isdisjoint(said[actor + 1 : min(end, actor + 6)])


def _is_person(word: str) -> bool:
    return word in PEOPLE or word.removesuffix("s") in PEOPLE or word.endswith(_WORKERS)
