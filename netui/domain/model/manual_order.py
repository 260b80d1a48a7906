"""Manual sort order: numbered items first, the rest after them; a move changes as few numbers as possible."""

from collections.abc import Sequence

STEP = 100
"""The gap between new numbers, so that a later move usually changes one number only."""


def renumber(wanted: Sequence[int | None], ranks: Sequence[int]) -> list[int | None]:
    """Numbers that sort the items as wanted, with as few changed as possible.

    ``wanted`` holds the current number of each item in the wanted order, None for none. Items sort by
    number, those without after them by ``ranks``. An item that has a number never loses it.
    """
    count = len(wanted)
    tail = count
    while tail and wanted[tail - 1] is None and (tail == count or ranks[tail - 1] < ranks[tail]):
        tail -= 1
    longest, before = _increasing_runs(wanted)
    best, head, last = count, count, -1
    for end in range(tail, count + 1):
        kept = max(range(end), key=lambda at: longest[at], default=-1)
        changed = end - (longest[kept] if kept >= 0 else 0)
        if changed < best or (changed == best and end < head):
            best, head, last = changed, end, kept if kept >= 0 and longest[kept] else -1
    stay: list[int] = []
    while last >= 0:
        stay.insert(0, last)
        last = before[last]
    return [*_interpolate(wanted, stay, head), *[None] * (count - head)]


def _increasing_runs(numbers: Sequence[int | None]) -> tuple[list[int], list[int]]:
    """Longest increasing subsequences: for each item the length of that ending there, and its predecessor.

    Two numbers can both stay where the gap between them has room for every item in between.
    """
    longest, before = [0] * len(numbers), [-1] * len(numbers)
    for at, number in enumerate(numbers):
        if number is None:
            continue
        longest[at] = 1
        for earlier in range(at):
            other = numbers[earlier]
            if other is not None and number - other >= at - earlier and longest[earlier] >= longest[at]:
                longest[at], before[at] = longest[earlier] + 1, earlier
    return longest, before


def _interpolate(numbers: Sequence[int | None], stay: Sequence[int], head: int) -> list[int | None]:
    """The first ``head`` numbers: those at ``stay`` unchanged, the others interpolated between them."""
    found: list[int | None] = [None] * head
    for at in stay:
        found[at] = numbers[at]
    if not stay:
        return [STEP * (at + 1) for at in range(head)]
    for at in range(head):
        if found[at] is not None:
            continue
        left = max((s for s in stay if s < at), default=-1)
        right = min((s for s in stay if s > at), default=-1)
        low, high = numbers[left] if left >= 0 else None, numbers[right] if right >= 0 else None
        if low is None:
            assert high is not None
            found[at] = high - STEP * (right - at)
        elif high is None:
            found[at] = low + STEP * (at - left)
        else:
            found[at] = low + (high - low) * (at - left) // (right - left)
    return found
