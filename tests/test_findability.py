"""A stranger finds a module in one guess: everyday words lead first to the file that they mean.

The search is as plain as a person's: how many of the words stand in a module's path or in the first line
of its docstring, compared without their endings. Where the right file is not first, its docstring or its
name is what to mend, not the search.
"""

import ast
import re
from pathlib import Path

import pytest

NETUI = Path(__file__).parent.parent / "netui"
ENDINGS = ("ings", "ing", "ers", "er", "ed", "es", "s", "e")
_COMMON = "a an and are as at be by for from how in into is it its of on or that the their them they this"
SMALL_WORDS = {*_COMMON.split(), "to", "what", "which", "who", "whom", "with"}
MEANT = {
    "notification": "services/reminders/notifications",
    "save a file": "storage/files/atomic",
    "parse a log line": "domain/capture/parse",
    "draw a row of the list": "presentation/contact_row",
    "bind a key": "presentation/actions",
    "undo": "storage/undo/journal",
    "dates in words": "domain/natural_dates/parse",
    "watch the folder": "services/sync/watcher",
    "friends.md": "interchange/friends",
    "last screen": "storage/state/screen_snapshot",
    # and as many that nobody asked for
    "age at a birthday": "domain/cadence/recurring_dates",
    "draft": "storage/state/drafts",
    "full-text search": "storage/queries/search/full_text",
    "goal progress": "services/goals/progress",
    "import a file": "services/transfer/imports",
    "lock": "storage/files/locks",
    "merge duplicates": "domain/dedupe/merge",
    "open the editor": "services/editor/external_editor",
    "query language": "domain/query/parser",
    "settings file": "storage/state/config",
    "send changed cells": "ui/terminal/cell_diff",
    "theme": "ui/style/themes",
    "warm, due or quiet": "domain/cadence/status",
}


def stems(text: str) -> set[str]:
    """The words of a text without their endings, so that ``merging`` finds ``merged``."""
    return {stem(word) for word in re.findall(r"[a-z]+", text.lower()) if word not in SMALL_WORDS}


def stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def modules() -> dict[str, tuple[set[str], set[str]]]:
    """The words of each module's path and of its docstring's first line; folders are left out."""
    found = {}
    for path in sorted(NETUI.rglob("*.py")):
        if path.name == "__init__.py":
            continue
        name = path.relative_to(NETUI).with_suffix("").as_posix()
        line = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]
        found[name] = stems(name), stems(line)
    return found


MODULES = modules()


def search(words: str) -> list[str]:
    """Modules that hold most of the words first; of equals those that say them again, then the tersest."""
    wanted = stems(words)

    def rank(name: str) -> tuple[int, int, int]:
        path, line = MODULES[name]
        return -len(wanted & (path | line)), -len(wanted & path & line), len(path | line)

    return sorted(MODULES, key=rank)


@pytest.mark.parametrize("words", MEANT)
def test_everyday_words_lead_to_the_right_file(words: str) -> None:
    first = search(words)[:3]
    assert first[0] == MEANT[words], f"{words!r} leads to {', '.join(first)}"


def test_a_module_says_in_its_docstring_what_it_is() -> None:
    assert [name for name, (_, line) in MODULES.items() if not line] == []
