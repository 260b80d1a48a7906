"""The learned columns: a few contacts at a time give what all at once do."""

from datetime import date

from netui.storage.index.cadence_columns import all_contact_days, learned_rows, store_learned, update_learned
from tests.support.indexed_network import TODAY, Net, content, met


def test_the_days_of_everyone_hold_shared_ones(net: Net) -> None:
    net.person("ada", met("2026-11-01", "bob"), met("2026-11-02", kind="note"))
    net.person("bob")
    day = date(2026, 11, 1).toordinal()
    assert all_contact_days(net.fresh().db) == {"ada": [(day, 2)], "bob": [(day, 2)]}


def test_a_few_at_a_time_are_as_all_at_once(net: Net) -> None:
    net.person("ada", met("2026-09-01", "bob"), met("2026-10-01"), met("2026-12-24"))
    net.person("bob", met("2026-11-01"), more='[rhythm]\nevery = "3w"\n')
    net.person("cy")
    index = net.fresh(memory=True)
    today = TODAY.toordinal()
    reset = (
        "UPDATE contact SET contact_days = 0, last = 0, learned_on = 0, planned_on = 0, may_be_due_from = 0"
    )
    index.db.execute(reset)
    store_learned(index.db, learned_rows(all_contact_days(index.db), {"bob": "3w"}, today), today)
    at_once = content(index)["contact"]
    index.db.execute(reset)
    update_learned(index.db, ["ada", "bob", "cy"], today)
    assert content(index)["contact"] == at_once
