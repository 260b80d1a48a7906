"""``python -m tests.speed``: prints each figure beside its floor, and whether its limit is reached.

The limits are ratios to a floor measured in the same run wherever time is meant; nothing here is a
gate. ``--profile`` prints where the time of one group goes instead.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.speed.bench import ROOT, Bench, Row
from tests.speed.rows import AT_ONE_SIZE, ROWS


def main() -> int:
    """Measures, prints, and returns how many rows missed their limit (at most 100)."""
    reader = argparse.ArgumentParser(prog="python -m tests.speed", description=__doc__)
    reader.add_argument(
        "--contacts", default="1000,10000,50000", help="sizes of network, with commas between"
    )
    reader.add_argument(
        "--only", nargs="+", choices=ROWS, default=list(ROWS), metavar="ROW", help=", ".join(ROWS)
    )
    reader.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    reader.add_argument("--size", default="24x80", help="rows and columns of the terminal")
    reader.add_argument("--keep", type=Path, metavar="DIR", help="keep the networks here for the next run")
    reader.add_argument("--app", default=f"{sys.executable} -m netui", help="the command that opens the app")
    reader.add_argument(
        "--profile", action="store_true", help="profile imports, the first build and the list"
    )
    given = reader.parse_args()
    rows, columns = map(int, given.size.split("x"))
    with tempfile.TemporaryDirectory(prefix="netui-speed-") as spare:
        folder = given.keep or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        table = Table()
        sizes = [int(size) for size in given.contacts.split(",")]
        for contacts in sizes:
            table.begin(contacts)
            bench = Bench(folder, contacts, given.app.split(), given.rounds, (rows, columns))
            if given.profile:
                profile(bench)
                continue
            for name in given.only:
                size, most = AT_ONE_SIZE.get(name, (contacts, given.rounds))
                if contacts == min(sizes, key=lambda each: abs(each - size)):
                    bench.rounds = min(most, given.rounds)
                    table.take(name, bench)
    return min(table.missed, 100)


def profile(bench: Bench) -> None:
    """What is imported before the first frame, and where a first build and a list spend their time."""
    run = [sys.executable, "-X", "importtime", "-c", "import netui.ui.app"]
    told = subprocess.run(run, env=bench.env, cwd=ROOT, capture_output=True, text=True).stderr.splitlines()
    costs = sorted((int(line.split("|")[1]), line.split("|")[2].strip()) for line in told[1:] if "|" in line)
    print("imports of the app, in microseconds, with what they import:")
    print("\n".join(f"{cost:>10}  {name}" for cost, name in reversed(costs[-40:])))
    bench.forget_index()
    for what, command in (
        (
            "first build",
            [
                "-m",
                "netui.storage.index.build_process",
                str(bench.network),
                bench.env["XDG_CACHE_HOME"] + "/netui",
            ],
        ),
        # Called, for as a command it leaves without waiting for the profile.
        ("list", [str(ROOT / "tests" / "speed" / "listed.py")]),
    ):
        print(f"{what}:")
        whole = [sys.executable, "-m", "cProfile", "-s", "tottime", *command]
        told_out = subprocess.run(whole, env=bench.env, cwd=ROOT, capture_output=True, text=True).stdout
        at = told_out.find("function calls")
        print("\n".join(told_out[max(at - 40, 0) :].splitlines()[:30]))


class Table:
    """Prints rows as they come; growth is against the smallest size measured."""

    def __init__(self) -> None:
        self.missed = 0
        self._smallest: dict[str, Row] = {}
        machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
        print(f"Python {platform.python_version()}, {machine}")

    def begin(self, contacts: int) -> None:
        """The heads of one size."""
        heads = "".join(f"{head:>{width}}" for head, width in _HEADS)
        print(f"\n{f'{contacts:,} contacts':{_WIDTH}}{heads}", flush=True)

    def take(self, name: str, bench: Bench) -> None:
        """Prints the rows of a group; what keeps it from being measured stands in the place of the rest."""
        try:
            for row in ROWS[name](bench):
                self.add(row)
        except Exception as error:  # one group that cannot be measured must not cost the others
            self.missed += 1
            why = (str(error) or type(error).__name__).strip().splitlines()
            print(f"{name}: not measured: {why[0][:150]}", *why[1:25], sep="\n    ", flush=True)

    def add(self, row: Row) -> None:
        """Prints one row."""
        smallest = self._smallest.setdefault(row.what, row)
        verdict = {True: "reached", False: "MISSED", None: ""}[row.reached]
        self.missed += row.reached is False
        cells = (
            f"{sorted(row.floor)[len(row.floor) // 2]:.0f}" if row.floor else "",
            f"{_short(row.median)} {row.unit:<2}",
            f"{_short(min(row.figures))} … {_short(max(row.figures))}" if len(row.figures) > 1 else "",
            f"{row.measured:.2f}" if row.floor else "",
            "" if row.limit is None else f"{'×' if row.floor else ''}{row.limit:g}",
            f"{row.median / smallest.median:.2f}"
            if row.contacts != smallest.contacts and smallest.median
            else "",
        )
        line = "".join(f"{cell:>{width}}" for cell, (_, width) in zip(cells, _HEADS, strict=True))
        print(f"{row.what:{_WIDTH}}{line}  {verdict}".rstrip(), flush=True)


_WIDTH = 38
_HEADS = (("floor", 6), ("median", 10), ("least … most", 16), ("ratio", 7), ("limit", 7), ("growth", 8))


def _short(figure: float) -> str:
    return f"{figure:.0f}" if abs(figure) >= 100 else f"{figure:.3g}"


if __name__ == "__main__":
    sys.exit(main())
