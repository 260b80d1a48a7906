"""Rising topics: what is named more often of late, but no names and no everyday words."""

from datetime import date, timedelta

from netui.services.insights.topics import find_rising_topics

TODAY = date(2026, 11, 21)


def entries(*spoken: tuple[int, list[str], str]) -> list[tuple[date, str, list[str], str]]:
    return [(TODAY - timedelta(days), f"p{days}", tags, text) for days, tags, text in spoken]


def test_what_is_named_more_often_of_late_rises() -> None:
    said = entries(
        *((days, ["rust"], "Ada on compilers and lunch") for days in (3, 20, 40)),
        *((days, ["garden"], "roses again, lunch") for days in (100, 150, 200, 250)),
        *((days, [], "lunch with nobody") for days in range(5, 300, 6)),
    )
    found = find_rising_topics(said, TODAY, {"ada"})
    assert [topic.word for topic in found] == ["#rust", "compilers"]
    assert sum(found[0].months) == 3 and found[0].months[-1] == 2
    assert found[0].people == ("p3", "p20", "p40")


def test_twice_is_no_topic_and_neither_is_the_future_nor_a_year_ago() -> None:
    assert find_rising_topics(entries((1, ["a"], ""), (2, ["a"], "")), TODAY, ()) == ()
    said = [*entries((400, ["a"], ""), (500, ["a"], "")), (TODAY + timedelta(40), "p", ["a"], "")]
    assert find_rising_topics(said, TODAY, ()) == ()
