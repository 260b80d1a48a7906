"""What survives: the place one was at, focus, cursor and scroll; what others do to the files meanwhile."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import tomli

from netui.services.people.contact_list import ContactList
from netui.services.sync.watcher import WatchEvent
from netui.storage.index.index import Index
from netui.storage.index.refresh_result import Refreshed
from netui.ui.app import NetuiApp
from tests.support.app import driving, entry, open_workspace, until, write_network


def many(count: int) -> dict:
    return {
        f"person-{n:03d}": {
            "name": f"Person {n:03d}",
            "timeline": [entry("2026-10-01", "call", f"Words {n}.")],
        }
        for n in range(count)
    }


@contextmanager
def held_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files are not read meanwhile: what is on the screen is what the last session left."""
    goes_on, refresh = Event(), Index.refresh

    def waiting(*given: Any, **named: Any) -> Refreshed:
        goes_on.wait()
        return refresh(*given, **named)

    monkeypatch.setattr(Index, "refresh", waiting)
    try:
        yield
    finally:
        goes_on.set()


async def test_quit_and_come_back_to_the_same_place(home: Path) -> None:
    async with driving(home) as me:
        await me.press("v", "/")
        await me.enter("a")
        await me.press("j", "j")
        where, names = me.person, me.names
        await me.press("q")
    async with driving(home) as me:
        assert me.main.people_list.sorted_by == "name"
        assert me.main.query_text == "a"
        assert me.names == names
        assert me.person == where
        await me.press("escape")
        assert me.person == where


async def test_the_last_of_many_is_in_view_when_one_comes_back(tmp_path: Path) -> None:
    write_network(tmp_path / "net", many(200))
    async with driving(tmp_path) as me:
        await me.press("G")
        await me.sees("Words 0." if me.person == "person-000" else "Words")
        where, names = me.person, me.names
        await me.press("q")
    async with driving(tmp_path) as me:
        await until(lambda: me.person == where)
        await me.sees(me.main.people[where].row.name)
        view = me.main.people_view
        assert view.scroll_offset.y <= view.cursor < view.scroll_offset.y + view.size.height
        assert me.names == names


async def test_who_leaves_before_all_is_read_comes_back_to_where_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_network(tmp_path / "net", many(200))
    async with driving(tmp_path) as me:
        await me.press("v", *"j" * 30)
        where = me.person
        await me.press("q")
    with held_up(monkeypatch):
        async with driving(tmp_path, until_read=False) as me:
            await until(lambda: me.person == where)
            assert me.main.is_as_begun and me.main.is_at_rest and not me.main.is_complete
            await me.press("j")
            assert not me.main.is_as_begun and not me.main.is_at_rest
            await me.press("k")
            assert me.main.is_as_begun
            me.main.people_list.wanted = "person-190"
            me.main.before_leaving()
            assert json.loads(me.main.workspace.index.cache_get("place") or "")["person"] == "person-190"


async def test_goals_stand_where_they_stood_until_they_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_network(tmp_path / "net", many(3), {"cto-role": {"title": "A CTO role"}})
    async with driving(tmp_path, size=(160, 30)) as me:
        await me.sees("A CTO role")
        await me.press("q")
    with held_up(monkeypatch):
        for has_splash in (True, False):
            shown = property(lambda _, has_splash=has_splash: has_splash, lambda *_: None)
            monkeypatch.setattr(NetuiApp, "has_splash", shown, raising=False)
            async with driving(tmp_path, size=(160, 30), until_read=False) as me:
                await me.sees("Person 000")
                assert not me.main.is_complete
                assert ("A CTO role" in me.screen) == has_splash


async def test_a_file_changed_outside_is_seen(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "j")
        path = home / "net/contacts/ada-lovelace.toml"
        aside = home / "new.toml"
        aside.write_text(
            path.read_text()
            + '\n[[timeline]]\nid = "zz"\non = 2026-11-20\nkind = "note"\ntext = "From afar"\n'
        )
        os.replace(aside, path)
        await me.sees("From afar")
        assert me.person == "ada-lovelace"


