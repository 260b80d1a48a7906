r"""Parser of the query language: text to terms, and terms to text.

Terms are joined by "and"; ``|`` is "or" and binds tighter. Without blanks, ``|`` separates values of
one field (``is:quiet|due``, ``ada|grace``); with blanks around it, or before something that starts a
term of its own, it joins two terms (``#london | role:mentor``). ``-`` negates a term with all its
values: ``-is:quiet|due`` excludes both. Quotes keep blanks, bars and signs inside a value; in them
``\"`` is a quote and ``\\`` a backslash. What each field matches is in
:mod:`netui.domain.query.predicates`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from netui.domain.model.contact_row import fold
from netui.domain.model.key_words import OTHER_WORDS, plain_word
from netui.domain.named_tuple import NamedTuple
from netui.domain.query.comparisons import Bound, nearest_bound
from netui.domain.query.fields import FIELDS as FIELDS
from netui.domain.query.fields import FREE as FREE
from netui.domain.query.fields import GOAL as GOAL
from netui.domain.query.fields import KEYS as KEYS
from netui.domain.query.fields import LABELS as LABELS
from netui.domain.query.fields import STATES as STATES
from netui.domain.query.fields import TAG as TAG

_SIGNS = {"#": TAG, "^": GOAL}
_KEYS = {key: word for word, key in KEYS.items()}
_KEY_WORDS = {
    **{word.replace(" ", sign): _KEYS[key.split(".")[0]] for word, key in OTHER_WORDS.items()
       if key.split(".")[0] in _KEYS for sign in "-_"},
    **_KEYS,
    **{word: word for word in KEYS},
}  # fmt: skip
"""What may follow ``has:`` and ``no:``, whichever word for a key one uses."""
_FIELD_OF_KEY = {
    **_KEYS, "tags": TAG, "goals": GOAL, "interests": "likes", "met.on": "met", "met.where": "met",
    "met.via": "via", "rhythm.every": "every", "name": "name",
}  # fmt: skip
"""The field that asks for each key of a file."""
_MEANT = {"state": "is", "status": "is", "person": "with"}
_NAME = re.compile(r"([^\W\d][\w-]*):")
_KEY = re.compile(r"[^\W\d][\w-]*\Z")
_BEGUN_BOUND = re.compile(r"(?:[<>]=?)?(?:\d{0,5}|\d{4}-\d?|\d{4}-\d\d-\d?)\Z")
_PLAIN = re.compile(r"\w[\w.@&+'/-]*\Z")
_PLAIN_BOUND = re.compile(r"[<>]?=?\w[\w-]*\Z")
_SHOWN = 40
_MISSPELT = 0.8
"""A field that is as similar to a known one is that, misspelt; any other is a key of the user's own."""
OwnKeys = Callable[[], Iterable[str]]
"""Finds the folded keys that files hold beside those of :data:`KEYS`: custom ones, and kinds of dates."""


class QueryError(ValueError):
    """A syntax error: ``column`` counts from 1, ``suggestion`` is the nearest known word or empty."""

    def __init__(self, message: str, column: int = 1, suggestion: str = "") -> None:
        if suggestion:
            message += f", did you mean `{suggestion}`?"
        super().__init__(f"column {column}: {message}")
        self.message = message
        self.column = column
        self.suggestion = suggestion


class Term(NamedTuple):
    """One condition: any of ``values`` matches ``field``, or none does when ``negated``.

    ``field`` is a key of :data:`FIELDS`, a custom key, or :data:`FREE`; ``values`` are never empty, hold no
    line breaks, and are in canonical form for ``is``, ``has``, ``no``, ``last`` and ``every``.
    ``is_unfinished`` says that the value is still being typed, and so is the beginning of a label. ``within``
    are the queries of the saved lists that a ``list:`` names (:mod:`netui.domain.query.saved_lists`).
    """

    field: str
    values: tuple[str, ...]
    negated: bool = False
    is_unfinished: bool = False
    within: "tuple[Query, ...]" = ()


class Query(NamedTuple):
    """Conjunctive normal form: every clause must match, of each clause any term; no clauses match all."""

    clauses: tuple[tuple[Term, ...], ...] = ()

    @property
    def terms(self) -> Iterator[Term]:
        """Every term, from left to right; behind a ``list:`` those of its lists."""
        for clause in self.clauses:
            for term in clause:
                yield term
                for query in term.within:
                    yield from query.terms

    @property
    def mentions_archived(self) -> bool:
        """Whether the query asks for the archived, the dead or oneself, whom lists otherwise leave out."""
        hidden = {"archived", "died", "me"}
        return any(t.field == "is" and not t.negated and hidden.intersection(t.values) for t in self.terms)

    def split_free_words(self) -> tuple[list[str], "Query"]:
        """The folded free words that must all occur, and the query without them."""
        words, others = [], []
        for clause in self.clauses:
            term = clause[0]
            if len(clause) == len(term.values) == 1 and term.field == FREE and not term.negated:
                words.append(fold(term.values[0]))
            else:
                others.append(clause)
        return words, Query(tuple(others))

    def narrows(self, other: "Query") -> bool:
        """Whether every match also matches ``other``, for sure: one more clause, or a longer last word."""
        if not other.clauses or len(other.clauses) > len(self.clauses):
            return False
        *same, last = other.clauses
        mine = self.clauses[len(same)]
        return self.clauses[: len(same)] == tuple(same) and (mine == last or _is_longer(mine, last))


