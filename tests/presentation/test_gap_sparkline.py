"""Past gaps and this silence in one line, to one scale, and sections on who wants tending."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.cadence.status import Status
from netui.domain.model.contact_row import ContactRow
from netui.presentation.gap_sparkline import gap_sparkline
from netui.presentation.glyphs import ASCII, UNICODE, Glyphs
from netui.presentation.page_layout import CatchUpItem, ContactItem, PageLayout, RenderContext
from netui.presentation.reminders import capacity_section, catch_up_section, revival_section
from netui.presentation.text import plain, width_of
from netui.services.people.contact_list import ListedContact
from netui.services.reminders.agenda import Agenda
from netui.services.reminders.dormant_ties import DormantTie

TODAY = date(2026, 11, 21)


def after_gaps(*gaps: int) -> ContactRow:
    return ContactRow("ada", "Ada", gaps=b"".join(gap.to_bytes(2, "little") for gap in gaps))


def drawn(gaps: list[int], days: int | None, width: int = 100, glyphs: Glyphs = UNICODE) -> str:
    return plain(gap_sparkline(after_gaps(*gaps), Status("quiet", days), width, glyphs))


@pytest.mark.parametrize(
    ("gaps", "days", "expected"),
    [
        ([10, 20, 40], 80, " ▁▂▄│█ · gaps: usual 20 d, longest 40 d, now 80 d"),
        ([10, 20, 80], 40, " ▁▂█│▄ · gaps: usual 20 d, longest 80 d, now 40 d"),
        ([9, 9, 9, 9], 0, " ████│ · gaps: usual 9 d, longest 9 d, in touch today"),
        ([1, 1, 1], 400, " ▁▁▁│█ · gaps: usual 1 d, longest 1 d, now 400 d"),
    ],
)
def test_gaps_and_silence_to_one_scale(gaps: list[int], days: int, expected: str) -> None:
    assert drawn(gaps, days) == expected


def test_in_ascii() -> None:
    assert drawn([10, 20, 40], 80, glyphs=ASCII) == " ._=|@ - gaps: usual 20 d, longest 40 d, now 80 d"


@pytest.mark.parametrize(("gaps", "days"), [([], 5), ([3, 3], 5), ([3, 3, 3], None)])
def test_nothing_where_there_is_nothing_to_compare(gaps: list[int], days: int | None) -> None:
    assert drawn(gaps, days) == ""


def test_on_a_narrow_line_words_and_then_the_oldest_gaps_give_way() -> None:
    gaps = [*range(1, 20), 20]
    assert drawn(gaps, 40, 66) == " ▁▁▁▁▁▁▁▂▂▂▂▂▃▃▃▃▃▄▄▄│█ · gaps: usual 11 d, longest 20 d, now 40 d"
    assert drawn(gaps, 40, 52) == " ▁▁▁▁▁▁▁▂▂▂▂▂▃▃▃▃▃▄▄▄│█ · longest gap 20 d, now 40 d"
    assert drawn(gaps, 40, 44) == " ▂▂▂▂▃▃▃▃▃▄▄▄│█ · longest gap 20 d, now 40 d"
    assert drawn(gaps, 40, 30) == " ▁▁▁▂▂▂▂▂▃▃▃▃▃▄▄▄│█ · now 40 d"


def test_a_long_gap_that_is_not_drawn_still_sets_the_scale() -> None:
    gaps = [400, *[10] * 19]
    assert drawn(gaps, 20, 44).startswith(" ▁▁▁▁▁▁▁▁▁▁▁│▁ · longest gap 400 d")


@given(
    st.lists(st.integers(1, 65535), min_size=3, max_size=20),
    st.integers(0, 9999),
    st.integers(24, 120),
    st.sampled_from([UNICODE, ASCII]),
)
def test_it_fits_and_longer_is_never_lower(gaps: list[int], days: int, width: int, glyphs: Glyphs) -> None:
    line = gap_sparkline(after_gaps(*gaps), Status("quiet", days), width, glyphs)
    assert width_of(line) <= width
    bars, between, silence, words = (text for text, _ in line)
    assert between == glyphs.between and words.endswith(f"now {days} d" if days else "in touch today")
    shown = [*zip(reversed(gaps), reversed(bars.strip()), strict=False), *zip([days], silence, strict=False)]
    for one, bar in shown:
        for other, higher in shown:
            assert not one < other or glyphs.spark.index(bar) <= glyphs.spark.index(higher)


# ---------------------------------------------------------------------- sections


def text_of(page: PageLayout) -> list[str]:
    assert all(0 <= each.first < each.after <= len(page.lines) for each in page.selectables)
    return [plain(line).rstrip() for line in page.lines]


CONTEXT = RenderContext(36, TODAY, UNICODE)


def test_old_ties_say_what_was_said_and_how_to_reach_out() -> None:
    said = "Moved back to Skopje for good, with the dog and two hundred books about the sea."
    found = [
        DormantTie("goran", "Goran [b]P[/b]\x1b", 301, said, TODAY, "by e-mail"),
        DormantTie("nadia", "Nadia", 800, "", None, ""),
    ]
    page = revival_section(found, CONTEXT)
    assert text_of(page) == [
        " Worth reviving ──────────────────",
        " Goran [b]P[/b]␛               9 mo",
        "   Moved back to Skopje for good,",
        "   with the dog and two hundred …",
        "   say hello by e-mail?",
        " Nadia                          2 y",
        "   say hello?",
        "",
    ]
    assert [(each.item, each.first) for each in page.selectables] == [
        (ContactItem("goran"), 1),
        (ContactItem("nadia"), 5),
    ]


def test_pace_names_whom_to_relax() -> None:
    relax = (
        ListedContact(ContactRow("ada", "Ada", every="1w"), Status("quiet", 40)),
        ListedContact(after_gaps(10, 20, 40)._replace(id="cy", name="Cy", every="1w"), Status("quiet", 40)),
        ListedContact(ContactRow("bob", "Bob"), Status("new")),
    )
    words = "your set rhythms need 11 contacts a week; you average 4 these 12 weeks: relax Ada or Bob?"
    page = capacity_section(Agenda([], [], [], [], capacity=words, relax=relax), CONTEXT)
    assert text_of(page) == [
        " Your pace ───────────────────────",
        " Your set rhythms need 11 contacts",
        " a week; you average 4 these 12",
        " weeks. Relax?",
        "   Ada             set 1w, now 40 d",
        "   Cy            set 1w, usual 20 d",
        "   Bob                          new",
        "",
    ]
    assert [each.item for each in page.selectables] == list(map(ContactItem, ("ada", "cy", "bob")))


def test_the_offer_names_its_key() -> None:
    agenda = Agenda([], [], [], [], catch_up="nothing logged since 30 Oct: catch up?")
    page = catch_up_section(agenda, "C", CONTEXT)
    assert text_of(page) == [
        " Nothing logged since 30 Oct: catch",
        " up?",
        " C lists whom you probably met",
        "",
    ]
    assert [each.item for each in page.selectables] == [CatchUpItem()]


def test_nothing_to_say_takes_no_line() -> None:
    quiet = Agenda([], [], [], [])
    assert revival_section([], CONTEXT).lines == []
    assert capacity_section(quiet, CONTEXT).lines == []
    assert catch_up_section(quiet, "C", CONTEXT).lines == []