async def test_another_terminal_logs(home: Path) -> None:
    from netui.services.timeline import capture

    async with driving(home) as me:
        other = open_workspace(home)
        other.refresh()
        parsed = capture.parse_line(other, "call with Mary Somerville: news")
        other.apply(capture.log_entry(other, parsed).batch)
        other.close()
        await until(lambda: me.main.people["mary-somerville"].status.state == "met")
        await me.press("u")
        await me.hears("undid: logged call with Mary Somerville")


async def test_a_file_deleted_while_shown(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "j", "2")
        (home / "net/contacts/ada-lovelace.toml").unlink()
        await until(lambda: "Ada Lovelace" not in me.names)
        assert "Ada Lovelace" not in me.screen
        await me.press("j", "e", "escape", "1", "k")


async def test_acting_on_one_who_was_deleted_a_moment_ago(home: Path) -> None:
    async with driving(home) as me:
        await me.stop_watching()
        await me.press("j", "j")
        (home / "net/contacts/ada-lovelace.toml").unlink()
        await me.press("t")
        await me.enter("gone")
        assert "gone" in me.typed or me.said
        await me.press("escape", "2", "e")
        assert not (home / "net/contacts/ada-lovelace.toml").exists()


async def test_a_broken_file_is_listed_with_its_reason_and_others_work(home: Path) -> None:
    (home / "net/contacts/bad.toml").write_text('name = "Bad One"\norg = "unclosed\n')
    async with driving(home) as me:
        await me.press("/")
        await me.enter("is:broken")
        assert me.person == "bad"
        await me.sees("line 2")
        await me.press("e")
        await me.hears("line 2")
        for keys in ("t", "s", "c"):
            await me.press(keys)
            if me.main.prompt.is_asking:
                await me.enter("1w")
                await me.press("escape")
        assert (home / "net/contacts/bad.toml").read_text() == 'name = "Bad One"\norg = "unclosed\n'
        await me.press("escape", "n")
        await me.enter("call with @ada: fine")
        assert (
            tomli.loads((home / "net/contacts/ada-lovelace.toml").read_text())["timeline"][-1]["text"]
            == "fine"
        )


async def test_on_a_file_that_cannot_be_read_only_what_works_is_offered_and_the_rest_says_why(
    home: Path,
) -> None:
    (home / "net/contacts/bad.toml").write_text('name = "Bad One"\norg = "unclosed\n')
    before = (home / "net/contacts/bad.toml").read_bytes()
    async with driving(home, size=(100, 24)) as me:
        await me.press("g")
        assert me.person == "bad"
        assert me.understood.startswith("E open its file  d delete")
        offered = set(me.main.visible_actions())
        assert {"edit_file", "delete", "open", "mark", "filter", "palette", "help"} <= offered
        refused = {"brief", "promise", "message", "edit", "details", "tags", "rhythm", "snooze", "tried",
                   "reviewed", "let_go", "died", "archive", "opportunity", "forget"}  # fmt: skip
        assert not refused & offered
        for action in sorted(refused | {"export"}):
            me.main.set_message("")
            me.main.action_run(action)
            await me.settled()
            assert me.app.screen is me.main and not me.main.prompt.is_asking, action
            assert "contacts/bad.toml, line 2" in me.said and me.said.endswith("E opens the file"), action
        await me.press("2")
        assert me.understood.startswith("E open its file")
        await me.press("1", "space", "n")
        assert "contacts/bad.toml, line 2" in me.said and me.said.endswith("esc clears the marks")
        await me.press("escape", "d")
        assert me.main.prompt.is_questioning
        await me.press("n", "j")
        assert "brief" in me.main.visible_actions() and "E " not in me.understood
    assert (home / "net/contacts/bad.toml").read_bytes() == before


