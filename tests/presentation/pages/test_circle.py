"""The page of a circle: the grid of who came when, at any width; whoever has not come for long."""

from datetime import date, timedelta

import pytest

from netui.domain.cadence.status import status_of
from netui.domain.model.contact_row import ContactRow
from netui.presentation.glyphs import glyphs
from netui.presentation.pages.circle import circle_page
from netui.presentation.pages.page_layout import ContactItem, RenderContext
from netui.presentation.text import plain, width_of
from netui.services.circles.status import CircleStatus
from netui.storage.queries.circles import Meeting

TODAY = date(2026, 2, 21)
ADA, BOB = (ContactRow(name.lower(), name, last=TODAY.toordinal() - 3) for name in ("Ada", "Bob"))


def circle(*attended: frozenset[str], members: tuple[ContactRow, ...] = (ADA, BOB)) -> CircleStatus:
    """A circle that met each 30 days, the last time today."""
    days = [TODAY - timedelta(30 * n) for n in range(len(attended) - 1, -1, -1)]
    meetings = [Meeting(day.toordinal(), who) for day, who in zip(days, attended, strict=True)]
    row = ContactRow("circle/choir", "#choir", every="1m")
    status = status_of(row, TODAY)
    return CircleStatus("choir", "1m", row, status, members, meetings, (), 0, "no meeting logged yet")


def lines(found: CircleStatus, width: int, guests: tuple[tuple[str, str, int], ...] = ()) -> list[str]:
    page = circle_page(found, guests, RenderContext(width, TODAY, glyphs(ascii_only=False)))
    assert all(width_of(line) <= width for line in page.lines)
    return [plain(line).rstrip() for line in page.lines]


def test_months_and_years_stand_over_their_first_meeting() -> None:
    shown = lines(circle(*[frozenset({"ada"})] * 5), 80)
    at = next(n for n, line in enumerate(shown) if "Jan" in line)
    assert shown[at].split() == ["Oct", "2025", "Jan", "2026"]
    assert shown[at + 1].split() == ["24", "23", "23", "22", "21"]
    assert shown[at + 2].split() == ["Ada", *"●●●●●", "3", "d"]
    assert shown[at + 3].split() == ["Bob", *"·····", "3", "d"]


def test_who_missed_the_last_four_is_named_with_the_last_time_there() -> None:
    shown = "\n".join(lines(circle(frozenset({"bob", "ada"}), *[frozenset({"ada"})] * 4), 80))
    assert "Not there at the last 4 meetings" in shown and "last on 24 Oct, 4 meetings ago" in shown
    few = "\n".join(lines(circle(*[frozenset({"ada"})] * 3), 80))
    assert "Not there" not in few


@pytest.mark.parametrize("width", [30, 40, 60, 80, 110])
def test_a_page_fits_any_width_and_shows_the_newest_meetings(width: int) -> None:
    shown = lines(circle(*[frozenset({"ada"})] * 60), width, (("zoe", "Zoe [/b]\x1b", 2),))
    assert any(line.rstrip().endswith("21") for line in shown), "today's meeting is the last column"
    assert any("Zoe [/b]␛" in line for line in shown)


def test_members_are_what_the_cursor_stands_on_and_emptiness_says_what_to_do() -> None:
    found = circle(frozenset({"ada"}))
    page = circle_page(found, (), RenderContext(80, TODAY, glyphs(ascii_only=True)))
    assert [each.item for each in page.selectables] == [ContactItem("ada"), ContactItem("bob")]
    assert "no meeting yet: n logs one, with #choir" in "\n".join(lines(circle(), 80))
    assert "nobody carries #choir" in "\n".join(lines(circle(members=()), 80))


def test_its_name_stands_over_it_where_no_title_says_it() -> None:
    context = RenderContext(80, TODAY, glyphs(ascii_only=False))
    named, bare = (circle_page(circle(frozenset()), (), context, is_named=each) for each in (True, False))
    assert plain(named.lines[0]) == " #choir" and list(map(plain, named.lines[1:])) == list(
        map(plain, bare.lines)
    )
    assert [each.first - 1 for each in named.selectables] == [each.first for each in bare.selectables]
