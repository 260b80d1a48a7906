"""Grammar of the capture language: the head (kind, people, date, place), then the text.

A hand-written predictive parser over the lexer's tokens, called by :func:`.parse.parse` alone.
"""

from collections.abc import Container, Mapping, Sequence

from netui.domain.capture.lexer import AT, PLAIN, Lexer
from netui.domain.capture.markers import Markers
from netui.domain.capture.model import ParsedLine, Person, Problem, Resolver, name_key
from netui.domain.capture.name_resolution import NameMatcher
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.participants import ParticipantReader, Participants
from netui.domain.capture.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ADJECTIVES,
    AND,
    ANSWERED,
    CALLED_OFF,
    CLAUSE_WORDS,
    DASHES,
    EXCEPT,
    FILLERS,
    GENERIC,
    INTENT,
    UNANSWERED,
    WITH,
    WRITTEN,
)
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.parse import Clock, matches_phrase
from netui.domain.natural_dates.tokens import MONTHS, WEEKDAYS

_OPENING_WORDS = 6
_SUBJECTS = ("i", "we", "i'd", "we'd")


class LineParser:
    """Parses one line, left to right, with a lookahead of a few words."""

    def __init__(
        self,
        line: str,
        clock: Clock,
        names: Resolver,
        kinds: Kinds,
        goals: Mapping[str, str],
        present: Sequence[str],
        places: Container[str],
    ):
        self._line = line
        self._clock = clock
        self._kinds = kinds
        self._places = places
        self._resolver = names
        self._marks = Markers(line, Lexer(line).tokenize(), clock, goals)
        self._view = TokenView(line, self._marks, clock, kinds)
        self._names = NameMatcher(self._view.body, names)
        chosen = tuple(self._preselected(ident) for ident in present)
        self._participants = ParticipantReader(self._view, self._names, bool(chosen))
        self._state = ParseState(self._view, self._marks, chosen)
        self._in_head = False
        self._spoke = False

    def _preselected(self, ident: str) -> Person:
        key = name_key(ident)
        rows = self._names.starting(key.split(" ", 1)[0]) if key else ()
        return next((person for _, person in rows if person.id == ident), Person(ident, ident))

    def read(self) -> ParsedLine:
        """The fields of the line."""
        view, state = self._view, self._state
        at, separated = self._parse_head(self._parse_kind(0))
        self._in_head = state.settled
        if not separated and self._marks.colon is not None:
            self._scan_running_text(at, view.limit, before_colon=True)
            at, separated = max(at, view.limit), True
        if separated:
            self._scan_text(at)
        else:
            self._scan_running_text(at, view.end, before_colon=False)
        self._check_took_place(at, separated)
        self._check_someone_is_named()
        return state.result(self._clock.today)

    # ------------------------------------------------------------------ the head

    def _parse_kind(self, start: int) -> int:
        """Reads the kind, after filler words (``had a``) and adjectives (``quick``)."""
        view, state = self._view, self._state
        at = start
        most = min(view.limit, start + _OPENING_WORDS)
        while at < most and view.key(at) in FILLERS | ADJECTIVES and not view.words[at].stops:
            at += 1
        found = view.kind_at(at)
        while found is None and at > start:
            at -= 1
            found = view.kind_at(at)
        if found is None:
            return start
        for i in range(start, at):
            if view.key(i) in FILLERS:
                state.cut(i, i + 1)
        state.kind, end = found
        state.typed = True
        self._spoke = view.key(at) == "spoke"
        second = view.kind_at(end) if not view.words[end - 1].stops else None
        if (
            second
            and state.kind == "intro"
            and second[0] in WRITTEN | {"video", "meeting", "coffee", "lunch"}
        ):
            state.kind = second[0]
            state.cut(end, second[1], "kind")
            return second[1]
        state.cut(at, end, "kind")
        if second and view.key(end) in GENERIC:
            state.cut(end, second[1], "kind")
            return second[1]
        if view.key(end) in ("up", "out") and (view.key(end + 1) in WITH or view.is_at(end + 1)):
            state.cut(end, end + 1)
            return end + 1
        return end

    def _parse_head(self, at: int) -> tuple[int, bool]:
        """Reads names, date and place up to a separator (then True) or the first other word."""
        view, state = self._view, self._state
        begun = at > 0
        while at < view.limit:
            if begun and self._is_separated(at):
                return self._skip_dash(at), True
            end = state.take_date(at)
            if end and not (state.kind or state.settled):
                end = self._parse_kind(end)
            end = end or self._take_people(at) or state.take_place(at, self._places) or view.skip_aside(at)
            if not end:
                break
            at, begun = end, True
        return at, False

    def _is_separated(self, at: int) -> bool:
        """Whether a full stop, a new line or a dash ends the head before ``at``."""
        view = self._view
        before = view.body[at - 1]
        if "\n" in self._line[before.end : view.body[at].start] or view.is_followed_by(at - 1, ";!?…"):
            return True
        if (
            view.is_followed_by(at - 1, ".")
            and before.word.key not in MONTHS
            and before.word.key not in WEEKDAYS
        ):
            return True
        return view.body[at].value in DASHES

    def _skip_dash(self, at: int) -> int:
        if at < self._view.end and self._view.body[at].value in DASHES:
            self._state.cut(at, at + 1)
            return at + 1
        return at

    def _take_people(self, at: int) -> int:
        """Consumes the names at ``at``; the subject of a sentence stays in the text."""
        group = self._participants.read_list(at, self._view.limit, self._state.kind)
        if group is None:
            return 0
        if self._spoke:
            group = group._replace(lead=group.lead and "with")
        subject = not self._state.kind and not group.lead and not self._view.may_end_list(group.end)
        return self._state.take_group(at, group, keep=subject)

    # ------------------------------------------------------------------ text

    def _scan_running_text(self, at: int, end: int, *, before_colon: bool) -> None:
        """Scans text without a colon: its names and dates are fields only where they are unambiguous."""
        view, state = self._view, self._state
        start, doubtful = at, -1
        while at < end:
            taken = 0
            if view.body[at].what == PLAIN and (before_colon or state.on is None):
                if at - 1 == state.last_person >= start:
                    at = view.skip_aside(at) or at
                    taken = state.take_date(at, sure=True, inside=True)
                elif before_colon:
                    taken = state.take_date(at, sure=True, inside=True)
                elif doubtful < 0:
                    found = view.read(at)
                    doubtful = at if found is not None and found.sure else -1
            at = taken or self._take_person(at, end, before_colon) or at + 1
        counts = state.kind != "note" if state.kind else state.marked
        if doubtful >= 0 and state.on is None and counts and (state.settled or state.present):
            self._ask_about_date(doubtful)

    def _ask_about_date(self, at: int) -> None:
        found = self._view.read(at)
        end = found.end if found is not None else at + 1
        message = (
            f"is “{self._view.text(at, end)}” the day it happened, or part of what was said? "
            "Write the day at the start, or a colon before the text"
        )
        self._state.report(at, end, "date", message)

    def _scan_text(self, at: int) -> None:
        """Scans the text after a colon: people in it count only where nobody was named before it."""
        view, state = self._view, self._state
        group = (
            self._participants.read_list(at, view.end, state.kind)
            if at < view.end and not self._in_head
            else None
        )
        if group is not None:
            ended = self._ends_list(group)
            state.take_group(at, group, keep=not ended)
            at = self._skip_dash(group.end) if ended else group.end
        while at < view.end:
            at = self._take_person(at, view.end, before_colon=False, text=True) or at + 1

    def _ends_list(self, group: Participants) -> bool:
        """Whether names at the start of the text are a list of their own, not the subject of a sentence."""
        view, at = self._view, group.end
        if at >= view.end or at in view.after_mark or view.is_followed_by(at - 1):
            return True
        return view.body[at].value in DASHES or (len(group.names) > 1 and view.is_followed_by(at - 1, ","))

    def _take_person(self, at: int, end: int, before_colon: bool, text: bool = False) -> int:
        """Consumes people named in running text at ``at``; the index after the names, else 0."""
        view, state = self._view, self._state
        token = view.body[at]
        if token.what == AT:
            return (
                self._take_later_mention(at, before_colon)
                if state.settled
                else self._take_first_mention(at, end)
            )
        if token.what != PLAIN or state.settled:
            return 0
        if view.key(at) in WITH and not text:
            group = self._participants.read_list(at, end, state.kind)
            if group is not None and group.lead == "with":
                return state.take_group(at, group, keep=True)
            return 0
        named = None if state.present else self._names.match_bare(at)
        if named is None or named.words < 2 or named.person is None:
            return 0
        return state.take_group(at, Participants([(at, named)], named.end, "", False), keep=True)

    def _take_first_mention(self, at: int, end: int) -> int:
        """The first ``@`` in running text: someone present; cut only when it stands alone at the end."""
        view = self._view
        group = self._participants.read_list(at, end, self._state.kind)
        if group is None or view.key(at - 1) in EXCEPT:
            named = self._names.match_marked(at)
            if view.key(at - 1) in WITH | AND | EXCEPT and self._state.kind != "note":
                named = self._participants.ask_if_present(at, named)
            group = Participants([(at, named)], named.end, "", False)
        alone = at in view.after_mark or (at > 0 and view.is_followed_by(at - 1, ".!?"))
        return self._state.take_group(at, group, keep=not (alone and group.end >= view.end))

    def _take_later_mention(self, at: int, before_colon: bool) -> int:
        """A later ``@``: a mention if the head named people, else a problem that asks."""
        state = self._state
        named = self._names.match_marked(at)
        if named.person is None or named.person in state.people:
            return 0
        if self._participants.is_possessive(self._view.body[at]) or (self._in_head and not before_colon):
            state.mentions.setdefault(named.person)
            return 0
        unclear = self._participants.ask_if_present(at, named).problem
        if unclear is not None:
            name = named.person.name
            message = f"was {name} there too? If so name them together, else leave out the @"
            state.add(unclear._replace(message=message))
        return 0

    # ------------------------------------------------------------------ checks of the whole line

    def _check_took_place(self, at: int, separated: bool) -> None:
        """Adds a problem for a meeting that did not take place; an unanswered call becomes an attempt."""
        view, state = self._view, self._state
        first = 0
        while view.key(first) in _SUBJECTS:
            first += 1
        if not state.kind and state.marked and view.key(first) in INTENT:
            message = "this seems not to have taken place (yet): begin with ‘note’, or write a promise with >"
            state.report(first, first + 1, "mark", message)
        if not self._kinds.counts(state.kind or ("meeting" if state.marked else "note")):
            return
        if separated:
            while at < view.end and self._is_stop(at):
                at += 1
            whole = at + 1 >= view.end or view.words[at].stops or self._is_stop(at + 1)
            off = at if view.key(at) in CALLED_OFF and whole else -1
            said = next((said for said in UNANSWERED if matches_phrase(view.words, at, said)), ())
            end = at + len(said)
            if state.kind in ANSWERED and said and (end >= view.end or view.words[end - 1].stops):
                message = "if nobody answered, begin with ‘attempt’: then it does not count as contact"
                state.report(at, end, "mark", message)
        else:
            off = next((i for i in range(at, at + 4) if view.key(i) in CALLED_OFF), -1)
            if state.kind in ANSWERED and any(matches_phrase(view.words, at, said) for said in UNANSWERED):
                state.kind = "attempt"
        if off >= 0:
            message = "if it did not take place, begin with ‘note’: then it does not count as contact"
            state.report(off, off + 1, "mark", message)

    def _is_stop(self, at: int) -> bool:
        """Whether the token is punctuation only."""
        return not self._view.key(at).strip(",;:")

    def _check_someone_is_named(self) -> None:
        """Adds a problem when nobody is named, not even in a promise."""
        state, view = self._state, self._view
        if not self._line.strip():
            state.add(Problem(0, 0, "there is nothing to log yet", "empty"))
            return
        if state.settled or state.present:
            return
        if self._marks.mentioned:
            named = NameMatcher(self._marks.mentioned[:1], self._resolver).match_marked(0)
            if named.person is not None and named.problem is None:
                state.people.setdefault(named.person)
                return
        near: dict[Person, None] = {}
        keys = dict.fromkeys(self._names.key(i).removesuffix("'s") for i in range(min(view.end, 40)))
        for key in sorted(filter(None, keys), key=CLAUSE_WORDS.__contains__)[:12]:
            near.update(dict.fromkeys(self._names.match_first_name(key)))
        some = tuple(near)[:8]
        asked = ", ".join("@" + person.id for person in some[:3])
        hint = f"{asked}?" if some else "Name someone, as in @ada"
        end = len(self._line.rstrip())
        state.add(Problem(end, end, f"who was it? {hint}", "nobody", some))
