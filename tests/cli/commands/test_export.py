"""``netui export``: out, and in again."""

import json
import stat
from pathlib import Path

import tomli

from tests.cli.conftest import Cli


def test_a_network_goes_out_and_comes_in_again_the_same(two: Cli, tmp_path: Path) -> None:
    two.ok("note", "coffee with @ada @grace yesterday: plans >send the deck by fri")
    two.ok("set", "ada", "emails", "ada@engines.example")
    document = tmp_path / "out.json"
    assert two.json("export", "-o", str(document))["contacts"] == 2
    assert stat.S_IMODE(document.stat().st_mode) == 0o600
    before = {name: tomli.loads(two.file(name)) for name in ("ada-lovelace", "grace-hopper")}
    again = two.json("import", str(document))
    assert (len(again["unchanged"]), again["changed"], again["merged"]) == (2, [], [])
    for name in before:
        two.ok("rm", name, "--yes")
    assert len(two.json("import", str(document), "--apply")["new"]) == 2
    assert {name: tomli.loads(two.file(name)) for name in before} == before


def test_own_cards_change_nothing_when_they_come_back(two: Cli, tmp_path: Path) -> None:
    cards = tmp_path / "out.vcf"
    cards.write_text(two.ok("export", "--to", "vcard"))
    assert len(two.json("import", str(cards))["unchanged"]) == 2


def test_a_query_chooses_and_what_is_private_stays(two: Cli) -> None:
    two.ok("note", "call with @ada: SECRET plan")
    path = two.base / "net/contacts/ada-lovelace.toml"
    path.write_text(path.read_text() + "private = true\n")
    public = two.ok("export", "ada")
    assert [each["id"] for each in json.loads(public)["contacts"]] == ["ada-lovelace"]
    assert "SECRET" not in public and "SECRET" in two.ok("export", "ada", "--private")
    for wrong in (("--to", "papyrus"), ("--to", "vcard", "--private")):
        assert two.run("export", *wrong).status == 2
    assert two.run("export", "nobody-at-all").status == 1


def test_every_format_writes_everyone(two: Cli) -> None:
    two.ok("set", "ada", "birthday", "--12-10")
    for name in ("vcard", "ics", "json", "markdown"):
        assert "Ada Lovelace" in two.ok("export", "--to", name)
