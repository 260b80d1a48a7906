"""JSON shapes of values that are more than text, and of the table that every change prints."""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

Day = Annotated[str, ("format", "date")]
Moment = Annotated[str, ("pattern", r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$")]
"""A day, or a local date-time; there is no time zone."""
PartialDay = Annotated[str, ("pattern", r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2})$")]
"""A date of which the year, the day or the month may be unknown."""
State = Literal[
    "warm", "due", "quiet", "dormant", "met", "new", "snoozed", "muted", "broken", "archived", "died", "me"
]
Side = Literal["me", "them"]
JsonValue = Any
"""A value as the file holds it, dates as text."""


class Clash(TypedDict):
    """A field that others changed meanwhile: both texts are kept (`netui conflicts`)."""

    file: str
    key: str


class Change(TypedDict):
    """What a change did, and the files that it changed; nothing where it was so already."""

    done: str | None
    files: list[str]
    conflicts: NotRequired[list[Clash]]


class Saved(TypedDict):
    """A file that was written."""

    file: str
