"""The settings as the palette lists them."""

from netui.services.settings import setting_values
from netui.services.settings_editor import list_settings
from netui.storage.state.config import Config, RhythmConfig


def test_every_setting_is_named_with_its_value() -> None:
    values = setting_values(Config(theme="nord", mouse=False, rhythm=RhythmConfig("later")))
    assert (values["theme"], values["mouse"], values["rhythm.sensitivity"]) == ("nord", "false", "later")
    assert values["kinds"] == values["rhythm.defaults"] == ""


def test_the_names_are_those_of_the_settings_screen() -> None:
    assert set(setting_values(Config())) == {each.name for each in list_settings("/nowhere/config.toml")}
