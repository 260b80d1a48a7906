"""A part of a network in a folder of its own."""

from pathlib import Path

import tomli

from netui.domain.model.changes import CONTACTS, FileId
from netui.storage.projection import write_projected


def test_a_file_is_written_for_its_owner_alone_and_removed(tmp_path: Path) -> None:
    file, path = FileId(CONTACTS, "ada"), tmp_path / "contacts/ada.toml"
    for name in ("Ada", "Ada King"):
        write_projected(str(tmp_path), file, {"name": name, "timeline": [{"id": "1"}]})
        assert tomli.loads(path.read_text())["timeline"] == [{"id": "1"}]
    assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o077 == 0
    write_projected(str(tmp_path), file, None)
    assert not path.exists()
