"""Presence of the writer: whether what others did, as a line tells it, was done with or to them."""

from collections.abc import Callable

from netui.domain.capture.names.name_resolution import NameMatch
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.negation_words import INTENT, INTENT_PHRASES
from netui.domain.capture.sentence.words import (
    BEFORE_WITH,
    BEHIND_REACHING,
    CONTENTS,
    LIGHT_VERBS,
    PAST_FORMS,
    PAST_VERBS,
    REACHING,
    REPORTS,
    SENT,
    WRITER,
)
from netui.domain.capture.tokens.lexer import QUOTED
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ADDRESSED,
    BESIDE_A_NAME,
    COMMON_WORDS,
    COMPANIONS,
    DETERMINERS,
    POSSESSIVES,
    RELATIONS,
    WITH,
)
from netui.domain.natural_dates.tokens import CLOSING_VERB, phrase_end, word_set

_PARTS = ("morning", "afternoon", "evening", "night", "small", "middle")
_HOW = word_set(
    "drunk upset furious happy excited tearful angry worried sober tipsy early late high livid sad"
)
"""Words behind "rang" that say how somebody was."""
_MEANWHILE = word_set("way walk break lunch commute train bus drive road phone bike holiday trip shift")
"""Nouns behind "called on her" that say what they did meanwhile, and not on whom they called."""
_PASSIVE = ("was", "were", "got", "been", "being", "gets", "is")
_CALLED = ("came", "stopped", "dropped", "popped", "swung")


_BODY = word_set("hair nails teeth eyes back feet beard fringe eyebrows makeup brows hands")
"""What somebody does or looks at in the presence of its owner."""
_HURT = word_set("broke liked saw loved noticed stole got had was")
_AFAR_FROM_WRITER = word_set("""
    left sent owed paid blocked unfollowed ghosted ignored forgot let recommended nominated referred endorsed
    tagged added invited asked promised offered cost got lent bought sold annoyed upset worried surprised
    impressed inspired disappointed hurt missed mentioned introduced connected mailed cited quoted warned
    followed promoted hired fired rejected turned stood cancelled canceled bailed dumped sued reported had
    believed wanted needed expected knew heard liked loved hated trusted put kept named made gave told billed
    charged invoiced cleared overruled outvoted replaced avoided removed muted banned bored copied cc'd
    updated sponsored funded backed supported defended outbid ditched snubbed remembered booked found chose
    picked set swore cheated scammed robbed ripped saw saved spared shortlisted granted awarded assigned
    transferred refunded reimbursed credited dropped threatened accused blamed trolled slandered stalked
    bequeathed subscribed unsubscribed signed used tried unnerved thought considered rated ranked
    listed deleted unfriended befriended retweeted reposted shared liked disliked noticed struck
    reassigned flashed buzzed beeped
""")
"""Verbs behind which "me" does not say that they met."""
_SERVED = word_set("""
    fixed mended repaired serviced painted cleaned mowed lifted carried handed held minded installed
    wired hung trimmed examined towed assembled shovelled unblocked plastered tiled massaged
""")
"""Verbs of what somebody does to what is the writer's, where the writer is."""
_FOR_WRITER = word_set("""
    crewed shovelled sang played cooked drove performed babysat umpired refereed caddied interpreted carried
    lifted mowed cleaned served poured danced dj'd deejayed modelled
""")
"""Verbs of what is done for the writer where they are."""
_OWN_PLACES = word_set(
    "house flat office studio shop desk garden workshop allotment apartment place lab classroom"
)
"""Where the writer is found, behind "by the"."""
_OWN_DOOR = ("house", "door", "flat")
_SPEAKERS = ("he", "she", "they")
_BETWEEN = word_set("had has have already just also both all once")
_HITHER = ("up", "over", "round", "down", "across", "along", "in")
_LEFT_OUT = ("without", "except", "excluding", "minus")
_CLAIMS = word_set("claims claimed insists insisted swears swore believes believed pretends denies reported")
_MOODS = word_set("tears distress panic state flap rage hurry rush mood of")
"""Words behind "in" that say how somebody rang: phoned in tears."""


_TOLD = word_set("moved cancelled canceled delayed postponed starts started changed starting")
"""Verbs of what somebody wrote, behind its subject: texted practice moved to 7."""


