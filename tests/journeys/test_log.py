"""Logging: one line, seen as chips while one types, saved in one, taken back in one."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import tomli

from netui.presentation.pages.page_layout import PromiseItem
from netui.services.errors import Refused
from netui.services.timeline.line_drafts import newest_drafts, save_draft
from netui.storage.state.config import Config
from tests.support.app import driving, entry, file_of, places_in, until, write_network


async def test_one_line_for_two_people(home: Path) -> None:
    before = (home / "net/contacts/ada-lovelace.toml").read_bytes()
    async with driving(home) as me:
        await me.press("n")
        await me.type("coffee with @ada @grace yesterday: her lab is hiring #hiring ^cto-role got:lead")
        for chip in (
            "coffee",
            "Ada Lovelace",
            "Grace Hopper",
            "Fri 20 Nov 2026",
            "#hiring",
            "^cto-role",
            "got lead",
        ):
            assert chip in me.understood
        await me.type(" >send the deck by fri")
        assert "send the deck" in me.understood and "Fri 27 Nov" in me.understood
        await me.press("enter")
        await me.hears("u takes it back")
        await me.sees("her lab is hiring")
        assert me.person == "ada-lovelace"
        await me.press("j")
        await me.sees("coffee with Ada Lovelace")
        after = (home / "net/contacts/ada-lovelace.toml").read_bytes()
        assert after.startswith(before)
        assert b"her lab" not in (home / "net/contacts/grace-hopper.toml").read_bytes()
        logged = file_of(home, "ada-lovelace")["timeline"][-1]
        assert (logged["with"], logged["tags"], logged["got"]) == (["grace-hopper"], ["hiring"], ["lead"])
        await me.press("u")
        assert file_of(home, "ada-lovelace") == tomli.loads(before.decode())


async def test_naming_nobody_is_for_the_one_under_the_cursor(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "j", "n")
        assert "Ada Lovelace" in me.understood
        await me.enter("call: rang about the board")
        await me.hears("call · Ada Lovelace")
        logged = file_of(home, "ada-lovelace")["timeline"][-1]
        assert (logged["kind"], logged["text"]) == ("call", "rang about the board")


async def test_an_ambiguous_name_is_picked(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.enter("lunch with @alan: patterns again")
        await me.sees("who is alan?")
        await me.type("tur")
        await me.press("enter")
        assert me.typed == "lunch with @alan-turing: patterns again"
        await me.press("enter")
        await me.sees("patterns again")
        assert me.person == "alan-turing"
        assert len(file_of(home, "alan-kay")["timeline"]) == 1


async def test_leaving_the_choice_leaves_the_line(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.enter("lunch with @alan")
        await me.sees("who is alan?")
        await me.press("escape")
        assert me.typed == "lunch with @alan"
        await me.type(" kay")
        await me.press("escape")


async def test_someone_new_is_made_in_the_line(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.enter("met @Hedy")
        await me.sees("Hedy (new)")
        await me.press("up", "enter")
        assert "Hedy (new)" in me.typed
        await me.press("enter")
        await until(lambda: "Hedy" in me.names)
        await me.press("u")
        assert "Hedy" not in me.names
        assert not (home / "net/contacts/hedy.toml").exists()


async def test_tab_completes_people_tags_and_goals(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.type("coffee with @mary")
        await me.press("tab")
        assert me.typed.startswith("coffee with @mary-somerville")
        await me.type(" #lon")
        await me.press("tab")
        await me.type(" ^cto")
        await me.press("tab")
        assert me.typed.split()[-2:] == ["#london", "^cto-role"]


async def test_escape_keeps_a_draft_that_up_recalls_also_tomorrow(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.type("dinner with @grace: half a thou")
        await me.press("escape")
        await me.hears("kept as a draft")
        await me.press("n")
        assert not me.typed
        await me.press("up")
        assert me.typed == "dinner with @grace: half a thou"
        await me.press("ctrl+q")
    async with driving(home) as me:
        await me.press("n", "up")
        assert me.typed == "dinner with @grace: half a thou"
        await me.press("enter")
        assert file_of(home, "grace-hopper")["timeline"][-1]["text"] == "half a thou"
        await me.press("n", "up")
        assert me.typed == "dinner with @grace: half a thou"  # the line just saved, to be varied


async def test_what_cannot_be_understood_stays_in_the_line(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.enter("coffee with @ada 1/11")
        assert me.typed == "coffee with @ada 1/11"
        assert "1/11" in me.understood
        assert len(file_of(home, "ada-lovelace")["timeline"]) == 3


async def test_an_entry_is_edited_by_its_line(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "2", "e")
        assert me.typed.startswith("video with @alan-turing") or "@alan" in me.typed
        await me.type(" and machines #ai")
        await me.press("enter")
        await me.sees("Patterns. and machines")
        edited = file_of(home, "alan-turing")["timeline"]
        assert len(edited) == 1
        assert edited[0]["id"] == "261101vide"
        assert edited[0]["tags"] == ["ai"]
        await me.press("u")
        assert "tags" not in file_of(home, "alan-turing")["timeline"][0]


async def test_an_entry_is_edited_by_the_form(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "2", "enter")
        await me.sees("ctrl+s")
        await me.type(" In depth.")
        await me.press("ctrl+s")
        await me.sees("Patterns. In depth.")


async def test_several_marked_are_logged_at_once(home: Path) -> None:
    async with driving(home) as me:
        await me.press("space", "space", "n")
        await me.enter("met at PyCon")
        logged = file_of(home, "alan-kay")["timeline"][-1]
        assert logged["with"] == ["alan-turing"]
        assert not me.main.marked


async def test_the_dot_repeats_the_kind(home: Path) -> None:
    async with driving(home) as me:
        await me.press(".")
        assert me.typed == "lunch "
        await me.press("escape", "n")
        await me.enter("dinner with @ada on 1 nov: as it was told later")
        await me.hears("dinner")
        await me.press(".")
        assert me.typed == "dinner "


async def test_the_dot_repeats_no_kind_of_a_day_ahead(home: Path) -> None:
    ahead = {"name": "Zoe", "timeline": [entry("2027-01-01", "visit", "Written by hand.")]}
    write_network(home / "net", {"zoe": ahead})
    async with driving(home) as me:
        await me.press(".")
        assert me.typed == "lunch "


async def test_a_planned_meeting_is_shown_as_coming_and_moves_nothing(home: Path) -> None:
    async with driving(home, size=(140, 40)) as me:
        before = me.main.people["ada-lovelace"].status.days
        await me.press("n")
        await me.enter("lunch with @ada tomorrow")
        await me.sees("Coming")
        assert me.main.people["ada-lovelace"].status.days == before


async def test_promises_are_ticked_where_they_are_listed(home: Path) -> None:
    async with driving(home, size=(140, 40)) as me:
        await me.press("p")
        await me.enter("send the deck by fri")
        await me.sees("Alan: send the deck")
        await me.press("3")
        while not isinstance(me.main.current_item(), PromiseItem):
            await me.press("j")
        await me.press("x")
        await until(lambda: file_of(home, "alan-kay")["promise"][0].get("done"))
        await until(lambda: "Alan: send the deck" not in me.screen)
        await me.press("u")
        await me.sees("Alan: send the deck")
        assert "done" not in file_of(home, "alan-kay")["promise"][0]


async def test_when_the_disk_is_full_the_line_is_kept(home: Path, monkeypatch) -> None:
    from netui.services.errors import StoreError

    async with driving(home) as me:

        def full(_: object) -> None:
            raise StoreError("no space is left")

        monkeypatch.setattr(me.app.workspace, "apply", full)
        await me.press("n")
        await me.enter("call @ada: precious words")
        await me.hears("no space is left")
        monkeypatch.undo()
        await me.press("n", "up")
        assert me.typed == "call @ada: precious words"
        await me.press("enter")
        assert file_of(home, "ada-lovelace")["timeline"][-1]["text"] == "precious words"


async def test_the_end_of_a_long_line_typed_at_once_is_in_sight(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.type("call with @ada: " + "and so on " * 12 + "END")
        await until(lambda: me.lines[-3].rstrip().endswith("END"), "the end of the line")
        await me.press("ctrl+a")
        await until(lambda: "call with @ada" in me.lines[-3], "its beginning")


async def test_drafts_are_a_list_that_each_leaves_when_it_is_saved_or_dropped(home: Path) -> None:
    def drafts() -> list[str]:
        return [draft.text for draft in newest_drafts(places_in(home))]

    async with driving(home) as me:
        for line in ("dinner with @grace: one", "dinner with @grace: two"):
            await me.press("n")
            await me.type(line)
            await me.press("escape")
            await me.hears("kept as a draft")
        save_draft(places_in(home), "coffee with @zoe")
        await me.press("n")
        await me.type("half")
        await me.press("up", "up", "up")
        assert me.typed == "dinner with @grace: one"
        await me.press("enter")
        await me.hears("u takes it back")
        assert drafts() == ["half", "coffee with @zoe", "dinner with @grace: two"]
        await me.press("n", "up", "ctrl+u", "escape")
        await me.hears("the draft is dropped")
        assert drafts() == ["coffee with @zoe", "dinner with @grace: two"]
        await me.press("n", "up", "up", "up")
        assert me.typed == "dinner with @grace: one", "the line that was logged, to be varied"
        await me.press("escape")
        assert drafts() == ["coffee with @zoe", "dinner with @grace: two"]


async def test_several_lines_of_the_form_are_logged_and_the_refused_asked_about(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_editor(*_: object) -> None:
        raise Refused("no editor was found")

    import netui.services.editor.external_editor  # noqa: F401 (loaded meanwhile it would keep the other one)

    monkeypatch.setattr("netui.services.editor.editor_command.editor_command", no_editor)
    async with driving(home) as me:
        await me.press("N")
        await me.sees("Log several")
        for character in "call @ada: one\n  and more\nlunch @zoe":
            await me.press("enter" if character == "\n" else character)
        await me.press("ctrl+s")
        await until(lambda: me.typed == "lunch @zoe")
        assert file_of(home, "ada-lovelace")["timeline"][-1]["text"] == "one and more"
        await me.press("ctrl+o", "enter")
        await until(lambda: (home / "net/contacts/zoe.toml").exists())
        assert not newest_drafts(places_in(home))
        await me.press("N")
        await me.sees("Log several")
        assert "lunch @zoe" not in me.screen


NOTES = """\
- coffee with Ada on Tuesday: her lab is hiring
- Grace Hopper called yesterday, half a thou
lunch with alan on wed: patterns
emailed Mary >send the paper by fri

