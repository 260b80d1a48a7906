"""Changing what is there."""

from __future__ import annotations

from netui.ui.screens.base import MainBase


class ChangeActions(MainBase):
    """Actions on people, entries, promises and goals."""

    def open_stop(self) -> None:
        """Opens."""

    def tell_quiet(self) -> None:
        """Toast."""
