"""Contact logs to score: CSV files of ``ego,alter,day``, a line per contact-day, and a synthetic one.

A day is a whole number counted from anywhere, or an ISO date.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from math import log
from pathlib import Path

EPOCH = date(2000, 1, 1).toordinal()
"""Day 0 of a log: logs count days from anywhere, the model wants a calendar."""
Log = dict[str, list[list[int]]]
"""The ties of each ego: the sorted contact-days of each."""

UNDIRECTED = {"enron", "radoslaw", "eu_email", "facebook_wall", "college"}
"""Sets whose pairs have no direction: each end is an ego."""


class LogError(Exception):
    """A log that cannot be read, with file, line and what to do."""


def find(paths: list[Path]) -> list[Path]:
    """The CSV files named, or in the folders named."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob("*.csv")) if path.is_dir() else [path]
    if not found:
        raise LogError("no CSV files found: name a CSV with the columns ego,alter,day, or a folder of them")
    return found


def load(path: Path, undirected: bool = False) -> Log:
    """Reads one CSV; raises LogError where it is not one."""
    undirected = undirected or path.stem in UNDIRECTED
    ties: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    try:
        for ego, alter, day in _rows(path):
            ties[ego][alter].add(day)
            if undirected:
                ties[alter][ego].add(day)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LogError(f"{path} could not be read: {error}") from error
    egos = sorted(ties, key=lambda name: (len(name), name))
    return {ego: [sorted(days) for days in ties[ego].values()] for ego in egos}


def _rows(path: Path) -> Iterator[tuple[str, str, int]]:
    with path.open(newline="", encoding="utf-8-sig") as lines:
        rows = csv.DictReader(lines)
        if not {"ego", "alter", "day"} <= set(rows.fieldnames or ()):
            raise LogError(f"{path}: the first line must name the columns ego,alter,day")
        for row in rows:
            try:
                yield row["ego"].strip(), row["alter"].strip(), _day(row["day"].strip())
            except (TypeError, ValueError, AttributeError) as error:
                raise LogError(
                    f"{path}, line {rows.line_num}: a line is ego,alter,day with a whole number or an ISO"
                    " date (2026-11-09) as day"
                ) from error


def _day(text: str) -> int:
    return date.fromisoformat(text[:10]).toordinal() - EPOCH if "-" in text[1:] else int(text)


def synthetic(seed: int = 7, egos: int = 30, ties: int = 40, span: int = 500) -> Log:
    """A made-up log of bursty ties that may end: it proves that the benchmark runs, nothing else."""
    chance = random.Random(seed)
    made: Log = {}
    for ego in range(egos):
        made[str(ego)] = []
        for _ in range(ties):
            centre, spread = chance.gauss(log(12), 1.1), chance.uniform(0.8, 1.5)
            day, days = chance.randrange(300), []
            while day < span:
                days.append(day)
                if chance.random() < 0.06:
                    break
                day += max(1, round(chance.lognormvariate(centre, spread)))
            made[str(ego)].append(days)
    return made
