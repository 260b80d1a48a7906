"""Feasts before a meal of which no day is said: asks whether ``Diwali dinner with Ada`` was today's."""

from datetime import date

from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import WRITTEN

AFAR = WRITTEN | {"video", "gift"}
"""Kinds in which a feast may be a wish or what a card is for, and no day."""
_SPOKEN = ("call", "video")
"""The ones of them that a feast right before them dates: a Christmas call."""
_FEASTS: dict[str, tuple[int, ...]] = {
    "easter": (3, 4), "thanksgiving": (10, 11), "christmas": (11, 12, 1), "xmas": (11, 12, 1),
    "year": (12, 1), "year's": (12, 1),
    **dict.fromkeys(("diwali", "eid", "passover", "pesach", "hanukkah", "chanukah", "holi", "nowruz",
                     "ramadan", "purim", "sukkot", "navratri", "songkran", "vesak"), ()),
}  # fmt: skip
"""Feasts before a meal or a party, and the months in which it is held on any day: Christmas lunch.

The others lie on another day each year.
"""
_AT_A_FEAST = ("for", "at", "over", "during", "on")


def ask_about_feast(view: TokenView, state: ParseState) -> None:
    """Asks whether ``Diwali dinner with Ada``, of which no day is said, was today's."""
    if state.is_dated or state.problems:
        return
    for at in range(state.sentence_from, view.limit):
        near = _FEASTS.get(view.key(at))
        if near is None or at in state.named:
            continue
        gone = _gone_by(view, at)
        if gone is None and view.today.month in near:
            continue
        first = at - (view.key(at)[:4] == "year")
        if first < at and view.key(first) != "new":
            continue
        if state.kind in AFAR and (state.kind not in _SPOKEN or at != state.contact_from - 1):
            continue
        if at < state.last_person or view.key(first - 1) in _AT_A_FEAST:
            state.ask_whether_day(first, at + 1, gone)
            return


def _gone_by(view: TokenView, at: int) -> date | None:
    """The day of the feast at ``at`` before a kind, where that was days ago."""
    from netui.domain.natural_dates.holidays import feast_gone_by

    return feast_gone_by(view.key(at), view.today) if view.kind_at(at + 1) is not None else None
