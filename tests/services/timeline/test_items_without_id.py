"""Items written by hand have no id: another program puts one before them, changes or deletes them meanwhile.

Each table has two that differ in their text alone, and the edit is about the first.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import tomli

from netui.domain.model.changes import Batch
from netui.services.errors import Refused, StoreError
from netui.services.timeline import commands
from netui.services.timeline import opportunities as opportunity_commands
from netui.services.workspace import Workspace
from netui.storage.state.config import Config, Places

HEAD = 'name = "Ada"\n'
ITEM = {
    "timeline": '\n[[timeline]]\non = 2026-11-01\nkind = "call"\ntext = "{}"\n',
    "promise": '\n[[promise]]\nmade = 2026-11-01\ntext = "{}"\n',
    "opportunity": '\n[[opportunity]]\nkind = "job"\ntext = "{}"\nhistory = [{{ what = "x" }}]\n',
}


class Table(NamedTuple):
    """The items of a table as the index has them, and the edits that one can make of one."""

    items: Callable[[Workspace], list[Any]]
    edits: dict[str, Callable[[Workspace, Any], Batch]]


TABLES = {
    "timeline": Table(
        lambda ws: list(ws.read.timeline("ada")),
        {
            "text": lambda ws, e: commands.edit_entry(ws, e, e._replace(text="mine")),
            "place": lambda ws, e: commands.edit_entry(ws, e, e._replace(place="Pest")),
            "owner": lambda ws, e: commands.edit_entry(ws, e, e._replace(contact="bob")),
            "delete": commands.remove_entry,
        },
    ),
    "promise": Table(
        lambda ws: list(ws.read.promises.all()),
        {
            "text": lambda ws, p: commands.edit_promise(ws, p, p._replace(text="mine")),
            "tick": commands.tick_promise,
            "drop": commands.drop_promise,
            "delete": commands.remove_promise,
        },
    ),
    "opportunity": Table(
        opportunity_commands.list_opportunities,
        {
            "text": lambda ws, o: opportunity_commands.edit_opportunity(ws, o, o._replace(text="mine")),
            "won": lambda ws, o: opportunity_commands.toggle_opportunity_status(ws, o, "won"),
            "delete": opportunity_commands.remove_opportunity,
        },
    ),
}
CASES = [(table, edit) for table, known in TABLES.items() for edit in known.edits]


@pytest.fixture
def net(tmp_path: Path) -> Path:
    contacts = tmp_path / "net/contacts"
    contacts.mkdir(parents=True)
    (contacts / "bob.toml").write_text('name = "Bob"\n')
    return contacts


def opened(net: Path) -> Workspace:
    base = net.parent.parent
    places = Places(base / "net", base / "state", base / "cache", base / "config.toml")
    workspace = Workspace(places, Config(), lambda: datetime(2026, 11, 21, 9))
    workspace.refresh()
    return workspace


@pytest.fixture
def edited(net: Path) -> Iterator[Callable[[str, str, str, str], str]]:
    """Edits the item "first" of a table as it was seen in one text, once the file holds another."""
    kept = []

    def edit(table: str, name: str, before: str, meanwhile: str) -> str:
        (net / "ada.toml").write_text(before)
        workspace = opened(net)
        kept.append(workspace)
        seen = next(item for item in TABLES[table].items(workspace) if item.text == "first")
        assert seen.id.startswith("#")
        (net / "ada.toml").write_text(meanwhile)
        workspace.apply(TABLES[table].edits[name](workspace, seen))
        return (net / "ada.toml").read_text()

    yield edit
    for workspace in kept:
        workspace.close()


def items(text: str, table: str) -> list[dict[str, Any]]:
    return list(tomli.loads(text).get(table, []))


@pytest.mark.parametrize(("table", "edit"), CASES)
def test_the_item_that_was_seen_is_edited_wherever_it_stands_by_then(edited, table, edit):  # type: ignore[no-untyped-def]
    first, second, new = map(ITEM[table].format, ("first", "second", "new"))
    alone = edited(table, edit, HEAD + first + second, HEAD + first + second)
    moved = edited(table, edit, HEAD + first + second, HEAD + new + second + first)
    assert sorted(map(repr, items(moved, table))) == sorted(
        map(repr, [*items(HEAD + new, table), *items(alone, table)])
    )


@pytest.mark.parametrize("meanwhile", ["second", "first, longer", ""], ids=["deleted", "changed", "all-gone"])
@pytest.mark.parametrize(("table", "edit"), CASES)
def test_one_that_was_changed_or_deleted_is_not_mistaken_for_another(edited, net, table, edit, meanwhile):  # type: ignore[no-untyped-def]
    before = HEAD + ITEM[table].format("first") + ITEM[table].format("second")
    left = HEAD + (ITEM[table].format(meanwhile) if meanwhile else "")
    with pytest.raises((Refused, StoreError), match="no longer there"):
        edited(table, edit, before, left)
    assert (net / "ada.toml").read_text() == left


@pytest.mark.parametrize("table", TABLES)
def test_of_two_alike_the_one_at_its_place_is_edited(edited, table):  # type: ignore[no-untyped-def]
    edit = next(name for name in TABLES[table].edits if name not in ("text", "delete"))
    alike = ITEM[table].format("first")
    found = items(edited(table, edit, HEAD + alike + alike, HEAD + alike + alike), table)
    assert len([item for item in found if item == items(HEAD + alike, table)[0]]) == 1


def test_an_id_that_it_was_given_meanwhile_changes_nothing(edited):  # type: ignore[no-untyped-def]
    first = ITEM["promise"].format("first")
    (found,) = items(edited("promise", "tick", HEAD + first, HEAD + first + 'id = "p1"\n'), "promise")
    assert (found["id"], found["done"]) == ("p1", date(2026, 11, 21))
