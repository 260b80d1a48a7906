"""``netui done``: promises ticked by id."""

from tests.cli.conftest import Cli


def test_promises_are_ticked_by_id(two: Cli) -> None:
    two.ok("note", "call with @ada: hello >send the deck by fri <intro to Bob")
    mine, theirs = two.json("promises")
    assert (mine["by"], mine["text"], mine["due"]) == ("me", "send the deck", "2026-11-27")
    assert (theirs["by"], theirs["due"]) == ("them", None)
    two.ok("done", mine["id"])
    assert [promise["id"] for promise in two.json("promises")] == [theirs["id"]]
    assert "done = 2026-11-21" in two.file("ada-lovelace")
    assert "already" in two.ok("done", mine["id"])
    assert two.run("done", "p000").status == 1


def test_a_promise_without_id_is_ticked_by_all_it_holds(cli: Cli) -> None:
    cli.write("ada", 'name = "Ada"\n\n[[promise]]\ntext = "one"\n\n[[promise]]\ntext = "two"\n')
    (first, second) = cli.json("promises")
    cli.ok("done", second["id"])
    assert cli.file("ada").rstrip().endswith('text = "two"\ndone = 2026-11-21')
    assert [promise["id"] for promise in cli.json("promises")] == [first["id"]]
