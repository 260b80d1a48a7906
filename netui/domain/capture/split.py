"""Split a line that tells of two things into a line for each: ``lunch with Jake, dinner with Tom``."""

import re
from collections.abc import Callable
from itertools import islice

from netui.domain.capture.field_readings import typed_date
from netui.domain.capture.model import ParsedLine, Problem, Reading
from netui.domain.capture.sentence.note_checks import MET_OR_NOTE
from netui.domain.capture.sentence.words import PAST_VERBS, THIRD_PERSON
from netui.domain.capture.vocabulary import (
    WITH,
)
from netui.domain.model.dates import day_of
from netui.domain.model.kinds import Kinds

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
LONGEST_SPLIT = 400
"""Longer lines, in characters, are not split."""
SURE_DAYS = 3
"""A paragraph of so many days or more is a line for each without a question."""
_FURTHER = re.compile(
    r",? (?:and |but |then )?(?:I |we )?(?=(?:called|rang|phoned|wrote|texted|met|saw|emailed) )"
)
_PRONOUN = re.compile(r"\b(?:him|her|them|back)\b")
_MOST_CUTS, _MOST_LINES = 8, 4
_LATER = r"then|later|afterwards|after that|followed by"
_CUT = re.compile(
    rf"(?i)(?:[,;.!]\s+|\s+(?=(?:and|&|\+|plus|{_LATER})\s))"
    rf"(?P<lead>(?:(?:and|&|\+|plus|also|{_LATER})[,\s]\s*)*)(?:(?:an?|the)\s+)?(?=\S)"
)
_TOGETHER = frozenset(("there", "too", "also", "cc", "cc'd"))
"""Words of a second thing that rather was part of the first."""

ReadLine = Callable[[str], ParsedLine]


def offer_split(line: str, found: ParsedLine, read: ReadLine, kinds: Kinds) -> ParsedLine:
    """``found`` with the split among the readings of the problem that asks who else was there."""
    at = next(i for i, problem in enumerate(found.problems) if problem.what == "person")
    lines = split_entries(line, read, kinds)
    if not lines:
        return found
    problems = list(found.problems)
    label = f"{len(lines)} entries: {' · '.join(_label(read(each)) for each in lines)}"
    split = Reading(label, 0, len(line), "\n".join(lines))
    some = problems[at].readings
    together = any(not _TOGETHER.isdisjoint(each.casefold().split()) for each in lines[1:])
    problems[at] = problems[at]._replace(readings=(*some, split) if together else (split, *some))
    return found._replace(problems=tuple(problems))


def ask_about_days(line: str, read: ReadLine, opens_with_day: Callable[[str], bool]) -> Problem | None:
    """The question whether a paragraph is a line for each day it tells of; None where it is not."""
    lines = split_days(line, read, opens_with_day)
    return _ask_about_lines(line, lines) if lines else None


def ask_about_further_days(
    line: str, read: ReadLine, opens_with_day: Callable[[str], bool], kinds: Kinds
) -> Problem | None:
    """The same question of a line that is understood, where further sentences tell of contact on other days.

    None where the text has begun behind a colon.
    """
    first, *further = _SENTENCE_END.split(line.strip())
    before, colon, _ = first.partition(":")
    if not any(map(opens_with_day, further)) or (colon and not opens_with_day(before)):
        return None
    lines = split_days(line, read, opens_with_day)
    told = [read(each) for each in lines]
    tells = all(_tells_contact(each, kinds) for each in told) and len({day_of(each.on) for each in told}) > 1
    return _ask_about_lines(line, lines) if tells else None


def ask_about_other_day(line: str, read: ReadLine, kinds: Kinds) -> Problem | None:
    """The question whether a line without a colon tells of two things on two days; None where it does not."""
    long = ":" in line or len(line) > LONGEST_SPLIT
    lines = () if long else split_entries(line, read, kinds) or _split_pronoun(line, read, kinds)
    days = {day_of(told.on) for told in map(read, lines) if told.dated}
    theirs = any(each.split(None, 1)[0].casefold() in THIRD_PERSON for each in lines)
    return _ask_about_lines(line, lines) if len(days) > 1 and not theirs else None


def _split_pronoun(line: str, read: ReadLine, kinds: Kinds) -> tuple[str, ...]:
    """A second thing done with the same person: ``met Ada on Friday, wrote them today``; none without one."""
    for cut in islice(_FURTHER.finditer(line), _MOST_CUTS):
        first, second = line[: cut.start()], line[cut.end() :]
        told = read(first)
        if not _tells_contact(told, kinds):
            continue
        names = " and ".join(person.name for person in told.people)
        named = _PRONOUN.sub(names.replace("\\", r"\\"), second, count=1)
        again = read(named) if named != second else told
        if set(again.people) == set(told.people) and _tells_contact(again, kinds) and again.dated:
            return first, named
    return ()


