"""The details page: a family, addresses, a debt and an opportunity entered where one is, without a file."""

from pathlib import Path

from tests.support.app import Driver, driving, file_of


async def fill(me: Driver, **fields: str) -> None:
    """Types into the fields of an open form by their keys, and saves."""
    for key, text in fields.items():
        me.app.screen.query_one(f"#field-{key}").focus()
        await me.settled()
        await me.press("ctrl+u")
        await me.type(text)
    await me.press("ctrl+s")


async def add(me: Driver, what: str) -> None:
    await me.press("a")
    await me.sees("add what to")
    await me.type(what)
    await me.press("enter")
    await me.sees("ctrl+s save")


async def go_to(me: Driver, label: str) -> None:
    """Moves the cursor down to the detail with this label."""
    await me.press("g")
    while me.app.screen.current_item().detail.label != label:  # type: ignore[attr-defined]
        await me.press("j")


async def test_what_is_added_on_the_page_is_changed_and_deleted_there(home: Path) -> None:
    async with driving(home) as me:
        while me.person != "grace-hopper":
            await me.press("j")
        await me.press("P")
        await me.sees("Details")
        await add(me, "date")
        await fill(me, what="nameday", on="3 may")
        await me.sees("3 May")
        await add(me, "relation")
        await me.type("ada")
        await me.press("right")
        await fill(me, **{"as": "sister"})
        await me.sees("sister")
        await add(me, "debt")
        await me.type("the book")
        await me.press("ctrl+s")
        await me.sees("Grace: give back the book")
        found = file_of(home, "grace-hopper")
        assert found["date"] == [{"what": "nameday", "on": "--05-03"}]
        assert found["related"] == [{"who": "ada-lovelace", "as": "sister"}]
        await go_to(me, "nameday")
        await me.press("d", "y")
        await me.sees("removed nameday")
        assert "date" not in file_of(home, "grace-hopper")
        await me.press("u")
        await me.sees("3 May")
        await add(me, "opportunity")
        await fill(me, kind="job", text="Compiler lead", stage="applied", next="send the talk")
        await me.sees("applied since today · next: send the talk")
        await me.press("G")
        await me.press("x")
        await me.sees("today opened · today applied · today send the talk")
        await me.press("e")
        await fill(me, stage="interview")
        await me.sees("interview since today")
        await go_to(me, "sister")
        await me.press("right_square_bracket")
        assert me.person == "ada-lovelace"
        await me.sees("Grace Hopper, sibling")


async def test_a_date_that_comes_near_is_changed_where_it_is_told(home: Path) -> None:
    file = home / "net/contacts/grace-hopper.toml"
    file.write_text(file.read_text() + '\n[[date]]\nwhat = "nameday"\non = "--11-25"\n')
    async with driving(home) as me:
        await me.press("3", "G", "k")
        await me.press("e")
        await me.sees("date of Grace Hopper")
        await me.sees("25 Nov")
        await fill(me, on="26 nov")
        await me.hears("changed nameday of Grace Hopper")
        assert file_of(home, "grace-hopper")["date"] == [{"what": "nameday", "on": "--11-26"}]
        await me.press("d", "y")
        await me.hears("removed nameday of Grace Hopper")
        assert "date" not in file_of(home, "grace-hopper")
