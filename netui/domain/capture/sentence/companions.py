"""People met who are named in running text: behind ``with``, behind a kind and ``to``, or by an ``@``."""

from netui.domain.capture.names.name_resolution import NameMatcher
from netui.domain.capture.names.participants import ParticipantReader, Participants
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.actor import ask_whether_met
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.note_checks import MET_OR_NOTE
from netui.domain.capture.sentence.words import (
    BEFORE_WITH,
    CLAUSE_BREAKS,
    CONTACT_NOUNS,
    COPULAS,
    DESTINATIONS,
    NEWS,
    PAST_FORMS,
    PRESENT_TOO,
    SUBJECTS,
    TALKS,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ABOUT,
    ADDRESSED,
    AND,
    BESIDE_A_NAME,
    CHANNELS,
    CHATS,
    DETERMINERS,
    EATEN,
    EXCEPT,
    GENERIC,
    ROUTINE,
    WITH,
)
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.tokens import phrase_end, span_at, word_set

_WITH_ARTICLE = ("al", "alla", "allo", "nel", "nella", "au", "aux", "ao", "no", "na", "im", "am", "beim")
"""Prepositions that hold an article, so that the noun behind them is a place: al concerto con Ada."""
_WRITING = {
    **dict.fromkeys(("texting", "messaging", "whatsapping", "dming"), "message"),
    "emailing": "email", "facetiming": "video", "zooming": "video", "skyping": "video",
}  # fmt: skip
"""What was done with somebody far away: texting with Ada all evening."""
_CARDS = word_set("thank you thank-you thanks get well sympathy condolence valentine new year baby sorry")
_AFTERWARDS = ("after", "afterwards", "later")
"""Words between a kind and "with": coffee after with Ada."""
_PLACED = word_set("at in on by under round around near outside beside along overlooking beneath")
"""Words that lead to a place behind a meal."""
_DISH = 5
"""So many words at most tell of what was eaten or done, before "with" and a name."""
_CARD = 5
"""Words that say which messages they were, at most: merry xmas texts."""
_LONGEST_OBJECT = 8
"""Words that say what was sent, at most."""
_BROADCASTS = ("podcast", "interview", "show", "episode", "talk", "speech", "programme")


