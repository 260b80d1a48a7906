"""One table of words for keys: what one sets, asks by query and is told by the check is the same."""

from pathlib import Path

import pytest

from netui.domain.model.changes import CONTACTS, FileId
from netui.domain.model.key_words import OTHER_WORDS, plain_word
from netui.domain.query.parser import parse
from netui.services.check.misnamed_keys import find_misnamed_keys
from netui.services.people.contact_list import ContactList
from netui.services.people.set_field import KEYS, field_key
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network

ADA = {
    "name": "Ada", "aliases": ["Countess"], "roles": ["mentor"], "tags": ["maths"], "org": "Initech",
    "title": "CTO", "location": "London", "timezone": "Europe/London", "pronouns": "she/her",
    "knows": ["cobol"], "seeks": ["funding"], "interests": ["horses"], "emails": ["ada@x.example"],
    "phones": ["+44 20"], "links": ["https://x.example"], "addresses": ["Main St"], "goals": ["cto"],
    "notes": "Likes rain.", "met": {"on": "2024-05", "where": "PyCon", "via": "charles"},
    "rhythm": {"every": "3w"},
    "date": [{"what": "birthday", "on": "--12-10"}, {"what": "jubilee", "on": "--03-04"}],
}  # fmt: skip
ASKED = {
    "name": "ada", "aliases": "countess", "roles": "mentor", "tags": "maths", "org": "initech",
    "title": "cto", "location": "london", "timezone": "london", "pronouns": "she", "knows": "cobol",
    "seeks": "fund",
    "interests": "horses", "emails": "ada", "phones": "44", "links": "x.ex", "addresses": "main",
    "goals": "cto", "notes": "rain", "met.on": "2024", "met.where": "pycon", "met.via": "charles",
    "rhythm.every": "3w", "birthday": "12-10",
}  # fmt: skip
"""For each key a part of Ada's value."""
NOT_ASKED = ("died", "rhythm.mode", "rhythm.snoozed_until")
WORDS = [*OTHER_WORDS.items(), *((key, key) for key in ASKED if "." not in key)]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    base: Path = tmp_path_factory.mktemp("words")
    write_network(base / "net", {"ada": ADA, "bob": {"name": "Bob"}})
    found = open_workspace(base)
    found.refresh()
    return found


def asked(workspace: Workspace, text: str) -> list[str]:
    return [row.id for row, _ in ContactList(workspace).listed(workspace.parse_query(text))]


@pytest.mark.parametrize(("word", "key"), WORDS)
def test_a_query_takes_every_word_for_a_key(workspace: Workspace, word: str, key: str) -> None:
    sign = word.replace(" ", "_")
    if key not in NOT_ASKED:
        assert asked(workspace, f"{sign}:{ASKED[key]}") == ["ada"], sign
        assert asked(workspace, f"{sign}:{ASKED[key].upper()}") == ["ada"] or key == "rhythm.every"
        assert asked(workspace, f"{sign}:{'9w' if key == 'rhythm.every' else 'nothing'}") == []
    if key not in ("name", "rhythm.mode", "rhythm.snoozed_until", "died"):
        assert asked(workspace, f"has:{sign}") == ["ada"] and asked(workspace, f"no:{sign}") == ["bob"]


@pytest.mark.parametrize(("word", "key"), [each for each in OTHER_WORDS.items() if each[0] != "rhythm"])
def test_set_takes_it_and_the_check_says_where_it_belongs(word: str, key: str) -> None:
    assert field_key(word.upper()) == key and key in KEYS
    ((path, what, hint),) = find_misnamed_keys(FileId(CONTACTS, "ada"), {word: "x"})
    assert path == (word,) and what == f"{word} is kept, but not read"
    assert key.split(".")[-1].removesuffix("es")[:4] in hint or word == key.split(".")[0]


def test_words_are_looked_up_however_they_are_written() -> None:
    assert plain_word("Works_At") == plain_word("works-at") == plain_word(" works  at ") == "works at"
    assert parse("works-at:initech") == parse("org:initech") and parse("#x") == parse("tags:x")
    assert not OTHER_WORDS.keys() & set(KEYS) - {"rhythm.every"}
