"""Participants of messages are found, never made; who refers to somebody gets their id."""

from datetime import date
from typing import Any

import tomli_w

from netui.domain.model.changes import AddItem, SetValue
from netui.interchange.import_plan import Plan
from netui.interchange.plan import plan
from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord, PersonReference
from tests.interchange.test_plan import Folder, changes_of, stem


def book(name: str, uid: str = "", **fields: Any) -> PersonRecord:
    return PersonRecord("linkedin", uid or name, name, fields, "a.csv", "line 1")


def participant(name: str, uid: str = "", **fields: Any) -> PersonRecord:
    return book(name, uid or f"name {name}", **fields)._replace(must_exist=True)


def entry(*uids: str) -> EntryRecord:
    fields = {"on": date(2026, 1, 2), "kind": "message"}
    return EntryRecord("linkedin", f"e{''.join(uids)}"[:10], uids, fields, "m.csv", "line 2")


def planned(folder: Folder, *files: ParsedFile) -> Plan:
    return plan(files, folder, dump=tomli_w.dumps, free_stem=stem, label="imported")


def test_a_participant_is_a_contact_by_address_or_by_the_only_such_name() -> None:
    folder = Folder(
        ada={"name": "Ada L.", "links": ["https://linkedin.com/in/ada"]}, bob={"name": "Bob"},
        cy={"name": "Cy"}, cy_2={"name": "Cy"},
    )  # fmt: skip
    people = (
        participant("Ada", links=["https://www.linkedin.com/in/ADA/"]),
        participant("Bob"),
        participant("Cy"),
    )
    done = planned(folder, ParsedFile(people, tuple(entry(each.uid) for each in people)))
    assert [(c.file.stem, c.table) for c in done.batch.changes if isinstance(c, AddItem)] == [
        ("ada", "timeline"),
        ("bob", "timeline"),
    ]
    assert not done.new and done.entries == 2 and len(changes_of(done)) == 2
    assert [rejected.why for rejected in done.rejected] == [
        "Cy is not in the network; add them, then import again"
    ]


def test_a_participant_may_come_in_by_the_address_book_of_the_same_import() -> None:
    folder = Folder()
    messages = ParsedFile((participant("Ada", "in/ada"), participant("Bob")), (entry("in/ada", "name Bob"),))
    done = planned(folder, messages, ParsedFile((book("Ada", "in/ada"), book("Bob"))))
    folder.apply(done)
    assert done.new == ("ada", "bob") and not done.rejected
    assert (folder.documents["ada"] or {})["timeline"][0]["with"] == ["bob"]
    assert not planned(folder, messages, ParsedFile((book("Ada", "in/ada"), book("Bob")))).batch.changes


def test_an_entry_of_several_keeps_those_who_are_known() -> None:
    folder = Folder(bob={"name": "Bob"})
    done = planned(
        folder, ParsedFile((participant("Ada"), participant("Bob")), (entry("name Ada", "name Bob"),))
    )
    (change,) = changes_of(done)
    assert isinstance(change, AddItem) and change.file.stem == "bob" and "with" not in change.item


def test_whom_a_record_refers_to_is_written_as_their_id() -> None:
    bob = PersonReference.to("linkedin", "2", "Bob")
    gone = PersonReference.to("linkedin", "3", "Cy")
    ada = book("Ada", "1", related=[{"who": bob, "as": "brother"}, {"who": gone}], met={"via": bob})
    folder = Folder(ada={"name": "Ada", "source": [{"kind": "linkedin", "uid": "1"}]})
    done = planned(folder, ParsedFile((ada, book("Bob", "2"))))
    assert [c.item["who"] for c in done.batch.changes if isinstance(c, AddItem)] == ["bob", "Cy"]
    assert [c.value for c in done.batch.changes if isinstance(c, SetValue)] == [{"via": "bob"}]
    folder.apply(done)
    assert not planned(folder, ParsedFile((ada, book("Bob", "2")))).batch.changes
    fresh = Folder()
    fresh.apply(planned(fresh, ParsedFile((ada, book("Bob", "2")))))
    assert (fresh.documents["ada"] or {})["met"] == {"via": "bob"}
