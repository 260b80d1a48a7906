"""``netui happened``: plans that went by are asked about by ``due`` and answered by id."""

from tests.cli.conftest import Cli


def planned(cli: Cli, on: str, more: str = "") -> None:
    cli.write(
        "ada", f'name = "Ada"\n[[timeline]]\nid = "c1"\non = {on}\nkind = "coffee"\nplanned = true\n{more}'
    )


def test_it_is_asked_about_until_it_is_answered(cli: Cli) -> None:
    planned(cli, "2026-11-18")
    assert cli.json("due")["asked"] == [{"contact": "ada", "id": "c1", "on": "2026-11-18", "kind": "coffee"}]
    assert "did it happen?" in cli.ok("due") and cli.json("list")[0]["last"] is None
    now = cli.json("happened", "c1")
    assert (now["id"], now["on"], now["planned"]) == ("c1", "2026-11-18", False)
    assert cli.json("due")["asked"] == [] and cli.json("list")[0]["last"] == "2026-11-18"
    assert cli.run("happened", "c1").status == 2


def test_it_did_not_or_it_moves(cli: Cli) -> None:
    planned(cli, "2026-11-18")
    assert cli.json("happened", "c1", "2026-12-01")["planned"] is True
    due = cli.json("due")
    assert due["asked"] == [] and [p["on"] for p in due["planned"]] == ["2026-12-01"]
    assert cli.json("happened", "c1", "no")["kind"] == "skip"
    assert cli.json("due")["planned"] == [] and cli.json("list")[0]["last"] is None
    cli.ok("undo")
    assert [p["id"] for p in cli.json("due")["planned"]] == ["c1"]


def test_wrong_ids_and_answers(cli: Cli) -> None:
    planned(cli, "2026-11-18")
    assert cli.run("happened", "nothing").status == 1
    refused = cli.run("happened", "c1", "whenever")
    assert refused.status == 2 and "planned = true" in cli.file("ada")
