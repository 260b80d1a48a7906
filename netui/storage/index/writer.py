"""Writes the rows of contact files to the index: insert statements, what changed, bulk copy, full text."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, takewhile
from typing import Any

from netui.domain.model.contact_row import name_key
from netui.storage.index.contact_reader import ContactReading
from netui.storage.index.extract import ExtractedContact

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
    rows: _Rows = {table: [] for table in _INTO}
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
        for table, those in _head_rows(stem, rid, found).items():
            rows[table] += those
        touched.update(_add_entries(rows, stem, found.entries, numbers))
    db.executemany(_CONTACT, contacts)
    _insert_rows(db, rows, with_text=with_text)
    return touched


_Rows = dict[str, list[tuple[Any, ...]]]
"""By table, in the order of :data:`_INTO`."""


def _head_rows(stem: str, rid: int, found: ExtractedContact) -> _Rows:
    """What one file becomes in the tables beside those of contacts and entries."""
    searched = found.named, found.notes
    return {
        "detail": [(rid, found.head, *searched, found.topics, found.facts, found.signs)],
        "name": [(words, rid, whole) for words, whole in found.names],
        "promise": [(stem, *row) for row in found.promises],
        "date": [(stem, *row) for row in found.dates],
        "opportunity": [(stem, *row) for row in found.opportunities],
        "link": [(stem, *row) for row in found.links],
        "contact_text": [(rid, *searched, found.facts, found.signs)],
    }


def _add_entries(
    rows: _Rows, stem: str, entries: Iterable[tuple[Any, ...]], numbers: Iterator[int]
) -> dict[str, None]:
    """Adds what entries become under the next ``numbers``; returns the ids of the others who were present."""
    touched: dict[str, None] = {}
    added, present = rows["entry"], rows["presence"]
    for row, number in zip(entries, numbers, strict=False):
        added.append((number, stem, *row))
        if row[_WITH]:
            others = _others(row, stem)
            present += [(other, number) for other in others]
            touched.update(others)
    return touched


def _others(entry: tuple[Any, ...], stem: str) -> dict[str, None]:
    """The ids in ``with`` of a contact's entry."""
    others = dict.fromkeys(entry[_WITH][1:-1].split("\n")) if entry[_WITH] else {}
    others.pop(stem, None)
    return others


def _insert_rows(db: sqlite3.Connection, rows: _Rows, *, with_text: bool = True) -> None:
    if with_text:
        rows["entry_text"] = [(number, row[_BODY], row[_SIGNS]) for number, _, *row in rows["entry"]]
    for table, sql in _INTO.items():
        if rows[table] and (with_text or table not in _TEXT):
            db.executemany(sql, rows[table])


def replace_rows(db: sqlite3.Connection, reading: ContactReading) -> dict[str, None]:
    """Replaces the rows of one file by those of this reading; returns the ids of contacts touched.

    Rows that stay the same are left alone, entries up to the first that differs: after a new entry, which a
    file has at its end, that saves three of four pages that would be written.
    """
    stem, found = reading.stem, reading.extracted
    known = db.execute("SELECT rid FROM contact WHERE id = ? AND error = ''", (stem,)).fetchone()
    if known is None or found is None:
        return dict.fromkeys(drop_rows(db, stem)) | write_rows(db, [reading])
    rid = known[0]
    is_other = _update_contact(db, rid, reading, found)
    is_other = _replace_head(db, stem, rid, found) or is_other
    columns = f"rowid, {_ENTRY.removeprefix('contact, ')}"
    before = db.execute(f"SELECT {columns} FROM entry WHERE contact = ? ORDER BY rowid", (stem,)).fetchall()
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0][1:] == pair[1], zip(before, found.entries, strict=False))
    )
    _drop_entries(db, [row[0] for row in before[same:]])
    rows: _Rows = {table: [] for table in _INTO}
    touched = {stem: None} | _add_entries(rows, stem, found.entries[same:], count(_last(db, "entry") + 1))
    _insert_rows(db, rows)
    # Others show an entry with the names of this one.
    for row in before if is_other else before[same:]:
        touched.update(_others(row[1:], stem))
    return touched


