"""The settings file: which languages are read, and what is said about those that there are none for."""

from pathlib import Path

import pytest

from netui.storage.state.config import (
    Config,
    chosen_languages,
    config_path,
    draws_ascii,
    find_places,
    load_config,
)
from netui.storage.validation.validate import config_errors


@pytest.mark.parametrize(
    ("locale", "languages"),
    [
        ({}, ("en",)),
        ({"LANG": "C.UTF-8"}, ("en",)),
        ({"LANG": "POSIX"}, ("en",)),
        ({"LANG": "en_US.UTF-8"}, ("en",)),
        ({"LANG": "de_DE.UTF-8"}, ("en", "de")),
        ({"LANG": "fr"}, ("en", "fr")),
        ({"LANG": "pt_BR@euro"}, ("en", "pt")),
        ({"LANG": "pl_PL.UTF-8"}, ("en",)),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "nl_NL.UTF-8"}, ("en", "nl")),
        ({"LANG": "de_DE.UTF-8", "LC_TIME": "nl_NL.UTF-8", "LC_ALL": "it_IT"}, ("en", "it")),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": ""}, ("en", "es")),
    ],
)
def test_the_language_of_the_locale_is_read_unless_one_is_chosen(locale, languages, monkeypatch):
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert chosen_languages(Config()) == languages
    assert chosen_languages(Config(languages=("en",))) == ("en",)
    assert chosen_languages(Config(languages=("fr", "en", "fr"))) == ("en", "fr")


@pytest.mark.parametrize(
    ("value", "languages", "message"),
    [
        ('["en", "de"]', ("en", "de"), ""),
        ("[]", (), ""),
        ('["en", "german"]', ("en",), 'did you mean "de" (German)?'),
        ('["xx"]', (), "'xx' is no language that netui reads"),
        ('"de"', (), "languages must be a list of texts"),
        ("[1]", (), "languages must be a list of texts"),
    ],
)
def test_a_language_that_there_is_none_for_is_left_out_and_said(value, languages, message, tmp_path: Path):
    path = tmp_path / "config.toml"
    path.write_text(f'theme = "netui-light"\nlanguages = {value}\n')
    config, problem = load_config(path)
    assert config.languages == languages and config.theme == "netui-light"
    errors = config_errors(path)
    if not message:
        assert problem == "" and errors == []
        return
    assert message.replace("languages must", "languages: must") in problem and str(path) in problem
    ((line, words),) = errors
    assert line == 2 and message in words


@pytest.mark.parametrize(
    ("environment", "is_ascii"),
    [
        ({}, False),
        ({"LANG": "C"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "POSIX"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),  # so Python has it, where it was C alone
        ({"LANG": "C", "LC_CTYPE": "en_US.UTF-8"}, False),
        ({"LC_CTYPE": "UTF-8"}, False),
        ({"LANG": "C", "LC_ALL": ""}, True),
        ({"LANG": "de_DE.utf8@euro"}, False),
        ({"LANG": "de_DE@euro"}, True),
        ({"LANG": "ja_JP.eucJP"}, True),
        ({"LANG": "C.UTF-8", "TERM": "linux"}, True),
        ({"LANG": "C.UTF-8", "TERM": "vt220"}, True),
        ({"LANG": "C.UTF-8", "TERM": "tmux-256color"}, False),
    ],
)
def test_ascii_is_drawn_where_locale_or_terminal_lack_utf_8_and_the_setting_forces_either(
    environment, is_ascii, monkeypatch
):
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert draws_ascii(Config()) is is_ascii
    assert draws_ascii(Config(ascii=True)) and not draws_ascii(Config(ascii=False))


def test_settings_of_looks_are_read_and_what_they_cannot_be_is_said(tmp_path: Path):
    path = tmp_path / "config.toml"
    path.write_text(
        'keymap = "vim"\nmouse = false\nascii = false\ndate_style = "iso"\nweek_start = "sunday"\n'
    )
    config, problem = load_config(path)
    assert not problem and config_errors(path) == []
    assert config[3:6] == ("vim", False, False) and config.date_style == "iso"
    assert config.first_weekday == 6
    path.write_text('keymap = "vi"\nmouse = 1\nascii = "no"\ndate_style = "us"\nweek_start = ["sunday"]\n')
    config, _ = load_config(path)
    assert config == Config()
    assert [line for line, _ in config_errors(path)] == [1, 2, 3, 4, 5]
    assert "did you mean vim?" in config_errors(path)[0][1]


def test_a_relative_path_is_no_base_folder(monkeypatch, tmp_path: Path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("ANDROID_DATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", "foo")
    monkeypatch.delenv("NETUI_DATA", raising=False)
    assert config_path() == f"{tmp_path}/.config/netui/config.toml"
    places = find_places(None, Config())
    assert places.network == f"{tmp_path}/.local/share/netui"
    assert (places.state, places.cache) == (f"{tmp_path}/.local/state/netui", f"{tmp_path}/.cache/netui")
    monkeypatch.setenv("XDG_STATE_HOME", "/srv/state")
    assert find_places(None, Config()).state == "/srv/state/netui"


def test_on_macos_data_state_and_settings_are_apart_and_older_files_are_found(monkeypatch, tmp_path: Path):
    from platformdirs.macos import MacOS

    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("NETUI_DATA", raising=False)
    for kind in ("config", "data", "state", "cache"):
        monkeypatch.delenv(f"XDG_{kind.upper()}_HOME", raising=False)
        monkeypatch.setattr(
            f"platformdirs.user_{kind}_path",
            lambda name, kind=kind: getattr(MacOS(name), f"user_{kind}_path"),
        )
    shared = tmp_path / "Library/Application Support/netui"

    def found() -> list[str]:
        places = find_places(None, Config())
        return [str(Path(path).relative_to(shared)) for path in places[:2]] + [
            str(Path(config_path()).relative_to(shared))
        ]

    assert found() == ["data", "state", "config/config.toml"]
    (shared / "contacts").mkdir(parents=True)
    (shared / "journal").mkdir()
    (shared / "config.toml").touch()
    assert found() == [".", ".", "config.toml"]
    (shared / "data").mkdir()
    assert found() == ["data", ".", "config.toml"]
    assert "Caches" in str(find_places(None, Config()).cache)
