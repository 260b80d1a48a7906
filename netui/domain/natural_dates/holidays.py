"""Holidays as dates: ``Christmas Eve``, ``on Halloween``, ``Good Friday``; fixed, or counted from Easter."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from netui.domain.model.dates import full_day
from netui.domain.natural_dates.calendar import yearly_date
from netui.domain.natural_dates.tokens import (
    WEEKDAYS,
    Clock,
    ParsedDate,
    Word,
    explicit_year,
    is_closed,
    key_at,
    phrase_end,
    phrase_table,
)

_PARTS = ("morning", "afternoon", "evening", "night")
_FIXED = {
    "christmas eve": (12, 24), "xmas eve": (12, 24), "christmas day": (12, 25), "xmas day": (12, 25),
    "boxing day": (12, 26), "new year's eve": (12, 31), "nye": (12, 31),
    "new year's day": (1, 1), "twelfth night": (1, 5), "burns night": (1, 25),
    "groundhog day": (2, 2), "valentine's day": (2, 14), "valentine's": (2, 14), "leap day": (2, 29),
    "saint patrick's day": (3, 17), "st patrick's day": (3, 17), "april fools' day": (4, 1),
    "april fool's day": (4, 1), "may day": (5, 1), "juneteenth": (6, 19), "bastille day": (7, 14),
    "halloween": (10, 31), "hallowe'en": (10, 31), "all saints' day": (11, 1), "bonfire night": (11, 5),
    "guy fawkes night": (11, 5), "guy fawkes": (11, 5), "veterans day": (11, 11), "armistice day": (11, 11),
    "remembrance day": (11, 11), "st andrew's day": (11, 30), "st nicholas day": (12, 6),
    "all saints'": (11, 1), "all souls'": (11, 2), "all souls' day": (11, 2), "hogmanay": (12, 31),
    "michaelmas": (9, 29), "martinmas": (11, 11), "candlemas": (2, 2), "lammas": (8, 1), "lady day": (3, 25),
    "midsummer's day": (6, 24), "midsummer's eve": (6, 23), "midsummer day": (6, 24),
    "midsummer eve": (6, 23), "on epiphany": (1, 6), "ides of march": (3, 15), "pi day": (3, 14),
    "anzac day": (4, 25), "st george's day": (4, 23), "st david's day": (3, 1), "st lucia's day": (12, 13),
    "assumption day": (8, 15), "epiphany day": (1, 6), "king's day": (4, 27), "st nicholas' eve": (12, 5),
    "walpurgis night": (4, 30), "earth day": (4, 22), "on cinco de mayo": (5, 5),
    "stephen's night": (12, 26), "st stephen's night": (12, 26), "stephen's day": (12, 26),
}  # fmt: skip
_FROM_EASTER = {
    "shrove tuesday": -47, "pancake day": -47, "ash wednesday": -46, "palm sunday": -7,
    "maundy thursday": -3, "good friday": -2, "easter sunday": 0, "easter day": 0, "easter monday": 1,
    "ascension day": 39, "whit sunday": 49, "whit monday": 50, "corpus christi": 60,
    "mardi gras": -47, "fat tuesday": -47, "holy saturday": -1, "whitsun": 49, "pentecost": 49,
    "trinity sunday": 56,
}  # fmt: skip
_UNCLEAR = (
    "at christmas", "over christmas", "around christmas", "at easter", "over easter", "around easter",
    "at new year", "over new year", "new year's", "on thanksgiving", "for thanksgiving", "mother's day",
    "father's day", "over thanksgiving", "thanksgiving day", "labor day", "labour day", "memorial day",
    "presidents' day", "president's day", "columbus day", "independence day", "mlk day",
    "family day", "victoria day", "canada day", "australia day", "st stephen's day", "women's day",
    "on the bank holiday", "on bank holiday monday", "over the bank holiday", "over half term",
    "over half-term", "at half term", "during half term", "at epiphany", "in lent", "during lent",
    "in ramadan", "during ramadan", "in advent", "on the solstice", "the feast of",
    *(f"on {name}" for name in (
        "diwali", "eid", "passover", "hanukkah", "chanukah", "rosh hashanah", "yom kippur", "purim", "sukkot",
        "shavuot", "holi", "vesak", "nowruz", "songkran", "lunar new year", "chinese new year", "ramadan",
        "advent sunday",
    )),
)  # fmt: skip
_BESIDE = tuple(
    f"{lead} {name}"
    for lead in ("before", "after", "since", "between", "around")
    for name in (
        "christmas",
        "xmas",
        "easter",
        "new year",
        "the new year",
        "thanksgiving",
        "the holidays",
        "eid",
        "diwali",
        "ramadan",
        "lent",
        "half term",
        "half-term",
    )
    if f"{lead} {name}" not in _UNCLEAR
)
_DUE = {"christmas": (12, 25), "xmas": (12, 25)}
_DUE_UNCLEAR = ("easter", "thanksgiving", "new year", "the new year", "the holidays")
_ADJECTIVAL = (
    "halloween",
    "hallowe'en",
    "nye",
    "may day",
    "valentine's",
    "michaelmas",
    "hogmanay",
    "candlemas",
    "lammas",
    "pentecost",
    "whitsun",
    "mardi gras",
    "ides of march",
    "anzac day",
)
"""Holidays that are also said of a party or a dress: alone they are a day only at the end of a phrase."""
_ON_THE_DAY = ("nye", "valentine's", "hogmanay")
_EATEN = ("drinks", "dinner", "lunch", "supper", "brunch", "breakfast")
"""Meals and drinks that are had on the holidays before them: Valentine's dinner with Ada."""
_SENT = ("card", "cards", "greetings", "wishes", "gift", "gifts", "present", "presents", "flowers")
"""What is sent or given for a holiday, perhaps on another day."""
_JUST_NOW = 21
"""Days in which the meal of a feast may still be told of."""
_LEADS = ("on", "by", "before", "until", "after", "since")


