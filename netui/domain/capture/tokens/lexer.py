r"""Lexer of the capture language: cuts a log line into tokens, which are words or marks.

A mark begins a word: ``#tag ^goal @name >promise <promise got: gave: from: place: learned:``. A
value with blanks stands in quotes (``#"new york"``). Words in quotes are plain text, as is a mark
behind a backslash, and everything that only looks like a mark: ``#1``, ``$5``, ``<3``, ``->``,
``>3%``, ``ada@engines.example``, ``https://engines.example/#about``, ``^_^``.
"""

import re
from unicodedata import category

from netui.domain.capture.model import GIFTS
from netui.domain.capture.vocabulary import CONTACT_SIGNS
from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.tokens import MONTHS, NO_WORD, WEEKDAYS, Word, parse_word, word_set

PLAIN = "word"
QUOTED = "quoted"
AT = "@"
TAG = "#"
GOAL = "^"
MINE = ">"
THEIRS = "<"
LEARNED = "learned"

_RUN = re.compile(r"\S+")
_QUOTED_VALUE = r'(?is)([#^@]|(?:got|gave|from|place):)"((?:[^"\\]|\\.)*)"'
_KEYED = r"(?i)(got|gave|from|place|learned):"
_GLUED_PEOPLE = r"\(?@[^\W_][\w.'’-]*(?:[,;](?=@)|:(?=\w)|(?=[&+/]?@))"
_GLUED_TEXT = r"([^\W\d_]+):(?=[^\W_])"
_JOINED = (
    r"(?:\(?[wW]/|\(?[/&+,;]|[^\W\d_]{2,}(?:[,;]|(?=[/&+](?:[^\W\d_]|@))))(?=[^\W\d_]|[@/&+]|\d{4}-\d\d-\d\d)"
    r"|\d{4}-\d\d-\d\d[,;](?=[^\W\d_])"
)
_JOINS = frozenset("/,;&+")
_TRAILING = ")]}»\"'”’.,;:!?…"
_SLUG_SIGNS = frozenset("_./+&'’-")
_BRACKETED = r"<\S*>[.,;:!?)]*\Z"
_CLOCK = r"(?i)~?\d{1,2}(?:[:.h]?\d\d)?h?(?:-?\d{1,2}(?:[:.]\d\d)?)?(?:am|pm|ish)?\Z"
_TIME_SIGNS = frozenset("0123456789~")
_DAYS = frozenset(("today", "yesterday", "tomorrow", "tonight", "ago", *WEEKDAYS, *MONTHS))
_CLIPPED = {"abt": "about", "bout": "about", "bc": "because", "cuz": "because", "b4": "before"}
"""Words as they are typed on a phone, and what they are short for."""
_UNMARKED = {
    f"{verb}nt": f"{verb}n't"
    for verb in word_set("did does do was were is are has have had could would should")
} | {"cant": "can't", "wont": "won't"}
"""Denials without their apostrophe."""
_BARRING = ("bar", "barring", "save")
_EVERYONE = ("everyone", "everybody", "all", "anyone", "anybody", "lot", "family", "team", "gang")
_LINKING = frozenset("[]|")
_LINK = 200
"""Letters of a link, at most."""
_MARKDOWN_LINK = r"(\[?[^\[\]()]*)\]\([^\s()]+\)([^\w\s]*)\Z"
_CLOSERS = {'"': '"', "“": "”", "«": "»"}
_TITLE = (
    r"['‘](?!(?:til|till|tis|twas|em|cause|cos|n|round|bout)\b)[^\W_][^'‘’\s]*"
    r"(?:\s+[^'‘’\s]+|(?<=\w)['’](?=\w)[^'‘’\s]+)+['’](?!\w)"
)
"""Several words in single quotes: what something is called."""
_OPENING = r"(?<!\w)['‘]"
"""A single quote that opens a quotation."""


