"""Import plans: matching, additions, and idempotence."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.changes import (
    SOURCES,
    AddItem,
    AmendItem,
    Create,
    EditList,
    FileId,
    RemoveItem,
    Restore,
    SetValue,
)
from netui.domain.model.contact_row import fold
from netui.interchange import friends
from netui.interchange.import_plan import Plan
from netui.interchange.match import addresses
from netui.interchange.plan import plan
from netui.interchange.records import ParsedFile, PersonRecord
from netui.storage.files.filenames import free_stem
from netui.storage.toml import document
from netui.storage.toml.change_effects import effect
from netui.storage.toml.rebase import rebase

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "friends"


class Folder:
    """A network in memory: what a plan asks of one, and its batches applied."""

    def __init__(self, **documents: dict[str, Any] | None) -> None:
        self.documents = {ident.replace("_", "-"): document for ident, document in documents.items()}
        self.sources: dict[FileId, bytes] = {}

    def by_source(self, kind: str, uid: str) -> str | None:
        for ident, held in self.documents.items():
            if {"kind": kind, "uid": uid} in list((held or {}).get("source", [])):
                return ident
        return None

    def by_address(self, address: str) -> tuple[str, ...]:
        return tuple(ident for ident, held in self.documents.items() if address in addresses(held or {}))

    def name(self, ident: str) -> str:
        return str((self.documents[ident] or {}).get("name", ident))

    def by_name(self, folded: str) -> tuple[str, ...]:
        return tuple(
            ident
            for ident, document in self.documents.items()
            if fold((document or {"name": ident.replace("-", " ")})["name"]) == folded
        )

    def document(self, ident: str) -> Mapping[str, Any] | None:
        return self.documents[ident]

    def goal(self, ident: str) -> None:
        return None

    def unreadable_like(self, person: PersonRecord) -> str | None:
        return None

    def taken(self, stem: str) -> bool:
        return stem in self.documents

    def settings(self) -> None:
        return None

    def held(self, file: FileId) -> bytes | None:
        return self.sources.get(file)

    def apply(self, done: Plan) -> None:
        for change in done.batch.changes:
            stem = change.file.stem
            if isinstance(change, Create):
                assert stem not in self.documents
                self.documents[stem] = tomli.loads(change.text)
            elif isinstance(change, Restore):
                assert self.sources.get(change.file) == change.before
                self.sources[change.file] = change.after
            else:
                assert isinstance(change, AddItem | SetValue | EditList | AmendItem | RemoveItem)
                for edit in rebase(dict(self.documents[stem] or {}), [change], date(2026, 11, 21)).changes:
                    found = effect(dict(self.documents[stem] or {}), edit)
                    self.documents[stem] = found.wanted[-1] if found else self.documents[stem]


def stem(name: str, taken: set[str]) -> str:
    base = "-".join(re.findall(r"[a-z0-9]+", fold(name))) or "x"
    number, free = 1, base
    while free in taken:
        number, free = number + 1, f"{base}-{number + 1}"
    return free


def planned(folder: Folder, *texts: str) -> Plan:
    readings = [friends.read(text.encode(), f"{n}.md") for n, text in enumerate(texts)]
    return plan(readings, folder, dump=tomli_w.dumps, free_stem=stem, label="imported friends.md")


def changes_of(done: Plan) -> list[Any]:
    """The changes of contacts."""
    return [change for change in done.batch.changes if change.file.folder != SOURCES]


FILE = """\
### Activities:
- 2021-05-01: Got lunch with **Omar Haddad** and **Ines Prado** in _Leith_. @food
- 2021-04-20: Talked to **Omar Haddad** on the phone.

