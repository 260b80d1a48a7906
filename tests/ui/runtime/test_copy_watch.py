"""A copy that an editor saves later is handed on once it is at rest, and not while one types."""

from pathlib import Path
from typing import Any

from netui.storage.state.editor_copies import EditorCopy, create_copy
from netui.ui.runtime.copy_watch import CopyWatch
from tests.support.workspaces import places_in


class Owner:
    """Whoever has the timer; its turns come when the test says so."""

    def set_interval(self, interval: float, callback: Any) -> str:
        return "timer"


def test_it_is_taken_when_it_is_at_rest(tmp_path: Path) -> None:
    taken: list[bytes | None] = []
    may = [True]

    def take(copy: EditorCopy) -> None:
        taken.append(copy.read())

    watch = CopyWatch(Owner(), take, lambda: may[0])  # type: ignore[arg-type]
    copy = create_copy(places_in(tmp_path), "of", "log.txt", b"base")
    watch.add(copy)
    watch.look()
    watch.look()
    assert taken == [b"base"], "it may have been saved before it was watched"
    copy.write(b"half")
    watch.look()
    copy.write(b"all of it")
    watch.look()
    assert taken == [b"base"]
    may[0] = False
    watch.look()
    assert taken == [b"base"]
    may[0] = True
    watch.look()
    watch.look()
    assert taken == [b"base", b"all of it"]
