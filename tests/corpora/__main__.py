"""``python -m tests.corpora FOLDER``: a table of formats, and 1 where a file crashed, hung or was misread."""

import argparse
import re
import resource
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.corpora import oracle
from tests.corpora.survey import Outcome, survey

GIVEN = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
LEAST_RIGHT = 0.99
"""Of the fields of well-formed vCards."""
MOST_MEMORY = 256
"""MiB, at the most, over all files."""
_IGNORED = (".toml", ".py")
"""Not exports of other programs: those of the corpus of TOML, beside which its JSON stands, and scripts."""


class Report(NamedTuple):
    """The outcomes of all files, and the verdicts on the fields of vCards."""

    outcomes: list[Outcome]
    verdicts: list[oracle.Verdict]

    def shortfalls(self) -> list[str]:
        """What keeps the report from being good, a sentence each."""
        found = [
            f"{each.file} crashed: {each.crash.splitlines()[-1]}" for each in self.outcomes if each.crash
        ]
        found += [f"{each.file} hung" for each in self.outcomes if each.hang]
        found += [
            f"{each.file} changes something when imported again"
            for each in self.outcomes
            if each.changed_again
        ]
        found += [f"{each.file}: its header is not recognised" for each in self.unknown_tables()]
        for key in oracle.FIELDS:
            verdicts = [each for each in self.verdicts if each.field == key]
            right = sum(each.is_right for each in verdicts)
            if verdicts and right < LEAST_RIGHT * len(verdicts):
                found.append(f"{key} of vCards: {right} of {len(verdicts)} right, below {LEAST_RIGHT:.0%}")
        if (memory := peak_memory()) > MOST_MEMORY:
            found.append(f"{memory} MiB of memory, more than {MOST_MEMORY}")
        return found

    def unknown_tables(self) -> list[Outcome]:
        """The CSV files that are told to be none of those that netui knows."""
        return [each for each in self.outcomes if each.file.lower().endswith(".csv") and each.format == "-"]


def main(arguments: list[str] | None = None) -> int:
    """Imports each file below the folder; 0 when all is well, 1 when something is not, 2 on wrong use."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.corpora",
        description="Imports each file of a folder into a fresh network; counts what came in and out.",
        epilog="example: python -m tests.corpora ~/exports --verbose",
    )
    parser.add_argument("folder", nargs="?", type=Path, default=GIVEN, help=f"default: {GIVEN}")
    parser.add_argument("--seconds", type=float, default=20.0, help="after which a file counts as hung (20)")
    parser.add_argument("--verbose", action="store_true", help="name each rejection and each lost field")
    chosen = parser.parse_args(arguments)
    if not chosen.folder.is_dir():
        print(f"there is no folder {chosen.folder}: name one with files to import", file=sys.stderr)
        return 2
    report = run(chosen.folder, chosen.seconds)
    if chosen.verbose:
        details(report)
    table(report.outcomes)
    accuracy(report)
    shortfalls = report.shortfalls()
    print("\n".join(shortfalls) if shortfalls else "all well: no crash, no hang, nothing read wrongly")
    return 1 if shortfalls else 0


def run(folder: Path, seconds: float) -> Report:
    """Imports each file by itself, in order of their paths."""
    outcomes: list[Outcome] = []
    verdicts: list[oracle.Verdict] = []
    can_judge = oracle.is_there()
    for path in files_in(folder):
        outcome, parsed = survey(path, str(path.relative_to(folder)), seconds)
        outcomes.append(outcome)
        if outcome.format == "vcard" and can_judge:
            people = [person for each in parsed for person in each.people]
            verdicts += oracle.judge(path.read_bytes(), people)
    return Report(outcomes, verdicts)


def files_in(folder: Path) -> Iterable[Path]:
    """The files to import, without a corpus of TOML and its expectations."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _IGNORED and not path.with_suffix(".toml").exists():
            yield path


def table(outcomes: list[Outcome]) -> None:
    """Prints a row for each format."""
    print(
        f"{'format':10} {'files':>5} {'empty':>5} {'people':>7} {'entries':>7} {'rejected':>8}"
        f" {'crash':>5} {'hang':>4} {'again':>5}  {'back from vCard':>16} {'from JSON':>14}"
    )
    for name in sorted({each.format for each in outcomes}):
        there = [each for each in outcomes if each.format == name]
        back = ["–", "–"]
        for at, to in enumerate(("vCard", "JSON")):
            if written := sum(each.written[to] for each in there):
                back[at] = f"{sum(each.returned[to] for each in there)}/{written}"
        print(
            f"{name:10} {len(there):5} {sum(not each.records for each in there):5}"
            f" {sum(each.people for each in there):7} {sum(each.entries for each in there):7}"
            f" {sum(len(each.rejected) for each in there):8} {sum(bool(each.crash) for each in there):5}"
            f" {sum(each.hang for each in there):4} {sum(bool(each.changed_again) for each in there):5}"
            f"  {back[0]:>16} {back[1]:>14}"
        )


def accuracy(report: Report) -> None:
    """Prints how many fields of well-formed vCards are right, and how many CSV headers are recognised."""
    if not oracle.is_there():
        print("vCard fields are not judged: vobject is not installed")
    for key in oracle.FIELDS:
        verdicts = [each for each in report.verdicts if each.field == key]
        if verdicts:
            right = sum(each.is_right for each in verdicts)
            print(
                f"{key} of well-formed vCards: {right} of {len(verdicts)} right ({right / len(verdicts):.2%})"
            )
    tables = [each for each in report.outcomes if each.file.lower().endswith(".csv")]
    if tables:
        print(f"CSV headers recognised: {len(tables) - len(report.unknown_tables())} of {len(tables)}")
    print(f"memory: {peak_memory()} MiB")


def details(report: Report) -> None:
    """Prints each rejection, lost field, misread field and crash."""
    for each in report.outcomes:
        for where, why in each.rejected:
            print(f"{each.file}, {where or 'the file'}: {why}")
        for lost in each.lost:
            print(f"{each.file}: {lost}")
        if each.crash:
            print(f"{each.file}:\n{each.crash}")
    for verdict in report.verdicts:
        if not verdict.is_right:
            print(f"{verdict.card}: {verdict.field} is {verdict.found!r}, not {verdict.expected!r}")


def peak_memory() -> int:
    """The most memory that this process ever held, in MiB.

    On Linux by its own status: ``ru_maxrss`` counts what the program that started it held, too.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        status = ""
    if found := re.search(r"VmHWM:\s+(\d+) kB", status):
        return int(found[1]) >> 10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak >> (20 if sys.platform == "darwin" else 10)


if __name__ == "__main__":
    sys.exit(main())
