"""Kind of a clause without a verb: ``Tom lunch yesterday``, ``Tom over for dinner``, ``Mum on the phone``."""

from netui.domain.capture.head.occasion import EVENTS_HELD
from netui.domain.capture.sentence.words import CONTACT_NOUNS, NO_TOPICS, PAST_VERBS, RELATIVES, TALKS
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.verbs.contact_verbs import ContactVerbs
from netui.domain.capture.vocabulary import (
    AND,
    ANSWERED,
    BOOKED,
    DASHES,
    DETERMINERS,
    EATEN,
    GENERIC,
    OCCASIONS,
    POSSESSIVES,
    WITH,
)
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import phrase_end, phrase_table, span_at, word_set

_QUICK = word_set("quick long short brief nice great good lovely fun")
_FORMS = GENERIC | TALKS | {"screen"}
"""What a kind may be of, behind it: a zoom call, a phone screen."""
_AFTERTHOUGHT = 6
"""Words of an afterthought: they texted me this morning."""
_LONGEST_DAY = 5
"""Words of a day, at most."""
_TOPICS = ("re", "about", "regarding")
_ON_THE_PHONE = phrase_table(("on the phone", "on the telephone", "on the line", "on the blower"))


def channel_end(view: TokenView, at: int) -> int:
    """The index after ``on the phone`` or ``on Zoom`` at ``at``; 0 without it."""
    named = at + 2 + (view.key(at + 1) in ("the", "google"))
    named += view.key(named) in ("video", "call", "chat") and not view.words[named - 1].after
    said = phrase_end(view.words, at, _ON_THE_PHONE)
    return said or (named if view.key(at) == "on" and view.channel_at(at) else 0)


def afterthought_at(view: TokenView) -> int:
    """The index of the verb in ``, they just texted me`` at the end of the line; -1 without it."""
    for verb in range(view.end - 1, max(2, view.end - _AFTERTHOUGHT), -1):
        found, who = view.kind_at(verb), verb - 1 - (view.key(verb - 1) == "just")
        if found is None or found[0] not in ANSWERED or view.key(verb) not in PAST_VERBS:
            continue
        apart = who > 1 and (view.words[who - 1].stops or view.body[who - 1].value in DASHES)
        behind = verb + 1 + (view.key(verb + 1) in ("me", "us"))
        day = view.read(behind) if behind < view.end else None
        ends = behind >= view.end or (day is not None and day.end >= view.end)
        return verb if apart and ends and view.key(who) in ("he", "she", "they") else -1
    return -1


