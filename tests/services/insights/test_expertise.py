"""Who knows something, how close, with what evidence, and who could introduce one."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from netui.services.insights.expertise import (
    MOST_STEPS,
    Expert,
    closeness,
    count_topics,
    find_experts,
    find_introductions,
)
from netui.services.people.contact_list import ContactList
from tests.support.app import NOW, entry, open_network

TODAY = NOW.date()


def seen(times: int, *, every: int = 10, last: int = 5, **more: Any) -> list[dict[str, Any]]:
    """So many coffees, the last so many days ago."""
    days = (TODAY - timedelta(last + every * n) for n in range(times))
    return [entry(day.isoformat(), "coffee", **more) for day in days]


def names(answers: list[Expert]) -> list[str]:
    return [answer.name for answer in answers]


def test_every_place_a_topic_can_stand_in_is_evidence_in_the_words_of_the_file(tmp_path: Path) -> None:
    places = {
        "knows": ["sourdough, and rye"], "seeks": ["a Sourdough starter"], "interests": ["sourdough"],
        "tags": ["sourdough"], "roles": ["sourdough"], "title": "Sourdough baker", "org": "Sourdough & Sons",
        "notes": "Likes tea. Bakes sourdough on Sundays! Has a cat.",
    }  # fmt: skip
    contacts: dict[str, Any] = {key: {"name": key.title(), key: value} for key, value in places.items()}
    contacts["said"] = {
        "name": "Said",
        "timeline": [entry("2026-11-01", "call", "Nothing. Her sourdough rose.")],
    }
    contacts["learned"] = {
        "name": "Learned",
        "timeline": [entry("2026-11-02", "call", learned="sourdough sours")],
    }
    contacts["tagged"] = {
        "name": "Tagged",
        "timeline": [entry("2026-11-03", "call", "Hm.", tags=["sourdough"])],
    }
    contacts["other"] = {"name": "Sourdough Smith", "knows": ["bread"]}
    answers = find_experts(open_network(tmp_path, contacts), "Sourdough")
    assert {answer.contact for answer in answers} == {*places, "said", "learned", "tagged"}
    found = {answer.contact: answer.evidence[0] for answer in answers}
    assert found["notes"].text == "Bakes sourdough on Sundays!"
    assert found["said"].text == "Her sourdough rose."
    assert (found["knows"].how, found["seeks"].how) == ("knows", "seeks")
    assert found["said"].on == date(2026, 11, 1)
    assert found["tagged"].text == "Hm."


def test_the_close_come_before_the_distant_and_fresh_words_before_old_ones(tmp_path: Path) -> None:
    contacts = {
        "near": {"name": "Near", "knows": ["rust"], "timeline": seen(9)},
        "far": {"name": "Far", "knows": ["rust"], "timeline": seen(9, last=400)},
        "never": {"name": "Never", "knows": ["rust"]},
        "fresh": {"name": "Fresh", "timeline": [entry("2026-11-16", "call", "Wrote rust.")]},
        "stale": {"name": "Stale", "timeline": [entry("2022-11-16", "call", "Wrote rust.")]},
    }
    assert names(find_experts(open_network(tmp_path, contacts), "rust")) == [
        "Near",
        "Far",
        "Never",
        "Fresh",
        "Stale",
    ]


def test_what_may_be_asked_is_what_those_in_the_list_know(tmp_path: Path) -> None:
    workspace = open_network(
        tmp_path,
        {
            "ada": {"name": "Ada", "knows": ["rust", "tides"]},
            "bob": {"name": "Bob", "knows": ["rust"]},
            "cy": {"name": "Cy"},
            "dee": {"name": "Dee", "knows": ["lace"], "archived": True},
        },
    )
    assert count_topics(ContactList(workspace).load()) == [("rust", 2), ("tides", 1)]


def test_closeness_grows_with_contact_and_halves_in_half_a_year_of_silence() -> None:
    assert closeness(0, 0) == 0
    assert closeness(4, 0) == pytest.approx(0.5)
    assert closeness(4, 180) == pytest.approx(0.25)
    assert closeness(9, 30) > closeness(4, 30)


@pytest.mark.parametrize(
    ("topic", "text", "fits"),
    [
        ("rust", "trust", False), ("rust", "rusty", True), ("RUST", "rust", True), ("cafe", "Café", True),
        ("go", "good", False), ("go", "go", True), ("c++", "c++", True), ("c++", "c", False),
        ("machine learning", "machine learning", True), ("learning machine", "machine learning", True),
        ("machine learning", "machine", False), ("İzmir", "izmir", True), ('say "hi', 'say "hi"', True),
    ],
)  # fmt: skip
def test_words_are_found_where_words_begin(tmp_path: Path, topic: str, text: str, fits: bool) -> None:
    contacts = {
        "a": {"name": "A", "knows": [text]},
        "b": {"name": "B", "timeline": [entry("2026-11-01", "call", text)]},
    }
    assert names(find_experts(open_network(tmp_path, contacts), topic)) == (["A", "B"] if fits else [])


@pytest.mark.parametrize("topic", ["", "  ", "+", '"', "%_*", "\x00"])
def test_a_topic_without_letters_is_known_to_nobody(tmp_path: Path, topic: str) -> None:
    assert find_experts(open_network(tmp_path, {"a": {"name": "A", "knows": ['+ " %']}}), topic) == []


def test_the_archived_the_dead_and_the_future_do_not_answer(tmp_path: Path) -> None:
    contacts = {
        "away": {"name": "Away", "knows": ["rust"], "archived": True},
        "dead": {"name": "Dead", "knows": ["rust"], "died": "2024"},
        "ahead": {"name": "Ahead", "timeline": [entry("2026-12-01", "call", "rust")]},
    }
    assert find_experts(open_network(tmp_path, contacts), "rust") == []


def test_who_was_there_answers_too(tmp_path: Path) -> None:
    shared = entry("2026-11-01", "dinner", "We spoke of tides.", **{"with": ["grace", "nobody-known"]})
    contacts = {"ada": {"name": "Ada", "timeline": [shared]}, "grace": {"name": "Grace"}}
    assert names(find_experts(open_network(tmp_path, contacts), "tides")) == ["Ada", "Grace"]


# ---------------------------------------------------------------------- introductions


def test_the_way_leads_from_someone_known_well_through_each_kind_of_tie(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada", "timeline": [*seen(5), entry("2026-01-05", "event", **{"with": ["bob"]})]},
        "bob": {"name": "Bob"},
        "cyd": {"name": "Cyd", "met": {"via": "bob"}},
        "dee": {"name": "Dee", "related": [{"who": "Cyd", "as": "sister"}], "knows": ["tides"]},
        "eve": {"name": "Eve", "knows": ["tides"]},
    }
    answers = {
        answer.contact: answer.path for answer in find_experts(open_network(tmp_path, contacts), "tides")
    }
    assert answers == {"dee": ("ada", "bob", "cyd", "dee"), "eve": ()}
    assert MOST_STEPS == 3


def test_of_ways_equally_long_the_closest_person_introduces(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada", "timeline": seen(4)},
        "bob": {"name": "Bob", "timeline": seen(14)},
        "cyd": {"name": "Cyd", "related": [{"who": "ada"}, {"who": "bob"}]},
    }
    assert find_introductions(open_network(tmp_path, contacts), ["cyd"]) == {"cyd": ("bob", "cyd")}


def test_the_dead_and_the_archived_introduce_nobody(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada", "timeline": seen(9), "died": "2026"},
        "bob": {"name": "Bob", "timeline": seen(9), "archived": True},
        "cyd": {"name": "Cyd", "related": [{"who": "ada"}, {"who": "bob"}]},
    }
    assert find_introductions(open_network(tmp_path, contacts), ["cyd"]) == {}


@pytest.mark.parametrize(
    ("met", "path"),
    [
        ({"met": {"via": "grace"}}, ("grace", "rusty")),
        ({"related": [{"who": "grace", "as": "sister"}]}, ("grace", "rusty")),
        ({"met": {"via": "my cousin Bob"}}, ("my cousin Bob", "rusty")),
        ({"met": {"via": "gone"}}, ()),
        ({}, ()),
    ],
)
def test_whoever_introduced_someone_is_the_way_though_nothing_is_logged_with_them(
    tmp_path: Path, met: dict[str, Any], path: tuple[str, ...]
) -> None:
    people = {"rusty": {"name": "Rusty", "knows": ["rust"], **met}, "grace": {"name": "Grace"}}
    workspace = open_network(tmp_path, {**people, "gone": {"name": "Gone", "died": "2020"}})
    assert [answer.path for answer in find_experts(workspace, "rust")] == [path]
