"""Log lines and dates in other languages: what they mean, and that English ones keep their meaning."""

import re
import subprocess
import sys
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

import dateparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.capture.parse import ParsedLine, parse
from netui.domain.languages.language import CODES
from netui.domain.languages.translation import Translator
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import day_of
from netui.domain.model.kinds import BUILT_IN
from netui.domain.natural_dates.parse import Word, parse_due_date, parse_past_date, split_words
from netui.domain.natural_dates.tokens import MONTHS, word_set
from tests.domain.capture import test_line_tables, test_phrases
from tests.support.known_people import NOW, read

HERE = Path(__file__).parent
FOREIGN = [code for code in CODES if code != "en"]
TRANSLATORS = {code: Translator(("en", code)) for code in FOREIGN}
ALL = Translator(tuple(CODES))


def table(code: str) -> list[list[str]]:
    rows = (HERE / f"{code}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(row.split("\t") + [""] * 6)[:6] for row in rows]


ROWS = [(code, *row) for code in FOREIGN for row in table(code)]


def as_row(line: str, found: ParsedLine, wanted: list[str]) -> list[str]:
    """What was read, in the columns of the tables; a column that may hold anything is as wanted."""
    if found.problems:
        return ["asked", "", "", "", ""]
    kind = "*contact" if wanted[0] == "*contact" and BUILT_IN.counts(found.kind) else found.kind
    when = f"{found.on:%Y-%m-%d %H:%M}" if isinstance(found.on, datetime) else str(found.on)
    people = " ".join(person.id.partition("-")[0] for person in found.people)
    dues = " ".join(str(promise.due) for promise in found.promises)
    return [kind, when, people, dues, wanted[4] if wanted[4] == "*" else found.text]


@pytest.mark.parametrize("code", FOREIGN)
def test_each_table_is_long_enough_to_mean_something(code):
    lines = [row[0] for row in table(code)]
    assert len(set(lines)) == len(lines) >= 45


@pytest.mark.parametrize(("code", "line", "kind", "day", "people", "due", "text"), ROWS)
def test_line(code, line, kind, day, people, due, text):
    wanted = [kind, day, people, due, text]
    found = read(line, translator=TRANSLATORS[code])
    assert as_row(line, found, wanted) == wanted, found


@pytest.mark.parametrize(("code", "line", "kind", "day", "people", "due", "text"), ROWS)
def test_no_line_is_read_wrongly_where_every_language_is_chosen(code, line, kind, day, people, due, text):
    wanted = [kind, day, people, due, text]
    assert as_row(line, read(line, translator=ALL), wanted)[:3] in (wanted[:3], ["asked", "", ""])


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("it", "Il 14 pranzo con Grace"), ("fr", "Le 14 déjeuner avec Grace"),
        ("es", "El 14 comida con Grace"),
        ("pt", "No dia 14 almoço com a Grace"), ("nl", "Op de 14e lunch met Grace"),
        ("de", "Am 14. Mittagessen mit Grace"),
    ],
)  # fmt: skip
def test_the_number_before_a_meal_is_that_of_the_day(code: str, line: str) -> None:
    found = read(line, translator=TRANSLATORS[code])
    assert (found.kind, str(found.on), found.problems) == ("lunch", "2026-11-14", ())


@pytest.mark.parametrize(("code", "line", "kind", "day", "people", "due", "text"), ROWS)
def test_no_day_of_a_language_that_is_not_chosen_is_passed_over(code, line, kind, day, people, due, text):
    for translator in (None, Translator([other for other in FOREIGN if other != code])):
        found = read(line, translator=translator)
        dues = " ".join(str(promise.due) for promise in found.promises)
        right = kind == "asked" or (str(day_of(found.on)) == day[:10] and dues == due)
        short = line.partition(" ")[0].lower() in " ".join(_SHORT.values()).lower().split()
        assert found.problems or right or short or line.endswith(_PERIODS) or line.startswith(_NUMBERED)


_LAST = {
    "de": "letzte Woche|nächste Woche|letzten Monat|letztes Jahr|am Wochenende|kommenden Freitag",
    "fr": "la semaine dernière|la semaine prochaine|le mois dernier|l'an dernier|lundi prochain",
    "es": "la semana pasada|la semana que viene|el mes pasado|el año pasado|el viernes que viene",
    "pt": "na semana passada|na próxima semana|no mês passado|no ano passado|sexta que vem",
    "it": "la settimana scorsa|la settimana prossima|il mese scorso|l'anno scorso|lunedì prossimo",
    "nl": "vorige week|afgelopen week|volgende week|vorige maand|vorig jaar|volgende maandag",
}
_DAYS_IN_ENGLISH = word_set("""
    yesterday ereyesterday today tomorrow overmorrow tonight recently easter christmas-eve
""")
_SHORT_FORMS = word_set("3-mars 3-ago 3-set 3-out 3-gen 3-mag")
"""Months that are English words."""


