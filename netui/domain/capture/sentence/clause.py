"""Sentences that do not begin with a kind: the verb of contact, its subject and object, its day.

``Tom Baker rang yesterday``, ``ran into Tom on the train on Tuesday``, ``Tom and I had lunch``. Only the
main clause is read: what stands behind ``that``, ``because`` or ``about`` is about something else. A name
in it that is neither subject nor object is asked about. The words stay in the text.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from netui.domain.capture.days.clause_day import goes_on_behind_day
from netui.domain.capture.days.closing_day import is_of_something, take_meal_day
from netui.domain.capture.names.name_resolution import NameMatch, NameMatcher
from netui.domain.capture.names.participants import ParticipantReader, Participants
from netui.domain.capture.names.plain_words import is_plain_word
from netui.domain.capture.names.spoken_of import acts_elsewhere
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.news import behind_relative, ends_in_writer
from netui.domain.capture.sentence.words import (
    BEFORE_TO,
    CLAUSE_BREAKS,
    CLAUSE_SUBJECTS,
    DESTINATIONS,
    KIN,
    LIGHT_VERBS,
    OBJECT_LEADS,
    RELATIVES,
    REPLIED,
    REPORTS,
    SENT,
    SERVED,
    SUBJECTS,
    TALKS,
    TOWARDS,
    WITH_OBJECT,
)
from netui.domain.capture.tokens.lexer import PLAIN
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    BESIDE_A_NAME,
    CLAUSE_WORDS,
    DASHES,
    DETERMINERS,
    POSSESSIVES,
    RELATIONS,
    ROUTINE,
    WITH,
)
from netui.domain.natural_dates.tokens import CLOSING_VERB, WEEKDAYS, is_spent, word_set

if TYPE_CHECKING:
    from netui.domain.capture.sentence.presence import WriterPresence
    from netui.domain.capture.verbs.bare_kind import BareKind
    from netui.domain.capture.verbs.contact_verbs import ContactVerbs
    from netui.domain.capture.verbs.settings import SettingReader

_MOST_CLAUSES = 3
_INSIDE_CLAUSE = {"that": LIGHT_VERBS, "so": {"was", "is", "it's", "were"}}
"""Words before which others begin no clause: had that coffee, was so good."""
_NAMES = 8
"""Words that the names before a verb have at most: Gwen rang, Ada and Tom met."""
_OPENS_SENTENCE = word_set("after before during at in on over this later earlier afterwards")


class SentenceReader:
    """Reads the main clause of running text into the fields of ``state``."""

    def __init__(
        self, view: TokenView, state: ParseState, names: NameMatcher, participants: ParticipantReader
    ):
        self._view = view
        self._state = state
        self._names = names
        self._participants = participants
        self._unsure: list[tuple[int, NameMatch]] = []

    @cached_property
    def verbs(self) -> "ContactVerbs":
        """The verbs of contact in the line; many a line has its kind in front instead."""
        from netui.domain.capture.verbs.contact_verbs import ContactVerbs

        return ContactVerbs(self._view, self._name_end)

    @cached_property
    def settings(self) -> "SettingReader":
        """Where and over what people met or spoke."""
        from netui.domain.capture.verbs.settings import SettingReader

        return SettingReader(self._view, self.verbs)

    @cached_property
    def bare_kind(self) -> "BareKind":
        """The kinds right behind names, without a verb."""
        from netui.domain.capture.verbs.bare_kind import BareKind

        return BareKind(self._view, self.verbs)

    @cached_property
    def _writer(self) -> "WriterPresence":
        from netui.domain.capture.sentence.presence import WriterPresence

        return WriterPresence(self._view, self._state, self.name_at)

    # ------------------------------------------------------------------ the main clause

    def read_clauses(self, at: int) -> int:
        """Reads the clause at ``at``; while none names anybody, the next that begins with such a verb."""
        view, state = self._view, self._state
        read = self.read_clause(at)
        for _ in range(_MOST_CLAUSES):
            begins = (i + 1 for i in range(at, view.limit - 1) if view.words[i].stops or view.key(i) == "so")
            begin = next(begins, view.limit)  # kids asleep so called Ada
            company = any(view.key(i) in WITH and self._name_end(i + 1) for i in range(at, begin - 1))
            later = (i for i in range(begin, view.limit) if view.key(i) in WITH)
            company = company and all(self._name_end(i + 1) for i in later)  # not with their dad Leo
            if state.settled or state.kind or begin >= view.limit or company:
                break
            told, verb = self.subject(begin, view.limit)  # according to Ada, Tom rang
            said = [self._name_end(i) or view.key(i) in REPORTS for i in range(at, begin)]
            at = begin + (view.key(begin) in SUBJECTS)
            if not (told and any(said)) and self.verbs.at(verb, view.limit) is not None:
                read = self.read_clause(at)
        return read

    def read_clause(self, at: int) -> int:
        """Reads the clause at ``at``; the index of the first word that is still to be scanned."""
        view, state = self._view, self._state
        at = self._joint_subject(at)
        subject, after = self.subject(at, view.limit)
        after += bool(subject) and after < view.limit and view.body[after].value in DASHES
        after = behind_relative(self._view, after) if subject else after
        end = self._clause_end(after)
        bare = self.bare_kind.behind(after) if subject or state.settled else None
        verb = self.verbs.first(after, end) or bare
        told = self.settings.told_over(after, end) if not verb and (subject or state.settled) else None
        verb = verb or told
        joint = bool(subject or state.settled) and any(view.key(i) in SUBJECTS for i in range(at, after))
        if verb is None and (subject or state.settled) and self._writer.is_joined(after, end):
            verb = after, after + 1, "meeting"
        if verb is None and after < end and joint:
            verb = after, after, "meeting"  # Tom and I: whatever they did, they did together
            self._writer.ask_whether_past(after, end)
        if verb is None:
            if subject and not self.is_sure(subject, after):
                self._unsure = [each for each in subject if not is_plain_word(view, each[0])]
            if not state.settled and subject and after < view.end and self.is_sure(subject, after):
                state.take_group(at, Participants(subject, after, "", False), keep=True)
                return after
            return at
        start, stop, state.kind = verb
        if not subject and not state.settled:
            subject, at = self._late_subject(at, start)
            after = start if subject else after
        state.typed = True
        state.contact_from = start
        if subject:
            self._take_subject(at, subject, after, start)
        self._ask_between(after, start)
        alone = bool(subject or state.settled) and not joint and verb not in (bare, told)
        if alone and not self._writer.is_concerned(start, stop, end):
            from netui.domain.capture.sentence.actor import ask_whether_met

            ask_whether_met(state, start, stop)
        if view.key(start) == "told" and stop > start + 1:  # me: what they said follows
            kind = view.channel_at(stop) or self.settings.meal_over(stop, self.settings.topic_end(end))
            state.kind = kind or self.settings.opening(state.sentence_from, start) or state.kind
            return (self.take_day(stop, end) if stop < end else 0) or stop
        self._take_objects(stop, end)
        if state.kind in ("meeting", "visit", "gift", "message"):
            state.kind = self.settings.purpose(start, stop, end, state.kind)
        return max(end, at)

    def _clause_end(self, at: int) -> int:
        """The index after the main clause."""
        view = self._view
        for i in range(at, view.limit):
            key = view.key(i)
            if i > at and (view.body[i].value in DASHES or view.starts_line(i) or self._begins_aside(i)):
                return i
            inside = view.key(i - 1) in _INSIDE_CLAUSE.get(key, ())
            if key in CLAUSE_BREAKS and i > at and not (inside or view.is_routine(i)):
                return i
            deed = key == "for" and view.key(i + 1).endswith("ing")  # thanked Ada for introducing me to Tom
            if i > at and (deed or (key == "to" and not self._leads_somewhere(i))):
                return i
            if view.ends_sentence(i) or ("," in view.words[i].after and not self._continues(i + 1)):
                return i + 1
        return view.limit

    def _begins_aside(self, at: int) -> bool:
        """Whether what is told beside the clause begins at ``at``: ``(Tom was ill)``, ``/ Tom was ill``."""
        view = self._view
        if view.body[at].value == "/" and at + 1 < view.end:
            told = self.name_at(at + 1) is None and view.read(at + 1) is None
            return told or self._participants.begins_clause(at + 1)
        named = self.name_at(at) is not None or view.key(at + 1) == "by"
        closes = named or (view.read(at) is None and view.bracket_end(at) >= view.limit)  # (exam on Friday)
        return view.body[at].value.startswith("(") and closes

    def _leads_somewhere(self, at: int) -> bool:
        """Whether the "to" at ``at`` leads to a person or place, not to another clause: ``to the zoo``."""
        view = self._view
        if view.key(at - 1) in BEFORE_TO or self.name_at(at + 1) is not None:
            return True
        follower = view.key(at + 1)
        stays = follower == "stay" and view.key(self._state.sentence_from) in ("had", "having")
        met = self.name_at(at + 2 + (follower == "finally")) is not None or view.key(at + 2) in ("me", "us")
        if stays or (met and follower in ("see", "visit", "meet", "finally")):
            return True  # had Tom to stay
        capital = at + 1 < view.end and view.body[at + 1].value[:1].isupper()
        return follower in DETERMINERS | ROUTINE | DESTINATIONS | {"me", "us"} or capital

    def _continues(self, at: int) -> bool:
        """Whether a comma before ``at`` joins names, or leads to a day that ends the clause."""
        view = self._view
        if at >= view.limit:
            return False
        if view.key(at) in AND or view.is_at(at):
            return True
        word = view.key(at) in CLAUSE_WORDS and view.body[at].value.islower() and not view.words[at].stops
        if word and at + 1 < view.limit and view.key(at + 1) not in AND:
            return False  # Ada called, pat on the back
        if self.name_at(at) is not None:
            _, after = self.subject(at, min(at + _NAMES, view.limit))
            acts = after < view.limit and not view.words[after - 1].stops and self.verbs.at(after, view.limit)
            return not (acts or self._participants.begins_clause(at))
        found = view.read(at)
        sure = found is not None and found.sure
        return found is not None and sure and (found.end >= view.limit or view.words[found.end - 1].stops)

    # ------------------------------------------------------------------ names

    def name_at(self, at: int) -> NameMatch | None:
        """The known name at ``at``, full or first; None for a possessive or none."""
        view = self._view
        if at >= view.end or view.body[at].what != PLAIN or self._names.is_possessive(at):
            return None
        bare = self._names.match_bare(at)
        if bare is not None and bare.words > 1:
            return bare
        if view.key(at) in ("will", "may", "frank", "long") and self.verbs.is_auxiliary(at):
            return None
        titled = self._participants.titled(at, "kind")  # Fr. Healy, who is Father Healy
        if titled is not None and titled.person is not None:
            return titled
        named = self._names.match_introduced(at) or bare
        kin = named is not None and view.key(named.end) in KIN and not view.words[named.end - 1].stops
        return None if named is None or (kin and not view.is_name(named.end)) else named  # tom mum rang

    def owner_at(self, at: int) -> NameMatch | None:
        """The one known person of whom the words at ``at`` are the possessive: ``Ada's``."""
        return self._names.match_owner(at)

    def _name_end(self, at: int) -> int:
        """The index after the known name at ``at``; 0 without one."""
        named = self._names.match_marked(at) if self._view.is_at(at) else self.name_at(at)
        return named.end if named is not None else 0

    def subject(self, at: int, end: int) -> tuple[list[tuple[int, NameMatch]], int]:
        """The names that a sentence begins with, and the index after them and ``and I``."""
        found: list[tuple[int, NameMatch]] = []
        i = at
        while i < end:
            if self._view.key(i) in AND | SUBJECTS:
                i += 1
                continue
            if found and self.verbs.is_companion(i):
                i += 2  # Isla, her mum and I
                continue
            if self._view.is_at(i):
                named: NameMatch | None = self._names.match_marked(i)
                if self._participants.is_possessive(self._view.body[i]):
                    break
            else:
                named = self.name_at(i)
            if named is None or named.end > end:
                break
            found.append((i, named))
            i = named.end
        return found, i

    def _late_subject(self, at: int, verb: int) -> tuple[list[tuple[int, NameMatch]], int]:
        """The subject right before the verb (``In the evening Ada called``), and its index."""
        view = self._view
        for i in range(at + 1, verb):
            named, after = self.subject(i, verb)
            if not named or named[0][0] != i or after != verb:
                continue
            beside = view.is_owned(i) or view.key(i - 1) in BESIDE_A_NAME | WITH | AND | SUBJECTS
            theirs = view.key(i - 1) in RELATIONS | KIN | RELATIVES and view.key(i - 2).endswith("'s")
            if beside or theirs or any(view.key(before) in REPORTS for before in range(at, i)):
                break
            return named, i
        return [], at

    def _joint_subject(self, at: int) -> int:
        """The index of ``Ada and I`` behind the words a sentence opens with: ``After work Ada and I …``."""
        view = self._view
        opens = view.key(at) in _OPENS_SENTENCE and not self._state.settled
        for i in range(at + 1, min(at + 6, view.limit) if opens else 0):
            subject, after = self.subject(i, view.limit)
            if subject and subject[0][0] == i and ends_in_writer(view, after):
                beside = view.key(i - 1) in BESIDE_A_NAME | WITH | AND | REPORTS
                return at if beside or view.is_owned(i) else i
        return at

    def is_sure(self, subject: list[tuple[int, NameMatch]], after: int) -> bool:
        """Whether the names that begin a sentence are people, not words: ``Will`` alone may be a word."""
        from netui.domain.capture.verbs.bare_kind import afterthought_at

        view = self._view
        last = ends_in_writer(view, after)
        last = last or (after < view.end and bool(view.words[after].said))  # no English words: Grace kwam
        for at, named in subject:
            word = view.key(at)
            if view.is_at(at) or named.words > 1 or last:
                continue
            told = view.body[at].value[:1].isupper() and afterthought_at(view) > 0  # Will is ill, they texted
            if (word in CLAUSE_WORDS and not told) or (view.read(at) is not None):
                return False
        return True

    def _take_subject(self, at: int, subject: list[tuple[int, NameMatch]], after: int, verb: int) -> None:
        others = [i for i, _ in subject if i > self._state.sentence_from]
        written = all(self._view.body[i].value[:1].isupper() for i in others)
        me = verb + 1 + (self._view.key(verb + 1) in WITH)
        alone = self.verbs.calls_alone(at, verb, self._state.kind)
        calls = after == verb and (alone or self._view.key(me) in ("me", "us"))
        calls = calls and self._view.body[at].value[:1].isupper()
        if not (calls or self.is_sure(subject, after) or (others and written)):
            sure = {i for i, named in subject if self._view.is_at(i) or named.words > 1}
            sure |= {i for i, _ in subject if self._view.key(i) not in CLAUSE_WORDS}
            ask = self._participants.ask_if_present
            subject = [(i, named if i in sure else ask(i, named)) for i, named in subject]
        self._state.take_group(at, Participants(subject, after, "", False), keep=True)

    def _ask_between(self, start: int, end: int) -> None:
        """Takes the day before the verb, and asks about a known name there: ``Tom said Emily called``."""
        at = start
        while at < end:
            taken = self.take_day(at, end) or self._state.take_misspelt(at)
            if not taken and self._view.key(at) not in CLAUSE_WORDS:
                self.ask_about(at)
            at = taken or at + 1

    def _take_objects(self, at: int, end: int) -> None:
        """Takes whom the verb names, those behind with, from or to, and the day of the clause."""
        view, state = self._view, self._state
        verb = view.key(state.contact_from)
        end = next(
            (i for i in range(at, end) if view.key(i) == "for" and view.key(i + 1).endswith("ing")), end
        )
        while at < end and view.key(at) in OBJECT_LEADS:
            at += 1
        served = {"for", "between"} if verb in SERVED or state.kind == "intro" else set[str]()
        served |= {"by"} if verb in ("had", "got") else set[str]()
        passed_on = verb in SENT or verb == "forwarded"
        brought = passed_on and (verb in SENT or 0 <= state.last_person < state.contact_from)
        given = state.kind == "gift" and bool(view.words[state.contact_from].said)  # dei um livro à Ada
        leads = {"to", "into"} if brought else {"from", "to", "into"}  # Ada gave me a note from Tom
        first = verb not in TOWARDS - WITH_OBJECT - {"brought"}
        while at < end and not (view.key(at) in CLAUSE_SUBJECTS and view.key(at - 1) not in AND):
            taken = 0
            if first and view.words[at].said:
                taken = state.take_date(at, sure=True, inside=True)  # bin am Freitag zufällig Bob begegnet
                if taken or view.key(at) == "just":
                    at = taken or at + 1
                    continue
            spoken = at - 2 not in state.named and view.key(at - 3) in BESIDE_A_NAME and view.is_name(at - 2)
            led = first or given or view.key(at - 1) in WITH | leads | (set() if spoken else AND) | served
            first = False
            if view.is_at(at) or (led and not view.is_owned(at)) or view.key(at) in WITH:
                group = self._participants.read_list(at, end, state.kind, "kind")
                thing = state.settled and self._participants.is_of_things(group, state.contact_from)
                if thing or self.verbs.is_measure(at):
                    group = None  # came with plums, walked miles with Ada
                known = 0 <= state.last_person < state.contact_from and state.kind in ("call", "video")
                called = known and view.key(at - 1) == "from"  # Ada called from Florence
                called = called or (
                    view.key(at - 1) == "to" and view.key(at - 3) in POSSESSIVES
                )  # her email to Tom
                if group is not None and (called or self.verbs.is_of_object(at, state.last_person)):
                    ask = self._participants.ask_if_present
                    group = group._replace(names=[(i, ask(i, named)) for i, named in group.names])
                if group is not None:
                    taken = state.take_group(at, group, keep=True)
            asker = self._names.match_owner(at) if verb in REPLIED else None
            if asker is not None and self.verbs.message_of(at):  # replied to Ada's email
                taken = state.take_group(at, Participants([(at, asker)], at + 1, "", False), keep=True)
            if not taken and view.body[at].what == PLAIN:
                taken = self.take_day(at, end) or state.take_misspelt(at)
            capital = view.words[at - 1].stops and view.body[at].value[:1].isupper()  # on Friday, Carol drove
            if not taken and (capital or view.key(at) not in CLAUSE_WORDS):
                self.ask_about(at)
            at = taken or at + 1

    def take_day(self, at: int, end: int) -> int:
        """Takes the day at ``at`` where it is the day of the clause, not part of a noun."""
        view, state = self._view, self._state
        found = view.read(at)
        sure = found is not None and (found.sure or (found.value is None and view.key(at) in ("in", "on")))
        sure = sure or (found is not None and view.kind_at(found.end) is not None) or is_spent(view.words, at)
        closes = found is not None and (found.end >= end or view.words[found.end - 1].stops)
        sure = sure or (closes and view.key(at) in WEEKDAYS and self._follows_head(at))
        if found is None or not sure or (view.is_owned(at) and not (closes and self._is_apart(at))):
            return 0
        if is_of_something(view, state, at, found):
            return 0
        follower = view.key(found.end)
        goes_on = follower == CLOSING_VERB or goes_on_behind_day(view, found.end)
        if meal := take_meal_day(view, state, at, found):
            return meal
        if not (closes or goes_on or follower.endswith("ing") or view.words[at].said):
            if state.on is None and found.value not in (None, view.today) and state.is_day(at, found):
                state.ask_whether_day(at, found.end, found.value)
                return found.end
            return 0
        return state.take_date(at, inside=True)

    def _follows_head(self, at: int) -> bool:
        """Whether a kind or somebody's name stands right before ``at``."""
        kind = self._view.kind_at(at - 1) or ("", 0)
        return at - 1 in self._state.named or self._view.key(at - 1) in TALKS or kind[1] == at

    def _is_apart(self, at: int) -> bool:
        """Whether a day at ``at`` belongs to no noun: ``for his birthday yesterday``, not ``his Friday``."""
        found, key, before = self._view.read(at), self._view.key(at), self._view.key(at - 1)
        plain = before not in POSSESSIVES and not before.endswith("'s")  # but: at the doctor's on Tuesday
        return (plain or key in ("on", "yesterday", "today")) and found is not None and found.sure

    # ------------------------------------------------------------------ others

    def ask_about(self, at: int) -> None:
        """Asks whether the known person named at ``at`` was there."""
        named = self._names.match_marked(at) if self._view.is_at(at) else self.name_at(at)
        if named is not None and not (self._view.is_owned(at) or self._view.key(at - 1) in BESIDE_A_NAME):
            self.ask(at, named)

    def ask(self, at: int, named: NameMatch) -> None:
        """Asks whether the person named at ``at`` was there, unless they are known to be."""
        if named.person is None and named.problem is not None and named.problem.what == "ambiguous":
            self._state.add(named.problem)
        elif named.person not in (None, *self._state.people):
            asked = self._participants.ask_if_present(at, named).problem
            if asked is not None and not acts_elsewhere(self._view, self._state.kind, at, named.end):
                self._state.add(asked)

    def ask_about_unsure(self) -> None:
        """Asks who began a sentence of contact: a name that may be a word (``Bill paid``), or a stranger."""
        for at, named in self._unsure:
            self.ask(at, named)
        if self._state.sentence_from < self._state.contact_from < self._view.end:
            from netui.domain.capture.sentence.actor import ask_about_actor

            ask_about_actor(self._view, self._state, self._names, self.name_at)
