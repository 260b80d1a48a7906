"""Commands answer from what is known, and answer again where a file had changed in the meantime."""

import os
from pathlib import Path

import pytest

from netui.cli.session import Session
from tests.cli.conftest import Cli


@pytest.fixture
def known(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Ada and Grace, and nothing in doubt about their files."""
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    cli.write("ada", 'name = "Ada Lovelace"\norg = "Engines"\n')
    cli.write("grace", 'name = "Grace Hopper"\norg = "Navy"\n')
    cli.ok("list")
    session = Session(str(cli.network))
    assert session.workspace.index.surveyed
    session.close()
    return cli


def in_place(cli: Cli, ident: str, text: str) -> None:
    path = cli.network / "contacts" / f"{ident}.toml"
    before = path.parent.stat().st_mtime_ns
    path.write_text(text)
    assert path.parent.stat().st_mtime_ns == before


def test_what_was_said_too_early_is_not_said(known: Cli) -> None:
    in_place(known, "ada", 'name = "Ada King"\norg = "Engines"\n')
    assert [person["name"] for person in known.json("list")] == ["Ada King", "Grace Hopper"]
    in_place(known, "ada", 'name = "Ada Byron"\norg = "Engines"\n')
    out = known.ok("list")
    assert "Ada Byron" in out and "King" not in out and len(out.splitlines()) == 2


def test_a_promise_written_in_place_is_due(known: Cli) -> None:
    more = '[[promise]]\nid = "p1"\nby = "me"\ntext = "send it"\ndue = 2026-11-22\n'
    in_place(known, "grace", f'name = "Grace Hopper"\n{more}')
    assert [promise["id"] for promise in known.json("due")["promises"]] == ["p1"]
    in_place(known, "grace", f'name = "Grace Hopper"\n{more}done = 2026-11-20\n')
    assert known.json("due")["promises"] == [] == known.json("promises")


def test_a_refusal_is_reconsidered_too(known: Cli) -> None:
    assert known.run("show", "countess").status == 1
    in_place(known, "ada", 'name = "Ada Lovelace"\naliases = ["The Countess"]\n')
    assert known.json("show", "countess")["id"] == "ada"


def test_warnings_are_said_once(known: Cli) -> None:
    in_place(known, "ada", "name = ")
    result = known.run("list")
    assert result.status == 0 and result.err.count("contacts/ada.toml") == 1
    assert "Grace" in result.out and "broken" in result.out
    assert known.run("list").err.count("contacts/ada.toml") == 1
    in_place(known, "ada", 'name = "Ada Lovelace"\n')
    assert known.run("list").err == ""


def test_goals_edited_in_place_are_seen(known: Cli) -> None:
    known.write("cto", 'title = "A CTO role"\n', "goals")
    assert [goal["title"] for goal in known.json("goals")] == ["A CTO role"]
    known.write("cto", 'title = "A quiet life"\n', "goals")
    assert [goal["title"] for goal in known.json("goals")] == ["A quiet life"]


def test_files_that_come_and_go(known: Cli) -> None:
    known.write("mary", 'name = "Mary Somerville"\n')
    os.unlink(known.network / "contacts" / "ada.toml")
    assert {person["id"] for person in known.json("list")} == {"grace", "mary"}
    known.network.joinpath("contacts", "mary.toml").rename(Path(known.network / "contacts" / "ms.toml"))
    assert {person["id"] for person in known.json("list")} == {"grace", "ms"}


# ---------------------------------------------------------------------- commands about a few


def test_whoever_is_shown_is_looked_at(known: Cli) -> None:
    in_place(known, "ada", 'name = "Ada Lovelace"\norg = "Society"\n')
    in_place(known, "grace", 'name = "Grace Hopper"\norg = "Yale"\n')
    assert known.json("show", "ada")["org"] == "Society"
    assert known.json("brief", "grace")["org"] == "Yale"


def test_a_shared_entry_is_shown_as_its_owner_has_it_now(known: Cli) -> None:
    known.ok("note", "lunch with @ada and @grace: first words")
    owner, other = ("ada", "grace") if "first words" in known.file("ada") else ("grace", "ada")
    in_place(known, owner, known.file(owner).replace("first words", "second thoughts"))
    for command in ("show", "brief"):
        assert "second thoughts" in known.ok(command, other) and "first words" not in known.ok(command, other)


def test_an_entry_written_in_place_into_another_file_is_shown(known: Cli) -> None:
    entry = '[[timeline]]\nid = "e1"\non = 2026-11-20\nkind = "call"\nwith = ["ada"]\ntext = "by hand"\n'
    in_place(known, "grace", f'name = "Grace Hopper"\n{entry}')
    for command in ("show", "brief"):
        assert "by hand" in known.ok(command, "ada")


def test_the_status_is_that_of_the_files_as_they_are(known: Cli) -> None:
    promise = '[[promise]]\nid = "p1"\nby = "me"\ntext = "send it"\ndue = 2026-11-20\n'
    in_place(known, "grace", f'name = "Grace Hopper"\n{promise}')
    assert known.json("status")["promises"] == 1
    in_place(known, "grace", f'name = "Grace Hopper"\n{promise}done = 2026-11-20\n')
    assert known.json("status")["promises"] == 0
    in_place(known, "grace", "name = ")
    assert known.run("status").err == ""


def test_a_name_changed_in_place_no_longer_leads_there(known: Cli) -> None:
    in_place(known, "ada", 'name = "Countess King"\n')
    assert known.run("tag", "lovelace", "+x").status == 1
    known.ok("tag", "king", "+x")
    assert "x" in known.file("ada")


def test_a_promise_made_or_kept_in_place_is_known(known: Cli) -> None:
    promise = 'name = "Grace Hopper"\n[[promise]]\nid = "p1"\nby = "me"\ntext = "send it"\n'
    in_place(known, "grace", promise)
    known.ok("done", "p1")
    known.ok("undo")
    known.ok("list")
    in_place(known, "grace", promise + "done = 2026-11-20\n")
    assert "done already" in known.ok("done", "p1")


def test_a_broken_file_is_told_of_by_each_command(known: Cli) -> None:
    in_place(known, "ada", "name = ")
    assert known.run("show", "ada").err.count("contacts/ada.toml") == 1
    assert known.run("show", "grace").err.count("contacts/ada.toml") == 1


def test_what_a_crash_cut_off_is_finished_by_any_command_and_said(cli: Cli) -> None:
    for ident in ("ada", "grace"):
        cli.write(ident, f'name = "{ident.title()}"\n')
    cli.ok("note", "coffee with @ada and @grace yesterday: her lab")
    before = cli.file("grace")
    cli.ok("rm", "ada", "--yes")
    (journal,) = (cli.base / "state/netui/journal").iterdir()
    whole = journal.read_bytes()
    for command in ("list", "due", "status", "history", "show grace", "check", "undo"):
        cli.write("grace", before)
        journal.write_bytes(b"".join(whole.splitlines(keepends=True)[:2]))
        result = cli.run(*command.split())
        assert "“deleted Ada” had been cut off halfway and was finished now" in result.err, command
        assert (result.status, "her lab" in cli.file("grace")) == (0, command != "undo")
        assert "cut off" not in cli.run("list").err


def test_a_progress_bar_comes_after_a_moment_on_a_terminal_alone_and_goes_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    assert Session(None).progress("reading") is None, "no terminal"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    session = Session(None)
    session.wants_json = True
    assert session.progress("reading") is None
    tell = Session(None).progress("reading")
    assert tell is not None
    tell(0, 1000)
    tell(1000, 1000)
    assert capsys.readouterr().err == "", "it took no time"
    now[0] = 1.0
    tell(250, 1000)
    tell(251, 1000)
    assert capsys.readouterr().err == "\rreading [#####---------------] 250 of 1,000\x1b[K"
    tell(1000, 1000)
    assert capsys.readouterr().err.endswith("\r\x1b[K")