_NAMES = (*_FIXED, *_FROM_EASTER, *_UNCLEAR, *_BESIDE, *_DUE, *_DUE_UNCLEAR)
_SHORT = {
    name.replace(full, short): name
    for name in _NAMES
    for full in name.split()
    for short in WEEKDAYS
    if full in WEEKDAYS and WEEKDAYS[short] == WEEKDAYS[full]
}
_PLAIN = {name.replace("'", ""): name for name in _NAMES} | _SHORT | dict(zip(_NAMES, _NAMES, strict=True))
"""The names as they are typed without apostrophes or with a short weekday: mothers day, Easter Mon."""
_PHRASES = phrase_table((*_NAMES, *_PLAIN, *(name.replace(" ", "-") for name in (*_NAMES, *_PLAIN))))
FIRST_WORDS = frozenset(_PHRASES)
"""The words that holidays begin with."""


def holiday_at(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The holiday at ``i``, in the clock's direction; a problem where it is more than one day."""
    if words[i].key == "st" and words[i].after == ".":
        near = holiday_at([words[i]._replace(after=""), *words[i + 1 : i + 7]], 0, clock)
        return near._replace(end=near.end + i) if near is not None else None
    end = phrase_end(words, i, _PHRASES)
    name = " ".join(word.key for word in words[i:end]).replace("-", " ")
    return _holiday(words, i, _PLAIN.get(name, name), end, clock) if end else None


def feast_gone_by(name: str, today: date) -> date | None:
    """The day of Christmas, New Year, Easter or (American) Thanksgiving, up to three weeks ago."""
    year = (today - timedelta(_JUST_NOW)).year
    thursday = date(year, 11, 22) + timedelta((3 - date(year, 11, 22).weekday()) % 7)
    days = {"christmas": date(year, 12, 25), "xmas": date(year, 12, 25), "year": date(today.year, 1, 1)}
    days |= {"year's": days["year"], "easter": easter(year), "thanksgiving": thursday}
    day = days.get(name)
    return day if day is not None and 0 < (today - day).days <= _JUST_NOW else None


def begins_holiday(words: Sequence[Word]) -> bool:
    """Whether ``words`` begin with the name of a holiday."""
    return phrase_end(words, 0, _PHRASES) > 0


def _holiday(words: Sequence[Word], i: int, name: str, end: int, clock: Clock) -> ParsedDate | None:
    if key_at(words, end) in _SENT:
        return None  # a New Year's card
    if name in _UNCLEAR:
        return ParsedDate(end, None, f"“{name}” is not one day everywhere: write the date")
    if name in _BESIDE:
        return None if clock.ahead else ParsedDate(end, None, f"“{name}” is no one day", sure=False)
    if name in _DUE and key_at(words, end) in _PARTS:
        return yearly_date(end + 1, clock, *_DUE[name])
    if not clock.ahead and (name in _DUE_UNCLEAR or name in _DUE):
        alone = is_closed(words, end)
        return ParsedDate(end, None, f"“{name}” is no one day: say which", sure=False) if alone else None
    led = i > 0 and words[i - 1].key in _LEADS and not words[i - 1].stops
    if (name in _DUE or name in _DUE_UNCLEAR) and not (led or (i == 0 and is_closed(words, end))):
        return None
    if name in _DUE_UNCLEAR:
        return ParsedDate(end, None, f"“{name}” is not one day everywhere: write the date")
    follower = key_at(words, end)
    year, end = explicit_year(words, end)
    if follower in _PARTS:
        end += 1
    elif (
        name in _ADJECTIVAL
        and not (name in _ON_THE_DAY and follower in _EATEN)
        and follower.isalpha()
        and follower not in ("with", "at", "in")
        and not led
    ):
        days = (yearly_date(end, clock, *_FIXED[name]).value,) if name in _FIXED else ()
        problem = f"is “{name}” the day? Write on {name}, or the date"
        return ParsedDate(end, None, problem, sure=False, options=tuple(filter(None, days)))
    if name in _FROM_EASTER:
        return _moving(end, clock, year, lambda n: easter(n) + timedelta(_FROM_EASTER[name]))
    month, day = _FIXED.get(name) or _DUE[name]
    if year is not None:
        return ParsedDate(end, date(year, month, day))
    return yearly_date(end, clock, month, day)


def _moving(end: int, clock: Clock, year: int | None, in_year: Callable[[int], date]) -> ParsedDate:
    if year is not None:
        return ParsedDate(end, in_year(year))
    near = [in_year(clock.today.year + step) for step in (-1, 0, 1)]
    past = max(day for day in near if day <= clock.today)
    coming = min(day for day in near if day >= clock.today)
    if not clock.ahead and 0 < (coming - clock.today).days <= 31:
        problem = f"can be {full_day(past)} or {full_day(coming)}: write the date"
        return ParsedDate(end, None, problem, options=(past, coming))
    return ParsedDate(end, coming if clock.ahead else past)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Anonymous Gregorian algorithm, Meeus/Jones/Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)
