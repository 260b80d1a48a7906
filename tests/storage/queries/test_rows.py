"""Rows decoded when they are accessed."""

from netui.storage.queries.rows import LazyRows, split_list
from tests.support.indexed_network import Net, met, reader


def test_a_row_is_decoded_only_when_accessed() -> None:
    decoded: list[int] = []

    def decode(row: tuple[int, ...]) -> int:
        decoded.append(row[0])
        return row[0] * 10

    rows = LazyRows([(1,), (2,), (3,)], decode)
    assert len(rows) == 3 and rows[1:][1] == 30 and decoded == [3]
    assert rows == [10, 20, 30] and rows != [10]


def test_list_columns_are_framed_by_newlines() -> None:
    assert (split_list(""), split_list("\na b\n"), split_list("\na\nb\n")) == ([], ["a b"], ["a", "b"])


def test_a_timeline_knows_who_took_part_and_where_an_entry_stands(net: Net) -> None:
    timeline = reader(
        net,
        {
            "ada": f'name = "Ada"\n[[timeline]]\n{met("2026-11-01", "bob", "cy")}\n',
            "bob": f'name = "Bob"\n[[timeline]]\n{met("2026-11-02")}\n',
        },
    ).timeline("bob")
    assert timeline.participants() == {"ada", "bob", "cy"}
    assert timeline.find("x2026-11-01coffee") == 1 == timeline.find("x2026-11-01coffee", "ada")
    assert timeline.find("x2026-11-01coffee", "bob") is None and timeline.find("nothing") is None
