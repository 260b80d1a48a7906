"""Where the cache cannot be written, the app keeps its index in a temporary folder, and removes that."""

from pathlib import Path

from tests.support.app import timeline
from tests.support.terminal import Terminal, environment


def test_the_app_works_without_a_cache_and_leaves_nothing_behind(home: Path) -> None:
    temporary = home / "tmp"
    temporary.mkdir()
    (home / "cache").write_text("a file where the folder would be")
    with Terminal(home, env=environment(home, TMPDIR=str(temporary))) as terminal:
        terminal.sees("Ada Lovelace")
        terminal.sees("? help")
        assert list(temporary.glob("netui-*"))
        terminal.keys("ncall with @ada: kept without a cache\r")
        terminal.sees("takes it back")
        terminal.keys("fcache")
        terminal.sees("kept without a cache")
        terminal.keys("\x1bq")
        assert terminal.process.wait(60) == 0
    assert timeline(home, "ada-lovelace")[-1]["text"] == "kept without a cache"
    assert list(temporary.iterdir()) == []