def foreign_days(code: str) -> list[str]:
    """Full day words of a language of four letters or more, dates of each month, and last and next."""
    language = import_module(f"netui.domain.languages.{CODES[code].lower()}").LANGUAGE
    days = {word for names in language.weekdays.split("|") for word in names.partition("+")[0].split()}
    for english, _, words in (line.strip().partition(": ") for line in language.words.splitlines()):
        days |= set(words.split()) if english in _DAYS_IN_ENGLISH else set()
    months = {word for names in language.months.split("|") for word in names.replace("+", "").split()}
    dated = {f"3 {name}" for name in months if f"3-{name}" not in _SHORT_FORMS}
    same = {f"3 {name}" for name in MONTHS}
    return sorted(day for day in days if len(day) > 3) + sorted(dated - same) + _LAST[code].split("|")


@pytest.mark.parametrize(
    "form", ["coffee with @ada {}", "coffee with Ada {}: budget", "call @ada >send it {}"]
)
@pytest.mark.parametrize("code", FOREIGN)
def test_each_day_word_of_a_language_that_is_not_chosen_is_asked_about(code, form):
    others = Translator([other for other in FOREIGN if other != code])
    passed = []
    for day in foreign_days(code):
        theirs = " ".join(each.word.key for each in others.translate(split_words(day))) != fold(day)
        for translator in (None, *(() if theirs else (others,))):  # a word of another one, too, is read
            found = read(form.format(day), translator=translator)
            if not (found.problems or found.dated or any(promise.due for promise in found.promises)):
                passed.append(day)
    assert passed == []


_PERIODS = ("des Monats", "du mois", "de mes", "un mes", "do mês", "fine mese", "eind november", "Noël",
            "Natal", "um mês", "el 2", "il 2", "de 2e", "il 14", "el día 2 a las 10:00")  # fmt: skip
_NUMBERED = ("El 12 ", "Il 12 ", "il 3 ")
"""Words of periods, which are no day words, English ones, or shorter than four letters."""


# ---------------------------------------------------------------------- the same, written otherwise

_AROUND = {
    "de": ("na ja, {}", "Arbeit: {}", "{} (nett)"), "fr": ("bon, {}", "Boulot : {}", "{} (sympa)"),
    "es": ("pues, {}", "Trabajo: {}", "{} (genial)"), "pt": ("então, {}", "Trabalho: {}", "{} (legal)"),
    "it": ("allora, {}", "Lavoro: {}", "{} (bello)"), "nl": ("nou, {}", "- Werk: {}", "{} (leuk)"),
}  # fmt: skip
_FULL = {"Ada": "Ada Lovelace", "Grace": "Grace Hopper", "Alan": "Alan Turing", "Charles": "Charles Babbage"}
_AND = {"de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e", "nl": "en"}
_NAMES = "Ada|Bob|Grace|Alan|Charles|Martin"


def outcome(line: str, code: str) -> tuple[Any, ...]:
    """What is saved of a line besides its text; ``asked`` where it is asked about."""
    found = read(line, translator=TRANSLATORS[code])
    dues = [promise.due for promise in found.promises]
    return ("asked",) if found.problems else (found.kind, found.on, set(found.people), dues)


@pytest.mark.parametrize("around", [0, 1, 2, "- {}", "{}.", "{} :)", "{} 🙂"])
@pytest.mark.parametrize("code", FOREIGN)
def test_what_stands_around_a_line_and_says_nothing_changes_no_reading(code, around):
    form = _AROUND[code][around] if isinstance(around, int) else around
    lines = [line for line, *_ in table(code)[::3] if line[0].isalnum() and ":" not in line.split()[0]]
    if not form.endswith("{}"):
        lines = [line for line in lines if line[-1].isalpha() and not set("<>:") & set(line)]
    changed = [line for line in lines if outcome(form.format(line), code) != outcome(line, code)]
    assert len(lines) > 60 and changed == []


