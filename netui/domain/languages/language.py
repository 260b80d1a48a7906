"""The table of a language: its day words, kind words and connectives, each with the English for it.

Words are folded (without case and accents) and keep their apostrophes and hyphens. No English stands for
fewer words than it has itself: words of a line are merged, never split.
"""

import re

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple

CODES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian",
    "nl": "Dutch",
}  # fmt: skip
"""The languages that can be chosen, by their ISO 639 code. English is read whatever is chosen."""


_OWN_NAMES = {
    "deutsch": "de", "francais": "fr", "espanol": "es", "castellano": "es", "portugues": "pt",
    "italiano": "it", "nederlands": "nl",
}  # fmt: skip


def check_language(text: str) -> str:
    """The code of a language; raises ValueError, which names the nearest one, where ``text`` is none."""
    if text in CODES:
        return text
    from difflib import get_close_matches

    word = fold(text.strip())
    known = {**{name.lower(): code for code, name in CODES.items()}, **_OWN_NAMES, **{c: c for c in CODES}}
    near = get_close_matches(re.split("[_.@-]", word)[0], known, 1, 0.6)
    if near:
        code = known[near[0]]
        raise ValueError(f'{text!r} is no language that netui reads; did you mean "{code}" ({CODES[code]})?')
    listed = ", ".join(f"{code} ({name})" for code, name in CODES.items())
    raise ValueError(f"{text!r} is no language that netui reads: they are {listed}")


class Language(NamedTuple):
    """The words of one language, as text: see the modules beside this one.

    ``weekdays`` (from Monday), ``months`` and ``numbers`` (from one) are groups of synonyms, divided by
    bars. A word behind a ``+`` counts only beside a number or in a phrase: it is a name, an abbreviation or
    a word of something else too. ``units`` are groups that begin with the English word, and so are the
    lines of ``words`` and ``shared``; the latter are English words or names as well, and count only in a
    line that holds another word of the language.

    ``phrases`` are lines ``words = English``, shared ones behind a ``~``. Bars divide alternatives, one of
    which may be nothing (``com a|o|``). They have places for ``{n}``,
    ``{unit}``, ``{weekday}``, ``{month}``, ``{day}``, ``{date}``, ``{year}``, ``{nth}``, ``{the}``
    (``l'11``), ``{hour}``, ``{hh}`` (``15h``), ``{at}`` (an hour at the end), ``{half}`` (half an hour before
    it) and ``{time}`` (written as in English), ``{h}`` (as it stands), a known ``{name}`` and a marked one,
    ``{@}``.

    ``participles`` are verbs at the end of a clause, groups that begin with the English noun and verb
    (others, which say only that people met, are ``via`` in ``words``);
    ``mine`` and ``theirs`` are the auxiliaries before them, of the writer and of others.

    Behind a verb of ``coming``, and perhaps a day, one of ``visits`` says that it was a visit: ``zu Besuch``.
    ``umlauts`` says that these may be spelled ``ae``, ``oe`` and ``ue``.

    ``labels`` are words with which a line says before a colon where it belongs (``Arbeit:``),
    ``interjections`` those that it may begin with before a comma (``na ja,``): they say nothing.
    """

    weekdays: str
    months: str
    numbers: str
    units: str
    words: str
    shared: str
    phrases: str
    participles: str = ""
    mine: str = ""
    theirs: str = ""
    coming: str = ""
    visits: str = ""
    umlauts: bool = False
    labels: str = ""
    interjections: str = ""
