"""The manual on files: no key is left out."""

import pytest

from netui.domain.model.contact import Contact
from netui.presentation.actions import BY_ID
from netui.presentation.glyphs import UNICODE
from netui.presentation.manual.builder import ManualContext
from netui.presentation.manual.folder import FILE_KEYS
from netui.presentation.manual.topics import topic_page
from netui.presentation.text import plain
from netui.services.schemas import SCHEMAS
from netui.storage.state.config import Config
from netui.storage.validation.models import keys_of
from tests.support.file_keys import all_file_keys, file_keys


def test_every_key_of_every_file_is_told() -> None:
    page = topic_page(
        "files", ManualContext({name: action.keys for name, action in BY_ID.items()}, UNICODE, 100)
    )
    said = " ".join(map(plain, page.lines)).split()
    for model in (Contact, Config):
        missing = [
            key for key in keys_of(model) if key not in said and not any(f"[{key}" in word for word in said)
        ]
        assert missing == []
    assert {
        "[[timeline]]",
        "started_by",
        "snoozed_until",
        "[[audience]]",
        "target",
        "[rhythm.defaults]",
    } <= set(said)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described(name: str) -> None:
    assert [key.name for key in file_keys(name) if not key.description] == []


def test_tables_head_their_keys_and_choices_are_said() -> None:
    keys = list(file_keys("contact"))
    names = [key.name for key in keys]
    at = names.index("[rhythm]")
    assert names[at + 1 : at + 4] == ["every", "mode", "snoozed_until"]
    assert keys[at].is_table and keys[at + 2].choices == "(one of regular, ambient, off; regular if absent)"
    assert "[[timeline]]" in names and "emails" in names


def test_the_keys_are_those_of_the_schemas() -> None:
    assert FILE_KEYS.read_text(encoding="utf-8") == all_file_keys(), (
        "python -m tests.support.file_keys rewrites them"
    )
