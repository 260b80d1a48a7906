"""A sort order kept by moving what changed, against sorting it again."""

from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.contact_row import ContactRow
from netui.services.people.rows import ListedContacts
from netui.services.people.sorted_rows import MOST_MOVED, SortedRows

Rows = dict[str, ContactRow]
CONTACTS = st.dictionaries(
    st.sampled_from([f"c{n}" for n in range(9)]),
    st.tuples(st.integers(0, 4), st.booleans()),
    max_size=9,
)


def by_last(row: ContactRow) -> int:
    return row.last


def rows_of(contacts: dict[str, tuple[int, bool]]) -> Rows:
    return {
        ident: ContactRow(ident, ident.upper(), last=last, archived=int(archived))
        for ident, (last, archived) in contacts.items()
    }


def in_order(rows: Rows) -> list[ContactRow]:
    shown = [row for row in rows.values() if not row.archived]
    return sorted(shown, key=lambda row: (row.last, row.id))


def changed(before: Rows, after: Rows) -> set[str]:
    return {ident for ident in {**before, **after} if before.get(ident) != after.get(ident)}


@given(CONTACTS, CONTACTS)
def test_moving_gives_an_order_and_leaves_the_rows_shown_alone(
    first: dict[str, tuple[int, bool]], second: dict[str, tuple[int, bool]]
) -> None:
    before, after = rows_of(first), rows_of(second)
    kept = SortedRows(ListedContacts(in_order(before)))
    texts = {ident: f"text of {ident}" for ident in {**before, **after}}
    assert kept.haystacks(lambda: texts) == [texts[row.id] for row in in_order(before)]
    shown, held = kept.listed, kept.copy()
    assert kept.mark_stale(changed(before, after))
    kept.refresh(after, by_last, texts.__getitem__, ListedContacts)
    found = kept.listed.contact_rows
    assert sorted(found, key=lambda row: row.id) == sorted(in_order(after), key=lambda row: row.id)
    assert [row.last for row in found] == sorted(row.last for row in found)
    assert kept.haystacks(dict) == [texts[row.id] for row in found]
    assert shown.contact_rows == held.listed.contact_rows == in_order(before)


def test_for_many_changes_sorting_again_is_quicker() -> None:
    kept = SortedRows(ListedContacts())
    assert kept.mark_stale({str(n) for n in range(MOST_MOVED)})
    assert not kept.mark_stale({"one more"})
