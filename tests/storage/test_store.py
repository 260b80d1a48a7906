import json
import os
import stat
import subprocess
import sys
import threading
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from netui.domain.changes import (
    AddItem,
    AmendItem,
    Batch,
    Create,
    Delete,
    FileId,
    RemoveItem,
    ReplaceText,
    SetValue,
)
from netui.storage import journal as journals
from netui.storage.documents import load
from netui.storage.errors import CannotSave, Conflict, EditRefused, StoreError, Unreadable
from tests.storage.folders import ADA, ADA_TEXT, BOB, contents, network, store
from tests.storage.ugly import ITEMS, TEXTS, documents


def batch(*changes, label="did it"):
    return Batch(label, changes)


def entry(text="x", name="1"):
    return {"id": name, "on": date(2026, 1, 2), "text": text}


class TestApply:
    def test_an_entry_is_added_behind_every_earlier_byte(self, tmp_path):
        applied = store(network(tmp_path)).apply(batch(AddItem(ADA, "timeline", entry())))
        path = tmp_path / "net/contacts/ada.toml"
        assert (
            path.read_bytes()
            == ADA_TEXT + b'\r\n[[timeline]]\r\nid = "1"\r\non = 2026-01-02\r\ntext = "x"\r\n'
        )
        (written,) = applied.files
        status = path.stat()
        assert written.data == path.read_bytes()
        assert written.signature == (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
        (times,) = applied.folders
        assert (
            times.folder == "contacts" and 0 < times.before <= times.after == path.parent.stat().st_mtime_ns
        )

    def test_several_changes_to_one_file_compose(self, tmp_path):
        home = network(tmp_path)
        applied = store(home).apply(batch(SetValue(ADA, ("org",), "Y"), AddItem(ADA, "timeline", entry())))
        assert len(applied.files) == 1
        assert load(applied.files[0].data)["org"] == "Y"
        store(home).undo()
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT}

    def test_one_refusal_and_nothing_is_written(self, tmp_path):
        home = network(tmp_path, [(ADA, ADA_TEXT), (BOB, b"name = ")])
        before = contents(home)
        for refused in (
            SetValue(BOB, ("org",), 1),
            RemoveItem(ADA, "timeline", {"id": "9"}),
            Create(ADA, "a = 1"),
        ):
            with pytest.raises(StoreError):
                store(home).apply(batch(SetValue(ADA, ("org",), "Y"), refused))
        assert contents(home) == before
        assert store(home).history() == []

    def test_what_is_so_already_leaves_no_trace(self, tmp_path):
        home = network(tmp_path)
        assert store(home).apply(batch(SetValue(ADA, ("org",), "Z"))).files == ()
        assert store(home).history() == []

    def test_new_files_are_private_and_never_replace_one(self, tmp_path):
        one = store(tmp_path)
        one.apply(batch(Create(ADA, 'name = "Ada"\n')))
        path = tmp_path / "net/contacts/ada.toml"
        modes = [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent, path.parent.parent)]
        assert modes == [0o600, 0o700, 0o700]
        assert all(stat.S_IMODE(each.stat().st_mode) & 0o077 == 0 for each in (tmp_path / "state").rglob("*"))
        with pytest.raises(Conflict, match="exists already"):
            one.apply(batch(Create(ADA, 'name = "Other"\n')))

    @pytest.mark.parametrize(
        "stem", ["", ".", "..", "../x", "a/b", ".x", "x\0", "ada.sync-conflict-1", "#x", "x.orig"]
    )
    def test_refuses_names_that_leave_the_folder_or_would_not_be_listed(self, tmp_path, stem):
        with pytest.raises(EditRefused, match="name of a file"):
            store(network(tmp_path)).apply(batch(Create(FileId("contacts", stem), "name = 'x'")))

    def test_refuses_a_new_file_that_could_not_be_read(self, tmp_path):
        for text in ("name = ", "name = '\ud800'"):
            with pytest.raises(StoreError):
                store(network(tmp_path)).apply(batch(Create(BOB, text)))

    def test_a_file_that_is_gone_is_a_conflict(self, tmp_path):
        with pytest.raises(Conflict, match=r"contacts/bob\.toml is no longer there"):
            store(network(tmp_path)).apply(batch(SetValue(BOB, ("org",), "Y")))

    def test_modes_are_kept(self, tmp_path):
        path = network(tmp_path) / "net/contacts/ada.toml"
        path.chmod(0o640)
        store(tmp_path).apply(batch(SetValue(ADA, ("org",), "Y")))
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_writes_through_a_link_inside_the_network(self, tmp_path):
        home = network(tmp_path)
        (home / "net/elsewhere").mkdir()
        link, real = home / "net/contacts/ada.toml", home / "net/elsewhere/real.toml"
        link.rename(real)
        link.symlink_to("../elsewhere/real.toml")
        one = store(home)
        one.apply(batch(SetValue(ADA, ("org",), "Y")))
        assert link.is_symlink() and load(real.read_bytes())["org"] == "Y"
        one.apply(batch(Delete(ADA)))
        assert not link.is_symlink() and real.exists()
        one.undo()
        assert link.is_symlink() and load(link.read_bytes())["org"] == "Y"

    def test_refuses_links_that_lead_out_and_what_is_no_file(self, tmp_path):
        home = network(tmp_path)
        outside = tmp_path / "outside.toml"
        outside.write_text("name = 'x'\n")
        (home / "net/contacts/bob.toml").symlink_to(outside)
        os.mkfifo(home / "net/contacts/fifo.toml")
        (home / "net/contacts/dir.toml").mkdir()
        for stem in ("bob", "fifo", "dir"):
            file = FileId("contacts", stem)
            with pytest.raises(Unreadable, match=f"contacts/{stem}"):
                store(home).read(file)
            with pytest.raises(Unreadable, match=f"contacts/{stem}"):
                store(home).apply(batch(SetValue(file, ("org",), "Y")))
        assert outside.read_text() == "name = 'x'\n"

    def test_a_folder_that_leads_out_is_refused(self, tmp_path):
        (tmp_path / "away").mkdir()
        (tmp_path / "net").mkdir()
        (tmp_path / "net/contacts").symlink_to(tmp_path / "away")
        with pytest.raises(CannotSave, match="leads out"):
            store(tmp_path).apply(batch(Create(ADA, "name = 'x'")))

    def test_a_change_by_another_program_between_reading_and_switching_is_kept(self, tmp_path, monkeypatch):
        home = network(tmp_path)
        one = store(home)
        path = home / "net/contacts/ada.toml"
        add, times = one._journal.add, []

        def meddling(*args):
            if len(times) < 2:
                times.append(1)
                path.write_bytes(path.read_bytes() + b"# theirs\r\n")
            return add(*args)

        monkeypatch.setattr(one._journal, "add", meddling)
        one.apply(batch(AddItem(ADA, "timeline", entry())))
        assert path.read_bytes().startswith(ADA_TEXT + b"# theirs\r\n# theirs\r\n\r\n[[timeline]]")
        assert len(one.history()) == 1
        one.undo()
        assert path.read_bytes() == ADA_TEXT + b"# theirs\r\n" * 2

    def test_a_deletion_takes_what_the_file_holds_in_the_end(self, tmp_path, monkeypatch):
        home = network(tmp_path)
        one = store(home)
        path = home / "net/contacts/ada.toml"
        add = one._journal.add

        def meddling(*args):
            if path.read_bytes() == ADA_TEXT:
                path.write_bytes(ADA_TEXT + b"# theirs\r\n")
            return add(*args)

        monkeypatch.setattr(one._journal, "add", meddling)
        one.apply(batch(Delete(ADA)))
        one.undo()
        assert path.read_bytes() == ADA_TEXT + b"# theirs\r\n"
        (home / "net/.trash").rmdir()
        one.redo()
        for trashed in one.trash():
            trashed.path.unlink()
        one.undo()
        assert path.read_bytes() == ADA_TEXT + b"# theirs\r\n"

    def test_gives_up_on_a_file_that_never_rests(self, tmp_path, monkeypatch):
        one = store(network(tmp_path))
        path = tmp_path / "net/contacts/ada.toml"
        add = one._journal.add

        def meddling(*args):
            path.write_bytes(path.read_bytes() + b"#\r\n")
            return add(*args)

        monkeypatch.setattr(one._journal, "add", meddling)
        with pytest.raises(Conflict, match="keeps changing"):
            one.apply(batch(AddItem(ADA, "timeline", entry())))
        assert b"timeline" not in path.read_bytes() and one.undo() is None


