"""Kind at the start of a log line: ``had a quick coffee``, ``1:1 Ada``, ``budget call - Ada``."""

from netui.domain.capture.head.occasion import EVENTS_HELD
from netui.domain.capture.names.list_ends import ends_list_there
from netui.domain.capture.names.participants import ParticipantReader
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.words import (
    CONTACT_NOUNS,
    LISTED_TALKS,
    NO_TOPICS,
    PAST_FORMS,
    PAST_VERBS,
    TALKS,
)
from netui.domain.capture.tokens.lexer import PLAIN
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    ANSWERED,
    BOOKED,
    DASHES,
    DETERMINERS,
    EATEN,
    FILLERS,
    GENERIC,
    INTRODUCING,
    OCCASIONS,
    WITH,
    WRITTEN,
)
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import CLOSING_VERB, WEEKDAYS, phrase_end, phrase_table, word_set

_OPENING_WORDS = 6
_TO_AND_FRO = phrase_table(("back and forth", "back n forth", "back & forth", "to and fro"))
"""Words behind a kind of message that say no more: emails back and forth with Ada."""
_PLANS = phrase_table(("visiting", "seeing", "i'm visiting", "i'm seeing", "we're visiting", "we're seeing"))
"""What begins a line that says on which day ahead one meets: visiting Ada tomorrow."""
_COMPOUNDS = word_set("table tables machine maker grinder jacket box centre center cabinet")
"""Nouns that a kind before them only names: a coffee table."""
_ARRIVED = ("came", "arrived", "landed")
_VESSELS = ("glass", "bottle", "cup", "mug", "pot", "dram", "carafe", "jug", "few", "couple")
"""What a drink is had from, before "of": over a glass of wine."""
_POSTED = ("card", "cards", "postcard", "letter", "package", "parcel")
"""What is mailed on paper: mailed a birthday card to Ada."""
_ITEM = 9
"""Words that the names before a dash have at most."""


def _is_dash(view: TokenView, at: int) -> bool:
    return at < view.end and view.body[at].value in DASHES


