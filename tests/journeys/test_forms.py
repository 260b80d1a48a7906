"""Forms: fields complete what they name, and say all that is wrong with them at once."""

from pathlib import Path

from tests.support.app import Driver, driving


async def go_to(me: Driver, field: str) -> None:
    me.app.screen.query_one(f"#field-{field}").focus()
    await me.settled()


async def test_a_field_completes_what_it_names(home: Path) -> None:
    async with driving(home) as me:
        while me.person != "ada-lovelace":
            await me.press("j")
        await me.press("e")
        await me.sees("also called")
        await go_to(me, "met-via")
        await me.type("Gra")
        await me.sees("→ takes Grace Hopper")
        await me.press("right")
        await go_to(me, "goals")
        await me.type("cto")
        await me.sees("→ takes cto-role")
        await me.press("right", "ctrl+s")
    text = (home / "net/contacts/ada-lovelace.toml").read_text()
    assert 'via = "Grace Hopper"' in text and 'goals = ["cto-role"]' in text


async def test_all_that_is_wrong_is_said_at_its_field(home: Path) -> None:
    async with driving(home) as me:
        await me.press("e")
        await me.sees("also called")
        await go_to(me, "rhythm-every")
        await me.type("often")
        await go_to(me, "birthday")
        await me.type("31 feb")
        await me.press("ctrl+s")
        await me.sees("!every")
        await me.sees("!birthday")
        await me.sees("and 1 more, marked !")
        assert me.app.focused is not None and me.app.focused.id == "field-rhythm-every"
        await me.press("ctrl+u")
        await me.type("3w")
        assert "!every" not in me.screen and "!birthday" in me.screen
