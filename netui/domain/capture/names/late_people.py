"""People named where no verb of contact leads to them: by a channel, a seat, or a list of who was there.

``took instructions from Ada by phone``, ``lab lunch, sat next to Ada``, ``choir, Ada and Bob there``.
"""

from netui.domain.capture.model import Person
from netui.domain.capture.names.list_ends import ends_list_there
from netui.domain.capture.names.name_resolution import NameMatcher
from netui.domain.capture.names.participants import ParticipantReader
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.negation_words import INTENT, NEGATED, TO_DO
from netui.domain.capture.sentence.words import PAST_FORMS
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import AND, CLAUSE_WORDS, WITH
from netui.domain.natural_dates.tokens import phrase_end, phrase_table

_LONGEST = 20
"""Words of a line that is looked at, at most."""
_LEADS = AND | WITH | {"from", "to", "for"}
"""Words right before whom something went to, or came from."""
_SEATED = phrase_table(
    f"{verb} {where}"
    for verb in ("sat", "seated", "stood", "sitting")
    for where in ("next to", "beside", "opposite", "by", "near", "across from", "with")
)
"""How one says beside whom one was."""


def take_late_people(
    view: TokenView, state: ParseState, names: NameMatcher, participants: ParticipantReader
) -> bool:
    """Takes those whom such words name; False where nobody is."""
    if state.sentence_from >= view.end or view.end > _LONGEST or state.problems:
        return False
    first = state.sentence_from
    said = {view.key(i) for i in range(first, view.end)} - {"next"}
    if first > 0 and state.is_cut(first - 1) and not view.words[first - 1].after:
        return False  # sunday sauce recipe from Ada, by text
    open_ = not said.isdisjoint(INTENT | NEGATED | TO_DO | {"will", "would"}) or "?" in view.line
    if open_ or any(key.endswith(("n't", "'ll", "'d")) for key in said):
        return False
    kind = next(filter(None, map(view.channel_at, range(state.sentence_from, view.end))), "")
    people = _reached(view, state, names) if kind and not state.kind else ()
    people = people or _seated(view, state, names) or _listed(view, state, names, participants)
    if not people or not _take_day(view, state):
        return False
    state.people.update(dict.fromkeys(people))
    state.kind, state.typed = state.kind or kind or "meeting", True
    return True


def _reached(view: TokenView, state: ParseState, names: NameMatcher) -> tuple[Person, ...]:
    """Those behind "from", "to" or the verb a sentence begins with; none where somebody else is named."""
    found: list[Person] = []
    for i in range(state.sentence_from, view.end):
        people = names.match_first_name(names.key(i))
        if view.key(i).endswith("'s") and names.match_owner(i) is not None:
            return ()  # on the phone to Mum's carer
        if not people:
            continue
        verb = i == state.sentence_from + 1 and (
            view.key(i - 1).endswith("ed") or view.key(i - 1) in PAST_FORMS
        )
        led = view.key(i - 1) in _LEADS or verb
        if len(people) > 1 or not led or view.key(i) in CLAUSE_WORDS or names.is_possessive(i):
            return ()
        found.append(people[0])
    return tuple(dict.fromkeys(found))


def _seated(view: TokenView, state: ParseState, names: NameMatcher) -> tuple[Person, ...]:
    """The one beside whom the writer sat, where nobody else is named; a meal before it says what it was."""
    for i in range(state.sentence_from + 1, view.end):
        end = phrase_end(view.words, i, _SEATED)
        if not end or end >= view.end or not (view.words[i - 1].stops or view.body[i - 1].colon):
            continue
        bare, people = names.match_bare(end), names.match_first_name(view.key(end))
        named = bare.person if bare is not None else people[0] if len(people) == 1 else None
        last = bare.end if bare is not None else end + 1
        others = (k for k in range(state.sentence_from, view.end) if not end <= k < last)
        if named is None or any(names.match_owner(k) or names.match_first_name(view.key(k)) for k in others):
            return ()
        meals = filter(None, map(view.kind_at, range(state.sentence_from, i)))
        state.kind = state.kind or next((kind for kind, _ in meals), "")
        return (named,)
    return ()


def _listed(
    view: TokenView, state: ParseState, names: NameMatcher, participants: ParticipantReader
) -> tuple[Person, ...]:
    """Those of a list behind a comma, of whom no more is said than that they were there."""
    for i in range(state.sentence_from + 1, view.end):
        group = participants.read_list(i, view.end, "meeting", "kind") if view.words[i - 1].stops else None
        if group is None or len(group.names) < 2 or not ends_list_there(view, group.end):
            continue
        before = range(state.sentence_from, i)
        if any(names.match_owner(k) or names.match_first_name(view.key(k)) for k in before):
            return ()  # Greta's opening - Ada and Bob there
        people = tuple(named.person for _, named in group.names if named.person is not None)
        return people if len(people) == len(group.names) else ()
    return ()


def _take_day(view: TokenView, state: ParseState) -> bool:
    """Takes the only day of the line, where it ends a part of it; False where days are in doubt."""
    if state.on is not None:
        return True
    words = range(state.sentence_from, view.end)
    days = [i for i in words if view.read(i) is not None and not phrase_end(view.words, i, _SEATED)]
    if not days:
        return True
    found = view.read(days[0])
    within = found is not None and all(i < found.end for i in days)
    ends = found is not None and (found.end >= view.end or view.words[found.end - 1].stops)
    return within and ends and state.take_date(days[0], inside=True) > 0
