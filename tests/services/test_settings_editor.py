"""Editing the settings file in place: every setting is listed, comments and order stay, errors are said."""

import os
from pathlib import Path

import pytest
import tomli

from netui.services.errors import Refused
from netui.services.settings_editor import (
    Setting,
    WrongSetting,
    list_settings,
    restore_settings,
    set_setting,
    wrong_settings,
)
from netui.services.settings_template import create_settings, settings_template
from netui.storage.state.config import Config, load_config

MINE = """# mine, all of it
theme = "netui-light"   # for the garden

[kinds]
# what I listen to
podcast = true

[keys]   # fingers
log = "+"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def setting(path: Path, name: str) -> Setting:
    return next(each for each in list_settings(path) if each.name == name)


def test_every_setting_is_listed_with_meaning_value_and_default(path: Path) -> None:
    found = list_settings(path)
    assert {each.path[0] for each in found} == set(Config._fields)
    assert all(each.about and not each.is_set for each in found)
    assert setting(path, "theme").default == "netui-dark" and setting(path, "mouse").choices == (
        "true",
        "false",
    )
    assert setting(path, "rhythm.sensitivity").choices == ("sooner", "normal", "later")
    path.write_text(MINE)
    theme, kinds = setting(path, "theme"), setting(path, "kinds")
    assert (theme.value, theme.is_set) == ("netui-light", True)
    assert (kinds.kind, kinds.value) == ("table", "podcast = true")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("theme", "ansi-dark", 'theme = "ansi-dark"'),
        ("mouse", "false", "mouse = false"),
        ("languages", "en, de", 'languages = ["en", "de"]'),
        ("keymap", "vim", 'keymap = "vim"'),
        ("rhythm.sensitivity", "later", 'sensitivity = "later"'),
        ("rhythm.defaults", "mentor = 6w", 'mentor = "6w"'),
        ("kinds", "podcast = true", "podcast = true"),
        ("keys", "log = +", 'log = "+"'),
        ("commands", 'mail = "aerc {uri}"', 'mail = "aerc {uri}"'),
        ("vdir.path", "~/cards", 'path = "~/cards"'),
    ],
)
def test_in_the_template_a_setting_is_written_below_what_explains_it(
    path: Path, name: str, text: str, line: str
) -> None:
    create_settings(path)
    before, after = set_setting(path, setting(path, name), text)
    assert path.read_text() == after and before == settings_template()
    assert [each for each in after.splitlines() if each not in before.splitlines()] == [line]
    above = after.splitlines()[after.splitlines().index(line) - 1]
    assert above.startswith(f"#{line.partition(' ')[0]} =")
    assert load_config(path)[1] == ""
    key = f"{text.partition('=')[0]}=" if setting(path, name).kind == "table" else ""
    assert set_setting(path, setting(path, name), key)[1] == before


def test_in_a_file_of_ones_own_all_else_stays(path: Path) -> None:
    path.write_text(MINE)
    set_setting(path, setting(path, "theme"), "netui-dark")
    assert path.read_text() == MINE.replace("netui-light", "netui-dark")
    set_setting(path, setting(path, "kinds"), "radio = false")
    set_setting(path, setting(path, "week_start"), "sunday")
    set_setting(path, setting(path, "rhythm.sensitivity"), "later")
    text = path.read_text()
    assert all(line in text for line in MINE.replace("netui-light", "netui-dark").splitlines())
    found = tomli.loads(text)
    assert found["kinds"] == {"podcast": True, "radio": False} and found["week_start"] == "sunday"
    set_setting(path, setting(path, "kinds"), "podcast =")
    assert "# what I listen to" in path.read_text() and "podcast" not in path.read_text()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("week_start", "sundy", "did you mean sunday?"),
        ("mouse", "maybe", "true, false"),
        ("languages", "en xx", "'xx' is no language"),
        ("rhythm.defaults", "mentor = often", "often"),
        ("kinds", "podcast = maybe", "must be true or false"),
        ("kinds", "podcast", "name = value"),
        ("commands", "fax = x", "fax"),
        ("commands", 'mail = "aerc \'{uri}"', "a quote is not closed"),
        ("synonyms", "jog = runing", "there is no kind 'runing'"),
        ("editor", "vi 'x", "a quote is not closed"),
    ],
)
def test_what_it_cannot_be_is_refused_and_nothing_is_written(
    path: Path, name: str, text: str, words: str
) -> None:
    path.write_text(MINE)
    with pytest.raises(Refused) as refused:
        set_setting(path, setting(path, name), text)
    assert words in str(refused.value) and path.read_text() == MINE


def test_a_file_is_made_when_the_first_setting_is_written_and_links_and_modes_stay(path: Path) -> None:
    dotfiles = path.parent / "dotfiles.toml"
    before, _ = set_setting(path, setting(path, "mouse"), "false")
    assert before == settings_template() and load_config(path)[0].mouse is False
    os.rename(path, dotfiles)
    os.chmod(dotfiles, 0o644)
    path.symlink_to(dotfiles)
    set_setting(path, setting(path, "mouse"), "true")
    assert path.is_symlink() and dotfiles.stat().st_mode & 0o777 == 0o644
    assert load_config(path)[0].mouse is True


def test_what_was_set_is_taken_back_unless_the_file_was_changed_since(path: Path) -> None:
    path.write_text(MINE)
    before, after = set_setting(path, setting(path, "theme"), "netui-dark")
    restore_settings(path, before, after)
    assert path.read_text() == MINE
    before, after = set_setting(path, setting(path, "theme"), "netui-dark")
    path.write_text(after + "# more\n")
    with pytest.raises(Refused, match="elsewhere"):
        restore_settings(path, before, after)


def test_what_the_file_has_that_is_not_in_force_is_told_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    assert wrong_settings(file) == []
    file.write_text('mouse = "maybe"\n[rhythm]\ndefaults = { friend = "often" }\n[synonyms]\njog = "rn"\n')
    wrong = wrong_settings(file, ["theme: there is no theme 'x': none"])
    assert [each.path for each in wrong] == [
        ("mouse",),
        ("rhythm", "defaults", "friend"),
        ("synonyms", "jog"),
        ("theme",),
    ]
    assert wrong[0].words == "mouse must be true or false"
    assert wrong[-1] == WrongSetting(("theme",), "there is no theme 'x': none")
    file.write_text("mouse = \n")
    assert wrong_settings(file) == []


def test_a_kind_is_taken_out_though_a_synonym_is_then_not_in_force(path: Path) -> None:
    path.write_text('[kinds]\npodcast = true\n[synonyms]\nheard = "podcast"\n')
    set_setting(path, setting(path, "kinds"), "podcast =")
    assert [each.name for each in wrong_settings(path)] == ["synonyms.heard"]
    set_setting(path, setting(path, "synonyms"), "rang = call")
