"""What the declarations of the models say: fields with their defaults, types and descriptions.

Contacts, goals and settings are bare dataclasses and named tuples, declared once. Validation and JSON Schema
are derived from that (:mod:`netui.storage.validation.models`); this reads it without pydantic, which takes
long to load.
"""

import ast
import inspect
import sys
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from itertools import pairwise
from typing import Any


def fields_of(model: type) -> dict[str, Any]:
    """The fields of a dataclass or named tuple with their defaults, MISSING where one is required."""
    if is_dataclass(model):
        return {field.name: field.default for field in fields(model)}
    names, defaults = model._fields, model._field_defaults  # type: ignore[attr-defined]
    return {name: defaults.get(name, MISSING) for name in names}


def descriptions_of(model: type) -> dict[str, str]:
    """The docstrings below the fields of a class; none where its source is not at hand."""
    tree = next((each for each in _classes(model.__module__) if each.name == model.__name__), None)
    found = {}
    for field, doc in pairwise(tree.body if tree else []):
        if isinstance(field, ast.AnnAssign) and isinstance(doc, ast.Expr):
            found[ast.unparse(field.target)] = str(ast.literal_eval(doc.value)).replace("``", "")
    return found


@cache
def _classes(module: str) -> list[ast.ClassDef]:
    """The classes of a module as its source has them."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except OSError:
        return []
    return [each for each in tree.body if isinstance(each, ast.ClassDef)]
