"""Writes the rows of contact files to the index: insert statements, bulk copy, full text."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from netui.domain.model.contact_row import name_key
from netui.storage.index.contact_reader import ContactReading

_DEFAULTS: dict[str, Any] = {
    "id": "", "name": "",
    "aliases": "", "roles": "", "tags": "", "org": "", "title": "", "location": "", "knows": "", "goals": "",
    "every": "", "mode": "", "snoozed_until": 0, "archived": 0, "died": 0, "contact_days": 0, "last": 0,
    "silence_start": 0.0, "decayed_count": 0.0, "log_sum": 0.0, "log_squares": 0.0, "gaps": b"", "season": 0,
    "learned_on": 0, "planned_on": 0, "entries": 0, "keys": "", "error": "",
}  # fmt: skip
_WITH, _BODY, _SIGNS = 4, 10, 14  # positions in a row of ExtractedContact.entries


def _insert(table: str, columns: int, *, ignoring: bool = False, named: str = "") -> str:
    return f"INSERT {'OR IGNORE ' if ignoring else ''}INTO {table}{named} VALUES({', '.join('?' * columns)})"


_COLUMNS = ", ".join(f'"{key}"' for key in _DEFAULTS)
_CONTACT = _insert("contact", len(_DEFAULTS) + 3, named=f"(rid, stamp, digest, {_COLUMNS})")
_INTO = {
    "detail": _insert("detail", 7), "name": _insert("name", 3), "entry": _insert("entry", 17),
    "presence": _insert("presence", 2, ignoring=True), "promise": _insert("promise", 9),
    "date": _insert("date", 5), "opportunity": _insert("opportunity", 5), "link": _insert("link", 5),
    "contact_text": _insert("contact_text", 5, named="(rowid, named, notes, facts, signs)"),
    "entry_text": _insert("entry_text", 3, named="(rowid, body, signs)"),
}  # fmt: skip


_TEXT = ("contact_text", "entry_text")
_HASH_BYTES = 16 << 20
"""Memory for words of the full text before they are flushed."""
_ENTRY = (
    "contact, id, day, on_, kind, with_, place, tags, goals, gave, got, body, counts, people, rest, signs"
)
_DETAIL = "head, named, notes, topics, facts, signs"


def _last(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0])


def write_rows(
    db: sqlite3.Connection, readings: Iterable[ContactReading], *, with_text: bool = True
) -> dict[str, None]:
    """Inserts the rows of these files, none of which the index holds; returns the ids of contacts touched.

    Rows are gathered and inserted a table at a time, in the caller's transaction. Without ``with_text``
    the full text is left to :func:`rebuild_text`.
    """
    rids = count(_last(db, "contact") + 1)
    numbers = count(_last(db, "entry") + 1)
    rows: dict[str, list[Sequence[Any]]] = {table: [] for table in _INTO}
    contacts: list[Sequence[Any]] = []
    touched: dict[str, None] = {}
    for rid, reading in zip(rids, readings, strict=False):
        stem, found = reading.stem, reading.extracted
        touched[stem] = None
        known = found.columns if found else {"name": stem.replace("-", " "), "error": reading.error}
        contacts.append((rid, reading.stamp, reading.digest, *({**_DEFAULTS, "id": stem, **known}).values()))
        if found is None:
            rows["detail"].append((rid, "{}", stem, "", "", "", ""))
            rows["contact_text"].append((rid, stem, "", "", ""))
            rows["name"].append((name_key(stem), rid, 1))
            continue
        searched = found.named, found.notes
        rows["detail"].append((rid, found.head, *searched, found.topics, found.facts, found.signs))
        rows["contact_text"].append((rid, *searched, found.facts, found.signs))
        rows["name"] += [(words, rid, whole) for words, whole in found.names]
        for row in found.entries:
            number = next(numbers)
            rows["entry"].append((number, stem, *row))
            if with_text:
                rows["entry_text"].append((number, row[_BODY], row[_SIGNS]))
            if row[_WITH]:
                others = dict.fromkeys(row[_WITH][1:-1].split("\n"))
                others.pop(stem, None)
                rows["presence"] += [(other, number) for other in others]
                touched.update(others)
        rows["promise"] += [(stem, *row) for row in found.promises]
        rows["date"] += [(stem, *row) for row in found.dates]
        rows["opportunity"] += [(stem, *row) for row in found.opportunities]
        rows["link"] += [(stem, *row) for row in found.links]
    db.executemany(_CONTACT, contacts)
    for table, sql in _INTO.items():
        if with_text or table not in _TEXT:
            db.executemany(sql, rows[table])
    return touched


def renew_stamps(db: sqlite3.Connection, readings: Iterable[ContactReading]) -> None:
    """Stores the stamps of files that were read again and hold the same bytes as their rows."""
    rows = [(each.stamp, each.stem, each.digest) for each in readings]
    db.executemany("UPDATE contact SET stamp = ? WHERE id = ? AND digest = ?", rows)


def drop_rows(db: sqlite3.Connection, stem: str) -> list[str]:
    """Deletes a contact's rows; returns the ids of everyone whose timeline changes by that."""
    row = db.execute(
        "SELECT rid, named, notes, facts, signs FROM contact JOIN detail USING(rid) WHERE id = ?", (stem,)
    ).fetchone()
    if row is None:
        return []
    rid = row[0]
    others = db.execute(
        "SELECT DISTINCT p.contact FROM presence p JOIN entry e ON e.rowid = p.entry WHERE e.contact = ?",
        (stem,),
    ).fetchall()
    db.execute(
        "INSERT INTO entry_text(entry_text, rowid, body, signs)"
        " SELECT 'delete', rowid, body, signs FROM entry WHERE contact = ?",
        (stem,),
    )
    db.execute(
        "INSERT INTO contact_text(contact_text, rowid, named, notes, facts, signs)"
        " VALUES('delete', ?, ?, ?, ?, ?)",
        row,
    )
    db.execute("DELETE FROM presence WHERE entry IN (SELECT rowid FROM entry WHERE contact = ?)", (stem,))
    for table in ("entry", "promise", "date", "opportunity", "link"):
        db.execute(f"DELETE FROM {table} WHERE contact = ?", (stem,))
    for table in ("name", "detail", "contact"):
        db.execute(f"DELETE FROM {table} WHERE rid = ?", (rid,))
    return [stem, *(other for (other,) in others)]


