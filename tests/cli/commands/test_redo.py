"""``netui redo``: what was undone, in order, to the end."""

from tests.cli.conftest import Cli


def test_redo_to_the_end(two: Cli) -> None:
    two.ok("tag", "ada", "+x")
    after = two.file("ada-lovelace")
    for _ in range(3):
        two.ok("undo")
    two.ok("redo")
    assert two.json("redo")["done"] == "added Grace Hopper"
    assert "done again: tagged Ada Lovelace +x  (netui undo" in two.ok("redo")
    assert two.file("ada-lovelace") == after
    result = two.run("redo")
    assert result.status == 1 and "nothing to redo" in result.err
