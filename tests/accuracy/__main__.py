"""``python -m tests.accuracy [CSV or folder ...] [--undirected]``: the table, and 1 below the floor."""

import argparse
import sys
from pathlib import Path

from tests.accuracy.logs import Log, LogError, find, load, synthetic
from tests.accuracy.scores import METHODS, USUAL, Score, score

GIVEN = Path(__file__).resolve().parents[2].parent / "shared" / "quiet"
LEAST_GAIN, LEAST_RATIO, MOST_ERROR = 0.005, 1.7, 0.13


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
        shortfalls += [f"{name}: {what}" for what in below(result)]
    if not scored:
        print("nothing to score")
        return 2
    if shortfalls:
        print("BELOW THE FLOOR: " + "; ".join(shortfalls))
        return 1
    gain = min(result.gain for result in scored)
    ratio = min(result.precision_ratio for result in scored)
    error = max(result.calibration_error for result in scored)
    print(
        f"above the floor on {len(scored)} set{'s' * (len(scored) > 1)}: AUROC at least {gain:.4f} above "
        f"days since, flags right at least {ratio:.2f} times as often as the usual rule's, "
        f"calibration error at most {error:.3f}"
    )
    return 0


def below(result: Score) -> list[str]:
    """What of a log's figures is under the floor, in words."""
    return [
        words
        for is_below, words in (
            (result.gain < LEAST_GAIN, f"AUROC {result.gain:+.4f} on days since, needs {LEAST_GAIN:+}"),
            (
                result.precision_ratio < LEAST_RATIO,
                f"flags right {result.precision_ratio:.2f} times as often, needs {LEAST_RATIO}",
            ),
            (
                result.calibration_error > MOST_ERROR,
                f"calibration error {result.calibration_error:.3f}, at most {MOST_ERROR}",
            ),
        )
        if is_below
    ]


def table(name: str, result: Score) -> str:
    """The figures of one log, beside the baselines'."""
    lines = [
        f"{name}: {result.tie_weeks} tie-weeks, calibration error {result.calibration_error:.3f}",
        f"  {'method':26}{'AUROC':>8}{'top ten':>10}",
    ]
    for method in METHODS:
        top_ten = f"{result.top_ten[method]:.3f}" if result.top_ten else "-"
        lines.append(f"  {method:26}{result.auroc[method]:8.3f}{top_ten:>10}")
    lines.append(
        f"  {'rule, once a silence':26}{'flags':>8}{'right':>10}{'caught':>10}{'day':>6}{'x usual':>10}"
    )
    usual = result.flags[USUAL].right
    for rule, flags in result.flags.items():
        ratio = f"{flags.right / usual:.2f}" if usual else "-"
        figures = f"{flags.number:8}{flags.right:10.3f}{flags.caught:10.3f}{flags.day:6.0f}{ratio:>10}"
        lines.append(f"  {rule:26}{figures}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
