"""Quarantine files: what was rejected comes back, cut where it is too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.storage import quarantine
from netui.storage.quarantine import QuarantinedItem, dump_quarantine, load_quarantine, quarantine_file

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.builds(QuarantinedItem, TEXT.filter(bool), TEXT, TEXT, TEXT, TEXT), max_size=4))
def test_what_was_rejected_comes_back(items: list[QuarantinedItem]) -> None:
    assert load_quarantine(dump_quarantine(items)) == items


def test_long_texts_are_cut_and_the_file_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quarantine, "LARGEST_RAW", 10)
    monkeypatch.setattr(quarantine, "LARGEST_FILE", 25)
    items = [QuarantinedItem("a.csv", f"line {n}", "why", "", "x" * 99) for n in range(5)]
    kept = load_quarantine(dump_quarantine(items))
    assert kept is not None and [len(each.raw) for each in kept] == [10, 10]


def test_a_name_of_a_file_never_is_a_path_and_two_names_never_one() -> None:
    names = ["../../a.vcf", "a.vcf", "a-vcf", "\x1b[31m", "名前.vcf"]
    files = {quarantine_file(name) for name in names}
    assert len(files) == len(names)
    assert all(set(file.stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for file in files)
