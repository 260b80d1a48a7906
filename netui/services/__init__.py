"""Services: what can be done with a network, for the screen and the command line alike.

``from netui import services`` gives the modules named here, each imported when it is first used: the
first frame needs few of them.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netui.services.people import commands as people_commands
    from netui.services.reminders import agenda as agenda
    from netui.services.reminders import cadence_preview as cadence_preview
    from netui.services.timeline import commands as timeline_commands

_MODULES = {
    "people_commands": "people.commands",
    "timeline_commands": "timeline.commands",
    "agenda": "reminders.agenda",
    "cadence_preview": "reminders.cadence_preview",
}


def __getattr__(name: str) -> ModuleType:
    """The service of that name; raises AttributeError for one that is not listed here."""
    if name not in _MODULES:
        raise AttributeError(f"there is no service {name!r}")
    return import_module(f"{__name__}.{_MODULES[name]}")


__all__ = ["agenda", "cadence_preview", "people_commands", "timeline_commands"]
