"""Saves until the disk is full, frees some space, and saves again; prints what was acknowledged as JSON.

Run as a program (``python -m tests.support.fill_disk FOLDER``): a limit on the size of files is one of the
whole process. With ``--limit`` that limit stands for the full disk.
"""

import json
import resource
import sys
from pathlib import Path

from netui.domain.model.changes import AddItem, Batch, FileId
from netui.storage.errors import StoreError
from netui.storage.network_folder import TEMPORARY
from netui.storage.toml.document import load
from tests.support.faulty_disk import ADA, network, store

LIMIT = 300_000
FAILURES = 20


def add(home: Path, number: int) -> None:
    item = {"id": f"e{number}", "text": "y" * 2900}
    store(home).apply(Batch("wrote", (AddItem(ADA, "timeline", item),)))


def main(folder: str, *options: str) -> None:
    home = network(Path(folder) / "home")
    ballast = home / "ballast"
    ballast.write_bytes(b"\0" * 700_000)
    if options:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, resource.RLIM_INFINITY))
    saved, failures, number = [], [], 0
    while len(failures) < FAILURES and number < 3000:
        number += 1
        try:
            add(home, number)
            saved.append(f"e{number}")
        except StoreError as error:
            failures.append(str(error))
    in_file = [item["id"] for item in load(store(home).read(ADA)).get("timeline", [])]
    ballast.unlink()
    if options:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    add(home, 9999)
    print(
        json.dumps(
            {
                "saved": saved,
                "in_file": in_file,
                "failures": failures,
                "left": [path.name for path in (home / "net").rglob(f"{TEMPORARY}*")],
                "after": load(store(home).read(FileId("contacts", "ada")))["timeline"][-1]["id"],
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
