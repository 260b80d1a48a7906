"""Projection: a part of a network as a network of its own, in a folder of the cache, for readers.

Nothing of it is precious, so it is written without the safeguards of the store.
"""

import os
from typing import Any

from netui.domain.model.changes import FileId
from netui.storage.toml.document import render


def write_projected(root: str, file: FileId, document: dict[str, Any] | None) -> None:
    """Writes a file of the projection, for its owner alone; None removes it."""
    path = os.path.join(root, file.folder, file.filename)
    if document is None:
        os.unlink(path)
        return
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with open(descriptor, "wb") as target:
        target.write(render(document).encode("utf-8", "replace"))