class TestUndo:
    @settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
    @given(documents(), ITEMS, TEXTS)
    def test_gives_the_exact_bytes_back_and_forth(self, tmp_path_factory, text, item, value):
        home = network(tmp_path_factory.mktemp("net"), [(ADA, text.encode())])
        changes = [
            AddItem(ADA, "timeline", item),
            SetValue(ADA, ("org",), value),
            SetValue(ADA, ("name",), None),
        ]
        changes.append(ReplaceText(ADA, text, "a = 1\r\n"))
        states = []
        for change in changes[:3]:
            states.append(contents(home))
            store(home).apply(batch(change))
        steps = len(store(home).history())
        last = contents(home)
        for _ in range(steps):
            assert store(home).undo() is not None
        assert contents(home) == states[0] and store(home).undo() is None
        for _ in range(steps):
            assert store(home).redo() is not None
        assert contents(home) == last and store(home).redo() is None

    def test_survives_restarts_and_tells_its_history(self, tmp_path):
        home = network(tmp_path)
        for number in "123":
            store(home).apply(batch(AddItem(ADA, "timeline", entry(name=number)), label=f"logged {number}"))
        assert store(home).undo().label == "logged 3"
        assert store(home).undo().label == "logged 2"
        assert store(home).redo().label == "logged 2"
        events = store(home).history()
        assert [(each.label, each.undone) for each in events] == [
            ("logged 3", True), ("logged 2", False), ("logged 1", False),
        ]  # fmt: skip
        assert events[0].files == (ADA,) and len(store(home).history(limit=1)) == 1

    def test_a_new_batch_ends_what_could_be_redone(self, tmp_path):
        home = network(tmp_path)
        one = store(home)
        one.apply(batch(SetValue(ADA, ("org",), "Y")))
        one.undo()
        one.apply(batch(SetValue(ADA, ("title",), "T")))
        assert one.redo() is None
        one.undo()
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT}

    def test_takes_back_only_its_own_where_others_wrote_since(self, tmp_path):
        home = network(tmp_path)
        one = store(home)
        path = home / "net/contacts/ada.toml"
        one.apply(batch(AddItem(ADA, "timeline", entry()), SetValue(ADA, ("org",), "Y")))
        path.write_bytes(path.read_bytes().replace(b"# mine", b"# theirs"))
        one.undo()
        assert path.read_bytes() == ADA_TEXT.replace(b"# mine", b"# theirs")
        one.redo()
        assert load(path.read_bytes())["org"] == "Y"

    def test_refuses_whole_where_its_own_was_changed_since(self, tmp_path):
        home = network(tmp_path, [(ADA, ADA_TEXT), (BOB, b"name = 'Bob'\n")])
        one = store(home)
        one.apply(batch(SetValue(BOB, ("org",), "Y"), AddItem(ADA, "timeline", entry("mine"))))
        path = home / "net/contacts/ada.toml"
        path.write_bytes(path.read_bytes().replace(b"mine", b"more"))
        before = contents(home)
        with pytest.raises(Conflict, match="since"):
            one.undo()
        assert contents(home) == before and not one.history()[0].undone

    def test_of_an_added_contact_moves_it_to_the_trash_unless_it_was_changed(self, tmp_path):
        one = store(tmp_path)
        one.apply(batch(Create(ADA, "name = 'Ada'\n")))
        one.undo()
        assert contents(tmp_path) == {} and [each.stem for each in one.trash()] == ["ada"]
        one.redo()
        path = tmp_path / "net/contacts/ada.toml"
        path.write_text("name = 'Ada King'\n")
        with pytest.raises(Conflict, match="changed since"):
            one.undo()
        assert path.read_text() == "name = 'Ada King'\n"

    def test_of_a_deletion_brings_it_back_as_it_was(self, tmp_path):
        home = network(tmp_path, [(ADA, b"broken = \xff"), (FileId("goals", "cto"), b"title = 'x'")])
        before = contents(home)
        (home / "net/contacts/ada.toml").chmod(0o644)
        one = store(home)
        one.apply(batch(Delete(ADA), Delete(FileId("goals", "cto"))))
        assert contents(home) == {} and len(one.trash()) == 2
        one.undo()
        assert contents(home) == before and one.trash() == []
        assert stat.S_IMODE((home / "net/contacts/ada.toml").stat().st_mode) == 0o644
        one.redo()
        for trashed in one.trash():
            trashed.path.unlink()
        one.undo()
        assert contents(home) == before

    def test_of_a_deletion_never_replaces_a_namesake(self, tmp_path):
        home = network(tmp_path)
        one = store(home)
        one.apply(batch(Delete(ADA)))
        (home / "net/contacts/ada.toml").write_text("name = 'Other'\n")
        with pytest.raises(Conflict):
            one.undo()
        assert (home / "net/contacts/ada.toml").read_text() == "name = 'Other'\n"

    def test_each_network_has_its_own_journal(self, tmp_path):
        one = store(network(tmp_path))
        one.apply(batch(SetValue(ADA, ("org",), "Y")))
        network(tmp_path / "other")
        other = type(one)(tmp_path / "other/net", tmp_path / "state", now=one._now)
        assert other.undo() is None and one.undo() is not None


