"""A key waits until the effects of the one before are over, the focus it moves included."""

import pytest
from textual import events
from textual.app import ComposeResult
from textual.widgets import Input, Static

from netui.ui.runtime import key_queue
from netui.ui.runtime.key_queue import KeyQueueApp
from netui.ui.terminal import TypedAhead


class Opening(KeyQueueApp):
    """``n`` opens an input some messages later."""

    BINDINGS = [("n", "open", "")]

    def compose(self) -> ComposeResult:
        self.opened = 0
        yield Static("list", id="list")

    def on_mount(self) -> None:
        self.query_one("#list").can_focus = True
        self.query_one("#list").focus()

    def action_open(self) -> None:
        self.opened += 1
        self.call_later(self.call_later, self._mount_input)

    def _mount_input(self) -> None:
        line = Input()
        self.mount(line)
        line.focus()

    def type(self, text: str) -> None:
        """Keys that arrive in one burst."""
        for character in text:
            self.post_message(events.Key(character, character))


async def until_idle(app: Opening, pilot: object) -> None:
    await pilot.pause()  # type: ignore[attr-defined]
    while app.is_handling_keys:
        await pilot.pause()  # type: ignore[attr-defined]


async def test_the_rest_of_a_burst_goes_to_what_the_first_key_opened() -> None:
    app = Opening()
    async with app.run_test() as pilot:
        app.type("nnoon")
        await until_idle(app, pilot)
        assert app.query_one(Input).value == "noon" and app.opened == 1


async def test_no_key_is_handled_while_keys_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_queue, "_MAX_ROUNDS", 10**6)  # held until released, however slow the machine
    app = Opening()
    async with app.run_test() as pilot:
        app.type("n")
        await until_idle(app, pilot)
        app.hold_keys()
        app.type("ab")
        for _ in range(3):
            await pilot.pause()
        assert app.query_one(Input).value in ("", "a")
        app.release_keys()
        await until_idle(app, pilot)
        assert app.query_one(Input).value == "ab"


async def test_a_key_behind_that_which_quits_is_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Opening()
    async with app.run_test():
        with monkeypatch.context() as left:
            left.setattr(Opening, "screen_stack", [])
            await app._handle(events.Key("n", "n"))
        assert app.opened == 0 and not app.is_handling_keys


async def test_a_callback_comes_between_keys() -> None:
    app = Opening()
    called: list[str] = []
    async with app.run_test() as pilot:
        app.call_between_keys(lambda: called.append("at once"))
        assert called == ["at once"]
        app.type("nab")
        app.call_between_keys(lambda: called.append("idle"))
        await until_idle(app, pilot)
        while len(called) < 2:
            await pilot.pause()
        assert called == ["at once", "idle"]


class Taking(Input):
    """An input that takes what was typed ahead, unless it ``refuses``."""

    refuses = False

    def take_typed_ahead(self, text: str) -> bool:
        self.taken = text
        return not self.refuses


@pytest.mark.parametrize("refuses", [False, True])
async def test_what_came_with_an_enter_is_offered_to_the_widget_of_that_enter(refuses: bool) -> None:
    app = Opening()
    async with app.run_test() as pilot:
        taking = Taking()
        taking.refuses = refuses
        await app.mount(taking)
        taking.focus()
        await pilot.pause()
        app.type("a")
        app.post_message(events.Key("enter", "\r"))
        app.post_message(TypedAhead([events.Key("b", "b"), events.Key("c", "c")]))
        app.type("d")
        await until_idle(app, pilot)
        assert taking.taken == "bc"
        assert taking.value == ("abcd" if refuses else "ad")


async def test_what_came_with_the_enter_of_an_input_runs_no_command() -> None:
    app = Opening()
    told: list[str] = []
    app.tell_not_typed = told.append  # type: ignore[method-assign]

    class Leaving(Input):
        def on_input_submitted(self) -> None:
            app.query_one("#list").focus()

    async with app.run_test() as pilot:
        leaving = Leaving()
        await app.mount(leaving)
        leaving.focus()
        await pilot.pause()
        app.post_message(events.Key("enter", "\r"))
        app.post_message(TypedAhead([events.Key(each, each) for each in "nx"]))
        await until_idle(app, pilot)
        assert told == ["nx"] and app.opened == 0
        app.type("n")
        await until_idle(app, pilot)
        assert app.opened == 1


async def test_what_came_with_an_enter_for_a_list_is_keys() -> None:
    app = Opening()
    async with app.run_test() as pilot:
        app.post_message(events.Key("enter", "\r"))
        app.post_message(TypedAhead([events.Key(each, each) for each in "nx"]))
        await until_idle(app, pilot)
        assert app.opened == 1 and app.query_one(Input).value == "x"
