"""The stat of all contact files in a child process: see :mod:`netui.storage.files.stat_process`."""

from netui.storage.files.stat_process import Surveyor

__all__ = ["Surveyor"]
