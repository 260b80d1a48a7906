"""Topic search in contact files and entries."""

from tests.support.indexed_network import TODAY, Net, met, reader

PEOPLE = {
    "ada": 'name = "Ada"\nknows = ["Rust"]\n',
    "bob": f'name = "Bob"\n[[timeline]]\n{met("2026-11-01")}\n[[timeline]]\n{met("2026-11-02")}\n',
    "cy": f'name = "Cy"\n[[timeline]]\n{met("2026-12-24")}\ntags = ["rust"]\n',
    "away": 'name = "Away"\nknows = ["rust"]\narchived = true\n',
}


def test_who_knows_a_topic(net: Net) -> None:
    ((who, head),) = reader(net, PEOPLE).topics.people_with(["rust"])
    assert (who.id, who.contact_days) == ("ada", 0) and "Rust" in head
    assert [
        (who.id, who.contact_days) for who in reader(net, PEOPLE).topics.acquaintances(["bob", "away", "x"])
    ] == [("bob", 2)]


def test_the_latest_entry_of_each_who_spoke_of_it(net: Net) -> None:
    read = reader(net, PEOPLE)
    rows = read.topics.rows_about('"words"', "rust", TODAY)
    assert [(entry.contact, str(entry.on)) for entry in read.entries(rows)] == [("bob", "2026-11-02")]