class KindReader:
    """Reads the kind; ``end`` is the index after it, or -1, and ``spoke`` whether it was ``spoke``."""

    def __init__(
        self, view: TokenView, state: ParseState, participants: ParticipantReader, sentence: SentenceReader
    ):
        self._view, self._state = view, state
        self._participants, self._sentence = participants, sentence
        self.end = -1
        self.spoke = False

    def read(self, start: int) -> int:
        """Reads an attempt, an introduction, or the kind after fillers and adjectives (``had a quick``)."""
        return self._read_attempt(start) or self._read_introduction(start) or self._read_kind(start)

    def _read_kind(self, start: int) -> int:
        view, state = self._view, self._state
        at = start
        most = min(view.limit, start + _OPENING_WORDS)
        while at < most and view.may_precede_kind(at) and not view.words[at].stops:
            at += 1
        at = self._behind_day(start, at)
        found = view.kind_at(at)
        fro = phrase_end(view.words, at + 1, _TO_AND_FRO) if found is None and view.plural_kind(at) else 0
        found = (view.plural_kind(at), at + 1) if fro else found or view.counted_kind(at)
        while found is None and at > start:
            at -= 1
            found = view.kind_at(at)
        if found is not None and (self._is_someone(at, found[1]) or self._only_names(*found)):
            return start
        if found is None:
            at = self._behind_topic(start)
            found = view.kind_at(at)
        if found is None:
            return self._parse_plan(start) or self._parse_occasion(start) or self._parse_talk(start)
        for i in range(start, at):
            if view.key(i) in FILLERS:
                state.cut(i, i + 1)
        state.kind, end = self._on_paper(at, found[1]) or found[0], found[1]
        if view.key(at) == "called" and self._sentence.verbs.called_on(at):
            state.kind, end = "visit", self._sentence.verbs.called_on(at)
        state.typed = True
        state.contact_from = at
        self.spoke = view.key(at) == "spoke"
        second = view.kind_at(end) if not view.words[end - 1].stops else None
        if (
            second
            and state.kind == "intro"
            and second[0] in WRITTEN | {"video", "meeting", "coffee", "lunch"}
        ):
            state.kind = second[0]
            state.cut(end, second[1], "kind")
            self.end = second[1]
            return second[1]
        state.cut(at, end, "kind")
        if second and view.key(end) in GENERIC:
            state.cut(end, second[1], "kind")
            end = second[1]
        elif view.key(end) == "chat" and state.kind in EATEN and self._sentence.name_at(end + 1) is not None:
            end += 1  # coffee chat Ada
        elif (view.key(end) in ("up", "out") and (view.key(end + 1) in WITH or view.is_at(end + 1))) or (
            view.key(end) in ("in", "back") and (view.key(end + 1) == "from" or self._is_called_back(at, end))
        ):
            state.cut(end, end + 1)
            end += 1
        end = phrase_end(view.words, end, _TO_AND_FRO) or end
        if view.key(end) == "/" and self._sentence.name_at(end + 1) is not None:
            state.cut(end, end + 1)
            end += 1  # lunch / Ada / Mon
        self.end = end
        return end

    def _behind_day(self, start: int, at: int) -> int:
        """Takes a day between adjectives and a kind (``lovely Sunday lunch``); the index of the kind."""
        view = self._view
        day = view.read(at) if start < at < view.limit and view.kind_at(at) is None else None
        longer = at > start and view.read(at - 1) is not None  # Easter Sunday lunch
        if day is None or day.value is None or longer or view.words[day.end - 1].stops:
            return at
        held = view.kind_at(day.end) is not None or view.key(day.end) in TALKS
        return (self._state.take_date(at) or at) if held else at

    def _on_paper(self, at: int, end: int) -> str:
        """The kind of what was ``mailed`` at ``at`` on paper, or of a ``note by email``; else ""."""
        sent = self._view.channel_at(end) if self._view.key(at) == "note" else ""
        if sent in WRITTEN - {"call"}:
            return sent
        posted = (self._view.key(i) in _POSTED for i in range(end, end + _ITEM))
        return "letter" if self._view.key(at) == "mailed" and any(posted) else ""

    def _read_attempt(self, start: int) -> int:
        """Reads ``missed a call from Ada`` or ``tried to ring Ada``; the index after it, or 0."""
        keys = [self._view.key(i) for i in range(start, start + 3)]
        if "missed" not in keys and "tried" not in keys:
            return 0
        from netui.domain.capture.head.attempt import AttemptReader

        reader = AttemptReader(self._view, self._state, self._participants, self._sentence)
        return reader.read(start)

    def _read_introduction(self, start: int) -> int:
        """Reads ``put Ada in touch with Tom``; the index after it, or 0."""
        if not any(self._view.key(i) in INTRODUCING for i in range(start, start + _ITEM)):
            return 0
        from netui.domain.capture.head.introduction import IntroductionReader

        reader = IntroductionReader(self._view, self._state, self._participants, self._sentence)
        return reader.read(start)

    def _is_called_back(self, at: int, end: int) -> bool:
        """Whether "back" at ``end`` stands between the verb at ``at`` and a name: ``rang back Ada``."""
        view = self._view
        named = end + 1 < view.limit and self._sentence.name_at(end + 1) is not None
        return named and view.key(at) in PAST_VERBS and view.key(end) == "back" and not view.words[end].stops

    def read_item(self, start: int) -> int:
        """Reads names and a kind with a dash between: ``Ada - coffee - 18 Nov``; the index after it, or 0."""
        view, state = self._view, self._state
        second = next((i for i in range(start + 1, min(start + _ITEM, view.limit)) if _is_dash(view, i)), 0)
        if not second or state.kind:
            return 0
        group = self._participants.read_list(start, second, "meeting", "kind")
        found = self._sentence.bare_kind.behind(second + 1) if group is not None else None
        found = found or self._occasion_behind(second + 1)  # 2027-02-09 - Ada - sauna
        if group is None or found is None or group.end != self._before_brackets(start, second):
            return 0
        at, end, kind = found
        ends = end >= view.limit or view.words[end - 1].stops or _is_dash(view, end)
        ends = ends or view.key(end) in ("re", "about", "regarding") or self._behind_booked(end) > 0
        if not ends or kind in ("email", "gift"):
            return 0
        state.take_group(start, group, keep=False)
        state.kind, state.typed, state.contact_from = kind, True, at
        state.cut(second, second + 1)
        named = view.kind_at(at)
        if named is not None:
            state.cut(at, min(end, named[1]), "kind")  # of a video interview the noun stays
        return end

    def _occasion_behind(self, at: int) -> tuple[int, int, str] | None:
        """What two do, alone at ``at`` in a line whose day is said."""
        view = self._view
        alone = at < view.limit and view.may_end_list(at + 1) and self._state.on is not None
        return (at, at + 1, "meeting") if alone and view.key(at) in OCCASIONS | EVENTS_HELD else None

    def _before_brackets(self, start: int, end: int) -> int:
        """The index before the brackets that end before ``end``: ``Ada (lawyer) - call``; else ``end``."""
        view = self._view
        opening = (i for i in range(start + 1, end) if view.sign(i) == "(")
        first = next(opening, end)
        return first if first < end and view.bracket_end(first) == end else end

    def _behind_booked(self, at: int) -> int:
        """The index of a day ahead behind ``booked for`` at ``at``, else 0."""
        view = self._view
        if view.key(at) not in BOOKED or view.words[at].stops:
            return 0
        at += 1 + (view.key(at + 1) == "in")
        at += view.key(at) in ("for", "on")
        day = view.read(at) if at < view.limit else None
        days = (day.value, *day.options) if day is not None else ()
        on = next(filter(None, days), None)
        return at if on is not None and day_of(on) > view.today else 0

    def _is_someone(self, at: int, end: int) -> bool:
        """Whether the kind at ``at`` is rather somebody called so: ``Skip introduced me``."""
        view = self._view
        named = view.sign(at).isupper() and self._sentence.name_at(at) is not None
        follower = view.key(end)
        return named and (follower.endswith("ed") or follower in PAST_FORMS | PAST_VERBS | AND)

    def _only_names(self, kind: str, end: int) -> bool:
        """Whether a kind before ``end`` says what was done to a thing, or what a thing is called."""
        return self._has_object(kind, end) or self._is_part_of_name(end)

    def _is_part_of_name(self, end: int) -> bool:
        """Whether a kind before ``end`` only begins what a thing is called: ``Call of Duty``."""
        view = self._view
        titled = view.key(end) == "of" and end + 1 < view.end and view.body[end + 1].value[:1].isupper()
        return (titled and self._sentence.name_at(end + 1) is None) or view.key(end) in _COMPOUNDS

    def _has_object(self, kind: str, end: int) -> bool:
        """Whether ``reviewed`` says of what, not of whom: ``reviewed the draft with Ada``."""
        view = self._view
        named = end >= view.limit or view.is_at(end) or self._sentence.name_at(end) is not None
        return kind == "reviewed" and not named

    def _behind_topic(self, start: int) -> int:
        """The index of a kind behind one or two other nouns, before a name or dash: ``budget call - Ada``."""
        view = self._view
        for at in range(start + 1, min(start + 3, view.limit)):
            before = view.key(at - 1)
            if (
                not before.replace("-", "").isalnum()
                or before.isdecimal()
                or before in NO_TOPICS
                or view.words[at - 1].after
                or view.read(at - 1)
            ):
                break
            if view.body[at - 1].what != PLAIN or self._sentence.name_at(at - 1) is not None:
                break
            found = view.kind_at(at)
            if found is not None and view.key(at) not in PAST_VERBS and found[0] != "note":
                follower = found[1]
                named = view.is_at(follower) or self._sentence.name_at(follower) is not None
                day = view.read(follower) if follower < view.limit else None
                last = day.end - 1 if day is not None else at  # reunion drinks on the 5th: Ada
                apart = view.body[last].colon or _is_dash(view, last + 1)
                listed = day is not None and day.value is not None and self._lists_names(day.end)
                return at if named or apart or listed else start
        return start

    def _lists_names(self, at: int) -> bool:
        """Whether two names or more stand alone at ``at``: ``board meeting 31.8. Ada, Tom - runway``."""
        view = self._view
        group = self._participants.read_list(at, view.limit, "meeting", "kind") if at < view.limit else None
        if group is None or len(group.names) < 2 or any(named.person is None for _, named in group.names):
            return False
        return view.may_end(group.end) or view.words[group.end - 1].stops or _is_dash(view, group.end)

    def _parse_plan(self, start: int) -> int:
        """Reads ``visiting Ada on 3 December``, a day ahead, as a planned visit; the index after it, or 0."""
        view = self._view
        end = phrase_end(view.words, start, _PLANS)
        named = 0 < end < view.limit and (view.is_at(end) or self._sentence.name_at(end) is not None)
        if not named:
            return 0
        near = range(end, min(end + _OPENING_WORDS, view.limit))
        weekday = view.key(end - 1) == "seeing" and any(view.key(i) in WEEKDAYS for i in near)
        if not (weekday or self._lies_ahead(end)):  # check_coming asks which Wednesday it is
            return 0
        self._state.kind = "meeting" if view.key(end - 1) == "seeing" else "visit"
        self._state.typed, self._state.contact_from, self.end = True, end - 1, end
        self._state.cut(start, end, "kind")
        return end

    def _lies_ahead(self, start: int) -> bool:
        """Whether a day to come stands in the clause from ``start``: ``tomorrow``, ``on 3 December``."""
        for at in range(start, self._view.limit):
            day = self._view.read(at)
            if day is not None and day.value is not None and day_of(day.value) > self._view.today:
                return True
            if self._view.ends_sentence(at):
                break
        return False

    def _parse_occasion(self, start: int) -> int:
        """Reads ``Ada's birthday dinner`` or ``game night: Ada, Tom``; the index after it, or 0."""
        view = self._view
        owned = any(view.key(i).endswith("'s") for i in range(start, min(start + 4, view.limit)))
        near = range(start, min(start + _OPENING_WORDS + 2, view.end))
        apart = any(view.body[i].colon or view.words[i].after == "," or _is_dash(view, i) for i in near)
        if not (owned or apart):
            return 0
        from netui.domain.capture.head.occasion import read_event, read_feast

        feast = read_feast(view, self._state, self._participants, start) if owned else 0
        event = 0 if feast or not apart else read_event(view, self._state, self._participants, start)
        listed = event > 0 and view.words[event - 1].after == ","
        self.end = feast or (event if listed else self.end)
        return feast or event

    def _parse_talk(self, start: int) -> int:
        """Reads ``1:1 Ada`` or ``long walk Ada`` as a meeting; its words stay in the text."""
        view, at = self._view, start
        dated = self._state.on is not None  # leisurely Sunday brunch with Ada
        while at < view.limit and (view.may_precede_kind(at) or (dated and at > start and view.read(at))):
            at += 1
        post = CONTACT_NOUNS.get(view.key(at), "") if view.key(at + 1) in _ARRIVED else ""
        if post in WRITTEN:  # a postcard came from Ada
            self._state.kind, self._state.typed = post, True
            self._state.contact_from, self.end = at, at + 1
            return at + 1
        group, behind = None, at
        while at > start and view.key(at) not in TALKS and view.key(at) not in CONTACT_NOUNS:
            at -= 1  # catch-up stands before a kind, too
        listing = next((i for i in (at, behind) if self._lists(i)), -1)
        if listing >= 0:
            at = listing
            self._state.typed, self._state.contact_from = True, at
            self._state.kind = view.plural_kind(at) or "meeting"
            return at + 1  # stand-up: Ada, Grace
        meal = CONTACT_NOUNS.get(view.key(at), "")
        said = "meeting" if view.key(at) in TALKS else meal if meal in EATEN else ""
        if said and view.words[at].after in ("", ",") and at + 1 < view.limit:
            group = self._participants.read_list(at + 1, view.limit, "meeting", "kind")
        if group is None or group.lead != "kind" or not view.may_end_list(group.end):
            return start
        self._state.kind, self._state.typed = said, True
        self._state.contact_from, self.end = at, at + 1
        return at + 1

    def _lists(self, at: int) -> bool:
        """Whether names alone stand behind a talk at ``at``: ``stand-up: Ada``, ``calls today: Ada``."""
        view, key = self._view, self._view.key(at)
        apart = at < view.end and view.body[at].colon
        before = None if apart or at + 1 >= view.end else view.read(at + 1)
        talk = key in LISTED_TALKS or key.removesuffix("s") in LISTED_TALKS
        dash = at + 1 < view.end and view.body[at + 1].value in DASHES
        talk = talk or ((apart or dash) and view.plural_kind(at) in ANSWERED | EATEN | {"meeting", "visit"})
        if not (talk or (before is not None and before.sure and view.plural_kind(at))):
            return False
        last = before.end if before is not None else at + 1
        listed = last + (last < view.end and view.body[last].value in DASHES)
        if listed >= view.end or not (listed > last or view.body[last - 1].colon):
            return False
        group = self._participants.read_list(listed, view.end, "meeting", "kind")
        day = view.read(group.end) if group is not None and group.end < view.end else None
        if group is None:
            return False
        end = day.end if day is not None else group.end
        stops = len(group.names) > 1 and view.ends_sentence(end - 1)
        return end >= view.end or stops or ends_list_there(view, end)

    def take_closing_verb(self, at: int) -> int:
        """Consumes the verb or kind that ends a clause in another language: ``mit Ada telefoniert``."""
        view, state = self._view, self._state
        found = view.kind_at(at) if state.settled and not state.kind and view.words[at].said else None
        end = at + 1
        if found is not None and view.key(end) == "via" and view.words[end].said:
            end += 1  # mit Ada Kaffee getrunken
        last = end >= view.limit or view.words[end - 1].stops
        if not last and view.key(at) == "via" and view.words[at].said and view.read(end) is not None:
            return end  # mit Ada gegessen am Samstag
        if view.key(at) != CLOSING_VERB and (found is None or found[1] != at + 1 or not last):
            return 0
        if found is not None:
            state.kind, state.typed = found[0], True
        state.cut(at, end, "kind")
        return end

    def skip_to_day(self, at: int) -> int:
        """The index of the day behind ``called Ada back`` or ``coffee Ada booked for``, else 0."""
        view, state = self._view, self._state
        behind = state.kind and (at == state.last_person + 1 or state.is_cut(at - 1))
        booked = self._behind_booked(at) if behind else 0
        if booked and not view.words[at - 1].stops:
            state.cut(at, booked)
            return booked
        told = view.key(at) == "back" and at - 1 == state.last_person and not view.words[at].after
        told = told and not (view.words[at - 1].stops or view.body[at].value.startswith("("))
        past = view.key(self.end - 1) in PAST_VERBS and self.end > 0
        return at + 1 if told and past and at + 1 < view.limit and view.read(at + 1) is not None else 0

    def skip_adverb(self, at: int) -> int:
        """The index behind a word before those met: ``hat mich Ada angerufen``, ``a card came from Ada``."""
        came = at + 1 + (self._view.key(at + 1) in ("in", "through", "back"))
        if at == self.end > 0 and self._view.key(at) in _ARRIVED and self._view.key(came) == "from":
            return came
        adverb = self._view.key(at) == "just" or (self._view.key(at) in ("me", "us") and at == self.end)
        if not adverb or not self._view.words[at].said:
            return 0
        self.end = at + 1 if self._state.kind and not self._state.settled else self.end
        return at + 1

    def take_purpose(self, at: int) -> int:
        """Reads ``for lunch`` or ``over lunch`` behind the people met; the index after it, 0 for text."""
        view, state = self._view, self._state
        if self.spoke and state.kind == "call" and view.channel_at(at) == "video":
            state.kind = "video"  # spoke to Ada on Zoom
        if view.key(at) not in ("for", "over") or state.kind not in ("meeting", "visit") or not state.settled:
            return 0
        noun = at + 1 + (view.key(at + 1) in DETERMINERS)
        while noun < view.limit and view.may_precede_kind(noun):
            noun += 1  # for a quick coffee
        day = view.read(noun) if state.on is None and noun < view.limit else None
        if day is not None and day.value is not None and view.kind_at(day.end) is not None:
            noun = state.take_date(noun) or noun  # met Ada for Friday drinks
        owning = view.day_owning(noun, noun + 1) if state.on is None and noun + 1 < view.limit else None
        if owning is not None and owning.value is not None and view.kind_at(noun + 1) is not None:
            state.on = owning.value  # met Ada for Monday's lunch
            state.cut(noun, noun + 1, "date")
            noun += 1
        noun += 2 * (view.key(noun + 1) == "of" and view.key(noun) in _VESSELS)  # over a glass of wine
        found = view.kind_at(noun) or view.kind_at(noun + 1)  # for a long overdue dinner
        drunk = CONTACT_NOUNS.get(view.key(noun), "")
        found = (drunk, noun + 1) if drunk in EATEN else found
        if found is None or found[0] not in EATEN:
            return 0
        state.kind = found[0]
        if not (view.may_end_list(found[1]) or view.is_routine(found[1])):
            return 0  # for coffee as they were in town
        state.cut(at, found[1], "kind")
        return found[1]
