"""Name resolution: match words of a line to people by longest full name or alias, first name, then part."""

import re
from collections.abc import Sequence

from netui.domain.capture.model import Person, Problem, Reading, Resolver, name_key
from netui.domain.capture.names.surnames import surname_end
from netui.domain.capture.tokens.lexer import AT, PLAIN, QUOTED, Token
from netui.domain.capture.vocabulary import (
    AND,
    CLAUSE_WORDS,
    COMPOUND_NAMES,
    FAMILY_FIRST,
    NO_FIRST_NAMES,
    POSSESSIVES,
    RELATIONS,
    TITLES,
    WITH,
)
from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.tokens import MONTHS

LONGEST_NAME = 6
CANDIDATES = 8
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
"""A day of a month, before its name."""

_PUNCTUATION = "(\"'“‘[{«)”’]}».,;:!?…"
_TITLED = {
    **dict.fromkeys(("mr", "sir", "lord", "father", "fr", "brother", "herr"), "mr"),
    **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady", "sister", "frau"), "mrs"),
    **dict.fromkeys(("dr", "doctor", "prof", "professor"), "dr"),
}
"""Titles of people who are not the same person."""


def chosen_key(person: Person) -> str:
    """A word by which nobody is called but ``person``, in a line typed for them."""
    return "".join(filter(str.isalnum, name_key(person.id))) + "chosen"


class NameMatch(NamedTuple):
    """A matched name: the index after it, and ``person``, or ``problem`` where it is not one person."""

    end: int
    person: Person | None
    problem: Problem | None = None
    words: int = 1


