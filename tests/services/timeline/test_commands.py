"""Commands on entries and promises."""

from datetime import date

import pytest
import tomli

from netui.services.errors import Refused
from netui.services.reminders import agenda
from netui.services.timeline import commands as timeline_commands
from netui.services.timeline.promise_lines import add_promises, parse_promises
from netui.services.workspace import Workspace
from tests.support.three_contacts import ADA, entry_named, text_of


def test_an_entry_that_moves_keeps_keys_of_others(ws: Workspace) -> None:
    ws.apply(
        timeline_commands.edit_entry(
            ws, entry_named(ws, "two"), entry_named(ws, "two")._replace(contact="grace", with_=("mary",))
        )
    )
    (moved,) = tomli.loads(text_of(ws, "grace"))["timeline"]
    assert moved == {"id": "shared", "on": date(2026, 11, 10), "kind": "lunch", "with": ["mary"],
                     "text": "two", "mood": "better"}  # fmt: skip


def test_only_what_differs_is_touched(ws: Workspace) -> None:
    ws.apply(
        timeline_commands.edit_entry(
            ws, entry_named(ws, "two"), entry_named(ws, "two")._replace(text="three", with_=("mary",))
        )
    )
    assert text_of(ws, "ada") == ADA.replace('"two"', '"three"').replace('["grace", "mary"]', '["mary"]')
    entry = entry_named(ws, "three")
    assert timeline_commands.edit_entry(ws, entry, entry).changes == ()


def test_promises_are_kept_opened_and_changed(ws: Workspace) -> None:
    ident, batch = timeline_commands.add_promise(ws, "ada", "send it", goal="cto")
    ws.apply(batch)
    (promise,) = ws.read.promises.with_id(ident)
    assert (promise.by, promise.made, promise.goal) == ("me", date(2026, 11, 21), "cto")
    ws.apply(timeline_commands.tick_promise(ws, promise))
    assert ws.read.promises.all() == []
    ws.apply(timeline_commands.untick_promise(ws, ws.read.promises.with_id(ident)[0]))
    ws.apply(
        timeline_commands.edit_promise(ws, promise, promise._replace(text="send all", due=date(2026, 12, 1)))
    )
    assert [p.text for p in agenda.near_promises(ws)] == ["send all"]
    ws.apply(timeline_commands.remove_promise(ws, ws.read.promises.with_id(ident)[0]))
    assert ws.read.promises.all() == []
    with pytest.raises(Refused):
        timeline_commands.add_promise(ws, "ada", " ")


def test_the_same_is_promised_once_while_it_is_open(ws: Workspace) -> None:
    add = timeline_commands.add_promise
    ident, batch = add(ws, "ada", "Bring  tea", due=date(2026, 12, 1))
    ws.apply(batch)
    said = f"you promised Ada Lovelace that already, by Tue 1 Dec 2026 .{ident}."
    with pytest.raises(Refused, match=said):
        add(ws, "ada", "bring tea")
    with pytest.raises(Refused, match=said):
        add_promises(ws, ["ada"], parse_promises(ws, "bring Tea by fri"))
    add(ws, "ada", "bring tea", by="them")
    (promise,) = ws.read.promises.with_id(ident)
    ws.apply(timeline_commands.tick_promise(ws, promise))
    add(ws, "ada", "bring tea")
