"""The settings file: which languages are read, and what is said about those that there are none for."""

from pathlib import Path

import pytest

from netui.storage.state.config import Config, chosen_languages, load_config
from netui.storage.validation import config_errors


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
