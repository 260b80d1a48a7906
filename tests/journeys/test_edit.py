"""Changing people, alone and marked; forms; deleting; undo and redo, also across a restart."""

import errno
import threading
from pathlib import Path

import pytest
import tomli

from netui.presentation.pages.page_layout import PromiseItem
from netui.storage.files.transaction import FileChange, Transaction
from netui.ui.controllers import changes
from netui.ui.screens.main.screen import MainScreen
from tests.support.app import PATIENCE, Driver, driving, file_of, until


async def test_tags_of_one(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "j", "t")
        assert "Ada Lovelace" in me.screen.split("\n")[-2]
        await me.enter("cambridge -maths")
        assert file_of(home, "ada-lovelace")["tags"] == ["london", "cambridge"]
        await me.sees("#cambridge")


async def mark(me: Driver, *idents: str) -> None:
    for ident in idents:
        me.main.select(ident)
        await me.press("space")


async def test_marks_and_an_act_on_all_of_them(home: Path) -> None:
    async with driving(home) as me:
        await mark(me, "alan-kay", "alan-turing")
        assert "2 marked" in me.screen
        await me.press("t")
        await me.enter("#alans")
        assert file_of(home, "alan-kay")["tags"] == file_of(home, "alan-turing")["tags"] == ["alans"]
        assert "marked" not in me.screen.split("\n")[1] and not me.main.marked
        await me.press("u")
        assert "tags" not in file_of(home, "alan-kay") and "tags" not in file_of(home, "alan-turing")


async def test_all_that_are_shown_are_marked_at_once(home: Path) -> None:
    async with driving(home) as me:
        await mark(me, "ada-lovelace")
        await me.press("slash")
        await me.enter("alan")
        await me.press("asterisk")
        await me.sees("3 marked")
        await me.press("asterisk")
        await me.sees("1 marked")
        assert list(me.main.marked) == ["ada-lovelace"], "those not shown keep their marks"


@pytest.mark.parametrize(
    ("key", "answer"),
    [("c", "3w"), ("s", "2w"), ("R", ""), ("T", ""), ("D", ""), ("A", ""), ("t", "x"), ("n", "call")],
)
async def test_after_every_act_the_marks_are_gone(home: Path, key: str, answer: str) -> None:
    async with driving(home) as me:
        await mark(me, "alan-kay", "alan-turing")
        if answer:
            await me.press(key, "escape")
            assert len(me.main.marked) == 2
        await me.press(key)
        if answer:
            await me.enter(answer)
        await me.hears("u takes it back")
        assert not me.main.marked


async def test_the_last_of_the_list_shows_its_mark_too(home: Path) -> None:
    async with driving(home) as me:
        await me.press("G", "space")
        await me.sees("✓")


async def test_any_field_of_all_marked_is_one_form_and_one_undo(home: Path) -> None:
    before = {ident: file_of(home, ident) for ident in ("alan-kay", "alan-turing", "ada-lovelace")}
    async with driving(home) as me:
        await mark(me, *before)
        await me.press("e")
        await me.sees("3 people: what you change is set for all")
        await me.sees("they differ; what you write is set for all")
        await me.press("down", "down", "down", "down")
        await me.type("Hooli")
        await me.press("ctrl+s")
        await me.hears("set org of")
        assert {file_of(home, ident)["org"] for ident in before} == {"Hooli"}
        assert file_of(home, "ada-lovelace")["tags"] == ["london", "maths"] and not me.main.marked
        assert file_of(home, "ada-lovelace")["former"][0]["value"] == "Analytical Engines"
        await me.press("u")
        assert {ident: file_of(home, ident) for ident in before} == before


MARKED = ("alan-kay", "alan-turing", "ada-lovelace")


async def set_org_of_many(me: Driver) -> None:
    """Begins to save the org of all marked, by the keys, without waiting for the files."""
    await mark(me, *MARKED)
    await me.press("e", "down", "down", "down", "down")
    await me.type("Hooli")
    me._send("ctrl+s")


