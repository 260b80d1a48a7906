"""What two known people are to each other: ``Ada works with Tom``, which is a note about both."""

from netui.domain.capture.model import Person
from netui.domain.capture.names.name_resolution import NameMatcher
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.words import SUBJECTS, WRITER
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import AND, WITH
from netui.domain.natural_dates.tokens import phrase_end, phrase_table

_RELATED = phrase_table((
    "works with", "works alongside", "lives with", "lives next to", "lives near", "lives opposite",
    "shares an office with", "shares a flat with", "shares a house with", "shares a desk with", "is dating",
    "is going out with", "is married to", "is engaged to", "is related to", "is friends with",
    "is best friends with", "is pals with", "is mates with", "is close to", "is in touch with",
    "is in business with", "is living with", "is working with", "used to work with", "used to date",
    "used to live with", "went to school with", "went to college with", "went to uni with",
    "went to university with", "was at school with", "was at uni with", "grew up with", "studied with",
    "trained with", "broke up with", "split up with", "got engaged to", "got married to", "married",
    "is divorced from", "divorced", "fell out with", "made up with",
))  # fmt: skip
"""What stands between the two, and is as true of one as of the other."""
_ASIDE = ("now", "still", "also", "once", "already", "apparently", "really")
_PLACED = ("at", "in", "on", "from", "since", "for")
"""Words that may lead on to where, or for how long."""


def take_relation(view: TokenView, state: ParseState, names: NameMatcher) -> bool:
    """Makes a note about both of a line that says no more than that; False for any other."""
    at = state.sentence_from
    one, at = _name_at(view, names, at)
    if one is None:
        return False
    at += view.key(at) in _ASIDE
    end = phrase_end(view.words, at, _RELATED)
    other, end = _name_at(view, names, end) if end else (None, 0)
    rest = [view.key(i) for i in range(end, view.end)]
    if other is None or (rest and rest[0] not in _PLACED) or any(view.words[i].stops for i in range(end - 1)):
        return False
    more = any(view.is_name(i) and view.body[i].value[:1].isupper() for i in range(end, view.end))
    if more or not (SUBJECTS | WRITER | WITH | AND | {"us", "my", "our"}).isdisjoint(rest):
        return False
    state.become_note()
    state.people = {one: None, other: None}
    return True


def _name_at(view: TokenView, names: NameMatcher, at: int) -> tuple[Person | None, int]:
    """The one known person whose name stands at ``at``, and the index after it; None for nobody."""
    if at >= view.end:
        return None, at
    named = names.match_marked(at) if view.is_at(at) else names.match_bare(at)
    if named is not None:
        return named.person, named.end
    people = names.match_first_name(names.key(at)) if view.body[at].value[:1].isupper() else ()
    return (people[0] if len(people) == 1 else None), at + 1
