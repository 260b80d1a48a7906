"""``netui insights``: the page, the figures as JSON, and the entries behind a thing."""

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def looked_at(cli: Cli) -> Cli:
    """Ada, who gave advice and of whom something was learned; Bob, met through her."""
    cli.write("ada", 'name = "Ada Lovelace"\ntags = ["maths"]\n'
              '[[timeline]]\nid = "e1"\non = 2026-11-01\nkind = "lunch"\ntext = "Ask for\\nthe [table]."\n'
              'got = ["advice", "intro"]\nlearned = "They pay by retainer."\n'
              '[[timeline]]\nid = "e2"\non = 2026-10-01\nkind = "call"\ngave = ["advice"]\n')  # fmt: skip
    cli.write("bob", 'name = "Bob Ray"\n[met]\nvia = "ada"\n[[opportunity]]\nid = "o1"\nkind = "job"\n'
              'text = "Keeper"\nstatus = "won"\nvia = "ada"\n')  # fmt: skip
    return cli


def test_the_page_is_printed_without_what_only_a_screen_has(looked_at: Cli) -> None:
    page = looked_at.ok("insights")
    for words in (
        "The year",
        "Who vouched for you",
        "job: Keeper (Bob Ray)",
        "They pay by retainer.",
        "#maths",
    ):
        assert words in page
    assert "counting" not in page and "\x1b" not in page


def test_plain_has_no_trace_of_the_calendar(looked_at: Cli) -> None:
    assert "contacts a day" in looked_at.ok("insights")
    year, in_touch, *_ = looked_at.ok("insights", "--plain").splitlines()
    assert (year, in_touch) == ("The year", "in touch 2 times in the last 53 weeks")


def test_figures_as_json(looked_at: Cli) -> None:
    found = looked_at.json("insights")
    assert found["vouched"] == [
        {"contact": "ada", "introduced": ["bob"], "in_touch": 0, "good_words": 1, "doors": 1, "won": 1}
    ]
    assert (found["gave"], found["got"]) == ({"advice": 1}, {"advice": 1, "intro": 1})
    assert found["opportunities"][0]["next_on"] is None


def test_the_entries_behind_a_thing_are_one_line_each(looked_at: Cli) -> None:
    lines = looked_at.ok("insights", "advice").splitlines()
    assert [line.split()[:2] for line in lines] == [["got", "2026-11-01"], ["gave", "2026-10-01"]]
    assert "Ask for the [table]." in lines[0] and "call" in lines[1]
    assert [each["way"] for each in looked_at.json("insights", "advice")] == ["got", "gave"]
    assert looked_at.json("insights", "learned") == [
        {"way": "learned", "contact": "ada", "id": "e1", "on": "2026-11-01", "text": "They pay by retainer."}
    ]
    assert looked_at.json("insights", "gold") == []
    assert looked_at.ok("insights", "gold") == "nothing was noted yet as gold\n"


def test_an_empty_folder_has_a_page_too(cli: Cli) -> None:
    assert "none yet" in cli.ok("insights")
    assert cli.json("insights")["vouched"] == []


def test_what_was_kept_in_time(known: Cli) -> None:
    assert known.json("insights")["kept"] == {"me": {"in_time": 0, "of": 1}, "them": {"in_time": 0, "of": 0}}
    assert "you kept 0 of 1 promise in time" in known.ok("insights")
