"""Search in a page of text: the next line that holds some words, and their marking."""

from collections.abc import Sequence

from netui.presentation.text import Line, plain

_MARK = "reverse"


def find_line(lines: Sequence[Line], words: str, start: int, direction: int) -> int | None:
    """The first line after ``start`` that holds ``words``, around the end; before it if ``direction`` is -1.

    None where none but the line at ``start`` does, and without words.
    """
    wanted, count = words.lower(), len(lines)
    if not wanted:
        return None
    order = [(start + direction * step) % count for step in range(1, count + 1)] if count else []
    return next((at for at in order if at != start and wanted in plain(lines[at]).lower()), None)


def mark_words(lines: Sequence[Line], words: str) -> list[Line]:
    """The lines with each occurrence of ``words`` in reverse."""
    return [_marked(line, words.lower()) if words else line for line in lines]


def _marked(line: Line, wanted: str) -> Line:
    text = plain(line).lower()
    if wanted not in text or len(text) != len(plain(line)):
        return line
    spots = []
    at = text.find(wanted)
    while at >= 0:
        spots.append((at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    out: Line = []
    begin = 0
    for span, role in line:
        end = begin + len(span)
        at = begin
        for first, after in spots:
            first, after = max(first, begin), min(after, end)
            if first < after:
                out += [
                    (span[at - begin : first - begin], role),
                    (span[first - begin : after - begin], f"{role} {_MARK}"),
                ]
                at = after
        out.append((span[at - begin :], role))
        begin = end
    return [(part, role) for part, role in out if part]
