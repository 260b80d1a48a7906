"""``netui query``: what mutt and aerc read."""

from tests.cli.conftest import Cli


def test_addresses_come_as_mail_programs_read_them(two: Cli) -> None:
    two.ok("set", "ada", "emails", "ada@engines.example")
    two.ok("set", "grace", "emails", "grace@navy.example")
    two.ok("set", "grace", "org", "Navy")
    message, *lines = two.ok("query", "navy").splitlines()
    assert message == "1 address of netui"
    assert lines == ["grace@navy.example\tGrace Hopper\tNavy"]
    assert two.ok("query", "--no-header", "ENGINES ada") == "ada@engines.example\tAda Lovelace\t\n"
    assert two.json("query", "grace") == [
        {"address": "grace@navy.example", "name": "Grace Hopper", "note": "Navy"}
    ]
    assert len(two.ok("query", "--no-header").splitlines()) == 2


def test_nobody_is_said_and_told_by_the_status(two: Cli) -> None:
    nobody = two.run("query", "zzz")
    assert (nobody.status, nobody.out) == (1, "0 addresses of netui\n")


def test_archived_people_and_the_dead_get_no_mail(two: Cli) -> None:
    for who in ("ada", "grace"):
        two.ok("set", who, "emails", f"{who}@x.example")
    two.ok("archive", "ada")
    two.ok("set", "grace", "died", "2026-01-01")
    assert two.run("query", "x.example").status == 1


def test_no_cell_tears_the_line(two: Cli) -> None:
    path = two.base / "net/contacts/ada-lovelace.toml"
    path.write_text(
        'name = "Ada\\tLove\\u001b]52;c;x\\u0007lace\\nQ"\n'
        'emails = [{value = "a@x.example", label = "h\\tome"}]\n'
    )
    (line,) = two.ok("query", "--no-header", "a@x").splitlines()
    assert line.split("\t") == ["a@x.example", "Ada Love]52;c;xlace Q", "h ome"]
