"""Grammar of the capture language: the head (kind, people, date, place), then the text.

A hand-written predictive parser over the lexer's tokens, called by :func:`.parse.parse` alone.
"""

import re
from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from netui.domain.capture.days.closing_day import ends_part
from netui.domain.capture.days.day_checks import ask_about_day, is_dated, is_within_day
from netui.domain.capture.days.feasts import ask_about_feast
from netui.domain.capture.head.kind import KindReader
from netui.domain.capture.head.opening import count_closing, count_opening, names_part_of_day, read_opening
from netui.domain.capture.head.places import place_at
from netui.domain.capture.model import ParsedLine, Person, Resolver
from netui.domain.capture.names.list_ends import ME, ends_list_there, names_writer
from netui.domain.capture.names.name_resolution import NameMatch, NameMatcher
from netui.domain.capture.names.naming_checks import NamingChecks
from netui.domain.capture.names.participants import ParticipantReader, Participants
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.intent import check_coming, check_tense
from netui.domain.capture.sentence.negation import check_took_place
from netui.domain.capture.sentence.note_checks import ask_about_note, ask_about_others
from netui.domain.capture.sentence.others import OthersReader
from netui.domain.capture.sentence.unread_kind import ask_about_unread_kind
from netui.domain.capture.sentence.words import (
    BEFORE_OTHER_DAYS,
    BEFORE_WITH,
    ELSEWHERE,
    NEARBY,
    NEWS,
    NO_DEEDS,
    TALKS,
    TO_COME,
)
from netui.domain.capture.tokens.lexer import AT, PLAIN, Lexer
from netui.domain.capture.tokens.markers import Markers
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.verbs.kind_in_text import ask_about_bare_kind
from netui.domain.capture.vocabulary import ABOUT, AND, DASHES, OCCASIONS, SPOKEN_BEFORE, WITH
from netui.domain.model.dates import day_of
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.tokens import MONTHS, WEEKDAYS, Clock, is_spent, phrase_end

if TYPE_CHECKING:
    from netui.domain.capture.sentence.companions import CompanionReader

_OPENING = 7
"""In so many words a line may say what was done before it says when: bowls on saturday with Ada."""
_GROUP = 5
"""So many words of a group may stand between "with" and the colon: with the whole band: Ada, Grace."""
_LENGTH = r"\d+(?:m|min|mins|h|hr|hrs|h\d\d)"
"""How long it took: call: Ada 20m."""
_SECOND_DAY = ("again", "also", "no", "or", "rather", "wait", "sorry", "mean", "actually", "think")
"""Words before a second day, which is asked about: on Monday, no wait, Tuesday."""


