"""``netui promises``: the open ones."""

from tests.cli.conftest import Cli


def test_promises(known: Cli) -> None:
    assert [promise["id"] for promise in known.json("promises")] == ["p1", "p2"]
    assert "8 days ago" in known.ok("promises")


def test_the_count_is_that_of_status_and_of_the_goals_pane(known: Cli) -> None:
    said = known.ok("promises")
    due = next(part for part in known.ok("status").split(" · ") if "promise" in part)
    assert f"2 open, {due.split()[0]} of yours due within a week" in said


def test_those_of_somebody_or_of_all_who_fit_a_query(known: Cli) -> None:
    known.write("cy", 'name = "Cy London"\n[[promise]]\nid = "p9"\nby = "me"\ntext = "a call"\n')

    def ids(*words: str) -> list[str]:
        return [promise["id"] for promise in known.json("promises", *words)]

    assert ids("ada") == ids("Ada", "Lovelace") == ids("@ada") == ["p1", "p2"]
    assert ids("London") == ["p9"] and ids("#london") == ids("org:Engines") == ["p1", "p2"]
    assert ids("ada|cy") == ["p1", "p2", "p9"] and ids("-#london") == ["p9"]
    said = known.ok("promises", "ada")
    assert "a call" not in said and "\n2 open\n" in said
    assert ids("grace") == ids("nobody-at-all") == []
    assert known.run("promises", "grace").status == known.run("promises", "zz").status == 1
    assert known.run("promises", "@zz").status == 1 and known.run("promises", "is:nothing").status == 2
