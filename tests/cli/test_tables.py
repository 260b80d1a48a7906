"""Tables of contacts and promises: what each line says, and that the quick table of all is the same."""

from datetime import date
from pathlib import Path

from netui.cli.tables import promise_lines
from netui.domain.model.entry import Promise
from tests.cli.conftest import Cli
from tests.support.app import open_workspace, write_network


def test_promises_say_when_and_who_to_whom(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    lines = promise_lines(
        workspace,
        [
            Promise("p1", "me", "the deck", due=workspace.today, contact="ada"),
            Promise("p2", "them", "an intro", contact="ada"),
            Promise("p3", "me", "a call", due=date(2026, 11, 22), contact="gone"),
        ],
    )
    assert [line.split(maxsplit=1)[0] for line in lines] == ["p1", "p2", "p3"]
    assert "you → Ada" in lines[0] and "today" in lines[0]
    assert "Ada → you" in lines[1] and "you → gone" in lines[2]
    workspace.close()


def test_the_quick_table_of_everyone_is_that_of_a_query(cli: Cli) -> None:
    entry = '[[timeline]]\nid = "e1"\non = 2026-09-20\nkind = "call"\n'
    note = '[[timeline]]\nid = "n1"\non = 2026-11-19\nkind = "note"\n'
    for ident, more in {"ada": '[rhythm]\nevery = "3w"\n' + entry, "bob": note, "漢字": entry}.items():
        cli.write(ident, f'name = "{ident}"\n{more}')
    cli.write("bad", 'name = "Bad\n')
    everyone = cli.ok("list")
    assert everyone == cli.ok("list", "-nobody") and "past the 3 weeks you set" in everyone