async def test_keys_are_answered_while_many_files_are_saved_and_one_undo_takes_all_back(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "MANY", 3)
    held, stage = threading.Event(), Transaction._stage

    def wait(self: Transaction, change: FileChange) -> None:
        assert held.wait(PATIENCE)
        stage(self, change)

    monkeypatch.setattr(Transaction, "_stage", wait)
    before = {ident: file_of(home, ident) for ident in MARKED}
    async with driving(home) as me:
        await set_org_of_many(me)
        await me.hears("saving 3 files: 0 of them so far")
        at = me.person
        me._send("j" if at != me.main.people_view.rows[-1].row.id else "k")
        await until(lambda: me.person != at, "the cursor moves meanwhile")
        me._send("u")
        await me.hears("many files are still being saved")
        assert {ident: file_of(home, ident) for ident in MARKED} == before
        held.set()
        await me.hears("set org of Alan Kay and 2 others")
        assert {file_of(home, ident)["org"] for ident in MARKED} == {"Hooli"} and not me.main.marked
        await me.press("u")
        await me.hears("undid: set org of Alan Kay and 2 others")
        assert {ident: file_of(home, ident) for ident in MARKED} == before
        await me.press("ctrl+r")
        await me.hears("did again: set org of Alan Kay and 2 others")
        assert {file_of(home, ident)["org"] for ident in MARKED} == {"Hooli"}


