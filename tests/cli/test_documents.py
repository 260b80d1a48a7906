"""JSON documents: their keys, null for what is absent, dates as ISO strings."""

from datetime import date, datetime

from netui.cli.documents import entry_document, promise_document
from netui.domain.model.entry import Entry, Promise
from tests.cli.conftest import Cli


def test_an_entry() -> None:
    entry = Entry("e1", datetime(2026, 11, 9, 14, 30), "coffee", "ada", ("grace",))
    assert entry_document(entry) == {
        "contact": "ada", "id": "e1", "on": "2026-11-09T14:30", "kind": "coffee", "with": ["grace"],
        "place": None, "started_by": None, "text": None, "tags": [], "goals": [], "gave": [], "got": [],
        "learned": None, "private": False, "planned": False,
    }  # fmt: skip


def test_a_promise() -> None:
    promise = Promise("p1", "me", "the deck", due=date(2026, 11, 13), contact="ada")
    assert promise_document(promise) == {
        "contact": "ada", "id": "p1", "by": "me", "text": "the deck", "due": "2026-11-13"
    }  # fmt: skip


def test_a_contact_out_of_states_has_its_days_too(cli: Cli) -> None:
    entry = '[[timeline]]\nid = "e1"\non = 2026-11-01\nkind = "call"\n'
    cli.write("ada", f'name = "Ada"\narchived = true\n{entry}')
    (found,) = cli.json("list", "is:archived")
    assert (found["state"], found["days"], found["last"]) == ("archived", 20, "2026-11-01")
    assert found["org"] is None and found["roles"] == []
