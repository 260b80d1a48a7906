"""Sentences that do not begin with a kind: the verb of contact, its subject and object, its day.

``Tom Baker rang yesterday``, ``ran into Tom on the train on Tuesday``, ``Tom and I had lunch``. Only the
main clause is read: what stands behind ``that``, ``because`` or ``about`` is about something else. A name
in it that is neither subject nor object is asked about. The words stay in the text.
"""

from netui.domain.capture.names.name_resolution import NameMatch, NameMatcher
from netui.domain.capture.names.participants import ParticipantReader, Participants
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.contact_verbs import ContactVerbs
from netui.domain.capture.tokens.lexer import PLAIN
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    BEFORE_TO,
    BEHIND_REACHING,
    BESIDE_A_NAME,
    CLAUSE_BREAKS,
    CLAUSE_WORDS,
    DASHES,
    DETERMINERS,
    EATEN,
    INTENT,
    LIGHT_VERBS,
    OBJECT_LEADS,
    PAST_FORMS,
    PAST_VERBS,
    PERHAPS_PRESENT,
    PRESENCE,
    PRESENT_TOO,
    REACHING,
    REPORTS,
    SENT,
    SUBJECTS,
    THIRD_PERSON,
    WITH,
    WRITER,
)
from netui.domain.natural_dates.tokens import phrase_end

_REACH = 8


