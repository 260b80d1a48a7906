"""Nothing but the terminal engine uses a private name of Textual, or overrides one."""

import ast
import importlib
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widgets import Input

ROOT = Path(__file__).parent.parent
ENGINE = ROOT / "netui" / "ui" / "terminal"
MODULES = [path for path in sorted((ROOT / "netui").rglob("*.py")) if ENGINE not in path.parents]


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


@cache
def private_names_of(base: type) -> frozenset[str]:
    """The private methods of a class, and the private attributes it sets."""
    found = set()
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(base)))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(node.attr)
    return frozenset(filter(is_private, found))


def private_names(*classes: type) -> set[str]:
    """The private names that classes have from Textual."""
    bases = {base for each in classes for base in each.__mro__ if base.__module__.startswith("textual.")}
    return {name for base in bases for name in private_names_of(base)}


@cache
def names_on_screen() -> set[str]:
    """The private names of the objects of Textual that are at hand in an app."""
    return private_names(App, Screen, ScrollView, Input, Driver, LinuxDriver, Reactive)


def is_own(node: ast.Attribute) -> bool:
    """Whether it is an attribute of the object or class that the code belongs to."""
    return isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")


def private_uses(tree: ast.AST) -> Iterator[str]:
    """Imports of private modules, drivers and names of Textual, and private attributes of other objects."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "textual":
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            if "drivers" in parts or any(map(is_private, parts)):
                yield f"line {node.lineno}: from {node.module} import …"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith(("textual._", "textual.drivers")):
                    yield f"line {node.lineno}: import {alias.name}"
        elif isinstance(node, ast.Attribute) and node.attr in names_on_screen() and not is_own(node):
            yield f"line {node.lineno}: {ast.unparse(node)}"


def overridden(path: Path) -> Iterator[str]:
    """Private names of Textual that a class of this module defines, or uses or sets on itself."""
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ClassDef):
            continue
        found = getattr(module, node.name, None)
        if not (inspect.isclass(found) and issubclass(found, MessagePump)):
            continue
        names = private_names(found)
        for part in ast.walk(node):
            if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and part.name in names:
                yield f"line {part.lineno}: {node.name}.{part.name}"
            elif isinstance(part, ast.Attribute) and part.attr in names and is_own(part):
                yield f"line {part.lineno}: {node.name}: self.{part.attr}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_private_name_of_textual_is_used(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if "textual" in source or "netui.ui" in source:
        assert list(private_uses(ast.parse(source))) == []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if "ui" in path.parts], ids=lambda path: str(path.relative_to(ROOT))
)
def test_no_private_name_of_textual_is_overridden(path: Path) -> None:
    assert list(overridden(path)) == []


def test_both_would_be_found() -> None:
    assert {"_driver", "_handle_exception", "_get_component_classes"} <= names_on_screen()
    uses = ("from textual._parser import Parser", "from textual.drivers import linux_driver", "app._driver")
    assert all(list(private_uses(ast.parse(use))) for use in uses)
    assert any("_handle_exception" in found for found in overridden(ENGINE / "app.py"))
