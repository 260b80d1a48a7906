"""Draws Markdown (headings, lists, emphasis, links, code) as lines of spans, for the notes on pages."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from netui.domain.named_tuple import NamedTuple
from netui.presentation.hyperlinks import can_link, linked
from netui.presentation.text import CHARACTERS, Line, Span, clean, cut_line, wrap, wrap_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = re.compile(r"[*_`#>\[\]|~\\<&]|^\s*(?:[-+]|\d+[.)])\s|^\s*(?:---|===)|^ {4}|\t", re.MULTILINE)
"""Text without any of this is drawn as it stands, and no parser is loaded for it."""
_ROLES = {"strong_open": "strong", "em_open": "underline", "link_open": "link"}


def markdown_lines(text: str, width: int, most: int) -> list[Line]:
    """``text`` as at most ``most`` lines of ``width`` cells; one more, muted, says that there is more.

    A line break in a paragraph stays one, as people write notes. The target of a link stands after its words.
    """
    read = text[: CHARACTERS * (most + 1) * max(width, 4)]
    if _MARKUP.search(read):
        lines = _Blocks(width).lines(_parser().parse(read))
    else:
        lines = [[(row, "")] for row in wrap(read, width, most + 1)]
    if len(lines) > most or len(read) < len(text):
        return [*lines[:most], [("… the file has all of it", "muted")]]
    return lines


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


class _Container(NamedTuple):
    """A list item or quote around a block: what stands before its first line, and before each further one."""

    first: str
    further: str


class _Blocks:
    """The lines of parsed blocks, each indented by the lists and quotes around it."""

    def __init__(self, width: int):
        self._width = width
        self._lines: list[Line] = []
        self._around: list[_Container] = []
        self._numbers: list[int | None] = []
        self._item_begins = False

    def lines(self, tokens: Iterable[Token]) -> list[Line]:
        """All lines, without blank ones at the end."""
        heading = False
        for token in tokens:
            match token.type:
                case "heading_open":
                    self._gap()
                    heading = True
                case "heading_close":
                    heading = False
                case "paragraph_open" if not token.hidden:
                    self._gap()
                case "inline":
                    self._paragraph(token.children or [], "strong" if heading else "")
                case "fence" | "code_block":
                    self._gap()
                    for row in token.content.rstrip("\n").split("\n"):
                        self._add([cut_line([(clean(row.replace("\t", "    ")), "muted")], self._room)])
                case "hr":
                    self._gap()
                    self._add([[("─" * self._room, "faint")]])
                case kind:
                    self._enter_or_leave(kind, token)
        return self._lines

    def _enter_or_leave(self, kind: str, token: Token) -> None:
        match kind:
            case "bullet_list_open" | "ordered_list_open":
                if not self._numbers:
                    self._gap()
                self._numbers.append(int(token.attrGet("start") or 1) if kind[0] == "o" else None)
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "list_item_open":
                number = self._numbers[-1]
                mark = "• " if number is None else f"{number}. "
                self._numbers[-1] = None if number is None else number + 1
                self._around.append(_Container(mark, " " * len(mark)))
                self._item_begins = True
            case "blockquote_open":
                self._gap()
                self._around.append(_Container("│ ", "│ "))
            case "list_item_close" | "blockquote_close":
                self._around.pop()
                self._item_begins = False

    @property
    def _room(self) -> int:
        return max(self._width - sum(len(each.further) for each in self._around), 8)

    def _gap(self) -> None:
        """A blank line between blocks, but none before the first of a list item."""
        if self._lines and self._lines[-1] and not self._item_begins:
            self._lines.append([])

    def _paragraph(self, children: Sequence[Token], role: str) -> None:
        rows: list[Line] = [[]]
        for span in _spans(children, role):
            if span is None:
                rows.append([])
            else:
                rows[-1].append(span)
        self._add(line for row in rows for line in wrap_line(row, self._room))

    def _add(self, lines: Iterable[Line]) -> None:
        for line in lines:
            *outer, inner = self._around or [_Container("", "")]
            before = "".join(each.further for each in outer)
            before += inner.first if self._item_begins else inner.further
            self._item_begins = False
            self._lines.append([(before, "muted"), *line] if before else line)


def _spans(children: Sequence[Token], role: str) -> Iterable[Span | None]:
    """The spans of a paragraph; None is a line break."""
    roles = [role]
    targets: list[str] = []
    words = ""
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            yield None
        elif child.type in _ROLES:
            is_link = child.type == "link_open"
            if is_link:
                targets.append(str(child.attrGet("href") or ""))
                words = ""
            role = f"{roles[-1]} {_ROLES[child.type]}".strip()
            if is_link:  # of a target that is no link only the words are drawn
                role = linked(role, targets[-1]) if can_link(targets[-1]) else roles[-1]
            roles.append(role)
        elif child.type.endswith("_close"):
            roles.pop()
            if child.type == "link_close" and (target := targets.pop()) not in (words, f"mailto:{words}"):
                yield f" ({target})", "muted"
        elif child.type == "image":
            yield f"{child.content} ({child.attrGet('src') or ''})", "muted"
        elif child.content:
            words += child.content
            yield child.content, f"{roles[-1]} muted".strip() if child.type == "code_inline" else roles[-1]
