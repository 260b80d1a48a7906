"""Leaving while something is typed: nothing is lost, whatever the question was; emptied, it is dropped."""

from pathlib import Path

import pytest

from netui.services.errors import StoreError
from tests.support.app import driving, file_of, until


@pytest.mark.parametrize("leave", ["ctrl+c", "ctrl+q"])
@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("p", "send her the deck by f"),
        ("t", "london mat"),
        ("c", "3"),
        ("s", "next mon"),
        ("a", "Mary Some"),
    ],
)
async def test_what_is_typed_when_leaving_comes_back_with_up(
    home: Path, key: str, typed: str, leave: str
) -> None:
    async with driving(home) as me:
        await me.press(key)
        await me.type(typed)
        await me.press(leave)
    async with driving(home) as me:
        await me.press(key)
        assert me.typed == "", "what is typed ahead must not be mixed with it"
        assert me.understood.startswith(f"up: {typed}")
        await me.press("escape", key)
        assert me.understood.startswith(f"up: {typed}"), "to look and turn away discards nothing"
        await me.press("up")
        assert me.typed == typed
        await me.press("escape", key, "up", "ctrl+u", "escape")
        assert me.said == "the draft is dropped"
        await me.press(key)
        assert "up:" not in me.understood


async def test_a_promise_kept_is_made_once(home: Path) -> None:
    async with driving(home) as me:
        await me.press("p")
        await me.type("send the deck")
        await me.press("ctrl+c")
    async with driving(home) as me:
        who = me.person
        await me.press("p", "up")
        await me.enter(" by fri")
        await until(lambda: "promise" in file_of(home, who))
        assert file_of(home, who)["promise"][0]["text"] == "send the deck"
        await me.press("p", "up")
        assert me.typed == ""


async def test_what_is_cancelled_is_kept_and_what_is_left_empty_is_not(home: Path) -> None:
    async with driving(home) as me:
        await me.press("p")
        await me.type("nothing of note")
        await me.press("escape")
        assert me.said == "kept as a draft"
        await me.press("p", "up")
        assert me.typed == "nothing of note"
        await me.press("ctrl+u", "ctrl+c")
    async with driving(home) as me:
        await me.press("p")
        assert "up:" not in me.understood


async def test_leaving_again_with_nothing_typed_keeps_what_was_kept(home: Path) -> None:
    async with driving(home) as me:
        await me.press("p")
        await me.type("send the deck")
        await me.press("ctrl+c")
    async with driving(home) as me:
        await me.press("p", "ctrl+c")
    async with driving(home) as me:
        await me.press("p", "up")
        assert me.typed == "send the deck"


async def test_an_entry_left_as_it_was_is_not_kept(home: Path) -> None:
    async with driving(home) as me:
        await me.press("2", "e", "ctrl+c")
    async with driving(home) as me:
        await me.press("2", "e")
        assert "up:" not in me.said and me.typed


async def test_another_answer_leaves_the_one_kept_alone(home: Path) -> None:
    async with driving(home) as me:
        await me.press("t")
        await me.type("mat")
        await me.press("ctrl+c")
    async with driving(home) as me:
        await me.press("t")
        await me.enter("london")
        await me.press("t")
        assert me.understood.startswith("up: mat")


async def test_the_log_line_says_what_is_kept(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.type("call @ada: half a sen")
        await me.press("ctrl+c")
    async with driving(home) as me:
        await me.press("n")
        assert "up: call @ada: half a sen" in me.understood
        await me.press("up")
        await me.enter("tence")
        assert file_of(home, "ada-lovelace")["timeline"][-1]["text"] == "half a sentence"
        await me.press("n")
        assert "up:" not in me.understood


async def test_an_entry_half_rewritten_is_kept_for_that_entry(home: Path) -> None:
    async with driving(home) as me:
        await me.press("/")
        await me.enter("kay")
        await me.press("2", "e")
        await me.type(" and classes")
        await me.press("ctrl+c")
    async with driving(home) as me:
        await me.press("2", "e")
        assert me.typed.endswith("Objects.")
        await me.press("up")
        assert me.typed.endswith("Objects. and classes")
        await me.press("enter")
        await until(lambda: file_of(home, "alan-kay")["timeline"][0]["text"] == "Objects. and classes")
        await me.press("e", "up")
        assert me.typed.endswith("Objects. and classes")
        await me.press("escape")


async def test_the_filter_being_typed_is_there_again(home: Path) -> None:
    async with driving(home) as me:
        await me.press("/")
        await me.type("alan")
        await me.press("ctrl+c")
    async with driving(home) as me:
        assert me.names == ["Alan Kay", "Alan Turing"]
        await me.press("/")
        assert me.typed == "alan"
        await me.press("escape")
        assert len(me.names) == 5


async def test_an_entry_that_could_not_be_saved_is_kept_for_that_entry(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise StoreError("no space is left")

    async with driving(home) as me:
        await me.press("2", "e")
        monkeypatch.setattr(me.app.workspace, "apply", full)
        await me.enter(" and classes")
        await me.hears("kept, e then up goes on with it: no space is left")
        monkeypatch.undo()
        await me.press("n", "up")
        assert me.typed == "", "it is no new entry"
        await me.press("escape", "e", "up", "enter")
        await until(lambda: file_of(home, "alan-kay")["timeline"][0]["text"] == "Objects. and classes")


@pytest.mark.parametrize(
    ("key", "typed"), [("t", "london mat"), ("p", "send the deck"), ("n", "call @ada: x")]
)
async def test_a_line_left_while_the_disk_is_full_is_there_until_netui_is_left(
    home: Path, monkeypatch: pytest.MonkeyPatch, key: str, typed: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with driving(home) as me:
        await me.press(key)
        await me.type(typed)
        monkeypatch.setattr("netui.storage.files.atomic.write_private", full)
        await me.press("escape")
        await me.hears("kept until you leave netui")
        await me.press(key)
        assert f"up: {typed}" in me.understood
        await me.press("up")
        assert me.typed == typed
        monkeypatch.undo()
        await me.press("escape")
    async with driving(home) as me:
        await me.press(key, "up")
        assert me.typed == typed
        await me.press("escape")
