"""The tables of languages: their shape, and what is said about a language that there is none for."""

from importlib import import_module

import pytest

from netui.domain.languages.language import CODES, Language, check_language
from netui.domain.model.contact_row import fold
from netui.domain.natural_dates.foreign import FOREIGN, english_day, language_hint
from netui.domain.natural_dates.parse import split_words
from netui.domain.natural_dates.tokens import MONTHS, WEEKDAYS
from tests.domain.languages.test_translation import FOREIGN as CHOSEN
from tests.domain.languages.test_translation import TRANSLATORS


def table(code: str) -> Language:
    return import_module(f"netui.domain.languages.{CODES[code].lower()}").LANGUAGE


@pytest.mark.parametrize("code", CHOSEN)
def test_words_are_folded_and_no_english_is_longer_than_what_it_stands_for(code):
    language = table(code)
    for line in filter(None, map(str.strip, language.phrases.splitlines())):
        said, _, english = line.removeprefix("~").partition(" = ")
        assert english and len(english.split()) <= len(said.split()), line
        assert fold(said) == said, line
        assert {part for part in english.split() if part[0] == "{"} <= set(said.split()), line
    for text in (language.weekdays, language.months, language.numbers, language.units, language.words):
        assert fold(text) == text
    assert len(language.weekdays.split("|")) == 7 and len(language.months.split("|")) == 12


@pytest.mark.parametrize("code", CHOSEN)
def test_no_phrase_stands_twice(code):
    said = [line.strip().partition(" = ")[0] for line in table(code).phrases.splitlines() if line.strip()]
    assert len(set(said)) == len(said), sorted(each for each in said if said.count(each) > 1)


@pytest.mark.parametrize("word", FOREIGN)
def test_a_day_word_that_is_asked_about_is_one_of_a_language(word):
    assert len(word) > 3
    texts = {code: " ".join(map(str, table(code))).replace("|", " ").split() for code in CHOSEN}
    meanings = {
        " ".join(each.word.key for each in translator.translate(split_words(word)))
        for code, translator in TRANSLATORS.items()
        if word in texts[code] or translator.translate(split_words(word))[0].word.key != word
    }
    meant = {"the day before yesterday": "ereyesterday", "the day after tomorrow": "overmorrow",
             "last night": "yesterday"}.get(FOREIGN[word], FOREIGN[word])  # fmt: skip
    assert meanings and (meant in meanings or meant not in (*MONTHS, *WEEKDAYS, *_DAYS) or word in _SHORT)


_DAYS = ("ereyesterday", "yesterday", "today", "tomorrow", "overmorrow")
_SHORT = ("janv", "feber", "fevr", "juil", "sett")
"""Short forms, which the tables read beside a number."""


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("german", "de"), ("Deutsch", "de"), ("de_DE", "de"), ("eng", "en"), ("français", "fr"),
     ("spanisch", "es"),
     ("nld", "nl"), ("italien", "it")],
)  # fmt: skip
def test_an_unknown_language_is_refused_with_the_nearest(text, nearest):
    with pytest.raises(ValueError, match=rf'did you mean "{nearest}" \({CODES[nearest]}\)'):
        check_language(text)


def test_one_that_is_near_to_none_is_refused_with_the_list():
    with pytest.raises(
        ValueError, match=r"'klingon' is no language.*: they are en \(English\), de \(German\)"
    ):
        check_language("klingon")
    assert [check_language(code) for code in CODES] == list(CODES)


@pytest.mark.parametrize(
    ("word", "english"),
    [("donnerstagabend", "thursday"), ("vrijdagmiddag", "friday"), ("montagnachmittag", "monday"),
     ("feierabend", ""), ("wochenabend", ""), ("sonntag", "sunday")],
)  # fmt: skip
def test_a_weekday_with_a_part_of_the_day_is_asked_about_too(word, english):
    assert english_day(word) == english


def test_what_is_asked_about_says_which_language_to_choose():
    assert 'add "de" to languages' in language_hint(["gestern"])
    assert 'add "es" or "pt" to languages' in language_hint(["sabado"])
    assert 'add "nl" to languages' in language_hint(["vrijdagmiddag"])
    assert language_hint(["yesteday"]) == ""
    assert language_hint(["sabado"], ("es",)) == ""  # it is read: something else is unclear


@pytest.mark.parametrize(
    ("word", "day"), [("wczoraj", "yesterday"), ("lordag", "saturday"), ("вчера", "yesterday")]
)
def test_a_day_of_a_language_that_is_never_read_is_asked_about(word, day):
    assert english_day(word) == day
