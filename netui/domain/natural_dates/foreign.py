"""Day words of other languages, in English: asked about where their language is not chosen.

They are never passed over as text. Only full words of four letters or more that are no English word;
accents are folded. The whole tables are in :mod:`netui.domain.languages`, which this spares loading.
"""

from collections.abc import Container, Iterable

from netui.domain.natural_dates.tokens import word_set

_CODES = ("de", "fr", "es", "pt", "it", "nl")
_DAYS = {
    "yesterday": "gestern hier ayer ontem ieri gisteren/gister",
    "the day before yesterday": "vorgestern avant-hier anteayer/antier anteontem"
    " avantieri/avant'ieri/altroieri/l'altroieri eergisteren/eergisteravond/eergistermiddag/eergisterochtend",
    "today": "heute aujourd'hui - hoje oggi vandaag",
    "tomorrow": "morgen demain manana amanha domani morgen",
    "the day after tomorrow": "ubermorgen/uebermorgen apres-demain - - dopodomani overmorgen",
    "last night": "- - anoche - iersera gisteravond/gisterenavond",
    "yesterday morning": "- - - - - gisterochtend/gistermorgen",
    "yesterday afternoon": "- - - - - gistermiddag",
    "this morning": "- - - - stamattina/stamani vanochtend/vanmorgen",
    "this afternoon": "- - - - - vanmiddag",
    "tonight": "- - - - stasera vanavond",
    "recently": "neulich/kurzlich/letztens recemment/dernierement recientemente/ultimamente"
    " recentemente/ultimamente recentemente/ultimamente onlangs/laatst",
    "the weekend": "wochenende week-end - - - -",
    "christmas": "weihnachten - navidad - natale kerst/kerstmis",
    "christmas eve": "heiligabend - nochebuena - - kerstavond",
    "new year's eve": "- - nochevieja - capodanno oudejaarsavond",
    "pentecost": "pfingsten pentecote pentecostes pentecostes pentecoste pinksteren",
    "all saints' day": "allerheiligen toussaint - - ognissanti -",
    "assumption day": "- assomption - - ferragosto -",
    "ascension day": "himmelfahrt - - - - hemelvaart/hemelvaartsdag",
    "epiphany day": "- epiphanie - - epifania driekoningen",
    "king's day": "- - - - - koningsdag",
    "st nicholas' eve": "- - - - - sinterklaas/pakjesavond",
    "easter monday": "ostermontag - - - pasquetta -",
    "easter": "ostern paques - pascoa pasqua pasen",
    "monday": "montag lundi lunes segunda-feira/segunda lunedi maandag",
    "tuesday": "dienstag mardi martes terca-feira/terca martedi dinsdag",
    "wednesday": "mittwoch mercredi miercoles quarta-feira/quarta mercoledi woensdag",
    "thursday": "donnerstag jeudi jueves quinta-feira/quinta giovedi donderdag",
    "friday": "freitag vendredi viernes sexta-feira/sexta venerdi vrijdag",
    "saturday": "samstag/sonnabend samedi sabado sabado sabato zaterdag",
    "sunday": "sonntag dimanche domingo domingo domenica zondag",
    "ago": "- - - atras - geleden",
}
_OTHERS = {
    "yesterday": "wczoraj igar vcera tegnap eilen kemarin ahir вчера вчора",
    "the day before yesterday": "przedwczoraj predvcerom toissapaivana позавчера",
    "today": "dzisiaj dzis idag dnes danas tanaan bugun avui сегодня сьогодні",
    "tomorrow": "jutro imorgen imorgon zitra zajtra sutra holnap huomenna yarin maine besok dema завтра",
    "monday": "poniedzialek mandag pondeli pondelok ponedeljak hetfo maanantai maanantaina pazartesi dilluns"
    " понедельник",
    "tuesday": "wtorek tirsdag tisdag utery utorok utorak tiistai tiistaina dimarts вторник",
    "wednesday": "sroda srode onsdag streda stredu szerda keskiviikko carsamba miercuri dimecres среда",
    "thursday": "czwartek torsdag ctvrtek stvrtok cetvrtak csutortok torstai torstaina persembe dijous"
    " четверг",
    "friday": "piatek fredag patek piatok petak pentek perjantai perjantaina vineri divendres пятница",
    "saturday": "sobota sobote lordag subota szombat lauantai lauantaina cumartesi sambata dissabte суббота",
    "sunday": "niedziela niedziele sondag nedele nedela nedelja vasarnap sunnuntai sunnuntaina pazar duminica"
    " diumenge воскресенье",
}
"""Days in languages that are never read: Polish, Swedish, Czech, Hungarian, Finnish, Turkish and others."""
_MONTHS = {
    "january": "januar/janner janvier/janv enero/ene janeiro gennaio januari",
    "february": "februar/feber fevrier/fevr/fev febrero fevereiro/fev febbraio februari",
    "march": "marz/maerz/mrz - marzo marco marzo maart/mrt",
    "april": "- avril/avr abril/abr abril/abr aprile -",
    "may": "mai mai mayo maio/mai maggio mei",
    "june": "juni juin junio junho giugno/giu juni",
    "july": "juli juillet/juil julio julho luglio/lug juli",
    "august": "- aout agosto agosto agosto augustus",
    "september": "- septembre septiembre/setiembre setembro settembre/sett -",
    "october": "oktober/okt octobre octubre outubro ottobre/ott oktober/okt",
    "november": "- novembre noviembre novembro - -",
    "december": "dezember/dez decembre diciembre/dic dezembro/dez dicembre/dic -",
}
_OTHER_MONTHS = {
    "january": "stycznia styczen januari ledna sijecnja ocak tammikuuta gener ianuarie января січня",
    "february": "lutego luty unora veljace subat helmikuuta febrer februarie февраля лютого",
    "march": "marca marzec brezna ozujka maaliskuuta martie marc марта березня",
    "april": "kwietnia kwiecien dubna travnja nisan huhtikuuta aprilie апреля квітня",
    "may": "maja kvetna svibnja mayis toukokuuta maig мая травня",
    "june": "czerwca czerwiec cervna lipnja haziran kesakuuta juny iunie июня червня",
    "july": "lipca lipiec cervence srpnja temmuz heinakuuta juliol iulie июля липня",
    "august": "sierpnia sierpien srpna kolovoza agustos elokuuta agost августа серпня",
    "september": "wrzesnia wrzesien zari rujna eylul syyskuuta setembre septembrie сентября вересня",
    "october": "pazdziernika pazdziernik rijna listopada ekim lokakuuta octombrie октября жовтня",
    "november": "listopad studenoga kasim marraskuuta noiembrie ноября",
    "december": "grudnia grudzien prosince prosinca aralik joulukuuta desembre decembrie декабря грудня",
}
"""Months in languages that are never read, asked about behind a number."""
_UNITS = {
    "days": "tagen/tage jours dias dias giorni/giorno dagen",
    "weeks": "wochen/woche semaines/semaine semanas/semana semanas/semana settimane/settimana weken",
    "months": "monaten/monate/monat mois meses meses mesi/mese maanden/maand",
    "years": "jahren/jahre/jahr annees - - - jaren/jaar",
}
_NUMBERS = {
    "1": "eins une una uma una een",
    "2": "zwei deux dos dois/duas due twee",
    "3": "drei trois tres tres tre drie",
    "4": "vier quatre cuatro quatro quattro vier",
    "5": "funf cinq cinco cinco cinque vijf",
    "6": "sechs six seis seis sei zes",
    "7": "sieben sept siete sete sette zeven",
    "8": "acht huit ocho oito otto acht",
    "9": "neun neuf nueve nove nove negen",
    "10": "zehn dix diez dez dieci tien",
    "11": "elf onze once onze undici elf",
    "12": "zwolf douze doce doze dodici twaalf",
}
_BESIDE_NUMBERS = word_set("""
    - marco julio augustus juni juli abril marzo mayo maio agosto dias mesi mrz mrt ene fev avr abr
    mai mei giu lug okt ott dez dic
""")
"""First names, surnames and short forms: these are only asked about behind a number."""
_PARTS = (
    "vormittag", "nachmittag", "mittag", "middag", "abend", "avond", "morgen", "ochtend", "nacht", "fruh",
)  # fmt: skip
"""The ends of ``donnerstagabend`` and ``vrijdagmiddag``."""


