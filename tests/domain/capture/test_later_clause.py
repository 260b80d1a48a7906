"""Contact that a later clause tells of, with whoever the first one names."""

from datetime import date

import pytest

from netui.domain.model.dates import day_of
from tests.support.known_people import NOW, read

ADA = "ada-lovelace"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ada's car broke down, so I drove her home", "meeting"),
        ("Ada can't make it on Friday so we had a call yesterday", "call"),
        ("Ada is having a baby! She told me over lunch", "lunch"),
        ("Ada had to rush off so we only had half an hour over coffee", "coffee"),
        ("Ada didn't like the soup but we had a nice lunch", "lunch"),
        ("Ada was low, rang her in the evening", "call"),
        ("Ada is back from Rome, had lunch with her", "lunch"),
        ("Ada is back from leave, caught up over lunch on Friday", "lunch"),
        ("Ada pulled out of the panel, texted me this morning", "message"),
        ("Ada is ill, took her some soup", "meeting"),
        ("Ada has moved. Rang her for the address", "call"),
        ("Ada is in town! Beers with her last night", "drinks"),
        ("Had a bad cold, but still met Ada for lunch", "lunch"),
        ("lost my keys so slept at Ada's", "visit"),
    ],
)
def test_contact_in_a_later_clause_is_with_whoever_the_first_one_names(line, kind):
    found = read(line)
    assert not found.problems, found
    assert (found.kind, [person.id for person in found.people]) == (kind, [ADA])
    assert day_of(found.on) <= NOW.date()
    assert "Ada" in found.text


def test_its_day_is_that_of_the_later_clause():
    found = read("Ada was late but we had dinner anyway on Friday")
    assert (found.problems, found.on) == ((), date(2026, 11, 20))
    assert found.text == "Ada was late but we had dinner anyway"
    assert [span.what for span in found.understood if span.what == "date"] == ["date"]


@pytest.mark.parametrize(
    "line",
    [
        "Ada's wife was ill, so we had lunch",  # with which of the two?
        "Ada and Grace fell out, she told me over lunch",
        "Ada turned 80 on Friday, we had cake with her",  # on which day?
        "Ada was late, he texted her twice",  # somebody else did
        "Ada said that we had lunch",
        "Ada was late, so we had lunch?",
        "Ada is ill, had lunch at my desk",
        "Ada is away, had a call with the bank",
        "Ada - lunch with her mum was hard",
        "nobody but Ada came",
        "it would be so good to see Ada",
    ],
)
def test_what_may_be_of_others_or_of_another_day_is_not_taken(line):
    found = read(line)
    assert found.problems or found.kind == "note", found
