"""A write that leaves the stamps of the one before is never taken for it, however coarse the disk's clock.

Proved for clocks that tick every 2 s (FAT), 1 s (older disks), 10 ms and less, on the same machine and on a
server that is ahead by up to an hour. Not proved: a server that is behind by more than three seconds.
"""

from collections.abc import Callable, Iterator

import pytest

from netui.storage.files import stat

SECOND = 1_000_000_000
TICKS = (2 * SECOND, SECOND, SECOND // 100, SECOND // 250, SECOND // 1000, 100)
AHEAD = (0, SECOND, 600 * SECOND, 3000 * SECOND)
BEGUN = 1_800_000_000 * SECOND
SIZE, INODE = 40, 7


def delays(tick: int) -> list[int]:
    """How long after one thing the next one happens."""
    of_the_tick = [0, 1, tick // 3, tick - 1, tick]
    return sorted(
        {*of_the_tick, *(part * SECOND // 10 for part in (1, 5, 9, 10, 11, 15, 19, 20, 25, 29, 30, 31, 50))}
    )


def written(at: int, tick: int, ahead: int) -> stat.Signature:
    """The stamps of a file written at that time."""
    shown = (at + ahead) // tick * tick
    return shown, shown, SIZE, INODE


def missed() -> Iterator[tuple[int, ...]]:
    """Every case in which a file is trusted although a later write has left the same stamps."""
    for tick in TICKS:
        for ahead in AHEAD:
            for phase in (0, 1, tick // 3, tick // 2, tick - 1):
                for read_after in delays(tick):
                    first = BEGUN + phase
                    read_at = first + read_after
                    seen = written(first, tick, ahead)
                    if not stat.stamp(seen, read_at):
                        continue
                    for next_after in delays(tick):
                        if written(read_at + next_after, tick, ahead) == seen:
                            yield tick, ahead, phase, read_after, next_after


def cases() -> int:
    """How many cases there are."""
    return sum(len(AHEAD) * 5 * len(delays(tick)) ** 2 for tick in TICKS)


def test_no_later_write_is_missed(count: Callable[..., None]) -> None:
    assert list(missed()) == []
    count(stamps=cases())


@pytest.mark.parametrize(
    ("name", "value"), [("RACY_NS", SECOND), ("RACY_NS", 0), ("SKEW_NS", 0), ("_COARSE_NS", 2 * SECOND + 1)]
)
def test_without_each_part_of_the_rule_one_is_missed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    monkeypatch.setattr(stat, name, value)
    if name == "RACY_NS" and not value:
        monkeypatch.setattr(stat, "FINE_NS", 0)
    assert next(missed(), None) is not None
