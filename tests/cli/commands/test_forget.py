"""``netui forget``: everything held is shown, and gone for good once the name was typed."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from netui.storage.state.screen_snapshot import ScreenSnapshot, save
from tests.cli.conftest import Cli, Result

FORMS = ("Zoë Quill-Ames", "zoe@quill.example", "zoe-quill-ames", "Quill")
OWN = """name = "Zoë Quill-Ames"
aliases = ["Zozo Quill"]
emails = ["zoe@quill.example"]
[[promise]]
id = "p1"
by = "me"
text = "the deck"
[[timeline]]
id = "e1"
on = 2026-11-01
kind = "coffee"
with = ["bob"]
text = "Zoë Quill-Ames moved."
"""
BOB = """# mine
name = "Bob"
not_same = ["zoe-quill-ames"]
knows = ["Zoë Quill-Ames's songs"]
notes = "one\\nknows Zoë Quill-Ames well\\nthree"
[met]
via = "zoe-quill-ames"
[[related]]
who = "zoe-quill-ames"
as = "boss"
[[timeline]]
id = "e2"
on = 2026-11-02
kind = "call"
with = ["zoe-quill-ames", "eve"]
text = "zoe@quill.example wrote."
[[timeline]]
id = "e3"
on = 2026-11-03
kind = "call"
text = "Zoë rang."
"""


@pytest.fixture
def held(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Somebody who is named in every room, in drafts, trash, undo journal, index and settings."""
    cli.write("zoe-quill-ames", OWN)
    cli.write("bob", BOB)
    cli.write("eve", 'name = "Eve"\n')
    cli.write("g", 'title = "Talks"\n[measure]\ncount = "with:zoe-quill-ames"\n', "goals")
    for path, text in {
        "inbox/a.txt": "coffee with Zoë Quill-Ames\nlunch with Bob\n",
        ".quarantine/x.csv": "Zoë Quill-Ames,1\n",
        ".sources/card.vcf": "BEGIN:VCARD\nFN:Zoë Quill-Ames\nTEL:1\nEND:VCARD\n",
        "netui.toml": '[circles]\nquill = "1w"  # with Zoë Quill-Ames\n'
        '[lists]\nquill = "with:zoe-quill-ames"\n"Zoë Quill-Ames" = "kind:call"\nothers = "#a"\n',
        **{f"contacts/{name}": OWN for name in COPIES},
        "contacts/bob 2.toml": 'name = "Bob"\nnotes = "rang Zoë Quill-Ames"\n',
    }.items():
        (cli.network / path).parent.mkdir(exist_ok=True)
        (cli.network / path).write_text(text, encoding="utf-8")
    came_in(cli)
    cli.ok("tag", "bob", "+old")
    cli.ok("set", "bob", "org", "Quill & Sons")
    cli.ok("set", "bob", "org", "")
    cli.run("note", "lunch with @nobody and Zoë Quill-Ames")
    failing = cli.base / "editor"
    failing.write_text('#!/bin/sh\necho \'notes = "Zoë Quill-Ames is ill"\' >> "$1"\nexit 1\n')
    failing.chmod(0o700)
    for who in ("zoe", "bob"):
        with monkeypatch.context() as own:
            own.setenv("EDITOR", str(failing))
            assert "what you typed is kept in" in cli.run("edit", who).err
    failing.unlink()
    cli.ok("tag", "zoe", "+quill")
    cli.ok("list")
    cli.ok("add", "Zed")
    cli.write("zed", 'name = "Zed"\nnotes = "knew Zoë Quill-Ames"\n')
    cli.ok("rm", "zed", "--yes")
    (cli.base / "cache/netui/parts-1").mkdir()
    (cli.base / "cache/netui/parts-1/0.sqlite").write_text("Zoë Quill-Ames")
    (cli.base / "state/netui/crashes").mkdir()
    (cli.base / "state/netui/crashes/1.txt").write_text("ValueError: Zoë Quill-Ames\n")
    config = cli.base / "config/netui/config.toml"
    config.write_text('[synonyms]\nx = "call"\n# ask zoe@quill.example\n')
    for command in (("status", "--notify"), ("review", "--json"), ("catchup", "--later", "mon"), ("due",)):
        cli.run(*command)
    return cli


