"""Statistics over the whole log."""

from datetime import date

from netui.storage.queries.statistics import ActivityTotals, GoalActivity
from tests.support.indexed_network import TODAY, Net, met, reader


def log(*entries: str) -> str:
    return 'name = "X"\n' + "".join(f"[[timeline]]\n{entry}\n" for entry in entries)


PEOPLE = {
    "ada": log(
        met("2026-11-20", "bob") + "\ngoals = ['Lead']\ngot = ['intro', 'advice']",
        met("2026-11-19") + "\ngot = ['intro']\nprivate = true\nlearned = 'a secret'",
        met("2026-11-18", kind="note") + "\nlearned = 'a fact'",
    ),
    "bob": log(met("2026-11-20") + "\ngoals = ['lead']\ngave = ['intro']"),
}


def test_totals_leave_out_what_is_private(net: Net) -> None:
    read = reader(net, PEOPLE).statistics
    assert read.totals(date(2026, 11, 18), TODAY) == ActivityTotals(
        2, 2, {"intro": 1}, {"advice": 1, "intro": 1}
    )
    assert read.entries_per_day(date(2026, 11, 18), TODAY) == {date(2026, 11, 19): 1, date(2026, 11, 20): 2}


def test_entries_by_what_they_hold(net: Net) -> None:
    everything = reader(net, PEOPLE)
    read = everything.statistics

    def found(rows: list[int]) -> list[tuple[str, date]]:
        return [(entry.contact, entry.on) for entry in everything.entries(rows)]

    assert found(read.rows_with_thing("gave", "intro", TODAY)) == [("bob", date(2026, 11, 20))]
    assert len(read.rows_with_thing("got", "intro", TODAY)) == 2
    assert found(read.rows_learned(TODAY)) == [("ada", date(2026, 11, 18))]
    assert len(read.rows_by_goal()["lead"]) == 2
    assert read.activity_for_goal("lead", TODAY) == {"bob": GoalActivity(1, "2026-11-20")}


def test_the_log_row_by_row(net: Net) -> None:
    read = reader(net, PEOPLE).statistics
    assert sorted(row[1:5] for row in read.log_rows(date(2026, 11, 19))) == [
        ("ada", "2026-11-18", 0, 1), ("ada", "2026-11-19", 1, 1),
    ]  # fmt: skip
    assert list(read.shared_days(TODAY)) == [("bob", "2026-11-20", 2)]
