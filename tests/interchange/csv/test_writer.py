"""CSV as netui writes it: the reader gets back what it can hold."""

import csv
from io import StringIO
from typing import Any

from netui.interchange.csv.reader import read
from netui.interchange.csv.writer import write_table

ADA: dict[str, Any] = {
    "name": "Ada King Lovelace", "aliases": ["Countess"], "tags": ["maths", "old friends"],
    "org": "Engines, Ltd", "title": "Programmer", "location": "London", "timezone": "Europe/London",
    "roles": ["mentor"],
    "knows": ["compilers", "engines"], "pronouns": "they/them",
    "emails": ["ada@engines.example", {"value": "ada@home.example", "label": "home"}],
    "phones": [{"value": "+44 20 7946 0001", "label": "cell"}], "links": ["https://engines.example/ada"],
    "addresses": [{"value": "12 Square, London", "label": "home"}], "notes": "=SUM(A1)\nsecond line",
    "date": [{"what": "birthday", "on": "--12-10"}, {"what": "first program", "on": "1843-09"}],
    "related": [{"who": "charles-babbage", "as": "friend"}],
}  # fmt: skip


def test_all_that_the_columns_hold_comes_back() -> None:
    text = "".join(
        write_table([("ada", ADA), ("bob", {"name": "Bob"})], {"charles-babbage": "Charles Babbage"})
    )
    ada, bob = read(text.encode(), "a.csv").people
    expected = {**ADA, "related": [{"who": "Charles Babbage", "as": "friend"}]}
    del expected["name"]
    assert (ada.name, dict(ada.fields)) == ("Ada King Lovelace", expected)
    assert (bob.name, dict(bob.fields)) == ("Bob", {})


def test_no_cell_is_a_formula() -> None:
    text = "".join(write_table([("ada", ADA), ("x", {"name": "=1 +1 @a", "org": "@cmd"})], {}))
    cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]
