"""Others in a log line: who was there too (``Tom joined later``), and who is only spoken of."""

from functools import cached_property

from netui.domain.capture.model import Reading
from netui.domain.capture.names.name_resolution import NameMatch, NameMatcher
from netui.domain.capture.names.participants import ParticipantReader, Participants
from netui.domain.capture.names.plain_words import is_plain_word
from netui.domain.capture.names.spoken_of import comes_next, is_about_others
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.words import (
    ABSENT,
    ADDED,
    BEFORE_WITH,
    CLAUSE_BREAKS,
    COPIED,
    DEEDS_THERE,
    DESTINATIONS,
    EVENTS,
    JOINTLY,
    MEETING,
    NEWS,
    NOT_THERE,
    PAST_FORMS,
    PAST_VERBS,
    PERHAPS_PRESENT,
    PRESENT_TOO,
    REPORTS,
    SUBJECTS,
    TALKS,
    TREATS,
)
from netui.domain.capture.tokens.lexer import quote_value
from netui.domain.capture.tokens.markers import ends_label
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    BESIDE_A_NAME,
    CELEBRATED,
    CLAUSE_WORDS,
    COMMON_WORDS,
    DASHES,
    DETERMINERS,
    EATEN,
    EXCEPT,
    OCCASIONS,
    POSSESSIVES,
    WITH,
    WRITTEN,
)
from netui.domain.natural_dates.tokens import phrase_end, word_set

_REACH = 8
_WISHED = ("wish", "wished", "wishing", "if", "hoped", "hoping")
_ONE_MORE = ("one", "another", "two", "some", "more")
"""Words before "from" of what came from somebody else too."""
_SAID_OF = BESIDE_A_NAME | DETERMINERS | REPORTS | {"to", "from", "after", "miss", "missed"}
"""Words before a name that is only spoken of."""
_MEANT = word_set("supposed meant wanted planned going due wants want hopes hoping needs")
"""Words before "to" and what was only meant to be."""
_BEFORE_ANOTHER = (("as", "well"), ("by", "followed"), ("that", "before"), ("that", "after"))
_SENT_ON = ("forwarded", "passed", "copied", "handed", "transferred", "through")
_REACHED_BY = ("to", "at", "by", "for", "from", "beside", "near", "behind", "opposite")
"""Prepositions between a verb in the past and whom the writer came upon: waved to Tom."""
_BEFORE_WHOSE = word_set("for celebrate celebrating mark marking honour honor toast toasted toasting")
"""Words before somebody whose day it was: to mark Tom's birthday."""
_CELEBRATIONS = ("do", "party", "new", "exhibition", "show", "baby", "visit", "return", "send-off", "bash")
_WAITED = ("waited", "stayed", "cooked", "baked", "cheered", "queued", "hung", "stopped", "looked")
_GOT = ("got", "borrowed", "received", "collected", "had", "took", "accepted", "learned", "learnt")
_HOMES = ("flat", "house", "place", "garden", "office", "studio", "home", "cottage", "pad")
_GONE = ("went", "over", "round", "back", "been")  # before "to" somebody's place
_PERFORMING = ("sing", "play", "speak", "talk", "perform", "read", "dance")
_GREETINGS = ("hello", "hi", "hey", "goodbye", "bye", "thanks", "sorry", "congratulations", "happy")
_MEANWHILE = ("as", "while", "whilst", "because", "since", "where", "when", "cos")
_AWAY = ("ooo", "wfh", "away", "absent", "ill", "sick", "poorly")
_BUSY = ("busy", "abroad", "late", "at", "on", "running", "held")
"""Words behind ``was`` that say somebody was not there, or elsewhere: was abroad, was at work."""
_MINDED = ("baby", "kids", "children", "boys", "girls", "dog", "dogs", "twins")
"""Whom somebody elsewhere looked after: while Tom had the baby."""
_INTRODUCED_BY = ("by", "via", "through", "from", "to")