fri: lunch with Ada, dinner with Grace
call with Ada yesteday: the move
"""
"""A week as somebody notes it: four lines are plain, three leave something open."""


def writes(monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    """Has the editor append ``text`` to what it is given; returns a list of what that is."""
    seen: list[str] = []

    def run(_: object, command: Sequence[str]) -> int:
        path = Path(command[-1])
        seen.append(path.read_text())
        path.write_text(seen[-1] + text)
        return 0

    monkeypatch.setattr("netui.ui.app.NetuiApp.run_outside", run)
    return seen


async def test_a_week_of_notes_comes_out_with_one_question_for_each_doubt(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes(monkeypatch, NOTES)
    async with driving(home, config=Config(editor="true"), size=(80, 24)) as me:
        await me.press("N")
        await me.sees("1 of 3 lunch with alan on wed: patterns")
        await me.press("ctrl+o", "ctrl+o", "enter")
        await me.sees("2 of 3 fri: lunch with Ada, dinner with Grace")
        await me.press("ctrl+o", "enter")
        await me.sees("3 of 3 call with Ada yesteday: the move")
        await me.press("ctrl+o", "enter")
        await me.hears("call · Ada Lovelace · Fri 20 Nov 2026")
        assert not me.main.prompt.is_asking and not newest_drafts(places_in(home))
    logged = {
        who: sorted(
            (str(e["on"]), e["kind"]) for e in file_of(home, who)["timeline"] if str(e["on"]) > "2026-11-11"
        )
        for who in ("ada-lovelace", "grace-hopper", "alan-turing", "mary-somerville")
    }
    assert logged == {
        "ada-lovelace": [("2026-11-17", "coffee"), ("2026-11-20", "call"), ("2026-11-20", "lunch")],
        "grace-hopper": [("2026-11-20", "call"), ("2026-11-20", "dinner")],
        "alan-turing": [("2026-11-18", "lunch")],
        "mary-somerville": [("2026-11-21", "email")],
    }


async def test_several_lines_refused_in_the_editor_are_a_draft_each(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes(monkeypatch, "call @ada: one\nlunch @zoe\ncall @ada 1/11\n")
    async with driving(home, config=Config(editor="true")) as me:
        await me.press("N")
        await me.sees("1 of 2 lunch @zoe")
        assert [draft.text for draft in newest_drafts(places_in(home))] == ["lunch @zoe", "call @ada 1/11"]
        assert not list((home / "state/drafts").glob("editor-*"))
        await me.press("escape")
        await me.hears("kept as a draft: n, then up")
        assert [draft.text for draft in newest_drafts(places_in(home))] == ["lunch @zoe", "call @ada 1/11"]
        await me.press("n")
        assert me.typed == "" and "of 2" not in me.screen
        await me.press("escape")


async def test_the_line_that_was_left_leaves_room_for_how_to_save_one(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.type("call with Ada: half")
        await me.press("escape", "n")
        assert "up: call with Ada: half" in me.understood and "enter saves  esc keeps" in me.understood
        assert "…" not in me.understood


async def test_leaving_an_empty_line_says_nothing(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "n", "escape")
        assert not me.main.prompt.is_asking and me.said == ""
