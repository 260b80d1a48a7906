"""Participants: parses a list of people, ``with @ada, grace and Alan Turing (new)``."""

from netui.domain.capture.model import Problem
from netui.domain.capture.names.list_ends import begins_aside, ends_list_there, tells_of_event, told_apart
from netui.domain.capture.names.name_resolution import NameMatch, NameMatcher, is_other_title
from netui.domain.capture.names.plain_words import is_plain_word
from netui.domain.capture.names.spoken_of import acts_elsewhere
from netui.domain.capture.sentence.words import (
    ABSENT,
    CLAUSE_BREAKS,
    CONTACT_NOUNS,
    CONTENTS,
    NEWS,
    ONE_ACTS,
    PAST_FORMS,
    PAST_VERBS,
    PRESENT_TOO,
    WRITES,
)
from netui.domain.capture.tokens.lexer import AT, PLAIN, QUOTED, Token
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    ABOUT,
    ADDRESSED,
    AND,
    BESIDE_A_NAME,
    BROUGHT,
    CELEBRATED,
    CLAUSE_WORDS,
    COMMON_WORDS,
    COMPANIONS,
    DETERMINERS,
    DIRECTED,
    EATEN,
    INTRODUCING,
    NO_FIRST_NAMES,
    OCCASIONS,
    RELATIONS,
    TITLES,
    WITH,
    WRITTEN,
)
from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.tokens import phrase_end

_INCLUDING = frozenset(("incl", "inc", "including"))
"""Words between a group and those of it who are named."""


class Participants(NamedTuple):
    """A list of names: the index of each, the index after the last, the word that led to the first.

    ``marked`` is whether "with" or "and" named someone, which makes the line a meeting. ``start`` is the
    index behind companions without a name that come first (``with my wife and Ada``), else 0.
    """

    names: list[tuple[int, NameMatch]]
    end: int
    lead: str
    marked: bool
    start: int = 0


