"""The week on one page: what belongs in it, what stays out, and that names are text in every form."""

import re
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netui.services.insights.digest import Row, Section, Weekly, weekly
from netui.services.insights.digest_formats import weekly_html, weekly_markdown
from netui.services.reminders.headline import Headline, headline, status_words
from tests.support.app import entry, open_workspace, write_network

TODAY = date(2026, 11, 21)


def week_of(base: Path, contacts: dict[str, Any], goals: dict[str, Any] | None = None) -> Weekly:
    write_network(base / "net", contacts, goals)
    workspace = open_workspace(base)
    workspace.refresh()
    return weekly(workspace)


def rows(week: Weekly, title: str) -> list[tuple[str, str, str]]:
    return [tuple(row) for section in week.sections if section.title == title for row in section.rows]


def test_an_empty_network_has_an_empty_week(tmp_path: Path) -> None:
    week = week_of(tmp_path, {})
    assert (week.since, week.until) == (date(2026, 11, 15), date(2026, 11, 28))
    assert week.summary == "Nothing was logged this week."
    assert week.sections == ()


def test_what_lies_behind_and_ahead_each_to_the_day(tmp_path: Path) -> None:
    ada = {
        "name": "Ada",
        "date": [{"what": "birthday", "on": "--11-22"}],
        "promise": [
            {"id": "p1", "by": "me", "text": "Send it", "due": date(2026, 11, 28)},
            {"id": "p2", "by": "me", "text": "Too far", "due": date(2026, 11, 29)},
            {"id": "p3", "by": "them", "text": "Wrote back", "done": date(2026, 11, 15)},
            {"id": "p4", "by": "them", "text": "Long kept", "done": date(2026, 11, 14)},
            {"id": "p5", "by": "them", "text": "Owed", "due": date(2026, 11, 2)},
        ],
        "opportunity": [
            {"id": "o1", "kind": "job", "text": "Keeper", "next": "Send CV", "next_on": date(2026, 11, 24)},
            {"id": "o2", "kind": "job", "text": "Lost", "status": "lost", "next_on": date(2026, 11, 24)},
        ],
        "timeline": [
            entry("2026-11-15", "call", "First day.", got=["lead", "advice"], learned="They pay late."),
            entry("2026-11-14", "call", "The week before."),
            entry("2026-11-21", "lunch", "Today.", got=["lead"], **{"with": ["grace"]}),
            entry("2026-11-25", "coffee", "Planned.", place="PyCon"),
            entry("2026-11-20", "snooze"),
        ],
    }
    week = week_of(
        tmp_path, {"ada": ada, "grace": {"name": "Grace"}}, {"g": {"title": "Be heard", "due": TODAY}}
    )
    assert week.summary == "In touch twice, with 2 people; got lead ×2, advice."
    assert rows(week, "Ahead") == [
        ("since 2 Nov", "Owed", "Ada promised you"),
        ("tomorrow", "Ada: birthday", ""),
        ("Tue 24 Nov", "Send CV", "job: Keeper (Ada)"),
        ("Wed 25 Nov", "coffee with Ada", "PyCon"),
        ("Sat 28 Nov", "Send it", "you promised Ada"),
    ]
    assert rows(week, "Promises kept") == [("Ada", "Wrote back", "they to you")]
    assert rows(week, "This week") == [
        ("Sat 21 Nov", "lunch with Ada, Grace", "Today."),
        ("Sun 15 Nov", "call with Ada", "First day."),
    ]
    assert rows(week, "Learned") == [("Ada", "They pay late.", "")]
    assert rows(week, "Goals") == [("Be heard", "due today", "")]


def test_what_is_private_stays_out_of_every_section(tmp_path: Path) -> None:
    secret = {"private": True, "learned": "Hush.", "text": "Hush."}
    ada = {
        "name": "Ada",
        "timeline": [
            {"id": "1", "on": TODAY, "kind": "call", **secret},
            {"id": "2", "on": date(2026, 11, 25), "kind": "call", **secret},
        ],
    }
    assert week_of(tmp_path, {"ada": ada}).sections == ()


class Reader(HTMLParser):
    """What a browser makes of the page: its tags, and the text of its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.rows: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "li":
            self.rows.append("")

    def handle_data(self, data: str) -> None:
        if self.rows and data.strip():
            self.rows[-1] += data


def page(*found: Row) -> Weekly:
    return Weekly(TODAY, TODAY, TODAY, "", (Section("Ahead", found),))


NASTY = "<script>alert(1)</script> [x](javascript:1) </style> & \x1b]52;c;eA==\x07 ‮evil"


@given(
    st.text(max_size=40),
    st.text(max_size=40),
    st.sampled_from([NASTY, "</li><img src=x onerror=y>", "*a* _b_"]),
)
def test_whatever_a_name_holds_the_page_keeps_its_shape(lead: str, text: str, nasty: str) -> None:
    reader = Reader()
    reader.feed(weekly_html(page(Row(lead + nasty, text, nasty))))
    plain = Reader()
    plain.feed(weekly_html(page(Row("Ada", "x", "y"))))
    assert reader.tags == plain.tags
    assert len(reader.rows) == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e]", "".join(reader.rows))


def test_the_page_needs_nothing_else() -> None:
    html = weekly_html(page(Row("Ada", "x")))
    assert not re.search(r"(src|href)=|@import|url\(|<script", html)
    assert "@media print" in html


def test_markdown_shows_names_as_they_are_written() -> None:
    text = weekly_markdown(page(Row("*A*", "[x](y) `c`\n# no heading", "<b>")))
    assert "- **\\*A\\*** \\[x\\](y) \\`c\\` \\# no heading · \\<b\\>" in text.split("\n")


def test_the_status_says_nothing_when_all_is_well() -> None:
    assert status_words(Headline(12, 0, 0, None)) == ""
    assert status_words(Headline(12, 1200, 1, ("Ada Lovelace", "birthday", 1))) == (
        "1,200 quiet · 1 promise · Ada's birthday tomorrow"
    )
    away = "nothing logged since 30 Oct: catch up?"
    assert status_words(Headline(12, 0, 0, None, away)) == away
    assert status_words(Headline(12, 5, 0, None, away)) == f"5 quiet · {away}"


def test_the_status_offers_to_catch_up_while_nothing_is_logged(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada", "timeline": [entry("2026-10-30", "call")]}})
    workspace = open_workspace(tmp_path, now=lambda: datetime(2026, 11, 20, 9))
    workspace.refresh()
    assert headline(workspace, {}).offer == "nothing logged since 30 Oct: catch up?"
    workspace.now = lambda: datetime(2026, 11, 19, 9)
    assert headline(workspace, {}).offer == ""
