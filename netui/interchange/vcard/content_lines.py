"""Content lines of vCard: unfolding, quoted-printable, parameters, escapes (RFC 6350, RFC 2426, vCard 2.1).

Lenient, since every address book breaks some rule: a line that cannot be parsed is skipped, a charset that
is wrong falls back to Windows-1252, and nothing raises.
"""

import re
from collections.abc import Iterator, Mapping
from quopri import decodestring

from netui.domain.named_tuple import NamedTuple

_LINE = re.compile(rb"([^\r\n]*)(?:\r*\n|\r|\Z)")
_BINARY = re.compile(rb"(?:[A-Za-z0-9_-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|ATTACH|IMAGE)[;:]", re.IGNORECASE)
_HEAD = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)((?:;(?:[^\":;]|\"[^\"]*\")*)*):", re.DOTALL)
_PARAMETER = re.compile(r";((?:[^\";]|\"[^\"]*\")*)")
_CHARSET = re.compile(rb";CHARSET=\"?([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_BARE_ENCODINGS = frozenset(("QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"))
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Property(NamedTuple):
    """One property of a card: its ``name`` in capitals, and its value as it stands, still escaped.

    ``types`` are the values of TYPE in lower case, ``group`` the word before the dot (``item1``) or "";
    ``raw`` is the line in the file, unfolded.
    """

    name: str
    value: str
    types: tuple[str, ...]
    parameters: Mapping[str, str]
    group: str
    raw: str

    @property
    def text(self) -> str:
        """The value without escapes."""
        return unescape(self.value)

    @property
    def head(self) -> str:
        """The name and parameters without the group, for the value as it is decoded here, in UTF-8."""
        said = {"TYPE": ",".join(self.types), **self.parameters, "CHARSET": ""}
        if said.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            said["ENCODING"] = ""
        return self.name + "".join(f";{key}={_quoted(value)}" for key, value in said.items() if value)

    def fields(self) -> list[str]:
        """The components of a structured value (N, ADR, ORG), split at unescaped semicolons."""
        return [unescape(part) for part in _split(self.value, ";")]

    def items(self) -> list[str]:
        """The items of a list (NICKNAME, CATEGORIES), split at unescaped commas."""
        return [unescape(part) for part in _split(self.value, ",")]


def unescape(value: str) -> str:
    r"""``value`` without the escapes of text: ``\n`` is a new line, an escaped mark itself.

    Before any other letter or digit a backslash is a backslash: vCard 2.1 has it in paths.
    """
    if "\\" not in value:
        return value
    return _ESCAPED.sub(_unescaped, value)


def escape(text: str) -> str:
    """``text`` as a value of vCard 3.0 or 4.0."""
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return re.sub(r"\r\n|\r|\n", r"\\n", text)


def encode_quoted(value: str) -> str:
    """An escaped value in quoted-printable, as vCard 2.1 has texts of several lines, on one line."""
    text = re.sub(r"\\(.)", lambda mark: "\r\n" if mark[1] in "nN" else mark[0], value)
    data = text.encode("utf-8", "replace")
    return "".join(chr(byte) if 32 <= byte < 127 and byte != 61 else f"={byte:02X}" for byte in data)


def fold(line: str) -> str:
    """One content line in pieces of at most 75 bytes, joined by ``CRLF`` and a blank; ends with ``CRLF``.

    Quoted-printable has soft line breaks instead.
    """
    if _is_quoted_printable(line.encode("utf-8", "replace")):
        rows = [""]
        for unit in re.findall("=[0-9A-F]{2}|.", line):
            rows += [""] if len(rows[-1]) + len(unit) > 75 else []
            rows[-1] += unit
        return "=\r\n".join(rows) + "\r\n"
    pieces, room = [], 75
    data = line.encode("utf-8", "replace")
    while len(data) > room:
        cut = room
        while data[cut] & 0xC0 == 0x80:  # never inside a character
            cut -= 1
        pieces.append(data[:cut])
        data, room = data[cut:], 74
    return b"\r\n ".join([*pieces, data]).decode() + "\r\n"


def physical_lines(data: bytes) -> list[bytes]:
    """The lines as they stand, each with its end, in the order in which :func:`logical_lines` counts them."""
    return [match[0] for match in _LINE.finditer(data)]


def logical_lines(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The unfolded lines: the number of the first, the whole, and how it stands in the file.

    Blank lines, photos and keys are left out. A quoted-printable value goes on behind a soft line break
    (``=`` at the end of the line).
    """
    pieces: list[bytes] = []
    folded: list[bytes] = []
    at, is_soft, is_binary = 0, False, False
    for number, match in enumerate(_LINE.finditer(data), 1):
        line = match[1]
        is_folded = line[:1] in (b" ", b"\t")
        if pieces and is_soft:
            pieces[-1] = pieces[-1][:-1]
            pieces.append(line.lstrip(b" \t") if is_folded else line)
            folded.append(line)
        elif pieces and is_folded:
            if not is_binary:
                pieces.append(line[1:])
                folded.append(line)
        else:
            if pieces and not is_binary:
                yield at, b"".join(pieces), b"\n".join(folded)
            pieces, at = [line] if line.strip() else [], number
            folded = pieces[:]
            is_binary = _BINARY.match(line) is not None
        is_soft = line.endswith(b"=") and bool(pieces) and _is_quoted_printable(pieces[0])
    if pieces and not is_binary:
        yield at, b"".join(pieces), b"\n".join(folded)


def parse_property(line: bytes) -> Property | None:
    """One unfolded line as a property; None where it is none."""
    raw = decode_line(line)
    head = _HEAD.match(raw)
    if head is None:
        return None
    group, name, given = head.groups()
    parameters: dict[str, str] = {}
    types: list[str] = []
    for each in _PARAMETER.findall(given):
        key, equals, value = each.partition("=")
        key = key.strip().upper()
        if key in _BARE_ENCODINGS and not equals:
            parameters["ENCODING"] = key
        elif key == "TYPE" or not equals:
            types += [word for word in re.split('[,"]', (value if equals else key).lower()) if word.strip()]
        else:
            parameters[key] = re.sub(r"\^[n'^]", _caret, value.strip().strip('"'))
    value = raw[head.end() :]
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        coded = decodestring(value.encode("utf-8"))
        value = decode(coded, parameters.get("CHARSET", "")).replace("\r\n", "\n")
    return Property(name.upper(), value, tuple(map(str.strip, types)), parameters, group or "", raw)


def decode_line(line: bytes) -> str:
    """A line in the charset that it declares, if it is not UTF-8."""
    declared = _CHARSET.search(line.partition(b":")[0])
    return decode(line, declared[1].decode("ascii") if declared else "")


def decode(data: bytes, charset: str) -> str:
    """``data`` in UTF-8, else in ``charset`` if that is known, else in Windows-1252."""
    for name in ("utf-8", charset or "utf-8"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _is_quoted_printable(line: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def _unescaped(match: re.Match[str]) -> str:
    if match[1] in "nN":
        return "\n"
    return match[0] if match[1].isalnum() else match[1]


def _quoted(value: str) -> str:
    """A value of a parameter, in quotes where it has marks (RFC 6868 for those that stand in no quotes)."""
    value = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{value}"' if re.search("[:;]", value) else value


def _caret(match: re.Match[str]) -> str:
    return {"n": "\n", "'": '"'}.get(match[0][1], "^")


def _split(value: str, mark: str) -> list[str]:
    """The parts of ``value`` between unescaped marks, still escaped."""
    if "\\" not in value:
        return value.split(mark)
    parts, start, at = [], 0, 0
    while at < len(value):
        if value[at] == "\\":
            at += 1
        elif value[at] == mark:
            parts.append(value[start:at])
            start = at + 1
        at += 1
    return [*parts, value[start:]]
