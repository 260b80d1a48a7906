"""What the layers above may use of :mod:`netui.storage.state.config`."""

from netui.storage.state.config import (
    Config,
    Places,
    chosen_languages,
    config_path,
    find_places,
    has_editor_copies,
    load_config,
    load_defaults,
    state_folder,
)

__all__ = [
    "Config",
    "Places",
    "chosen_languages",
    "config_path",
    "find_places",
    "has_editor_copies",
    "load_config",
    "load_defaults",
    "state_folder",
]
