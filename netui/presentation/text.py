"""Text layout in terminal cells: cuts, pads and wraps text that is cleaned of control characters.

A line is a list of spans, each a text and a role; roles (``muted``, ``attention`` …) become
colours in :mod:`netui.ui.style.palette`.
"""

import re

from rich.cells import cell_len, set_cell_size

from netui.domain.model.contact_row import fold
from netui.domain.text.sanitize import clean as clean
from netui.domain.text.sanitize import visible as visible

Span = tuple[str, str]
Line = list[Span]
_WORD = re.compile(r"\w+")


def fit(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells, cut with an ellipsis or padded."""
    if width <= 0:
        return ""
    if cell_len(text) > width:
        return set_cell_size(text, width - 1) + "…"
    return set_cell_size(text, width)


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells."""
    return text if cell_len(text) <= width else fit(text, width)


def keep_end(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells; the part after the last wide gap, such as a key, stays."""
    head, gap, end = text.rpartition("   ")
    room = width - cell_len(gap + end)
    if cell_len(text) <= width or not gap or room < 8:
        return cut(text, width)
    return cut(head, room) + gap + end


CHARACTERS = 4
"""Code points read per cell; a cell holds more than one only with combining marks."""


def wrap(text: str, width: int, most: int = 0) -> list[str]:
    """``text`` broken between words into lines of at most ``width`` cells; its own line breaks stay.

    With ``most`` at most so many lines, and no more of the text is read than they need.
    """
    width = max(width, 4)
    if most:
        text = text[: CHARACTERS * most * width]
    lines: list[str] = []
    for paragraph in text.replace("\r\n", "\n").replace("\t", "    ").split("\n"):
        lines += _wrapped(clean(paragraph), width)
        if most and len(lines) >= most:
            del lines[most:]
            break
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _wrapped(paragraph: str, width: int) -> list[str]:
    if cell_len(paragraph) <= width:
        return [paragraph]
    lines: list[str] = []
    line = ""
    for word in paragraph.split(" "):
        candidate = f"{line} {word}" if line else word
        if cell_len(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        while cell_len(word) > width:
            head = _longest_fit(word, width)
            lines.append(head)
            word = word[len(head) :]
        line = word
    lines.append(line)
    return lines


def wrap_line(line: Line, width: int) -> list[Line]:
    """A line of spans broken between words into lines of at most ``width`` cells; one at least."""
    spans = [(clean(text), role) for text, role in line]
    whole = "".join(text for text, _ in spans)
    lines: list[Line] = []
    at = 0
    for row in _wrapped(whole, max(width, 4)):
        while whole[at : at + 1] == " " and not whole.startswith(row, at):
            at += 1  # the spaces at which it was broken
        lines.append(_part(spans, at, at + len(row)))
        at += len(row)
    return lines


def _part(spans: Line, begin: int, end: int) -> Line:
    """The characters of a line from ``begin`` up to ``end``, each with its role."""
    part: Line = []
    at = 0
    for text, role in spans:
        piece = text[max(begin - at, 0) : max(end - at, 0)]
        if piece:
            part.append((piece, role))
        at += len(text)
    return part


def _longest_fit(word: str, width: int) -> str:
    """The longest beginning of ``word`` that fits; at least one character."""
    used = 0
    for at, character in enumerate(word):
        used += cell_len(character)
        if used > width:
            return word[: at or 1]
    return word


def paste_lines(text: str) -> list[str]:
    """The lines of a pasted text, whatever ends them, without blank ones; one at least."""
    lines = re.split(r"\r\n|\r|\n", text)
    return [line for line in lines if line.strip()] or ["".join(lines)]


def width_of(line: Line) -> int:
    """The width of a line in cells."""
    return sum(cell_len(text) for text, _ in line)


def cut_line(line: Line, width: int) -> Line:
    """``line`` in at most ``width`` cells, cut with an ellipsis."""
    out: Line = []
    room = width
    for text, role in line:
        if room <= 0:
            break
        text = cut(text, room)
        out.append((text, role))
        room -= width_of([(text, role)])
    return out


def spread(left: Line, right: Line, width: int) -> Line:
    """``left`` and ``right`` at the two ends of ``width`` cells; the left is cut where they do not fit."""
    room = width - width_of(right) - (1 if right else 0)
    out: Line = []
    for text, role in left:
        if room <= 0:
            break
        text = cut(text, room)
        room -= cell_len(text)
        out.append((text, role))
    out.append((" " * max(width - width_of(out) - width_of(right), 0), ""))
    return out + right


def flow(line: Line, width: int, most: int) -> list[Line]:
    """``line`` in at most ``most`` rows of ``width`` cells, broken between spans or else between words.

    A faint span is a hint: it stays in its row, and is cut there; a further one that has no room is left out.
    What else does not fit ends in an ellipsis.
    """
    rows: list[Line] = [[]]
    room = width
    for text, role in line:
        size = cell_len(text)
        if size > room and role == "faint" and rows[-1] and rows[-1][-1][1] == "faint":
            pieces = []
        elif size <= room or role == "faint":
            pieces = [text] if room > 0 else []
        else:
            if rows[-1] and text.strip():
                rows.append([(" ", "")])
                room = width - 1
            pieces = [f" {piece.strip()} " for piece in wrap(text.strip(), room - 2)]
        for at, piece in enumerate(pieces):
            if at:
                rows.append([(" ", "")])
                room = width - 1
            rows[-1].append((cut(piece, room), role))
            room -= cell_len(rows[-1][-1][0])
    if len(rows) > most:
        *row, (text, role) = rows[most - 1]
        rows = [*rows[: most - 1], [*row, (cut(text.rstrip() + " …", width - width_of(row)), role)]]
    return rows


def highlight(text: str, typed: str, role: str = "") -> Line:
    """``text`` with the beginnings of its words that were typed in colour."""
    begun = sorted(filter(None, (word.lstrip("#^@") for word in fold(typed).split())), key=len, reverse=True)
    out: Line = []
    done = 0
    for found in _WORD.finditer(text) if begun else ():
        word = found.group()
        size = next((len(each) for each in begun if fold(word[: len(each)]) == each), 0)
        if size:
            at = found.start()
            out += [(text[done:at], role)] if at > done else []
            out.append((text[at : at + size], f"{role} link strong".lstrip()))
            done = at + size
    return [*out, (text[done:], role)] if done < len(text) else out


def show_match(text: str, typed: str, width: int) -> str:
    """``text`` in at most ``width`` cells, cut at its beginning where no word typed would be seen."""
    if cell_len(text) <= width:
        return text
    first = next((piece for piece, role in highlight(text, typed) if role), "")
    hidden = cell_len(text[: text.find(first)]) + cell_len(first) - width + 2 if first else 0
    words = text.split(" ")
    while hidden > 0 and len(words) > 1:
        hidden -= cell_len(words.pop(0)) + 1
        text = "…" + " ".join(words)
    return cut(text, width)


def plain(line: Line) -> str:
    """The text of a line without roles."""
    return "".join(text for text, _ in line)