def ask_about_heading(line: str, found: ParsedLine, read: ReadLine) -> Problem | None:
    """The question whether a note tells of contact behind a colon; None where it does not.

    That is behind a heading (``Garden: called Ada``) or behind names (``Ada: called about the flat``).
    """
    heading, colon, rest = line.partition(": ")
    first = rest.split(None, 1)[0].casefold() if rest.strip() else ""
    named = any(span.start < len(heading) for span in found.understood)
    if not (colon and first) or (named and first not in PAST_VERBS):
        return None
    told = read(f"{heading} {rest}" if named else rest)
    if told.kind == "note" or not told.people or told.problems:
        return None
    whole = f"{heading} {rest}" if named else f"{rest} ({heading.strip()})"
    readings = Reading("a note, not contact", 0, 0, "note "), Reading(_label(told), 0, len(line), whole)
    return Problem(0, len(heading), MET_OR_NOTE, "mark", (), readings)


def _ask_about_lines(line: str, lines: tuple[str, ...]) -> Problem:
    label = f"{len(lines)} entries: {' · '.join(cut_words(each) for each in lines)}"
    message = f"does this tell of {len(lines)} things? If not, put a colon before the text"
    return Problem(0, len(line), message, "person", (), (Reading(label, 0, len(line), "\n".join(lines)),))


def split_days(line: str, read: ReadLine, opens_with_day: Callable[[str], bool]) -> tuple[str, ...]:
    """The sentences of a paragraph, those that say no day behind the one before; none where one names nobody.

    Nor where there are fewer than two, or one has a text of its own behind a colon.
    """
    lines: list[str] = []
    for sentence in _SENTENCE_END.split(line.strip()):
        told = read(sentence)
        says_day = opens_with_day(sentence) or (told.dated and bool(told.people) and not told.problems)
        if lines and not says_day:
            lines[-1] = f"{lines[-1]} {sentence}"
        else:
            lines.append(sentence)
    names = all(
        told.people or any(each.candidates or each.what == "person" for each in told.problems)
        for told in map(read, lines)
    )
    return tuple(lines) if len(lines) > 1 and names else ()


def cut_words(line: str, most: int = 5) -> str:
    """The first words of a line."""
    words = line.split()
    return " ".join(words[:most]).rstrip(",.;:") + ("…" if len(words) > most else "")


def split_entries(line: str, read: ReadLine, kinds: Kinds, most: int = _MOST_LINES) -> tuple[str, ...]:
    """A line for each thing that ``line`` tells of; none where it cannot be cut into such lines.

    A day that only one of them says is the day of all.
    """
    for cut in islice(_CUT.finditer(line), _MOST_CUTS):
        first, second = line[: cut.start()], line[cut.end() :]
        told = read(first)
        if not _tells_contact(told, kinds):
            continue
        if second.casefold().startswith("or "):
            continue
        second = _completed(second, told.kind, later=re.search(rf"(?i){_LATER}", cut["lead"]) is not None)
        rest: tuple[str, ...] = (second,)
        if not _tells_contact(read(second), kinds):
            rest = split_entries(second, read, kinds, most - 1) if most > 2 else ()
        if rest:
            return _on_one_day((first, *rest), read)
    return ()


def _tells_contact(told: ParsedLine, kinds: Kinds) -> bool:
    return bool(told.people) and not told.problems and kinds.counts(told.kind)


def _completed(second: str, kind: str, *, later: bool) -> str:
    """The second part with the kind of the first, if it says none: ``then with Tom``, ``later Tom``."""
    first_word = second.split(None, 1)[0].casefold()
    if first_word in WITH:
        return f"{kind} {second}"
    return f"{kind} with {second}" if later and second[:1].isupper() and " " not in second else second


def _on_one_day(lines: tuple[str, ...], read: ReadLine) -> tuple[str, ...]:
    told = [read(line) for line in lines]
    days = {day_of(each.on) for each in told if each.dated}
    if len(days) != 1:
        return lines
    day = typed_date(days.pop())
    return tuple(line if each.dated else f"{day} {line}" for line, each in zip(lines, told, strict=True))


def _label(told: ParsedLine) -> str:
    return f"{told.kind} with {', '.join(person.name for person in told.people)}"
