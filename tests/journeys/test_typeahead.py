"""Keys that come faster than the screen answers go where a patient person's would have gone."""

from pathlib import Path

from tests.support.app import driving, timeline, until


async def test_a_line_typed_in_one_burst_is_a_line_and_no_command(home: Path) -> None:
    async with driving(home) as me:
        await me.burst("n", *"du with d", "x")
        assert me.typed == "du with dx"
        assert me.names == ["Alan Kay", "Alan Turing", "Ada Lovelace", "Grace Hopper", "Mary Somerville"]


async def test_a_whole_errand_in_one_burst(home: Path) -> None:
    async with driving(home) as me:
        await me.burst("/", *"ada", "enter", "n", *"call: rang back", "enter", "escape", "j", "j")
        await until(lambda: me.person == "mary-somerville")
        assert not me.typed and timeline(home, "ada-lovelace")[-1]["text"] == "rang back"


async def test_a_question_takes_the_next_key_even_in_a_burst(home: Path) -> None:
    async with driving(home) as me:
        await me.burst("G", "d", "n", "k")
        assert me.person == "grace-hopper"
        assert len(me.names) == 5
        await me.burst("G", "d", "y", "k")
        await until(lambda: me.names == ["Alan Kay", "Alan Turing", "Ada Lovelace", "Grace Hopper"])
        assert me.person == "ada-lovelace"


async def test_a_burst_into_a_form_is_text(home: Path) -> None:
    async with driving(home) as me:
        await me.burst("G", "e", *" dux", "ctrl+s", "k", "d", "n")
        await me.hears("left as it was")
        assert "Mary Somerville dux" in me.names


async def test_a_burst_into_find_and_back(home: Path) -> None:
    async with driving(home) as me:
        await me.burst("f", *"patterns", "enter", "1", "j")
        assert me.person == "ada-lovelace"


async def test_a_burst_through_panes_that_are_hidden(home: Path) -> None:
    async with driving(home, size=(59, 20)) as me:
        await me.burst("j", "j", "2", "j", "e", *" again", "enter")
        await me.sees("Congratulated on the talk. again")


async def test_what_happens_outside_waits_for_the_key_underway(home: Path) -> None:
    async with driving(home) as me:
        happened: list[str] = []
        me.app.call_between_keys(lambda: happened.append(me.person))
        assert happened == ["alan-kay"], "nobody types: at once"
        me.app.hold_keys()
        me.app.simulate_key("j")
        await until(lambda: me.app.is_handling_keys)
        me.app.call_between_keys(lambda: happened.append(me.person))
        assert len(happened) == 1
        me.app.release_keys()
        await until(lambda: len(happened) == 2)
        assert happened[1] == "alan-turing"


async def test_what_happens_outside_while_keys_come_is_soon_told(home: Path) -> None:
    async with driving(home) as me:
        happened: list[int] = []
        await me.burst("j", "j")
        for number in range(3):
            me.app.call_between_keys(lambda number=number: happened.append(number))
        await until(lambda: happened == [0, 1, 2])