class BareKind:
    """Looks for a kind right behind those named, where no verb says it."""

    def __init__(self, view: TokenView, verbs: ContactVerbs):
        self._view, self._verbs = view, verbs

    def behind(self, at: int) -> tuple[int, int, str] | None:
        """The kind behind the names that end before ``at``: where it stands, the index after it, the kind."""
        view = self._view
        if view.key(at - 1) in AND:
            owned = view.key(at) in POSSESSIVES | DETERMINERS
            more = view.key(at) in RELATIVES or view.key(at).isdecimal()  # Tom + 2 for dinner
            at += 2 if owned else more  # Tom and their kids for dinner
        over = view.key(at) in ("over", "round", "around") and at + 1 < view.limit
        at += over
        plain = at + 1 < view.limit and view.body[at + 1].value.islower() and not view.is_name(at + 1)
        meant = view.key(at) == "to" and plain and view.key(at + 1) not in DETERMINERS | {"you"}
        stayed = view.key(at) == "here" and view.key(at + 1) in ("all", "overnight")  # Mum here all day
        if stayed or (over and (view.key(at) == "for" or meant or view.may_end_list(at))):  # round to play
            return self._kind_over(at)
        day = view.read(at) if at < view.limit else None
        at = day.end if day is not None and day.sure and channel_end(view, self._behind_span(day.end)) else at
        if channel_end(view, self._behind_span(at)):
            at = self._behind_span(at)  # Ada, 40 mins on the phone
        if channel_end(view, at):
            return self._on_channel(at)
        at += view.key(at) == "here" and view.key(at + 1) == "for"
        noun = self._verbs.noun(at + 1, view.limit) if view.key(at) in ("for", "to") else None
        meal = noun is not None and (view.key(at) == "for" or noun[1] in EATEN)  # Tom to dinner
        meal = meal and not any(view.starts_line(i) for i in range(at + 1, noun[0] if noun else 0))
        if noun is not None and meal and view.may_end_list(noun[0]):
            return at + 1, noun[0], noun[1]  # Tom and I for tea at the Ritz
        at += view.key(at) == "for"
        day = view.read(at) if at < view.limit else None
        if day is not None and (day.sure or view.kind_at(day.end) is not None):
            at = day.end
        at += view.key(at) in _QUICK and view.kind_at(at + 1) is not None  # Tom, quick pint Thursday
        at = self._behind_span(at) if view.kind_at(self._behind_span(at)) is not None else at  # 45 min call
        dash = 0 < at < view.limit and view.body[at - 1].value in DASHES
        at = self._behind_topic(at) if dash else at
        found = view.kind_at(at) if at < view.limit else None
        second = view.kind_at(found[1]) if found is not None and found[0] == "intro" else None
        found = second or found  # an intro call
        drunk = CONTACT_NOUNS.get(view.key(at), "") if dash else ""
        found = found or ((drunk, at + 1) if drunk in EATEN else None)  # Ada - tea at hers
        if found is None and at < view.limit and view.key(at) in TALKS:
            found = "meeting", at + 1
        if found is None and self._is_dated_occasion(at):
            found = view.plural_kind(at) or "meeting", at + 1  # Tom pints sat night
        if found is None or found[0] == "note" or view.key(at) in PAST_VERBS:
            return None
        if view.key(found[1]) in _FORMS and not view.words[found[1] - 1].after:
            found = found[0], found[1] + 1  # a zoom call
        if dash and view.key(found[1]) in WITH and view.key(found[1] + 1) in POSSESSIVES:
            return None  # Ada - lunch with their mum
        if dash and view.key(found[1]) in BOOKED:
            return at, found[1], found[0]
        routine = view.is_routine(found[1])  # Ada - pint after work fri
        if not (view.may_end_list(found[1]) or view.key(found[1]) in _TOPICS or routine):
            return None
        return at, found[1], found[0]

    def _behind_span(self, at: int) -> int:
        """The index after ``40 mins`` at ``at``, else ``at``."""
        lasted = span_at(self._view.words, at)
        return lasted[2] if lasted is not None else at

    def _is_dated_occasion(self, at: int) -> bool:
        """Whether what two do stands alone at ``at`` beside a day gone by: ``Ada, 6 Dec, badminton``."""
        view = self._view
        if view.key(at) not in OCCASIONS | EVENTS_HELD or at >= view.limit:
            return False
        before = (view.read(i) for i in range(max(0, at - _LONGEST_DAY), at))
        days = [day for day in before if day is not None and day.end == at]
        day = view.read(at + 1) if at + 1 < view.limit else None
        if day is not None and view.may_end_list(day.end):
            days.append(day)
        elif not (view.may_end_list(at + 1) or view.sign(at + 1) == "("):
            return False
        return any(day.value is not None and day_of(day.value) <= view.today for day in days)

    def _behind_topic(self, at: int) -> int:
        """The index of a kind behind one or two nouns at ``at``: ``Ada - screening call``; else ``at``."""
        view = self._view
        for noun in range(at + 1, min(at + 3, view.limit)):
            before = view.key(noun - 1)
            if not before.isalpha() or before in NO_TOPICS or view.words[noun - 1].after:
                break
            if (
                view.kind_at(noun - 1) is not None
                or view.read(noun - 1) is not None
                or view.is_name(noun - 1)
            ):
                break
            kind = view.kind_at(noun) is not None and view.key(noun) not in PAST_VERBS
            if kind or view.key(noun) in TALKS:
                return noun
        return at

    def _on_channel(self, at: int) -> tuple[int, int, str] | None:
        """The call of ``Mum on the phone for an hour``, not of ``Mum on the phone to Dad``, ``all day``."""
        view, end = self._view, channel_end(self._view, at)
        kind = "video" if view.key(end - 1) == "video" else view.channel_at(at) or "call"
        span = span_at(view.words, end + 1) if view.key(end) == "for" else None
        long = view.key(end) == "for" and view.key(end + 1) in ("ages", "hours", "yonks")
        end = span[2] if span is not None else end + 2 * long
        if end < view.limit and view.key(end) in ("till", "til", "until"):
            return at, end, kind
        closed = end >= view.limit or view.words[end - 1].stops
        day = None if closed else view.read(end)
        said = closed or view.key(end) in _TOPICS or (day is not None and day.sure)
        return (at, end, kind) if said else None

    def _kind_over(self, at: int) -> tuple[int, int, str]:
        """The kind of ``Tom over for dinner``; a visit where it says none."""
        view = self._view
        noun = self._verbs.noun(at + 1, view.limit) if view.key(at) == "for" else None
        return (at, noun[0], noun[1]) if noun is not None else (at, at, "visit")