class TestJournal:
    def test_a_torn_last_line_is_passed_over(self, tmp_path):
        one = store(network(tmp_path))
        one.apply(batch(SetValue(ADA, ("org",), "Y"), label="whole"))
        (path,) = (tmp_path / "state/journal").iterdir()
        whole = path.read_bytes()
        for cut in range(0, len(whole), 7):
            path.write_bytes(whole + whole[:cut])
            assert [each.label for each in one.history()] == ["whole"]
            one.apply(batch(SetValue(ADA, ("title",), f"T{cut}"), label="next"))
            assert [each.label for each in one.history()] == ["next", "whole"]
            one.undo()

    def test_a_batch_cut_off_before_the_switch_is_passed_over_by_undo(self, tmp_path):
        home = network(tmp_path)
        one = store(home)
        one.apply(batch(SetValue(ADA, ("org",), "Y"), label="first"))
        kept = contents(home)
        one.apply(batch(SetValue(ADA, ("org",), "X"), label="cut off"))
        (home / "net/contacts/ada.toml").write_bytes(kept["contacts/ada.toml"])
        assert one.undo().label == "first"
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT}

    def test_holds_every_kind_of_change_and_value(self, tmp_path):
        home = network(tmp_path, [(ADA, b'a = 1\n[[timeline]]\nid = "1"\nat = 10:00:00\nf = nan\n')])
        values = {"d": date(2026, 1, 1), "$date": "no date", "t": {"$table": [1.5, -0.0]}, "gone": None}
        one = store(home)
        one.apply(
            batch(AddItem(ADA, "date", values), AmendItem(ADA, "timeline", {"id": "1"}, {"f": None, "x": 1}))
        )
        one.apply(
            batch(RemoveItem(ADA, "timeline", {"id": "1"}), SetValue(ADA, ("t",), {"x": [date(2026, 1, 1)]}))
        )
        path = home / "net/contacts/ada.toml"
        before = load(path.read_bytes())
        for _ in range(2):
            path.write_bytes(path.read_bytes() + b"# theirs\n")
            store(home).undo()
        data = load(path.read_bytes())
        assert data["a"] == 1 and str(data["timeline"][0]["f"]) == "nan" and "date" not in data
        for _ in range(2):
            path.write_bytes(path.read_bytes() + b"# theirs\n")
            store(home).redo()
        assert load(path.read_bytes()) == before

    def test_stays_bounded_and_keeps_what_can_be_undone(self, tmp_path, monkeypatch):
        monkeypatch.setattr(journals, "COMPACT_OVER", 6000)
        monkeypatch.setattr(journals, "KEEP_AT_LEAST", 3)
        home = network(tmp_path)
        one = store(home)
        for number in range(60):
            one.apply(batch(SetValue(ADA, ("org",), f"Y{number}")))
            if number % 7 == 3:
                one.undo()
        (path,) = (tmp_path / "state/journal").iterdir()
        assert path.stat().st_size < 2 * 6000 + 2000
        numbers = [json.loads(line)["n"] for line in path.read_text().splitlines()]
        assert numbers == sorted(set(numbers))
        states = [load(one.read(ADA))["org"]]
        while one.undo():
            states.append(load(one.read(ADA))["org"])
        assert len(states) > 3 and states[0] == "Y58" and len(set(states)) == len(states)

    def test_an_unwritable_state_folder_stops_the_save(self, tmp_path):
        home = network(tmp_path)
        (tmp_path / "state").write_text("a file")
        with pytest.raises(CannotSave, match="journal"):
            store(home).apply(batch(SetValue(ADA, ("org",), "Y")))
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT}


