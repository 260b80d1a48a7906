"""Forms: fields complete what they name, and say all that is wrong with them at once."""

from datetime import datetime
from pathlib import Path

import tomli

from tests.support.app import Driver, driving, file_of, until


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
    assert 'via = "grace-hopper"' in text and 'goals = ["cto-role"]' in text


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
        await me.sees("not a span of time")
        await me.sees("“31 feb”: there is no such day")
        await me.sees("not saved yet")
        assert me.app.focused is not None and me.app.focused.id == "field-rhythm-every"
        await me.press("ctrl+u")
        await me.type("3w")
        assert "!every" not in me.screen and "!birthday" in me.screen


async def test_labels_and_keys_of_ones_own_are_entered_and_taken_away(home: Path) -> None:
    file = home / "net/contacts/ada-lovelace.toml"
    file.write_text('shoe_size = 38\n"a [b] key" = ["x, y", "z"]\n' + file.read_text())
    async with driving(home) as me:
        while me.person != "ada-lovelace":
            await me.press("j")
        await me.press("e")
        await me.sees("also called")
        await me.sees("Reach")
        await go_to(me, "emails")
        await me.type("ho")
        await me.sees("→ takes home:")
        await me.press("right")
        await me.type("ada@home.example, ada@x.example")
        await go_to(me, "own")
        await me.type("name day: 3 may")
        await me.press("up")
        await me.sees('"x, y", z')
        await me.press("ctrl+u", "up", "ctrl+u")
        await me.type("39")
        await me.press("ctrl+s")
        await me.hears("edited Ada Lovelace")
        text = file.read_text()
        assert "shoe_size = 39" in text and 'name day" = "3 may"' in text and "a [b] key" not in text
        assert '{ value = "ada@home.example", label = "home" }, "ada@x.example"' in text
        await me.press("u")
        await me.hears("undid")
        assert "shoe_size = 38" in file.read_text() and "home.example" not in file.read_text()


async def test_what_is_wrong_is_said_in_full_below_its_field(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("e")
        await me.sees("also called")
        await go_to(me, "met-on")
        await me.type("soon")
        await me.press("ctrl+s")
        await me.sees("no date I can read")
        await me.sees("where you know no more")
        field = next(n for n, line in enumerate(me.lines) if "!met on" in line)
        assert "“soon” is no date" in me.lines[field + 1]
        assert me.lines[-2].startswith("└") and me.lines[0].startswith("┌") and "ctrl+s save" in me.lines[-1]
        await me.press("ctrl+u")
        await me.sees("›met on")
        assert "where you know" not in me.screen and "!" not in me.lines[field]


async def test_each_of_several_candidates_can_be_taken(home: Path) -> None:
    async with driving(home) as me:
        await me.press("e")
        await me.sees("also called")
        await go_to(me, "met-via")
        await me.type("al")
        await me.press("ctrl+o")
        first = me.app.focused.value  # type: ignore[union-attr]
        await me.press("ctrl+o")
        second = me.app.focused.value  # type: ignore[union-attr]
        await me.press("ctrl+o")
        await me.press("ctrl+u", "ctrl+o")
        assert me.app.focused.value == "Ada Lovelace"  # type: ignore[union-attr]  # the one lately seen
        await me.press("ctrl+u")
        await me.type("al")
        assert {first, second} == {"Alan Kay", "Alan Turing"} and me.app.focused.value == "al"  # type: ignore[union-attr]


async def test_midnight_moves_no_day_that_a_form_or_a_question_shows(home: Path) -> None:
    async with driving(home) as me:
        me.app.workspace.now = lambda: datetime(2026, 11, 21, 23, 59, 59)
        await me.press("3", "a")
        await me.sees("A new goal")
        await me.type("Sabbatical")
        await go_to(me, "due")
        await me.type("tomorrow")
        await me.sees("Sun 22 Nov 2026")
        me.app.workspace.now = lambda: datetime(2026, 11, 22, 0, 0, 1)
        await me.press("ctrl+s")
        await me.hears("added goal Sabbatical")
        (file,) = (path for path in (home / "net/goals").iterdir() if "Sabbatical" in path.read_text())
        assert str(tomli.loads(file.read_text())["due"]) == "2026-11-22"
        me.app.workspace.now = lambda: datetime(2026, 11, 22, 23, 59, 59)
        await me.press("1", "s")
        await me.type("tomorrow")
        await me.sees("until Mon 23 Nov")
        me.app.workspace.now = lambda: datetime(2026, 11, 23, 0, 0, 1)
        await me.press("enter")
        await me.sees("until Tue 24 Nov")
        await me.press("escape")


async def test_notes_are_shown_and_written_by_keys_as_by_the_mouse(home: Path) -> None:
    path = home / "net/contacts/alan-kay.toml"
    path.write_text(f'notes = "Plays [/b] the organ \\u001b[31m\\nand the guitar"\n{path.read_text()}')
    async with driving(home, size=(100, 50)) as me:
        await me.press("e")
        await me.sees("Plays [/b] the organ")
        await me.sees("and the guitar")
        await me.click("#field-notes", 3, 1)
        await me.type(" well")
        await me.press("tab", "shift+tab")
        await me.type(", twice")
        await me.press("escape", "e")
        await me.sees("and the guitar well, twice")
        await me.burst("shift+tab", "shift+tab", "enter", *"He")
        await me.press("ctrl+s")
        await until(
            lambda: (
                file_of(home, "alan-kay")["notes"]
                == "Plays [/b] the organ \x1b[31m\nand the guitar well, twice\nHe"
            )
        )


async def test_the_frame_says_how_much_stands_below_and_the_field_typed_in_stays_in_sight(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("e")
        await me.sees("15 more below")
        await go_to(me, "notes")
        await until(lambda: "15 more below" not in me.screen)
        await me.resize(80, 14)
        notes = me.app.screen.query_one("#field-notes")
        await until(lambda: notes.region.y < 12 and "notes" in me.screen)
        await me.resize(80, 60)
        await until(lambda: "more below" not in me.screen)