def rebuild_text(db: sqlite3.Connection) -> None:
    """Rebuilds the full text of all rows: three times as quick as row by row."""
    for table in _TEXT:
        db.execute(f"INSERT INTO {table}({table}, rank) VALUES('hashsize', {_HASH_BYTES})")
        db.execute(f"INSERT INTO {table}({table}) VALUES('rebuild')")


def copy_rows(db: sqlite3.Connection, part: str) -> None:
    """Copies all rows from the attached database ``part``, shifting row numbers behind those here."""
    rid, number = _last(db, "contact"), _last(db, "entry")
    columns = f"stamp, digest, {_COLUMNS}"
    db.execute(f"INSERT INTO contact(rid, {columns}) SELECT rid + {rid}, {columns} FROM {part}.contact")
    db.execute(f"INSERT INTO detail SELECT rid + {rid}, {_DETAIL} FROM {part}.detail")
    db.execute(f"INSERT INTO name SELECT words, rid + {rid}, whole FROM {part}.name")
    db.execute(f"INSERT INTO entry SELECT rowid + {number}, {_ENTRY} FROM {part}.entry ORDER BY rowid")
    db.execute(f"INSERT INTO presence SELECT contact, entry + {number} FROM {part}.presence")
    for table in ("promise", "date", "opportunity", "link"):
        db.execute(f"INSERT INTO {table} SELECT * FROM {part}.{table} ORDER BY rowid")
