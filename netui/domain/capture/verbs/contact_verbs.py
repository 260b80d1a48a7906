"""Verbs of contact: recognizes ``rang``, ``ran into``, ``had a quick lunch`` and the kind each says."""

from collections.abc import Callable

from netui.domain.capture.sentence.words import (
    BEFORE_A_NOUN,
    BEFORE_WITH,
    CONTACT_NOUNS,
    CONTACT_PHRASES,
    CONTACT_VERBS,
    DASHED_OFF,
    LIGHT_VERBS,
    MADE,
    PAST_FORMS,
    PAST_VERBS,
    PRESENTS,
    REPLIED,
    SENT,
    SUBJECTS,
    TAKEN_FROM,
    TALKS,
    TOWARDS,
    VESSELS,
    WITH_OBJECT,
    WRITER,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.visits.arrivals import arrival_end, dropped_off_end
from netui.domain.capture.vocabulary import (
    AND,
    BESIDE_A_NAME,
    BROUGHT,
    CHANNELS,
    CLAUSE_WORDS,
    DETERMINERS,
    EATEN,
    FAVOURS,
    GIVEN,
    GIVEN_IN_WORDS,
    NO_CALLERS,
    POSSESSIVES,
    WITH,
    WRITTEN,
)
from netui.domain.natural_dates.tokens import phrase_end, phrase_table, word_set

_CALLS = word_set("rang phoned texted emailed messaged telephoned facetimed skyped zoomed whatsapped dm'd")
"""Verbs of contact of which only a person is the subject, also one whose name is a word: Rob rang."""
_CAME = word_set("over by round around to")
"""Words behind a verb of visiting that say so."""
_TRAVELLED = ("popped", "drove", "walked", "cycled", "went", "nipped", "headed", "travelled", "flew", "came")
_CALLED_ON = phrase_table(
    ("called on", "called upon", "called in on", "called round on", "called round to see", "called by to see",
     "called in to see", "called over to see")
)  # fmt: skip
_DONE = word_set("done cut trimmed fixed mended repaired checked examined massaged treated seen measured")
_PLEASED = word_set(
    "good great nice lovely wonderful fun amazing happy glad pleasure joy treat relief delight"
)
_NO_GIFTS = phrase_table(("gave it a miss", "gave it a try", "gave it a go", "gave it up", "gave up"))
INVITED = ("treated", "took", "drove")
_OVER = ("over", "round", "around")
_REPLIED_TO = ("answered", "got", "received")
_ASKED = ("asked", "begged", "informed", "warned")
"""What somebody does to the writer in words: asked me whether …"""
WHICH = ("last", "latest", "first", "long", "kind", "lovely", "nice", "other", "two", "three")
_HELPING = word_set("""
    helping visiting teaching showing nursing comforting driving training coaching entertaining minding
    babysitting assisting mentoring tutoring hosting talking chatting gossiping speaking arguing reminiscing
""")
"""What is done with somebody who is there."""
_SPENDING = ("spent", "stayed", "sat", "stood", "ended")
"""Verbs before what is done with somebody: stayed up talking to Ada."""
_HANDED = ("returned", "delivered", "sold", "handed", "lent", "carried")
"""What is done with a thing that may also have been sent."""
_IS = ("is", "are", "he's", "she's", "it's", "they're")
_LEFT = {
    "voicemail": "attempt", "vm": "attempt", "mail": "attempt", "message": "message", "msg": "message",
    "note": "message",
}  # fmt: skip
"""What is left for somebody who was not reached."""
_BEHIND_A_THING = BESIDE_A_NAME | {"to", "from", "as", "up", "over", "round", "because", "that", "which"}
_SENDABLE = ("email", "letter", "message")


class ContactVerbs:
    """Looks verbs up in the words of a line; ``name_end`` is the index after the name at one, or 0."""

    def __init__(self, view: TokenView, name_end: Callable[[int], int]):
        self._view = view
        self._name_end = name_end

    def first(self, at: int, end: int) -> tuple[int, int, str] | None:
        """The first verb of contact: its index, the index after it, and the kind it says."""
        for i in range(at, end):
            passive = self._view.key(i - 1) in ("being", "be")
            found = None if passive else self.at(i, end)  # Ada hates being called by their first name
            if found is not None:
                return i, found[0], found[1]
        return None

    def at(self, at: int, end: int) -> tuple[int, str] | None:
        """The index after the verb of contact at ``at``, and its kind; None for another word."""
        view = self._view
        key = view.key(at)
        stop = phrase_end(view.words, at, CONTACT_VERBS)
        if stop and not (key in ("sat", "stood") and at > 0 and view.words[at - 1].stops):
            # conference dinner, sat next to Ada: the dinner says what it was
            return stop, self._phrase_kind(at, stop)
        if key in ("came", "turned", "showed"):
            arrived = arrival_end(view, at, end, self._name_end, lambda i: self.noun(i, end) is not None)
            if arrived:
                return arrived, "visit"
        lead = (
            "" if self._is_of_thing(at) else "to" if key in TOWARDS else "from" if key in TAKEN_FROM else ""
        )
        led = self._led(lead, at, end) if lead else None
        if led is not None:
            return led
        got = key == "got" and view.key(at + 1) in ("me", "us") and view.key(at + 2) in ("a", "an", "some")
        if got or (key in ("bought", "brought", "forwarded", "left") and at + 1 < end):
            return self._brought(at, end)
        sent = key in SENT and not phrase_end(view.words, at, _NO_GIFTS)
        if sent or (key == "wrote" and self._wrote_to_someone(at, end)):
            return self._sent(at, end)
        if key == "dropped" and dropped_off_end(view, at, end, self._name_end):
            return dropped_off_end(view, at, end, self._name_end), "visit"
        if key in _PLEASED:
            return self._pleased(at, end)
        if key in DASHED_OFF or key in _TRAVELLED or key in ("had", "got", "cooked") or key in REPLIED:
            found = self._led_to_name(at, end)
            if found is not None:
                return found
        did = at + (key == "did" and view.key(at + 1) in ("have", "get", "manage"))  # we did have lunch
        noun = self.noun(did + 1, end) if key in LIGHT_VERBS or did > at else None
        if noun is not None and not (key in MADE and noun[1] == "letter"):  # made a card: not sent yet
            return noun
        if key in WITH_OBJECT and at + 1 < end:
            particle = view.key(at + 1) in ("up", "off")
            if view.key(at + 1) in ("me", "us"):
                return at + 1, "meeting"
            after = self._name_end(at + 1 + particle)
            dropped = key == "dropped" and after and view.key(after) in ("a", "an")
            kind = GIVEN.get(view.key(after + 1), "meeting") if dropped else "meeting"
            return (at + 1 + particle, kind) if after else None
        return self._plain(at, end)

    def calls_alone(self, at: int, verb: int, kind: str) -> bool:
        """Whether only a person does what the verb behind the name at ``at`` says: ``Rob rang``."""
        view = self._view
        named = view.key(verb + 1) and view.body[verb + 1].value[:1].isupper()  # Song called Home
        calls = view.key(verb) in _CALLS or (view.key(verb) == "called" and not named)
        meal = self.noun(verb + 3, view.limit) if view.key(verb + 2) == "for" else None
        came = kind == "visit" and (view.key(verb + 1) in _CAME or meal is not None)
        return view.key(at) not in NO_CALLERS and (calls or came)

    def _is_of_thing(self, at: int) -> bool:
        """Whether a thing alone stands before a verb in the passive: ``deposit returned to Ada``."""
        view, noun = self._view, at - 1
        plain = noun == 0 and view.key(noun).isalpha() and not view.key(noun).endswith("ly")
        named = plain and (self._name_end(noun) == at or view.key(noun) in SUBJECTS | AND | CLAUSE_WORDS)
        return plain and not named and view.key(at) in _HANDED and not view.words[noun].after

    def _plain(self, at: int, end: int) -> tuple[int, str] | None:
        """A verb that says contact by itself, or by a day behind it: ``rang``, ``came on Saturday``."""
        view = self._view
        key = view.key(at)
        if key in _ASKED and view.key(at + 1) in ("me", "us") and at > 0 and view.key(at + 2) != "to":
            return at + 1, "meeting"  # not asked me to lunch
        near = range(max(0, at - 6), at)
        if key in _HELPING and any(view.key(i) in _SPENDING for i in near):
            met = at + 1 + (view.key(at + 1) in ("to", "with"))
            return (at + 1, "meeting") if self._name_end(met) else None  # spent the morning helping Ada
        if key in ("cooked", "baked") and view.key(at + 1) in ("me", "us"):
            return at + 1, "meeting"
        if key == "cooked" and any(
            view.key(i) == "for" and view.key(i + 1) in ("me", "us") for i in range(at + 2, min(end, at + 5))
        ):
            return at + 1, "meeting"  # cooked a curry for us
        came = at + 1 + (view.key(at + 1) == "in")
        day = view.read(came) if key == "came" and came < end else None
        if day is not None and (day.sure or (day.hour and not day.loose)):
            return came, "visit"  # Ada came on Saturday, came in at 2
        if key == "called" and self.called_on(at):
            return self.called_on(at), "visit"
        if key == "called" and view.key(at - 1) in _IS and view.key(at + 1) != "by":
            return None  # Ada's dog is called Rex
        if key in PAST_VERBS or key.endswith("'d"):
            said = view.kind_at(at)
            return (said[1], said[0]) if said is not None else None
        return None

    def _phrase_kind(self, at: int, stop: int) -> str:
        """What the phrase from ``at`` to ``stop`` says; of a reply what it replies to: ``to Ada's email``."""
        view = self._view
        kind = CONTACT_PHRASES[tuple(word.key for word in view.words[at:stop])]
        replied = kind == "message" and view.key(at) in REPLIED
        said = stop + (view.key(stop) == "to")
        own = view.kind_at(said + 1) if view.key(said) in ("my", "our") else None  # replied to my email
        mine = own[0] if own is not None and own[0] in WRITTEN else ""
        return (self.message_of(said) or mine if replied else "") or kind

    def called_on(self, at: int) -> int:
        """The index after ``called on`` or ``called round to see``, before whoever was visited; else 0."""
        view = self._view
        end = phrase_end(view.words, at, _CALLED_ON)
        here = view.key(end) in ("me", "us") or view.is_at(end)
        after = self._name_end(end) or (end + 1 if here else 0)
        met = end and after and view.key(after) != "to"  # called on Ada to resign
        return end if met and view.read(end - 1) is None else 0

    def message_of(self, at: int) -> str:
        """The kind of ``Ada's last email`` at ``at``; "" for another thing, as ``Ada's email address``."""
        view = self._view
        at += not view.key(at).endswith("'s")  # Ada Byron's
        noun = at + 1 + (view.key(at + 1) in WHICH)
        plural = view.plural_kind(noun)
        found = (view.kind_at(noun) or (plural, noun + 1)) if view.key(at).endswith("'s") else None
        if found is None or found[0] not in WRITTEN or view.key(noun) == "phone":
            return ""  # answered Ada's phone
        dated = view.key(found[1]) == "from" and view.read(found[1] + 1) is not None  # from Tuesday
        ends = dated or view.may_end_list(found[1]) or view.key(found[1]) in BESIDE_A_NAME
        return found[0] if ends else ""

    def _led_to_name(self, at: int, end: int) -> tuple[int, str] | None:
        """A verb that says contact only by what follows: ``shot Ada an email``, ``came to see Ada``."""
        view = self._view
        key = view.key(at)
        if key in ("had", "got") and view.key(at + 1) in ("my", "our", "a"):
            by = next((i for i in range(at + 3, min(at + 6, end)) if view.key(i) == "by"), 0)
            if by and view.key(by - 1) in _DONE and self._name_end(by + 1):
                return at + 1, "meeting"  # had my hair done by Ada
        if key == "had":
            return None
        theirs = self.message_of(at + 1) if key in REPLIED else ""
        if key in ("returned", "answered") and view.key(at + 1) in ("my", "our"):
            found = view.kind_at(at + 2)
            return (at + 1, found[0]) if found is not None and found[0] in WRITTEN else None
        if theirs and (key in _REPLIED_TO or theirs == "call"):
            return at + 1, theirs
        if key == "got":  # a lift from Ada
            by = at + 3 + (view.key(at + 3) in ("home", "back", "there", "in"))
            given = GIVEN.get(view.key(at + 2)) if view.key(by) == "from" else None
            return (at + 1, given) if given and self._name_end(by + 1) else None
        if key == "cooked":
            return (at + 1, "meeting") if view.key(at + 1) == "for" and self._name_end(at + 2) else None
        for i in range(at + 1, min(end, at + 6) - 1) if key in _TRAVELLED else ():
            met = self._name_end(i + 2) or view.key(i + 2) in ("me", "us")
            if view.key(i) == "to" and view.key(i + 1) in ("see", "visit") and met:
                return at + 1 if self._name_end(at + 1) else i + 2, "visit"  # drove Ada to see Tom
        sent = self._written(at, end) if key in DASHED_OFF else ""
        return (at + 1, sent) if sent else None

    def _pleased(self, at: int, end: int) -> tuple[int, str] | None:
        """``great to see Ada``, ``lovely meeting Ada``: not ``great to see Ada happy``."""
        view = self._view
        verb = at + 1 + (view.key(at + 1) == "to")
        verb += view.key(verb) == "finally"
        after = self._name_end(verb + 1)
        seen = ("see", "meet") if verb > at + 1 else ("seeing", "meeting")
        if not after or view.key(verb) not in seen or "be" in (view.key(at - 1), view.key(at - 2)):
            return None
        ends = view.may_end_list(after) or view.key(after) in BESIDE_A_NAME | {"again", "too"}
        return (verb + 1, "meeting") if ends else None

    def noun(self, at: int, end: int) -> tuple[int, str] | None:
        """The kind that a noun says behind ``had``, ``got`` or ``went for``: ``had a quick lunch``."""
        view = self._view
        named, name_end = False, 0
        for i in range(at, min(end, at + 7)):
            key = view.key(i)
            if i < name_end:
                continue
            if said := CONTACT_NOUNS.get(key) or ("meeting" if key in TALKS else ""):
                return at if named else i + 1, said
            kind = view.kind_at(i)
            if kind is not None and key not in PAST_VERBS and kind[0] != "note":
                return at if named else kind[1], kind[0]
            if i > at and (key in ("over", "round", "around") or (key == "in" and view.key(i + 1) == "for")):
                return at, "visit"
            if key == "to" and (named or view.key(i - 1) in ("us", "me")):  # had Ada to tea, to stay
                meal = "visit" if view.key(i + 1) == "stay" else self._noun_kind(i + 1)
                return (at, meal) if meal in EATEN or meal == "visit" else None
            if key == "on" and i > at and view.key(i + 1) == "the" and view.key(i + 2) in ("phone", "line"):
                return at, "call"
            if named and key in POSSESSIVES | {"the"} and view.key(i - 1) in AND:
                name_end = i + 2  # and their kids
                continue
            name_end = self._name_end(i)
            named = named or name_end > 0
            if key in VESSELS and view.key(i + 1) == "of":
                name_end = i + 2
                continue
            drunk = self._noun_kind(i + 1) in EATEN and key.isalpha() and view.read(i) is None
            drunk = drunk and key not in PAST_FORMS and key[-2:] not in ("ed", "en", "no", "ny")
            if not (key in BEFORE_A_NOUN | AND or key == "for" or name_end or drunk):
                return None  # had filter coffee
        return None

    def is_auxiliary(self, at: int) -> bool:
        """Whether ``will`` or ``may`` at ``at`` is no name: emailed, will reply tomorrow."""
        view = self._view
        plain = view.body[at].value.islower() and at + 1 < view.end and view.body[at + 1].value.islower()
        lone = not (view.words[at].stops or view.may_end_list(at + 1) or view.key(at + 1) in AND | SUBJECTS)
        if view.key(at) in ("frank", "long"):
            return plain and view.key(at + 1) in TALKS  # frank talk with Ada
        past = view.key(at + 1).endswith("ed") or view.key(at + 1) in PAST_FORMS | PAST_VERBS
        return plain and lone and not past

    def is_companion(self, at: int) -> bool:
        """Whether ``their mum and I`` stands at ``at``."""
        key = self._view.key
        return key(at) in POSSESSIVES | DETERMINERS and key(at + 2) in AND and key(at + 3) in SUBJECTS

    def is_measure(self, at: int) -> bool:
        """Whether the word at ``at``, which may be a name, says what was done with someone else."""
        view = self._view
        lower = view.body[at].value.islower() and view.key(at) in CLAUSE_WORDS
        return lower and view.key(at - 1) in WITH_OBJECT and view.key(at + 1) in WITH

    def is_of_object(self, at: int, last_person: int) -> bool:
        """Whether "with" at ``at`` says whom the last one named was with: helped Ada move in with Tom."""
        view = self._view
        led = view.key(at) in WITH and view.key(at - 1) in BEFORE_WITH | {"in", "up", "out"}
        return (led and 0 < last_person < at - 2) or self.is_of_contents(at)

    def is_of_contents(self, at: int) -> bool:
        """Whether "with" at ``at`` says whom others met, in what was sent: ``notes of the call with Ada``."""
        view = self._view
        met = view.key(at) in WITH and (view.kind_at(at - 1) is not None or view.key(at - 1) in TALKS)
        near = (i for i in range(at - 4, at - 1) if not view.channel_at(i))  # not on the phone with Ada
        return met and any(view.key(i) in ("of", "from", "about", "on") for i in near)

    def _brought(self, at: int, end: int) -> tuple[int, str] | None:
        """``bought Ada a beer``, ``brought us some soup``: the meal or drink, else a gift."""
        key = self._view.key(at)
        if key == "left" and (left := self._left(at, end)):
            return left
        if key == "forwarded" and self._led("to", at, end) and not self._led("from", at, end):
            return at + 1, "message"
        after = self._name_end(at + 1) or (at + 2 if self._view.key(at + 1) in WRITER else 0)
        if not after and key == "forwarded":  # Ada forwarded the invite
            on = self._led("to", at, end) or self._led("from", at, end)
            return None if on else (at + 1, "message")
        mails = map(self._noun_kind, range(after + 1, min(after + 4, end)) if key == "forwarded" else ())
        mail = next((each for each in mails if each in WRITTEN), "")
        if mail:
            return at + 1, mail  # forwarded me an email
        if not after:
            over = (i for i in range(at + 2, min(at + 6, end)) if self._view.key(i) in _OVER)
            treat = self._view.key(at + 1) in BROUGHT and self._view.key(at + 2) != "to"  # Ada brought soup
            return (at + 1, "visit") if key == "brought" and (treat or next(over, 0)) else None
        if key == "forwarded":
            return at + 1, "message"
        along = after + (self._view.key(after) == "along")
        if key == "brought" and self._view.key(along) == "to":
            meal = self.noun(along + 1, end)
            return at + 1, meal[1] if meal is not None and meal[1] in EATEN else "meeting"
        round_, ends = self._view.key(after) in _OVER, along > after or self._view.may_end_list(after)
        if key == "brought" and (round_ or ends):
            return at + 1, "visit" if round_ else "meeting"  # Tom brought Ada along
        noun = self.noun(after, end)
        given = self._view.key(after - 1) in ("me", "us") and self._view.key(after) in ("a", "an", "some")
        if key != "left" and given and self._view.key(after + 1) not in FAVOURS:
            return at + 1, noun[1] if noun is not None else "gift"  # got me a mug
        if key in ("left", "bought", "got"):  # bought Ada a scarf: not given yet, perhaps
            return (at + 1, noun[1]) if noun is not None else None
        return at + 1, noun[1] if noun is not None else "gift"

    def _left(self, at: int, end: int) -> tuple[int, str] | None:
        """``left a long voicemail for Ada``: the message, where whom it is for follows."""
        view = self._view
        for i in range(at + 1, min(end, at + 6)):
            kind = _LEFT.get(view.key(i))
            if kind is not None and view.key(at + 1) in ("me", "us"):
                return i + 1, "message"  # Ada left me a voicemail
            if kind is not None:
                named = view.key(i + 1) in ("for", "with") and self._name_end(i + 2)
                return (i + 1, kind) if named else None
            if not view.key(i).isalpha() or view.words[i].after or self._name_end(i):
                return None
        return None

    def _wrote_to_someone(self, at: int, end: int) -> bool:
        """Whether ``wrote`` at ``at`` says to whom, or nothing more: not ``wrote a book``."""
        view = self._view
        if view.words[at].stops and at + 1 < view.end:
            return any(self._name_end(i) == at for i in range(max(0, at - 4), at))  # not woke, wrote, ate
        if at + 1 >= end or self._name_end(at + 1):
            return True
        return (
            view.key(at + 1) in WRITER
            or (view.key(at + 1) in ("on", "via") and view.key(at + 2) in CHANNELS)
            or (view.key(at + 1) == "at" and self._led("to", at, end) is not None)  # at length to Ada
            or view.key(at + 1) in ("to", "back", "from")
            or view.read(at + 1) is not None
        )

    def _led(self, lead: str, at: int, end: int) -> tuple[int, str] | None:
        """A verb whose "to" or "from" names who was there: ``presented the plan to Ada``."""
        for i in range(at + 1, min(end, at + 8) - 1):
            if self._view.key(i) in ("nothing", "no"):
                return None
            if self._view.key(i) == lead:
                met = self._name_end(i + 1) or self._view.key(i + 1) in ("me", "us")
                return (at + 1, "meeting") if met else None
        return None

    def _sent(self, at: int, end: int) -> tuple[int, str]:
        """What was sent or given: a letter, an email, a gift, else a message."""
        view = self._view
        gave = view.key(at) == "gave"
        near = range(at + 1, min(view.end, at + 8)) if view.key(at) == "wrote" else ()
        if any(view.key(i) in ("enclosing", "enclosed", "postcard") for i in near):
            return at + 1, "letter"
        for i in range(at + 1, min(end, at + 10)):
            if gave and view.key(i) in (GIVEN if view.key(i - 1) == "a" else GIVEN_IN_WORDS):
                return at + 1, GIVEN[view.key(i)]
            kind = "gift" if gave and view.key(i) in ("card", "cards") else self._noun_kind(i)
            if kind == "gift" and not gave and self._is_of_another(at, i):
                break  # a photo of the flowers
            if kind == "gift" or kind in _SENDABLE or (gave and kind == "call"):
                return at + 1, kind
            if self._is_present(at, i):
                return at + 1, "gift"
        by_post = view.key(at) == "posted" and not any(view.key(i) in CHANNELS for i in range(at, end))
        return at + 1, "gift" if gave else "letter" if by_post else self._channel_in_brackets() or "message"

    def _channel_in_brackets(self) -> str:
        """The kind of message that brackets at the end say: sent the minutes ``(by email)``."""
        view, last = self._view, self._view.end - 1
        first = last - (view.key(last - 1) in ("by", "via"))
        found = view.kind_at(last) if ")" in view.words[last].after else None
        opens = view.sign(first) == "("
        return found[0] if opens and found is not None and found[0] in _SENDABLE else ""

    def _is_present(self, verb: int, at: int) -> bool:
        """Whether the noun at ``at`` is a thing that was sent: ``a box of tea``, not ``tea list``."""
        view, key = self._view, self._view.key(at)
        ends = view.may_end_list(at + 1) or view.key(at + 1) in _BEHIND_A_THING
        thing = key in PRESENTS or key.removesuffix("s") in PRESENTS
        return thing and ends and not (self._is_of_another(verb, at) or self._name_end(at))

    def _is_of_another(self, verb: int, at: int) -> bool:
        """Whether the noun at ``at`` only says more of what was sent: ``a photo of the cake``."""
        first = verb + 1 + (self._view.key(verb + 1) in _OVER)
        return any(self._view.key(i) in BESIDE_A_NAME for i in range(first, at))

    def _written(self, at: int, end: int) -> str:
        """The kind of letter or message that a verb at ``at`` has for its object: ``shot Ada an email``."""
        for i in range(at + 1, min(end, at + 7)):
            kind = self._noun_kind(i)
            if kind in _SENDABLE:
                return kind
            if kind == "note" and self._view.key(i - 1) in ("a", "quick", "short", "little"):
                return "message"
        return ""

    def _noun_kind(self, at: int) -> str:
        return CONTACT_NOUNS.get(self._view.key(at)) or (self._view.kind_at(at) or ("", at))[0]
