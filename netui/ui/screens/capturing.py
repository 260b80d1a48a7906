"""Logging: one line at the bottom, understood at each key, saved in one."""

from __future__ import annotations

from netui.ui.screens.base import MainBase


class CaptureActions(MainBase):
    """Actions that write down what happened."""
