"""Where and over what people met or spoke: ``met for lunch``, ``told me over a pint``, ``on the phone``."""

from netui.domain.capture.sentence.negation_words import NEGATED
from netui.domain.capture.sentence.words import CLAUSE_SUBJECTS, CONTACT_NOUNS, NEWS, PAST_FORMS, REPORTS
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.verbs.contact_verbs import INVITED, WHICH, ContactVerbs
from netui.domain.capture.vocabulary import ABOUT, BESIDE_A_NAME, EATEN, POSSESSIVES, WITH, WRITTEN
from netui.domain.natural_dates.tokens import word_set

_TELLING = REPORTS | word_set("""
    told tells telling admitted admits confessed confesses complained complains explained sounded sounds
    seemed reminded joked hinted promised swore revealed confirmed claimed announced warned apologised
    apologized thanked added wrote writes
""")
"""Verbs of what somebody says or seems."""
_VOICED = word_set("""
    spilled cried laughed wept sobbed ranted vented moaned grumbled sang raved gushed rambled giggled
    mumbled whispered sighed babbled bragged boasted opened rattled
""")
"""Verbs of how somebody spoke."""
_NO_DEED = word_set("had got let left kept saw heard caught found")
"""Verbs behind which "me" does not say that somebody spoke with the writer."""
_BEFORE_NO_CALL = word_set("always never still often usually constantly that who which if when while because")
"""Words behind which a phone tells of a habit, or of others: always on the phone."""


class SettingReader:
    """Reads the kind of a meeting or talk from its setting, in the words behind a verb."""

    def __init__(self, view: TokenView, verbs: ContactVerbs):
        self._view, self._verbs = view, verbs

    def purpose(self, verb: int, at: int, end: int, kind: str) -> str:
        """What people met for behind a verb: ``met for lunch``, ``spoke over lunch``; else ``kind``."""
        for i in range(verb + 1, end if kind == "visit" else verb):
            noun = self._verbs.noun(i + 1, end) if self._view.key(i) in ("for", "to") else None
            if noun is not None and noun[1] in EATEN and self._view.may_end_list(noun[0]):
                return noun[1]  # came to dinner, stayed for lunch
        invited = self._view.key(verb) in INVITED
        leads = ("for", "to") if invited else ("for",)
        for i in range(at - (invited and self._view.key(at - 1) == "to"), end):
            if self._view.key(i) in leads and kind != "gift":
                noun = self._verbs.noun(i + 1, end) or self._verbs.noun(i + 2, end)  # for shabbat dinner
                if noun is not None and noun[1] in EATEN:
                    return noun[1]
            channel = self._view.channel_at(i)
            checked = kind == "visit" and self._view.key(verb) in ("checked", "looked")  # in on Ada by phone
            written = kind == "message" and channel in ("email", "letter")  # wrote back by email
            if channel and (kind == "meeting" or checked or written):
                return channel
        behind = range(end, self.topic_end(end) if kind == "meeting" else end)
        spoken = next(filter(None, map(self._view.channel_at, behind)), "")  # told Ada about it on the phone
        later = spoken or self.meal_over(end, behind.stop)
        return self.meal_over(at, end) or later or kind

    def topic_end(self, end: int) -> int:
        """The index after ``about the job over a beer`` or ``so over lunch`` at ``end``, else ``end``."""
        view, at = self._view, end
        said = view.key(end) in ("so", "that") and view.key(end + 1) in ("over", "at", "on", "during")
        if said or view.key(end) in ABOUT | {"about"}:
            while at < view.limit and not (at > end and view.words[at - 1].stops):
                at += 1
        return at

    def told_over(self, at: int, end: int) -> tuple[int, int, str] | None:
        """A verb of telling, up to where it was told, and the kind of that: ``mentioned on the phone``.

        Also without a verb, as in ``Ada on the phone``, ``Ada, 40 mins on the phone``.
        """
        view = self._view
        end = self.topic_end(end)
        for i in range(at, end):
            key = view.key(i)
            if key in CLAUSE_SUBJECTS | NEGATED or key in _BEFORE_NO_CALL:
                return None
            meal = self.meal_over(i, end) if key in ("over", "at", "during") else ""
            kind = view.channel_at(i) or meal or self._said_in(i)
            if not kind:
                continue
            told = next((k for k in range(at, i) if self._tells_writer(k, i)), -1)
            if told >= 0:
                return told, i, kind
            named = i + 1 + (view.key(i + 1) == "the")
            alone = key == "on" and (view.key(i + 1) == "the" or view.key(named) != "phone")
            alone = alone and view.key(named) != "video" and view.may_end_list(named + 1)
            alone = alone and kind in ("call", "video")
            verbs = (
                view.key(k) in NEWS | PAST_FORMS or view.key(k).endswith(("ed", "s")) for k in range(at, i)
            )
            return (i, i, kind) if alone and not any(verbs) else None
        return None

    def opening(self, at: int, end: int) -> str:
        """The kind of ``On the phone`` or ``Over lunch``, with which the words from ``at`` begin; or ""."""
        view = self._view
        led = view.key(at) in ("over", "on", "at", "during")
        return view.channel_at(at) or (self.meal_over(at, min(at + 4, end)) if led else "")

    def _tells_writer(self, verb: int, setting: int) -> bool:
        """Whether what is done at ``verb`` is said to the writer: ``grilled me … over the phone``."""
        view = self._view
        if view.key(verb) in _TELLING:
            return True
        if view.key(verb) in _VOICED:
            return {view.key(i) for i in range(verb + 1, setting)}.isdisjoint(WITH | {"to"})
        done = view.key(verb) in PAST_FORMS or view.key(verb).endswith("ed")
        return done and view.key(verb + 1) in ("me", "us") and view.key(verb) not in _NO_DEED

    def _said_in(self, at: int) -> str:
        """The kind of what somebody said something in, at ``at``: ``in her last letter``."""
        view = self._view
        noun = at + 2 + (view.key(at + 2) in WHICH)
        found = (
            view.kind_at(noun) if view.key(at + 1) in POSSESSIVES | {"the", "a", "an", "today's"} else None
        )
        if found is None:
            return ""
        dated = view.key(found[1]) in ("of", "from")  # in her email of Tuesday
        written = view.key(at) == "in" and found[0] in WRITTEN - {"call"} and not dated
        return (
            found[0] if written or (view.key(at) in ("at", "in", "during") and found[0] == "meeting") else ""
        )

    def meal_over(self, at: int, end: int) -> str:
        """The meal or drink that was shared, by ``over a pint`` or ``at lunch`` behind ``at``, else ""."""
        for i in range(at, end):
            noun = self._verbs.noun(i + 1, min(end, i + 5)) if self._view.key(i) == "over" else None
            if noun is not None and noun[1] in EATEN:
                return noun[1]
            held = self._view.kind_at(i + 1) if self._view.key(i) in ("at", "during") else None
            meal = CONTACT_NOUNS.get(self._view.key(i + 1), "") if self._view.key(i) in ("at", "over") else ""
            held = held or ((meal, i + 2) if meal not in ("", "drinks") else None)
            if held is not None and held[0] in EATEN and self._may_be_meal(held[1]):
                return held[0]  # told me at lunch that …, at supper; not: at the pub
        return ""

    def _may_be_meal(self, end: int) -> bool:
        """Whether a meal that ends before ``end`` is not part of a place: not ``at lunch club``."""
        view = self._view
        return view.may_end_list(end) or view.key(end) in BESIDE_A_NAME | {"that", "how", "why"}
