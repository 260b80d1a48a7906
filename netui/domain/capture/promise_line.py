"""Parses a promise, or a step of a goal, typed on a line of its own: as one behind ``>`` in a log line."""

import re
from collections.abc import Mapping
from datetime import date

from netui.domain.capture.model import Chip, ParsedPromise, Problem, Resolver
from netui.domain.capture.tokens.lexer import AT, GOAL, MINE, PLAIN, QUOTED, THEIRS, Lexer, Token
from netui.domain.capture.tokens.markers import Markers
from netui.domain.model.dates import full_day
from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.tokens import NO_WORD, Clock, Word

_BLANKS = re.compile(r"\s{2,}")


class PromiseLine(NamedTuple):
    """What was read: promises, or the steps of a goal, in the order typed, and the goals they serve."""

    promises: tuple[ParsedPromise, ...] = ()
    goals: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def chips(self, today: date) -> list[Chip]:
        """All that was read, then the problems, for display."""
        chips = []
        for promise in self.promises:
            due = f"by {full_day(promise.due)}" if promise.due else "no day"
            whose = "they promise: " if promise.by == "them" else ""
            chips += [Chip(f"{whose}{promise.text}", "promise"), Chip(due, "date")]
        chips += [Chip(f"^{goal}", "goal") for goal in self.goals]
        return chips + [Chip(problem.message, "problem") for problem in self.problems]


def parse_promise_line(
    line: str, clock: Clock, names: Resolver, goals: Mapping[str, str] | None = None
) -> PromiseLine:
    """Parses promises, mine unless behind ``<``; without ``goals`` one step, in which signs are text."""
    tokens = Lexer(line).tokenize()
    if clock.translator is not None:
        from netui.domain.capture.tokens.translation import translate_tokens

        tokens = translate_tokens(line, tokens, clock.translator, names)
    if not tokens:
        return PromiseLine(problems=(Problem(0, len(line), "what is to be done?", "empty"),))
    named = [token for token in tokens if token.what == GOAL] if goals is not None else []
    found = Markers(line, named, clock, goals or {})
    text = line
    for token in named:
        text = text[: token.start] + " " * (token.end - token.start) + text[token.end :]
    signs = () if goals is None else (MINE, THEIRS)
    words = [_as_word(token, signs) for token in tokens if token not in named]
    if not words or words[0].what not in signs:
        sign = THEIRS if signs and _is_theirs([token.word.key for token in words]) else MINE
        words.insert(0, _sign(sign, words[0].start if words else 0))
    read = Markers(text, words, clock, {})
    promises = tuple(each._replace(text=_BLANKS.sub(" ", each.text)) for each in read.promises)
    problems = (*found.problems, *read.problems)
    if not promises and not problems:
        problems = (Problem(0, len(line), "what is to be done?", "empty"),)
    return PromiseLine(promises, tuple(found.goals), problems)


def _as_word(token: Token, signs: tuple[str, ...]) -> Token:
    """A token as part of what is promised: other marks than ``signs`` are text there."""
    if token.what in (PLAIN, AT, QUOTED) or token.what in signs:
        return token
    return token._replace(what=QUOTED, sign=0)


def _is_theirs(keys: list[str]) -> bool:
    """Whether the words say that somebody else is to do it: ``owes me 20 euro``, ``they'll send it``."""
    if keys[:1] in (["owes"], ["they"], ["they'll"], ["they'd"]):
        return True
    owed = next((at for at, key in enumerate(keys[:4]) if key in ("owes", "owe")), 0)
    return owed > 0 and keys[owed + 1 : owed + 2] in (["me"], ["us"]) and "who" not in keys[:owed]


def _sign(what: str, at: int) -> Token:
    return Token(what, at, at, at, "", Word(NO_WORD, at, at))
