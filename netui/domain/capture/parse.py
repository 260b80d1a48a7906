r"""Parse a log line into fields: the public API of the capture language.

``coffee with @ada @grace yesterday: the lab is hiring #hiring ^cto-role got:lead >send the deck by fri``

*Head.* A kind at the start (behind ``had a`` and the like), people, a date, a place, in any order. A
colon ends it; so does a full stop, a dash or a new line, and else the first word that is none of
these. *Text* is the line without what became a field.

*Sentences.* Without a kind in front, a verb of contact in the main clause says it (``Ada rang
yesterday``, ``Ada and I had lunch``), with subject, object and day; the words stay in the text. What did
not take place, and someone who may have been there too, is a problem that asks.

*People.* ``@`` takes an id, alias, first name or unique part. Full names and aliases count bare, first
names behind ``with``, ``and``, a comma, a kind or a verb of contact, and as the subject. ``Name (new)``
is a person to create. Where the head names someone, an ``@`` in the text is a mention: it stays in the
text and makes nobody present. Where it names nobody, the names the text begins with, or its first ``@``,
are those present; the words stay in the text when the sentence runs on, less the ``@``.

*Dates* are read in the head, and anywhere before a colon. In text without a colon a date could be
part of what was said: that is a problem, whose message says how to fix it. Words for the future
(``tomorrow``, ``in 3 days``) make a planned meeting; ``14 dec`` alone is the last one past.

*Promises* run to the next mark, ``by DATE`` in them is when they are due. An ``@`` does not end them.

Nothing raises and nothing is guessed: what cannot be read is a :class:`Problem` with its offsets, and
the rest is parsed all the same. A backslash or quotes keep a mark as text.
"""

import re
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from datetime import datetime

from netui.domain.capture.grammar import LineParser
from netui.domain.capture.model import (
    GIFTS,
    Chip,
    FieldSpan,
    ParsedLine,
    ParsedPromise,
    Person,
    Problem,
    Reading,
    Resolver,
    name_key,
)
from netui.domain.capture.rephrasing import (
    in_small_letters,
    read_behind_dash,
    read_in_small_letters,
    read_owner,
)
from netui.domain.capture.sentence.note_checks import MET_OR_NOTE
from netui.domain.model.kinds import Kinds
from netui.domain.natural_dates.tokens import Clock, WordTranslator, names_day, split_words, word_set

_STOPS = re.compile(r"[,.;!] +")
_CLAUSES = (
    " i ", " we ", " he ", " she ", " they ", ", met ", ", rang ", ", called ", ", saw ", ", texted ",
    ", spoke ", ", talked ", ", chatted ", ", had ", ", phoned ", ", told ", ", emailed ", ", mailed ",
    ", messaged ", ", visited ", ", took ", ", drove ", ", went ", ", sat ", ", caught ",
    ", helped ", ", wrote ", ", popped ", ", dropped ", ", sent ",
    " but ", " so ", " with him", " with her", " with them",
)  # fmt: skip
"""Words of a later clause that may tell of contact."""
_CAME = word_set("came joined there too along also popped turned cooked hosted drove brought")
"""Words behind a name that may tell that they were there."""