class TestTogether:
    def test_two_processes_lose_nothing(self, tmp_path):
        home = network(tmp_path)
        program = (
            "import sys; from tests.storage.folders import *; from netui.domain.changes import *\n"
            "from pathlib import Path; one = store(Path(sys.argv[1]))\n"
            "for i in range(25):\n"
            "    one.apply(Batch('x', (AddItem(ADA, 'timeline', {'id': sys.argv[2] + str(i)}),)))\n"
        )
        running = [subprocess.Popen([sys.executable, "-c", program, str(home), name]) for name in "ab"]
        assert [each.wait(60) for each in running] == [0, 0]
        found = {item["id"] for item in load(store(home).read(ADA))["timeline"]}
        assert found == {f"{name}{number}" for name in "ab" for number in range(25)}
        assert len(store(home).history(100)) == 50
        while store(home).undo():
            pass
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT}

    def test_threads_take_turns(self, tmp_path):
        home = network(tmp_path)
        one = store(home)

        def work(name):
            for number in range(10):
                one.apply(batch(AddItem(ADA, "timeline", entry(name=f"{name}{number}"))))

        threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len(load(one.read(ADA))["timeline"]) == 30


class TestNames:
    def test_a_free_id_minds_the_case_of_what_is_there(self, tmp_path):
        home = network(tmp_path, [(FileId("contacts", "Ada-Lovelace"), b"")])
        assert store(home).free_stem("contacts", "Ada Lovelace") == "ada-lovelace-2"
        assert store(home).free_stem("goals", "Ada Lovelace") == "ada-lovelace"


def test_sweep_removes_what_a_crash_left(tmp_path):
    home = network(tmp_path)
    (home / "net/contacts/.netui-1.tmp").write_text("half")
    (home / "net/contacts/.other").write_text("theirs")
    assert store(home).sweep() == 1
    assert sorted(os.listdir(home / "net/contacts")) == [".other", "ada.toml"]
