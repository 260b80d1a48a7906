"""Others than whoever was chosen before a line, who are nobody here: ``spoke to Ada``, ``rang my mother``.

Without a question what was said of them would count for whoever is chosen.
"""

from netui.domain.capture.names.other_parties import CALLED, CAME, OWNERS, PEOPLE, REACHED
from netui.domain.capture.names.participants import ParticipantReader
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.tokens.lexer import PLAIN
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import AND, WITH
from netui.domain.natural_dates.tokens import word_set

_REACHED = REACHED | {*CALLED}
"""Verbs right before whom one meets, calls or writes to."""
_RAN_INTO = ("ran", "run", "bumped", "bump")
_SPOKE = word_set("spoke talked chatted talk chat call spoken wrote waved nattered listened said introduced")
"""Words of which a "to" behind them leads to whom one speaks with."""
_SENT = word_set("call text texts email message messages voicemail visit heard dm dms")
"""Words of which a "from" behind them leads to who wrote, called or came."""
_GLAD = word_set("good great nice lovely wonderful brilliant fun strange weird odd happy glad")
"""Words before "to see Ada", who was seen."""
_TAKEN = ("took", "drove", "walked", "treated")
"""Verbs before whom one took along."""
_LONGEST = 16
"""Words that are looked at."""


def ask_about_stranger(view: TokenView, state: ParseState, participants: ParticipantReader) -> None:
    """Asks about a name that is nobody's, of whom one tells that one met or reached them.

    Not in a line that names somebody, nor in a note that is called one.
    """
    typed_note = state.kind == "note" and state.typed
    if typed_note or state.problems or any(view.body[i].start < view.body[i].core for i in state.named):
        return
    met = bool(state.kind and state.kind != "note") or state.marked
    for at in range(min(view.limit, _LONGEST)):
        token = view.body[at]
        known = token.what != PLAIN or view.is_name(at) or state.is_cut(at)
        known = known or (view.is_owned(at) and view.key(at - 1) not in PEOPLE)
        if known or not token.value[:1].isupper():
            continue
        told = _is_together(view, at) or _is_seen(view, at)
        told = told or (met and (_is_reached(view, at) or _came(view, state, at)))
        asked = participants.stranger(at) if told else None
        if asked is not None:
            state.add(asked)
            return


def _is_reached(view: TokenView, at: int) -> bool:
    """Whether the words before ``at`` lead to whom one meets, calls or writes to."""
    lead = view.key(at - 1)
    before = next((view.key(i) for i in range(at - 2, -1, -1) if view.body[i].start < view.body[i].core), "")
    if not lead or view.words[at - 1].stops:
        return False
    if lead == "the" and view.key(at).endswith("s"):
        return before in WITH | _REACHED or (before == "into" and view.key(at - 3) in _RAN_INTO)  # the Smiths
    if lead in WITH | _REACHED or (lead == "into" and before in _RAN_INTO):
        return True
    if lead == "to":
        return any(view.key(i) in _SPOKE for i in range(max(at - 8, 0), at - 1))
    if lead == "from":
        return before in _SENT
    led = view.key(at - 3) in WITH | _REACHED or (
        view.key(at - 3) == "into" and view.key(at - 4) in _RAN_INTO
    )
    return lead in PEOPLE and before in OWNERS and led  # with my boss Ada


def _is_seen(view: TokenView, at: int) -> bool:
    """Whether the name at ``at`` is of one seen or taken along: ``good to see Ada``, ``took Ada out``."""
    if at > 2 and view.key(at - 1) == "see":
        return view.key(at - 2) == "to" and view.key(at - 3) in _GLAD
    end = at + 1 + (at + 1 < view.end and view.body[at + 1].value[:1].isupper())
    return at > 0 and view.key(at - 1) in _TAKEN and view.key(end) in ("out", "to", "for", "home", "round")


def _is_together(view: TokenView, at: int) -> bool:
    """Whether the writer is named beside the name at ``at``: ``Ada and I had lunch``, ``me and Ada``."""
    behind = view.key(at + 1) in AND and view.key(at + 2) in ("i", "me", "myself")
    return behind or (at == 2 and view.key(1) in AND and view.key(0) in ("i", "me"))


def _came(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether the words behind ``at`` say that they came: ``lunch, Ada joined``, ``Ada popped in``."""
    if at and not (view.words[at - 1].stops or all(map(state.is_cut, range(at)))):
        return view.key(at - 1) in PEOPLE and view.key(at + 1) in CAME  # his sister Ada came by
    return view.key(at + 1) in (CAME if at else CAME - {"was", "were"})
