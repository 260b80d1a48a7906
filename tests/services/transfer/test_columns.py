"""The columns of a CSV file: what each will fill, and saying otherwise."""

from pathlib import Path

from netui.services.transfer.columns import FIELDS, list_columns, map_column
from netui.services.transfer.imports import ReadOptions, plan_import
from tests.support.app import open_workspace


def test_known_columns_say_what_they_fill_and_unknown_ones_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Shoe\x1b Size,Email\nAda,38,a@x.example\n")
    found = list_columns(str(path), {})
    assert [(each.header, each.key, each.sample) for each in found] == [
        ("Name", "name", "Ada"), ("Shoe Size", "", "38"), ("Email", "emails", "a@x.example"),
    ]  # fmt: skip


def test_the_sample_of_a_column_is_its_first_value(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Email,Phone\nAda,,\nBob,b@x.example\n")
    assert [each.sample for each in list_columns(str(path), {})] == ["Ada", "b@x.example", ""]


def test_a_file_without_a_known_header_has_those_of_its_first_row(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Wer;Wohin\nAda;a@x.example\n")
    assert [(each.header, each.key) for each in list_columns(str(path), {})] == [("Wer", ""), ("Wohin", "")]


def test_what_is_said_of_columns_is_what_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Who,Mail,Second,Notes\nAda,a@x.example,b@x.example,secret\n")
    columns = map_column({}, "Who", "name")
    for header, field in (("Mail", "email"), ("Second", "email"), ("Notes", "")):
        columns = map_column(columns, header, field)
    assert [each.key for each in list_columns(str(path), columns)] == ["name", "emails", "emails", ""]
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    (change, *_) = plan_import(workspace, [str(path)], options=ReadOptions(columns=columns)).batch.changes
    text = getattr(change, "text", "")
    assert "a@x.example" in text and "b@x.example" in text and "secret" not in text
    assert map_column(columns, "Who", "notes") == {
        **{k: v for k, v in columns.items() if k != "name"},
        "notes": "Who",
    }


def test_every_field_that_is_offered_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    for field in FIELDS:
        path.write_text("X,Name\nvalue,Ada\n")
        (first, *_) = list_columns(str(path), map_column({"name": "Name"}, "X", field))
        assert first.key, field


def test_what_is_no_csv_has_no_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    assert list_columns(str(tmp_path / "a.csv"), {}) == [] == list_columns("/nowhere.csv", {})
    (tmp_path / "b.csv").write_bytes(b"")
    assert list_columns(str(tmp_path / "b.csv"), {}) == []
