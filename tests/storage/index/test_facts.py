"""The facts of a contact's file, as lines for search and queries."""

import tomli

from netui.storage.index.facts import fact_lines, split_facts

FILE = """
name = "Ada"
title = "Chief programmer"
knows = ["compilers", "Rust"]
interests = ["horses"]
phones = [{ value = "+1 555", label = "work" }]
shoe_size = 38
allergies = { nuts = true, milk = "a little" }
notes = "not here"
[met]
on = 2024-05-02
where = "PyCon"
via = "charles-babbage"
[[date]]
what = "birthday"
on = "--12-10"
[[related]]
who = "byron"
as = "father"
[[promise]]
id = "p7c2"
text = "Send\\nthe deck"
[[opportunity]]
id = "o1"
kind = "job"
status = "won"
text = "Staff engineer"
[[former]]
key = "org"
value = "Initech"
[[timeline]]
on = 2026-01-01
text = "not here either"
"""


def test_every_fact_has_its_label_and_words() -> None:
    assert split_facts(fact_lines(tomli.loads(FILE))) == [
        ("title", "", "Chief programmer"),
        ("knows", "", "compilers"),
        ("knows", "", "Rust"),
        ("likes", "", "horses"),
        ("phone", "", "+1 555 work"),
        ("met", "", "PyCon 2024-05-02"),
        ("via", "", "charles-babbage"),
        ("date", "", "birthday --12-10"),
        ("related", "", "father byron"),
        ("promise", "p7c2", "Send the deck"),
        ("opportunity", "o1", "job won Staff engineer"),
        ("former", "", "Initech org"),
        ("shoe_size", "", "38"),
        ("allergies", "", "nuts yes milk a little"),
    ]


def test_values_of_wrong_types_are_left_out() -> None:
    odd = {
        "name": "A",
        "knows": "x",
        "met": 3,
        "promise": [3, {"text": 4}],
        "date": "x",
        "a\tb\nc": "tab\there",
    }
    assert split_facts(fact_lines(odd)) == [("promise", "", "4"), ("a b c", "", "tab here")]
    assert split_facts(fact_lines({"name": "A"})) == []