def _by_word(table: dict[str, str]) -> dict[str, str]:
    rows = {english: row.replace("/", " ").split() for english, row in table.items()}
    return {word: english for english, row in rows.items() for word in row if word != "-"}


FOREIGN_NUMBERS = _by_word(_NUMBERS)
"""Numbers by the folded word, before a unit or a month, or as an hour."""
FOREIGN_MONTHS = _by_word(_OTHER_MONTHS) | _by_word(_MONTHS) | _by_word({
    "january": "ene janv", "february": "fev fevr", "march": "mrz maa", "april": "abr avr", "may": "mai mei",
    "june": "giu", "july": "lug juil", "august": "aou", "october": "okt ott", "december": "dez dic",
})  # fmt: skip
"""English months by the folded word, behind a number."""
FOREIGN_UNITS = _by_word(_UNITS)
"""English units by the folded word, behind a number."""
FOREIGN_WHICH = _by_word({
    "last": "letzte/letzten/letzter/letztes/vergangene/vergangenen dernier/derniere/passe/passee"
    " pasado/pasada passado/passada scorso/scorsa vorige/vorig/afgelopen",
    "next": "nachste/nachsten/nachster/kommende/kommenden prochain/prochaine proximo/proxima"
    " proximo/proxima prossimo/prossima volgende/komende",
})  # fmt: skip
"""Last and next by the folded word, beside a weekday or a period."""
FOREIGN_PERIODS = _by_word({
    "week": "woche semaine semana semana settimana week", "month": "monat mois mes mes mese maand",
    "year": "jahr an/annee/l'an/l'annee ano ano anno/l'anno jaar",
    "weekend": "wochenende week-end - - - weekend",
})  # fmt: skip
"""English periods by the folded word, beside last or next."""
FOREIGN = {
    word: english
    for word, english in (_by_word(_DAYS) | _by_word(_MONTHS) | FOREIGN_UNITS).items()
    if word not in _BESIDE_NUMBERS
}
"""English by the folded word, for words that stand alone."""


_NEVER_READ = _by_word(_OTHERS)


def english_day(word: str) -> str:
    """The English for a day word of another language, also with a part of the day; "" for other words."""
    found = FOREIGN.get(word) or _NEVER_READ.get(word)
    if found is None and len(word) > 8 and word.endswith(_PARTS):
        stem = next(word.removesuffix(part) for part in _PARTS if word.endswith(part))
        found = FOREIGN.get(stem) if stem.endswith(("tag", "dag", "mittwoch", "sonnabend")) else None
    return found or ""


def language_hint(words: Iterable[str], chosen: Container[str] = ()) -> str:
    """How to have these folded ``words`` read; "" unless they say a day in a language that is not chosen."""
    stems = {word.removesuffix(part) for word in words for part in ("", *_PARTS)} - {"-"}
    rows = [row.split() for table in (_DAYS, _MONTHS, _UNITS, _NUMBERS) for row in table.values()]
    columns = zip(_CODES, zip(*rows, strict=True), strict=True)
    said = [code for code, column in columns if not stems.isdisjoint("/".join(column).split("/"))]
    codes = [] if any(code in chosen for code in said) else [f'"{code}"' for code in said]
    return f" (add {' or '.join(codes)} to languages in the settings to have it read)" if codes else ""
