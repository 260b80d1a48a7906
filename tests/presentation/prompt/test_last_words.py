"""Rows of what was last said and promised: few, cut to the width, and harmless."""

from datetime import date

from netui.domain.model.entry import Entry, Promise
from netui.presentation.prompt.last_words import last_words_rows
from netui.presentation.text import plain, width_of
from netui.services.timeline.last_words import LastWords

TODAY = date(2026, 11, 21)
ADA = LastWords(
    "Ada Lovelace",
    (
        Promise("p1", "me", "send the deck", due=date(2026, 11, 27)),
        Promise("p2", "them", "introduce Bob", due=date(2026, 11, 1)),
    ),
    Entry("e1", date(2026, 10, 12), text="Congratulated\non the talk."),
)
GRACE = LastWords("Grace Hopper", (), Entry("e2", date(2025, 3, 1), text="Half a thou."))
MARY = LastWords("Mary Somerville", (), None)


def drawn(people: list[LastWords], width: int = 120, most: int = 4) -> list[str]:
    return [plain(row) for row in last_words_rows(people, TODAY, width, most)]


def test_promises_then_words() -> None:
    assert drawn([ADA, MARY, GRACE]) == [
        " Ada Lovelace          you promised: send the deck, by Fri 27 Nov"
        "  they promised: introduce Bob, by Sun 1 Nov",
        " Ada Lovelace          Mon 12 Oct: Congratulated on the talk.",
        " Grace Hopper          Sat 1 Mar 2025: Half a thou.",
    ]


def test_in_few_rows_everybody_has_their_first() -> None:
    rows = drawn([ADA, GRACE], most=2)
    assert [row.split()[0] for row in rows] == ["Ada", "Grace"]
    assert "you promised" in rows[0]


def test_a_late_promise_stands_out() -> None:
    roles = {text.strip(): role for text, role in last_words_rows([ADA], TODAY, 120, 2)[0]}
    assert roles["introduce Bob, by Sun 1 Nov"] == "attention"
    assert roles["send the deck, by Fri 27 Nov"] == ""


def test_rows_fit_and_hold_no_control_characters() -> None:
    hostile = LastWords("E\x1b[31m", (), Entry("e", TODAY, text="a\x1b]52;c;x\x07" + "long " * 100))
    for width in (20, 59, 80):
        for row in last_words_rows([hostile, ADA], TODAY, width, 4):
            assert width_of(row) <= width and "\x1b" not in plain(row) and "\x07" not in plain(row)
