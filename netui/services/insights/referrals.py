"""Who vouched for you, and what came of it: introductions, referrals, and doors that opened."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from netui.domain.model.entry import Opportunity
from netui.services.timeline.opportunities import opportunities
from netui.services.workspace import Workspace

VOUCHED = frozenset({"intro", "referral", "visibility"})
"""What one gets from someone who vouches for one."""


class Referrer(NamedTuple):
    """Someone who stood up for you.

    ``introduced`` are those met through her, ``in_touch`` how many of them there was contact with in the
    last year, ``times`` how often an intro, a referral or visibility was got from her, ``opened`` the
    opportunities that came through her.
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


def vouchers(
    workspace: Workspace, times: Mapping[str, int], in_touch: Collection[str]
) -> tuple[Referrer, ...]:
    """Everyone who vouched for you, those through whom most was won, opened and met first.

    ``times`` says how often each gave an intro, a referral or visibility; ``in_touch`` with whom there
    was contact in the last year.
    """
    met: dict[str, list[str]] = {}
    for who, through in workspace.read.relationships.introductions():
        met.setdefault(through, []).append(who)
    opened: dict[str, list[Opportunity]] = {}
    for opportunity in opportunities(workspace):
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