def _is_longer(clause: tuple[Term, ...], other: tuple[Term, ...]) -> bool:
    """Whether both are one free word or one label, of which the other's was the beginning."""
    if len(clause) != 1 or len(other) != 1:
        return False
    (term,), (before,) = clause, other
    alike = term.field == before.field and not (term.negated or before.negated)
    alike = alike and (term.field == FREE or before.is_unfinished)
    return (
        alike and len(term.values) == len(before.values) == 1 and term.values[0].startswith(before.values[0])
    )


def parse(text: str, *, unfinished_ok: bool = False, own_keys: OwnKeys | None = None) -> Query:
    """Parses a query; raises QueryError, and nothing else, when it is invalid.

    ``has:`` and ``no:`` take those of ``own_keys`` besides :data:`KEYS`, and no others; without it they
    take any word that is not a misspelt known one.

    With ``unfinished_ok`` (search as you type) incomplete terms are left out instead of refused:
    ``role:``, an open quote, a lone ``-`` or ``|``, a last word such as ``is:qui``. A label at the
    end (``#lon``) is a term that ``is_unfinished``, unless it is negated.
    """
    return _Parser(text, unfinished_ok, own_keys).query()


def render(query: Query) -> str:
    """``query`` as canonical text, which parses to an equal query."""
    return " ".join(" | ".join(map(render_term, clause)) for clause in query.clauses)


def render_term(term: Term) -> str:
    """One term as text."""
    known = FIELDS.get(term.field)
    sign = known.sign if known else f"{term.field}:" if term.field else ""
    plain = _PLAIN_BOUND if term.field in ("last", "every") else _PLAIN
    values = "|".join(v if plain.match(v) and not _NAME.match(v) else _quoted(v) for v in term.values)
    return f"{'-' if term.negated else ''}{sign}{values}"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Parser:
    """A recursive-descent parser; each method advances ``at`` past what it has read."""

    def __init__(self, text: str, unfinished_ok: bool, own_keys: OwnKeys | None) -> None:
        self.text = text
        self.end = len(text)
        self.at = 0
        self.unfinished_ok = unfinished_ok
        self.own_keys = own_keys

    def query(self) -> Query:
        """The whole text."""
        self._refuse_undecoded()
        clauses: list[list[Term]] = []
        joinable = False
        bar = -1
        while self._skip_blanks():
            if self.text[self.at] == "|":
                if (not joinable or bar >= 0) and not self.unfinished_ok:
                    raise QueryError("nothing stands before this `|`", self.at + 1)
                bar = self.at if joinable else -1
                self.at += 1
                continue
            term = self._term()
            if term is None:
                joinable, bar = False, -1
                continue
            terms = self._split_unfinished(term)
            if bar >= 0:
                clauses[-1] += terms
            else:
                clauses.append(terms)
            joinable, bar = True, -1
        if bar >= 0 and not self.unfinished_ok:
            raise QueryError("nothing stands behind this `|`", bar + 1)
        return Query(tuple(map(tuple, clauses)))

    def _refuse_undecoded(self) -> None:
        """Refuses lone surrogates: bytes of a command line or a file that were not UTF-8."""
        try:
            self.text.encode()
        except UnicodeEncodeError as error:
            raise QueryError("this character is not readable text (UTF-8)", error.start + 1) from None

    def _skip_blanks(self) -> bool:
        while self.at < self.end and self.text[self.at].isspace():
            self.at += 1
        return self.at < self.end

    def _term(self) -> Term | None:
        start = self.at
        negated = self.text[start] == "-"
        if negated:
            self.at += 1
        field = self._field()
        values: list[str] = []
        complete = self._value(field, values, start)
        while complete and self._another_value_follows():
            self.at += 1
            complete = self._value(field, values, start)
        return Term(field, tuple(values), negated) if values else None

    def _split_unfinished(self, term: Term) -> list[Term]:
        """The term; where its last value is a label still being typed, that in a term of its own."""
        is_typed = self.unfinished_ok and self.at == self.end and self.text[-1] not in '"|'
        if not is_typed or term.negated or term.field not in LABELS:
            return [term]
        *finished, last = term.values
        unfinished = Term(term.field, (last,), is_unfinished=True)
        return [Term(term.field, tuple(finished)), unfinished] if finished else [unfinished]

    def _field(self) -> str:
        """Reads the field with its sign; a word without one is free text."""
        if self.at < self.end and self.text[self.at] in _SIGNS:
            self.at += 1
            return _SIGNS[self.text[self.at - 1]]
        match = _NAME.match(self.text, self.at)
        if match is None:
            return FREE
        name = fold(match[1])
        if name in FIELDS:
            self.at = match.end()
            return name
        if self.text.startswith("//", match.end()):
            return FREE
        named = _FIELD_OF_KEY.get(OTHER_WORDS.get(plain_word(name), name))
        if named:
            self.at = match.end()
            return named
        meant = _MEANT.get(name) or nearest_word(name, FIELDS, _MISSPELT)
        if meant:
            raise QueryError(f"no such field `{_shown(match[0])}`", self.at + 1, FIELDS[meant].sign)
        self.at = match.end()
        return name

    def _another_value_follows(self) -> bool:
        """Whether a bar without blanks is here, followed by a value rather than a new term."""
        behind = self.at + 1
        return (
            self.text.startswith("|", self.at)
            and behind < self.end
            and not self.text[behind].isspace()
            and self.text[behind] not in "|-#^"
            and _NAME.match(self.text, behind) is None
        )

    def _value(self, field: str, values: list[str], start: int) -> bool:
        """Reads a value into ``values``; False when it is incomplete and that is allowed."""
        column = self.at
        quoted = self.text.startswith('"', column)
        value = self._phrase() if quoted else self._word()
        if not value:
            if self.unfinished_ok:
                return False
            raise QueryError(_missing(self.text[start : self.at], field), start + 1)
        if self.unfinished_ok and self.at == self.end and not quoted and self._is_begun(field, value):
            return False
        canonical = self._key if field in ("has", "no") else _canonical
        values.append(canonical(field, value, column + 1))
        return True

    def _is_begun(self, field: str, value: str) -> bool:
        """Whether ``value`` is a proper prefix of a valid value."""
        word = fold(value)
        if field in ("has", "no"):
            known = {*_KEY_WORDS} if word in _KEY_WORDS else {*_KEY_WORDS, *self._own_keys()}
        elif field == "is":
            known = {*STATES}
        else:
            return field in ("last", "every") and _is_begun_bound(value)
        return word not in known and any(key.startswith(word) for key in known)

    def _key(self, field: str, value: str, column: int) -> str:
        """The canonical word for what ``has:`` or ``no:`` asks for; raises QueryError."""
        word = "-".join(fold(value).split())
        if fold(value) in _KEY_WORDS:
            return _KEY_WORDS[fold(value)]
        known, own = FIELDS[field].values, tuple(self._own_keys())
        if self.own_keys:
            is_key = word in own
        else:
            is_key = _KEY.match(word) is not None and not nearest_word(word, known, _MISSPELT)
        if is_key:
            return word
        raise _unknown(field, value, column, (*known, *own))

    def _own_keys(self) -> Iterable[str]:
        return self.own_keys() if self.own_keys else ()

    def _word(self) -> str:
        start = self.at
        while self.at < self.end and self.text[self.at] != "|" and not self.text[self.at].isspace():
            self.at += 1
        return self.text[start : self.at]

    def _phrase(self) -> str:
        opened = self.at
        self.at += 1
        characters: list[str] = []
        while self.at < self.end:
            character = self.text[self.at]
            self.at += 1
            if character == '"':
                return "".join(characters)
            if character == "\\" and self.text[self.at : self.at + 1] in ('"', "\\"):
                character = self.text[self.at]
                self.at += 1
            characters.append(" " if character.isspace() else character)
        if self.unfinished_ok:
            return ""
        raise QueryError("this quote is never closed", opened + 1)


