"""Rows are replaced where they differ, and the index is the one that would be built anew."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.storage.index.index import Index
from tests.support.indexed_network import TODAY, Net, content, met


def said(text: str, day: str, *others: str) -> str:
    return f'on = {day}\nkind = "coffee"\nwith = {list(others)}\ntext = "{text}"'


def _numbers(index: Index) -> dict[str, int]:
    return dict(index.db.execute("SELECT day, rowid FROM entry WHERE contact = 'ada'"))


def test_after_a_new_entry_the_rows_of_the_others_stand_where_they_stood(net: Net) -> None:
    first, second = met("2026-11-01", "grace"), met("2026-11-05")
    net.person("ada", first, second)
    net.person("grace")
    index = net.fresh()
    before = _numbers(index)
    net.person("ada", first, second, met("2026-11-09"))
    assert index.refresh(TODAY).changed == ("ada",), "nothing changes for those in other entries"
    after = _numbers(index)
    assert {day: after[day] for day in before} == before and len(after) == 3


def test_entries_stay_in_the_order_of_the_file_when_one_in_the_middle_changes(net: Net) -> None:
    days = ("2026-11-01", "2026-11-01", "2026-11-02")
    net.person("ada", *map(said, "012", days))
    index = net.fresh()
    net.person("ada", *map(said, "0x2", days))
    index.refresh(TODAY)
    assert [body for (body,) in index.db.execute("SELECT body FROM entry ORDER BY rowid")] == ["0", "x", "2"]


def test_who_was_met_with_somebody_hears_of_their_new_name(net: Net) -> None:
    net.person("ada", met("2026-11-01", "grace"))
    net.person("grace")
    index = net.fresh()
    net.write("ada", f'name = "Ada King"\n[[timeline]]\n{met("2026-11-01", "grace")}\n')
    assert set(index.refresh(TODAY).changed) == {"ada", "grace"}


heads = st.lists(
    st.sampled_from(
        (
            'tags = ["x"]',
            'tags = ["x", "y+"]',
            'notes = "their lab is hiring"',
            'aliases = ["Countess"]',
            "archived = true",
        )
    ),
    max_size=4,
    unique_by=lambda line: line.split()[0],
)
parts = st.lists(
    st.sampled_from(
        (
            '[[promise]]\nid = "p1"\nby = "me"\ntext = "the deck"\nmade = 2026-11-01',
            '[[promise]]\nid = "p2"\nby = "them"\ntext = "an intro"\nmade = 2026-11-02',
            '[[date]]\nwhat = "birthday"\non = "12-10"',
            '[[related]]\nto = "grace"\nas = "friend"',
            '[[opportunity]]\nid = "o1"\nwhat = "a job"',
            *(
                f"[[timeline]]\n{said(text, day, *others)}"
                for day in ("2026-09-01", "2026-11-20", "2026-12-24")
                for others in ((), ("grace",), ("grace", "mary"))
                for text in ("tea", "c++ and tea")
            ),
        )
    ),
    max_size=7,
)
files = st.one_of(
    st.builds(lambda head, rest: "\n".join(['name = "Ada"', *head, *rest, ""]), heads, parts),
    st.just("name = "),
)


@pytest.mark.slow
@settings(max_examples=120, deadline=None)
@given(st.lists(files, min_size=2, max_size=5))
def test_whatever_changes_the_rows_are_those_of_a_new_index(
    tmp_path_factory: pytest.TempPathFactory, versions: list[str]
) -> None:
    base = tmp_path_factory.mktemp("rows")
    net = Net(base)
    try:
        net.person("grace")
        net.person("mary", met("2026-10-01", "ada"))
        index = net.fresh(memory=True)
        for version in versions:
            net.write("ada", version)
            index.refresh(TODAY)
        assert content(index) == content(net.fresh(memory=True))
    finally:
        net.close()
        shutil.rmtree(base)
