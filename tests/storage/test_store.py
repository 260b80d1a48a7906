import contextlib
import os
import stat
import subprocess
import sys
import threading

import pytest
import tomli

from netui.domain.model.changes import (
    AddItem,
    Create,
    Delete,
    FileId,
    RemoveItem,
    SetValue,
)
from netui.domain.model.kinds import BUILT_IN
from netui.storage.errors import CannotSave, Conflict, EditRefused, FolderGone, StoreError, Unreadable
from netui.storage.index.index import Index
from netui.storage.toml.document import load
from tests.support.faulty_disk import ADA, ADA_TEXT, BOB, batch, contents, entry, network, store
from tests.support.indexed_network import TODAY, content


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

    @pytest.mark.parametrize("text", [ADA_TEXT, ADA_TEXT + b'\r\n[[promise]]\r\nid = "p"\r\ntext = "a"\r\n'])
    def test_a_new_entry_is_parsed_before_and_after_and_the_result_handed_to_the_index(
        self, tmp_path, monkeypatch, text
    ):
        home = network(tmp_path, [(ADA, text)])
        parsed = []
        with contextlib.closing(Index(home / "net", home / "cache", BUILT_IN)) as index:
            index.refresh(TODAY)
            loads = tomli.loads
            monkeypatch.setattr(tomli, "loads", lambda text: parsed.append(text) or loads(text))
            applied = store(home).apply(batch(AddItem(ADA, "timeline", entry())))
            index.absorb(applied.files, applied.folders, TODAY)
            assert len(parsed) == 2
            assert applied.files[0].document == load(applied.files[0].data)
            absorbed = content(index)
        with contextlib.closing(Index(home / "net", None, BUILT_IN)) as index:
            index.refresh(TODAY)
            assert absorbed == content(index)

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
        "stem", ["", ".", "..", "../x", "a/b", ".x", "x\0", "ada_REMOTE_1", "#x", "x.orig"]
    )
    def test_refuses_names_that_leave_the_folder_or_would_not_be_listed(self, tmp_path, stem):
        with pytest.raises(EditRefused, match="name of a file"):
            store(network(tmp_path)).apply(batch(Create(FileId("contacts", stem), "name = 'x'")))

    def test_refuses_a_new_file_that_could_not_be_read(self, tmp_path):
        for text in ("name = ", "name = '\ud800'"):
            with pytest.raises(StoreError):
                store(network(tmp_path)).apply(batch(Create(BOB, text)))

    def test_a_file_that_is_gone_is_a_conflict(self, tmp_path):
        with pytest.raises(Conflict, match=r"contacts/bob\.toml is no longer there: another program deleted"):
            store(network(tmp_path)).apply(batch(SetValue(BOB, ("org",), "Y")))
        store(tmp_path).apply(batch(Delete(ADA)))
        with pytest.raises(Conflict, match=r"ada\.toml is no longer there: it is in the trash; .* undo"):
            store(tmp_path).apply(batch(SetValue(ADA, ("org",), "Y")))

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


class TestTogether:
    def test_two_processes_lose_nothing(self, tmp_path):
        home = network(tmp_path)
        program = (
            "import sys; from tests.support.faulty_disk import *; from netui.domain.model.changes import *\n"
            "from pathlib import Path; one = store(Path(sys.argv[1]))\n"
            "for i in range(25):\n"
            "    one.apply(Batch('x', (AddItem(ADA, 'timeline', {'id': sys.argv[2] + str(i)}),)))\n"
        )
        running = [subprocess.Popen([sys.executable, "-c", program, str(home), name]) for name in "ab"]
        assert [each.wait(60) for each in running] == [0, 0]
        found = {item["id"] for item in load(store(home).read(ADA))["timeline"]}
        assert found == {f"{name}{number}" for name in "ab" for number in range(25)}
        assert len(store(home).history()) == 50
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
    (home / "net/.netui-2.tmp").write_text("half of the settings")
    (home / "net/contacts/.other").write_text("theirs")
    assert store(home).sweep() == 2
    assert not (home / "net/.netui-2.tmp").exists() and len(store(home).trash()) == 2
    assert sorted(os.listdir(home / "net/contacts")) == [".other", "ada.toml"]


def test_sweep_moves_what_another_program_wrote_to_the_trash(tmp_path):
    home = network(tmp_path)
    one = store(home)
    one.apply(batch(SetValue(ADA, ("org",), "Y")))
    folder = home / "net/contacts"
    (folder / ".netui-1.tmp").write_bytes(ADA_TEXT)
    (folder / ".netui-2.tmp").write_bytes(b"")
    (folder / ".netui-3.tmp").write_bytes(b"name = 'Theirs'\n")
    (folder / ".netui-4.tmp").mkdir()
    assert one.sweep() == 3
    assert sorted(os.listdir(folder)) == [".netui-4.tmp", "ada.toml"]
    assert [each.path.read_bytes() for each in one.trash()] == [b"name = 'Theirs'\n"]


def test_a_preview_shows_what_a_batch_would_do_and_does_nothing(tmp_path):
    home = network(tmp_path)
    one = store(home)
    ada, bob = one.preview(batch(SetValue(ADA, ("org",), "Y"), Create(BOB, "a = 1\n")))
    assert (ada.before, ada.after) == (ADA_TEXT, ADA_TEXT.replace(b'"Z"', b'"Y"'))
    assert (bob.before, bob.after) == (None, b"a = 1\n")
    assert one.preview(batch(SetValue(ADA, ("org",), "Z"))) == []
    with pytest.raises(Conflict):
        one.preview(batch(Create(ADA, "a = 1\n")))
    assert contents(home) == {"contacts/ada.toml": ADA_TEXT} and one.history() == []


class TestAFolderThatIsGone:
    """Moved, or its disk unmounted, which leaves an empty folder: what is written there would be hidden."""

    @pytest.mark.parametrize("left", [True, False], ids=["an empty folder is left", "nothing is left"])
    def test_nothing_is_written_or_undone_until_it_is_back(self, tmp_path, left):
        home = network(tmp_path)
        writer = store(home)
        writer.apply(batch(AddItem(ADA, "timeline", entry())))
        held = contents(home)
        (home / "net").rename(home / "elsewhere")
        if left:
            (home / "net").mkdir()
        for act in (
            lambda: writer.apply(batch(Create(FileId("contacts", "eve"), 'name = "Eve"\n'))),
            writer.undo,
            writer.redo,
        ):
            with pytest.raises(FolderGone, match="is gone; netui goes on once it is back"):
                act()
        assert not (home / "net/contacts").exists()
        if left:
            assert not list((home / "net").iterdir())
            (home / "net").rmdir()
        (home / "elsewhere").rename(home / "net")
        assert contents(home) == held
        assert writer.undo() is not None
        assert contents(home)["contacts/ada.toml"] == ADA_TEXT

    def test_a_network_that_never_was_is_made(self, tmp_path):
        (tmp_path / "state").mkdir()
        store(tmp_path).apply(batch(Create(FileId("contacts", "eve"), 'name = "Eve"\n')))
        assert (tmp_path / "net/contacts/eve.toml").exists()
