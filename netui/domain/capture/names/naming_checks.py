"""Checks that a log line names someone and says something, and asks whom or what it means."""

import re
from collections.abc import Container, Sequence

from netui.domain.capture.model import Person, Problem, Reading, Resolver, name_key
from netui.domain.capture.names.name_resolution import NameMatch, NameMatcher
from netui.domain.capture.names.participants import ParticipantReader
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.words import AWAY_ON, COMING, NEWS, PAST_VERBS, STATES_BEHIND_IS, TALKS
from netui.domain.capture.tokens.lexer import AT, PLAIN, Token, quote_value
from netui.domain.capture.tokens.markers import Markers
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    CLAUSE_WORDS,
    DASHES,
    DETERMINERS,
    NO_FIRST_NAMES,
    WITH,
    WRITTEN,
)
from netui.domain.model.kinds import Kinds

_LONGEST_TEXT = 40
"""Words in which names are looked for."""
_NEAR_NAMES = 8
"""How many people are offered for a line that names nobody."""
_BEHIND_HAS = ("got", "been", "not", "still", "having", "getting", "had", "just", "never", "always", "too")
"""Words behind ``'s`` that make it "is" or "has": Ada's got a new job."""
_KEPT = ("number", "address", "mobile", "ideas", "idea", "details", "handle", "size", "sizes", "birthday")
"""What is noted of somebody."""