def came_in(cli: Cli) -> None:
    """Imports of each kind, an exchange with a vdir, a screen as it was left and a file half written."""
    cards, folder = cli.base / "came-in", cli.base / "vdir"
    for each in (cards, folder, cli.base / "cache/netui", cli.base / "config/netui"):
        each.mkdir(parents=True)
    card = (
        "BEGIN:VCARD\nVERSION:3.0\nUID:z1\nFN:Zoë Quill-Ames\nEMAIL:zoe@quill.example\nX-OWN:x\nEND:VCARD\n"
    )
    (cards / "a.vcf").write_text(card + "BEGIN:VCARD\nFN\nNOTE:of Zoë Quill-Ames\nEND:VCARD\n")
    (cards / "a.csv").write_text("Name,E-mail,Horse\nZoë Quill-Ames,zoe@quill.example,Bay\n")
    (cards / "a.ics").write_text(CALENDAR)
    (cards / "a.mbox").write_text(MAIL)
    for path in sorted(cards.iterdir()):
        cli.run("import", str(path), "--apply")
    shutil.copy(cards / "a.ics", cli.network / "inbox/b.ics")
    shutil.copy(cards / "a.mbox", cli.network / "inbox/b.eml")
    cli.ok("inbox")
    shutil.rmtree(cards)
    (cli.base / "config/netui/config.toml").write_text(f'[vdir]\npath = "{folder}"\n')
    cli.ok("vdir", "--apply")
    shutil.rmtree(folder)
    (cli.network / "contacts/.netui-x1.tmp").write_text(OWN)
    (cli.network / ".netui-x2.tmp").write_text(OWN)
    screen = ScreenSnapshot("Zoë Quill-Ames".encode(), b"cells")
    save(cli.base / "cache/netui", cli.network, "80x24", screen)


COPIES = (
    "zoe-quill-ames.sync-conflict-20261101-101010-ABCDEF.toml", "zoe-quill-ames 2.toml",
    "zoe-quill-ames (conflicted copy).toml", "zoe-quill-ames-DESKTOP-AB12.toml",
    "zoe-quill-ames.toml.orig", "zoe-quill-ames.toml~", ".zoe-quill-ames.toml.swp", "bob.toml.bak",
)  # fmt: skip
"""What sync programs and editors leave beside a contact."""
CARDS = """BEGIN:VCARD
VERSION:3.0
UID:z1
FN:Zoë Quill-Ames
EMAIL:zoe@quill.example
X-OWN:x
END:VCARD
BEGIN:VCARD
FN
NOTE:of Zoë Quill-Ames
END:VCARD
"""
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:m1
DTSTART:20261112T100000Z
DTEND:20261112T110000Z
SUMMARY:Lunch with Zoë Quill-Ames
ATTENDEE;CN=Zoë Quill-Ames:mailto:zoe@quill.example
END:VEVENT
END:VCALENDAR
"""
MAIL = """From zoe@quill.example Thu Nov 12 10:00:00 2026
From: Zoe Quill-Ames <zoe@quill.example>
To: me@x.example
Date: Thu, 12 Nov 2026 10:00:00 +0000
Message-ID: <m1@quill.example>
Subject: Quill

Hello

