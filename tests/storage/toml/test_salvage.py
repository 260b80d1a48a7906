from datetime import date

import pytest

from netui.storage.toml.salvage import salvage_items, salvage_values

ENTRY = '[[timeline]]\nid = "e1"\non = 2026-11-01\nwith = ["bob"]\ntext = """\nlong\nb = 1\n"""\n'
WANTED = {"id": "e1", "on": date(2026, 11, 1), "with": ["bob"], "text": "long\nb = 1\n"}


@pytest.mark.parametrize(
    "text",
    [
        ENTRY,
        ENTRY + "oops = [\n",
        ENTRY.replace("on =", "oops = [\non ="),
        ENTRY.replace("on =", '=\n"""\non ='),
        "name = \n" + ENTRY,
        "name = 'a'\nname = 'b'\n" + ENTRY + "[met\n",
        ENTRY.replace("\n", "\r\n") + "x = \r\n",
        "[[ timeline ]] # first" + ENTRY.removeprefix("[[timeline]]") + "[[date]]\non = \n",
    ],
)
def test_reads_an_entry_beside_what_is_broken(text):
    (found,) = salvage_items(text.encode(), "timeline")
    assert {**found, "text": found["text"].replace("\r", "")} == WANTED


def test_of_several_the_broken_one_loses_its_broken_lines():
    text = ENTRY + '[[timeline]]\nid = "e2"\non = 2026-13-01\nkind = "call"\n' + ENTRY
    first, second, third = salvage_items(text.encode(), "timeline")
    assert first == third == WANTED and second == {"id": "e2", "kind": "call"}


def test_bytes_that_are_not_utf8_are_replaced():
    assert salvage_items(b'[[timeline]]\ntext = "caf\xe9"\n', "timeline") == [{"text": "caf\ufffd"}]


def test_other_tables_and_garbage_are_nothing():
    assert salvage_items(b"[[date]]\non = 1\n" + bytes(range(256)) * 9, "timeline") == []


def test_the_values_at_the_top():
    text = '\ufeffname = "Ada"\noops = [\nemails = ["a@b"]\n[met]\nvia = "x"\n' + ENTRY
    assert salvage_values(text.encode()) == {"name": "Ada", "emails": ["a@b"]}
    assert salvage_values(b"") == salvage_values(b"[met]\nx = ") == {}