def _canonical(field: str, value: str, column: int) -> str:
    """``value`` in canonical form; raises QueryError when the field has no such value."""
    if field == "is":
        word = fold(value)
        if word in STATES:
            return word
        raise _unknown("is", value, column, STATES)
    if field not in ("last", "every"):
        return value
    try:
        bound = Bound.parse(value)
    except ValueError:
        bound = None
    if bound is None or (field == "every" and bound.span is None):
        examples = "3w, <1m or >=90d" if field == "every" else ">90d, <2026-01-01 or 2026-11"
        suggestion = nearest_bound(fold(value))
        hint = "" if suggestion else f" (try {examples})"
        raise QueryError(f"`{field}:{_shown(value)}` is not clear{hint}", column, suggestion)
    return str(bound)


def _unknown(field: str, value: str, column: int, known: Sequence[str]) -> QueryError:
    suggestion = nearest_word(fold(value), known)
    message = f"`{field}:` has no `{_shown(value)}`"
    if not suggestion:
        message += f" (it takes {', '.join(known)})"
    return QueryError(message, column, suggestion)


def _is_begun_bound(value: str) -> bool:
    try:
        Bound.parse(value)
    except ValueError:
        return _BEGUN_BOUND.match(value) is not None
    return False


def _missing(typed: str, field: str) -> str:
    if typed == "-":
        return 'put what to leave out right behind `-`, or quote it: "-"'
    known = FIELDS.get(field)
    return f"`{_shown(typed)}` lacks its value" + (f" (try {known.example})" if known else "")


def _shown(text: str) -> str:
    """``text`` for an error message: printable and truncated."""
    printable = "".join(c if c.isprintable() else "?" for c in text[:_SHOWN])
    return printable + ("…" if len(text) > _SHOWN else "")


def nearest_word(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """The known word most similar to ``word``, at least by ``least`` (difflib), or ""; for "did you mean"."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:_SHOWN], list(known), 1, least)), "")