def otherwise(line: str, code: str) -> set[str]:
    """``line`` in lower case, without accents, with full names, and with a sign for "and"."""
    full = re.sub(rf"(?<![@\w])({'|'.join(_FULL)})\b(?! [A-Z])", lambda found: _FULL[found[1]], line)
    signs = re.sub(rf"\b({_NAMES}) {_AND[code]} (?=(?:{_NAMES})\b)", r"\1 & ", line)
    plain = "".join(sign for sign in normalize("NFD", line) if not combining(sign))
    return {line.lower(), plain, full, signs} - {line}


@pytest.mark.parametrize("code", FOREIGN)
def test_a_line_typed_otherwise_means_the_same_and_is_seldom_asked_about(code):
    pairs = [(line, other) for line, *_ in table(code)[::2] for other in sorted(otherwise(line, code))]
    read_otherwise = [(other, outcome(line, code), outcome(other, code)) for line, other in pairs]
    changed = [row for row in read_otherwise if row[1] != row[2]]
    silent = [row for row in changed if row[2][0] not in ("asked", "note")]
    assert len(pairs) > 150 and silent == [] and len(changed) <= len(pairs) / 50, changed


_SHORT = {
    "de": "Mo Di Mi Do Fr Sa So", "fr": "lun mar mer jeu ven sam dim", "es": "lun mar mié jue vie sáb dom",
    "pt": "seg ter qua qui sex sáb dom", "it": "lun mar mer gio ven sab dom", "nl": "ma di wo do vr za zo",
}  # fmt: skip
_LUNCH = {
    "de": "Mittagessen mit {}", "fr": "déjeuner avec {}", "es": "comida con {}", "pt": "almoço com a {}",
    "it": "pranzo con {}", "nl": "lunch met {}",
}  # fmt: skip


@pytest.mark.parametrize(
    "form", ["{day} {lunch}", "{day}: {lunch}", "{day}. {lunch}", "{lunch} {day}", "{lunch} ({day})"]
)
@pytest.mark.parametrize("code", FOREIGN)
def test_the_short_name_of_a_weekday_says_the_day_at_either_end(code, form):
    lunch = _LUNCH[code].format("Ada")
    days = []
    for short in _SHORT[code].split():
        found = read(form.format(day=short, lunch=lunch), translator=TRANSLATORS[code])
        days.append("asked" if found.problems else found.on.weekday() if found.dated else found.on)
    known = {5} if code == "fr" else set()  # Sam is somebody here
    assert all(day == number or number in known for number, day in enumerate(days)), days


# ---------------------------------------------------------------------- English stays as it is

_OF_OTHERS = ("gestern", "ayer", "am freitag", "januar")


_CHOSEN = ["de", "all", *(pytest.param(code, marks=pytest.mark.slow) for code in FOREIGN if code != "de")]


def english_lines() -> list[str]:
    lines = [row["line"] for row in test_phrases.TABLE]
    lines += (HERE / "english.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not any(word in line.casefold() for word in _OF_OTHERS)]


@pytest.mark.parametrize("code", _CHOSEN)
def test_english_phrases_mean_what_they_mean_without_other_languages(code):
    translator = TRANSLATORS.get(code, ALL)
    changed = [line for line in english_lines() if read(line, translator=translator) != read(line)]
    assert changed == []


@pytest.mark.parametrize("code", _CHOSEN)
def test_no_reading_of_an_english_line_becomes_worse(code):
    # A share of the lines, beside one language a smaller one: all would take a minute.
    lines = test_line_tables.LINES
    share = lines[::2] if code == "all" else lines[FOREIGN.index(code) :: 2 * len(FOREIGN)]
    worse = []
    for line in share:
        verdict = test_line_tables.verdict_on(line, TRANSLATORS.get(code, ALL))
        if verdict != "right" and line.text not in test_line_tables.FAILURES:
            worse.append((line.text, verdict))
    assert worse == []


# ---------------------------------------------------------------------- days, beside another parser

_DAYS = {
    "de": "gestern vorgestern heute", "fr": "hier avant-hier aujourd'hui", "es": "ayer anteayer hoy",
    "pt": "ontem anteontem hoje", "it": "ieri oggi", "nl": "gisteren eergisteren vandaag",
}  # fmt: skip
_SPANS = {
    "de": "vor {} Tagen|vor {} Wochen|vor {} Monaten|vor {} Jahren",
    "fr": "il y a {} jours|il y a {} semaines|il y a {} mois|il y a {} ans",
    "es": "hace {} días|hace {} semanas|hace {} meses|hace {} años",
    "pt": "há {} dias|há {} semanas|há {} meses|há {} anos",
    "it": "{} giorni fa|{} settimane fa|{} mesi fa|{} anni fa",
    "nl": "{} dagen geleden|{} weken geleden|{} maanden geleden|{} jaar geleden",
}
_DATES = {"de": "{}. {} 2025", "es": "{} de {} de 2025", "pt": "{} de {} de 2025"}
_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_WEEKDAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
_NUMBERS = {
    "de": "zwei drei vier fünf sechs", "fr": "deux trois quatre cinq six", "es": "dos tres cuatro cinco seis",
    "pt": "dois três quatro cinco seis", "it": "due tre quattro cinque sei", "nl": "twee drie vier vijf zes",
}  # fmt: skip


def day_phrases(code: str) -> list[str]:
    dated = _DATES.get(code, "{} {} 2025")
    phrases = _DAYS[code].split() + _WEEKDAYS[code].split()
    phrases += [span.format(n) for span in _SPANS[code].split("|") for n in (2, 3, 5, 10)]
    return phrases + [dated.format(n, month) for n, month in enumerate(_MONTHS[code].split(), 3)]


@pytest.mark.parametrize("code", FOREIGN)
def test_days_are_those_that_dateparser_finds(code):
    settings = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "past"}
    differ = {}
    for phrase in day_phrases(code):
        theirs = dateparser.parse(phrase, languages=[code], settings=settings)
        ours = parse_past_date(phrase, NOW, translator=TRANSLATORS[code])
        if theirs is None or theirs.date() != day_of(ours):
            differ[phrase] = ours, theirs
    assert differ == {}


