"""``python -m tests.accuracy [CSV or folder ...] [--undirected]``: the table, and 1 below the floor."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.accuracy.egos import METHODS
from tests.accuracy.flags import FLAT, SLOW_DAYS, STATE, USUAL, Flags
from tests.accuracy.logs import Log, LogError, find, load, synthetic
from tests.accuracy.scores import Score, score

GIVEN = Path(__file__).resolve().parents[2].parent / "shared" / "quiet"


class Floor(NamedTuple):
    """What a log must reach: the gain in AUROC, the calibration error at most, flags right, lapses caught."""

    gain: float
    error: float
    right: float
    caught: float


ANY = Floor(0.005, 0.13, 0.0, 0.0)
"""The floor of a log that is not known; its flags must be right more often than those after flat 30 days."""
FLOORS = {
    "enron": Floor(0.012, 0.037, 0.597, 0.395),
    "nus_sms": Floor(0.013, 0.075, 0.650, 0.435),
    "radoslaw": Floor(0.016, 0.111, 0.419, 0.296),
}
"""What each of the known logs reached, in thousandths: a loss is noticed."""


def main(arguments: list[str] | None = None) -> int:
    """Scores each log named; 0 when all are above the floor, 1 when one is not, 2 on wrong use."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.accuracy",
        description="Scores netui's gone-quiet model on contact logs beside simpler methods.",
        epilog="example: python -m tests.accuracy logs/phone.csv",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="CSV or folder", help=f"default: {GIVEN}")
    parser.add_argument("--undirected", action="store_true", help="each line is a pair: both ends are egos")
    parser.add_argument("--synthetic", action="store_true", help="a made-up log instead: shows that it runs")
    chosen = parser.parse_args(arguments)
    if not chosen.paths and not chosen.synthetic and not GIVEN.is_dir():
        print(f"no logs in {GIVEN}: name a CSV with the columns ego,alter,day", file=sys.stderr)
        return 2
    try:
        if chosen.synthetic:
            return report({"synthetic": synthetic()})
        paths = find(chosen.paths or [GIVEN])
        return report({path.stem: load(path, chosen.undirected) for path in paths})
    except LogError as error:
        print(error, file=sys.stderr)
        return 2


def report(logs: dict[str, Log]) -> int:
    """Prints the figures of each log and one closing line; the exit code."""
    shortfalls: list[str] = []
    scored: list[Score] = []
    for name, contacts in logs.items():
        result = score(contacts)
        if result is None:
            print(f"{name}: too small to score (it needs an ego with 5 ties of 3 contact-days in 90 days)\n")
            continue
        scored.append(result)
        print(table(name, result))
        shortfalls += [f"{name}: {what}" for what in below(result, FLOORS.get(name, ANY))]
    if not scored:
        print("nothing to score")
        return 2
    if shortfalls:
        print("BELOW THE FLOOR: " + "; ".join(shortfalls))
        return 1
    gain = min(result.gain.value for result in scored)
    ratio = min(result.precision_ratio for result in scored)
    error = max(result.calibration_error.value for result in scored)
    print(
        f"above the floor on {len(scored)} set{'s' * (len(scored) > 1)}: AUROC at least {gain:.4f} above "
        f"days since, flags right at least {ratio:.2f} times as often as the usual rule's, "
        f"calibration error at most {error:.3f}"
    )
    return 0


def below(result: Score, floor: Floor = ANY) -> list[str]:
    """What of a log's figures is under the floor, in words."""
    state, flat = result.flags[STATE], result.flags[FLAT]
    least = max(floor.right, flat.right.value)
    return [
        words
        for is_below, words in (
            (
                result.gain.value < floor.gain,
                f"AUROC {result.gain.value:+.4f} on days since, needs {floor.gain:+}",
            ),
            (
                result.calibration_error.value > floor.error,
                f"calibration error {result.calibration_error.value:.4f}, at most {floor.error}",
            ),
            (state.right.value < least, f"flags right {state.right.value:.4f}, needs {least:.4f}"),
            (
                state.caught.value < floor.caught,
                f"lapses caught {state.caught.value:.4f}, needs {floor.caught}",
            ),
        )
        if is_below
    ]


def table(name: str, result: Score) -> str:
    """The figures of one log, beside the baselines'; in brackets 95 % intervals over its users."""
    lines = [
        f"{name}: {result.tie_weeks} tie-weeks",
        f"  calibration error {result.calibration_error:.3f} against the horizon that the words state",
        f"  AUROC above days since contact {result.gain:+.3f}, within each user {result.gain_within:+.3f}",
        f"  {'method':28}{'AUROC':>24}{'top ten':>24}",
    ]
    for method in METHODS:
        area = f"{result.auroc[method]:.3f}"
        top_ten = f"{result.top_ten[method]:.3f}" if result.top_ten else "-"
        lines.append(f"  {method:28}{area:>24}{top_ten:>24}")
    lines += _flag_lines("rule, once a silence", result.flags, result.flags[USUAL].right.value)
    slow = result.slow_ties
    title = f"ties slower than {SLOW_DAYS} d: {slow.part:.1%}"
    return "\n".join([*lines, *_flag_lines(title, slow.flags, 0.0)]) + "\n"


def _flag_lines(title: str, found: Mapping[str, Flags], usual: float) -> list[str]:
    lines = [f"  {title:28}{'flags':>6}{'right':>24}{'lapses caught':>24}{'day':>5}{'x usual':>9}"]
    for rule, flags in found.items():
        ratio = f"{flags.right.value / usual:.2f}" if usual else "-"
        right, caught = f"{flags.right:.3f}", f"{flags.caught:.3f}"
        lines.append(f"  {rule:28}{flags.number:6}{right:>24}{caught:>24}{flags.day:5.0f}{ratio:>9}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