def is_plain_value(value: str) -> bool:
    """Whether a mark's value needs no quotes."""
    return _is_slug(value) and value == value.rstrip(_TRAILING) and not value.isdecimal()


def _is_slug(value: str) -> bool:
    return value[:1].isalnum() and all(sign.isalnum() or sign in _SLUG_SIGNS for sign in value)


def quote_value(value: str) -> str:
    """A mark's value, in quotes unless it is one plain word."""
    return value if is_plain_value(value) else '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'


def _is_picture(run: str) -> bool:
    """Whether ``run`` is an emoji that says no kind, behind which another clause may begin."""
    return run[0] > "\u2190" and category(run[0]) == "So" and run.rstrip("\ufe0f") not in CONTACT_SIGNS


class Token(NamedTuple):
    """A word or mark from ``start`` to ``end``; ``core`` is where its trailing punctuation begins.

    ``value`` is a mark's value as typed. ``sign`` is how many leading characters to drop where the
    word stays in the text (the ``@``, an escape). ``word`` is what dates and names are matched on.
    """

    what: str
    start: int
    end: int
    core: int
    value: str
    word: Word
    sign: int = 0

    @property
    def colon(self) -> bool:
        """Whether it ends in a colon, after which the text begins."""
        return self.word.after.endswith(":") and (self.word.key != "" or self.value == ":")


