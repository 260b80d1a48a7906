"""A table of log lines as people write them, each with all the fields it must parse to."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.support.known_people import read

TABLE: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8")
)["phrase"]


def test_the_table_is_long_enough_to_mean_something():
    assert len(TABLE) >= 300
    assert len({row["line"] for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["line"])
def test_phrase(row):
    found = read(row["line"])
    understood = {
        "line": row["line"],
        "kind": found.kind,
        "on": str(found.on),
        "people": [person.id or f"{person.name} (new)" for person in found.people],
        "mentions": [person.id for person in found.mentions],
        "text": found.text,
        "tags": list(found.tags),
        "goals": list(found.goals),
        "gave": list(found.gave),
        "got": list(found.got),
        "learned": found.learned,
        "started_by": found.started_by,
        "place": found.place,
        "promises": [[made.by, made.text, str(made.due or "")] for made in found.promises],
        "refused": [f"{problem.what} {problem.column}" for problem in found.problems],
    }
    defaults = {"kind": "meeting", "on": "2026-11-21"}
    expected = {key: row.get(key, defaults.get(key, type(value)())) for key, value in understood.items()}
    assert understood == expected
