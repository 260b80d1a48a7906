"""Bootstrap intervals over the users of a log: how far a figure depends on who is in it."""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

DRAWS = 300


class Estimate(NamedTuple):
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float

    @classmethod
    def of(cls, value: float, drawn: Sequence[float]) -> "Estimate":
        """The interval that the values of the samples drawn span."""
        ranked = sorted(drawn)
        at = len(ranked) * 25 // 1000
        return cls(value, ranked[at], ranked[-1 - at])

    @classmethod
    def around(cls, value: float, deviations: Sequence[float]) -> "Estimate":
        """The same of deviations from the value."""
        return cls.of(value, [value + each for each in deviations])

    def __format__(self, spec: str) -> str:
        return f"{self.value:{spec}} [{self.low:{spec}}, {self.high:{spec}}]"


def resample(users: int, figure: Callable[[list[int]], float], draws: int = DRAWS) -> list[float]:
    """The figure over samples of the users, drawn with replacement and a fixed seed."""
    chance = random.Random(2)
    return [figure([chance.randrange(users) for _ in range(users)]) for _ in range(draws)] if users else [0.0]
