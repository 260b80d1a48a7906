"""``netui catchup``: what to log after a pause, closed or put off."""

from tests.cli.conftest import Cli


def away(cli: Cli) -> None:
    """Ada each week until the middle of October, and a coffee that was planned; nothing logged since."""
    days = (
        "2026-08-26",
        "2026-09-02",
        "2026-09-09",
        "2026-09-16",
        "2026-09-23",
        "2026-09-30",
        "2026-10-07",
        "2026-10-14",
    )
    calls = "".join(f'[[timeline]]\nid = "e{n}"\non = {day}\nkind = "call"\n' for n, day in enumerate(days))
    plan = '[[timeline]]\nid = "c1"\non = 2026-10-28\nkind = "coffee"\nplanned = true\n'
    cli.write("ada", f'name = "Ada Lovelace"\n{calls}{plan}')


def test_it_names_plans_and_whom_one_probably_met(cli: Cli) -> None:
    away(cli)
    found = cli.json("catchup")
    assert found["since"] == "2026-10-14"
    assert found["asked"] == [{"contact": "ada", "id": "c1", "on": "2026-10-28", "kind": "coffee"}]
    assert [(one["contact"], one["why"]) for one in found["people"]] == [("ada", "usually every 7 days")]
    text = cli.ok("catchup")
    for words in ("did it happen?", "c1", "Ada Lovelace", "usually every 7 days", "--close"):
        assert words in text


def test_closing_it_ends_the_pause(cli: Cli) -> None:
    away(cli)
    assert cli.json("due")["quiet"] == [] and "catch up?" in cli.ok("due")
    cli.ok("catchup", "--close")
    assert [one["id"] for one in cli.json("due")["quiet"]] == ["ada"] and "catch up?" not in cli.ok("due")


def test_putting_it_off_does_too_until_its_day(cli: Cli) -> None:
    away(cli)
    cli.ok("catchup", "--later", "2026-11-23")
    assert [one["id"] for one in cli.json("due")["quiet"]] == ["ada"] and "catch up?" not in cli.ok("due")
    assert cli.run("catchup", "--close", "--later", "mon").status == 2
    assert cli.run("catchup", "--later", "2020-01-01").status == 2


def test_what_waits_in_the_inbox_stands_there_too(cli: Cli) -> None:
    away(cli)
    (cli.network / "inbox").mkdir()
    (cli.network / "inbox/phone.txt").write_text("lunch with @ada on 2026-11-02\n")
    (waiting,) = cli.json("catchup")["inbox"]
    assert (waiting["what"], waiting["on"]) == ("line", "2026-11-02") and "in the inbox" in cli.ok("catchup")
