"""What the layers above may use of :mod:`netui.storage.state.config`."""

from netui.storage.state.config import (
    KEYMAPS,
    Config,
    Places,
    chosen_languages,
    config_path,
    draws_ascii,
    find_places,
    has_editor_copies,
    load_config,
    load_network_settings,
    state_folder,
)

__all__ = [
    "KEYMAPS",
    "Config",
    "Places",
    "chosen_languages",
    "config_path",
    "draws_ascii",
    "find_places",
    "has_editor_copies",
    "load_config",
    "load_network_settings",
    "state_folder",
]


def setting_values(config: Config) -> dict[str, str]:
    """Every setting by its name (``rhythm.sensitivity``), with its value where that is one word."""
    found: dict[str, str] = {}
    for key, value in config._asdict().items():
        inner = value._asdict() if hasattr(value, "_asdict") else {"": value}
        found |= {".".join(filter(None, (key, name))): _words(each) for name, each in inner.items()}
    return found


def _words(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else ""
