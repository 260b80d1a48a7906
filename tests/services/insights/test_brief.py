"""What a brief holds: true quotes, both sides' promises, near dates, and what links several people."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.entry import Entry, Promise
from netui.presentation.glyphs import ASCII, UNICODE
from netui.presentation.pages.brief import brief_page, opener_words
from netui.presentation.pages.brief_markdown import brief_markdown
from netui.presentation.pages.page_layout import RenderContext
from netui.presentation.text import plain, width_of
from netui.services.insights.brief import (
    QUOTED,
    Brief,
    MeetingBrief,
    NearDate,
    build_brief,
    build_meeting_brief,
    choose_opener,
    count_balance,
)
from netui.services.workspace import Workspace
from tests.support.app import NOW, entry, open_workspace, write_network

TODAY = NOW.date()


def network(folder: Path, contacts: dict[str, Any], goals: dict[str, Any] | None = None) -> Workspace:
    write_network(folder / "net", contacts, goals)
    workspace = open_workspace(folder)
    workspace.refresh()
    return workspace


def of(workspace: Workspace, ident: str) -> Brief:
    found = build_brief(workspace, ident)
    assert found is not None
    return found


def said(on: str, text: str, kind: str = "call", **more: Any) -> Entry:
    return Entry(id=on, on=date.fromisoformat(on), kind=kind, text=text, **more)


def promise(by: str, text: str, due: str | None = None) -> Promise:
    return Promise(id="p", by=by, text=text, due=date.fromisoformat(due) if due else None)


RICH: dict[str, Any] = {
    "ada": {
        "name": "Ada King", "pronouns": "she/her", "roles": ["mentor"], "org": "Engines", "title": "Chief",
        "location": "London", "knows": ["compilers"], "seeks": ["funding"], "interests": ["horses"],
        "goals": ["role"], "notes": "Tea, never coffee.",
        "met": {"on": "2024-05", "where": "PyCon", "via": "charles"},
        "date": [
            {"what": "birthday", "on": "1986-12-10"}, {"what": "move", "on": "--11-25"},
            {"what": "wedding", "on": "2010-11"}, {"what": "exam", "on": "--03-01"},
        ],
        "promise": [
            {"id": "p1", "by": "me", "text": "Send the deck", "due": date(2026, 11, 27)},
            {"id": "p2", "by": "them", "text": "Intro to Bob"},
            {"id": "p3", "by": "me", "text": "Call", "done": date(2026, 11, 1)},
        ],
        "timeline": [
            entry("2026-08-02", "lunch", "The bank said no to her again.", started_by="them", got=["lead"]),
            entry("2026-09-02", "coffee", "Hi.", started_by="me", got=["lead", "advice"]),
            entry("2026-10-02", "call", "Her daughter is ill.", private=True, learned="She hides it."),
            entry("2026-11-02", "skip", "Not now, too much on."),
            entry("2026-11-21T18:00", "dinner", "Tonight.", place="Noma"),
            entry("2026-11-26", "event", "Fair.", **{"with": ["charles"]}),
        ],
    },
    "charles": {"name": "Charles"},
}  # fmt: skip


def test_a_brief_holds_what_one_needs(tmp_path: Path) -> None:
    goals = {"role": {"title": "A CTO role"}}
    found = of(network(tmp_path, RICH, goals), "ada")
    assert (found.met_on, found.met_where, found.met_via) == ("2024-05", "PyCon", "Charles")
    assert [e.kind for e in found.coming] == ["dinner", "event"]
    assert [e.kind for e in found.talks] == ["call", "coffee", "lunch"]
    assert [(p.by, p.text) for p in found.promises] == [("me", "Send the deck"), ("them", "Intro to Bob")]
    assert found.dates == (
        NearDate("move", "2026-11-25", 4, "in 4 days"),
        NearDate("wedding, 16 years", "2026-11", 0, "this month"),
        NearDate("birthday, turns 40", "2026-12-10", 19, "in 19 days"),
    )
    assert found.goals == (("role", "A CTO role"),)
    assert (found.balance.me, found.balance.them, found.balance.got) == (1, 1, (("lead", 2), ("advice", 1)))
    assert found.opener is not None
    assert found.opener.quote == "The bank said no to her again."


def test_the_page_says_it_all_in_its_width_and_the_markdown_leaves_out_what_is_private(
    tmp_path: Path,
) -> None:
    found = build_meeting_brief(network(tmp_path, RICH), ["ada"])
    for width in (40, 80, 110):
        lines = brief_page(found, RenderContext(width, TODAY, ASCII)).lines
        assert max(map(width_of, lines)) <= width
    page = "\n".join(map(plain, lines))
    for words in (
        "through Charles",
        "turns 40",
        "Send the deck",
        "Intro to Bob",
        "horses",
        "Her daughter",
        "Tonight",
    ):
        assert words in page
    markdown = brief_markdown(found, TODAY)
    assert "Intro to Bob" in markdown
    assert "Her daughter" not in markdown


def test_a_private_plan_is_not_in_the_markdown(tmp_path: Path) -> None:
    planned = {"planned": True, "place": "The clinic"}
    contacts = {"ada": {"name": "Ada", "timeline": [
        entry("2026-11-25", "visit", "The results", **planned, private=True),
        entry("2026-11-26", "lunch", "Noodles", **planned | {"place": "Soho"}),
    ]}}  # fmt: skip
    workspace = network(tmp_path, contacts)
    private, open_ = of(workspace, "ada").coming
    for occasion in (private, open_):
        found = build_meeting_brief(workspace, ["ada"], occasion)
        page = "".join(map(plain, brief_page(found, RenderContext(80, TODAY, ASCII)).lines))
        assert "clinic" in page and "Soho" in page
        markdown = brief_markdown(found, TODAY)
        assert "clinic" not in markdown and "results" not in markdown and "Soho" in markdown


def test_markup_and_escapes_in_files_stay_text(tmp_path: Path) -> None:
    evil = "\x1b]52;c;eA==\x07 [link](http://x) <b> *a*"
    contacts = {"a": {"name": evil, "notes": evil, "timeline": [entry("2026-11-01", "call", evil)]}}
    found = build_meeting_brief(network(tmp_path, contacts), ["a"])
    markdown = brief_markdown(found, TODAY)
    assert "\x1b" not in markdown
    assert "\\[link\\]" in markdown and "\\<b\\>" in markdown
    page = "".join(plain(line) for line in brief_page(found, RenderContext(80, TODAY, ASCII)).lines)
    assert "\x1b" not in page


# ---------------------------------------------------------------------- how to begin


def test_a_promise_past_its_day_comes_first_then_words_then_other_promises() -> None:
    entries = [said("2026-11-01", "Her lab is hiring now.")]
    late, theirs = promise("me", "Send the deck", "2026-11-01"), promise("them", "Intro to Bob", "2026-11-01")
    assert choose_opener(entries, [theirs, late], TODAY)._asdict()["quote"] == "Send the deck"  # type: ignore[union-attr]
    assert choose_opener(entries, [theirs], TODAY)._asdict()["quote"] == "Her lab is hiring now."  # type: ignore[union-attr]
    assert choose_opener([], [theirs], TODAY)._asdict()["quote"] == "Intro to Bob"  # type: ignore[union-attr]
    assert choose_opener([], [], TODAY) is None


@pytest.mark.parametrize(
    ("entries", "quote"),
    [
        ([said("2026-11-02", "Hi."), said("2026-11-01", "Her lab is hiring now.")], "Her lab is hiring now."),
        ([said("2026-11-02", "Told me a long secret.", private=True)], None),
        ([said("2026-11-02", "My own long note.", "note"), said("2025-01-01", "She said so much.")],
         "She said so much."),
        ([said("2026-11-02", "A note of my own.", "note")], "A note of my own."),
    ],
)  # fmt: skip
def test_the_latest_words_worth_it_are_quoted(entries: list[Entry], quote: str | None) -> None:
    found = choose_opener(entries, [], TODAY)
    assert (found.quote if found else None) == quote


@given(st.text(min_size=1, max_size=600))
def test_a_quote_is_always_what_was_written_and_never_too_long(text: str) -> None:
    found = choose_opener([said("2026-11-01", text)], [promise("me", text)], TODAY)
    if found is not None:
        assert found.quote and found.quote in text
        assert len(found.quote) <= QUOTED
        assert found.whole == (found.quote == text.strip())


def test_nothing_is_suggested_about_the_dead(tmp_path: Path) -> None:
    dates = [{"what": "birthday", "on": "--11-25"}, {"what": "x", "on": "2001-11"}]
    said_last = [entry("2026-01-01", "call", "She was well then.")]
    contacts = {"a": {"name": "A", "died": "2026", "timeline": said_last, "date": dates}}
    found = of(network(tmp_path, contacts), "a")
    assert (found.opener, found.dates) == (None, ())


def test_balance_counts_what_was_said() -> None:
    entries = [said("2026-11-01", "", started_by="me", gave=("advice",)), said("2026-11-02", "")]
    assert count_balance(entries) == (1, 0, (("advice", 1),), ())


# ---------------------------------------------------------------------- several at once


def test_several_people_are_told_how_they_are_linked_and_whom_they_share(tmp_path: Path) -> None:
    both = {"with": ["bob"]}
    contacts = {
        "ada": {"name": "Ada King", "timeline": [entry("2026-09-01", "event", "Fair.", **both)]},
        "bob": {
            "name": "Bob Ray", "met": {"via": "ada"},
            "timeline": [entry("2026-09-03", "event", **{"with": ["cyd"]})],
        },
        "cyd": {"name": "Cyd", "timeline": [entry("2026-09-02", "event", **{"with": ["ada"]})]},
        "dee": {"name": "Dee"},
    }  # fmt: skip
    found = build_meeting_brief(network(tmp_path, contacts), ["ada", "bob", "dee", "ada", "nobody"])
    assert [each.row.id for each in found.people] == ["ada", "bob", "dee"]
    assert found.acquainted == (("Ada King", "Bob Ray", "once together; met through Ada"),)
    assert [(each.id, each.with_) for each in found.common] == [("cyd", ("Ada King", "Bob Ray"))]
    page = "\n".join(plain(line) for line in brief_page(found, RenderContext(80, TODAY, ASCII)).lines)
    assert "Cyd, with Ada and Bob" in page


def test_a_tie_between_two_says_who_is_what_to_whom(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada King"},
        "bob": {"name": "Bob Ray", "related": [{"who": "ada", "as": "dentist"}]},
        "dee": {"name": "Dee Fox", "related": [{"who": "ada", "as": "boss"}, {"who": "bob", "as": "father"}]},
    }
    found = build_meeting_brief(network(tmp_path, contacts), ["ada", "bob", "dee"])
    assert [words for _, _, words in found.acquainted] == [
        "Bob has Ada as dentist",
        "Dee is direct report of Ada",
        "Dee is child of Bob",
    ]
    alike = {"a": {"name": "Jo Ray", "related": [{"who": "b", "as": "sister"}]}, "b": {"name": "Jo May"}}
    found = build_meeting_brief(network(tmp_path / "more", alike), ["a", "b"])
    assert [words for _, _, words in found.acquainted] == ["Jo May is sister of Jo Ray"]


def test_advice_stands_by_topic(tmp_path: Path) -> None:
    said = (
        ("2026-11-03", "Equity first.", ["pay"]),
        ("2026-11-02", "Sleep on it.", []),
        ("2026-11-01", "Never at lunch.", ["pay", "timing"]),
    )
    timeline = [entry(on, "call", text, tags=tags, got=["advice"]) for on, text, tags in said]
    found = build_meeting_brief(network(tmp_path, {"ada": {"name": "Ada", "timeline": timeline}}), ["ada"])
    page = "\n".join(plain(line) for line in brief_page(found, RenderContext(80, TODAY, ASCII)).lines)
    assert "advised    pay: Equity first. (3 Nov); Never at lunch. (1 Nov)\n" in page
    assert f"\n{' ' * 12}Sleep on it. (2 Nov)" in page
    assert "**advised**: pay: Equity first." in brief_markdown(found, TODAY)


def test_nobody_is_a_page_too(tmp_path: Path) -> None:
    found = build_meeting_brief(network(tmp_path, {}), ["nobody"])
    assert "nobody" in plain(brief_page(found, RenderContext(80, TODAY, ASCII)).lines[0])


def test_what_was_advised_and_how_to_reach_them(tmp_path: Path) -> None:
    ada = {
        "name": "Ada", "phones": ["+44 1"], "emails": [{"value": "ada@x.example", "label": "home"}],
        "timezone": "Asia/Singapore",
        "timeline": [
            entry("2026-11-03", "call", "Ask for equity first.", got=["advice"]),
            entry("2026-11-04", "call", "Small talk of no weight.", got=["lead"]),
        ],
    }  # fmt: skip
    found = of(network(tmp_path, {"ada": ada}), "ada")
    assert (found.phones, found.emails) == (
        ("+44 1",),
        ("ada@x.example",),
    ) and "Singapore" in found.local_time
    assert [each.text for each in found.advice] == ["Ask for equity first."]
    lines = brief_page(MeetingBrief((found,)), RenderContext(80, TODAY, UNICODE)).lines
    page = "\n".join(map(plain, lines))
    assert "+44 1 · ada@x.example · " in page and "advised    Ask for equity first. (3 Nov)" in page


def test_someone_not_met_yet_is_begun_with_by_what_one_has_in_common(tmp_path: Path) -> None:
    people = {
        "ada": {
            "name": "Ada", "interests": ["horses"], "seeks": ["funding"], "met": {"via": "grace"},
            "related": [{"who": "bob", "as": "brother"}],
        },
        "grace": {"name": "Grace"}, "bob": {"name": "Bob"},
    }  # fmt: skip
    opener = of(network(tmp_path, people), "ada").opener
    assert opener is not None and opener_words(opener, TODAY) == (
        "Grace introduced you; you both know Bob; they like horses; they look for funding"
    )
    assert of(network(tmp_path, {"eve": {"name": "Eve"}}), "eve").opener is None
