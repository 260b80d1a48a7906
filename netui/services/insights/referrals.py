"""Referrals: who introduced, referred or recommended the user, and which opportunities came of it."""

from collections.abc import Collection, Mapping

from netui.domain.model.entry import Opportunity
from netui.domain.named_tuple import NamedTuple
from netui.services.timeline.opportunities import list_opportunities
from netui.services.workspace import Workspace

REFERRAL_WORDS = frozenset({"intro", "referral", "visibility"})
"""The words of ``got`` that count as a referral."""


class Referrer(NamedTuple):
    """Someone who introduced or referred the user.

    ``introduced`` are those met through them, ``in_touch`` how many of these there was contact with in the
    last year, ``times`` how often they gave an intro, a referral or visibility, ``opened`` the opportunities
    that came through them.
    """

    id: str
    introduced: tuple[str, ...]
    in_touch: int
    times: int
    opened: tuple[Opportunity, ...]

    @property
    def won(self) -> int:
        """How many of those opportunities were won."""
        return sum(opportunity.status == "won" for opportunity in self.opened)


def find_referrers(
    workspace: Workspace, times: Mapping[str, int], in_touch: Collection[str]
) -> tuple[Referrer, ...]:
    """Finds all referrers; first by opportunities won, then opened, then by people introduced.

    ``times`` is how often each gave an intro, a referral or visibility; ``in_touch`` are the contacts of the
    last year.
    """
    met: dict[str, list[str]] = {}
    for who, through in workspace.read.relationships.introductions():
        met.setdefault(through, []).append(who)
    opened: dict[str, list[Opportunity]] = {}
    for opportunity in list_opportunities(workspace):
        if opportunity.via:
            opened.setdefault(opportunity.via, []).append(opportunity)
    found = [
        Referrer(
            who,
            tuple(met.get(who, ())),
            sum(one in in_touch for one in met.get(who, ())),
            times.get(who, 0),
            tuple(opened.get(who, ())),
        )
        for who in {**opened, **met, **times}
    ]
    found.sort(key=lambda one: (-one.won, -len(one.opened), -len(one.introduced), -one.times, one.id))
    return tuple(found)
