"""What an agent writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.agents.proposals import log_line, propose_line
from netui.services.errors import Refused
from netui.services.inbox.items import list_inbox
from tests.services.agents.test_view import view

WRITERS = {"proposed": propose_line, "at once": log_line}


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    from tests.support.workspaces import closing_workspaces

    with closing_workspaces():
        yield


def test_a_line_waits_in_a_file_of_its_own_once(tmp_path: Path) -> None:
    seen = view(tmp_path)
    names = [propose_line(seen.main, seen, line) for line in ("coffee with @ada: x", " coffee with  @ada: x")]
    assert names[0] == names[1] and [each.file for each in list_inbox(seen.main)] == [names[0]]
    assert seen.main.undo() and not list_inbox(seen.main)


def test_a_line_is_logged_as_the_agent_s_and_taken_back_as_one(tmp_path: Path) -> None:
    seen = view(tmp_path)
    before = (tmp_path / "net/contacts/ada.toml").read_bytes()
    assert log_line(seen.main, seen, "coffee with @ada yesterday: x >send y").startswith("agent: ")
    assert seen.main.store.history()[0].label.startswith("agent: ")
    seen.main.undo()
    assert (tmp_path / "net/contacts/ada.toml").read_bytes() == before


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@pytest.mark.parametrize("line", ["coffee with @bob", "coffee with Bob: x", "", "note", "coffee @ada, @bob"])
def test_whoever_is_hidden_cannot_be_written_about_nor_found_out(
    tmp_path: Path, write: type, line: str
) -> None:
    seen = view(tmp_path, "#work")
    with pytest.raises(Refused) as error:
        write(seen.main, seen, line)
    assert "Noyce" not in str(error.value).replace(line, "") and not seen.main.store.history()
