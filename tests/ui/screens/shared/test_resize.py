"""What screens keep of what was drawn: of one below another everything, of a closed one nothing."""

from pathlib import Path

import pytest

from netui.ui.screens.shared.form import FormScreen
from tests.support.app import a_few_people, driving, until, write_network


async def test_lines_of_a_screen_are_dropped_when_it_is_closed_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_network(tmp_path / "net", a_few_people())
    dropped: list[object] = []
    monkeypatch.setattr("netui.ui.terminal.drop_drawn_lines", dropped.append)
    async with driving(tmp_path) as me:
        await me.press("e")
        form = me.app.screen
        assert isinstance(form, FormScreen)
        assert dropped == []  # the list is still seen around it
        await me.press("escape")
        await until(lambda: dropped == [form], "the form is closed")
