"""The structure of the code: sizes, no circles among the imports, tests that lie where their code lies."""

import ast
import re
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("cli", "ui", "presentation", "services", "interchange", "storage", "domain")
ACROSS = {
    "cli/test_commands.py": "the table of all commands",
    "cli/test_hostile_text.py": "what every command prints",
    "cli/test_large_files.py": "every reading command, beside files that say they have terabytes",
    "domain/capture/test_phrases.py": "the table of lines and all their fields",
    "domain/capture/test_line_tables.py": "lines with what a careful reader takes them to mean",
    "domain/capture/test_paraphrases.py": "the same lines said a little differently",
    "interchange/test_round_trips.py": "whole contacts written and read again in each format",
    "presentation/test_key_table.py": "the tables of keys in the README",
    "services/reminders/test_status_by_day.py": "one status, seen on day after day, over several services",
    "services/reminders/test_status_random.py": "a property over all services",
    "services/timeline/test_items_without_id.py": "entries, promises, opportunities that others edit too",
    "services/vdir/test_interop.py": "vdirsyncer and two CardDAV servers around the exchange",
    "storage/index/test_odd_files.py": "what is no contact, or cannot be read",
    "storage/index/test_uncertain_readings.py": "readings that a later write could have left the stamps of",
    "storage/toml/test_batches.py": "many changes at once, and one after the other",
    "storage/toml/test_toml_corpus.py": "the files of the TOML test suite",
    "cli/test_man_page.py": "the man page of all commands",
    "ui/screens/test_bindings.py": "the keys of all screens",
    "ui/test_goldens.py": "whole screens",
}
"""Tests of what no module does alone, each with what that is."""
LONGEST_MODULE = 460
"""Lines; the guide asks for some 400."""
LONGEST_FUNCTION = 60
"""Lines, docstring and all."""
LARGEST_FOLDER = 14
"""Modules; of the commands of the shell there is one for each."""
LEAST_SHARE = 0.7
"""The share of modules with a test of their name; it may only be raised."""


def layered_tests() -> list[str]:
    base = ROOT / "tests"
    return sorted(str(p.relative_to(base)) for layer in LAYERS for p in (base / layer).rglob("test_*.py"))


def module_of(test: str) -> Path:
    path = Path(test)
    return ROOT / "netui" / path.with_name(path.name.removeprefix("test_"))


def test_each_test_lies_where_its_module_lies() -> None:
    astray = [test for test in layered_tests() if test not in ACROSS and not module_of(test).exists()]
    assert astray == [], "no such module in netui/: move the test, or say in ACROSS what it is about"


def test_each_exception_is_one() -> None:
    assert [test for test in ACROSS if test not in layered_tests() or module_of(test).exists()] == []


def test_modules_have_a_test_of_their_name() -> None:
    modules = {p for p in (ROOT / "netui").rglob("*.py") if not p.name.startswith("__")}
    tested = modules & {module_of(test) for test in layered_tests()}
    share = len(tested) / len(modules)
    print(f"{len(tested)} of {len(modules)} modules have a test of their name: {share:.0%}")
    assert share >= LEAST_SHARE


def test_every_path_that_the_guide_names_exists() -> None:
    guide = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:netui|tests|screenshots|\.ci|\.github)/[^`\s<>]*)`", guide)
    assert len(paths) > 50
    assert [path for path in paths if not (ROOT / path).exists()] == []


def imports() -> dict[str, set[str]]:
    """What each module imports of the others, also within functions and for types alone."""
    paths = {".".join(p.relative_to(ROOT).with_suffix("").parts): p for p in (ROOT / "netui").rglob("*.py")}
    modules = {name.removesuffix(".__init__"): path for name, path in paths.items()}
    found: dict[str, set[str]] = {name: set() for name in modules}
    for name, path in modules.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found[name] |= {each.name for each in node.names if each.name in modules}
            elif isinstance(node, ast.ImportFrom) and node.module:
                named = {f"{node.module}.{each.name}" for each in node.names}
                found[name] |= named & modules.keys() or {node.module} & modules.keys()
    return {name: imported - {name} for name, imported in found.items()}


def test_no_module_is_too_long_to_read() -> None:
    lines = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in (ROOT / "netui").rglob("*.py")}
    long = [str(path.relative_to(ROOT)) for path, count in lines.items() if count > LONGEST_MODULE]
    assert long == [], "find the concept in it that has a name of its own, and give that a module"


def test_no_function_is_too_long_to_read() -> None:
    found = []
    for path in (ROOT / "netui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                found += [f"{path.relative_to(ROOT)}:{node.lineno}"] if lines > LONGEST_FUNCTION else []
    assert found == [], "give a part of it a name of its own"


def test_no_folder_has_too_many_modules() -> None:
    modules = Counter(p.parent for p in (ROOT / "netui").rglob("*.py") if p.name != "__init__.py")
    del modules[ROOT / "netui" / "cli" / "commands"]
    full = [str(folder.relative_to(ROOT)) for folder, count in modules.items() if count > LARGEST_FOLDER]
    assert full == [], "group those that one would look for under one word"


def test_no_modules_import_each_other_in_a_circle() -> None:
    found = imports()
    assert len(found) > 500 and "netui.services.workspace" in found["netui.cli.session"]
    try:
        TopologicalSorter(found).prepare()
    except CycleError as error:
        pytest.fail(f"a type or a callback lies in the wrong module: {' <- '.join(error.args[1])}")
