import json
import stat
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from netui.domain.model.changes import (
    AddItem,
    AmendItem,
    Create,
    Delete,
    FileId,
    RemoveItem,
    ReplaceText,
    SetValue,
)
from netui.storage.errors import CannotReplay, Conflict
from netui.storage.toml.document import load
from netui.storage.undo import journal as journals
from tests.support.faulty_disk import ADA, ADA_TEXT, BOB, batch, contents, entry, network, store
from tests.support.odd_toml import ITEMS, TEXTS, documents


class TestUndo:
    @pytest.mark.slow
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
        assert events[0].files == (ADA,) and len(store(home).history()) == 3

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


# The format is a promise: journals written by earlier versions are undone by later ones.
WRITTEN = (
    r"""{"label": "logged", "when": "2026-11-21T12:00:00", "steps": [{"file": ["contacts", "ada"],
"before": "c58f1635d4e4696b4f4d4a5f0b013c3a", "after": "36810c0f40c46efd6b66944e574038de", "splice": [29,
"Z\" # c", "Y\" # c\r\n\r\n[[timeline]]\r\nid = \"1\"\r\non = 2026-01-02"], "changes": [[{"do": "SetValue",
"path": ["org"], "value": "Y"}, {"do": "SetValue", "path": ["org"], "value": "Z"}], [{"do": "AddItem",
"table": "timeline", "item": {"id": "1", "on": {"$date": "2026-01-02"}}}, {"do": "RemoveItem",
"table": "timeline", "where": {"id": "1", "on": {"$date": "2026-01-02"}}}]]}], "n": 1}
""".replace("\n", " ").rstrip()
    + "\n"
)


class TestJournal:
    @pytest.mark.parametrize("theirs", [b"", b"# theirs\r\n"])
    def test_keeps_its_format(self, tmp_path, theirs):
        home = network(tmp_path)
        one = store(home)
        one.apply(
            batch(
                SetValue(ADA, ("org",), "Y"),
                AddItem(ADA, "timeline", {"id": "1", "on": date(2026, 1, 2)}),
                label="logged",
            )
        )
        (path,) = (tmp_path / "state/journal").iterdir()
        assert json.loads(path.read_text()) == json.loads(WRITTEN)
        path.write_text(WRITTEN)
        file = home / "net/contacts/ada.toml"
        file.write_bytes(theirs + file.read_bytes())
        assert one.undo().label == "logged"
        assert file.read_bytes() == theirs + ADA_TEXT

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
        with pytest.raises(CannotReplay, match="is not there any more") as told:
            one.undo()
        assert one.undo(told.value.number).label == "first"
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT}

    @pytest.mark.parametrize(
        "odd",
        [
            b'{"n": 2, "label": "x", "when": "2026-01-01T00:00:00", "steps": [{}]}',
            b'{"n": 2, "label": "x", "when": "once", "steps": []}',
            b'{"n": 2, "label": "x", "when": "2026-01-01T00:00:00", "steps": [{"file": ["goals", "x"]}]}',
            b'{"n": 2, "label": "x", "when": "2026-01-01T00:00:00", "steps": [{"file": ["goals", "x"], '
            b'"before": "", "after": "", "splice": [0, "", "a"], "changes": [[{"do": "Fly"}, {"do": ""}]]}]}',
            b'{"n": 2, "label": "x", "when": "2026-01-01T00:00:00", "steps": [{"file": ["..", "../x"]}]}',
            b'{"n": 2, "label": 3, "when": "2026-01-01T00:00:00", "steps": []}',
            b'{"n": true, "undo": [1]}', b'{"n": 2, "undo": {}}', b'{"n": 2, "void": "1"}', b'{"n": 2}',
            b'{"n": 2, "fly": 1}', b'{"n": 2, "begin": "flying", "of": 1, "open": true}', b"[1]", b"null",
            b"[" * 9000, b"\xff\xfe\x00", b'{"n": 1' + b"0" * 5000 + b"}", b"{", b"", b'{"label": "cut o',
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("end", [b"\n", b""])
    def test_an_odd_line_ends_neither_undo_nor_history(self, tmp_path, odd, end):
        home = network(tmp_path)
        one = store(home)
        one.apply(batch(SetValue(ADA, ("org",), "Y"), label="mine"))
        (path,) = (tmp_path / "state/journal").iterdir()
        path.write_bytes(path.read_bytes() + odd + end)
        assert "mine" in [each.label for each in one.history()]
        assert one.undo().label == "mine" and contents(home) == {"contacts/ada.toml": ADA_TEXT}
        one.redo()
        one.apply(batch(SetValue(ADA, ("title",), "T"), label="more"))
        assert [one.undo().label for _ in range(2)] == ["more", "mine"]

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

    def test_an_unwritable_state_folder_only_stops_undo(self, tmp_path):
        home = network(tmp_path)
        (tmp_path / "state").write_text("a file")
        applied = store(home).apply(batch(SetValue(ADA, ("org",), "Y")))
        assert "journal" in applied.undo_problem and "Errno" not in applied.undo_problem
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT.replace(b'"Z"', b'"Y"')}


def test_a_large_journal_is_read_as_a_whole_only_once_it_has_doubled(tmp_path, monkeypatch):
    monkeypatch.setattr(journals, "COMPACT_OVER", 6000)
    monkeypatch.setattr(journals, "KEEP_AT_LEAST", 99)
    home = network(tmp_path)
    for number in range(30):
        store(home).apply(batch(AddItem(ADA, "timeline", entry(name=f"{number}" * 40))))
    read, reads = journals.Journal._lines, []
    monkeypatch.setattr(journals.Journal, "_lines", lambda self: reads.append(1) or read(self))
    store(home).apply(batch(AddItem(ADA, "timeline", entry(name="one more"))))
    assert not reads and len(store(home).history()) == 31
