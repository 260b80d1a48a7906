"""A finding of the doctor: one thing that was looked at."""

from netui.domain.named_tuple import NamedTuple


class Finding(NamedTuple):
    """What was looked at (``disk``, ``clock``), what is the case, and how to mend it.

    ``mend`` is one sentence, and "" where nothing is wrong.
    """

    topic: str
    what: str
    mend: str = ""

    @property
    def is_wrong(self) -> bool:
        """Whether there is something to mend."""
        return bool(self.mend)
