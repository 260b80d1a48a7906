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


CARD = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bob Noyce\r\nitem7.X-SHOE-SIZE:38\r\nTEL:1\r\n"
    "RELATED;TYPE=friend:urn:uuid:2\r\nUID:1\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Gordon Moore\r\nUID:2\r\nEND:VCARD\r\n"
)


def test_a_card_comes_out_as_it_came_in_but_for_what_was_edited(cli: Cli, tmp_path: Path) -> None:
    cards = tmp_path / "phone.vcf"
    cards.write_text(CARD, newline="")
    cli.ok("import", str(cards), "--apply")
    assert cli.ok("export", "--to", "vcard") == CARD
    cli.ok("set", "bob", "phones", "2")
    edited = CARD.replace("TEL:1\r\n", "").replace("UID:1\r\n", "UID:1\r\nTEL:2\r\n")
    assert cli.ok("export", "--to", "vcard") == edited


def test_columns_without_a_place_come_out_again(cli: Cli, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    rows = "Bob,Noyce,b@x.example,38,\nAda,L,a@x.example,,=1+1\n"
    people.write_text(f"First Name,Last Name,E-mail Address,Shoe Size,=Odd\n{rows}")
    cli.ok("import", str(people), "--apply")
    out = tmp_path / "out.csv"
    cli.ok("export", "--to", "csv", "-o", str(out))
    head, ada, bob = out.read_text().splitlines()
    assert head.endswith(",'=Odd,Shoe Size") and ada.endswith(",'=1+1,") and bob.endswith(",,38")
    cli.ok("rm", "ada-l", "--yes")
    cli.ok("import", str(out), "--apply")
    cli.ok("export", "--to", "csv", "-o", str(tmp_path / "again.csv"))
    assert "=1+1" in (tmp_path / "again.csv").read_text()
