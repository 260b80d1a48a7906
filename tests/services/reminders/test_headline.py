"""The headline: one line of what wants attention, nothing when all is well."""

from datetime import datetime
from pathlib import Path

from netui.services.reminders.headline import Headline, build_headline, status_words
from tests.support.app import entry, open_workspace, write_network


def test_the_status_says_nothing_when_all_is_well() -> None:
    assert status_words(Headline(12, 0, 0, None)) == ""
    assert status_words(Headline(12, 1200, 1, ("Ada Lovelace", "birthday", "tomorrow"))) == (
        "1,200 quiet · 1 promise due · Ada's birthday tomorrow"
    )
    away = "nothing logged since 30 Oct: catch up?"
    assert status_words(Headline(12, 0, 0, None, away)) == away
    assert status_words(Headline(12, 5, 0, None, away)) == f"5 quiet · {away}"


def test_the_status_offers_to_catch_up_while_nothing_is_logged(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada", "timeline": [entry("2026-10-30", "call")]}})
    workspace = open_workspace(tmp_path, now=lambda: datetime(2026, 11, 13, 9))
    workspace.refresh()
    assert build_headline(workspace, {}).offer == "nothing logged since 30 Oct: catch up?"
    workspace.now = lambda: datetime(2026, 11, 12, 9)
    assert build_headline(workspace, {}).offer == ""


def test_the_header_of_a_first_build_reads_no_log(tmp_path: Path) -> None:
    # It is drawn again at each step, when entries have no index by day yet: a scan would keep keys waiting.
    talks = [entry(f"2026-10-{day:02}", "call") for day in range(1, 29)]
    write_network(
        tmp_path / "net", {f"p{at}": {"name": f"Person {at}", "timeline": talks} for at in range(130)}
    )
    workspace = open_workspace(tmp_path, now=lambda: datetime(2026, 11, 13, 9))
    drawn: list[tuple[str, int]] = []

    def draw(done: int, total: int) -> None:
        other = workspace.twin()
        thousands: list[int] = []
        other.index.db.set_progress_handler(lambda: thousands.append(1), 1000)
        drawn.append((build_headline(other, {}).offer, len(thousands)))
        assert other.quiet.held_on == 0
        other.close()

    workspace.refresh(progress=draw)
    assert drawn == [("", 0), ("", 0)]
    assert build_headline(workspace, {}).offer == "nothing logged since 28 Oct: catch up?"