### Friends:
- Ines Prado (a.k.a. Nessie) [Leith] @sailing
- Omar Haddad
"""


def test_a_first_import_creates_each_person_once() -> None:
    folder = Folder()
    done = planned(folder, FILE)
    folder.apply(done)
    assert (done.new, done.changed, done.unchanged, done.merged) == (
        ("ines-prado", "omar-haddad"),
        (),
        (),
        (),
    )
    assert done.names == {"ines-prado": "Ines Prado", "omar-haddad": "Omar Haddad"}
    assert done.entries == 2
    assert done.batch.label == "imported friends.md"
    assert folder.documents["ines-prado"] == {
        "name": "Ines Prado",
        "aliases": ["Nessie"],
        "tags": ["sailing"],
        "location": "Leith",
        "source": [{"kind": "friends", "uid": "Ines Prado"}],
    }
    omar = folder.documents["omar-haddad"]
    assert omar is not None
    call, lunch = omar["timeline"]
    assert call["kind"] == "call" and "with" not in call
    assert list(lunch) == ["id", "on", "kind", "with", "place", "text", "tags"]
    assert lunch["with"] == ["ines-prado"]


def test_a_new_file_has_its_keys_in_the_design_s_order() -> None:
    reading = ParsedFile(
        (PersonRecord("x", "1", "Ann", {"met": {"where": "here"}, "org": "O", "tags": ["a"]}, "f", "1"),)
    )
    done = plan([reading], Folder(), dump=lambda fields: " ".join(fields), free_stem=stem, label="")
    (change,) = changes_of(done)
    assert isinstance(change, Create) and change.text == "name tags org met source"


def test_the_same_file_again_changes_nothing() -> None:
    folder = Folder()
    folder.apply(planned(folder, FILE))
    again = planned(folder, FILE)
    assert again.batch.changes == ()
    assert (again.new, again.changed, again.unchanged) == ((), (), ("ines-prado", "omar-haddad"))


def test_lines_the_file_gained_are_added_and_nothing_else() -> None:
    folder = Folder()
    folder.apply(planned(folder, FILE))
    grown = FILE.replace("- 2021-04-20", "- 2021-04-21: Met **Ines Prado**.\n- 2021-04-20").replace(
        "@sailing", "@sailing @kelp"
    )
    done = planned(folder, grown)
    assert done.changed == ("ines-prado",)
    tags, entry = changes_of(done)
    assert isinstance(tags, SetValue) and (tags.path, tags.value) == (("tags",), ["sailing", "kelp"])
    assert isinstance(entry, AddItem) and entry.item["text"] == "Met Ines Prado."


def test_what_the_user_changed_stays_and_the_source_still_finds_them() -> None:
    folder = Folder()
    folder.apply(planned(folder, FILE))
    ines = folder.documents["ines-prado"]
    assert ines is not None
    ines.update(name="Inés Prado Souto", location="Porto")
    done = planned(folder, FILE)
    assert done.batch.changes == () and done.unchanged == ("ines-prado", "omar-haddad")
    assert done.names["ines-prado"] == "Inés Prado Souto"


def test_an_entry_that_moved_to_another_of_its_people_is_not_added_again() -> None:
    folder = Folder()
    folder.apply(planned(folder, FILE))
    ines, omar = folder.documents["ines-prado"], folder.documents["omar-haddad"]
    assert ines is not None and omar is not None
    ines["timeline"] = [item for item in omar["timeline"] if item["kind"] == "lunch"]
    omar["timeline"] = [item for item in omar["timeline"] if item["kind"] != "lunch"]
    assert planned(folder, FILE).batch.changes == ()


def test_the_one_contact_of_that_name_is_merged_and_given_the_source() -> None:
    folder = Folder(ip={"name": "INÉS PRADO", "location": "Porto", "tags": ["Sailing"]})
    done = planned(folder, FILE)
    assert (done.merged, done.new, done.changed) == (("ip",), ("omar-haddad",), ())
    folder.apply(done)
    ines = folder.documents["ip"]
    assert ines == {
        "name": "INÉS PRADO",
        "location": "Porto",
        "tags": ["Sailing"],
        "aliases": ["Nessie"],
        "source": [{"kind": "friends", "uid": "Ines Prado"}],
    }
    assert planned(folder, FILE).batch.changes == ()


def test_several_of_one_name_are_left_to_the_user_with_their_entries() -> None:
    folder = Folder(a={"name": "Omar Haddad"}, b={"name": "Omar Haddad"})
    done = planned(folder, FILE)
    assert done.new == ("ines-prado",)
    assert [rejected.where for rejected in done.rejected] == ["line 7", "line 3", "line 2"]
    assert "a, b" in done.rejected[0].why and "'Omar Haddad'" in done.rejected[1].why
    assert [(s.name, s.candidates) for s in done.suggestions] == [("Omar Haddad", ("a", "b"))]
    folder.apply(done)
    omar = folder.documents["b"]
    assert omar is not None
    omar["source"] = [{"kind": "friends", "uid": "Omar Haddad"}]
    assert planned(folder, FILE).changed == ("b",)


def test_a_namesake_whom_the_same_source_calls_otherwise_is_someone_else() -> None:
    folder = Folder(omar_haddad={"name": "Omar Haddad", "source": [{"kind": "friends", "uid": "Omar H."}]})
    assert planned(folder, FILE).new == ("ines-prado", "omar-haddad-2")


def test_two_records_never_merge_into_one_contact() -> None:
    folder = Folder(jose={"name": "Jose"})
    done = planned(folder, "### Friends:\n- José\n- Jose\n")
    assert (done.merged, done.new) == (("jose",), ("jose-2",))


def test_an_alias_that_is_someone_s_name_is_a_suggestion_and_no_more() -> None:
    done = planned(Folder(n={"name": "Nessie"}), FILE)
    assert "ines-prado" in done.new
    assert [(s.name, s.candidates) for s in done.suggestions] == [("Ines Prado", ("n",))]


def test_a_contact_whose_file_cannot_be_read_is_left_alone() -> None:
    done = planned(Folder(omar_haddad=None), FILE)
    assert (done.new, done.merged) == (("ines-prado",), ())
    assert "omar-haddad cannot be read" in done.rejected[0].why


def test_values_of_a_wrong_type_in_a_hand_made_file_are_left_alone() -> None:
    folder = Folder(ines_prado={"name": "Ines Prado", "aliases": "Nes", "tags": [4], "location": ""})
    done = planned(folder, FILE)
    changes = {c.path: c.value for c in done.batch.changes if isinstance(c, SetValue)}
    assert changes == {("location",): "Leith", ("tags",): [4, "sailing"]}


@pytest.mark.parametrize("key", ["source", "timeline"])
def test_a_contact_to_whom_nothing_can_be_appended_is_left_alone(key: str) -> None:
    done = planned(Folder(ines_prado={"name": "Ines Prado", key: {}}), FILE)
    assert done.merged == () and "ines-prado cannot be read" in done.rejected[0].why


def test_contacts_that_were_merged_in_the_network_gain_what_both_records_say() -> None:
    sources = [{"kind": "friends", "uid": "Ines Prado"}, {"kind": "friends", "uid": "Omar Haddad"}]
    folder = Folder(both={"name": "Ines", "source": sources})
    folder.apply(planned(folder, FILE.replace("- Omar Haddad\n", "- Omar Haddad (a.k.a. Om)\n")))
    both = folder.documents["both"]
    assert both is not None and both["aliases"] == ["Nessie", "Om"]
    assert all("with" not in item for item in both["timeline"])


def test_two_files_that_overlap_come_in_as_one() -> None:
    folder = Folder()
    more = (
        FILE.replace("(a.k.a. Nessie)", "(a.k.a. Prado)")
        + "\n### Notes:\n- 2021-06-01: **Omar Haddad** moved.\n"
    )
    done = planned(folder, FILE, more)
    folder.apply(done)
    ines = folder.documents["ines-prado"]
    assert done.entries == 3 and ines is not None and ines["aliases"] == ["Nessie", "Prado"]


def test_tables_gain_only_the_items_they_lack() -> None:
    birthday, wedding = {"what": "birthday", "on": "--05-02"}, {"what": "wedding", "on": "2019"}
    folder = Folder(
        ann={"name": "Ann", "date": [birthday], "emails": [{"value": "A@x.example", "label": "home"}]}
    )
    fields = {"date": [birthday, wedding], "emails": ["a@x.example"], "met": {"where": "Rome"}}
    reading = ParsedFile((PersonRecord("vcard", "u", "Ann", fields, "f", "card 1"),))
    done = plan([reading], folder, dump=tomli_w.dumps, free_stem=stem, label="")
    changes = [(c.table, c.item) if isinstance(c, AddItem) else c for c in changes_of(done)]
    assert changes[0] == ("source", {"kind": "vcard", "uid": "u"})
    assert changes[1] == ("date", wedding)
    assert isinstance(changes[2], SetValue) and changes[2].path == ("met",)
    assert len(changes) == 3


def test_the_document_of_the_command_line() -> None:
    text = FILE + "nonsense\n"
    assert planned(Folder(), text).as_json() == {
        "new": ["ines-prado", "omar-haddad"],
        "changed": [],
        "unchanged": [],
        "merged": [],
        "rejected": [{"file": "0.md", "where": "line 8", "why": "a friend starts with '- '"}],
        "entries": 2,
        "strangers": [],
        "notes": [],
        "added": [],
        "kept": [],
        "kept_goals": [],
        "conflicts": [],
        "quarantine": [],
    }


def test_the_store_s_own_writer_and_editor_make_what_was_planned() -> None:
    text = '# kept\nname = "Ines Prado"  # hers\n\n[met]\nwhere = "Leith"\n'
    folder, expected = Folder(ines_prado=tomli.loads(text)), Folder(ines_prado=tomli.loads(text))
    reading = friends.read(
        FILE.replace("**Omar Haddad** and **Ines", "**Ines Prado** and **Omar").encode(), "f"
    )
    done = plan([reading], folder, dump=document.dump, free_stem=free_stem, label="")
    expected.apply(done)
    for change in changes_of(done):
        if not isinstance(change, Create):
            assert isinstance(change, AddItem | SetValue)
            text, _ = document.apply(text, change)
    assert tomli.loads(text) == expected.documents["ines-prado"]
    assert text.startswith('# kept\nname = "Ines Prado"  # hers\n')
    assert done.new[0] == "omar-haddad"


LINES = st.lists(
    st.builds(
        "- 2021-01-{:02d}: {} with {}.".format,
        st.integers(1, 4),
        st.sampled_from(["Lunch", "Call"]),
        st.lists(st.sampled_from(["**Ann**", "**Bo**", "**José**", "**Jose**", "**李**"]), max_size=3).map(
            " and ".join
        ),
    ),
    max_size=8,
)


@given(LINES, LINES)
def test_importing_is_idempotent_and_keeps_every_named_line(first: list[str], more: list[str]) -> None:
    folder = Folder(ann={"name": "Ann"})
    for lines in (first, more + first, first, more + first):
        text = "### Activities:\n" + "\n".join(lines)
        folder.apply(planned(folder, text))
        assert planned(folder, text).batch.changes == ()
    logged = [
        item["text"]
        for document in folder.documents.values()
        for item in (document or {}).get("timeline", [])
    ]
    assert len(logged) == sum("**" in line for line in more + first)


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpora of other programs' files are not beside this checkout"
)
def test_the_whole_corpus_comes_in_once() -> None:
    folder = Folder()
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.md"))]
    assert texts
    folder.apply(planned(folder, *texts))
    assert folder.documents["grace-hopper"]
    assert planned(folder, *texts).batch.changes == ()
