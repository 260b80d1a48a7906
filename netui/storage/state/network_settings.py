"""The network's own settings, ``netui.toml``: saved lists, circles, default rhythms."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from netui.domain.model.dates import Span
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import Unreadable
from netui.storage.files.stat import StrPath
from netui.storage.state.config import check_circle, network_settings_path, read_settings

_NONE: Mapping[str, str] = MappingProxyType({})


class NetworkRhythms(NamedTuple):
    """``[rhythm]`` of the network: how often to be in touch."""

    defaults: Mapping[str, Annotated[str, Span.parse]] = _NONE
    """How often to be in touch by role or tag (``mentor = "3w"``), where the contact has no rhythm."""


class NetworkSettings(NamedTuple):
    """What holds wherever the network is opened; every key may be absent.

    The one declaration of it: :mod:`netui.storage.validation` derives validation and JSON Schema from it.
    """

    lists: Mapping[str, str] = _NONE
    """Saved lists, each a name and a query: ``founders = "#startup role:founder"``."""
    circles: Mapping[str, Annotated[str, check_circle]] = _NONE
    """Circles, each a tag and how often it meets: ``choir = "1w"``, or ``learn``."""
    rhythm: NetworkRhythms = NetworkRhythms()
    """How often to be in touch."""


def load_lists(network: StrPath) -> Mapping[str, str]:
    """The saved lists, each name with its query, "" where that is no text; raises Unreadable."""
    path = network_settings_path(network)
    try:
        _, raw = read_settings(path)
    except FileNotFoundError:
        return _NONE
    lists = raw.get("lists", {})
    if not isinstance(lists, dict):
        raise Unreadable(path, 0, 0, '[lists] holds queries in quotes: founders = "#startup"')
    return {name: text if isinstance(text, str) else "" for name, text in lists.items()}
