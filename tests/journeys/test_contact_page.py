"""What the page of a person shows without opening the file, in terminals of several widths."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netui.presentation.actions import TIMELINE
from tests.support.app import driving, write_network

PERSON = """\
name = "Ada"
location = "Singapore"
timezone = "Asia/Singapore"
phones = [{ value = "+65 9123 4567", label = "work" }, "+65 2"]
emails = ["ada@engines.example"]
knows = ["compilers"]
allergies = ["nuts"]
notes = "Likes **owls**, see [her page](https://ada.example)."

[[date]]
what = "birthday"
on = "--12-10"
"""


@pytest.mark.parametrize(("width", "all_of_it"), [(80, False), (120, True), (200, True)])
async def test_what_the_file_holds_is_seen(tmp_path: Path, width: int, all_of_it: bool) -> None:
    write_network(tmp_path / "net", {"ada": PERSON})
    async with driving(tmp_path, size=(width, 24)) as me:
        await me.settled()
        for fact in (
            "+65 9123 4567",
            "ada@engines.example",
            "in Singapore",
            "birthday 10 December",
            "Likes owls",
        ):
            assert fact in me.screen
        assert ("knows compilers" in me.screen) == all_of_it
        assert ("allergies nuts" in me.screen) == all_of_it
        assert "**" not in me.screen


async def test_the_local_time_moves_on(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": PERSON})
    async with driving(tmp_path, size=(80, 24)) as me:
        await me.settled()
        view = me.main.timeline_view
        view.clock = lambda: datetime(2026, 11, 21, 1, 40, tzinfo=UTC)
        view.show_local_time()
        await me.settled()
        assert "09:40 in Singapore" in me.screen


async def test_wide_terminals_share_their_width(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": PERSON})
    widths = {}
    async with driving(tmp_path, size=(140, 24)) as me:
        for columns in (140, 160, 200):
            await me.resize(columns, 24)
            widths[columns] = [
                me.app.query_one(f"#{pane}").size.width for pane in ("people", TIMELINE, "goals")
            ]
    assert widths[140][0] < widths[160][0] < widths[200][0]
    assert all(few < many for few, many in zip(widths[160], widths[200], strict=True))
