"""Comments and statements of TOML text, found by patterns that share nothing with the scanner under test."""

import re
import tomllib
from typing import Any

from netui.storage.toml.positions import statements

_TOKEN = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*"""(?:"{1,2}(?!"))?'''
    r"""|'''(?:[^']|'{1,2}(?!'))*'''(?:'{1,2}(?!'))?"""
    r'''|"(?:[^"\\\n]|\\.)*"'''
    r"""|'[^'\n]*'|\#[^\n]*""",
    re.DOTALL,
)


def read(text: str) -> dict[str, Any]:
    """What a text means, by a parser that netui does not use."""
    return tomllib.loads(text.removeprefix("\ufeff"))


def comments(text: str) -> list[str]:
    """Every comment of a valid TOML text, in order."""
    return [match[0].rstrip("\r") for match in _TOKEN.finditer(text) if match[0][0] == "#"]


def text_of(text: str, path: tuple[str | int, ...]) -> str:
    """The assignments of ``path``, each with its value and the comment behind it."""
    everything = list(statements(text))
    ends = [each.start for each in everything[1:]] + [len(text)]
    parts = (text[each.start : end] for each, end in zip(everything, ends, strict=True) if each.path == path)
    return "".join(re.sub(r"(\r?\n)(?:[ \t]*(?:#[^\n]*)?\n)*\Z", r"\1", part) for part in parts)
