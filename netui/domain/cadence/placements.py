"""Placements: the few ways to be in touch among which a new person is placed by one key."""

from netui.domain.named_tuple import NamedTuple


class Placement(NamedTuple):
    """One of them: the name of its action, the rhythm as it is typed, and words for it."""

    action: str
    setting: str
    words: str


PLACEMENTS = (
    Placement("every_3_weeks", "3w", "every 3 weeks"),
    Placement("every_2_months", "2m", "every 2 months"),
    Placement("every_6_months", "6m", "every 6 months"),
    Placement("every_year", "1y", "every year"),
    Placement("learn", "learn", "as the log will tell"),
    Placement("ambient", "ambient", "seen anyway"),
    Placement("never", "off", "never flagged"),
)
