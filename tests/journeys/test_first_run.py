"""The first minutes: an empty folder, the first person, the first line."""

from pathlib import Path

from tests.support.app import driving, until, write_network


async def test_an_empty_folder_greets_and_the_first_person_is_added(tmp_path: Path) -> None:
    write_network(tmp_path / "net")
    async with driving(tmp_path) as me:
        await me.sees("Welcome to netui")
        assert all(way in me.screen for way in ("add someone", "import", "look at the demo"))
        await me.press("a")
        await me.enter("Ada Lovelace")
        assert me.names == ["Ada Lovelace"]
        await me.hears("added Ada Lovelace")
    assert 'name = "Ada Lovelace"' in (tmp_path / "net/contacts/ada-lovelace.toml").read_text()


async def test_the_first_line_is_logged_from_the_greeting(tmp_path: Path) -> None:
    write_network(tmp_path / "net")
    async with driving(tmp_path) as me:
        await me.sees("log a meeting")
        await me.press("n")
        await me.enter("coffee with Ada Lovelace (new): first words")
        await me.sees("first words")
        assert me.names == ["Ada Lovelace"]


async def test_a_folder_that_is_not_there_greets_too(tmp_path: Path) -> None:
    async with driving(tmp_path) as me:
        await me.sees("Welcome to netui")
        await me.press(
            "escape", "j", "G", "2", "j", "e", "enter", "x", "3", "d", "1", "space", "t", "y", "u", "v"
        )
        await me.press("b")
        assert me.said.strip() == "this is for a person: a adds one"
        await me.press("n")
        await me.enter("coffee with Ada Lovelace (new): first words")
        await me.sees("first words")
        assert me.person == "ada-lovelace"


async def test_a_friends_file_comes_in_after_a_look(tmp_path: Path) -> None:
    write_network(tmp_path / "net")
    (tmp_path / "friends.md").write_text(
        "### Activities:\n- 2026-11-02: Lunch with **Grace Hopper** and **Marie Curie**.\n\n"
        "### Friends:\n- Grace Hopper (a.k.a. The Admiral)\n- Marie Curie [Paris]\n"
    )
    async with driving(tmp_path) as me:
        await me.sees("Welcome to netui")
        await me.press("i")
        await me.enter(str(tmp_path / "friends.md"))
        await me.sees("2 new, 1 entry")
        assert not me.names
        await me.press("y")
        await until(lambda: me.names == ["Grace Hopper", "Marie Curie"])
        await me.press("u")
        assert not me.names


async def test_a_path_that_is_not_there_is_said_and_tab_completes_one(tmp_path: Path) -> None:
    write_network(tmp_path / "net")
    (tmp_path / "books").mkdir()
    (tmp_path / "books/phone.vcf").write_text("BEGIN:VCARD\nFN:Ada\nUID:1\nEND:VCARD\n")
    async with driving(tmp_path) as me:
        await me.press("i")
        await me.enter(str(tmp_path / "nowhere.md"))
        assert "nowhere.md" in me.typed and "tab completes" in me.understood
        me.main.prompt.typed = f"{tmp_path}/bo"
        await me.press("tab", "tab", "enter")
        await me.sees("1 new")
        await me.press("escape")
        assert not me.names


async def test_adding_tells_of_one_alike(home: Path) -> None:
    async with driving(home) as me:
        await me.press("a")
        await me.type("Ada")
        assert "there is Ada Lovelace already" in me.understood
        await me.press("escape")
        assert len(me.names) == 5
