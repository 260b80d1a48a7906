"""Importing files: which are read, which are rejected, and what is kept of these."""

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.model.changes import CONTACTS, Batch, Delete, FileId, RemoveItem, SetValue
from netui.interchange.import_plan import Choices, Plan
from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord
from netui.services.people.commands import read_document
from netui.services.privacy.forgotten import Marks
from netui.services.transfer.imports import apply_import, plan_import
from netui.services.workspace import Workspace
from tests.support.app import NOW, open_workspace, timeline, write_network

FRIENDS = """### Activities:
- 2026-11-01: Coffee with **Ada Lovelace**.
- no date

### Friends:
- Ada Lovelace
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "net/contacts").mkdir(parents=True)
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def test_a_folder_is_searched_for_files_of_a_format(tmp_path: Path, workspace: Workspace) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "friends.md").write_text(FRIENDS)
    (folder / "picture.png").write_bytes(b"### Friends")
    (folder / "notes.md").write_text("# Notes\n")
    found = plan_import(workspace, [str(folder)])
    assert len(found.new) == 1
    assert {rejected.file for rejected in found.rejected} == {"friends.md"}  # any note may stand there
    done = apply_import(workspace, found)
    assert done.label == "imported in" and workspace.read.count() == 1
    (kept,) = found.quarantine
    assert "no date" in (workspace.network / kept).read_text()
    workspace.undo()
    assert workspace.read.count() == 0 and not (workspace.network / kept).exists()


def test_what_is_imported_again_changes_nothing(tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "friends.md"
    path.write_text(FRIENDS)
    apply_import(workspace, plan_import(workspace, [str(path)]))
    found = plan_import(workspace, [str(path)])
    assert (found.new, found.changed, len(found.unchanged)) == ((), (), 1)


UNREADABLE = {
    "same file name": ("ada-lovelace", "name = \n"),
    "same name": ("ada-l", 'name = "Ada Lovelace"\ntags = [\n'),
    "same e-mail": ("a-king", 'name = "A. King"\nemails = ["ada@engines.example"]\norg = \n'),
    "same source": ("king", 'org = \n[[source]]\nkind = "vcard"\nuid = "u1"\n'),
}


@pytest.mark.parametrize(("stem", "text"), UNREADABLE.values(), ids=UNREADABLE)
def test_someone_whose_file_cannot_be_read_is_not_brought_in_again(
    tmp_path: Path, workspace: Workspace, stem: str, text: str
) -> None:
    write_network(workspace.network, {stem: text, "other": "name = \n"})
    workspace.refresh()
    card = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:{}\r\nFN:{}\r\nEMAIL:{}\r\nEND:VCARD\r\n"
    path = tmp_path / "cards.vcf"
    path.write_text(
        card.format("u1", "Ada Lovelace", "ada@engines.example")
        + card.format("u2", "Bo Diddley", "bo@b.example")
    )
    found = plan_import(workspace, [str(path)])
    assert found.new == ("bo-diddley",)
    (rejected,) = found.rejected
    assert rejected.why == f"the file of {stem} cannot be read; mend it, then import again"
    assert "Ada Lovelace" in rejected.raw


def person(name: str, **fields: Any) -> PersonRecord:
    return PersonRecord("friends", name, name, fields, "f.md", "line 1", f"- {name}")


def entry(ident: str, **fields: Any) -> EntryRecord:
    return EntryRecord("friends", ident, ("Ada",), fields, "f.md", "line 2", ident)


def test_records_of_the_wrong_shape_are_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = ParsedFile(
        people=(person("Ada", tags=["x"]), person("Bob", tags="x"), person("Cy", died="never")),
        entries=(entry("a", on="2026-11-01"), entry("b", on="soon"), entry("c", on="2026-11-02", text=3)),
    )
    monkeypatch.setattr(
        "netui.services.transfer.file_formats.import_module",
        lambda _: SimpleNamespace(read=lambda *_: parsed),
    )
    (tmp_path / "f.md").write_text("### Friends:\n")
    write_network(tmp_path / "net", {})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    found = plan_import(workspace, [str(tmp_path / "f.md")])
    workspace.close()
    assert found.new == ("ada",) and found.entries == 1
    assert [rejected.why for rejected in found.rejected] == [
        'tags must be a list of texts: tags = ["…"]',
        "'never' is not a date (2024-05-02, 2024-05, 2024 or --05-02)",
        "'soon' is not a date (write it as 2026-11-09)",
        "text must be text in quotes",
    ]


HEAD = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT"
ADA, EVE = "Ada Lovelace,https://www.linkedin.com/in/ada", "Eve,https://www.linkedin.com/in/eve"
ME = "Me Myself,https://www.linkedin.com/in/me"
EXPORT = {
    "Connections.csv": "First Name,Last Name,URL,Connected On\n"
    "Ada,Lovelace,https://linkedin.com/in/ada,01 Jan 2020\n",
    "Profile.csv": "First Name,Last Name,Maiden Name,Industry\nMe,Myself,,\n",
    "messages.csv": f"{HEAD}\n1,{ADA},{ME},2026-01-10 09:00 UTC,x\n2,{EVE},{ME},2026-01-11 09:00 UTC,x\n",
    "Invitations.csv": "From,To,Sent At,Message,Direction\nAda Lovelace,Me Myself,01 Jan 2020,x,INCOMING\n",
    "Rich_Media.csv": "Time,Media Link\n1,x\n",
}


@pytest.mark.parametrize("in_archive", (True, False))
def test_a_whole_export_of_linkedin_gives_connections_and_their_messages(
    tmp_path: Path, workspace: Workspace, in_archive: bool
) -> None:
    path = tmp_path / "Complete_LinkedInDataExport"
    path.mkdir()
    for name, text in EXPORT.items():
        (path / name).write_text(text)
    if in_archive:
        with ZipFile(tmp_path / "linkedin.zip", "w") as archive:
            for each in path.iterdir():
                archive.write(each, each.name)
        path = tmp_path / "linkedin.zip"
    found = plan_import(workspace, [str(path)])
    assert (found.new, found.entries, found.refused) == (("ada-lovelace",), 2, ())
    assert [rejected.why for rejected in found.rejected] == [
        "Eve is not in the network; add them, then import again"
    ]
    apply_import(workspace, found)
    kinds = [(str(e["on"]), e["kind"], e["started_by"]) for e in timeline(tmp_path, "ada-lovelace")]
    assert kinds == [("2020-01-01", "message", "them"), ("2026-01-10", "message", "them")]
    again = plan_import(workspace, [str(path)])
    assert not again.batch.changes and again.unchanged == ("ada-lovelace",)


def test_who_was_forgotten_stays_so_in_messages_too(tmp_path: Path, workspace: Workspace) -> None:
    Marks(workspace.network).add(["Ada Lovelace"], [])
    (tmp_path / "messages.csv").write_text(EXPORT["messages.csv"])
    found = plan_import(workspace, [str(tmp_path / "messages.csv")])
    assert not found.new and not found.entries and "Lovelace" not in str(found.rejected)


CARD = """BEGIN:VCARD
VERSION:3.0
FN:Ada Lovelace
ORG:Engines
EMAIL;TYPE=HOME:ada@x.example
TEL:+44 1
NOTE:one
X-SHOE-SIZE:38
UID:1
END:VCARD
"""


def bring_in(workspace: Workspace, text: str) -> Plan:
    path = workspace.network.parent / "phone.vcf"
    path.write_text(text)
    found = plan_import(workspace, [str(path)])
    apply_import(workspace, found)
    return found


def test_a_file_that_changed_comes_in_and_what_was_done_by_hand_stays(workspace: Workspace) -> None:
    bring_in(workspace, CARD)
    file = FileId(CONTACTS, "ada-lovelace")
    workspace.apply(Batch("", (SetValue(file, ("emails",), None), SetValue(file, ("notes",), "mine"))))
    found = bring_in(workspace, CARD.replace("+44 1", "+44 2").replace("Engines", "Looms"))
    assert found.changed == ("ada-lovelace",)
    document = read_document(workspace, file)
    assert (document["org"], document["phones"], document["notes"]) == ("Looms", ["+44 2"], "mine")
    assert "emails" not in document
    workspace.undo()
    assert read_document(workspace, file)["org"] == "Engines"
    assert bring_in(workspace, CARD).batch.changes == ()


def test_a_true_clash_keeps_both_and_says_so_once(workspace: Workspace) -> None:
    bring_in(workspace, CARD)
    file = FileId(CONTACTS, "ada-lovelace")
    workspace.apply(Batch("", (SetValue(file, ("org",), "Mine"),)))
    theirs = CARD.replace("Engines", "Looms")
    (clash,) = bring_in(workspace, theirs).clashes
    assert (clash.ident, clash.key, clash.present, clash.said) == ("ada-lovelace", "org", "Mine", "Looms")
    document = read_document(workspace, file)
    assert document["org"] == "Mine" and document["conflict"][0]["other"] == "Looms"
    again = bring_in(workspace, theirs)
    assert again.batch.changes == () and again.clashes == ()


def test_a_clash_is_settled_in_the_preview(workspace: Workspace) -> None:
    bring_in(workspace, CARD)
    file = FileId(CONTACTS, "ada-lovelace")
    workspace.apply(Batch("", (SetValue(file, ("org",), "Mine"),)))
    path = workspace.network.parent / "phone.vcf"
    path.write_text(CARD.replace("Engines", "Looms"))
    choices = Choices(fields={("ada-lovelace", "org"): True})
    apply_import(workspace, plan_import(workspace, [str(path)], choices=choices))
    document = read_document(workspace, file)
    assert document["org"] == "Looms" and "conflict" not in document


@pytest.mark.parametrize(("chosen", "new"), [("ada", ()), ("", ("ada-lovelace",))])
def test_a_name_alike_is_settled_in_the_preview(
    tmp_path: Path, workspace: Workspace, chosen: str, new: tuple[str, ...]
) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada Lovelace"}})
    workspace.refresh()
    path = tmp_path / "phone.vcf"
    path.write_text(CARD)
    (open_one,) = plan_import(workspace, [str(path)]).suggestions
    assert open_one.is_open and open_one.candidates == ("ada",)
    found = plan_import(workspace, [str(path)], choices=Choices({open_one.record: chosen}))
    assert (found.new, found.rejected, found.suggestions) == (new, (), ())


def test_a_source_that_somebody_else_has_by_now_is_not_its_base(workspace: Workspace) -> None:
    bring_in(workspace, CARD)
    workspace.apply(Batch("", (Delete(FileId(CONTACTS, "ada-lovelace")),)))
    assert bring_in(workspace, CARD).new == ("ada-lovelace",)
    assert read_document(workspace, FileId(CONTACTS, "ada-lovelace"))["phones"] == ["+44 1"]


def test_somebody_whose_made_up_uid_changed_is_not_doubled(tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "people.csv"
    head = "Name,E-mail 1 - Value,Phone 1 - Value\n"
    path.write_text(f"{head}Ada Lovelace,ada@x.example,1234567\nBob Noyce,bob@x.example,7654321\n")
    apply_import(workspace, plan_import(workspace, [str(path)]))
    path.write_text(f"{head}Ada Lovelace,ada@x.example,9999999\nBob Noyce,bob@x.example,7654321\n")
    found = plan_import(workspace, [str(path)])
    assert (found.new, found.merged, found.unchanged) == ((), ("ada-lovelace",), ("bob-noyce",))
    apply_import(workspace, found)
    assert plan_import(workspace, [str(path)]).batch.changes == ()
    both = f"{head}Ada Lovelace,ada@x.example,9999999\nAda Byron,ada@x.example,1112223\n"
    path.write_text(both)
    assert plan_import(workspace, [str(path)]).new == ("ada-byron",), "two of one file are never one"


def test_an_entry_that_was_removed_by_hand_does_not_come_back(tmp_path: Path, workspace: Workspace) -> None:
    path = tmp_path / "friends.md"
    path.write_text(FRIENDS)
    apply_import(workspace, plan_import(workspace, [str(path)]))
    file = FileId(CONTACTS, "ada-lovelace")
    (entry,) = read_document(workspace, file)["timeline"]
    workspace.apply(Batch("", (RemoveItem(file, "timeline", {"id": entry["id"]}),)))
    assert plan_import(workspace, [str(path)]).entries == 0
    workspace.undo()
    workspace.undo()
    assert plan_import(workspace, [str(path)]).entries == 1


def test_what_is_stopped_leaves_nothing_behind(workspace: Workspace) -> None:
    path = workspace.network.parent / "phone.vcf"
    path.write_text(CARD)
    found = plan_import(workspace, [str(path)])

    def stop(done: int, total: int) -> None:
        if done:
            raise StopIteration

    with pytest.raises(StopIteration):
        apply_import(workspace, found, stop)
    assert [each for each in workspace.network.rglob("*") if each.is_file() and each.name != ".lock"] == []
    assert workspace.undo() is None


VALUES = st.sampled_from(["", "A", "B", "C"])
CARDS = st.fixed_dictionaries({"ORG": VALUES, "TITLE": VALUES, "NICKNAME": VALUES, "X-ODD": VALUES})


@settings(max_examples=15, deadline=None)
@given(CARDS, CARDS, st.lists(st.tuples(st.sampled_from(["org", "title", "aliases"]), VALUES), max_size=3))
def test_any_file_twice_changes_nothing_and_undo_is_complete(
    first: dict[str, str], second: dict[str, str], edits: list[tuple[str, str]]
) -> None:
    def card(said: dict[str, str]) -> str:
        lines = "".join(f"{key}:{value}\n" for key, value in said.items() if value)
        return f"BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nUID:1\n{lines}END:VCARD\n"

    def files() -> dict[str, bytes]:
        found = [*workspace.network.glob("contacts/*"), *workspace.network.glob(".sources/*")]
        return {str(path): path.read_bytes() for path in found}

    with TemporaryDirectory() as base:
        workspace = open_workspace(Path(base))
        workspace.refresh()
        bring_in(workspace, card(first))
        assert bring_in(workspace, card(first)).batch.changes == ()
        for key, value in edits:
            wanted: Any = [value] if value and key == "aliases" else value or None
            workspace.apply(Batch("", (SetValue(FileId(CONTACTS, "ada"), (key,), wanted),)))
        before = files()
        found = bring_in(workspace, card(second))
        assert bring_in(workspace, card(second)).batch.changes == ()
        if found.batch.changes:
            workspace.undo()
        assert files() == before
        workspace.close()


def test_an_employer_that_the_source_changes_is_kept_as_a_former_one(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    bring_in(workspace, CARD)
    later = open_workspace(tmp_path, now=lambda: NOW + timedelta(days=40))
    later.refresh()
    bring_in(later, CARD.replace("Engines", "Looms"))
    until = f"{NOW + timedelta(days=40):%Y-%m}"
    former = later.read.head("ada-lovelace")["former"]
    assert former == [{"key": "org", "value": "Engines", "until": until}]
    assert bring_in(later, CARD.replace("Engines", "Looms")).batch.changes == ()


def test_the_work_of_an_import_grows_with_its_cards_and_no_faster(workspace: Workspace) -> None:
    def calls(count: int, *, is_applied: bool = False) -> int:
        """How many functions the plan of so many cards calls, those of a first import or the next."""
        path = workspace.network.parent / f"{count}.vcf"
        cards = (CARD.replace("UID:1", f"UID:{count}-{n}").replace("Ada", f"A{n}") for n in range(count))
        path.write_text("".join(cards).replace("ada@", f"{count}@"))
        found = 0

        def count_calls(frame: object, event: str, argument: object) -> None:
            nonlocal found
            found += event == "call"

        plan_import(workspace, [str(path)])  # what is loaded and counted once is no part of it
        sys.setprofile(count_calls)
        try:
            plan = plan_import(workspace, [str(path)])
        finally:
            sys.setprofile(None)
        if is_applied:
            apply_import(workspace, plan)
        return found

    assert calls(120) < 4.4 * calls(30)
    calls(30, is_applied=True)
    calls(120, is_applied=True)
    assert calls(120) < 5 * calls(30)


PHONE = (
    "BEGIN:VCARD\nVERSION:3.0\nFN:Sofia Okafor\nEMAIL:so@x.example\nTEL:0170/1234567\nBDAY:1985-05-10\n"
    "UID:1\nEND:VCARD\n"
)
TWIN = PHONE.replace("UID:1", "UID:2")
GOOGLE = (
    "First Name,Last Name,Nickname,Birthday,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,"
    "Phone 1 - Value,Website 1 - Label,Website 1 - Value\n"
    "Sofia,Okafor,Sofi,--05-10,,SO@X.example,,01701234567,,https\\://sofia.example\n"
)


def test_one_person_in_several_address_books_of_one_import_is_one_contact(
    tmp_path: Path, workspace: Workspace
) -> None:
    paths = [tmp_path / "phone.vcf", tmp_path / "google.csv"]
    for path, text in zip(paths, (PHONE, GOOGLE), strict=True):
        path.write_text(text)
    found = plan_import(workspace, [*map(str, paths)])
    assert (found.new, found.rejected, found.suggestions) == (("sofia-okafor",), (), ())
    apply_import(workspace, found)
    contact = read_document(workspace, FileId(CONTACTS, "sofia-okafor"))
    assert [each["kind"] for each in contact["source"]] == ["vcard", "google"]
    assert (contact["phones"], contact["emails"]) == (["0170/1234567"], ["so@x.example"])
    assert (contact["aliases"], contact["links"]) == (["Sofi"], ["https://sofia.example"])
    assert contact["date"] == [{"what": "birthday", "on": "1985-05-10"}]
    again = plan_import(workspace, [*map(str, paths)])
    assert (again.new, again.changed, again.merged, again.batch.changes) == ((), (), (), ())
    workspace.undo()
    paths[0].write_text(PHONE + TWIN)  # two cards of one book are two people, and the row may be either
    found = plan_import(workspace, [*map(str, paths)])
    assert (len(found.new), len(found.suggestions[0].candidates)) == (2, 2)


@pytest.mark.parametrize("at_once", [True, False])
def test_a_birthday_without_its_year_gets_it_from_another_address_book(
    tmp_path: Path, workspace: Workspace, at_once: bool
) -> None:
    paths = [str(tmp_path / "phone.vcf"), str(tmp_path / "google.csv")]
    (tmp_path / "phone.vcf").write_text(PHONE.replace("1985-05-10", "--05-10"))
    (tmp_path / "google.csv").write_text(GOOGLE.replace("--05-10", "1985-05-10"))
    for some in [paths] if at_once else [paths[:1], paths[1:]]:
        apply_import(workspace, plan_import(workspace, some))
    contact = read_document(workspace, FileId(CONTACTS, "sofia-okafor"))
    assert contact["date"] == [{"what": "birthday", "on": "1985-05-10"}]
    again = plan_import(workspace, paths)
    assert (again.changed, again.merged, again.batch.changes) == ((), (), ())


def test_a_name_alone_is_asked_about_within_one_import_too(tmp_path: Path, workspace: Workspace) -> None:
    paths = [tmp_path / "phone.vcf", tmp_path / "google.csv"]
    paths[0].write_text(PHONE.replace("EMAIL:so@x.example\nTEL:0170/1234567\n", ""))
    paths[1].write_text(GOOGLE)
    found = plan_import(workspace, [*map(str, paths)])
    (asked,) = found.suggestions
    assert (found.new, asked.candidates, asked.is_open) == (("sofia-okafor",), ("sofia-okafor",), True)
    for meant, new in (("sofia-okafor", ["sofia-okafor"]), ("", ["sofia-okafor", "sofia-okafor-2"])):
        settled = Choices({asked.record: meant})
        done = plan_import(workspace, [*map(str, paths)], choices=settled)
        assert ([*done.new], done.rejected, done.suggestions) == (new, (), ())
    assert plan_import(workspace, [*map(str, paths)], by_name=True).new == ("sofia-okafor",)