class NamingChecks:
    """The checks of one line, once the rest of it was read into ``state``."""

    def __init__(
        self,
        view: TokenView,
        state: ParseState,
        marks: Markers,
        names: NameMatcher,
        resolver: Resolver,
        sentence: SentenceReader,
    ):
        self._view = view
        self._state = state
        self._marks = marks
        self._names = names
        self._resolver = resolver
        self._sentence = sentence

    def check(self, kinds: Kinds, participants: ParticipantReader, after_kind: int, *, counts: bool) -> None:
        """Says whose each promise is, and adds a problem for what is not said or not clear of the people."""
        self.assign_promises()
        if self._state.problems and not self._state.present and self._says_relation():
            return
        if counts:
            self.ask_about_namesakes()
        if self._state.present:
            from netui.domain.capture.names.strangers import ask_about_stranger

            ask_about_stranger(self._view, self._state, participants)
        if counts and len(self._state.people) > 1:
            from netui.domain.capture.names.who_came import ask_who_came

            ask_who_came(self._view, self._state, self._names)
        self.check_something_is_said(kinds)
        self.check_someone_is_named(participants, after_kind)

    def _says_relation(self) -> bool:
        """Whether the line is a note of what two people are to each other: ``Ada works with Tom``."""
        from netui.domain.capture.names.relations import take_relation

        return take_relation(self._view, self._state, self._names)

    def check_something_is_said(self, kinds: Kinds) -> None:
        """Asks what it was where a line is no more than names, or a day for those chosen before."""
        state, view = self._state, self._view
        if state.kind or state.marked or state.problems or self._marks.understood:
            return
        if not state.people and not (state.present and state.on is not None):
            return
        said = (i for i in range(view.end) if i not in state.named and view.key(i) not in AND)
        if any(state.people or not state.is_cut(i) for i in said):
            return
        first, last = view.body[0].start, view.body[-1].core
        offered = (kind for kind in ("call", "message", "coffee", "note") if kind in kinds.contact)
        readings = tuple(Reading(kind, first, first, f"{kind} ") for kind in offered if state.people)
        message = "what was it? Begin with a kind, as in call or lunch"
        state.add(Problem(first, last, message, "mark", (), readings))

    def check_someone_is_named(self, participants: ParticipantReader, after_kind: int) -> None:
        """Adds a problem when nobody is named, not even in a promise."""
        state, view = self._state, self._view
        if not view.line.strip():
            state.add(Problem(0, 0, "there is nothing to log yet", "empty"))
            return
        if state.settled or state.present:
            return
        stranger = participants.stranger(after_kind) if self._may_be_called(after_kind) else None
        stranger = stranger or self._calling_stranger(participants)
        if stranger is not None:
            state.add(stranger)
            return
        if self._marks.mentioned:
            named = NameMatcher(self._marks.mentioned[:1], self._resolver).match_marked(0)
            if named.person is not None and named.problem is None:
                state.people.setdefault(named.person)
                return
        if (
            self._take_promised()
            or self._take_noted()
            or self._take_told_of()
            or self._take_topic()
            or self._take_only_one()
        ):
            return
        from netui.domain.capture.names.late_people import take_late_people

        if take_late_people(view, state, self._names, participants):
            return
        near = self._near_names()
        asked = ", ".join("@" + person.id for person in list(near)[:3])
        hint = f"{asked}?" if near else "Name someone, as in @ada"
        end = len(view.line.rstrip())
        readings = tuple(near.values()) or self._new_names() + self._own_note()
        state.add(Problem(end, end, f"who was it? {hint}", "nobody", tuple(near), readings))

    def ask_about_namesakes(self) -> None:
        """Asks who is meant by ``both Toms``, of whom a list takes none."""
        view, state = self._view, self._state
        for i in range(1, view.end):
            key = view.key(i)
            if view.key(i - 1) not in ("both", "two") or not key.endswith("s") or i in state.named:
                continue
            people = self._names.match_first_name(key[:-1])
            if len(people) > 1 and not set(people) <= set(state.people):
                start, end = view.body[i - 1].start, view.body[i].core
                names = " and ".join(f"@{quote_value(person.id)}" for person in people)
                meant = Reading(" and ".join(person.name for person in people), start, end, names)
                message = f"who is meant by “{view.text(i - 1, i + 1)}”? Write @ and the name"
                state.add(Problem(start, end, message, "ambiguous", people, (meant,)))
                return

    def _take_noted(self) -> bool:
        """Takes the only one named in a note, with whom it begins: ``note: Ada is allergic to nuts``."""
        view, state = self._view, self._state
        opens = (i + 1 for i in range(view.end) if view.body[i].colon or view.body[i].value in DASHES)
        at = next(opens, view.end)
        if state.kind != "note" or not state.typed or at >= view.end:
            return False
        owner = self._names.match_owner(at)
        people = (owner.person,) if owner is not None else self._names.match_first_name(view.key(at))
        end = owner.end if owner is not None else at + 1
        others = any(view.is_name(i) and view.body[i].value[:1].isupper() for i in range(end, view.end))
        if len(people) != 1 or people[0] is None or others or not view.body[at].value[:1].isupper():
            return False
        state.people.setdefault(people[0])
        return True

    def _take_told_of(self) -> bool:
        """Takes the one of whom a note tells: ``Ada's home from hospital``, ``Ada's son is ill``."""
        view, at = self._view, self._state.sentence_from
        if self._state.kind:
            return False
        from netui.domain.capture.sentence.facts import owner_told_of

        person = owner_told_of(view, self._names, self._sentence.verbs, at) or self._told_of(at)
        person = person or self._heard_of(at)
        if person is not None:
            self._state.people.setdefault(person)
        return person is not None

    def _heard_of(self, at: int) -> Person | None:
        """The one of whom a line begins with news: ``apparently Ada has moved``, ``heard Ada might move``."""
        view = self._view
        heard = view.key(at) in ("heard", "apparently", "seems")
        at += heard + (view.key(at + heard) == "that")
        others = any(
            view.kind_at(i) or view.is_name(i) or view.words[i].stops for i in range(at + 1, view.end - 1)
        )
        if not heard or others or at >= view.end or view.key(at) in CLAUSE_WORDS:
            return None
        people = self._names.match_first_name(view.key(at))
        return people[0] if len(people) == 1 and view.key(at + 1) in NEWS | {"was", "got", "might"} else None

    def _told_of(self, at: int) -> Person | None:
        """The one whom the words at ``at`` tell of: ``Ada's ill``."""
        view = self._view
        word, rest = view.key(at), range(at + 1, view.end)
        follower = view.key(at + 1)
        is_so = follower in STATES_BEHIND_IS or (follower == "birthday" and view.key(at + 2) == "is")
        is_so = is_so or follower in _BEHIND_HAS or (follower == "on" and view.key(at + 2) in AWAY_ON)
        is_so = is_so or (follower in COMING and view.key(at + 2) in ("in", "on", "to", "at", "for", "from"))
        named = any(view.kind_at(i) or view.is_name(i) for i in rest)
        if named or any(view.words[i].stops and i + 1 < view.end for i in rest):
            return None
        people = self._names.match_first_name(word[:-2]) if word.endswith("'s") and is_so else ()
        return people[0] if len(people) == 1 else None

    def _take_topic(self) -> bool:
        """Takes whom the words before a colon are about: ``new number for Ada: 020 123``."""
        view, at = self._view, self._view.limit - 1
        told = 1 < at < view.end - 1 and not self._state.kind and view.key(at - 1) in ("for", "of")
        if not told or view.key(at - 2) not in _KEPT:
            return False
        people = self._names.match_first_name(view.key(at))
        if len(people) == 1:
            self._state.people.setdefault(people[0])
        return len(people) == 1

    def _take_only_one(self) -> bool:
        """Takes the only one named in what is to be done, or was not: ``I owe Ada``, ``didn't see Ada``."""
        from netui.domain.capture.outcome.missed import take_day_of_miss, tells_of_miss
        from netui.domain.capture.sentence.note_checks import check_note, is_undone

        view, state, first = self._view, self._state, self._state.sentence_from
        if state.kind or state.marked or state.problems:
            return False
        missed = tells_of_miss(view, state, first)
        if not (missed or is_undone(view, first)):
            return False
        found: dict[Person, None] = {}
        for i in range(first, min(view.end, _LONGEST_TEXT)):
            owner = self._names.match_owner(i)
            if owner is not None and not missed:
                return False  # went to Mum's
            if owner is not None and owner.person is not None:
                found[owner.person] = None  # didn't make it to Mum's
            people, word = self._names.match_first_name(self._names.key(i)), view.key(i) in CLAUSE_WORDS
            if len(people) > 1 or (people and word and view.body[i].value.istitle() and i > first):
                return False
            found.update(dict.fromkeys(people if not word else ()))
        if len(found) != 1:
            return False
        state.people.update(found)
        if not missed:
            check_note(view, state)
        elif not state.is_dated:
            take_day_of_miss(view, state)
        return True

    def _new_names(self) -> tuple[Reading, ...]:
        """The word behind "with" as a person to be created."""
        view = self._view
        for lead in range(view.end - 1):
            at = lead + 1 + (view.key(lead + 1) in DETERMINERS)
            word = view.key(at)
            if view.key(lead) in WITH and word.isalpha() and word not in NO_FIRST_NAMES and not view.read(at):
                text, span = view.text(at, at + 1), view.words[at]
                return (Reading(f"{text} (new)", view.words[lead + 1].start, span.end, f"{text} (new)"),)
        return ()

    def _own_note(self) -> tuple[Reading, ...]:
        """The line as a note kept with oneself."""
        oneself = self._resolver.oneself()
        first = self._state.sentence_from
        begin = self._view.body[first].start if first < self._view.end else 0
        text = f"note @{quote_value(oneself.id)}: " if oneself is not None else ""
        return (Reading("a note kept with yourself", begin, begin, text),) if text else ()

    def _calling_stranger(self, participants: ParticipantReader) -> Problem | None:
        """The problem for a name that nobody has before the verb of contact: ``Zelda rang``."""
        view, verb = self._view, self._state.contact_from
        first = self._state.sentence_from
        called = view.key(verb) in PAST_VERBS or self._state.kind in WRITTEN  # not: Conference dinner
        if not first < verb <= first + 3 or not called or view.may_precede_kind(first):
            return None
        found = participants.stranger(first)
        return found if found is not None and found.end == view.body[verb - 1].core else None

    def _may_be_called(self, at: int) -> bool:
        """Whether whoever was called or met stands at ``at``, right behind the verb: ``texted Mar``."""
        reached = self._state.kind in WRITTEN or self._view.key(at - 1) in PAST_VERBS
        return 0 < at < self._view.limit and reached

    def _take_promised(self) -> bool:
        """Takes the one person that a promise names: ``>call Ada tomorrow``; asks if the name is unclear."""
        found: dict[Person, None] = {}
        for tokens in self._marks.promised:
            for named in self._named_in(tokens):
                if named.person is not None:
                    found.setdefault(named.person)
                elif named.problem is not None:
                    self._state.add(named.problem)
                    return True
        if len(found) != 1 or self._tells_of_others(found):
            return False
        self._state.people.update(found)
        return True

    def _tells_of_others(self, promised: Container[Person]) -> bool:
        """Whether the text names others than a promise does, or says that one met: ``party at Ada's``."""
        view = self._view
        for i in range(min(view.end, _LONGEST_TEXT)):
            key = view.key(i).removesuffix("'s")
            lower = view.body[i].value.islower() and key in CLAUSE_WORDS
            people = () if lower else self._names.match_first_name(key)
            if any(person not in promised for person in people):
                return True
            if people and any(view.key(k) in TALKS or view.kind_at(k) for k in range(view.end)):
                return True
        return False

    def _named_in(self, tokens: Sequence[Token]) -> list[NameMatch]:
        """The people named in a promise, by full or first name or by ``@``."""
        names, found, at = NameMatcher(tokens, self._resolver), [], 0
        while at < len(tokens):
            token = tokens[at]
            lower = token.word.key in CLAUSE_WORDS and not token.value[:1].isupper()
            named = names.match_marked(at) if token.what == AT else None
            if token.what == PLAIN and not lower and not names.is_possessive(at):
                named = names.match_introduced(at)
            if named is not None:
                found.append(named)
            at = named.end if named is not None else at + 1
        return found

    def assign_promises(self) -> None:
        """Says of each promise whose it is, where several are named: ``>@ada send the deck``."""
        present = list(dict.fromkeys((*self._state.present, *self._state.people)))
        for i, (promise, tokens) in enumerate(zip(self._marks.promises, self._marks.promised, strict=True)):
            if tokens[0].what == AT:
                named = NameMatcher(tokens, self._resolver).match_marked(0)
                if named.problem is not None:
                    self._state.add(named.problem)
                address = self._view.line[tokens[0].start : tokens[named.end - 1].end]
                text = promise.text.removeprefix(address).lstrip(" :,") or promise.text
            else:
                known = [each for each in self._named_in(tokens) if each.person in present]
                if len(known) != 1 or len(present) < 2:
                    continue
                named, text = known[0], promise.text
            first = present[0] if present else named.person
            person = named.person if named.person != first else None
            self._marks.promises[i] = promise._replace(text=text, with_=person)

    def _met(self, person: Person) -> Reading:
        """``person`` named in front as the one who was met."""
        from netui.domain.capture.field_readings import typed_date

        state = self._state
        begin = self._view.body[state.sentence_from].start
        day = typed_date(state.on) if state.on is not None else "today"
        text = f"{state.kind or 'meeting'} with @{quote_value(person.id)} {day}: "
        return Reading(f"with {person.name}", begin, begin, text)

    def _near_names(self) -> dict[Person, Reading]:
        """The people whose first name stands anywhere in the line, each with the line that names them."""
        from netui.domain.capture.field_readings import name_reading

        view = self._view
        places: dict[str, int] = {}
        for i in range(min(view.end, _LONGEST_TEXT)):
            if self._names.is_month(i):
                continue
            places.setdefault(self._names.key(i).removesuffix("'s"), i)
            said = view.key(i) if view.body[i].what == PLAIN else name_key(view.text(i, i + 1))
            for part in (*re.split(r"[^\w-]", said), said.removesuffix("s")):
                places.setdefault(part, i)  # Tom.yesterday, both Toms, "Tom"
        near: dict[Person, Reading] = {}
        for key in sorted(filter(None, places), key=CLAUSE_WORDS.__contains__)[:24]:
            word = view.words[places[key]]
            end = word.end - 2 * word.key.endswith("'s")
            for person in self._names.match_first_name(key)[: _NEAR_NAMES - len(near)]:
                owner = end < word.end or key != self._names.key(places[key])  # Ada's sister called
                reading = self._met(person) if owner else name_reading(person, word.start, end)
                near.setdefault(person, reading)
        return near or self._near_surnames() or self._near_promised()

    def _near_promised(self) -> dict[Person, Reading]:
        """The people whose first name stands in a promise: ``>return Ada's ladder``."""
        keys = (token.word.key for tokens in self._marks.promised for token in tokens[:12])
        people = (each for key in keys for each in self._names.match_first_name(key.removesuffix("'s")))
        return {each: Reading(f"with {each.name}", 0, 0, f"@{quote_value(each.id)} ") for each in people}

    def _near_surnames(self) -> dict[Person, Reading]:
        """The people whose other names stand in the line in capitals: ``Mrs Boyd rang``."""
        from netui.domain.capture.field_readings import name_reading

        near: dict[Person, Reading] = {}
        for word in self._view.words[:40]:
            key = word.key.removesuffix("'s").removesuffix("s'")
            if len(key) < 3 or not self._view.line[word.start : word.end][:1].isupper():
                continue
            keys = key, key.removesuffix("es"), key.removesuffix("s")  # the Finches
            some = next(filter(None, map(self._names.match_part, keys)), ())
            for person in some[: _NEAR_NAMES - len(near)]:
                if not set(keys).isdisjoint(name_key(person.name).split(" ")):
                    owned = key != word.key
                    reading = name_reading(person, word.start, word.end)
                    near.setdefault(person, self._met(person) if owned else reading)
        return near
