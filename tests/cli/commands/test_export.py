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


TWICE = CARD.replace("UID:1", "UID:3").replace("TEL:1", "TEL:3").replace("X-SHOE-SIZE:38", "X-HAT:7")
MAIL = "From x Sat Nov 14 10:00:00 2026\nFrom: Bob <bob@x.example>\nTo: me@x.example\nDate: {}\n\nhi\n\n"


def test_the_whole_network_is_taken_along_with_what_its_sources_said(cli: Cli, tmp_path: Path) -> None:
    cards, mail, document = tmp_path / "phone.vcf", tmp_path / "year.mbox", tmp_path / "out.json"
    cards.write_text(CARD.replace("TEL:1", "TEL:1\r\nEMAIL:bob@x.example"), newline="")
    days = ("Sat, 14 Nov 2026 10:00:00 +0000", "Sun, 15 Nov 2026 10:00:00 +0000")
    mail.write_text("".join(map(MAIL.format, days)))
    cli.ok("import", str(cards), str(mail), "--me", "me@x.example", "--apply")
    (cli.network / "netui.toml").write_text('[lists]\nold = "last:>90d"\n')
    cli.ok("set", "bob", "org", "Intel")
    cli.ok("export", "-o", str(document))
    other = tmp_path / "other"
    elsewhere = ("--data", str(other))
    cli.ok("import", str(document), "--apply", *elsewhere)
    for folder in (".sources", "contacts"):
        mine, theirs = (
            {each.name: tomli.loads(each.read_text()) for each in (base / folder).iterdir()}
            for base in (cli.network, other)
        )
        assert mine == theirs
    assert (other / "netui.toml").read_text() == (cli.network / "netui.toml").read_text()
    assert cli.ok("export", "--to", "vcard", *elsewhere) == cli.ok("export", "--to", "vcard")
    for again in (cards, mail, document):
        found = cli.json("import", str(again), "--me", "me@x.example", *elsewhere)
        assert (found["new"], found["changed"], found["merged"], found["entries"]) == ([], [], [], 0), again
    cli.ok("undo", *elsewhere)
    assert not (other / "netui.toml").exists() and not list((other / ".sources").iterdir())


def test_private_entries_stay_here_with_what_their_source_said(cli: Cli, tmp_path: Path) -> None:
    cards, mail = tmp_path / "phone.vcf", tmp_path / "year.mbox"
    cards.write_text(CARD.replace("TEL:1", "EMAIL:bob@x.example"), newline="")
    mail.write_text(MAIL.format("Sat, 14 Nov 2026 10:00:00 +0000"))
    cli.ok("import", str(cards), str(mail), "--me", "me@x.example", "--apply")
    path = cli.network / "contacts/bob-noyce.toml"
    path.write_text(path.read_text() + "private = true\n")
    assert "2026-11-14" not in cli.ok("export") and "2026-11-14" in cli.ok("export", "--private")
    part = json.loads(cli.ok("export", "bob"))
    assert sorted(part) == ["contacts", "format", "goals", "version"] and "SHOE" not in str(part)


def test_somebody_merged_from_two_cards_takes_along_what_only_one_had(cli: Cli, tmp_path: Path) -> None:
    for name, text in (("a.vcf", CARD), ("b.vcf", TWICE)):
        (tmp_path / name).write_text(text.split("BEGIN:VCARD\r\nVERSION:3")[0], newline="")
    cli.ok("import", str(tmp_path / "a.vcf"), "--apply")
    (tmp_path / "b.vcf").write_text((tmp_path / "b.vcf").read_text().replace("Bob", "Robert"), newline="")
    cli.ok("import", str(tmp_path / "b.vcf"), "--apply")
    cli.ok("merge", "bob", "robert", "--yes")
    text = cli.ok("export", "--to", "vcard")
    assert text.count("BEGIN:VCARD") == 1 and "X-SHOE-SIZE:38" in text and "X-HAT:7" in text
    assert "TEL:1" in text and "TEL:3" in text


def test_friends_is_the_markdown_and_a_name_that_says_no_format_is_refused(two: Cli, tmp_path: Path) -> None:
    two.ok("note", "coffee with @ada yesterday: her lab")
    assert "Coffee with **Ada Lovelace**: her lab" in two.ok("export", "--to", "friends")
    assert two.ok("export", "--to", "friends") == two.ok("export", "--to", "markdown")
    result = two.run("export", "-o", str(tmp_path / "people.foo"))
    assert result.status == 2 and "says the format: .vcf" in result.err and not list(tmp_path.glob("*.foo"))
