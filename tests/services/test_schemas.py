"""The keys of files, as the schemas have them."""

import pytest

from netui.services.schemas import SCHEMAS, file_keys


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