async def test_leaving_waits_until_many_files_are_saved(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MANY", 3)
    held, stage, leaving = threading.Event(), Transaction._stage, MainScreen.before_leaving

    def wait(self: Transaction, change: FileChange) -> None:
        assert held.wait(PATIENCE)
        stage(self, change)

    def let_go(self: MainScreen) -> None:
        held.set()
        leaving(self)

    monkeypatch.setattr(Transaction, "_stage", wait)
    async with driving(home) as me:
        await set_org_of_many(me)
        await me.hears("saving 3 files")
        monkeypatch.setattr(MainScreen, "before_leaving", let_go)
        me.app.leave()
        assert {file_of(home, ident)["org"] for ident in MARKED} == {"Hooli"}


async def test_a_change_of_many_that_cannot_be_saved_is_kept_in_its_form(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "MANY", 3)
    before = {ident: file_of(home, ident) for ident in MARKED}

    def fail(self: Transaction, change: FileChange) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async with driving(home) as me:
        with monkeypatch.context() as patch:
            patch.setattr(Transaction, "_replace", fail)
            await set_org_of_many(me)
            await me.hears("not saved: set org of Alan Kay and 2 others")
        assert {ident: file_of(home, ident) for ident in MARKED} == before and len(me.main.marked) == 3
        await me.press("e")
        await me.sees("Hooli")
        await me.press("ctrl+s")
        await me.hears("set org of Alan Kay and 2 others")
        assert {file_of(home, ident)["org"] for ident in MARKED} == {"Hooli"}


async def test_a_promise_is_to_each_of_those_marked_an_opportunity_with_one(home: Path) -> None:
    async with driving(home) as me:
        await mark(me, "alan-kay", "alan-turing")
        await me.press("o")
        await me.hears("an opportunity is with one person, and 2 are marked")
        await me.press("p")
        await me.enter("send the photos by 12 dec")
        await me.hears("u takes it back")
        texts = [file_of(home, ident)["promise"][0]["text"] for ident in ("alan-kay", "alan-turing")]
        assert texts == ["send the photos"] * 2 and not me.main.marked


async def test_snooze_in_words_and_wake(home: Path) -> None:
    async with driving(home) as me:
        await me.press("s")
        await me.type("2w")
        assert "Sat 5 Dec" in me.understood
        await me.press("enter")
        assert str(file_of(home, "alan-kay")["rhythm"]["snoozed_until"]) == "2026-12-05"
        await until(lambda: me.main.people["alan-kay"].status.state == "snoozed")
        await me.press("G")
        assert me.person == "alan-kay"
        await me.press("s")
        await me.enter("off")
        assert "snoozed_until" not in file_of(home, "alan-kay").get("rhythm", {})


async def test_a_date_that_is_none_is_said_and_may_be_mended(home: Path) -> None:
    async with driving(home) as me:
        await me.press("s")
        await me.enter("someday")
        assert me.typed == "someday"
        assert "someday" in me.understood
        await me.press("escape")
        assert "rhythm" not in file_of(home, "alan-kay")


async def test_rhythm_set_and_learned_again(home: Path) -> None:
    async with driving(home) as me:
        await me.press("c")
        await me.enter("3w")
        assert file_of(home, "alan-kay")["rhythm"]["every"] == "3w"
        assert me.main.people["alan-kay"].status.state == "quiet"
        await me.press("c")
        await me.enter("blue")
        assert me.typed == "blue"
        await me.press("escape", "c")
        await me.enter("learn")
        assert "every" not in file_of(home, "alan-kay").get("rhythm", {})


async def test_a_person_is_edited_in_the_form_and_nothing_else_moves(home: Path) -> None:
    path = home / "net/contacts/grace-hopper.toml"
    path.write_text('# the admiral\nname = "Grace Hopper"\nshoe = 7   # unknown to netui\n')
    async with driving(home) as me:
        while me.person != "grace-hopper":
            await me.press("j")
        await me.press("e")
        await me.sees("also called")
        for _ in range(5):
            await me.press("tab")
        await me.type("US Navy")
        await me.press("ctrl+s")
        await me.sees("US Navy")
    text = path.read_text()
    assert text.startswith('# the admiral\nname = "Grace Hopper"\nshoe = 7   # unknown to netui\n')
    assert 'org = "US Navy"' in text


async def test_a_form_that_cannot_be_saved_keeps_what_was_typed(home: Path) -> None:
    async with driving(home) as me:
        await me.press("e")
        await me.press("ctrl+a")
        for _ in "Alan Kay":
            await me.press("delete")
        await me.press("ctrl+s")
        await me.sees("a name is needed")
        await me.type("Alan C. Kay")
        await me.press("ctrl+s")
        await until(lambda: file_of(home, "alan-kay")["name"] == "Alan C. Kay")
        assert me.person == "alan-kay"


async def test_escape_in_a_changed_form_keeps_it_and_saves_nothing(home: Path) -> None:
    before = (home / "net/contacts/alan-kay.toml").read_bytes()
    async with driving(home) as me:
        await me.press("e")
        await me.type(" xyz")
        await me.press("escape")
        await me.hears("kept: the form opens as you left it")
        assert (home / "net/contacts/alan-kay.toml").read_bytes() == before
        await me.press("e")
        await me.sees("Alan Kay xyz")
        await me.press("ctrl+s")
        await until(lambda: file_of(home, "alan-kay")["name"] == "Alan Kay xyz")
        await me.press("e", "escape")
        assert "kept" not in me.said


async def test_what_was_changed_in_a_form_is_discarded_by_a_key_that_also_brings_it_back(home: Path) -> None:
    async with driving(home) as me:
        await me.press("e")
        await me.type(" xyz")
        await me.press("ctrl+r")
        await me.sees("ctrl+r brings back what you changed")
        assert "xyz" not in me.screen
        await me.press("ctrl+r")
        await me.sees("Alan Kay xyz")
        await me.press("ctrl+r", "escape")
        await until(lambda: me.app.screen is me.main)
        await me.press("e")
        await me.sees("Alan Kay")
        assert "xyz" not in me.screen


async def test_a_form_left_belongs_to_what_was_open_in_it(home: Path) -> None:
    async with driving(home) as me:
        for text in ("one", "two"):
            await me.press("p")
            await me.enter(text)
        await me.press("3")
        while not isinstance(me.main.current_item(), PromiseItem):
            await me.press("j")
        await me.press("e")
        await me.sees("promise with Alan Kay")
        await me.type(" changed")
        await me.press("escape", "j", "e")
        await me.sees("promise with Alan Kay")
        assert "changed" not in me.screen
        await me.press("escape", "k", "e")
        await me.sees("changed")


async def test_deleting_asks_and_is_undone(home: Path) -> None:
    path = home / "net/contacts/ada-lovelace.toml"
    before = path.read_bytes()
    async with driving(home) as me:
        await me.press("j", "j", "d")
        await me.hears("delete Ada Lovelace with 3 entries?")
        await me.press("n")
        assert path.exists()
        await me.press("d", "y")
        assert not path.exists()
        assert "Ada Lovelace" not in me.names
        # the lunch they shared lives on with Grace
        assert file_of(home, "grace-hopper")["timeline"][0]["kind"] == "lunch"
        await me.press("u")
        assert path.read_bytes() == before
        assert me.person == "ada-lovelace"
        await me.press("ctrl+r")
        assert not path.exists()


async def test_an_entry_is_deleted_and_comes_back_after_a_restart(home: Path) -> None:
    path = home / "net/contacts/alan-turing.toml"
    before = path.read_bytes()
    async with driving(home) as me:
        await me.press("j", "2", "d")
        await me.hears("delete video of Sun 1 Nov 2026 with Alan Turing?")
        await me.press("y")
        assert "timeline" not in file_of(home, "alan-turing")
        await me.press("q")
    async with driving(home) as me:
        await me.press("u")
        await me.hears("undid")
        assert path.read_bytes() == before
        await me.press("q")
    async with driving(home) as me:
        await me.press("ctrl+r")
        await me.hears("did again")
        assert "timeline" not in file_of(home, "alan-turing")
        await me.press("u", "u")
        await me.hears("nothing to undo")


async def test_undo_asks_before_it_passes_over_what_is_not_there_any_more(home: Path) -> None:
    path = home / "net/contacts/alan-kay.toml"
    async with driving(home) as me:
        await me.press("t")
        await me.enter("first")
        kept = path.read_bytes()
        await me.press("t")
        await me.enter("second")
        path.write_bytes(kept)
        await me.press("u")
        await me.hears("+second” is not there any more; u again goes on to “tagged Alan Kay +first”")
        assert path.read_bytes() == kept
        await me.press("u")
        await me.hears("undid: tagged Alan Kay +first")
        assert "tags" not in file_of(home, "alan-kay")
        await me.press("u")
        await me.hears("nothing to undo")


async def test_archived_people_leave_the_list_and_are_found_by_asking(home: Path) -> None:
    async with driving(home) as me:
        await me.press("A")
        assert "Alan Kay" not in me.names
        await me.press("/")
        await me.enter("is:archived")
        assert me.names == ["Alan Kay", "Old Club"]
        await me.press("g", "A")
        await me.press("escape")
        assert "Alan Kay" in me.names


async def test_goals_are_added_edited_and_deleted(home: Path) -> None:
    async with driving(home, size=(140, 40)) as me:
        await me.press("3", "a")
        await me.type("Learn Rust")
        await me.press("ctrl+s")
        await me.sees("Learn Rust")
        assert tomli.loads((home / "net/goals/learn-rust.toml").read_text())["title"] == "Learn Rust"
        await me.press("e")
        await me.sees("per")
        await me.press("escape", "d")
        await me.hears("delete the goal")
        await me.press("y", "u")
        await me.hears("undid")


async def test_the_marked_who_are_deleted_elsewhere_are_marked_no_more(home: Path) -> None:
    async with driving(home) as me:
        await me.press("space", "space")
        (home / "net/contacts/alan-kay.toml").unlink()
        me.app.watch_thread.look_now()
        await until(lambda: "Alan Kay" not in me.names)
        await me.press("t")
        await me.enter("kept")
        assert file_of(home, "alan-turing")["tags"] == ["kept"]


async def test_a_file_that_is_gone_is_said_to_be_where_it_is(home: Path) -> None:
    (home / "net/goals").mkdir(exist_ok=True)
    (home / "net/goals/boat.toml").write_text('title = "A boat"\n')
    async with driving(home, size=(120, 30)) as me:
        me.main.select("mary-somerville")
        await me.press("e")
        await me.type("!")
        (home / "net/contacts/mary-somerville.toml").unlink()
        await me.press("ctrl+s")
        await me.sees("is no longer there: another program")
        assert "deletion" not in me.screen
        await me.press("escape")
        me.main.pages.goal("boat")
        await me.sees("A boat")
        (home / "net/goals/boat.toml").unlink()
        me.app.watch_thread.look_now()
        await me.sees("goals/boat.toml is no longer there: another program deleted or renamed it; esc leads")
        await me.press("escape")
        me.main.select("alan-kay")
        await me.press("d", "y")
        me.main.visit("alan-kay")
        await me.hears("it is in the trash by now; U brings back what is there")


async def test_what_was_deleted_comes_back_from_the_trash(home: Path) -> None:
    async with driving(home) as me:
        await me.press("U")
        await me.hears("the trash is empty")
        path = home / "net/contacts/alan-kay.toml"
        before = path.read_bytes()
        await me.press("d")
        await me.press("y")
        await me.press("s")
        await me.press("escape")
        await me.press("U")
        await me.sees("Alan Kay")
        await me.press("enter")
        await me.hears("brought back Alan Kay   u takes it back")
        assert path.read_bytes() == before and me.names.count("Alan Kay") == 1


async def test_what_a_crash_had_cut_off_is_said(home: Path) -> None:
    async with driving(home, toasts=True, recovered=["“deleted Bob” was finished now"]) as me:
        await me.sees("“deleted Bob” was finished now")


async def test_how_somebody_is_forgotten_is_told(home: Path) -> None:
    async with driving(home) as me:
        await me.press("F")
        await me.hears("netui forget alan-kay")
