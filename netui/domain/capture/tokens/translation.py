"""Translate the tokens of a log line from other languages: merges them and gives them English words."""

from collections.abc import Callable, Sequence
from functools import cache

from netui.domain.capture.model import Resolver, name_key
from netui.domain.capture.tokens.lexer import PLAIN, Token
from netui.domain.natural_dates.tokens import Word, WordTranslator

_LONGEST_NAME = 6


def translate_tokens(
    line: str, tokens: Sequence[Token], translator: WordTranslator, names: Resolver
) -> list[Token]:
    """The tokens with their words in English. Known names stay: ``Domenica`` may be no Sunday.

    A full name is translated as one word, so that it stands in phrases where a first name does.
    """

    @cache
    def called(word: str) -> frozenset[str]:
        key = name_key(word)
        return frozenset(name for name, _ in names.starting(key)) if key else frozenset()

    words: list[Word] = []
    starts: list[int] = []
    at = 0
    while at < len(tokens):
        end = _name_end(tokens, at, called)
        first, last = tokens[at].word, tokens[end - 1].word
        key = " ".join(token.word.key for token in tokens[at:end])
        words.append(first if end == at + 1 else Word(key, first.start, last.end, last.after))
        starts.append(at)
        at = end
    starts.append(at)
    found: list[Token] = []
    for word, begin, stop in translator.translate(words, lambda key: bool(called(key))):
        first_at, last_at = starts[begin], starts[stop]
        token, ended = tokens[first_at], tokens[last_at - 1]
        if word is words[begin] or (stop == begin + 1 and word.key == words[begin].key):
            found += tokens[first_at:last_at]
            continue
        if last_at > first_at + 1:
            value = ended.value if word.key == ended.word.key else line[token.start : ended.end]
            token = token._replace(end=ended.end, core=ended.core, value=value)  # a Ada: a name
        found.append(token._replace(word=word))
    return found


def _name_end(tokens: Sequence[Token], at: int, called: Callable[[str], frozenset[str]]) -> int:
    """The index after the full name of several words at ``at``, else that after the one word."""
    end, some = at + 1, called(tokens[at].word.key) if tokens[at].what == PLAIN else frozenset()
    run = name_key(tokens[at].word.key) if some else ""
    for stop in range(at + 1, min(at + _LONGEST_NAME, len(tokens)) if some else at):
        if tokens[stop].what != PLAIN or tokens[stop - 1].word.after not in ("", "."):
            break
        run = f"{run} {name_key(tokens[stop].word.key)}"
        end = stop + 1 if run in some else end
    return end
