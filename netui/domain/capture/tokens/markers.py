"""Marks of a log line turned into fields: tags, goals, gave, got, place, promises, learned."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netui.domain.capture.model import FieldSpan, ParsedPromise, Problem, Reading
from netui.domain.capture.tokens.lexer import (
    AT,
    GOAL,
    LEARNED,
    MINE,
    PLAIN,
    QUOTED,
    TAG,
    THEIRS,
    Token,
    quote_value,
)
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import Clock, word_set

if TYPE_CHECKING:
    from netui.domain.capture.tokens.due_dates import DueDate

_BODY = (PLAIN, AT, QUOTED)


_LABELS = word_set("also there present too others guests attending attendees with us joined by")
"""Words before a colon and a list of those who were there as well."""
_LONGEST_LABEL = 3


def ends_label(body: Sequence[Token]) -> bool:
    """Whether ``body`` ends with ``also there:`` or the like: lunch with Ada, also present: Tom."""
    first = len(body) - 1
    while first >= max(0, len(body) - _LONGEST_LABEL) and body[first].word.key in _LABELS:
        first -= 1
    return (
        0 <= first < len(body) - 1
        and body[-1].colon
        and (body[first].word.stops or bool(body[first + 1].sign))
    )


class Markers:
    """Splits the tokens of a line into fields and ``body``, the remaining words.

    ``mentioned`` are the ``@`` names in promises and in what was learned, ``promised`` the words of each
    promise.
    ``after_mark`` holds the indices of body tokens directly after a mark (``len(body)`` too, when a
    mark ends the line). ``colon`` is the number of body tokens up to the first colon, None without
    one. ``cuts`` are the spans of the line that became fields.
    """

    def __init__(self, line: str, tokens: Sequence[Token], clock: Clock, goals: Mapping[str, str]):
        self.line = line
        self.clock = clock
        self.body: list[Token] = []
        self.after_mark: set[int] = set()
        self.colon: int | None = None
        self.cuts: list[tuple[int, int]] = []
        self.tags: dict[str, str] = {}
        self.goals: dict[str, None] = {}
        self.values: dict[str, dict[str, str]] = {"got": {}, "gave": {}, "place": {}, "from": {}}
        self.promises: list[ParsedPromise] = []
        self.learned: list[str] = []
        self.mentioned: list[Token] = []
        self.promised: list[Sequence[Token]] = []
        self.problems: list[Problem] = []
        self.understood: list[FieldSpan] = []
        self._known_goals = goals
        self._sort(tokens)

    def _sort(self, tokens: Sequence[Token]) -> None:
        i = 0
        while i < len(tokens):
            token, i = tokens[i], i + 1
            if token.what in _BODY:
                self.body.append(token)
                if token.what == QUOTED and token.sign:
                    self.cuts.append((token.start, token.start + 1))
            elif token.what in (MINE, THEIRS, LEARNED):
                end = i
                while end < len(tokens) and tokens[end].what in _BODY:
                    end += 1
                self._segment(token, tokens[i:end])
                i = end
                self.after_mark.add(len(self.body))
                continue
            else:
                self._field(token)
                self.after_mark.add(len(self.body))
            if token.colon and self.colon is None and not ends_label(self.body):
                self.colon = len(self.body)

    def cut(self, token: Token, what: str) -> None:
        """Takes a token out of the text, as the field ``what``."""
        self.cuts.append((token.start, token.core))
        self.understood.append(FieldSpan(token.start, token.core, what))

    def _field(self, token: Token) -> None:
        self.cut(token, token.what)
        if token.what == TAG:
            self.tags.setdefault(fold(token.value), token.value)
        elif token.what == GOAL:
            self._goal(token)
        elif token.what == "from":
            side = fold(token.value)
            if side in ("me", "them"):
                self.values["from"] = {side: side}
            else:
                message = "from: says who began: write from:me or from:them"
                self._report(token, "mark", message, ("from:me", "from:them"))
        else:
            quoted = self.line[token.core - 1] == '"'
            whole = quoted or token.what == "place"
            for value in [token.value] if whole else token.value.split(","):
                if value.strip():
                    self.values[token.what].setdefault(fold(value), value.strip())

    def _goal(self, token: Token) -> None:
        known = self._known_goals
        if token.value in known:
            self.goals[token.value] = None
            return
        wanted = fold(token.value)
        fits = [ident for ident in known if fold(ident) == wanted]
        fits = fits or [
            ident
            for ident, title in known.items()
            if wanted in fold(ident) or wanted.replace("-", " ") in fold(title)
        ]
        if len(fits) == 1:
            self.goals[fits[0]] = None
            return
        some = [f"^{quote_value(ident)}" for ident in (fits or list(known))[:4]]
        hint = f": is it {', '.join(some)}?" if some else "; there are no goals yet"
        message = f"“^{token.value}” names {'several goals' if fits else 'no goal'}{hint}"
        self._report(token, "goal", message, some)

    def _report(self, token: Token, what: str, message: str, words: Sequence[str] = ()) -> None:
        """Adds a problem about a mark; each of ``words`` in its place settles it."""
        readings = tuple(Reading(word, token.start, token.core, word) for word in words)
        readings = readings or (Reading("text", token.start, token.start, "\\"),)
        self.problems.append(Problem(token.start, token.core, message, what, (), readings))

    # ------------------------------------------------------------------ promises and what was learned

    def _segment(self, mark: Token, inside: Sequence[Token]) -> None:
        """Takes a promise or ``learned:`` up to the next mark; a sign without words is text."""
        if not inside:
            self.body.append(mark._replace(what=QUOTED, sign=0))
            return
        if mark.sign:
            message = (
                f"for a promise write {mark.what}{inside[0].value}, without the blank; else quote the sign"
            )
            signed = Reading("a promise", mark.start, inside[0].start, mark.what)
            quoted = Reading("text", mark.start, mark.start, "\\")
            self.problems.append(Problem(mark.start, mark.core, message, "mark", (), (signed, quoted)))
        learned, end = mark.what == LEARNED, inside[-1].end
        self.cuts.append((mark.start, end))
        self.understood.append(FieldSpan(mark.start, end, LEARNED if learned else "promise"))
        self.mentioned += [token for token in inside if token.what == AT]
        if learned:
            self.learned.append(self._plain(inside))
        else:
            self.promised.append(inside)
            self._promise(mark, inside)

    def _promise(self, mark: Token, inside: Sequence[Token]) -> None:
        from netui.domain.capture.tokens.due_dates import PHRASAL, find_due_date

        side = "me" if mark.what == MINE else "them"
        words = [token.word for token in inside]
        capitals = [self.line[token.start : token.start + 1].isupper() for token in inside]
        due = find_due_date(words, capitals, self.clock)
        if due is None:
            self.promises.append(ParsedPromise(side, self._plain(inside)))
            return
        at, found = due.start, due.found
        last = inside[found.end - 1]
        if found.value is None:
            self._refuse_due(inside, due)
        elif self.colon is None and found.end < len(inside) and last.colon:
            message = "write the text, behind its colon, before the promises"
            self.problems.append(Problem(last.core, last.end, message, "mark"))  # no one change settles it
        keep_by = found.hour or (at > 0 and words[at - 1].key in PHRASAL and not words[at - 1].after)
        start = inside[due.from_date if keep_by else at].start
        stop = last.core if at > 0 and found.end < len(inside) else last.end
        cuts = () if found.hour or found.value is None else ((start, stop),)
        day = day_of(found.value) if found.value is not None else None
        self.promises.append(ParsedPromise(side, self._plain(inside, cuts), day))

    def _refuse_due(self, inside: Sequence[Token], due: "DueDate") -> None:
        """Reports a due date that is not one day, with the days that it can be."""
        from netui.domain.capture.field_readings import date_readings
        from netui.domain.capture.tokens.due_dates import DUE_OR_TEXT
        from netui.domain.natural_dates.choices import day_choices
        from netui.domain.natural_dates.tokens import BEHIND

        words = [token.word for token in inside[due.start : due.found.end]]
        start, end = inside[due.start].start, inside[due.found.end - 1].core
        begin = inside[due.from_date].start
        readings = date_readings(day_choices(due.found, words, self.clock._replace(ahead=True)), begin, end)
        if due.meant:
            readings = (Reading(due.meant, begin, end, due.meant),)
        elif due.found.problem == DUE_OR_TEXT:
            readings = (
                Reading(f"due {self.line[begin:end]}", start, begin, "by "),
                Reading("no due date", begin, begin, "\\"),
            )
        if not readings and (words[0].key == "by" or due.found.problem.endswith(BEHIND)):
            readings = (Reading("no due date", start, start, "\\"),)
        message = f"“{self.line[start:end]}”: {due.found.problem}"
        self.problems.append(Problem(start, end, message, "date", (), readings))

    def _plain(self, tokens: Sequence[Token], cuts: Sequence[tuple[int, int]] = ()) -> str:
        """The text of ``tokens`` without ``cuts`` and without escaping backslashes."""
        escapes = [(t.start, t.start + 1) for t in tokens if t.what == QUOTED and t.sign]
        kept = remove_spans(self.line, sorted([*escapes, *cuts]), tokens[0].start, tokens[-1].end)
        return kept.rstrip(",; \t\n") or self.line[tokens[0].start : tokens[-1].core]


_SPACED_DASHES = (" - ", " – ", " — ")


def remove_spans(line: str, cuts: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """``line`` from ``start`` to ``end`` without ``cuts`` (sorted) and the blanks before each.

    A cut of one ``@`` or backslash only strips the sign from its word, and keeps the blanks.
    """
    kept, at = [], start
    for begin, stop in cuts:
        if stop <= at or begin >= end:
            continue
        piece = line[at : max(begin, at)]
        sign = stop == begin + 1 and line[begin] in "@\\"
        kept.append(piece if sign else piece.rstrip())
        ends = line[stop : stop + 1] in (",", ";", ".", "!", "?") or line[stop : stop + 3] in _SPACED_DASHES
        if not sign and kept[-1].endswith(",") and ends:
            kept[-1] = kept[-1][:-1]  # sang with Ada, Thurs; pub after
        at = stop
    kept.append(line[at:end])
    return "".join(kept).strip()