async def test_on_a_goal_that_cannot_be_read_too_only_what_works_is_offered(home: Path) -> None:
    (home / "net/goals").mkdir(exist_ok=True)
    (home / "net/goals/boat.toml").write_text('title = "Boat\n')
    async with driving(home, size=(140, 30)) as me:
        await me.press("3")
        await me.press("G", "g")
        while "goals/boat.toml" not in str(me.main.current_item()):
            await me.press("j")
        assert me.understood.startswith("E open its file  d delete")
        offered = set(me.main.visible_actions())
        refused = ("edit", "open", "goal_down", "goal_up", "toggle_done", "drop", "snooze")
        assert {"edit_file", "delete"} <= offered and not {*refused} & offered
        for action in refused:
            me.main.set_message("")
            me.main.action_run(action)
            await me.settled()
            assert me.app.screen is me.main and not me.main.prompt.is_asking, action
            assert "goals/boat.toml, line 1" in me.said and me.said.endswith("E opens the file"), action


async def test_a_brief_says_why_a_file_cannot_be_read(home: Path) -> None:
    (home / "net/contacts/bad.toml").write_text('name = "Bad One"\norg = "unclosed\n')
    async with driving(home, size=(100, 24)) as me:
        me.main.pages.brief(["ada-lovelace", "bad"])
        await me.sees("the file cannot be read: contacts/bad.toml, line 2")
        assert "Analytical Engines" in me.screen