class OthersReader:
    """Reads the names in running text behind those who were met."""

    def __init__(
        self,
        view: TokenView,
        state: ParseState,
        names: NameMatcher,
        participants: ParticipantReader,
        sentence: SentenceReader,
    ):
        self._view = view
        self._state = state
        self._names = names
        self._participants = participants
        self._sentence = sentence

    def take_another(self, at: int, end: int) -> int:
        """Takes those who were there too (``Tom joined later``), or asks; the index after them, or 0."""
        view, state = self._view, self._state
        if joint := self._take_joint(at, end):
            return joint
        if view.key(at) in WITH:
            return self._take_company(at, end)
        treats = not TREATS.isdisjoint((view.key(at + 1), view.key(at + 2)))
        host = self._names.match_owner(at) if treats else None
        if host is not None and view.key(host.end) in TREATS:
            self._sentence.ask(at, host)  # with Ada, Tom's treat
            return host.end
        capital = self._is_written_as_name(at)
        before = view.key(at - 1), view.key(at - 2)
        second = self._is_spoken_to_too(at)
        led = (
            second
            or before[0] in ADDED
            or (capital and before[0] in AND)
            or before in _BEFORE_ANOTHER
            or (
                before[0] == "from" and (view.kind_at(at - 2) is not None or before[1] in _ONE_MORE)
            )  # a text from Tom
            or (before[0] == "to" and not {before[1], view.key(at - 3)}.isdisjoint(_SENT_ON))
            or self._is_beside(at)
            or self._is_object(at)
        )
        listed = self._ends_aside(at) or ends_label(view.body[:at])
        if not (capital or led or listed or phrase_end(view.words, at + 1, PRESENT_TOO)):
            return 0
        others, after = self._sentence.subject(at, end)
        if not others or others[0][0] != at:
            return 0
        brought = before[0] in ("brought", "bringing", "put") or before == ("to", "me")  # put Tom on
        brought = brought or (before[0] in ("heard", "watched") and view.key(after) in _PERFORMING)
        if listed and view.may_end_list(after):
            return state.take_group(at, Participants(others, after, "", False), keep=True)
        reached = self._is_reached(at)
        came = phrase_end(view.words, after, PRESENT_TOO) > 0
        apart = view.is_owned(at) or (is_about_others(view, at) and not second)  # his brother Tom
        if apart and not (brought or reached or came):
            return 0
        aside = view.sign(at) == "(" and view.key(after) in _AWAY  # (Tom OOO)
        aside = aside or (phrase_end(view.words, after, NOT_THERE) > 0 and not led)
        if aside or self._is_meant(at) or (before[0] in ("no", "not") and not view.words[at - 1].stops):
            return 0  # with Ada, no Tom  # rang Ada. Supposed to see Grace; wished Ada was there
        led = led or brought or reached or self._acts_meanwhile(at, after)
        if came and self._sentence.is_sure(others, after) and not (apart and others[0][1].words == 1):
            return state.take_group(at, Participants(others, after, "", False), keep=True)
        follows = after < end and not view.words[after - 1].stops
        acts = self._sentence.verbs.at(after, end) if follows else None
        alone = capital and (
            self._joins(at, after, end) or self._stands_alone(at, after) or not self._is_spoken_of(at, after)
        )
        there = led or acts or alone or came or comes_next(view, state.last_person, at)
        if there or phrase_end(view.words, after, PERHAPS_PRESENT):
            for i, named in others:
                self._sentence.ask(i, named)
            return after
        return 0

    def _is_spoken_to_too(self, at: int) -> bool:
        """Whether a second "to" leads to the name at ``at``: ``chatted to Ada about rent and to Tom``."""
        view = self._view
        second = view.key(at - 1) == "to" and view.key(at - 2) in AND
        return second and all(view.key(i) != "to" for i in range(self._state.last_person + 1, at - 1))

    def _is_written_as_name(self, at: int) -> bool:
        """Whether ``at`` is in capitals, or somebody's name apart or in a line without capitals."""
        view = self._view
        capital = view.line[view.words[at].start : view.words[at].start + 1].isupper()
        if capital or view.is_at(at) or self._names.is_full_name(at):
            return True
        apart = at > 0 and (view.words[at - 1].stops or view.body[at - 1].value in DASHES)  # ; tom joined
        apart = apart and view.key(at + 1) != view.key(at)
        said = view.line[view.body[self._state.sentence_from].start :]  # Work: lunch with ada, saw tom
        lower = said.islower() and view.key(at) not in CLAUSE_WORDS
        lower = lower and view.key(at - 1) not in EXCEPT | {"no"}
        known = (apart or lower) and view.key(at) not in COMMON_WORDS and view.is_name(at)
        return known and not is_plain_word(view, at)

    def _take_company(self, at: int, end: int) -> int:
        """Takes those behind "with" at ``at``, where only a place stands before it, else asks."""
        view, state = self._view, self._state
        group = self._participants.read_list(at, end, state.kind)
        if group is None or group.lead != "with" or is_about_others(view, at):
            return 0
        if self._follows_place(at) and (group.end >= end or view.words[group.end - 1].stops):
            return state.take_group(at, group, keep=True)
        for i, named in group.names:
            self._sentence.ask(i, named)
        return group.end

    def _take_joint(self, at: int, end: int) -> int:
        """Takes those behind ``together with`` at ``at``, or asks where it stands apart from those met."""
        view, state = self._view, self._state
        copied = phrase_end(view.words, at, COPIED) if self._was_written(at) else 0
        beside = copied or phrase_end(view.words, at, JOINTLY)
        joint, last = self._sentence.subject(beside, end) if beside else ([], at)
        if not joint:
            return 0
        sure = self._sentence.is_sure(joint, last) and view.may_end_list(last)
        if sure and (copied or at - 1 == state.last_person):
            return state.take_group(at, Participants(joint, last, "", False), keep=True)
        for i, named in joint if not is_about_others(view, at) else ():
            self._sentence.ask(i, named)  # at the pub, together with Tom
        return last

    def _was_written(self, at: int) -> bool:
        """Whether what is copied to others at ``at`` went to others: not ``email from Ada, cc Tom``."""
        view, state = self._view, self._state
        between = range(state.contact_from, state.last_person)
        apart = at - 1 == state.last_person or view.words[at - 1].stops or view.key(at - 1) in AND
        apart = apart or view.sign(at) == "(" or view.body[at - 1].value in DASHES  # not "forgot to", "not"
        written = state.kind in ("email", "message", "letter") and apart
        return written and len(between) > 0 and all(view.key(i) not in ("from", "by") for i in between)

    def may_be_absent(self, at: int, kind_end: int) -> bool:
        """Whether the first one named, at ``at``, need not have been there: ``lunch order for Ada``."""
        view = self._view
        ordered = view.key(at - 1) == "for" and 0 < kind_end < at - 1 and not self._state.is_cut(at - 2)
        return view.key(at - 1) in EXCEPT or (ordered and view.key(at - 2) not in CELEBRATED)

    def note_mention(self, at: int, named: NameMatch, *, in_text: bool) -> None:
        """Notes a later ``@``: a mention in the text behind a head that names people, else asked about."""
        state = self._state
        if named.person is None or named.person in state.people:
            return
        if self._participants.is_possessive(self._view.body[at]) or in_text:
            state.mentions.setdefault(named.person)
            return
        unclear = self._participants.ask_if_present(at, named).problem
        if unclear is not None:
            name = named.person.name
            message = f"was {name} there too? If so name them together, else leave out the @"
            sign = Reading(f"{name} was not there", unclear.start, unclear.start + 1, "")
            state.add(unclear._replace(message=message, readings=(sign,)), "present")

    def ask_about_host(self, end: int) -> None:
        """Asks whether those were there at whose place it was: ``dinner at Ada's with Grace``."""
        view, state = self._view, self._state
        if view.key(state.contact_from + 1) in ("him", "her", "them") and state.people:
            for at in range(state.sentence_from, state.contact_from):
                owner = self._names.match_owner(at)
                if owner is not None:
                    self._sentence.ask(at, owner)  # Ada's plane was late, met her with Tom
        for at in range(state.sentence_from, view.limit - 1 if state.people else 0):
            if at >= end and not self._is_reached(at + 1):
                continue
            self._ask_about_guests(at)
            lead = view.key(at) in ("at", "to", "by", "then")  # then Ada's for supper
            host = self._names.match_owner(at + 1) if lead else None
            way = state.kind in WRITTEN and view.key(at) == "to"  # rang Ada on the way to Tom's
            if host is None or way or host.person in state.people:
                continue
            asked = self._participants.ask_if_present(at + 1, host).problem
            ends = view.may_end_list(host.end) or view.key(host.end) in COMMON_WORDS
            gone = self._is_reached(at + 1) or view.key(at - 1) in _GONE or view.key(at) == "then"
            ends = ends or (view.key(host.end) in (*_HOMES, "for") and gone)
            if ends and asked is not None:
                said = view.text(at + 1, host.end)
                place = Reading(f"at {said}, without them", *view.span(at, host.end), f'place:"{said}"')
                state.add(asked._replace(start=view.body[at].start, readings=(place,)), "present")

    def _ask_about_guests(self, at: int) -> None:
        """Asks about those for whom it was, or between whom: ``lunch for Tom's birthday with Ada``."""
        view, key = self._view, self._view.key(at)
        behind = view.kind_at(at - 1)
        given = behind is not None and behind[1] == at  # lunch for Alex, Tom Baker paid
        feast = self._names.match_owner(at + 1) if key in _BEFORE_WHOSE else None
        if feast is not None and (key != "for" or self._is_feast(feast.end)):
            self._ask_about_guest(at + 1, feast)
        held = key == "by" and (given or view.key(at - 1) in TALKS | OCCASIONS)
        giver = self._sentence.name_at(at + 1) if held else None
        if giver is not None and giver.person not in self._state.people:
            self._ask_about_guest(at + 1, giver)  # brunch by Ada with Tom
        honoured = key == "of" and view.key(at - 1) in ("honour", "honor")
        met = given and behind is not None and behind[0] in EATEN | {"meeting", "visit"}
        if honoured or (met and key == "for") or (given and key in ("between", "among")):
            for i in range(at + 1, min(view.limit, at + _REACH)):
                named = self._sentence.name_at(i) if i not in self._state.named else None
                if named is not None:
                    self._ask_about_guest(i, named)
                elif view.key(i) not in AND and i not in self._state.named:
                    break

    def _ask_about_guest(self, at: int, named: NameMatch) -> None:
        """Asks whether the one named at ``at`` was met too, besides those who were."""
        view, state = self._view, self._state
        asked = self._participants.ask_if_present(at, named).problem
        if asked is None or named.person is None or named.person in state.people:
            self._sentence.ask(at, named)
            return
        from netui.domain.capture.field_readings import typed_date

        met = " ".join(f"@{quote_value(each.id)}" for each in (*state.people, named.person) if each.id)
        begin, day = view.body[state.sentence_from].start, typed_date(state.on or view.today)
        text = f"{state.kind or 'meeting'} with {met} {day}: "
        both = Reading(f"{named.person.name} was there too", begin, begin, text)
        state.add(asked._replace(readings=(both,)), "absent")

    def _is_feast(self, at: int) -> bool:
        """Whether what is somebody's at ``at`` is celebrated with them: ``40th``, ``leaving do``."""
        said = [self._view.key(i) for i in range(at, at + 3)]
        return not CELEBRATED.union(_CELEBRATIONS).isdisjoint(said) or said[0].endswith(("th", "st"))

    def _is_meant(self, at: int) -> bool:
        """Whether somebody at ``at`` was only wished for, or the sentence tells what was only meant to be."""
        view = self._view
        if view.key(at - 1 - (view.key(at - 1) == "only")) in _WISHED:
            return True
        for i in range(at - 1, max(0, at - _REACH), -1):
            if view.words[i - 1].stops:
                first = i + (view.key(i) in ("was", "were", "i", "we", "but"))
                first += view.key(first) in ("was", "were")
                return view.key(first) in _MEANT and view.key(first + 1) == "to"
        return False

    def ask_about_introducer(self, end: int) -> None:
        """Asks about whoever introduced others: ``intro to Ada via Tom``, ``Tom's intro to Ada``."""
        view, state = self._view, self._state
        for at in range(state.sentence_from, end if state.kind == "intro" else 0):
            led = at > 0 and view.key(at - 1) in _INTRODUCED_BY
            owner = self._names.match_owner(at)
            owner = owner if owner is not None and view.kind_at(owner.end) is not None else None
            named = self._sentence.name_at(at) if led else owner
            if named is not None and at not in state.named:
                self._sentence.ask(at, named)

    def _is_reached(self, at: int) -> bool:
        """Whether what the writer did leads to the name at ``at``: ``, waved to Tom``."""
        view, lead = self._view, self._view.key(at - 1)
        if lead not in _REACHED_BY:
            return False
        first = at - 1
        while first > 0 and not (view.words[first - 1].stops or view.body[first - 1].value in DASHES):
            first -= 1
            if view.key(first) in CLAUSE_BREAKS or at - first > _REACH:
                return False
        while view.key(first) in SUBJECTS | ADDED | AND:
            first += 1
        verb, follower = view.key(first), view.key(first + 1)
        did = verb in PAST_FORMS | PAST_VERBS or (verb.endswith("ed") and len(verb) > 3)
        told = verb in REPORTS and follower not in _GREETINGS
        fits = {"for": _WAITED, "from": _GOT}.get(lead)
        return 0 < first < at and did and not told and (fits is None or verb in fits)

    def _acts_meanwhile(self, at: int, after: int) -> bool:
        """Whether those named were about at the same time: ``as Tom was in town``, ``while Tom cooked``."""
        view, verb = self._view, self._view.key(after)
        if view.key(at - 1) not in _MEANWHILE or after >= view.end or view.words[after - 1].stops:
            return False
        if self._state.kind in WRITTEN | {"video"}:
            return False  # rang Ada while Tom drove
        was = verb in ("was", "were")
        away = view.key(after + 1 + (view.key(after + 1) in ("still", "too", "so"))) in ABSENT.union(_BUSY)
        minded = verb in ("had", "minded", "watched") and view.key(after + 2) in _MINDED
        return not ((was and away) or minded) and (verb in PAST_FORMS or verb.endswith("ed"))

    def _stands_alone(self, at: int, after: int) -> bool:
        """Whether the name up to ``after`` ends a clause that says no more of them: ``; Ada``."""
        view = self._view
        if after < view.end and not view.words[after - 1].stops:
            return False
        if view.key(at - 1) in _SAID_OF:
            return False
        for i in range(at - 1, max(-1, at - _REACH), -1):
            if view.words[i].stops or view.body[i].value in DASHES:
                return True
            if view.key(i) in CLAUSE_BREAKS:
                return False
        return True

    def _is_spoken_of(self, at: int, after: int) -> bool:
        """Whether the name from ``at`` to ``after`` is the subject of news, or of what somebody else said."""
        view = self._view
        follower = view.key(after)
        tells = after < view.end and not view.words[after - 1].stops
        verb = follower.endswith(("ed", "s", "'t")) and follower not in COMMON_WORDS
        if tells and (follower in NEWS | PAST_FORMS or verb):
            return True
        if view.key(at - 1) in BESIDE_A_NAME | DETERMINERS | REPORTS | {"to", "from"}:
            return True
        for i in range(at - 1, max(-1, at - _REACH), -1):
            if view.key(i) in CLAUSE_BREAKS:
                return True
            if view.words[i].stops or view.body[i].value in DASHES:
                return False
        return False

    def _joins(self, at: int, after: int, end: int) -> bool:
        """Whether a clause from ``at`` tells what those named up to ``after`` did there: Tom left early."""
        view = self._view
        past = view.key(after) in PAST_FORMS or view.key(after).endswith("ed")
        if past and self._ends_place(at):
            return True
        begins = (
            view.words[at - 1].stops
            or view.key(at - 1) in ("only", "even", "but")
            or view.body[at - 1].value in DASHES
            or view.starts_line(at)
        )
        if not (begins or at - 1 == self._state.last_person or view.sign(at) == "("):
            return False
        if view.key(after - 1) in AND or phrase_end(view.words, after, DEEDS_THERE):
            return True  # Tom + kids
        if past and view.may_end_list(after + 1) and view.key(after) not in EVENTS:
            return True  # with Ada on Friday, Tom drove
        last = next((i + 1 for i in range(after, min(end, after + _REACH)) if view.words[i].stops), end)
        return not {"us", "me", "too", "also"}.isdisjoint(
            view.key(i) for i in range(after, min(last, after + _REACH))
        )

    def _follows_place(self, at: int) -> bool:
        """Whether only a place stands between those met and "with" at ``at``: saw Ada at the pub with Tom."""
        view, first = self._view, self._state.last_person + 1
        if self._state.kind in WRITTEN | {"video"} or view.key(first) not in ("at", "in") or at > first + 5:
            return False
        where = view.key(first + 1)
        placed = (
            where in ("the", "a", "an") or where in DESTINATIONS or view.body[first + 1].value[:1].isupper()
        )
        stops = any(view.words[i].stops for i in range(first - 1, at))
        return placed and not stops and view.key(at - 1) not in BEFORE_WITH and where != view.key(at)

    def _ends_place(self, at: int) -> bool:
        """Whether a place in capitals ends right before ``at``: lunch with Ada at the Crown Tom cooked."""
        view, first = self._view, at - 1
        while first > self._state.last_person and view.body[first].value[:1].isupper():
            first -= 1
        return first < at - 1 and view.key(first - (view.key(first) == "the")) in ("at", "in")

    def _ends_aside(self, at: int) -> bool:
        """Whether ``and`` before ``at`` goes on with those met: ``with Tom, his wife and Ada``."""
        view, last = self._view, self._state.last_person
        if at - 2 == last and view.key(at - 1) in ("also", "incl", "including") and view.sign(at - 1) == "(":
            return True  # with Ada (also Tom)
        if view.key(at - 1) not in AND or not 0 <= last < at - 2 <= last + 4:
            return False
        first = last + 1 + (view.key(last + 1) in AND)
        return view.key(first) in POSSESSIVES | DETERMINERS and first < at - 2

    def _is_beside(self, at: int) -> bool:
        """Whether a name stands right behind those met with nothing between: ``dinner ada tom thai``."""
        view = self._view
        alone = at - 1 == self._state.last_person and not view.words[at - 1].after
        if view.sign(at) == "(" and view.key(at + 1) in NEWS - {"has", "have"}:
            return False  # with Ada (Tom sends his love)
        return alone and view.key(at) not in CLAUSE_WORDS and view.is_name(at)

    def _is_object(self, at: int) -> bool:
        """Whether a verb of contact leads to ``at``: ``bumped into``, ``saw``, ``called``."""
        return self._view.key(at - 1) in MEETING or at in self._object_starts

    @cached_property
    def _object_starts(self) -> frozenset[int]:
        """The indices right behind each verb of contact in the line."""
        verbs = (self._sentence.verbs.at(start, self._view.end) for start in range(self._view.end))
        return frozenset(verb[0] for verb in verbs if verb is not None)
