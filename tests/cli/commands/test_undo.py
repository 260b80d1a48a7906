"""``netui undo``: one change after another, to the end."""

from tests.cli.conftest import Cli


def test_undo_to_the_end(two: Cli) -> None:
    before = two.file("ada-lovelace")
    two.ok("tag", "ada", "+x")
    assert "undone: tagged Ada Lovelace +x  (netui redo" in two.ok("undo")
    assert two.file("ada-lovelace") == before
    assert two.json("undo")["files"] == ["contacts/grace-hopper.toml"]
    two.ok("undo")
    result = two.run("undo")
    assert result.status == 1 and "nothing to undo" in result.err and two.json("list") == []
