"""The README's tables of keys, made from the table of actions.

``python -m tests.support.key_table`` writes them between their marks; a test fails where they are stale.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from netui.presentation.actions import BY_ID, GROUPS, MAIN, PAGES, Action
from netui.presentation.keymap import shown_key

README = Path(__file__).parents[2] / "README.md"
_BLOCK = "<!-- {name}: python -m tests.support.key_table -->\n{content}<!-- /{name} -->"


def key_table() -> str:
    """The keys of the main screen and what they do, group by group, two to a row."""
    actions = [BY_ID[name] for name in PAGES[MAIN].actions]
    ordered = [action for group in GROUPS for action in actions if action.group == group]
    half = (len(ordered) + 1) // 2
    pairs = zip(ordered[:half], [*ordered[half:], None], strict=False)
    cells = [(cell for action in pair for cell in _key_cells(action)) for pair in pairs]
    return _table(("key", "does", "key", "does"), cells)


def name_table() -> str:
    """Every action by the name that ``[keys]`` of the settings knows it by, main screen, pages and forms."""
    actions = BY_ID.values()
    return _table(("name", "key", "does"), ((f"`{each.id}`", *_key_cells(each)) for each in actions))


def _key_cells(action: Action | None) -> tuple[str, str]:
    if action is None:
        return "", ""
    return " ".join(f"`{shown_key(key)}`" for key in action.keys.split(",")), action.help


def _table(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def with_key_tables(readme: str) -> str:
    """The README with both tables as they are to be."""
    for name, content in (("keys", key_table()), ("names of keys", name_table())):
        begin, end = _BLOCK.format(name=name, content="\0").split("\0")
        pattern = f"(?s){re.escape(begin)}.*?{re.escape(end)}"
        block = begin + content + end
        readme, found = re.subn(pattern, lambda _, block=block: block, readme)
        assert found == 1, f"no place for {name}"
    return readme


if __name__ == "__main__":
    README.write_text(with_key_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
