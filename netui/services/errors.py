"""What can stand in the way of a service: its own refusals, and what the store could not do."""

from netui.storage.errors import StoreError, Unreadable

__all__ = ["Refused", "StoreError", "Unreadable"]


class Refused(ValueError):
    """What was asked cannot be done as it was said; ``str()`` says why and what to write instead."""
