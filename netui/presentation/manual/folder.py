"""The manual on the folder: every key of what is in it, and of what is set, from the schemas."""

import json
from pathlib import Path

from netui.domain.named_tuple import NamedTuple
from netui.presentation.manual.builder import ManualBuilder

FILE_KEYS = Path(__file__).with_name("file_keys.json")
"""The keys of each kind of file, as the schemas have them: ``python -m tests.support.file_keys``."""

_FOLDER = """
contacts/ada-lovelace.toml   one for each person; the name of the file is the id
goals/cto-role.toml          one for each goal
netui.toml                   saved lists, circles, rhythms by tag or role
inbox/                       what waits to be taken in
.trash/                      what was deleted; netui trash lists it
.sources/  .quarantine/      what imports said; what could not be read
"""
_CONTACT = """
name = "Ada Lovelace"        # the only required key
tags = ["london", "maths"]
emails = ["ada@engines.example", { value = "ada@home.example", label = "home" }]

[rhythm]
every = "3w"                 # absent: learned from the log

[[timeline]]
id = "01k9x3v7q2"
on = 2026-11-09
kind = "coffee"
with = ["grace-hopper"]
text = "Her new lab is hiring."
"""


class FileKey(NamedTuple):
    """A key of a file: its name, or the heading of a table with the keys behind it; ``choices`` in words."""

    name: str
    description: str
    choices: str = ""
    is_table: bool = False


def write_files(page: ManualBuilder) -> None:
    """The folder, an example, and the keys of contacts and goals."""
    page.section("The folder")
    page.prose(
        "Yours to edit with anything, at any time, also while netui is open; to sync, and to keep in git."
        " Keys of your own stay where they are, and so do comments, order and blank lines. It is --data,"
        " else NETUI_DATA, else data in the settings, else your user data folder; netui config says which.",
        blank=False,
    )
    page.code(_FOLDER)
    page.section("A contact")
    page.prose(
        "Dates may be partial: 2024-05-02, 2024-05, 2024, or --05-02 without the year. What was"
        " done on a day that is not known is true. Spans are a number and d, w, m or y.",
        blank=False,
    )
    page.code(_CONTACT)
    _write_keys(page, "contact")
    page.section("A goal")
    _write_keys(page, "goal")
    page.section("The network: netui.toml")
    _write_keys(page, "network")
    write_settings(page)


def write_settings(page: ManualBuilder) -> None:
    """Every key of the settings."""
    page.section("Settings: config.toml")
    page.prose(
        "netui config shows where the file is, what is in force and what is wrong with it; netui config"
        " --init writes one with every key explained in place.",
        blank=False,
    )
    _write_keys(page, "config")


def _write_keys(page: ManualBuilder, file: str) -> None:
    """The keys of one kind of file, those of a table below its heading."""
    rows: list[tuple[str, str]] = []
    is_below = False
    for key in (FileKey(*each) for each in json.loads(FILE_KEYS.read_text(encoding="utf-8"))[file]):
        if key.is_table:
            _flush(page, rows, is_below=is_below)
            is_below = True
            page.table(key.name, key.description)
        else:
            rows.append((key.name, " ".join(filter(None, (key.description, key.choices)))))
    _flush(page, rows, is_below=is_below)


def _flush(page: ManualBuilder, rows: list[tuple[str, str]], *, is_below: bool) -> None:
    """Writes the keys so far, of the file itself or below the heading of a table."""
    if rows:
        page.terms(rows, 16, blank=not is_below)
        rows.clear()
