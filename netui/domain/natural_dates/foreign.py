"""Day words of other languages, in English: asked about where their language is not chosen.

They are never passed over as text. Only full words of four letters or more that are no English word;
accents are folded. The whole tables are in :mod:`netui.domain.languages`, which this spares loading.
"""

from collections.abc import Container, Iterable

from netui.domain.natural_dates.tokens import word_set

_CODES = ("de", "fr", "es", "pt", "it", "nl")
_DAYS = {
    "yesterday": "gestern hier ayer ontem ieri gisteren",
    "the day before yesterday": "vorgestern avant-hier anteayer/antier anteontem avantieri eergisteren",
    "today": "heute aujourd'hui - hoje oggi vandaag",
    "tomorrow": "morgen demain manana amanha domani morgen",
    "the day after tomorrow": "ubermorgen apres-demain - - dopodomani overmorgen",
    "last night": "- - anoche - iersera gisteravond",
    "monday": "montag lundi lunes segunda-feira lunedi maandag",
    "tuesday": "dienstag mardi martes terca-feira martedi dinsdag",
    "wednesday": "mittwoch mercredi miercoles quarta-feira mercoledi woensdag",
    "thursday": "donnerstag jeudi jueves quinta-feira giovedi donderdag",
    "friday": "freitag vendredi viernes sexta-feira/sexta venerdi vrijdag",
    "saturday": "samstag/sonnabend samedi sabado sabado sabato zaterdag",
    "sunday": "sonntag dimanche domingo domingo domenica zondag",
    "ago": "- - - atras - geleden",
}
_MONTHS = {
    "january": "januar janvier enero janeiro gennaio januari",
    "february": "februar fevrier febrero fevereiro febbraio februari",
    "march": "marz - marzo marco marzo maart",
    "april": "- avril abril abril aprile -",
    "may": "- - mayo maio maggio -",
    "june": "juni juin junio junho giugno juni",
    "july": "juli juillet julio julho luglio juli",
    "august": "- aout agosto agosto agosto augustus",
    "september": "- septembre septiembre setembro settembre -",
    "october": "oktober octobre octubre outubro ottobre oktober",
    "november": "- novembre noviembre novembro - -",
    "december": "dezember decembre diciembre dezembro dicembre -",
}
_UNITS = {
    "days": "tagen/tage jours dias dias giorni/giorno dagen",
    "weeks": "wochen/woche semaines/semaine semanas/semana semanas/semana settimane/settimana weken",
    "months": "monaten/monate/monat mois meses meses mesi/mese maanden/maand",
    "years": "jahren/jahre/jahr annees - - - jaren/jaar",
}
_BESIDE_NUMBERS = word_set("- marco julio augustus juni juli abril marzo mayo maio agosto dias mesi")
"""First names and surnames too: these are only asked about behind a number."""
_PARTS = ("vormittag", "nachmittag", "mittag", "middag", "abend", "avond", "morgen", "ochtend")
"""The ends of ``donnerstagabend`` and ``vrijdagmiddag``."""


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: english for english, row in table.items() for word in row.replace("/", " ").split()}


FOREIGN_NUMBERS = _by_word({
    "2": "zwei deux dos dois/duas due twee", "3": "drei trois tres tre drie",
    "4": "vier quatre cuatro quatro quattro", "5": "funf cinq cinco cinque vijf",
})  # fmt: skip
"""Numbers by the folded word, before a unit or a month."""
FOREIGN_MONTHS = _by_word(_MONTHS)
"""English months by the folded word, behind a number."""
FOREIGN_UNITS = _by_word(_UNITS)
"""English units by the folded word, behind a number."""
FOREIGN = {
    word: english
    for word, english in (_by_word(_DAYS) | FOREIGN_MONTHS | FOREIGN_UNITS).items()
    if word not in _BESIDE_NUMBERS
}
"""English by the folded word, for words that stand alone."""


def english_day(word: str) -> str:
    """The English for a day word of another language, also with a part of the day; "" for other words."""
    found = FOREIGN.get(word)
    if found is None and len(word) > 10 and word.endswith(_PARTS):
        stem = next(word.removesuffix(part) for part in _PARTS if word.endswith(part))
        found = FOREIGN.get(stem) if stem.endswith(("tag", "dag")) else None
    return found or ""


def language_hint(words: Iterable[str], chosen: Container[str] = ()) -> str:
    """How to have these folded ``words`` read; "" unless they say a day in a language that is not chosen."""
    stems = {word.removesuffix(part) for word in words for part in ("", *_PARTS)} - {"-"}
    rows = [row.split() for table in (_DAYS, _MONTHS, _UNITS) for row in table.values()]
    columns = zip(_CODES, zip(*rows, strict=True), strict=True)
    said = [code for code, column in columns if not stems.isdisjoint("/".join(column).split("/"))]
    codes = [f'"{code}"' for code in said if code not in chosen]
    return f" (add {' or '.join(codes)} to languages in the settings to have it read)" if codes else ""