def parse(
    line: str,
    now: datetime,
    names: Resolver,
    kinds: Kinds,
    *,
    goals: Mapping[str, str] | Collection[str] = (),
    present: Sequence[str] = (),
    places: Container[str] = (),
    day_first: bool | None = None,
    translator: WordTranslator | None = None,
) -> ParsedLine:
    """Parses one log line; dates are relative to ``now``.

    ``goals`` are the ids, mapped to titles if titles are to match too; ``present`` the ids of people
    already selected; ``places`` the known ones, folded; ``translator`` translates what is not English.
    Problems are in the result; nothing is raised.
    """
    known = goals if isinstance(goals, Mapping) else dict.fromkeys(goals, "")
    clock = Clock(now, False, day_first, translator=translator)

    def again(part: str) -> ParsedLine:
        return parse(
            part, now, names, kinds, goals=goals, present=present, places=places, day_first=day_first,
            translator=translator,
        )  # fmt: skip

    small = in_small_letters(line)
    if small and (told := read_in_small_letters(small, again)) is not None:
        return told
    found = LineParser(line, clock, names, kinds, known, present, places).read()
    open_note = all(problem.message == MET_OR_NOTE for problem in found.problems)
    if present and found.kind == "note" and open_note and not found.typed:
        begun = LineParser(line, clock, names, kinds, known, present, places, subject=True).read()
        is_contact = kinds.counts(begun.kind) and not (found.problems and begun.problems)
        if is_contact or (not found.problems and any(_tells(line, each) for each in begun.problems)):
            found = begun
    if found.kind == "note" and not (found.problems or found.typed):
        found = read_behind_dash(line, found, again, kinds)
    found = read_owner(line, found, again, kinds)
    may_go_on = not present and (found.problems or found.kind == "note")
    said = _STOPS.sub(", ", line.casefold()) if may_go_on else ""
    if may_go_on and any(sign in said for sign in _CLAUSES):
        from netui.domain.capture.later_clause import take_later_contact

        def read_for(part: str, person: Person | None) -> ParsedLine:
            chosen = (person.id,) if person is not None else ()
            return LineParser(part, clock, names, kinds, known, chosen, places).read()

        met = take_later_contact(line, found, read_for, names, kinds)
        if met is not None:
            return met

    def read(part: str) -> ParsedLine:
        return LineParser(part, clock, names, kinds, known, present, places).read()

    return _with_parts(line, found, read, lambda part: leading_day(part, clock) > 0, kinds)


def _with_parts(
    line: str,
    found: ParsedLine,
    read: Callable[[str], ParsedLine],
    opens_with_day: Callable[[str], bool],
    kinds: Kinds,
) -> ParsedLine:
    """``found``, or with a question where the line seems to tell of several days or meetings."""
    asked: Problem | None = None
    if any(problem.what == "person" for problem in found.problems):
        from netui.domain.capture.split import LONGEST_SPLIT, ask_about_days, offer_split

        asked = ask_about_days(line, read, opens_with_day)
        if asked is None and len(line) <= LONGEST_SPLIT:
            return offer_split(line, found, read, kinds)
    elif found.dated and not found.problems and (". " in line or "! " in line or "; " in line):
        from netui.domain.capture.split import ask_about_further_days

        asked = ask_about_further_days(line, read, opens_with_day, kinds)
    elif found.dated and not found.problems and names_day(found.text):
        from netui.domain.capture.split import ask_about_other_day

        asked = ask_about_other_day(line, read, kinds)
    elif found.kind == "note" and not (found.typed or found.problems) and ":" in line:
        from netui.domain.capture.split import ask_about_heading

        asked = ask_about_heading(line, found, read)
    return found if asked is None else found._replace(problems=(asked,))


def _tells(line: str, problem: Problem) -> bool:
    """Whether a question in a line for somebody chosen is due: of others where they may have come."""
    said = line[problem.end :].casefold().replace(",", " ").split()[:2]
    return problem.what != "person" or not _CAME.isdisjoint(said)


def leading_day(text: str, clock: Clock) -> int:
    """The number of words at the start of ``text`` that are a day, also one in doubt; 0 without one."""
    from netui.domain.natural_dates.parse import read

    words = split_words(text, clock.translator)
    found = read(words, 0, clock) if words else None
    if found is None or found.hour:
        return 0
    again = read(words, found.end, clock) if found.end < len(words) else None
    return again.end if again is not None and again.value == found.value is not None else found.end


__all__ = [
    "GIFTS",
    "Chip",
    "FieldSpan",
    "ParsedLine",
    "ParsedPromise",
    "Person",
    "Problem",
    "Reading",
    "Resolver",
    "name_key",
    "parse",
]
