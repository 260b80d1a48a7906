"""Addresses of LinkedIn profiles, and whose export it is."""

import csv
import re
from io import StringIO
from urllib.parse import unquote

from netui.domain.model.contact_row import fold
from netui.interchange.records import clean, decode

SOURCE = "linkedin"
_LONGEST = 2000
_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)*linkedin\.com/((?:in|pub)/[^?#\s]+?)/*(?:[?#].*)?\Z", re.I
)


def profile_uid(url: str) -> str:
    """The address of a profile, alike however its host, case and query are written; "" where it is none."""
    match = _PROFILE.match(url[:_LONGEST].strip())
    return f"linkedin.com/{unquote(match[1]).casefold()}" if match else ""


def owner_of(profile: bytes) -> frozenset[str]:
    """The folded name of the person whose ``Profile.csv`` this is; empty where it names nobody."""
    rows = list(csv.reader(StringIO(decode(profile), newline="")))[:2]
    if len(rows) < 2:
        return frozenset()
    row = {fold(header): cell for header, cell in zip(*rows, strict=False)}
    name = clean(f"{row.get('first name', '')} {row.get('last name', '')}")
    return frozenset((fold(name),)) if name else frozenset()