class ParticipantReader:
    """Parses lists of participants; ``chosen`` is whether people were selected before the line."""

    def __init__(self, view: TokenView, names: NameMatcher, chosen: bool):
        self._view, self._names, self._chosen = view, names, chosen

    def read_list(self, at: int, limit: int, kind: str, before: str = "") -> Participants | None:
        """The list of names from ``at``: joined by "with", "and", commas, or nothing.

        ``before`` is "kind" where a kind or a verb of contact leads to it, so that first names count.
        """
        names: list[tuple[int, NameMatch]] = []
        start = self._behind_companion(at)
        end, first_lead, marked = start or at, "with" if start else "", start > 0
        while end < limit and not (names and self._view.starts_line(end)):
            i, lead = self._lead(end, bool(names or start), kind)
            if not lead and (names or start) and "," in self._view.words[end - 1].after:
                lead = ","
            if not lead and not names:
                lead = before
            if not lead and names and first_lead in ("kind", "with") and self._is_listed(end):
                lead = "and"
            if lead == "with" and self._is_content(i, kind, listed=bool(names)):
                break
            i = self._skip_relation(i, lead)
            named = self.titled(i, lead) or (self._name(i, lead) if i < limit else None)
            if named is None or named.end > limit or self._is_again(named, names):
                break
            thing = kind == "letter" and named.person is None  # a postcard from Ada, Bergen
            apart = lead == "," and (thing or acts_elsewhere(self._view, kind, i, named.end))
            if apart or (not lead and names and begins_aside(self._view, i, named.end)):
                break
            marked = marked or lead == "with" or (lead == "and" and not names)
            first_lead = first_lead if names or start else lead
            names.append((i, named))
            end = named.end
            if self._view.ends_sentence(end - 1):
                break
        names = told_apart(names)  # where they begin the sentence, the verb is theirs
        names = self._without_clause(names, end) if kind or first_lead else names
        again = names and self._view.key(end + 1).removesuffix("'s") == self._view.key(names[-1][0])
        if names and self._view.key(end) in AND and self._is_owner(end + 1) and not again:
            at, named = names[-1]  # Jake and Emily's new house
            names[-1] = at, self.ask_if_present(at, named)
        return Participants(names, end, first_lead, marked, start) if names else None

    def is_of_things(self, group: Participants | None, verb: int) -> bool:
        """Whether nobody is called by the plain words behind "with": came by the studio with plums."""
        if group is None:
            return False
        from netui.domain.capture.visits.arrivals import is_thing

        plain = (named.person is None and is_thing(self._view, verb, i) for i, named in group.names)
        return all(plain) and self._view.body[group.names[0][0]].value.islower()

    def _is_content(self, at: int, kind: str, *, listed: bool) -> bool:
        """Whether a plain word at ``at`` is what was sent or brought: to Ada with pricing, with soup."""
        view = self._view
        content = at < view.end and (kind in ADDRESSED or (listed and view.key(at) in BROUGHT))
        return content and view.body[at].value.islower() and not (view.is_at(at) or view.is_name(at))

    def read_aside(self, at: int) -> Participants | None:
        """The list of names in parentheses at ``at``, behind a group: ``with my team (Ada, Grace)``."""
        view, limit = self._view, at
        if not view.line[view.body[at].start : view.words[at].start].endswith("("):
            return None
        while limit < view.end and ")" not in view.words[limit].after:
            limit += 1
        group = self.read_list(at, min(limit + 1, view.end), "meeting", "kind")
        if group is None or group.end != limit + 1:
            return None
        return group._replace(marked=any(view.key(i) in WITH for i in range(max(0, at - 8), at)))

    def _behind_companion(self, at: int) -> int:
        """The index behind ``with my wife`` at ``at``, where "and" or a comma leads on to names; else 0."""
        view = self._view
        if at >= view.end or view.key(at) not in WITH:
            return 0
        for i in range(at + 1, min(at + 7, view.end - 1)):
            if view.key(i) in _INCLUDING and (view.is_at(i + 1) or view.is_name(i + 1)):
                return i  # with the whole team incl Ada
            if view.words[i - 1].stops or view.is_name(i):
                break
        if view.key(at + 1) not in DETERMINERS:
            return self._behind_group(at + 1)
        for i in range(at + 2, min(at + 4, view.end)):
            named = "," in view.words[i].after and view.is_name(i + 1) and not view.is_name(i)
            if self._names.is_whole_name(i):
                return 0  # with my dad and Ada, where one is called Dad
            if named or view.key(i) in COMMON_WORDS | RELATIONS:  # with my dentist, Ada
                goes_on = "," in view.words[i].after or view.key(i + 1) in AND
                return i + 1 if goes_on and not view.words[i - 1].stops else 0
        return 0

    def _behind_group(self, at: int) -> int:
        """The index behind ``region office`` at ``at``, where "and" goes on with a name in capitals."""
        view = self._view
        for i in range(at, min(at + 3, view.end - 1)):
            plain = view.body[i].what == PLAIN and view.body[i].value.islower() and view.key(i).isalpha()
            if not plain or view.words[i].after or view.key(i) in BESIDE_A_NAME or view.is_name(i):
                return 0
            if view.key(i + 1) in AND:
                named = self._names.match_introduced(i + 2) if i + 2 < view.end else None
                if named is None or not view.body[i + 2].value[:1].isupper():
                    return 0
                return i + 1 if view.may_end_list(named.end) else 0
        return 0

    def _is_listed(self, at: int) -> bool:
        """Whether the first name at ``at`` goes on with a list by standing there: ``lunch Tom Sarah``."""
        view = self._view
        if at >= view.end or view.body[at].what != PLAIN or not self._names.is_first_name(at):
            return False
        if at + 1 >= view.end or view.words[at].stops:
            return True
        lower = view.key(at) in CLAUSE_WORDS and not view.body[at].value[:1].isupper()
        ends = view.may_end_list(at + 1) or view.key(at + 1) in ("about", "re", "at")
        return not lower and (ends or self._is_listed(at + 1))

    def _others_act(self, at: int) -> bool:
        """Whether people without a name at ``at`` are the subject of a verb: ``kids are fine``."""
        for i in range(at, min(at + 4, self._view.end)):
            if self._view.is_name(i) or self._view.key(i) in WITH:
                return False
            if i > at and _is_finite(self._view.key(i)):
                return True
            if self._view.words[i].stops:
                return False
        return False

    def _without_clause(self, names: list[tuple[int, NameMatch]], end: int) -> list[tuple[int, NameMatch]]:
        """Asks about the last names of a list that a verb follows: ``with Ada, Jake and Mia got married``."""
        view = self._view
        key = view.key(end)
        verb = _is_finite(key) or (key in AND and self._others_act(end + 1))
        commas = [k for k in range(1, len(names)) if "," in view.words[names[k][0] - 1].after]
        first = commas[-1] if commas else len(names) - 1
        alone = (verb and commas) or (first > 0 and key in ONE_ACTS and view.key(names[-1][0] - 1) in AND)
        alone = alone and not (len(names) - first > 1 and tells_of_event(view, end))
        if not alone or view.words[end - 1].stops or ")" in view.words[end - 1].after:
            return names
        return names[:first] + [(i, self.ask_if_present(i, named)) for i, named in names[first:]]

    def owner_at(self, at: int) -> NameMatch | None:
        """The one known person of whom the words at ``at`` are the possessive: ``Ada's``."""
        return self._names.match_owner(at) if self._view.key(at) else None

    def _is_owner(self, at: int) -> bool:
        """Whether a known name at ``at`` is possessive."""
        if at >= self._view.end or self._view.body[at].what != PLAIN:
            return False
        key = self._view.key(at)
        first = key.endswith("'s") and bool(self._names.match_first_name(key[:-2]))
        return first or self._names.is_possessive(at)

    def _is_again(self, named: NameMatch, names: list[tuple[int, NameMatch]]) -> bool:
        """Whether a name is asked about though the list has it already: ``with Ada, Ada paid``."""
        asked = named.problem
        if asked is None or asked.what != "person":
            return False
        return any(one.person in asked.candidates for _, one in names)

    def _skip_relation(self, at: int, lead: str) -> int:
        """The index after ``my friend``, ``both`` or ``just`` behind "with" and the like."""
        key, i = self._view.key(at), at + 1
        led = lead and key in ("my", "our", "both", "old", "just", "only", "dear", "big")
        if not led or self._names.match_bare(at) is not None:
            return at
        while self._view.key(i) in RELATIONS and i < at + 4 and not self._view.words[i].stops:
            i += 1
        known = self._names.match_introduced(i) if i < self._view.end else None
        return i if known is not None or self._view.is_at(i) else at

    def titled(self, at: int, lead: str) -> NameMatch | None:
        """The person with the title and surname at ``at``: ``Mrs Ito``, ``Dr. Fox``."""
        if not lead or self._view.key(at) not in TITLES or self._view.body[at].what != PLAIN:
            return None
        whole = self._names.match_bare(at)
        if whole is not None and whole.words > 1:
            return whole
        named = self._name(at + 1, lead) if at + 1 < self._view.end else None
        if named is None or named.person is None:
            named = self._names.match_surname(at + 1) or named
        person = named.person if named is not None else None
        if named is not None and person is not None and is_other_title(self._view.key(at), person.name):
            return named._replace(person=None, problem=self._names.unknown_name(at, named.end, (person,)))
        return named

    def _lead(self, at: int, listed: bool, kind: str) -> tuple[int, str]:
        """The index after the words that introduce a name, and which: with, and, from, to, about."""
        lead = ""
        for i in range(at, min(at + 3, self._view.end)):
            key = self._view.key(i)
            if i > at and self._view.words[i - 1].stops:
                return i, lead
            if key in WITH:
                lead = "with"
            elif key in AND | _INCLUDING and (listed or self._chosen or lead):
                lead = lead or "and"
            elif key in ("from", "to") and kind in DIRECTED and not (listed and not lead):
                lead = lead or key  # to Ada and to Grace
            elif not (listed or lead) and self._is_sender(i, kind):
                lead = "from"
            elif key in ("for", "on") and not (listed or lead) and self._is_for_guest(i, kind):
                lead = "to"
            elif key == "to" and kind == "intro" and not lead:
                lead = "and"
            elif key in ABOUT and kind == "note" and not listed and not lead:
                lead = "about"
            else:
                return i, lead
        return min(at + 3, self._view.end), lead

    def _is_sender(self, at: int, kind: str) -> bool:
        """Whether ``text off`` ends at ``at``, or ``was called by``, so that who follows wrote or called."""
        view, lead, said = self._view, self._view.key(at), self._view.key(at - 1)
        if lead == "off":
            noun = said in CONTACT_NOUNS or view.kind_at(at - 1) is not None
            noun = noun and said not in PAST_VERBS  # not called off Ada
            return noun and kind in WRITTEN and view.is_name(at + 1)
        passive = lead == "by" and view.key(at - 2) in ("was", "were", "got", "been")
        return passive and (said in PAST_VERBS or said == "rung")

    def _is_for_guest(self, at: int, kind: str) -> bool:
        """Whether "for" or "on" at ``at`` names who was there: ``birthday lunch for Ada``."""
        if self._view.key(at) == "on":  # a house call on Ada
            return kind == "visit" and self._view.key(at - 1) in ("call", "visit")
        occasion = kind in EATEN and self._view.key(at - 2) in CELEBRATED
        return kind in ("gift", "attempt") or (occasion and self._view.kind_at(at - 1) is not None)

    def _name(self, at: int, lead: str) -> NameMatch | None:
        """The name at ``at``, if there is one and it may stand there without an ``@``."""
        token = self._view.body[at]
        follower = "" if token.word.stops else self._view.key(at + 1)  # with Will, will see them again
        if token.what == QUOTED or (
            token.what == PLAIN and token.word.key in (self._view.key(at - 1), follower)
        ):
            return None  # dot dot dot
        new = self._names.match_new(at)
        if new is not None:
            return new
        if token.what == AT:
            apart = at > 0 and "," in self._view.words[at - 1].after and not token.word.stops
            away = apart and self._view.key(at + 1) in ABSENT
            owner = self.is_possessive(token) or self._names.is_possessive(at)
            return None if owner or away else self._names.match_marked(at)  # not @ada, @grace away
        bare = self._names.match_bare(at)
        if bare is not None and bare.words > 1:
            apart = lead in ("", ",") or self._view.key(at - 1) == "/"
            if apart and self._view.key(bare.end) in ABSENT and not self._view.words[bare.end - 1].stops:
                return None
            if lead == "," and not self._view.may_end_list(bare.end):
                return self.ask_if_present(at, bare)
            return bare
        if (lead == "," or self._view.key(at - 1) == "/") and self.begins_clause(at):
            return None
        if lead in ("with", "and", ",", "from", "to", "kind"):
            introduced = self._introduced(at, lead)
            if introduced is not None or lead in ("from", "to", "kind"):
                return introduced or bare
            return self._stranger(at, lead)
        if lead == "about" and token.word.key not in CLAUSE_WORDS:
            topic = self._introduced(at, lead)
            if topic is not None and self._view.may_end_list(topic.end):
                return topic
        if bare is not None and self._view.may_end_list(bare.end) and token.word.key not in CLAUSE_WORDS:
            return bare
        return None

    def is_possessive(self, token: Token) -> bool:
        """Whether an ``@`` name is possessive (``@ada's``), so the person need not have been there."""
        return token.value.replace("’", "'").endswith(("'s", "s'"))

    def ask_if_present(self, at: int, named: NameMatch) -> NameMatch:
        """The same name, with a problem that asks whether the person was there."""
        if named.person is None:
            return named
        name = named.person.name
        if self._view.is_at(at):
            way_out = "If so name them behind ‘with’; else begin with ‘note’"
        else:
            way_out = f"If so write @{named.person.id}; else put a colon before the text"
        message = f"was {name} there? {way_out}"
        start, stop = self._view.body[at].start, self._view.body[named.end - 1].core
        return named._replace(person=None, problem=Problem(start, stop, message, "person", (named.person,)))

    def _introduced(self, at: int, lead: str) -> NameMatch | None:
        """A first name after "with", "and" or a comma; a problem where it may be an ordinary word."""
        named = None if self._names.is_possessive(at) else self._names.match_introduced(at)
        if named is None or named.person is None:
            return named
        view, token, key = self._view, self._view.body[at], self._view.key(at)
        after = view.key(named.end)
        closed = view.may_end_list(named.end) or after in BESIDE_A_NAME or after in CLAUSE_BREAKS
        closed = closed or self._is_listed(named.end) or self._is_sent(at - 1, named.end)
        verb = view.key(at - 1)
        closed = closed or ends_list_there(view, named.end) or (after == "to" and verb in INTRODUCING)
        closed = closed or (after in DETERMINERS and verb in WRITES - {"gave"})  # sent max the deck
        odd = lead == "," and view.body[at - 1].value[:1].isupper()  # with Ada, basil in it
        lower = (odd or key in CLAUSE_WORDS) and not token.value[:1].isupper()
        wordlike = lead == "," or (lead in ("and", "kind") and lower)
        sentence = key in ("will", "may") and not (closed or view.read(named.end))
        if lead in ("to", "from") and is_plain_word(view, at):
            return None  # call with Mark to mark up the draft
        if lead == "," and lower and not closed and (sentence or is_plain_word(view, at)):
            return None  # with Ada, will call again
        if lead == "," and lower and (after in BESIDE_A_NAME or not view.may_end_list(named.end)):
            return self.ask_if_present(at, named)  # with Ada, bill on me
        if wordlike and not closed:
            return self.ask_if_present(at, named)
        sentence = lead == "kind" and token.value[:1].isupper()
        mixed = token.value[:1].isupper() and not self._capital(named.end)
        if not (closed or sentence or mixed or named.problem) and self._surname_like(named.end):
            unknown = self._names.unknown_name(at, named.end + 1, (named.person,))
            return NameMatch(named.end + 1, None, unknown)
        return named

    def _is_sent(self, verb: int, at: int) -> bool:
        """Whether what was sent stands at ``at``, behind whom it went to: ``texted ada recipe``."""
        kind = self._view.kind_at(verb)
        wrote = self._view.key(verb) in WRITES or (kind is not None and kind[0] in ADDRESSED)
        return wrote and self._view.key(at) in CONTENTS and not self._capital(at)

    def begins_clause(self, at: int) -> bool:
        """Whether a known name at ``at`` is the subject of a clause: ``Jake is ill``, ``Tom joined us``."""
        named = self._names.match_bare(at) or self._names.match_introduced(at)
        if named is None or self._view.words[named.end - 1].stops:
            return False
        after = named.end
        told = self._view.key(after) in NEWS | ABSENT
        return told or phrase_end(self._view.words, after, PRESENT_TOO) > 0

    def _surname_like(self, at: int) -> bool:
        """Whether the word at ``at`` may be a surname: one plain word that ends the list."""
        key = self._view.key(at)
        letters = key.replace("'", "").isalpha() and not key.endswith(("'s", "'t"))  # o'brien
        plain = self._view.body[at].what == PLAIN and letters and not key.endswith("ly")
        plain = plain and self._view.body[at].value[0] != "(" and not self._view.words[at].said
        return (
            plain
            and key not in COMMON_WORDS | OCCASIONS | BROUGHT | {"back"}  # took sam bowling, soup
            and key not in NO_FIRST_NAMES
            and self._view.kind_at(at) is None
            and self._view.read(at) is None
            and self._view.may_end_list(at + 1)
            and self._view.misspelt(at) is None
        )

    def stranger(self, at: int) -> Problem | None:
        """The problem for a capitalised name at ``at`` that nobody has."""
        found = self._stranger(at, "kind") if self._view.body[at].value[:1].isupper() else None
        return found.problem if found is not None else None

    def _stranger(self, at: int, lead: str) -> NameMatch | None:
        """A problem for a name that nobody has; None where the words are no name."""
        view = self._view
        key = view.key(at)
        if view.body[at].what != PLAIN or not key.replace("-", "").replace("'", "").isalpha():
            return None
        if key.endswith(("'s", "s'")) or key in NO_FIRST_NAMES or key in COMMON_WORDS | COMPANIONS:
            return None
        if view.read(at) is not None or view.kind_at(at):
            return None
        text, end = view.text(at, at + 1), at + 1
        if text[:1].isupper():
            if (text.isupper() and len(text) > 1) or self._is_group(end):
                return None
            while end < min(view.end, at + 4) and not view.words[end - 1].after and self._capital(end):
                end += 1
            joins = view.may_end_list(end) or phrase_end(view.words, end, PRESENT_TOO) > 0
            if view.key(end - 1).endswith(("'s", "s'")) or (lead == "," and not joins):
                return None  # with Ada, India lost
        elif not view.may_end_list(end) or (
            lead == "," and (view.key(end) not in AND or self._capital(at - 1))
        ):
            return None  # with Ada, soup and bread
        elif " " in view.words[at - 1].said or (end < view.end and self.read_aside(end)):
            return None  # con il trasloco: a thing; with procurement (Ada, Grace)
        return self._names.match_untitled(at, end) or NameMatch(end, None, self._names.unknown_name(at, end))

    def _is_group(self, at: int) -> bool:
        """Whether names stand in brackets at ``at``, behind what they form: ``Rotary (Ada, Bob)``."""
        names = (self.read_aside(at) or Participants([], 0, "", False)).names if at < self._view.end else []
        return len(names) > 1 and all(each.person for _, each in names)

    def _capital(self, at: int) -> bool:
        return at < self._view.end and (
            self._view.body[at].what == PLAIN
            and self._view.body[at].value[:1].isupper()
            and not self._view.words[at].said
            and self._view.read(at) is None
        )


def _is_finite(key: str) -> bool:
    """Whether a word is a verb of news or of what was done: ``is``, ``moved``, ``fell``."""
    return key in NEWS or key in PAST_FORMS or (key.endswith("ed") and len(key) > 3)