async def test_a_key_pressed_before_anybody_is_read_is_told_to_wait(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_up(monkeypatch):
        async with driving(home, until_read=False) as me:
            for key in "PTm":
                await me.press(key)
                await me.hears("everyone is still being read: a moment, and then that key again")
                me.main.clear_message()


async def test_a_folder_that_could_not_be_read_is_tried_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("Stale file handle: contacts")

    with monkeypatch.context() as broken:
        broken.setattr(Index, "refresh", fail)
        async with driving(home, until_read=False) as me:
            await me.hears("not all could be read: Stale file handle")
            await me.sees("not read: see below")
            broken.undo()
            me.app.watch_thread.look_now()
            await me.sees("Ada Lovelace")
            assert me.main.is_complete
            assert "not read" not in me.screen


async def test_a_folder_that_is_moved_away_is_told_and_a_line_waits_for_it(home: Path) -> None:
    async with driving(home) as me:
        count = len(me.main.people)
        (home / "net").rename(home / "away")
        me.app.watch_thread.look_now()
        await me.hears("is gone; netui goes on")
        assert len(me.main.people) == count
        await me.press("n")
        await me.enter("call with Eve (new): hello")
        await me.hears("kept, n then up goes on with it: the folder")
        assert not (home / "net").exists()
        (home / "away").rename(home / "net")
        me.app.watch_thread.look_now()
        await until(lambda: "is gone" not in me.screen)
        await me.press("n", "up", "enter")
        await until((home / "net/contacts/eve.toml").exists)


async def test_a_file_that_breaks_while_shown_and_is_mended(home: Path) -> None:
    path = home / "net/contacts/ada-lovelace.toml"
    good = path.read_text()
    async with driving(home) as me:
        await me.press("j", "j")
        path.write_text(good + "\n[[timeline\n")
        await until(lambda: me.main.people["ada-lovelace"].status.state == "broken")
        assert me.person == "ada-lovelace"
        path.write_text(good)
        await until(lambda: me.main.people["ada-lovelace"].status.state != "broken")
        await me.sees("Horses and the board seat.")


async def test_cursor_and_scroll_survive_a_refresh(tmp_path: Path) -> None:
    write_network(tmp_path / "net", many(100))
    async with driving(tmp_path, size=(100, 24)) as me:
        await me.press("v", *"j" * 40)
        where, top = me.person, me.main.people_view.scroll_offset.y
        (tmp_path / "net/contacts/person-000.toml").unlink()
        write_network(
            tmp_path / "net", {"person-0000": {"name": "Person 0000"}, "person-001b": {"name": "Person 001b"}}
        )
        me.app.watch_thread.look_now()
        await until(lambda: "Person 001b" in me.names and "Person 000" not in me.names)
        assert me.person == where
        assert me.main.people_view.scroll_offset.y == top + 1
        assert me.main.people_view.has_focus


async def test_scroll_of_the_timeline_survives_a_refresh(tmp_path: Path) -> None:
    log = [
        entry(f"2026-{m:02d}-{d:02d}", "call", f"Words of {d}/{m}.")
        for m in range(1, 11)
        for d in range(1, 20)
    ]
    write_network(tmp_path / "net", {"ada": {"name": "Ada", "timeline": log}, "bea": {"name": "Bea"}})
    async with driving(tmp_path, size=(100, 24)) as me:
        await me.press("2", *"j" * 30)
        view = me.main.timeline_view
        held, top = me.main.current_item().entry.id, view.scroll_offset.y
        write_network(tmp_path / "net", {"bea": {"name": "Beatrice"}})
        me.app.watch_thread.look_now()
        await until(lambda: "Beatrice" in me.names)
        await me.settled()
        assert (me.main.current_item().entry.id, view.scroll_offset.y) == (held, top)
        assert view.has_focus
        await me.press("G")
        assert me.main.current_item().entry.text == "Words of 1/1."


async def test_a_form_open_while_the_file_changes_merges(home: Path) -> None:
    path = home / "net/contacts/alan-kay.toml"
    async with driving(home) as me:
        await me.press("e")
        await me.type(", PhD")
        path.write_text(path.read_text().replace("[[timeline]]", 'org = "Viewpoints"\n\n[[timeline]]'))
        await me.press("ctrl+s")
        await until(lambda: "Alan Kay, PhD" in me.names)
    kept = tomli.loads(path.read_text())
    assert (kept["name"], kept["org"]) == ("Alan Kay, PhD", "Viewpoints")


async def test_leaving_in_the_middle_of_a_form_loses_nothing(home: Path) -> None:
    async with driving(home) as me:
        await me.press("e")
        await me.type(" the younger")
        await me.press("ctrl+c")
        await until(lambda: not me.app._running)
    kept = "\n".join(p.read_text() for p in (home / "state").rglob("*") if p.is_file())
    assert "Alan Kay the younger" in kept
    async with driving(home) as me:
        await me.press("e")
        await me.sees("Alan Kay the younger")


async def test_leaving_in_the_middle_of_a_line_loses_nothing(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.type("lunch with @ada: unsaved")
        await me.press("ctrl+c")
        await until(lambda: not me.app._running)
    async with driving(home) as me:
        await me.press("n", "up")
        assert me.typed == "lunch with @ada: unsaved"


async def test_midnight_passes_while_open(home: Path) -> None:
    from datetime import datetime

    now = [datetime(2026, 11, 21, 23, 59)]
    async with driving(open_workspace(home, now=lambda: now[0])) as me:
        assert "Sat 21 Nov" in me.screen
        now[0] = datetime(2026, 11, 22, 0, 1)
        await me.sees("Sun 22 Nov")
        await until(lambda: me.main.people["ada-lovelace"].status.days == 12)


async def test_reading_is_told_until_the_whole_list_is_here(home: Path) -> None:
    async with driving(home) as me:
        part = ContactList(me.main.workspace).load(me.main.workspace.read.contact_rows(("ada-lovelace",)))
        me.main.on_watch_event(WatchEvent(Refreshed(), part, (1, 5)))
        me.main.on_watch_event(WatchEvent(Refreshed(), None, (5, 5)))
        await me.settled()
        assert "reading 5 of 5 files" in me.screen
        assert me.names == ["Ada Lovelace"]
        me.main.on_watch_event(WatchEvent(Refreshed(goals=True), ContactList(me.main.workspace).load()))
        await me.settled()
        assert "reading" not in me.screen
        assert len(me.names) == 5


async def test_what_a_killed_program_left_in_the_folder_is_removed(home: Path) -> None:
    left, others = home / "net/contacts/.netui-1.tmp", home / "net/contacts/.others.tmp"
    left.write_text("half")
    others.write_text("theirs")
    async with driving(home):
        await until(lambda: not left.exists(), "removed")
        assert others.read_text() == "theirs"
