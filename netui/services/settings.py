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
