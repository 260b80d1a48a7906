"""Occasions at the start of a log line: ``Ada's birthday dinner``, ``game night: Ada, Tom``.

Somebody whose birthday was celebrated was there; so were those listed behind what one does together.
"""

from netui.domain.capture.names.list_ends import ends_list_there
from netui.domain.capture.names.participants import ParticipantReader, Participants
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.words import ABSENT
from netui.domain.capture.tokens.lexer import PLAIN
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import CELEBRATED, DASHES, EATEN
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import word_set

_WENT = word_set("i we went to at was were had attended joined enjoyed celebrated")
_FEASTED = CELEBRATED | {"housewarming", "surprise", "big", "retiral"}
PARTIES = word_set("party do bash celebration celebrations barbecue bbq")
EVENTS_HELD = word_set("""
    night club quiz game games poker bingo choir rehearsal practice training match class gig concert film
    movie cinema theatre karaoke bowling climbing bouldering football tennis badminton squash golf padel yoga
    pilates picnic darts pool snooker reunion retreat outing hike ramble walk run ride swim sauna dnd d&d
    brunch breakfast bowls meetup whist bridge chess dominoes cards scrabble parkrun netball hockey cricket
    rugby group session five-a-side zoo museum spin skittles boules petanque crossfit pottery relay review
    retro seminar tutorial tasting trivia karting paintball regatta jam potluck scrimmage stand-up standup
    workshop interview catch-up catchup briefing debrief call meeting meet-up
""")
"""What people do together, as the last word before a colon and the list of them."""
_HELD = word_set(
    "graduation wedding christening recital gig play concert launch exhibition party housewarming"
)
"""What is somebody's where they are themselves."""
_TO_COME = ("next", "upcoming", "future", "for")
_LONGEST = 5


def read_feast(view: TokenView, state: ParseState, participants: ParticipantReader, start: int) -> int:
    """Reads ``Ada's birthday dinner`` or ``went to Ada's leaving do``; the index after it, or 0."""
    at = start
    while view.key(at) in _WENT and at < start + 3:
        at += 1
    owner = participants.owner_at(at)
    end = owner.end if owner is not None else 0
    if end and (view.key(end), view.key(end + 1)) == ("last", "day"):
        end += 2
    while end and (
        view.key(end) in _FEASTED or (view.key(end)[:1].isdigit() and view.key(end).endswith("th"))
    ):
        end += 1
    went = at > start and owner is not None
    marked = view.key(at - 1) == "celebrated" and end > 0 and view.key(end - 1) in CELEBRATED
    if owner is None or (end == owner.end and not (went and view.key(end) in _HELD)):
        return 0
    found = view.kind_at(end)
    if (went and view.key(end) in _HELD) or marked:
        found = "event", end + (not marked)  # went to Ada's graduation, celebrated Ada's birthday
    if found is None or found[0] not in EATEN:
        found = ("event", end + 1) if view.key(end) in PARTIES else None
    if found is None or not (view.may_end_list(found[1]) or view.key(found[1]) in ("was", "were", "went")):
        return 0
    day = view.read(found[1]) if found[1] < view.end else None
    if day is not None and (day.value is None or day_of(day.value) > view.today):
        return 0
    if any(view.is_at(i) or view.is_name(i) for i in range(found[1], view.limit)):
        return 0  # with whom one was there, perhaps at another table
    state.kind, state.typed, state.contact_from = found[0], True, end if at == start else start
    state.take_group(at, Participants([(at, owner)], owner.end, "kind", False), keep=True)
    return found[1]


def read_event(view: TokenView, state: ParseState, participants: ParticipantReader, start: int) -> int:
    """Reads ``game night`` before nothing more than a list of names; the index after it, or 0."""
    at = start
    while at < min(view.limit, start + _LONGEST) and view.body[at].what == PLAIN:
        if view.key(at) in _TO_COME:
            return 0
        day = view.read(at) if at > start else None
        if day is not None or view.body[at].value in DASHES:
            break
        at += 1
        if view.words[at - 1].after:
            break
    day = view.read(at) if at < view.limit else None
    listed = day.end if day is not None and day.value is not None else at
    dash = listed < view.end and view.body[listed].value in DASHES
    comma = 0 < listed <= view.end and view.words[listed - 1].after == ","
    apart = dash or comma or (0 < listed <= view.end and view.body[listed - 1].colon)
    coffee = view.key(at - 1) == "morning" and view.key(at - 2) == "coffee"  # coffee morning - Ada, Bob
    out = coffee or (view.key(at - 1) == "out" and view.key(at - 2) in ("night", "day", "evening"))
    if not (apart and (out or view.key(at - 1) in EVENTS_HELD)) or listed + dash >= view.end:
        return 0
    group = participants.read_list(listed + dash, view.end, "meeting", "kind")
    if group is None or (comma and view.read(start) is not None):
        return 0
    behind = view.read(group.end) if day is None and group.end < view.end else None
    dated = behind is not None and behind.end >= view.end and behind.value is not None
    if comma and group.end < view.end and not dated:
        return 0
    told = group.end < view.end and not (dated or ends_list_there(view, group.end))
    told = told and (
        view.words[group.end - 1].after in (",", ";", ".") or view.body[group.end].value in DASHES
    )
    closed = dated or group.end >= view.end or ends_list_there(view, group.end)
    if not (told or closed) or len(group.names) < 2:
        return 0  # pub quiz: Ada and Bob, came third
    if not closed and view.key(group.end) in ABSENT | {"both", "neither", "all"}:
        return 0
    state.kind, state.typed, state.contact_from = "meeting", True, at - 1
    return at