class SentenceReader:
    """Reads the main clause of running text into the fields of ``state``."""

    def __init__(
        self, view: TokenView, state: ParseState, names: NameMatcher, participants: ParticipantReader
    ):
        self._view = view
        self._state = state
        self._names = names
        self._participants = participants
        self._verbs = ContactVerbs(view, lambda at: self._name(at) is not None)
        self._unsure: list[tuple[int, NameMatch]] = []

    # ------------------------------------------------------------------ the main clause

    def read_clause(self, at: int) -> int:
        """Reads the clause at ``at``; the index of the first word that is still to be scanned."""
        view, state = self._view, self._state
        subject, after = self._subject(at, view.limit)
        if subject and after < view.limit and view.body[after].value in DASHES:
            after += 1
        end = self._clause_end(after)
        bare = self._bare_kind(after) if subject or state.settled else None
        verb = self._verbs.first(after, end) or bare
        joint = bool(subject or state.settled) and any(view.key(i) in SUBJECTS for i in range(at, after))
        if verb is None and after < end and joint:
            verb = after, after, "meeting"  # Tom and I: whatever they did, they did together
            self._ask_whether_past(after, end)
        if verb is None:
            if subject and not self._is_sure(subject, after):
                self._unsure = subject
            if not state.settled and subject and after < view.end and self._is_sure(subject, after):
                state.take_group(at, Participants(subject, after, "", False), keep=True)
                return after
            return at
        start, stop, state.kind = verb
        state.typed = True
        state.contact_from = start
        if subject:
            self._take_subject(at, subject, after, start)
        self._ask_between(after, start)
        alone = bool(subject or state.settled) and not joint and bare is None
        if alone and not self._concerns_writer(start, stop, end):
            self.ask_whether_met(start, stop)
        if view.key(start) == "told":  # what they said follows, perhaps about others
            return (self._take_day(stop, end) if stop < end else 0) or stop
        self._take_objects(stop, end)
        self._refine_kind(stop, end)
        return max(end, at)

    def _bare_kind(self, at: int) -> tuple[int, int, str] | None:
        """A kind right behind the names, or the day after them: ``Tom lunch yesterday``."""
        at += self._view.key(at) == "over"
        at += self._view.key(at) == "for"
        day = self._view.read(at) if at < self._view.limit else None
        at = day.end if day is not None and day.sure else at
        found = self._view.kind_at(at) if at < self._view.limit else None
        if found is None or found[0] == "note" or self._view.key(at) in PAST_VERBS:
            return None
        if not self._view.may_end_list(found[1]):
            return None
        return at, found[1], found[0]

    def ask_whether_met(self, start: int, end: int) -> None:
        """Asks whether the writer was there when others met."""
        message = "were you there too? If so begin with ‘met’ or the like"
        self._state.report(start, end, "person", message, "together", "note")

    def _ask_whether_past(self, at: int, end: int) -> None:
        """Asks about ``Tom and I are meeting`` or ``had planned``: it has not taken place (yet)."""
        view, state = self._view, self._state
        while at < end and (view.key(at) in ("both", "just", "all") or view.key(at).endswith("ly")):
            at += 1
        key = view.key(at)
        past = key.endswith("ed") or key in PAST_FORMS
        if at < end and (not past or {key, view.key(at + 1)} & INTENT):
            message = "did it take place? Begin with ‘lunch’ or the like, or with ‘note’"
            state.report(at, at + 1, "mark", message, "note", "contact")

    def _concerns_writer(self, start: int, stop: int, end: int) -> bool:
        """Whether what others did was done to the writer: ``rang``, ``helped me``, not ``saw a doctor``."""
        view, state = self._view, self._state
        if any(view.key(i) in WRITER for i in range(start, end)):
            return True
        if view.key(start) in LIGHT_VERBS | SENT or view.key(start) == "spoke":
            return False
        if state.kind in REACHING:
            to_others = any(
                view.key(i) in WITH | {"to"} and (view.key(i + 1) in DETERMINERS or self._is_other(i + 1))
                for i in range(stop, min(end + 1, view.limit))
            )
            return not to_others and self._may_follow(stop, end)
        return view.key(start) == "visited" and self._may_follow(stop, end)

    def _is_other(self, at: int) -> bool:
        """Whether somebody is named at ``at``, with or without an ``@``."""
        return self._view.is_at(at) or self._name(at) is not None

    def _may_follow(self, at: int, end: int) -> bool:
        """Whether a verb before ``at`` has no object of its own: ``called about``, not ``called off``."""
        view = self._view
        if at >= end or view.words[at - 1].stops or view.key(at - 1) == "for":
            return True
        found = view.read(at)
        if found is not None and found.sure:
            return True
        placed = view.key(at) in ("on", "at") and view.key(at + 1) in DETERMINERS
        return view.key(at) in BEHIND_REACHING and not placed

    def ask_about_note(self, at: int, end: int) -> None:
        """Asks about a sentence kept as a note that speaks of a meal, a visit or a day."""
        view, state = self._view, self._state
        for i in range(at, end):
            found = view.kind_at(i)
            cue = view.key(i) in PRESENCE or (found is not None and found[0] != "note")
            day = None if cue or i in state.named or view.is_owned(i) else view.read(i)
            if cue or (day is not None and day.sure):
                message = "did you meet, or is it a note? Begin with what it was (‘lunch’), or with ‘note’"
                state.report(i, i + 1, "mark", message, "note", "contact")
                return
            if view.ends_sentence(i):
                return

    def _clause_end(self, at: int) -> int:
        """The index after the main clause."""
        view = self._view
        for i in range(at, view.limit):
            key = view.key(i)
            if i > at and (view.body[i].value in DASHES or view.starts_line(i)):
                return i
            if key in CLAUSE_BREAKS and i > at and not view.is_routine(i):
                return i
            if key == "to" and i > at and view.key(i - 1) not in BEFORE_TO and self._name(i + 1) is None:
                return i
            if view.ends_sentence(i) or ("," in view.words[i].after and not self._continues(i + 1)):
                return i + 1
        return view.limit

    def _continues(self, at: int) -> bool:
        """Whether a comma before ``at`` joins names, or leads to a day that ends the clause."""
        view = self._view
        if at >= view.limit:
            return False
        if view.key(at) in AND or view.is_at(at) or self._name(at) is not None:
            return True
        found = view.read(at)
        return (
            found is not None and found.sure and (found.end >= view.limit or view.words[found.end - 1].stops)
        )

    # ------------------------------------------------------------------ names

    def _name(self, at: int) -> NameMatch | None:
        """The known name at ``at``, full or first; None for a possessive or none."""
        view = self._view
        if at >= view.end or view.body[at].what != PLAIN or self._names.is_possessive(at):
            return None
        bare = self._names.match_bare(at)
        if bare is not None and bare.words > 1:
            return bare
        return self._names.match_introduced(at) or bare

    def _subject(self, at: int, end: int) -> tuple[list[tuple[int, NameMatch]], int]:
        """The names that a sentence begins with, and the index after them and ``and I``."""
        found: list[tuple[int, NameMatch]] = []
        i = at
        while i < end:
            if self._view.key(i) in AND | SUBJECTS:
                i += 1
                continue
            if self._view.is_at(i):
                named: NameMatch | None = self._names.match_marked(i)
                if self._participants.is_possessive(self._view.body[i]):
                    break
            else:
                named = self._name(i)
            if named is None or named.end > end:
                break
            found.append((i, named))
            i = named.end
        return found, i

    def _is_sure(self, subject: list[tuple[int, NameMatch]], after: int) -> bool:
        """Whether the names that begin a sentence are people, not words: ``Will`` alone may be a word."""
        view = self._view
        last = view.key(after - 1) in SUBJECTS
        for at, named in subject:
            word = view.key(at)
            if view.is_at(at) or named.words > 1 or last:
                continue
            if word in CLAUSE_WORDS or (view.read(at) is not None):
                return False
        return True

    def _take_subject(self, at: int, subject: list[tuple[int, NameMatch]], after: int, verb: int) -> None:
        if not self._is_sure(subject, after):
            asked = [
                (i, named)
                if self._view.is_at(i) or named.words > 1 or self._view.key(i) not in CLAUSE_WORDS
                else (i, self._participants.ask_if_present(i, named))
                for i, named in subject
            ]
            subject = asked
        self._state.take_group(at, Participants(subject, after, "", False), keep=True)

    def _ask_between(self, start: int, end: int) -> None:
        """Takes the day before the verb, and asks about a known name there: ``Tom said Emily called``."""
        at = start
        while at < end:
            taken = self._take_day(at, end) or self._state.take_misspelt(at)
            if not taken and self._view.key(at) not in CLAUSE_WORDS:
                self._ask_about(at)
            at = taken or at + 1

    def _take_objects(self, at: int, end: int) -> None:
        """Takes whom the verb names, those behind with, from or to, and the day of the clause."""
        view, state = self._view, self._state
        while at < end and view.key(at) in OBJECT_LEADS:
            at += 1
        first = True
        while at < end:
            taken = 0
            introduced = first or view.key(at - 1) in WITH | {"from", "to", "into"} | AND
            first = False
            if view.is_at(at) or (introduced and not view.is_owned(at)) or view.key(at) in WITH:
                group = self._participants.read_list(at, end, state.kind, "kind")
                if group is not None:
                    taken = state.take_group(at, group, keep=True)
            if not taken and view.body[at].what == PLAIN:
                taken = self._take_day(at, end) or state.take_misspelt(at)
            if not taken and view.key(at) not in CLAUSE_WORDS:
                self._ask_about(at)
            at = taken or at + 1

    def _take_day(self, at: int, end: int) -> int:
        """Takes the day at ``at`` where it is the day of the clause, not part of a noun."""
        view, state = self._view, self._state
        found = view.read(at)
        sure = found is not None and (found.sure or (found.value is None and view.key(at) in ("in", "on")))
        if found is None or not sure or view.is_owned(at):
            return 0
        closes = found.end >= end or view.words[found.end - 1].stops
        if not closes and view.key(found.end) not in BESIDE_A_NAME | WITH | AND:
            return 0
        return state.take_date(at, inside=True)

    # ------------------------------------------------------------------ others

    def _ask_about(self, at: int) -> None:
        """Asks whether the known person named at ``at`` was there."""
        view = self._view
        named = self._name(at)
        if named is None or view.is_owned(at) or view.key(at - 1) in BESIDE_A_NAME:
            return
        self._ask(at, named)

    def _ask(self, at: int, named: NameMatch) -> None:
        state = self._state
        if named.person is None and named.problem is not None and named.problem.what == "ambiguous":
            state.add(named.problem)
        elif named.person is not None and named.person not in state.people:
            asked = self._participants.ask_if_present(at, named).problem
            if asked is not None:
                state.add(asked)

    def ask_about_unsure(self) -> None:
        """Asks about a name that may be a word, which began a sentence of contact: ``Bill paid …``."""
        for at, named in self._unsure:
            self._ask(at, named)

    def take_another(self, at: int, end: int) -> int:
        """Takes those who were there too (``Tom joined later``), or asks; the index after them, or 0."""
        view, state = self._view, self._state
        if view.key(at) in WITH:
            group = self._participants.read_list(at, end, state.kind)
            if group is None or group.lead != "with" or self._is_about_others(at):
                return 0
            for i, named in group.names:
                self._ask(i, named)
            return group.end
        capital = view.line[view.words[at].start : view.words[at].start + 1].isupper()
        before = view.key(at - 1), view.key(at - 2)
        led = before[0] in ("also", "or", "then", "later") or before == ("as", "well") or self._is_object(at)
        if not capital and not led and not phrase_end(view.words, at + 1, PRESENT_TOO):
            return 0
        others, after = self._subject(at, end)
        if not others or others[0][0] != at or view.is_owned(at) or self._is_about_others(at):
            return 0
        if phrase_end(view.words, after, PRESENT_TOO) and self._is_sure(others, after):
            return state.take_group(at, Participants(others, after, "", False), keep=True)
        if led or phrase_end(view.words, after, PERHAPS_PRESENT):
            for i, named in others:
                self._ask(i, named)
            return after
        return 0

    def _is_object(self, at: int) -> bool:
        """Whether a verb of contact leads to ``at``: ``bumped into``, ``saw``, ``called``."""
        for start in range(max(0, at - 3), at):
            verb = self._verbs.at(start, self._view.end)
            if verb is not None and verb[0] == at:
                return True
        return False

    def _is_about_others(self, at: int) -> bool:
        """Whether the clause before ``at`` has a third person for its subject: ``she works with Tom``."""
        view = self._view
        for i in range(at - 1, max(-1, at - _REACH), -1):
            if view.words[i].stops:
                return False
            if view.key(i) in THIRD_PERSON | REPORTS or view.key(i) in ("about", "re", "regarding", "of"):
                return True
        return False

    # ------------------------------------------------------------------ the kind

    def _refine_kind(self, at: int, end: int) -> None:
        """Reads ``met for lunch`` as lunch, ``talked on the phone`` as a call."""
        view, state = self._view, self._state
        for i in range(at, end):
            if view.key(i) == "for" and state.kind in ("meeting", "visit"):
                noun = self._verbs.noun(i + 1, end)
                if noun is not None and noun[1] in EATEN:
                    state.kind = noun[1]
                    return
            channel = view.channel_at(i)
            if channel and state.kind == "meeting":
                state.kind = channel
                return
