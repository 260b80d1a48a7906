"""Conflict copies: what sync programs and file managers leave beside a file, ``ada (conflicted copy).toml``.

A copy is a file that is called like one, whose original is there and has the same ``name``. Any other file
is a contact, whatever it is called.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from netui.domain.model.contact_row import name_key
from netui.domain.model.folders import CONTACTS
from netui.storage.errors import Unreadable
from netui.storage.files.filenames import is_network_file
from netui.storage.files.stat import StrPath, read_bytes
from netui.storage.files.survey import SUFFIX

_WORD = r"""(?:
        (?<![^\W\d_])
        (?:copy|copie|copia|cópia|còpia|kopie|kopia|kopi|kopio|kópia|kopija|kopya|koopia|másolat|salinan
          |(?:sf|sync)?conflict(?:ed|s)?|konflikt(?:kopie|kopia)?|conflit|conflicto|conflito|conflitto
          |ristiriita|çakışma|копия|копія|копие|конфликт|конфлікт|αντίγραφο)
        (?![^\W\d_])
      | コピー|副本|拷贝|複本|複製|복사본|สำเนา|نسخة|עותק|競合|冲突|衝突|충돌
    )"""
_TAIL = rf"""(?:
        [ _]\d{{1,3}}                           # iCloud
      | [ ]?[(\[]\d{{1,3}}[)\]]                 # Google Drive, browsers
      | ~\d{{8}}-\d{{6}}~?                     # Syncthing, of an older version
      | \.\.path\d                            # rclone bisync
      | .*{_WORD}.*                            # Syncthing, Dropbox, Nextcloud, Seafile, file managers
      | -(?-i:(?=[\w-]*[A-Z]))[\w-]++          # OneDrive: the name of a computer
    )+"""
_HEAD = rf"{_WORD}(?:[ ][(]?\d{{1,3}}[)]?)?(?:[ ]\w{{1,4}})?"
_PLAIN = re.compile(r"[a-z0-9-]+\.toml")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Of what stands behind the original's name, and before it; most networks have no such file."""
    flags = re.VERBOSE | re.IGNORECASE | re.DOTALL
    return re.compile(_TAIL, flags), re.compile(_HEAD, flags)


def find_copies(network: StrPath, folder: str, names: Collection[str]) -> dict[str, str]:
    """The copies among the files ``names`` of a folder: the stem of each, and that of its original.

    Reads the files that are called like copies, and their originals. A file that cannot be read counts as
    having the same name: the original is there, so nobody is hidden.
    """
    found: dict[str, str] = {}
    for copy, original in _candidates(names):
        one, other = (_name_in(network, folder, stem) for stem in (copy, original))
        if one is None or other is None or one == other:
            found[copy] = original
    return found


def _candidates(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each stem that is called like a copy, with that of its original, which is among ``names``."""
    odd = [name for name in names if not _PLAIN.fullmatch(name) and is_network_file(name)]
    if not odd:
        return
    there = {name.removesuffix(SUFFIX) for name in names if is_network_file(name)}
    tail, head = _patterns()
    for stem in (name.removesuffix(SUFFIX) for name in odd):
        for at, letter in enumerate(stem):
            is_break = not (letter.isalnum() and letter.isascii())
            if is_break and stem[:at] in there and tail.fullmatch(stem, at):
                yield stem, stem[:at]
                break
            if letter == " " and stem[at + 1 :] in there and head.fullmatch(stem, 0, at):
                yield stem, stem[at + 1 :]
                break


def _name_in(network: StrPath, folder: str, stem: str) -> str | None:
    """The name of a contact, or the title of a goal, for comparison; None where it cannot be read."""
    from netui.storage.toml.parse import load

    try:
        found = load(read_bytes(network, folder, stem)[1]).get("name" if folder == CONTACTS else "title")
    except (OSError, Unreadable):
        return None
    return name_key(found) if isinstance(found, str) else None
