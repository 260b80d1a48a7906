"""Translate the tokens of a log line from other languages: merges them and gives them English words."""

from collections.abc import Sequence

from netui.domain.capture.model import Resolver, name_key
from netui.domain.capture.tokens.lexer import Token
from netui.domain.natural_dates.tokens import WordTranslator


def translate_tokens(
    line: str, tokens: Sequence[Token], translator: WordTranslator, names: Resolver
) -> list[Token]:
    """The tokens with their words in English. Known first names stay: ``Domenica`` may be no Sunday."""

    def is_name(word: str) -> bool:
        key = name_key(word)
        return bool(key and names.starting(key))

    found = []
    for word, first, last in translator.translate([token.word for token in tokens], is_name):
        token, end = tokens[first], tokens[last - 1]
        if last > first + 1:
            value = end.value if word.key == end.word.key else line[token.start : end.end]  # a Ada: a name
            token = token._replace(end=end.end, core=end.core, value=value)
        found.append(token._replace(word=word))
    return found
