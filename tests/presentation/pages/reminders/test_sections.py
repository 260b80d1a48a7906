"""Reminder sections say what they offer, and every line they name is selectable."""

from datetime import date

import pytest

from netui.domain.cadence.status import Status
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import PartialDate
from netui.domain.model.entry import Entry, Promise
from netui.presentation.glyphs import UNICODE
from netui.presentation.pages.page_layout import CatchUpItem, ContactItem, PageLayout, RenderContext
from netui.presentation.pages.reminders.sections import (
    asked_section,
    capacity_section,
    catch_up_section,
    coming_section,
    promises_section,
    revival_section,
)
from netui.presentation.text import plain
from netui.services.people.contact_list import ListedContact
from netui.services.people.rows import ListedContacts
from netui.services.reminders.agenda import Agenda
from netui.services.reminders.dormant_ties import DormantTie
from netui.services.reminders.promises import PromiseCounts
from netui.storage.queries.dates import UpcomingDate

TODAY = date(2026, 11, 21)


def after_gaps(*gaps: int) -> ContactRow:
    return ContactRow("ada", "Ada", gaps=b"".join(gap.to_bytes(2, "little") for gap in gaps))


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
    page = capacity_section(Agenda([], [], [], [], [], capacity=words, relax=relax), CONTEXT)
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
    agenda = Agenda([], [], [], [], [], catch_up="nothing logged since 30 Oct: catch up?")
    page = catch_up_section(agenda, "C", CONTEXT)
    assert text_of(page) == [
        " Nothing logged since 30 Oct: catch",
        " up?",
        " C lists whom you probably met",
        "",
    ]
    assert [each.item for each in page.selectables] == [CatchUpItem()]


def test_nothing_to_say_takes_no_line() -> None:
    quiet = Agenda([], [], [], [], [])
    assert revival_section([], CONTEXT).lines == []
    assert capacity_section(quiet, CONTEXT).lines == []
    assert catch_up_section(quiet, "C", CONTEXT).lines == []


def test_plans_gone_by_promises_and_what_is_coming_stand_each_under_a_heading() -> None:
    names = {"ada": "Ada Lovelace", "bob": "Bob"}
    gone_by = Entry("e1", date(2026, 11, 18), "coffee", "ada", ("bob", "eve"), planned=True)
    month = UpcomingDate("bob", "wedding", date(2026, 12, 1), 10, PartialDate(1990, 12, None))
    agenda = Agenda(
        [], [],
        [Promise("p1", "me", "the deck", due=date(2026, 10, 1), contact="ada")] * 11,
        [month],
        [Entry("e2", TODAY, "lunch", "ada", planned=True)],
        asked=[gone_by], questions=["long past: drop it?"] * 10,
    )  # fmt: skip
    asked = text_of(asked_section(agenda, names, CONTEXT))
    assert asked[0].startswith(" Did it happen? ─") and asked[1:] == ["    18 Nov  coffee with Ada, Bob", ""]
    promises = text_of(promises_section(agenda, names, CONTEXT, PromiseCounts(2, 14)))
    assert promises[1:3] == ["    1 Oct  Ada: the deck", "           long past: drop it?"]
    assert promises[0].startswith(" Promises: 2 of yours due ") and promises[-2] == "   and 4 more open"
    assert text_of(coming_section(agenda, names, CONTEXT))[1:] == [
        "     today  lunch with Ada",
        "  December  Bob's wedding, 36 years",
        "",
    ]


@pytest.mark.parametrize(("width", "lines"), [(36, 2), (60, 2)])
def test_words_take_two_lines_in_a_narrow_pane_and_all_they_need_in_a_wide_one(
    width: int, lines: int
) -> None:
    text = "Send the on-call rota and the pay for the weekends of the spring"
    promise = Promise(id="p", by="me", text=text, due=date(2026, 11, 23), contact="ada")
    agenda = Agenda(ListedContacts(), ListedContacts(), [promise], [], [], questions=("",))
    page = promises_section(agenda, {"ada": "Ada"}, RenderContext(width, TODAY, UNICODE), PromiseCounts())
    ((_, first, after),) = page.selectables
    shown = " ".join(" ".join(plain(line) for line in page.lines[first:after]).split())
    assert after - first == lines and (text in shown) is (width > 44)
    assert ("…" in shown) is (width < 44)