class CompanionReader:
    """Consumes the names of those met; each method returns the index after them."""

    def __init__(
        self,
        view: TokenView,
        state: ParseState,
        kinds: Kinds,
        names: NameMatcher,
        participants: ParticipantReader,
        sentence: SentenceReader,
    ):
        self._view, self._state, self._kinds = view, state, kinds
        self._names, self._participants, self._sentence = names, participants, sentence

    def take_company(self, at: int, end: int) -> int:
        """Consumes ``with`` and the names behind it, which make a sentence contact; else 0."""
        view, state = self._view, self._state
        group = self._participants.read_list(at, end, state.kind)
        if group is None or group.lead != "with":
            return 0
        if self.are_contents(at):
            return 0
        if not state.kind:
            if state.settled and view.key(state.last_person) not in SUBJECTS:
                ask_whether_met(state, at, group.end)
            elif (
                view.key(at - 1) in BEFORE_WITH and view.key(at - 2) != "to" and not self._is_done(at)
            ) or self._is_state(at):
                state.report(at - 1, at, "mark", MET_OR_NOTE, "note", "contact")
            state.contact_from = at
            state.marked = True
            last = at - 1 - (view.key(at - 1) in _AFTERWARDS)
            before = view.kind_at(last)
            first = view.kind_at(at - 2) if view.key(at - 1) in GENERIC else None
            before = (first[0], at) if first is not None and first[0] == "video" else before
            kind = before[0] if before is not None and before[1] in (at, last + 1) else view.plural_kind(last)
            drunk = CONTACT_NOUNS.get(view.key(at - 1), "")
            kind = kind or (drunk if drunk in EATEN else "")  # a glass of wine with Ada
            kind = kind or self._chat(at - 1)
            noun = at - 1 if kind else self._meal_before(at)
            kind = kind or self._meal_at(noun)
            if view.key(at - 1) in TALKS:
                state.contact_from = at - 1
            if kind and kind != "note":
                state.kind, state.typed, state.contact_from = kind, True, noun
            elif not kind:
                self._take_channel(group.end)
        elif state.kind == "meeting" and view.key(at - 2) == "at":
            meal = view.kind_at(at - 1)
            state.kind = (
                meal[0] if meal is not None and meal[0] in EATEN else state.kind
            )  # met Ada's mum at lunch with Ada
        for i in range(state.sentence_from, at if not state.settled else 0):
            owner = self._names.match_owner(i)
            met = view.kind_at(at - 1) is not None and i == at - 2
            begins = not any(view.key(k).isalnum() for k in range(state.sentence_from, i))
            if owner is not None and (begins or met):
                self._sentence.ask(i, owner)  # Ada's coffee with Ben
        self._take_day_before(at)
        if view.key(group.end) in ("in", "on") and view.key(group.end + 1) == "it":
            state.report(at, group.end, "mark", MET_OR_NOTE, "note", "contact")  # a video with Ada in it
        end = state.take_group(at, group, keep=True)
        self.ask_before(at)
        return end

    def are_contents(self, at: int) -> bool:
        """Whether those behind "with" at ``at`` belong to what was sent: ``notes of the call with``."""
        sent = self._state.kind in ADDRESSED and self._view.key(at) in WITH
        return sent and self._sentence.verbs.is_of_contents(at)

    def take_unannounced(self) -> None:
        """Takes who came too, or at whose place one was, where nobody else is named: ``lunch at Ada's``."""
        self._take_joiners()
        if not self._state.settled:
            from netui.domain.capture.visits.hosts import take_hosts

            take_hosts(self._view, self._state, self._names, self._sentence)

    def _take_joiners(self) -> None:
        """Takes who came too, where nobody else is named: ``drinks with people from work, Ada came too``."""
        view, state = self._view, self._state
        first = next((i for i in range(state.sentence_from, view.end) if view.key(i) in WITH), view.end)
        for i in range(first + 1, view.end if self._kinds.counts(state.kind) else first):
            others, after = self._sentence.subject(i, view.end) if view.words[i - 1].stops else ([], i)
            if others and phrase_end(view.words, after, PRESENT_TOO):
                state.take_group(i, Participants(others, after, "", False), keep=True)
                return

    def _chat(self, at: int) -> str:
        """A message where ``Slack`` or the like at ``at`` begins the line: a quick Slack with Ada."""
        view = self._view
        first = self._state.sentence_from
        bare = all(view.may_precede_kind(i) for i in range(first, at))
        return "message" if bare and view.key(at) in CHATS else _WRITING.get(view.key(at), "")

    def _meal_at(self, at: int) -> str:
        """The meal or drink that the word at ``at`` names, else ""."""
        found = self._view.kind_at(at) if at >= 0 else None
        meal = (
            found[0]
            if found is not None and found[1] == at + 1
            else CONTACT_NOUNS.get(self._view.key(at), "")
        )
        return meal if meal in EATEN else ""

    def _meal_before(self, at: int) -> int:
        """Where a meal stands if only its place follows, up to ``with`` at ``at``: lunch at the Inn."""
        view = self._view
        for i in range(at - 1, self._state.sentence_from - 1, -1):
            if self._meal_at(i):
                led = view.key(i - 1) in ABOUT | BESIDE_A_NAME | GENERIC
                return i if view.key(i + 1) in _PLACED | AND and not led else -1  # tea and cake
            if view.words[i].stops or view.key(i) in PAST_FORMS | CLAUSE_BREAKS:
                return -1
        return -1

    def take_in_text(self, at: int) -> None:
        """Takes those behind "with" that end the text from ``at`` on: ``dinner: fish pie with Ada``."""
        view, state = self._view, self._state
        for i in range(at, min(at + _DISH, view.end) if self._kinds.counts(state.kind) else at):
            key = view.key(i)
            if key in WITH and i > at and view.key(i - 1) not in BEFORE_WITH:
                group = self._participants.read_list(i, view.end, state.kind)
                if group is not None and group.end >= view.end:
                    state.take_group(i, group, keep=True)
                return
            told = key.endswith(("ed", "ing")) or key in PAST_FORMS | ABOUT | BESIDE_A_NAME | NEWS
            if told or not key.isalpha() or view.words[i].stops or self._sentence.name_at(i) is not None:
                return

    def _is_done(self, at: int) -> bool:
        """Whether something was done before "with" at ``at``: ``got my nails done with Ada``."""
        view = self._view
        thing = view.key(at - 3) in DETERMINERS or view.key(at - 2) in ("it", "lots", "things", "work")
        return view.key(at - 1) == "done" and thing

    def _take_channel(self, at: int) -> None:
        """Takes the kind that ``over Zoom`` or ``over lunch`` behind those met says: ``sang with Ada …``."""
        span = span_at(self._view.words, at + 1) if self._view.key(at) == "for" else None
        at = span[2] if span is not None else at  # with Ada for an hour on the phone
        view = self._view
        apart = 0 < at < view.limit and (view.words[at - 1].after == "," or view.sign(at) == "(")
        first = at + (apart and view.key(at) in ("by", "via", "over"))
        found = view.kind_at(first) if apart else None
        if found is not None and found[0] in ("call", "video") and self._is_closed(found[1]):
            self._state.kind = found[0]  # debrief with Ada, call, 20m
            return
        channels = (self._view.channel_at(i) for i in range(at, min(at + 3, self._view.limit)))
        channel = next(filter(None, channels), "") or self._sentence.settings.meal_over(at, self._view.limit)
        if channel and not self._view.words[at - 1].stops:
            self._state.kind = channel

    def _is_closed(self, at: int) -> bool:
        return at >= self._view.limit or self._view.words[at - 1].stops

    def _is_state(self, at: int) -> bool:
        """Whether what stands before "with" at ``at`` says how somebody is: ``is up with Ada``."""
        view, first = self._view, self._state.sentence_from
        while view.key(first) in SUBJECTS:
            first += 1
        keys = [view.key(i) for i in range(first, at)]
        shown = view.key(at - 2) == "of" and at - 1 > first  # a photo of Ada with Ben
        if keys[:1] == ["listened"] and keys[-1] in _BROADCASTS:
            return True
        if not COPULAS.isdisjoint(keys) or (shown and self._sentence.name_at(at - 1) is not None):
            return True
        if len(keys) == 2 and keys[0] in ("at", "in", "on", "out"):
            bare = not view.body[at - 1].value[:1].isupper() and view.words[first].said not in _WITH_ARTICLE
            bare = bare and keys[1] not in CHANNELS
            return bare and keys[1] not in DESTINATIONS | ROUTINE and view.read(first) is None
        return len(keys) == 2 and keys[0] in ("was", "were") and keys[1].endswith(("ed", "ous", "ful"))

    def _take_day_before(self, at: int) -> None:
        """Takes the day between ``was`` or ``went`` and ``with`` at ``at``: ``was on Monday with Ada``."""
        view, state = self._view, self._state
        for start in range(max(state.sentence_from + 1, at - 4), at):
            found = view.read(start)
            if found is not None and found.end == at:
                if found.sure and state.on is None and view.key(start - 1) in ("was", "were", "went"):
                    state.take_date(start, inside=True)
                return

    def take_direction(self, at: int, end: int) -> int:
        """Consumes ``to`` or ``from`` and a name behind a kind in running text: ``sick bed visit to Ada``."""
        view, state = self._view, self._state
        if state.kind:
            return self._take_addressee(at, end)
        found = view.kind_at(at - 1)
        kind = found[0] if found is not None and found[1] == at else ""
        noun = CONTACT_NOUNS.get(view.key(at - 1), "")
        come = view.key(at) in ("from", "off")
        noun, kind = ("", noun) if noun == "attempt" and not come else (noun, kind)  # voicemail to Ada
        noun = "message" if noun == "attempt" and come else noun  # a voicemail from Ada
        thanks = view.key(at - 1) == "note" and view.key(at - 2) in _CARDS
        noun, kind = ("letter", "") if thanks and not come else (noun, kind)  # a thank you note to Ada
        first = state.sentence_from
        several = view.plural_kind(at - 1) if view.key(at) == "to" else ""
        written = several if several in ADDRESSED else noun if noun == "message" else ""
        if (
            not kind
            and written
            and at - first <= _CARD
            and all(view.key(i).isalpha() for i in range(first, at))
        ):
            kind = written  # happy new year texts to Ada, a quick reply to Ada
        if not kind and noun == "letter" and all(self._is_of_card(i) for i in range(first, at - 1)):
            kind = noun  # a get well card to Ada
        elif not kind and come:
            kind = noun
            begins = at == state.sentence_from + 1 and view.key(at - 1) in CHANNELS - {"phone", "meet"}
            kind = kind or ("message" if begins else "")  # Slack from Ada: the server is down
        if not kind or not (self._kinds.counts(kind) or kind == "attempt"):
            return 0
        group = self._participants.read_list(at, end, kind)
        if group is None or group.lead not in ("from", "to"):
            return 0
        state.kind, state.typed, state.contact_from = kind, True, at - 1
        return state.take_group(at, group, keep=True)

    def _is_of_card(self, at: int) -> bool:
        """Whether the word at ``at`` says which card: ``thank you card``, no ``credit card``."""
        return self._view.may_precede_kind(at) or self._view.key(at) in _CARDS

    def _take_addressee(self, at: int, end: int) -> int:
        """Consumes ``to`` and whom a kind reached, behind what was sent: ``emailed the invoice to Ada``."""
        view, state = self._view, self._state
        begin = max(state.contact_from + 1, at - _LONGEST_OBJECT)
        between = {view.key(i) for i in range(begin, at)}
        if (
            state.kind not in ADDRESSED
            or view.key(at) == "from"
            or not between.isdisjoint(CLAUSE_BREAKS | {"to", "for"})
        ):
            return 0
        if any(view.words[i].stops for i in range(begin, at)):
            return 0
        group = self._participants.read_list(at, end, state.kind)
        if group is None or group.lead != "to":
            return 0
        return state.take_group(at, group._replace(lead=""), keep=True)

    def take_first_mention(self, at: int, end: int) -> int:
        """The first ``@`` in running text: someone present; cut only when it stands alone at the end."""
        view = self._view
        group = self._participants.read_list(at, end, self._state.kind)
        if group is None or view.key(at - 1) in EXCEPT | {"between"}:
            named = self._names.match_marked(at)
            if view.key(at - 1) in WITH | AND | EXCEPT | {"between"} and self._state.kind != "note":
                named = self._participants.ask_if_present(at, named)
            group = Participants([(at, named)], named.end, "", False)
        alone = at in view.after_mark or (at > 0 and view.is_followed_by(at - 1, ".!?"))
        return self._state.take_group(at, group, keep=not (alone and group.end >= view.end))

    def ask_before(self, end: int) -> None:
        """Asks about those named in capitals before ``end``, read as none: ``paired Ada with Tom``."""
        for i in range(self._state.sentence_from, end):
            if i not in self._state.named and self._view.body[i].value[:1].isupper():
                self._sentence.ask_about(i)