class NameMatcher:
    """Matches names at positions of a tokenized line; caches the resolver's answer for each word."""

    def __init__(self, tokens: Sequence[Token], resolver: Resolver, chosen: Sequence[Person] = ()):
        self._tokens = tokens
        self.resolver = resolver
        self._chosen = {chosen_key(person): person for person in chosen}
        self._asked: dict[str, Sequence[tuple[str, Person]]] = {
            key: ((key, person),) for key, person in self._chosen.items()
        }
        self._keys: dict[int, str] = {}

    def starting(self, words: str) -> Sequence[tuple[str, Person]]:
        """The resolver's cached answer for these first words."""
        if words not in self._asked:
            self._asked[words] = self.resolver.starting(words) if words else ()
        return self._asked[words]

    def match_first_name(self, word: str) -> tuple[Person, ...]:
        """The people whose first name or one-word alias is ``word``."""
        if word in NO_FIRST_NAMES:
            return ()
        rows = self.starting(word)
        people = tuple(dict.fromkeys(person for _, person in rows))
        if len(people) > 1 and word in COMPOUND_NAMES:
            called = {person for name, person in rows if name == word}
            whole = tuple(p for p in people if p in called or name_key(p.name.split()[0]) == word)
            people = whole if len(whole) == 1 else people  # Jean, not Jean-Luc
        return people or self._by_given_name(word)

    def _by_given_name(self, word: str) -> tuple[Person, ...]:
        """Those whose given name stands behind their family name or title: Nguyễn Minh, Dr. Lena Bauer."""
        some = self.match_part(word) if len(word) > 2 else ()
        keys = ((person, name_key(person.name).split(" ")) for person in some)
        return tuple(
            person
            for person, key in keys
            if (key[0] in FAMILY_FIRST and key[-1] == word)
            or (key[0] in TITLES and key[1] == word != key[-1])
        )

    def is_first_name(self, i: int) -> bool:
        """Whether the word at ``i`` is somebody's first name or alias."""
        return bool(self.match_first_name(self.key(i))) and not self.is_month(i)

    def is_possessive(self, i: int) -> bool:
        """Whether a known name at ``i`` is possessive: ``Ada Lovelace's lab``."""
        stop = min(i + LONGEST_NAME, len(self._tokens))
        run = " ".join(self.key(at) for at in range(i, stop))
        rows = self.starting(self.key(i).split(" ", 1)[0]) if "'s" in run else ()
        titled = self.key(i) in TITLES and self.key(min(i + 1, stop - 1)).endswith("'s")
        return titled or any(run.startswith(name + "'s") for name, _ in rows)

    def is_full_name(self, i: int) -> bool:
        """Whether a known name of several words begins at ``i``, in capitals or not: ``little Joe``."""
        named = self.match_bare(i) if not self._tokens[i].word.stops else None
        return named is not None and named.words > 1

    def match_owner(self, i: int) -> NameMatch | None:
        """The one known person of whom one or two words at ``i`` are the possessive: ``Ada's``."""
        key = self.key(i)
        if i + 1 < len(self._tokens) and self.key(i + 1).endswith("'s") and self.is_possessive(i):
            run = f"{self.key(i)} {self.key(i + 1)}".removesuffix("'s")
            full = {person for name, person in self.starting(self.key(i)) if name == run}
            named = NameMatch(i + 2, full.pop()) if len(full) == 1 else self.match_introduced(i)
            return named._replace(end=i + 2) if named is not None else None
        people = self.match_first_name(key.removesuffix("'s")) if key.endswith("'s") else ()
        bare = key[:-1] if key.endswith("s") and not people else ""
        if len(bare) > 1 and bare not in CLAUSE_WORDS and not self.match_first_name(key):
            people = self.match_first_name(bare)  # at craigs with Ada
        return NameMatch(i + 1, people[0]) if len(people) == 1 else None

    def first_owner(self, at: int, end: int) -> Person | None:
        """The first known person whose something is, among the words from ``at`` to ``end``."""
        return next((owner.person for i in range(at, end) if (owner := self.match_owner(i))), None)

    def key(self, i: int) -> str:
        """The word at ``i`` as a :func:`name_key`."""
        if i not in self._keys:
            token = self._tokens[i]
            said = token.value if token.what == AT else token.word.said or token.word.key
            self._keys[i] = name_key(said) if token.what in (AT, PLAIN) else ""
        return self._keys[i]

    def match_full(self, i: int) -> tuple[int, tuple[Person, ...]]:
        """The index after the longest full name, alias or id that begins at ``i``, and whose it is."""
        rows = self.starting(self.key(i))
        if not rows:
            return i, ()
        found = {name for name, _ in rows}
        longest, best, run = "", i, ""
        for at in range(i, min(i + LONGEST_NAME, len(self._tokens))):
            token = self._tokens[at]
            if at > i and (token.what != PLAIN or not self.key(at)):
                break  # Ada Byron - fine: the dash is no part of the name
            run = f"{run} {self.key(at)}".strip()
            if run in found:
                longest, best = run, at + 1
            elif run.endswith("'s") and run[:-2] in found:
                break
            if token.word.after not in ("", ".") or not self.key(at):
                break
        return best, tuple(dict.fromkeys(person for name, person in rows if name == longest))

    def match_part(self, key: str) -> tuple[Person, ...]:
        """People by a part of a name; nothing for a single letter."""
        return tuple(dict.fromkeys(self.resolver.partial(key))) if len(key) > 1 else ()

    # ------------------------------------------------------------------ after an @

    def match_marked(self, i: int) -> NameMatch:
        """The person an ``@`` names at ``i``: id, name, alias, first name or any unique part."""
        token = self._tokens[i]
        key = name_key(token.value)
        end, people = self.match_full(i)
        if end == i and key.endswith(("'s", "s'")):
            key = key[:-2] if key.endswith("'s") else key[:-1]
            people = tuple(dict.fromkeys(p for name, p in self.starting(key) if name == key))
        exact = [person for person in people if person.id == token.value]
        exact = exact or [person for person in people if name_key(person.id) == key]
        if end > i + 1 and len(people) == 1:
            return NameMatch(end, people[0], words=end - i)
        if exact:
            return NameMatch(i + 1, exact[0])
        if end > i + 1:
            return NameMatch(end, None, self._ambiguous(i, end, people))
        people = tuple(dict.fromkeys((*people, *self.match_first_name(key))))
        if len(people) == 1:
            return self._first_named(i, people[0])
        for stop in range(min(i + 4, len(self._tokens)), i + 1, -1):
            run = self._run(i, stop)
            found = self.match_part(run) if run else ()
            if len(found) == 1:
                return NameMatch(stop, found[0], words=stop - i)
        people = people or self.match_part(key)
        if len(people) == 1:
            return self._first_named(i, people[0])
        if people:
            return NameMatch(i + 1, None, self._ambiguous(i, i + 1, people))
        return NameMatch(i + 1, None, self._unknown(i, i + 1, token.value))

    def _run(self, i: int, stop: int) -> str:
        """The key of the words from ``i`` to ``stop``, or nothing when they are not one phrase."""
        for at in range(i, stop):
            if (at > i and self._tokens[at].what != PLAIN) or (at < stop - 1 and self._tokens[at].word.after):
                return ""
        return " ".join(self.key(at) for at in range(i, stop))

    def _first_named(self, i: int, person: Person) -> NameMatch:
        """A first name, unless another surname follows: ``Ada Byron`` is not Ada Lovelace."""
        token = self._tokens[i]
        following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        alone = following is None or following.what != PLAIN or following.word.said or token.word.after
        if following is None or alone or not token.value[:1].isupper() or token.word.key in self._chosen:
            return NameMatch(i + 1, person)
        if following.value[:1].isupper() and name_key(person.name).endswith(f" {following.word.key}"):
            return NameMatch(i + 2, person, words=2)  # Ollie Marsh, who is Oliver Marsh
        last = surname_end(self._tokens, i + 1, self.is_first_name)
        lettered = token.value.isupper() and following.value.isupper() and len(token.value) > 1
        whole = " " not in name_key(person.name) or name_key(token.value) == name_key(person.id)
        if not last or lettered or whole:
            return NameMatch(i + 1, person)
        return NameMatch(last, None, self._unknown(i, last, self._shown(i, last), (person,)))

    # ------------------------------------------------------------------ complaints

    def _ambiguous(self, i: int, end: int, people: tuple[Person, ...]) -> Problem:
        start, stop = self._tokens[i].start, self._tokens[end - 1].core
        listed = ", ".join(f"{p.name} (@{p.id})" for p in people[:CANDIDATES])
        what = self._shown(i, end)
        message = f"“{what}” can be {listed}: which one?"
        return _problem(start, stop, message, "ambiguous", people)

    def _unknown(self, i: int, end: int, what: str, near: tuple[Person, ...] = ()) -> Problem:
        start, stop = self._tokens[i].start, self._tokens[end - 1].core
        near = near or self.suggest(name_key(what))
        hint = f" (did you mean {', '.join(p.name for p in near[:3])}?)" if near else ""
        message = f"nobody here is called “{what}”{hint}; write “{what} (new)” to add them"
        found = _problem(start, stop, message, "unknown", near)
        sign = "@" if self._tokens[i].what == AT else ""
        new = Reading(f"{what} (new)", start, stop, f"{sign}{what} (new)")
        return found._replace(readings=(*found.readings, new))

    def suggest(self, key: str) -> tuple[Person, ...]:
        """Suggestions for an unknown name: people with that first name, or one of nearly the same letters."""
        word = key.split(" ", 1)[0]
        if len(word) < 3:
            return self.match_first_name(word)
        found = dict.fromkeys(self.match_first_name(word))
        for piece in (word[:3], word[:2], word[-2:]) if not found else ():
            found.update((p, None) for p in self.match_part(piece) if _alike(word, name_key(p.name)))
        return tuple(found) or self.match_part(word[:3])

    def _shown(self, i: int, end: int) -> str:
        return " ".join(
            token.value if token.what == AT else token.value.strip(_PUNCTUATION)
            for token in self._tokens[i:end]
        )

    # ------------------------------------------------------------------ bare

    def is_month(self, i: int) -> bool:
        """Whether a month stands at ``i``, behind the day in it: ``3 May``."""
        if i == 0 or self.key(i) not in MONTHS or self._tokens[i - 1].word.stops:
            return False
        return re.fullmatch(_DAY, self.key(i - 1)) is not None

    def is_whole_name(self, i: int) -> bool:
        """Whether one person is called by the word at ``i`` and nothing else: ``Dad``."""
        people = self.match_first_name(self.key(i))
        return len(people) == 1 and name_key(people[0].name) == self.key(i)

    def match_bare(self, i: int) -> NameMatch | None:
        """A full name or alias at ``i`` without an ``@``."""
        if self._tokens[i].what != PLAIN or self.is_month(i):
            return None
        end, people = self.match_full(i)
        if end == i:
            return None
        if len(people) == 1:
            sure = self._tokens[i].word.key in self._chosen  # as sure as a full name
            return NameMatch(end, people[0], words=end - i + sure)
        return NameMatch(end, None, self._ambiguous(i, end, people), words=end - i)

    def match_introduced(self, i: int) -> NameMatch | None:
        """A first name at ``i``, allowed after "with", "and" or a comma."""
        token = self._tokens[i]
        if token.what != PLAIN or not token.word.key or self.is_month(i):
            return None
        if i > 0 and self.key(i - 1) in POSSESSIVES | {"my", "our"} and self.key(i) in RELATIONS | TITLES:
            return None  # my cousin, who need not be Cousin Vi
        short = self._by_surname(i)
        if short is not None:
            return short
        people = self.match_first_name(self.key(i))
        if i > 0 and self.key(i - 1) in ("the", "a", "an") and token.value.islower():
            rows = self.starting(self.key(i))  # the dean, but the boss who is called Boss
            people = tuple(person for name, person in rows if name == self.key(i))
        if any(name_key(person.name.partition(" ")[0]) in TITLES for person in people):
            stops = range(min(i + 3, len(self._tokens)), i + 1, -1)
            untitled = next(filter(None, (self.match_untitled(i, stop) for stop in stops)), None)
            if untitled is not None:
                return untitled
            if i + 1 < len(self._tokens) and self.key(i + 1).endswith("'s"):
                return None  # Dr Obi's secretary
        longer = self._longer(i, people)
        if longer is not None:
            return longer
        if len(people) == 1:
            return self._first_named(i, people[0])
        if people:
            return NameMatch(i + 1, None, self._ambiguous(i, i + 1, people))
        return None

    def _by_surname(self, i: int) -> NameMatch | None:
        """The one person whom an initial and a surname name at ``i`` (``T. Baker``), or ``Baker, Tom``."""
        if i + 1 >= len(self._tokens) or not self._tokens[i + 1].value[:1].isupper():
            return None
        one, other, after = self.key(i), self.key(i + 1), self._tokens[i].word.after
        initial = len(one) == 1 and after in ("", ".") and self._tokens[i].value[:1].isupper()
        if not initial and after != ",":
            return None
        first, last = (one, other) if initial else (other, one)
        if not (first.isalpha() and last.replace("-", "").isalpha()) or (initial and first == "i"):
            return None
        some = self.match_part(last)
        fits = [p for p in some if (key := name_key(p.name)).endswith(f" {last}") and key.startswith(first)]
        whole = [p for p in fits if initial or name_key(p.name) == f"{first} {last}"]
        return NameMatch(i + 2, whole[0], words=2) if len(whole) == 1 else None

    def _longer(self, i: int, people: Sequence[Person]) -> NameMatch | None:
        """A first name with an initial (``Tom B.``), or with only the next of more names (``Maria Jose``)."""
        if i + 1 >= len(self._tokens) or self._tokens[i].word.after or not people:
            return None
        token, key = self._tokens[i + 1], self.key(i + 1)
        given = self._given_names(i) if token.value.islower() else None
        if given is not None:
            return given
        if token.word.said and (not token.value[:1].isupper() or self._tokens[i].value.isupper()):
            return None  # ada y bob: a word of another language
        lower = not self._tokens[i].value[:1].isupper() and key not in ("a", "n", "w", "x")
        initial = len(key) == 1 and key.isalpha() and key != "i" and (token.value[:1].isupper() or lower)
        article = key == "a" and (len(people) < 2 or token.value.islower())  # Tom A, where there are two
        if initial and article and token.word.after[:1] != "." and i + 2 < len(self._tokens):
            return None
        if not key or (len(key) == 1 and not initial):
            return None
        begin = f"{self.key(i)} {key}" + ("" if initial else " ")
        rows = self.starting(self.key(i))
        fits = tuple(dict.fromkeys(person for name, person in rows if name.startswith(begin)))
        if len(fits) == 1:
            return NameMatch(i + 2, fits[0], words=2)
        if fits:
            return NameMatch(i + 2, None, self._ambiguous(i, i + 2, fits), words=2)
        if initial:
            unknown = self._unknown(i, i + 2, self._shown(i, i + 2), tuple(people))
            return NameMatch(i + 2, None, unknown, words=2)
        return None

    def _given_names(self, i: int) -> NameMatch | None:
        """Given names at ``i`` with a particle between them: ``María del Carmen`` of three names or more."""
        if i + 2 >= len(self._tokens) or self._tokens[i + 1].word.after:
            return None
        begin = " ".join(map(self.key, (i, i + 1, i + 2)))
        fits = {person for name, person in self.starting(self.key(i)) if name.startswith(f"{begin} ")}
        return NameMatch(i + 3, fits.pop(), words=3) if len(fits) == 1 else None

    def match_surname(self, i: int) -> NameMatch | None:
        """The one person whose name ends in the words at ``i``, as behind a title."""
        for stop in range(min(i + 3, len(self._tokens)), i, -1):
            run = self._run(i, stop)
            people = [p for p in self.match_part(run) if name_key(p.name).endswith(f" {run}")] if run else []
            if len(people) == 1:
                return NameMatch(stop, people[0], words=stop - i)
            if people:
                return NameMatch(stop, None, self._ambiguous(i, stop, tuple(people)), words=stop - i)
        return None

    def match_untitled(self, i: int, end: int) -> NameMatch | None:
        """The one person whose name is a title and then the words from ``i``, or ends in them: Dr. Bauer."""
        run = self._run(i, end)
        some = self.match_part(run) if run else ()
        people = []
        for person in some:
            title, _, rest = name_key(person.name).partition(" ")
            begins = title in TITLES and f"{rest} ".startswith(f"{run} ")
            if begins or (" " in run and rest.endswith(run)):
                people.append(person)
        return NameMatch(end, people[0], words=end - i) if len(people) == 1 else None

    def unknown_name(self, i: int, end: int, near: tuple[Person, ...] = ()) -> Problem:
        """The problem for a name that nobody has; ``near`` are those it may mean."""
        return self._unknown(i, end, self._shown(i, end), near)

    def match_new(self, i: int) -> NameMatch | None:
        """A person to be created: up to five words, then ``(new)``."""
        tokens = self._tokens
        for at in range(i, min(i + LONGEST_NAME, len(tokens))):
            token = tokens[at]
            if at > i and token.what == PLAIN and token.value.casefold().startswith("(new)"):
                return self._created(i, at)
            if token.word.key in AND or token.word.key in WITH:
                return None
            if token.what == QUOTED or (at > i and token.what == AT) or token.word.after.strip("."):
                return None
            if not (token.what == AT or token.word.key[:1].isalpha()):
                return None
        return None

    def _created(self, i: int, at: int) -> NameMatch:
        tokens = self._tokens
        name = " ".join(token.value for token in tokens[i:at])
        end, people = self.match_full(i)
        if end == at and people:
            listed = ", ".join(p.name for p in people)
            message = f"{listed} is already here: leave out “(new)”, or add the other one with `netui add`"
            problem = _problem(tokens[i].start, tokens[at].core, message, "ambiguous", people)
            return NameMatch(at + 1, None, problem, words=at + 1 - i)
        return NameMatch(at + 1, Person("", name), words=at + 1 - i)


def _problem(start: int, end: int, message: str, what: str, people: Sequence[Person]) -> Problem:
    """The problem of a name that may mean each of ``people``."""
    from netui.domain.capture.field_readings import name_reading

    some = tuple(people[:CANDIDATES])
    return Problem(start, end, message, what, some, tuple(name_reading(p, start, end) for p in some))


def _alike(word: str, name: str) -> bool:
    """Whether a word of ``name`` differs from ``word`` in at most two letters, whatever their order."""
    return any(
        abs(len(part) - len(word)) < 2
        and sum(abs(word.count(letter) - part.count(letter)) for letter in {*word, *part}) < 3
        for part in name.split()
    )


def is_other_title(title: str, name: str) -> bool:
    """Whether nobody with a title is likely to be called by the other: Mr or Dr Patel is not Mrs Patel."""
    own, other = (_TITLED.get(key) for key in (name_key(name.partition(" ")[0]), title))
    return own in ("mr", "mrs") and other is not None and own != other
