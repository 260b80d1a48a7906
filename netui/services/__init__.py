"""What can be done with a network, for the screen and the command line alike.

``from netui import services`` gives all of them, each loaded when it is first used: a start needs few.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netui.services import agenda as agenda
    from netui.services import edits as edits
    from netui.services import entries as entries
    from netui.services import outlook as outlook


def __getattr__(name: str) -> ModuleType:
    """The service of that name."""
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"{__name__}.{name}":
            raise
        raise AttributeError(f"there is no service {name!r}") from None
