"""The README's table of keys is the table of actions."""

from netui.presentation.actions import BY_ID, MAIN, PAGES
from tests.support.key_table import README, key_table, name_table, with_key_tables


def test_the_readme_has_the_keys_as_they_are() -> None:
    text = README.read_text(encoding="utf-8")
    assert text == with_key_tables(text), "python -m tests.support.key_table writes it"


def test_every_action_of_the_main_screen_is_in_the_table() -> None:
    assert all(BY_ID[name].help in key_table() for name in PAGES[MAIN].actions)


def test_every_name_that_settings_know_is_in_the_table_of_names() -> None:
    assert all(f"`{name}`" in name_table() for name in BY_ID)
