"""Exporting to a file."""

from pathlib import Path

import pytest

from netui.services.errors import Refused
from netui.services.transfer.exports import export_to_file, format_of
from tests.support.app import open_workspace, write_network


def test_the_end_of_a_name_says_the_format() -> None:
    assert [format_of(name) for name in ("a.VCF", "a.csv", "a.ics", "a.json", "a.md", "a.txt", "a")] == [
        "vcard", "csv", "ics", "json", "markdown", "", "",
    ]  # fmt: skip


def test_who_is_left_out_is_not_counted_and_odd_places_are_refused(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}, "me": {"name": "Me", "me": True}})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    path = tmp_path / "out.json"
    assert export_to_file(workspace, ["ada", "me"], str(path)) == 1
    assert path.stat().st_mode & 0o777 == 0o600
    for where, who in (("x.odd", "ada"), ("no/x.csv", "ada"), ("net", "ada"), ("x.vcf", "me")):
        with pytest.raises(Refused):
            export_to_file(workspace, [who], str(tmp_path / where), "json" if where == "net" else "")
    workspace.close()