"""


def holding(base: Path) -> list[str]:
    """Every file under ``base`` with the name, an address or the id in its bytes, or in its own name."""
    forms = [form for text in FORMS for form in (text.encode(), json.dumps(text)[1:-1].encode())]
    files = [path for path in base.rglob("*") if path.is_file()]
    return [
        str(p.relative_to(base)) for p in files if any(f in p.read_bytes() or f in bytes(p) for f in forms)
    ]


def confirmed(cli: Cli, *more: str, stdin: str = "") -> Result:
    return cli.run("forget", "zoe", *more, stdin=stdin)


def test_nothing_of_them_is_left_in_any_file(held: Cli) -> None:
    assert len(holding(held.base)) > 9
    result = confirmed(held, "--confirm", "Zoë Quill-Ames", "--texts", "name")
    assert result.status == 0, result
    assert holding(held.base) == []
    assert (
        "e1" in held.file("bob") and "… moved." in held.file("bob") and held.file("bob").startswith("# mine")
    )
    assert "knows … well" in held.file("bob") and "Zoë rang." in held.file("bob")
    assert held.json("show", "bob")["timeline"][0]["with"] == []
    assert {p["id"] for p in held.json("list")} == {"bob", "eve"}
    assert (held.network / "inbox/a.txt").read_text() == "lunch with Bob\n"
    (held.network / "contacts/bob 2.toml").unlink()
    assert held.run("check").status == 0, held.run("check").out
    assert held.run("forget", "Zoë Quill-Ames", "--confirm", "Zoë Quill-Ames").status == 1
    assert holding(held.base) == []


def test_everything_is_shown_and_nothing_removed_before_the_name_is_typed(held: Cli) -> None:
    before, keep = holding(held.base), "k\n" * 7
    for stdin in ("", f"{keep}y\n", f"{keep}Zoë\n"):
        result = confirmed(held, stdin=stdin)
        assert result.status == 2 and "nothing was removed" in result.err
        assert ("cannot be undone" in result.err) is bool(stdin) and holding(held.base) == before
    assert confirmed(held, "--confirm", "Zoe").status == 2
    for word in ("contacts/zoe-quill-ames.toml", "2 entries, 1 promise", "contacts/bob.toml", "goals/g.toml",
                 "inbox/a.txt", ".sources/card.vcf", ".quarantine/x.csv", "netui.toml", "drafts/", ".trash/",
                 "the undo journal",
                 "config.toml"):  # fmt: skip
        assert word in result.out, word


def test_each_text_is_asked_about_and_what_is_kept_is_listed(held: Cli) -> None:
    result = confirmed(held, stdin="n\nn\nk\nn\ne\nk\nn\nZoë Quill-Ames\n")
    assert result.status == 0, result
    assert "contacts/bob.toml, notes:\n  knows Zoë Quill-Ames well" in result.err
    bob = held.file("bob")
    assert "knows Zoë Quill-Ames well" in bob and "… wrote." in bob and "rang" not in bob
    assert "still named, as kept or not netui's: contacts/bob.toml" in result.out
    assert [p for p in holding(held.base) if "index" not in p] == ["net/contacts/bob.toml"]


def test_the_page_holds_everything_and_is_never_written_over(held: Cli) -> None:
    page = held.base / "zoe.md"
    assert confirmed(held, "--export", str(page)).status == 2
    text = page.read_text()
    for part in (
        held.file("zoe-quill-ames").strip(),
        "zoe@quill.example wrote.",
        "boss",
        "met through them",
        "FN:Zoë Quill-Ames",
        "lunch with @nobody",
    ):
        assert part in text, part
    assert confirmed(held, "--export", str(page), "--confirm", "Zoë Quill-Ames").status == 2
    assert "zoe-quill-ames" in held.file("bob")


def test_a_namesake_stays_and_is_listed(held: Cli) -> None:
    held.write("zoe-quill-ames-2", 'name = "Zoë Quill-Ames"\nnot_same = ["zoe-quill-ames"]\n')
    result = held.run("forget", "zoe-quill-ames", "--confirm", "Zoë Quill-Ames", "--texts", "entry")
    assert result.status == 0 and "zoe-quill-ames-2.toml" in result.out
    assert "stays: somebody else of that name" in result.out
    assert held.file("zoe-quill-ames-2") == 'name = "Zoë Quill-Ames"\n'
    assert "still named, as kept or not netui's: contacts/zoe-quill-ames-2.toml" in result.out


def test_imports_do_not_bring_them_back(held: Cli) -> None:
    confirmed(held, "--confirm", "Zoë Quill-Ames", "--texts", "name")
    friends = held.base / "friends.md"
    friends.write_text(
        "### Activities:\n- 2026-11-01: Tea with **Zoë Quill-Ames** and **Cy**.\n"
        "- 2026-11-02: **Zoë Quill-Ames** rang.\n"
        "### Friends:\n- Zoë Quill-Ames\n- Cy\n"
    )
    out = held.ok("import", str(friends), "--apply")
    assert "someone who was forgotten" in out
    friends.unlink()
    assert holding(held.base) == [] and "Tea with … and Cy." in held.file("cy")


def test_copies_in_git_and_backups_are_named_with_the_command(held: Cli) -> None:
    (held.network / ".git").mkdir()
    backup = held.base / "b.tar.gz"
    held.ok("backup", str(backup))
    result = confirmed(held, "--confirm", "Zoë Quill-Ames", "--texts", "name")
    assert "filter-repo --force --invert-paths --path contacts/zoe-quill-ames.toml" in result.out
    assert f"rm {backup}" in result.out
    out = held.ok("restore", str(backup), "--yes")
    assert "left out: of someone who was forgotten" in out and "zoe-quill-ames" not in str(held.json("list"))


def test_someone_who_is_in_the_trash_alone_is_forgotten_too(held: Cli) -> None:
    held.ok("rm", "zoe", "--yes")
    result = held.run("forget", "zoe-quill-ames", "--confirm", "Zoë Quill-Ames", "--texts", "name")
    assert result.status == 0, result
    assert holding(held.base) == []


@pytest.mark.parametrize("at", range(9))
def test_cut_off_anywhere_it_is_finished_by_doing_it_again(
    held: Cli, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    from netui.services.privacy import forget

    steps = iter(range(99))
    rewrite = forget.rewrite

    def cut_off(*arguments: Any) -> None:
        if next(steps) == at:
            raise KeyboardInterrupt
        rewrite(*arguments)

    if at:
        monkeypatch.setattr(forget, "rewrite", cut_off)
    else:
        monkeypatch.setattr(forget, "_rebuild_index", cut_off)
    assert confirmed(held, "--confirm", "Zoë Quill-Ames", "--texts", "name").status == 130
    monkeypatch.undo()
    for name, value in held.env.items():
        monkeypatch.setenv(name, value)
    held.run("forget", "Zoë Quill-Ames", "--confirm", "Zoë Quill-Ames", "--texts", "name")
    assert holding(held.base) == []


def test_an_address_means_the_one_who_has_it(held: Cli) -> None:
    result = held.run("forget", "zoe@quill.example", stdin="")
    assert "held on Zoë Quill-Ames" in result.out


def test_whoever_is_added_again_is_forgotten_no_more(held: Cli) -> None:
    confirmed(held, "--confirm", "Zoë Quill-Ames", "--texts", "name")
    held.ok("add", "Zoë Quill-Ames")
    friends = held.base / "friends.md"
    friends.write_text("### Friends:\n- Zoë Quill-Ames (a.k.a. Zozo)\n")
    held.ok("import", str(friends), "--apply")
    assert "Zozo" in held.file("zoe-quill-ames")


def test_nobody_is_nobody(held: Cli) -> None:
    assert held.run("forget", "Nemo Nobody", "--confirm", "Nemo Nobody").status == 1


def test_an_older_backup_brings_back_nothing_of_them(held: Cli) -> None:
    backup = held.base.parent / "before.tar.gz"
    held.ok("backup", str(backup))
    confirmed(held, "--confirm", "Zoë Quill-Ames", "--texts", "name")
    planned = json.loads(held.run("restore", str(backup), "--json").out)
    assert (
        "contacts/zoe-quill-ames.toml" in planned["forgotten"] and "contacts/bob.toml" in planned["redacted"]
    )
    out = held.ok("restore", str(backup), "--yes")
    assert "left out: of someone who was forgotten" in out and "without the name of someone" in out
    assert holding(held.network) == []
    assert 'text = "… wrote."' in held.file("bob") and 'with = ["eve"]' in held.file("bob")
    assert "# mine" in held.file("bob")


def test_the_name_of_another_who_shares_a_word_of_it_stays(cli: Cli) -> None:
    cli.write("cher", 'name = "Cher"\n')
    cli.write("ami", 'name = "Cher Ami"\nnotes = "met Cher"\n')
    backup = cli.base / "b.tar.gz"
    cli.ok("backup", str(backup))
    out = cli.ok("forget", "cher", "--confirm", "Cher", "--texts", "name")
    assert "still named, as kept or not netui's: contacts/ami.toml" in out
    assert cli.file("ami") == 'name = "Cher Ami"\nnotes = "met …"\n'
    cli.write("ami", 'name = "Cher Ami"\n')
    cli.ok("restore", str(backup), "--yes")
    assert cli.file("ami") == 'name = "Cher Ami"\nnotes = "met …"\n'


def test_where_nobody_answers_the_first_question_is_the_last(two: Cli) -> None:
    two.ok("note", "coffee with @grace: Ada Lovelace sends her love, says Ada Lovelace's sister")
    two.ok("note", "call with @grace: about Ada Lovelace")
    result = two.run("forget", "ada")
    assert result.status == 2 and result.err.count("k keep") == 1 and "nobody answers; --texts" in result.err
    assert two.json("list", "ada")[0]["id"] == "ada-lovelace"
