"""Day words of other languages, in English: they are asked about rather than passed over as text.

Only full words of four letters or more that are no English word; accents are folded.
"""

_DAYS = {
    "yesterday": "gestern hier ayer ontem ieri gisteren",
    "the day before yesterday": "vorgestern avant-hier anteayer anteontem eergisteren",
    "today": "heute aujourd'hui hoje oggi vandaag",
    "tomorrow": "demain manana amanha domani morgen",
    "monday": "montag lundi lunes segunda-feira lunedi maandag",
    "tuesday": "dienstag mardi martes terca-feira martedi dinsdag",
    "wednesday": "mittwoch mercredi miercoles quarta-feira mercoledi woensdag",
    "thursday": "donnerstag jeudi jueves quinta-feira giovedi donderdag",
    "friday": "freitag vendredi viernes sexta-feira venerdi vrijdag",
    "saturday": "samstag sonnabend samedi sabado zaterdag",
    "sunday": "sonntag dimanche domenica zondag",
    "january": "januar janvier enero janeiro gennaio januari",
    "february": "februar fevrier febrero fevereiro febbraio februari",
    "march": "marz marzo marco maart",
    "april": "avril abril aprile",
    "june": "juni juin junio junho giugno",
    "july": "juli juillet julio julho luglio",
    "august": "aout agosto augustus",
    "september": "septembre septiembre setembro settembre",
    "october": "oktober octobre octubre outubro ottobre",
    "november": "novembre noviembre novembro",
    "december": "dezember decembre diciembre dezembro dicembre",
}
_NAMES = frozenset(("marco", "julio", "augustus", "juni", "juli", "abril", "marzo"))
"""First names too: these are only asked about behind a number."""
FOREIGN = {word: english for english, words in _DAYS.items() for word in words.split() if word not in _NAMES}
"""English by the folded word, for words that stand alone."""
FOREIGN_MONTHS = {
    word: english for english in list(_DAYS)[10:] for word in _DAYS[english].split()
}  # fmt: skip
"""English months by the folded word, behind a number."""
