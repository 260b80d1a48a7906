"""Reads goal files for the index: bytes, then TOML, then JSON; or the error that is shown instead."""

import json
import sqlite3
from collections.abc import Sequence

from netui.domain.model.folders import GOALS
from netui.storage.errors import Unreadable
from netui.storage.files.conflict_copies import find_copies
from netui.storage.files.stat import StrPath
from netui.storage.files.survey import Survey
from netui.storage.index.contact_reader import read_file
from netui.storage.index.schema import transaction
from netui.storage.toml.document import load


def store_goals(
    db: sqlite3.Connection, network: StrPath, found: Survey, stale: Sequence[str], gone: Sequence[str]
) -> bool:
    """Replaces the rows of goals that changed, and drops those that are gone; whether there were any.

    ``found`` is the survey of their folder: conflict copies in it are no goals.
    """
    copies = find_copies(network, GOALS, found)
    rows = []
    for stem in stale:
        reading = read_file(network, GOALS, stem) if stem not in copies else None
        if reading is None:
            continue
        body, error = "{}", reading.error
        if not error:
            try:
                body = json.dumps(load(reading.data, f"{GOALS}/{stem}.toml"), ensure_ascii=False, default=str)
            except Unreadable as problem:
                error = str(problem)
        rows.append((stem, reading.stamp, body, error))
    known = {row[0]: row for row in db.execute("SELECT id, body, error FROM goal")}
    leaving = [(stem,) for stem in (*gone, *known.keys() & copies.keys())]
    if rows or leaving:
        with transaction(db):
            db.executemany("INSERT OR REPLACE INTO goal VALUES(?, ?, ?, ?)", rows)
            db.executemany("DELETE FROM goal WHERE id = ?", leaving)
    return bool(leaving) or any(known.get(stem) != (stem, body, error) for stem, _, body, error in rows)
