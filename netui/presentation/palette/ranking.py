"""Ranks the choices of the command palette for what was typed, and keeps what destroys from being first."""

from collections.abc import Iterable, Mapping, Sequence

from netui.domain.named_tuple import NamedTuple
from netui.domain.text.fuzzy_match import EXACT, FUZZY, WORD_START, Match, match, normalize
from netui.presentation.text import Span

ACTION, ADD, PERSON, LOG, LIST, CIRCLE, GOAL, HELP, SETTING, THEME, WORDS = (
    "action", "add", "person", "log", "list", "circle", "goal", "help", "setting", "theme", "words",
)  # fmt: skip
"""The groups, by the word that stands before each choice; at equal rank in this order."""
_GROUPS = (ACTION, ADD, PERSON, LOG, LIST, CIRCLE, GOAL, HELP, SETTING, THEME, WORDS)
_LAST = Match(FUZZY + 2)


class PaletteChoice(NamedTuple):
    """One thing to choose: ``group`` and ``key`` say what, ``label`` and ``note`` are shown.

    ``texts``, normalized, are what letters are compared with: the first two are its names, which typed in
    full bring it to the top. ``shortcut`` is its key, ``name`` its name in the settings, ``detail`` says more
    below the list. ``rank`` is given where not letters but something else decides how well it fits.
    """

    group: str
    key: str
    label: str
    note: str = ""
    texts: tuple[str, ...] = ()
    name: str = ""
    shortcut: str = ""
    detail: Sequence[Span] = ()
    is_destructive: bool = False
    rank: Match | None = None

    @property
    def id(self) -> str:
        """What it is counted by: ``action:log``."""
        return f"{self.group}:{self.key}"


def log_rank(*, names_people: bool) -> Match:
    """How a log line ranks: before all but a whole name where it names people, else behind whole words."""
    return Match(EXACT, 1) if names_people else Match(WORD_START, 1)


def rank(
    query: str,
    choices: Iterable[PaletteChoice],
    used: Mapping[str, int],
    fallback: PaletteChoice | None = None,
) -> list[PaletteChoice]:
    """What fits ``query``, the best first; with nothing typed everything, the most used first.

    A whole name comes before the beginning of one, that before the beginning of a word, and initials last; at
    equal rank what was chosen more often, then by group, then as given. What destroys is never first but
    where its whole name is typed. ``fallback`` is always offered, behind everything.
    """
    typed = normalize(query)
    found: list[tuple[tuple[Match, int, int], PaletteChoice]] = []
    for choice in choices:
        fit = choice.rank or _fit(typed, choice)
        if fit is not None:
            found.append(((fit, -used.get(choice.id, 0), _GROUPS.index(choice.group)), choice))
    if typed:
        found.sort(key=lambda each: each[0])
    else:
        found.sort(key=lambda each: each[0][1])
    ranked = [choice for _, choice in found]
    if fallback is not None:
        ranked.append(fallback)
    return _harmless_first(typed, ranked)


def _fit(typed: str, choice: PaletteChoice) -> Match | None:
    """How well what was typed fits the best of a choice's texts: of its name a beginning counts for more."""
    if not typed:
        return _LAST
    fits = [fit for at, text in enumerate(choice.texts) if (fit := _in_text(typed, text, is_name=at < 2))]
    return min(fits, default=None)


def _in_text(typed: str, text: str, *, is_name: bool) -> Match | None:
    """How well it fits one text; initials are looked for in names alone, as any sentence holds some."""
    fit = match(typed, text)
    if fit is None or is_name:
        return fit
    return None if fit.kind == FUZZY else fit._replace(gap=1)


def _harmless_first(typed: str, ranked: Sequence[PaletteChoice]) -> list[PaletteChoice]:
    """The choices, a harmless one moved before the first that destroys, unless that is typed in full."""
    rows = list(ranked)
    if rows and rows[0].is_destructive and typed not in rows[0].texts[:2]:
        harmless = next((at for at, row in enumerate(rows) if not row.is_destructive), 0)
        rows.insert(0, rows.pop(harmless))
    return rows