class WriterPresence:
    """Looks for the writer in a clause whose subject is others; ``name_at`` is the known name at an index."""

    def __init__(self, view: TokenView, state: ParseState, name_at: Callable[[int], NameMatch | None]):
        self._view = view
        self._state = state
        self._name_at = name_at

    def is_joined(self, at: int, end: int) -> bool:
        """Whether a verb in the past at ``at`` goes on with ``with me`` or ``my hair``."""
        view = self._view
        past = view.key(at).endswith("ed") or view.key(at) in PAST_FORMS
        joined = view.key(at + 1) == "my" and view.key(at + 2) in _BODY and view.key(at) not in _HURT
        with_me = (
            view.key(i) in WITH and view.key(i + 1) in ("me", "us") and view.key(i - 1) not in BEFORE_WITH
            for i in range(at + 1, end)
        )
        return past and (joined or any(with_me) or self._is_served(at, end))

    def _is_served(self, at: int, end: int) -> bool:
        """Whether a verb at ``at`` goes on with what was done to the writer: ``stopped me in the hall``."""
        view = self._view
        object_ = at + 1 + (view.key(at + 1) in ("back", "up"))
        if view.key(object_) in ("me", "us"):
            return view.key(at) not in _AFAR_FROM_WRITER and object_ == at + 1
        if view.key(at) in _SERVED and view.key(object_) in ("my", "our"):
            return True
        served = (view.key(i) == "for" and view.key(i + 1) in ("me", "us") for i in range(at + 1, end))
        return view.key(at) in _FOR_WRITER and any(served)

    def is_concerned(self, start: int, stop: int, end: int) -> bool:
        """Whether what others did was done to the writer: ``rang``, ``helped me``, not ``saw a doctor``."""
        return not self._is_reported(start) and self._is_done_to_writer(start, stop, end)

    def _is_done_to_writer(self, start: int, stop: int, end: int) -> bool:
        view, state = self._view, self._state
        to_others = any(
            view.key(i) in WITH | {"to"} and self._is_other(i + 1)
            for i in range(stop, min(end + 1, view.limit))
        )
        left_out = view.words[start].said and view.key(start) in PAST_VERBS | {"gave"} and not to_others
        if left_out and (view.may_end_list(stop) or view.key(stop) in BESIDE_A_NAME | {"from"}):
            return True  # Ada am Bahnhof getroffen
        owns = to_others or state.kind in REACHING or view.key(start) in LIGHT_VERBS | {"met"}
        for i in range(start, end):
            noun = state.kind in REACHING and view.kind_at(i + 1) is not None
            written = noun and not to_others  # replied to my email
            owned = owns and view.key(i) in ("my", "our") and not written
            left_out = view.key(i - 1) in _LEFT_OUT or view.key(i - 2) in ("instead", "rather")
            if view.key(i) in WRITER and not (owned or left_out):  # not ate my lunch, rang Ada instead of me
                return True
        if view.key(start - 1) in _PASSIVE and view.key(start) in PAST_VERBS:
            return False  # Ada was called by Tom
        if view.key(stop - 1) == "back" and not (to_others or self._is_other(stop)):
            return view.key(stop) not in POSSESSIVES or self._is_content(stop)  # texted back a heart
        over = view.key(stop) == "over" and state.kind in ADDRESSED  # Ada emailed over the invoice
        if over or view.key(start) in ("sent", "forwarded"):
            return not any(
                self._is_elsewhere(i) or self._is_other(i) for i in range(stop, min(end + 2, view.limit))
            )
        if view.key(start) in LIGHT_VERBS | SENT or view.key(start) == "spoke":
            return False
        dated = stop < end and stop - start < 3 and view.read(stop) is not None
        lead = view.key(stop)
        if view.key(start) in _CALLED and lead in ("our", "my"):
            return True
        if view.key(start) == "came" and (dated or stop - start > 2 or lead == "the"):
            return True  # came to watch the match, came by the office, came on Saturday
        placed = view.key(stop - 1) in _OWN_DOOR and view.key(stop - 2) == "the"  # called to the house
        if placed or (view.key(stop - 1) == "by" and lead == "the" and view.key(stop + 1) in _OWN_PLACES):
            return True  # dropped by the office
        if view.key(stop - 1) == "on" and view.key(stop + 1) == "way":
            return True  # dropped in on his way home
        left = view.key(start) == "dropped" and view.key(start + 1) == "off" and self._is_at_ours(stop)
        arrived = view.key(start) in ("turned", "showed", "brought") and not to_others
        if left or arrived or (state.kind == "visit" and stop - start > 1 and self._is_adverb(stop)):
            return True
        if state.kind in REACHING:
            to_others = to_others or any(
                view.key(i) == "to" and view.key(i + 1) in DETERMINERS
                for i in range(stop, min(end + 1, view.limit))
            )
            return not to_others and self._may_follow(stop, end)
        return view.key(start) == "visited" and self._may_follow(stop, end)

    def _is_at_ours(self, at: int) -> bool:
        """Whether what was dropped off is said to be left here: ``on the doorstep``, ``with a card``."""
        view = self._view
        return view.may_end_list(at) and view.key(at) not in ("at", "to", "with", "in")

    def ask_whether_past(self, at: int, end: int) -> None:
        """Asks about ``Tom and I are meeting`` or ``had planned``: it has not taken place (yet)."""
        view, state = self._view, self._state
        while at < end and (view.key(at) in ("both", "just", "all") or view.key(at).endswith("ly")):
            at += 1
        key = view.key(at)
        past = key.endswith("ed") or key in PAST_FORMS
        past = past or (
            key in ("at", "in", "down", "round") and view.key(at + 1) in DETERMINERS
        )  # at the pub
        soon = range(at, min(end, at + 4))
        meant = any(view.key(i) in INTENT or phrase_end(view.words, i, INTENT_PHRASES) for i in soon)
        if at < end and (not past or meant):
            message = "did it take place? Begin with ‘lunch’ or the like, or with ‘note’"
            state.report(at, at + 1, "mark", message, "note", "contact")

    def _is_elsewhere(self, at: int) -> bool:
        """Whether "to" at ``at`` leads away from the writer: not ``sent pies over to the house``."""
        view = self._view
        here = view.key(at - 1) in _HITHER and view.key(at + 1) in ("the", "our", "my")
        return view.key(at) == "to" and not here

    def _is_reported(self, at: int) -> bool:
        """Whether the verb at ``at`` is what somebody says that they did: ``says he called``."""
        view, at = self._view, at - 1
        while view.key(at) in _BETWEEN:
            at -= 1
        if view.key(at) not in _SPEAKERS:
            return False
        at -= 1 + (view.key(at - 1) == "that")
        return view.key(at) in REPORTS | _CLAIMS

    def _is_content(self, at: int) -> bool:
        """Whether what was written stands at ``at``: emailed comments, not emailed the council."""
        view = self._view
        led = view.key(at) in DETERMINERS and self._state.kind in ("email", "message")
        some = view.key(at + 1), view.key(at + 2)
        if led and (not CONTENTS.isdisjoint(some) or any(self._is_thing(key) for key in some)):
            return True
        if view.key(at) in CONTENTS and self._state.kind in ("email", "message"):
            return True
        noun = view.key(at).isalpha() and view.body[at].value.islower() and self._name_at(at) is None
        if noun and view.key(at + 1) in _TOLD and self._state.kind == "message":
            return True  # Ada texted practice moved to 7
        bare = view.key(at).endswith("s") and view.body[at].value.islower() and view.kind_at(at) is None
        return (
            bare
            and self._state.kind in ("email", "message")
            and view.key(at) not in COMMON_WORDS | DETERMINERS
        )

    def _is_thing(self, key: str) -> bool:
        """Whether a plural is of things that are sent, and of no people: ``papers``, not ``tenants``."""
        return key.endswith("s") and len(key) > 4 and key not in COMMON_WORDS | COMPANIONS | RELATIONS

    def _is_adverb(self, at: int) -> bool:
        """Whether the word at ``at`` says how somebody came: ``briefly``, ``unannounced``, ``uninvited``."""
        key = self._view.key(at)
        said = key in WITH or key in ("again", "late", "drunk")
        return said or key.endswith("ly") or key.startswith(("un", "with"))

    def _is_other(self, at: int) -> bool:
        """Whether somebody is named at ``at``, with or without an ``@``."""
        return self._view.is_at(at) or self._name_at(at) is not None

    def _may_follow(self, at: int, end: int) -> bool:
        """Whether a verb before ``at`` has no object of its own: ``called about``, not ``called off``."""
        view = self._view
        at += view.key(at) in (CLOSING_VERB, "sich", "over", "across", "back", "round")
        aside = at < view.end and view.sign(at) == "("  # Ada rang (great mood)
        if at >= end or aside or view.words[at - 1].stops or view.key(at - 1) == "for":
            return True
        found = view.read(at)
        if (found is not None and (found.sure or (found.hour and not found.loose))) or self._is_content(at):
            return True
        if view.body[at].what == QUOTED:
            return True  # Ada texted "no"
        if view.key(at) == "out" and view.key(at + 1) == "of":
            return True  # rang out of the blue
        if view.key(at) == "in" and view.key(at + 1 + (view.key(at + 1) in ("a", "floods"))) in _MOODS:
            return True
        if view.key(at) in _HOW or (view.key(at).endswith("ing") and view.kind_at(at) is None):
            return True  # rang screaming, called drunk
        placed = view.key(at) in ("on", "at") and view.key(at + 1) in DETERMINERS | POSSESSIVES
        placed = placed and view.key(at - 1) == "called" and view.key(at + 2) not in _MEANWHILE
        part = view.key(at) == "in" and view.key(at + 1) == "the" and view.key(at + 2) in _PARTS
        return part or (view.key(at) in BEHIND_REACHING and not placed)