@pytest.mark.parametrize("code", FOREIGN)
def test_a_number_in_letters_is_that_in_digits(code):
    span = _SPANS[code].partition("|")[0]
    for number, word in enumerate(_NUMBERS[code].split(), 2):
        found = parse_past_date(span.format(word), NOW, translator=TRANSLATORS[code])
        assert found == NOW.date() - timedelta(number)


@pytest.mark.parametrize("code", FOREIGN)
def test_a_weekday_that_is_due_lies_ahead(code):
    for number, word in enumerate(_WEEKDAYS[code].split()):
        due = parse_due_date(word, NOW, translator=TRANSLATORS[code])
        assert due.weekday() == number and 0 < (due - NOW.date()).days <= 7


# ---------------------------------------------------------------------- any text

_SOME = [word for row in ROWS for word in row[1].split()]


@given(st.lists(st.sampled_from([*_SOME, ":", "-", ",", ">send", "#tag", '"', "\\"]), max_size=14))
def test_any_words_are_read_without_an_exception_and_keep_their_place(words):
    line = " ".join(words)
    found = read(line, translator=ALL)
    for problem in found.problems:
        assert 0 <= problem.start <= problem.end <= len(line)
    translated = ALL.translate(split_words(line))
    assert [n for each in translated for n in range(each.first, each.last)] == list(
        range(len(split_words(line)))
    )


def test_a_known_name_stays_a_name():
    translator = TRANSLATORS["it"]
    people = test_line_tables.Known({"domenica": ("Domenica Rossi",), "john": ("John Cena",)})
    found = parse("Domenica called yesterday", NOW, people, BUILT_IN, translator=translator)
    assert [person.id for person in found.people] == ["domenica"]
    found = parse("lunch with John Cena yesterday", NOW, people, BUILT_IN, translator=translator)
    assert [person.id for person in found.people] == ["john"] and found.kind == "lunch"


class Counted(list[Word]):
    """Words that count how often they are looked at."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        self.looks += 1
        return super().__getitem__(at)


def test_the_work_grows_with_the_length_of_the_line():
    def looks(times: int) -> int:
        line = "Habe mit Ada vor drei Tagen und il y a deux semaines, am Freitag el 14 " * times
        words = Counted(split_words(line))
        ALL.translate(words)
        return words.looks

    assert looks(400) <= 10.5 * looks(40)


def test_with_english_alone_no_table_is_loaded(tmp_path):
    code = (
        "import sys\nfrom netui.cli.main import main\n"
        "assert main(['note', 'coffee with Ada Lovelace (new) yesterday']) == 0\n"
        "print(*(name for name in sys.modules if name.startswith('netui.domain.languages')))"
    )
    root = str(HERE.parent.parent.parent)
    environment = {
        "PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "NETUI_DATA": str(tmp_path / "net"),
        "LANG": "en_GB.UTF-8", "PYTHONPATH": root,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.splitlines()[-1] == ""
