"""A filter kept as a list, and found again in the palette and the filter."""

from pathlib import Path

from tests.support.app import driving, until


async def test_a_filter_is_saved_by_a_key_and_chosen_again(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("slash")
        assert "is:quiet last:>90d" in me.understood and "S saves it" not in me.understood
        await me.type("#london")
        assert "enter, then S saves it as a list   esc clears" in me.understood
        await me.press("enter", "S")
        await me.enter("londoners")
        await me.hears("saved as list:londoners, for filters, goals and shells")
        text = (home / "net" / "netui.toml").read_text()
        assert text == '[lists]\nlondoners = "#london"\n'
        await me.press("escape")
        await until(lambda: len(me.names) > 1)
        await me.press("colon")
        await me.enter("List: londoners")
        await until(lambda: me.names == ["Ada Lovelace"])
        assert me.main.query_text == "list:londoners"
        await me.press("u")
        await me.hears("undid: saved the list londoners")
        assert not (home / "net" / "netui.toml").exists()


async def test_a_bad_name_and_a_list_that_there_is_not_are_said(home: Path) -> None:
    async with driving(home) as me:
        await me.press("S")
        await me.hears("filter first")
        await me.press("slash")
        await me.type("#london")
        await me.press("enter", "S")
        await me.enter("two words")
        assert "called by one word" in me.understood
        await me.press("escape", "escape", "slash")
        await me.type("list:nowhere")
        assert "no saved list" in me.understood
