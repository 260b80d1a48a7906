"""Writing to someone, calling them, copying an address: from wherever they stand, and then logged."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from netui.storage.state.config import Config
from tests.support.app import Driver, driving, timeline, until, write_network

ADA = {
    "name": "Ada Lovelace",
    "emails": ["ada@x.example"],
    "phones": ["+1 555"],
    "links": ["https://ada.example", "javascript:alert(1)"],
    "promise": [{"id": "p1", "by": "me", "text": "Send the deck"}],
}


@pytest.fixture
def ada(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SSH_CONNECTION", "1")
    write_network(tmp_path / "net", {"ada": ADA, "bob": {"name": "Bob"}})
    return tmp_path


def runs(monkeypatch: pytest.MonkeyPatch, appended: str = "") -> list[Sequence[str]]:
    """What is run on the terminal, instead of running it; an editor appends to its file."""
    found: list[Sequence[str]] = []

    def run(_: object, command: Sequence[str]) -> int:
        found.append(command)
        if appended:
            path = Path(command[-1])
            path.write_text(path.read_text() + appended)
        return 0

    monkeypatch.setattr("netui.ui.app.NetuiApp.run_outside", run)
    return found


def clipboard(me: Driver) -> str:
    return me.app.clipboard


async def test_an_address_is_copied_and_the_log_line_stands_there(ada: Path) -> None:
    async with driving(ada, toasts=True) as me:
        await me.press("m")
        await me.sees("reach Ada Lovelace")
        await me.enter("copy +1")
        await me.sees("copied +1 555")
        assert clipboard(me) == "+1 555"
        await me.sees("call with @ada:")
        await me.type("half an hour")
        await me.press("enter")
        await until(
            lambda: [(e["kind"], e["text"]) for e in timeline(ada, "ada")] == [("call", "half an hour")]
        )


async def test_esc_logs_nothing_and_leaves_no_draft(ada: Path) -> None:
    async with driving(ada, toasts=True) as me:
        await me.press("m")
        await me.enter("copy ada@")
        await me.sees("email with @ada:")
        await me.press("escape", "n")
        assert "email with" not in me.screen
        assert timeline(ada, "ada") == []


async def test_a_command_of_the_settings_is_run_without_a_shell(
    ada: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = runs(monkeypatch)
    config = Config(commands={"mail": "true {uri}", "link": "true --new {address}"})
    async with driving(ada, toasts=True, config=config) as me:
        await me.press("m")
        await me.enter("write to ada")
        await me.sees("ada@x.example is open")
        assert ran[0][0] == "true" and ran[0][1].startswith("mailto:ada@x.example?body=Hi%20Ada")
        assert "Send%20the%20deck" in ran[0][1]
        await me.press("escape", "m")
        await me.enter("open https")
        assert ran[1] == ["true", "--new", "https://ada.example"]
        await me.sees("message with @ada:")


async def test_a_message_is_drafted_in_the_editor_and_copied(
    ada: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs(monkeypatch, appended="See you on Friday.")
    async with driving(ada, toasts=True, config=Config(editor="true")) as me:
        await me.press("m")
        await me.enter("draft to")
        await me.sees("copied what you wrote, for ada@x.example")
        assert "I promised: Send the deck" in clipboard(me) and clipboard(me).endswith("See you on Friday.")


async def test_what_is_no_web_address_can_only_be_copied(ada: Path) -> None:
    async with driving(ada, toasts=True, config=Config(commands={"link": "true"})) as me:
        await me.press("m")
        await me.enter("open javascript")
        await me.sees("is no address that can be opened")


async def test_nobody_to_reach_is_said(ada: Path) -> None:
    async with driving(ada, toasts=True) as me:
        me.main.select("bob")
        await me.press("m")
        await me.sees("the file of Bob names no way to reach them; e adds one")
