"""The door of the screen to cooperative yielding: it tells background loops when it handles a key.

The screen may not import storage, where the loops and :mod:`netui.storage.concurrency` are.
"""

from netui.storage.concurrency import ui_busy, ui_idle

__all__ = ["ui_busy", "ui_idle"]
