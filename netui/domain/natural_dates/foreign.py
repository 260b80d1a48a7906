"""Day words of other languages, in English: asked about where their language is not chosen.

They are never passed over as text. Only full words of four letters or more that are no English word;
accents are folded. The whole tables are in :mod:`netui.domain.languages`, which this spares loading.
"""

from collections.abc import Iterable

from netui.domain.natural_dates.tokens import word_set

_ENGLISH = (
    "yesterday|the day before yesterday|today|tomorrow|the day after tomorrow|monday|tuesday|wednesday"
    "|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october"
    "|november|december|days|weeks|months|years|last night|ago"
)
_WORDS = {
    "de": "gestern|vorgestern|heute|morgen|ubermorgen|montag|dienstag|mittwoch|donnerstag|freitag"
    "|samstag sonnabend|sonntag|januar|februar|marz|||juni|juli|||oktober||dezember|tagen|wochen|monaten"
    "|jahren||",
    "fr": "hier|avant-hier|aujourd'hui|demain|apres-demain|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    "|dimanche|janvier|fevrier||avril||juin|juillet|aout|septembre|octobre|novembre|decembre|jours|semaines||||",
    "es": "ayer|anteayer antier||manana||lunes|martes|miercoles|jueves|viernes|sabado|domingo|enero|febrero"
    "|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|dias|semanas|meses||anoche|",
    "pt": "ontem|anteontem|hoje|amanha||segunda-feira|terca-feira|quarta-feira|quinta-feira|sexta-feira sexta"
    "|sabado|domingo|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
    "|dias|semanas|meses|||atras",
    "it": "ieri|avantieri|oggi|domani|dopodomani|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica"
    "|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre||dicembre|giorni"
    "|settimane|mesi||iersera|",
    "nl": "gisteren|eergisteren|vandaag|morgen|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
    "|zondag|januari|februari|maart|||juni|juli|augustus||oktober|||dagen|weken|maanden||gisteravond"
    "|geleden",
}
_BESIDE_NUMBERS = word_set("marco julio augustus juni juli abril marzo mayo maio agosto dias mesi")
"""First names and surnames too: these are only asked about behind a number."""


def _table(first: int, last: int) -> dict[str, str]:
    english = _ENGLISH.split("|")[first:last]
    return {
        word: meaning
        for words in _WORDS.values()
        for meaning, group in zip(english, words.split("|")[first:last], strict=True)
        for word in group.split()
    }


def _parts_of_days() -> dict[str, str]:
    """``donnerstagabend``, ``vrijdagmiddag``."""
    parts = {"de": "abend morgen mittag nachmittag vormittag", "nl": "avond ochtend middag"}
    return {
        f"{day.split()[0]}{part}": english
        for code in parts
        for day, english in zip(_WORDS[code].split("|")[5:12], _ENGLISH.split("|")[5:12], strict=True)
        for part in parts[code].split()
    }


FOREIGN = _parts_of_days() | {
    word: english for word, english in _table(0, 30).items() if word not in _BESIDE_NUMBERS
}
"""English by the folded word, for words that stand alone."""
FOREIGN_UNITS = _table(24, 28)
"""English units by the folded word, behind a number."""
FOREIGN_MONTHS = _table(12, 24)
"""English months by the folded word, behind a number."""


def language_hint(words: Iterable[str]) -> str:
    """How to have the language of these folded ``words`` read; "" where they are no foreign day words."""
    said = set(words)
    codes = [
        f'"{code}"' for code, table in _WORDS.items() if not said.isdisjoint(table.replace("|", " ").split())
    ]
    return f" (add {' or '.join(codes)} to languages in the settings to have it read)" if codes else ""
