"""Lines typed for somebody chosen before are read as lines that name them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from netui.domain.capture.parse import ParsedLine, parse
from netui.domain.model.dates import day_of
from netui.domain.model.kinds import BUILT_IN
from tests.domain.capture.test_line_tables import LINES, SOME, Line, as_line, kind_fits, verdict_on
from tests.support.known_people import Known, read

TABLE = [
    (as_line(cells[:7]), cells[7])
    for row in Path(__file__).with_name("chosen.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for cells in [row.split("\t")]
]
ADA = ("ada-lovelace",)


def read_for(line: Line, ident: str) -> ParsedLine:
    return parse(
        line.text, datetime.combine(line.today, time(12)), Known(line.known), BUILT_IN, present=[ident]
    )


def id_of(line: Line, name: str) -> str:
    return next(ident for ident, names in line.known.items() if names[0] == name)


def is_misread(line: Line, found: ParsedLine) -> bool:
    """Whether a line is read wrongly without a question."""
    if found.problems:
        return False
    people = line.people in ("any", "none / ask")
    people = people or {person.name for person in found.people} == set(line.people.split("; "))
    day = "ask" in line.days or str(day_of(found.on)) in line.days.split("|")
    promised = " ".join(promise.text for promise in found.promises)
    text = f"{found.text} {found.place} {found.learned} {promised}".casefold()
    kept = all(word.casefold() in text for word in line.kept)
    return not (kind_fits(line, found) and people and day and kept)


@pytest.mark.parametrize("first", range(0, len(TABLE), SOME), ids=lambda first: TABLE[first][0].text)
def test_lines_for_somebody_chosen_before(first):
    misread = []
    for line, chosen in TABLE[first : first + SOME]:
        found = read_for(line, id_of(line, chosen))
        may_ask = "refuse" in line.kinds or "ask" in line.days or "ask" in line.people
        if is_misread(line, found) or (found.problems and not may_ask):
            misread.append((line.text, found))
    assert misread == []


# ---------------------------------------------------------------------- the other table, without the names

_LEADS = r"\b(?:with|w/|called|rang|texted|emailed|met|saw|visited|phoned|messaged|to|from|by|told)\s*$"


def without_name(line: Line) -> Iterator[tuple[str, Line]]:
    """The lines that say the same of whoever is chosen: ``coffee with them``, ``they rang``, ``coffee``."""
    named = [ident for ident, names in line.known.items() if names[0] == line.people]
    if len(named) != 1:
        return
    whole, first = line.people, line.people.split()[0]
    forms = sorted({whole, first, f"@{named[0]}", *line.known[named[0]]}, key=len, reverse=True)
    places = list(re.finditer(rf"(?i)(?<![\w@])(?:{'|'.join(map(re.escape, forms))})(?![\w'’.-])", line.text))
    if len(places) != 1 or verdict_on(line) != "right":
        return
    before, behind = line.text[: places[0].start()], line.text[places[0].end() :]
    kept = [word for word in line.kept if word.casefold() not in whole.casefold()]
    if re.search(r"(?i)(?:^|\s)(?:with|w/)\s*$", before):
        short = re.sub(r"(?i)(?:^|\s)(?:with|w/)\s*$", "", before)
        if short.strip():
            yield named[0], line._replace(text=(short + behind).strip(), kept=kept)
    if re.search(f"(?i){_LEADS}", before):
        yield named[0], line._replace(text=f"{before}them{behind}", kept=kept)
    elif not before.strip() and re.match(r"\s+[a-z]", behind):
        yield named[0], line._replace(text=f"they{behind}", kept=kept)


def test_what_is_said_of_somebody_by_name_is_read_by_a_pronoun_and_mostly_without_one():
    counts = {"pronoun": [0, 0], "none": [0, 0]}
    misread = []
    for line in LINES[::7]:
        for ident, other in without_name(line):
            tally = counts["pronoun" if re.search(r"\bthe[ym]\b", other.text) else "none"]
            tally[0] += 1
            if is_misread(other, read_for(other, ident)):
                tally[1] += 1
                misread.append(other.text)
    (pronouns, wrong), (understood, unsure) = counts["pronoun"], counts["none"]
    assert pronouns > 1000 and wrong <= pronouns / 60, misread
    assert understood > 500 and unsure <= understood / 12, misread


# ---------------------------------------------------------------------- one at a time


@pytest.mark.parametrize(
    ("line", "kind", "day"),
    [
        ("coffee with them on Monday", "coffee", date(2026, 11, 16)),
        ("1h call", "call", date(2026, 11, 21)),
        ("tea", "coffee", date(2026, 11, 21)),
        ("brunch last Sunday", "lunch", date(2026, 11, 15)),
        ("they rang yesterday", "call", date(2026, 11, 20)),
        ("we watched the match", "meeting", date(2026, 11, 21)),
        ("walked home together after the quiz", "meeting", date(2026, 11, 21)),
        ("had lunch with her yesterday", "lunch", date(2026, 11, 20)),
        ("gym", "meeting", date(2026, 11, 21)),
    ],
)
def test_contact(line, kind, day):
    found = read(line, present=ADA)
    assert not found.problems
    assert (found.kind, day_of(found.on), [each.id for each in found.people]) == (kind, day, [*ADA])


@pytest.mark.parametrize(
    "line",
    ["moved to Leeds", "birthday 3 May", "vegan", "nut allergy", "gate code 4471", "her sister lives in Rome",
     "got engaged on Saturday", "their flat is on the third floor", "prefers tea"],
)  # fmt: skip
def test_facts_are_notes_without_a_question(line):
    found = read(line, present=ADA)
    assert (found.kind, found.problems, found.text) == ("note", (), line)


@pytest.mark.parametrize("line", ["walked home", "was here", "coffe", "signed the lease yesterday"])
def test_what_may_be_contact_is_asked_about(line):
    assert read(line, present=ADA).problems


def test_others_who_are_named_are_there_too_and_a_pronoun_behind_them_is_theirs():
    found = read("lunch with Bob, he's well", present=ADA)
    assert [each.id for each in found.people] == ["ada-lovelace", "bob"]
    assert found.text == "he's well"


def test_two_things_on_two_days_are_two_entries_of_theirs():
    line = "rang on Monday, lunch with her on Tuesday"
    (asked,) = read(line, present=ADA).problems
    (both,) = asked.readings
    told = [read(part, present=ADA) for part in both.settle(line).split("\n")]
    assert [(each.kind, [person.id for person in each.people]) for each in told] == [
        ("call", [*ADA]),
        ("lunch", [*ADA]),
    ]


def test_of_several_chosen_a_pronoun_names_them_all():
    found = read("coffee with them yesterday", present=("ada-lovelace", "grace-hopper"))
    assert [each.id for each in found.people] == ["ada-lovelace", "grace-hopper"]
    assert (found.kind, found.text) == ("coffee", "")


def test_a_name_that_is_only_understood_marks_no_part_of_the_line():
    found = read("coffee on Monday", present=ADA)
    assert all(span.start < span.end for span in found.understood)


@pytest.mark.parametrize(
    "line", ["lunch cancelled, they were ill", "drinks were called off, babysitter ill", "call cancelled"]
)
def test_what_fell_through_is_a_note_about_them(line):
    found = read(line, present=("ada-lovelace",))
    assert (found.kind, [person.id for person in found.people]) == ("note", ["ada-lovelace"])
    assert found.text == line and not found.problems


@pytest.mark.parametrize("line", ["Zelda's mum rang", "Lars' assistant called to move our slot"])
def test_a_call_of_somebody_elses_is_not_theirs_without_a_word(line):
    assert read(line, present=("ada-lovelace",)).problems


@pytest.mark.parametrize(
    "line",
    ["chatted to Zelda", "talked to Zelda about the rent", "wrote to Zelda", "spoke to Zelda", "met Zelda",
     "spoke on the phone to Zelda", "ran into Zelda at the market", "coffee with my boss Zelda", "rang Zelda",
     "caught up with Zelda", "walk, met Zelda on the way", "drinks, Zelda joined", "Zelda and I had lunch"],
)  # fmt: skip
def test_a_name_that_is_nobodys_is_asked_about_though_somebody_is_chosen(line):
    (problem,) = read(line, present=ADA).problems
    assert problem.message.startswith("nobody here is called “Zelda”")


@pytest.mark.parametrize(
    "line",
    ["talked about Zelda", "lunch at Zelda's", "coffee, Zelda is pregnant", "walk to Hampstead",
     "tea, then on to Kew", "call: Zelda resigned"],
)  # fmt: skip
def test_a_name_that_is_only_spoken_of_changes_nothing(line):
    found = read(line, present=ADA)
    assert (found.problems, [each.id for each in found.people]) == ((), [*ADA])