class LineParser:
    """Parses one line, left to right, with a lookahead of a few words.

    ``subject`` is whether the line is read as one that begins with whoever was chosen before.
    """

    def __init__(
        self,
        line: str,
        clock: Clock,
        names: Resolver,
        kinds: Kinds,
        goals: Mapping[str, str],
        present: Sequence[str],
        places: Container[str],
        *,
        subject: bool = False,
    ):
        self._line = line
        self._clock = clock
        self._kinds = kinds
        self._places = places
        self._resolver = names
        tokens = Lexer(line).tokenize()
        if clock.translator is not None:
            from netui.domain.capture.tokens.translation import translate_tokens

            tokens = translate_tokens(line, tokens, clock.translator, names)
        bullet, opened = count_opening(tokens, lambda key: bool(names.starting(key)))
        ended = len(tokens) - count_closing(tokens[opened:])
        body = tokens[opened:ended]
        chosen: tuple[Person, ...] = ()
        if present:
            from netui.domain.capture.names.chosen import find_chosen, name_chosen

            chosen = find_chosen(present, names)
            body = name_chosen(body, chosen[0], names, kinds, subject=subject) if body else body
        self._marks = Markers(line, body, clock, goals)
        if bullet:
            self._marks.cut(tokens[0], "bullet")
        self._names = NameMatcher(self._marks.body, names, chosen)
        self._view = TokenView(line, self._marks, clock, kinds, self._names.is_first_name)
        self._participants = ParticipantReader(self._view, self._names, bool(chosen))
        self._state = ParseState(self._view, self._marks, chosen)
        self._sentence = SentenceReader(self._view, self._state, self._names, self._participants)
        self._others = OthersReader(self._view, self._state, self._names, self._participants, self._sentence)
        self._in_head = False
        self._kind = KindReader(self._view, self._state, self._participants, self._sentence)
        self._marked = False
        self._dash = False

    @cached_property
    def _companions(self) -> "CompanionReader":
        from netui.domain.capture.sentence.companions import CompanionReader

        return CompanionReader(
            self._view, self._state, self._kinds, self._names, self._participants, self._sentence
        )

    def read(self) -> ParsedLine:
        """The fields of the line."""
        view, state = self._view, self._state
        opened = read_opening(view, state, self._marks)
        state.sentence_from = opened
        at, separated = self._parse_head(self._kind.read_item(opened) or self._kind.read(opened))
        day = view.read(opened) if state.on is not None and opened < at and state.is_cut(opened) else None
        if day is not None and day.end < view.limit and not view.words[day.end].said:
            state.sentence_from = day.end
        whole = at >= view.limit and not self._marks.promises
        state.marked = state.marked or (self._marked and (separated or whole))
        if not state.kind and (not separated or view.limit == view.end):
            at = self._sentence.read_clauses(at)
        self._in_head, head = state.settled, at
        self._dash = dash = separated
        if not separated and self._marks.colon is not None:
            self._scan_running_text(at, view.limit, before_colon=True)
            at, separated = max(at, view.limit), True
        if separated:
            self._scan_text(at)
        else:
            self._scan_running_text(at, view.end, before_colon=False)
        if not (state.settled or state.present):
            self._companions.take_unannounced()
        if not state.kind and state.people and (self._marks.values["got"] or self._marks.values["gave"]):
            state.marked = True
        listed = self._marks.colon is not None and state.named and not state.kind
        with_writer = bool(listed) and names_writer(view, state.named, opened)
        state.marked = state.marked or with_writer
        counts = state.kind != "note" if state.kind else state.marked
        if counts:
            told = view.end if with_writer else view.limit  # Ada and I: bowls on Sunday
            ask_about_day(view, state, head if dash else told)
            ask_about_feast(view, state)
        if self._kinds.counts(state.kind or ("meeting" if state.marked else "note")):
            self._sentence.ask_about_unsure()
        colon = self._marks.colon is not None and head >= view.limit
        check_took_place(view, state, self._kinds, head, separated=dash or colon, colon=colon)
        if counts:
            self._others.ask_about_host(head if dash else view.limit)
            self._others.ask_about_introducer(head if dash else view.limit)
        check_tense(view, state)
        check_coming(view, state)
        if not state.problems:
            ask_about_unread_kind(view, state, self._kinds)
        bare = not (state.kind or state.marked or state.problems) and bool(state.people)
        if bare and separated and not self._in_head and self._marks.colon is not None:
            ask_about_others(view, state, self._sentence, opened)  # Am: Ada. Pm: Grace
        told = 0 <= state.last_person < head - 1 or head < view.limit  # Ada on the phone: all fine
        if bare and (not separated or told or (state.on is not None and dash)):
            ask_about_note(view, state, self._sentence, opened)
        checks = NamingChecks(view, state, self._marks, self._names, self._resolver, self._sentence)
        checks.check(self._kinds, self._participants, self._kind.end, counts=counts)
        line = state.result(self._clock.today)
        if not line.problems:
            return line
        from netui.domain.capture.readings import with_readings

        return with_readings(line, self._view, state)

    # ------------------------------------------------------------------ the head

    def _parse_head(self, at: int) -> tuple[int, bool]:
        """Reads names, date and place up to a separator (then True) or the first other word."""
        view, state = self._view, self._state
        begun = at > 0
        while at < view.limit:
            if begun and self._is_separated(at):
                day = self._take_day_behind_dash(at)
                if not day:
                    return self._skip_dash(at), True
                at = day
                continue
            at = self._skip_slash(at) if begun else at
            end = state.take_date(at)
            if end and at == self._kind.end:
                self._kind.end = end  # lunch Fri Ada
            if end and not (state.kind or state.settled):
                end = self._kind.read(end)
            end = end or self._take_people(at) or self._kind.take_purpose(at)
            over = view.key(at) in ("over", "round") and view.key(at + 1) == "for"  # @ada over for dinner fri
            if not (end or state.kind) and state.settled and (over or self._is_call(at)):
                break
            end = end or state.take_place(at, self._places) or view.skip_aside(at)
            end = end or state.take_misspelt(at) or self._kind.take_closing_verb(at)
            end = end or self._kind.skip_to_day(at) or self._kind.skip_adverb(at)
            if not end:
                break
            at, begun = end, True
        return at, False

    def _skip_slash(self, at: int) -> int:
        """The index of a day behind a slash at ``at``, which is cut: ``lunch / Ada / Mon``; else ``at``."""
        view = self._view
        if view.body[at].value != "/" or at + 1 >= view.limit or view.read(at + 1) is None:
            return at
        self._state.cut(at, at + 1)
        return at + 1

    def _is_call(self, at: int) -> bool:
        """Whether those named are ``on the phone`` or ``on Zoom`` at ``at``: no aside before a day."""
        from netui.domain.capture.verbs.bare_kind import channel_end

        return self._view.key(at) == "on" and channel_end(self._view, at) > 0

    def _is_separated(self, at: int) -> bool:
        """Whether a full stop, a new line or a dash ends the head before ``at``."""
        view = self._view
        before = view.body[at - 1]
        if "\n" in self._line[before.end : view.body[at].start] or view.is_followed_by(at - 1, ";!?…"):
            return True
        if (
            view.is_followed_by(at - 1, ".")
            and view.ends_sentence(at - 1)
            and not (before.word.key[:1].isdigit() and not (self._state.kind or self._state.settled))
            and before.word.key not in MONTHS
            and before.word.key not in WEEKDAYS
        ):
            return True
        return view.body[at].value in DASHES

    def _take_day_behind_dash(self, at: int) -> int:
        """Consumes a day alone behind a dash or full stop: ``coffee with Ada - 3 mar``; 0 without one."""
        view = self._view
        dash = view.body[at].value in DASHES
        start = at + dash
        found = view.read(start) if start < view.limit else None
        meant = view.misspelt(start) if found is None and start < view.limit else None
        if meant is not None and (meant[0] == view.limit or view.words[meant[0] - 1].stops):
            return self._state.take_misspelt(start)
        if found is None or found.end > view.limit or (not dash and view.body[found.end - 1].colon):
            return 0
        closed = found.end == view.limit or view.body[found.end].value in DASHES
        if not (closed or view.words[found.end - 1].stops):
            return 0
        if dash:
            self._state.cut(at, start)
        return self._state.take_date(start)

    def _skip_dash(self, at: int) -> int:
        if at < self._view.end and self._view.body[at].value in DASHES:
            self._state.cut(at, at + 1)
            return at + 1
        return at

    def _take_people(self, at: int) -> int:
        """Consumes the names at ``at``; the subject of a sentence stays in the text."""
        lead = "kind" if at == self._kind.end else ""
        group = self._participants.read_list(at, self._view.limit, self._state.kind, lead)
        if group is None:
            return 0
        apart = at > 0 and self._view.words[at - 1].stops and not self._view.may_end_list(group.end)
        if apart and self._state.settled and not group.lead:
            return 0  # coffee with Ada on Monday, Tom Baker cancelled
        self._marked = self._marked or any(self._view.is_at(i) for i, _ in group.names)
        group = group._replace(lead=group.lead and "with") if self._kind.spoke else group
        (last, named), key, after = group.names[-1], self._view.key, group.end
        told = apart and at == self._kind.end and key(after) in NEWS  # coffee, Ada says hi
        if told or self._may_be_elsewhere(last, after):
            group.names[-1] = last, self._participants.ask_if_present(last, named)
        acts = (key(after) in AND and key(after + 1) in ME) or key(after) in ("at", "from")  # Ada and I
        subject = not (self._state.kind or group.lead) and (acts or not self._view.may_end_list(after))
        return self._state.take_group(at, group, keep=subject)

    def _may_be_elsewhere(self, last: int, end: int) -> bool:
        """Whether the last name of a list, up to ``end``, may tell of somebody else: ``(Tom in London)``."""
        view = self._view
        if view.line[view.body[last].start : view.words[last].start].endswith("(") and end < view.end:
            return ")" not in view.words[end - 1].after and view.key(end) in ("at", "in", "on")
        apart = last > 0 and "," in view.words[last - 1].after
        near = phrase_end(view.words, end, NEARBY)  # but: next door to the bakery
        near = near if apart or view.key(end + 1) != "door" else 0  # coffee with Ada next door
        return (near > 0 and view.key(near) != "to") or (apart and phrase_end(view.words, end, ELSEWHERE) > 0)

    # ------------------------------------------------------------------ text

    def _scan_running_text(self, at: int, end: int, *, before_colon: bool) -> None:
        """Scans text without a colon: its names and dates are fields only where they are unambiguous."""
        view, state = self._view, self._state
        start = at
        while at < end:
            taken = 0
            if view.body[at].what == PLAIN and (before_colon or not state.is_dated):
                if at - 1 == state.last_person >= start or (at == start and state.kind and state.settled):
                    at = view.skip_aside(at) or at
                    last = view.key(at) in WEEKDAYS and ends_part(view, at + 1)
                    taken = state.take_date(at, sure=not last, inside=True) or state.take_misspelt(at)
                elif before_colon or view.key(at - 1) in ("spent", "had") or is_spent(view.words, at):
                    found = view.read(at)
                    last = before_colon and at + 1 == end and at > 0 and view.words[at - 1].stops  # Fri:
                    last = last or is_spent(view.words, at) or (found is not None and found.value is None)
                    taken = state.take_date(at, sure=not last, inside=True) or state.take_misspelt(at)
                elif at - start < _OPENING and self._precedes_company(at):
                    taken = self._take_day_before_company(at)
                elif view.read(at) is None:
                    taken = state.take_misspelt(at)
            elif state.on is not None and (view.key(at - 1) in AND or view.key(at - 1) in _SECOND_DAY):
                sure = not (view.key(at - 1) in AND and state.is_cut(at - 2))
                taken = state.take_date(at, sure=sure, inside=True)  # a second day: asked about
            at = taken or self._take_person(at, end, before_colon) or at + 1

    def _precedes_company(self, at: int) -> bool:
        """Whether a day at ``at`` stands before those it was spent with: ``cinema last night with Ada``."""
        view = self._view
        named = at > 1 and all(view.body[i].value[:1].isupper() for i in (at - 1, at))  # Black Friday
        if named or not NO_DEEDS.union(BEFORE_OTHER_DAYS).isdisjoint(view.key(i) for i in range(at)):
            return False
        found = None if is_within_day(view, at) else view.read(at)
        if any(view.key(i) in TO_COME for i in range(max(0, at - 4), at)):
            return False  # Ada rang, is arriving on Sunday with the kids
        held = view.key(at - 1) in OCCASIONS | TALKS or view.kind_at(at - 1) is not None
        held = held or found is None or found.value is None or day_of(found.value) <= view.today
        return held and found is not None and view.key(found.end) in WITH

    def _take_day_before_company(self, at: int) -> int:
        """Takes the day of ``bbq sun with Ada``; asks whether ``gig sat with Ada`` tells how they sat."""
        view, lead = self._view, self._view.key(at - 1)
        taken, found = self._state.take_date(at, sure=True, inside=True), view.read(at)
        apart = at == 0 or view.key(at) not in WEEKDAYS
        if taken or found is None or apart or lead in SPOKEN_BEFORE | {"in", "of"}:
            return taken
        if view.words[at - 1].stops and view.key(at) in ("sat", "sun"):
            return taken  # gym, sat with Ada
        if view.key(at) == "sat" and not (lead in OCCASIONS | TALKS or lead.endswith("ing")):
            self._state.ask_whether_day(at, found.end, found.value)
            return found.end
        return self._state.take_date(at, inside=True)

    def _scan_text(self, at: int) -> None:
        """Scans the text after a colon: people in it count only where nobody was named before it."""
        view, state = self._view, self._state
        ask_about_bare_kind(view, state, self._kinds, at)
        if 0 < at < view.end and view.body[at].start == view.body[at - 1].end and not state.kind:
            self._ask_about_glued(at)
        group = self._listed_in_text(at) if at < view.end and not self._in_head else None
        if group is not None and (not state.settled or self._ends_list(group)):  # with Ada: Tom Baker is ill
            ended, dated = self._ends_list(group), self._is_dated(group)
            state.take_group(at, group, keep=not (ended or dated))
            at = self._skip_dash(group.end) if ended else group.end
            at = self._skip_dash((state.take_date(at) if dated else 0) or at)
        if group is None and not state.settled and state.kind:
            self._companions.take_in_text(at)
        listed = group is not None and bool(state.kind)  # lunch: Tom and Ada, then Gwen
        listed = listed or (self._in_head and names_part_of_day(view, at)) or view.key(at - 1) == "cc"
        while at < view.end:
            at = self._take_person(at, view.end, before_colon=False, text=not listed) or at + 1

    def _is_dated(self, group: Participants) -> bool:
        """Whether a day of its own stands behind names in the text: ``call: Ada, 20 Nov, wants a room``."""
        return self._state.on is None and is_dated(self._view, group.end)

    def _listed_behind_place(self, at: int, end: int) -> Participants | None:
        """The list of names behind a comma that follows a kind and where it was: ``lunch at home, Ada``."""
        view, begin = self._view, self._kind.end
        if not 0 < begin < at or "," not in view.words[at - 1].after or view.key(begin) not in ("at", "in"):
            return None
        if any(view.words[i].stops for i in range(begin, at - 1)):
            return None
        group = self._participants.read_list(at, end, self._state.kind, "kind")
        return group if group is not None and self._ends_list(group) else None

    def _ask_about_glued(self, at: int) -> None:
        """Asks about a name right behind a colon, without a blank: ``ada:grace pub quiz``."""
        people = self._names.match_first_name(self._view.key(at).partition(":")[0])
        if len(people) == 1:
            self._sentence.ask(at, NameMatch(at + 1, people[0]))

    def _listed_in_text(self, at: int) -> Participants | None:
        """The names that the text begins with; first names only in a list: ``dinner: Tom, Sarah``."""
        view, kind = self._view, self._state.kind
        near = range(max(1, at - _GROUP), at) if not kind else ()
        grouped = any(view.key(i) in WITH and view.key(i - 1) not in BEFORE_WITH for i in near)
        grouped = grouped and view.key(at - 1) not in ABOUT  # with Ada re: Grace
        if grouped or (kind and self._kinds.counts(kind)):
            group = self._participants.read_list(at, view.end, kind or "meeting", "kind")
            if group is not None and self._ends_list(group):
                return group._replace(marked=group.marked or grouped)
        return self._participants.read_list(at, view.end, kind)

    def _ends_list(self, group: Participants) -> bool:
        """Whether names at the start of the text are a list of their own, not the subject of a sentence."""
        view, at = self._view, group.end
        if view.may_end(at) or at in view.after_mark or view.is_followed_by(at - 1) or self._is_dated(group):
            return True
        if view.body[at].value.startswith("(") or view.sign(at) == "(" or ends_list_there(view, at):
            return True  # call: Ada, Grace (budget)
        more = view.body[at].value if at + 1 >= view.end else view.key(at + 1) * (view.key(at) in AND)
        if more.lstrip("+").isdecimal() and at + 2 >= view.end:
            return True  # team lunch: Ada, Grace + 4
        if view.key(at) in ("about", "re", "regarding") or (
            at + 1 >= view.end and view.key(at)[:1].isdigit() and re.fullmatch(_LENGTH, view.key(at))
        ):
            return True  # phone: Ada, about the boiler; call: Ada 20m
        if view.key(at) in ("at", "@") and place_at(view.body, at, view.end, self._places) >= view.end:
            return True
        return view.body[at].value in DASHES or (len(group.names) > 1 and view.is_followed_by(at - 1, ","))

    def _may_name_another(self, *, text: bool) -> bool:
        """Whether a name in running text, or in ``text`` behind a dash, may be that of someone else there."""
        state = self._state
        counts = bool(state.kind and self._kinds.counts(state.kind))
        return (state.marked or counts) and (self._dash or not text)

    def _take_person(self, at: int, end: int, before_colon: bool, text: bool = False) -> int:
        """Consumes people named in running text at ``at``; the index after the names, else 0."""
        view, state, token = self._view, self._state, self._view.body[at]
        if token.what == AT:
            if not state.settled:
                return self._companions.take_first_mention(at, end)
            another = self._others.take_another(at, end) if self._may_name_another(text=text) else 0
            if another:
                return another  # lunch with @ada, then @grace
            self._others.note_mention(
                at, self._names.match_marked(at), in_text=self._in_head and not before_colon
            )
            return 0
        if token.what != PLAIN:
            return 0
        if view.key(at) in WITH and not text and not state.marked and not (state.kind and state.settled):
            return self._companions.take_company(at, end)
        if view.key(at) in ("from", "to", "off") and not (text or state.settled):
            return self._companions.take_direction(at, end)
        if state.settled:
            return self._others.take_another(at, end) if self._may_name_another(text=text) else 0
        if (aside := self._participants.read_aside(at)) is not None:
            return state.take_group(at, aside, keep=True)
        if (listed := self._listed_behind_place(at, end)) is not None:
            return state.take_group(at, listed, keep=False)
        named = self._names.match_bare(at)
        person = named.person if named is not None and named.words > 1 else None
        other = state.present and person not in state.present
        if named is None or person is None or other or self._companions.are_contents(at - 1):
            return 0
        if self._others.may_be_absent(at, self._kind.end):
            named = self._participants.ask_if_present(at, named)
        self._companions.ask_before(at)
        group = (
            self._participants.read_list(at, end, state.kind, "kind") if view.key(at - 1) == "both" else None
        )
        return state.take_group(at, group or Participants([(at, named)], named.end, "", False), keep=True)