class Lexer:
    """Tokenizes one line, in time linear in its length."""

    def __init__(self, line: str):
        self.line = line
        self.tokens: list[Token] = []
        self._unclosed: set[str] = set()
        self._promised = False
        self._quotes = '"' in line
        self._listed = line.count(";") > 1 and "," not in line
        self._first_quote = -1

    def tokenize(self) -> list[Token]:
        """All tokens, in order; of a promise or ``learned:`` only the sign is a mark, its words are words."""
        line, at = self.line, 0
        while True:
            run = _RUN.search(line, at)
            if run is None:
                return self.tokens
            start, end = run.span()
            at = self._quoted_value(start) or self._quote(start, end) or self._run(run[0], start, end)

    def _run_end(self, at: int) -> int:
        run = _RUN.match(self.line, at)
        return run.end() if run else at

    def _add(self, what: str, start: int, end: int, core: int, value: str, sign: int = 0) -> int:
        after = self.line[core:end]
        word = Word(NO_WORD, start, core, after)
        self.tokens.append(Token(what, start, end, core, value, word, sign))
        return end

    def _quoted_value(self, start: int) -> int:
        if not self._quotes or self.line[start] not in "#^@gGfFpP":
            return 0
        found = re.compile(_QUOTED_VALUE).match(self.line, start)
        value = re.sub(r"\\(.)", r"\1", found[2], flags=re.DOTALL).strip() if found else ""
        if found is None or not value:
            return 0
        end = self._run_end(found.end())
        if self.line[found.end() : end].strip(_TRAILING):
            return 0
        what = found[1].removesuffix(":").lower()
        return self._add(what, start, end, found.end(), value, sign=1)

    def _quote(self, start: int, end: int) -> int:
        """Takes a quotation as one token; an unclosed quote is an ordinary character."""
        opening = start + (self.line[start] == "(" and end > start + 1)
        closer = _CLOSERS.get(self.line[opening])
        title = re.compile(_TITLE).match(self.line, opening) if self.line[opening] in "'‘" else None
        if title is not None:
            return self._add(QUOTED, start, self._run_end(title.end()), title.end(), "")
        if closer is None or closer in self._unclosed:
            return 0
        close = self.line.find(closer, opening + 1)
        if close < 0:
            self._unclosed.add(closer)
            return 0
        return self._add(QUOTED, start, self._run_end(close + 1), close + 1, "")

    def _is_escaped(self, run: str) -> bool:
        """Whether a backslash keeps what follows it as text; another is part of the text."""
        from netui.domain.capture.tokens.escapes import needs_escape

        return needs_escape(run)

    def _run(self, run: str, start: int, end: int) -> int:
        first = run[0]
        if first == "\\" and self._is_escaped(run):
            word = parse_word(run[1:], start + 1)
            core = word.end if word.key else end
            self.tokens.append(Token(QUOTED, start, end, core, "", Word(NO_WORD, start, core, word.after), 1))
            return end
        if first in "#^@" or (first == "(" and run[1:2] == "@"):
            return self._signed(run, start, end)
        if first in "<>":
            return self._promise(run, start, end)
        if first in "gGfFpPlL" and ":" in run:
            keyed = re.match(_KEYED, run)
            if keyed:
                return self._keyed(run, start, end, keyed)
        return self._plain(run, start, end)

    def _plain(self, run: str, start: int, end: int) -> int:
        joined = re.match(_JOINED, run) if not _JOINS.isdisjoint(run[:-1]) else None
        if joined:
            run, end = joined[0], start + joined.end()
        if run == "," and self.tokens and "\n" not in self.line[self.tokens[-1].end : start]:
            last = self.tokens[-1]  # with Tom , yesterday
            word = last.word._replace(after=f"{last.word.after},")
            self.tokens[-1] = last._replace(end=end, word=word)
            return end
        glued = re.match(_GLUED_TEXT, run) if ":" in run[:-1] else None
        if glued and (not self.tokens or fold(glued[1]) in _DAYS):
            run, end = glued[0], start + glued.end()
        if run[0] == "(" and run[1:4].lower() not in (")", "new"):
            self._end_phrase()
        word = parse_word(run, start) if run != AT else Word("at", start, end)
        if not _LINKING.isdisjoint(run):
            end, word = self._link(run, start, end, word)
        before = self.tokens[-1].word.key if self.tokens else ""
        barred = word.key in _BARRING and before in _EVERYONE  # everyone bar Ada, apart from Ada
        if barred or (word.key == "from" and before in ("apart", "aside")):
            word = word._replace(key="except")
        elif word.key in _CLIPPED and run.islower():
            word = word._replace(key=_CLIPPED[word.key])
        elif word.key in _UNMARKED:
            word = word._replace(key=_UNMARKED[word.key])
        if word.after[:1] in ("'", "’") and word.key.endswith("s") and len(word.key) > 2:
            word = self._owning(word)
        if not word.after and len(self.tokens) > 1 and _is_picture(run):
            last, word = self.tokens[-1], word._replace(after=",")  # Ada called 😩 wants lunch on Sunday
            self.tokens[-1] = last._replace(word=last.word._replace(after=last.word.after or ","))
        if self._listed and ";" in word.after:  # Ada; lunch; 5 Nov; the lease
            word = word._replace(after=word.after.replace(";", ","))
        if word.key == "re" and word.after == ":" and self.tokens:
            run, word = "re", word._replace(after="")  # call with Ada re: rent on Monday
        self.tokens.append(Token(PLAIN, start, end, word.end, run, word))
        return end

    def _owning(self, word: Word) -> Word:
        """``Lars'`` as ``Lars's``, where no quote is open before it; not ``Presidents' Day``."""
        if self._first_quote < 0:
            opening = re.search(_OPENING, self.line)
            self._first_quote = opening.start() if opening is not None else len(self.line)
        if self._first_quote <= word.start or fold(self.line[word.end + 2 : word.end + 5]) in ("day", "eve"):
            return word
        return word._replace(key=f"{word.key}'s", end=word.end + 1, after=word.after[1:])

    def _link(self, run: str, start: int, end: int, word: Word) -> tuple[int, Word]:
        """The end and word of a run in a link: who is meant by ``[[Ada|my Ada]]`` and ``[Ada](a.md)``."""
        named = re.match(_MARKDOWN_LINK, run)
        if named is not None:
            return end, parse_word(named[1], start)._replace(after=named[2])
        near = max(0, start - _LINK)
        if self.line.rfind("[[", near, start + 2) <= self.line.rfind("]]", near, start):
            return end, word
        folder = run.rfind("/", 0, run.find("|") if "|" in run else len(run)) + 1
        target = parse_word(run[folder:].partition("|")[0], start + folder)
        close = self.line.find("]]", start, start + _LINK)
        shown = self.line[start:close]
        if "|" not in run or close < 0 or "[[" in shown[len("[[") :] or "\n" in shown:
            return end, target if folder else word  # not closed: what follows is no part of it
        end = self._run_end(close + len("]]")) or close + len("]]")
        return end, target._replace(after=self.line[close:end])

    def _end_phrase(self) -> None:
        """Lets the bracket that follows end a phrase as a comma does."""
        last = self.tokens[-1] if self.tokens else None
        if last is not None and not last.word.stops:
            self.tokens[-1] = last._replace(word=last.word._replace(after=f"{last.word.after}("))

    def _signed(self, run: str, start: int, end: int) -> int:
        if run[0] == AT and run[1:2] in _TIME_SIGNS and re.match(_CLOCK, run[1:].rstrip(_TRAILING)):
            self._add_time(run, start, end)
            return end
        glued = re.match(_GLUED_PEOPLE, run) if "@" in run[2:] or ":" in run[:-1] else None
        if glued:
            run, end = glued[0], start + glued.end()
        skip = int(run[0] == "(")
        body = run[skip + 1 :]
        value = body.rstrip(_TRAILING)
        if not _is_slug(value) or (run[skip] != AT and value[0].isdigit() and value.isdecimal()):
            return self._plain(run, start, end)
        core = start + skip + 1 + len(value)
        return self._add(run[skip], start + skip, end, core, value, sign=1)

    def _add_time(self, run: str, start: int, end: int) -> None:
        """``@3pm`` is ``at 3pm``."""
        word = parse_word(run[1:], start + 1)
        self.tokens.append(Token(PLAIN, start, start + 1, start + 1, "@", Word("at", start, start + 1)))
        self.tokens.append(Token(PLAIN, start + 1, end, word.end, run[1:], word))

    def _promise(self, run: str, start: int, end: int) -> int:
        """Takes the sign of a promise: ``>send``, or ``> send`` right after a sentence or a mark."""
        if len(run) == 1:
            follower = _RUN.search(self.line, end)
            if follower is None or not follower[0][0].isalpha():
                return self._plain(run, start, end)
            fresh = self._fresh()
            self._promised = self._promised or fresh
            return self._add(run, start, end, end, "", sign=int(not fresh))
        if not (run[1].isalpha() or run[1] in "\"“'‘(\\@") or (">" in run[1:] and re.match(_BRACKETED, run)):
            return self._plain(run, start, end)
        self._promised = True
        return self._add(run[0], start, start + 1, start + 1, "")

    def _fresh(self) -> bool:
        """Whether the previous token ends in punctuation or is a mark, so a mark may follow."""
        if not self.tokens:
            return True
        last = self.tokens[-1]
        return self._promised or bool(last.word.after) or last.what not in (PLAIN, QUOTED)

    def _keyed(self, run: str, start: int, end: int, keyed: re.Match[str]) -> int:
        key, rest = keyed[1].lower(), run[keyed.end() :]
        if key == LEARNED:
            return self._add(LEARNED, start, start + keyed.end(), start + keyed.end(), "")
        value = rest.rstrip(_TRAILING)
        follower = None if rest else _RUN.search(self.line, end)
        if follower is not None and fold(follower[0].rstrip(_TRAILING)) in GIFTS and key in ("got", "gave"):
            value, end = follower[0].rstrip(_TRAILING), follower.end()
            return self._add(key, start, end, follower.start() + len(value), value, sign=1)
        if not value or not value[0].isalnum():
            return self._plain(run, start, end)
        return self._add(key, start, end, start + keyed.end() + len(value), value, sign=1)
