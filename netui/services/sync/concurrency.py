"""What background work and the screen agree on: see :mod:`netui.storage.concurrency`."""

from netui.storage.concurrency import sorted_yielding as sorted_yielding
from netui.storage.concurrency import ui_busy as ui_busy
from netui.storage.concurrency import ui_idle as ui_idle
from netui.storage.concurrency import yield_to_ui as yield_to_ui
from netui.storage.concurrency import yielding as yielding