def _update_contact(
    db: sqlite3.Connection, rid: int, reading: ContactReading, found: ExtractedContact
) -> bool:
    """Updates what the file itself gives of the row; whether that is other than before."""
    names = ", ".join(f'"{key}"' for key in found.columns)
    before = db.execute(f"SELECT {names} FROM contact WHERE rid = ?", (rid,)).fetchone()
    values = {"stamp": reading.stamp, "digest": reading.digest}
    is_other: bool = before != tuple(found.columns.values())
    if is_other:
        values |= found.columns
    assigned = ", ".join(f'"{key}" = ?' for key in values)
    db.execute(f"UPDATE contact SET {assigned} WHERE rid = ?", (*values.values(), rid))
    return is_other


def _replace_head(db: sqlite3.Connection, stem: str, rid: int, found: ExtractedContact) -> bool:
    """Replaces the rows of the tables of :func:`_head_rows` that differ; whether any did."""
    changed = False
    rows = _head_rows(stem, rid, found)
    text = rows.pop("contact_text")
    for table, after in rows.items():
        column, key = ("rid", rid) if table in ("detail", "name") else ("contact", stem)
        before = db.execute(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY rowid", (key,)).fetchall()
        if before == after:
            continue
        changed = True
        if table == "detail":
            _drop_text(db, rid)
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))
        db.executemany(_INTO[table], after)
        if table == "detail":
            db.executemany(_INTO["contact_text"], text)
    return changed


def renew_stamps(db: sqlite3.Connection, readings: Iterable[ContactReading]) -> None:
    """Stores the stamps of files that were read again and hold the same bytes as their rows."""
    rows = [(each.stamp, each.stem, each.digest) for each in readings]
    db.executemany("UPDATE contact SET stamp = ? WHERE id = ? AND digest = ?", rows)


def drop_rows(db: sqlite3.Connection, stem: str) -> list[str]:
    """Deletes a contact's rows; returns the ids of everyone whose timeline changes by that."""
    row = db.execute("SELECT rid FROM contact WHERE id = ?", (stem,)).fetchone()
    if row is None:
        return []
    rid = row[0]
    entries = db.execute("SELECT rowid FROM entry WHERE contact = ?", (stem,)).fetchall()
    others = db.execute(
        "SELECT DISTINCT p.contact FROM presence p JOIN entry e ON e.rowid = p.entry WHERE e.contact = ?",
        (stem,),
    ).fetchall()
    _drop_entries(db, (number for (number,) in entries))
    _drop_text(db, rid)
    for table in ("promise", "date", "opportunity", "link"):
        db.execute(f"DELETE FROM {table} WHERE contact = ?", (stem,))
    for table in ("name", "detail", "contact"):
        db.execute(f"DELETE FROM {table} WHERE rid = ?", (rid,))
    return [stem, *(other for (other,) in others)]


def _drop_entries(db: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Deletes entries by their row numbers, with their full text and who was present."""
    keys = [(number,) for number in numbers]
    db.executemany(
        "INSERT INTO entry_text(entry_text, rowid, body, signs)"
        " SELECT 'delete', rowid, body, signs FROM entry WHERE rowid = ?",
        keys,
    )
    db.executemany("DELETE FROM presence WHERE entry = ?", keys)
    db.executemany("DELETE FROM entry WHERE rowid = ?", keys)


def _drop_text(db: sqlite3.Connection, rid: int) -> None:
    """Deletes the full text of a contact, whose detail is still there."""
    db.execute(
        "INSERT INTO contact_text(contact_text, rowid, named, notes, facts, signs)"
        " SELECT 'delete', rid, named, notes, facts, signs FROM detail WHERE rid = ?",
        (rid,),
    )


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
