"""Read the front matter of Markdown notes: the part of YAML that note programs write.

``key: value``, lists in brackets or one item a line, quoted texts, and texts of several lines (``|``, ``>``).
Anything else is kept as the text that it is; nothing raises.
"""

import re

Value = str | list[str]
_LONGEST = 10_000
"""Characters of a line; a longer one holds no value that a person wrote."""
_FENCE = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_KEY = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\s#:\[\]{}\"'-][^:#]*):(?:[ \t]+(.*))?\Z")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)\Z")
_COMMENT = re.compile(r"(?:\A|[ \t])#.*\Z")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'")


def split_note(text: str) -> tuple[dict[str, Value], str]:
    """The values of a note's front matter by key as written, and the text behind it."""
    match = _FENCE.match(text)
    if match is None:
        return {}, text
    found: dict[str, Value] = {}
    key, is_block = "", False
    for line in match[1].splitlines():
        if len(line) > _LONGEST:
            continue
        is_inside = line[:1] in (" ", "\t")
        if is_block and (is_inside or not line.strip()):
            found[key] = f"{found[key]}\n{line.strip()}".strip()
        elif key and (item := _ITEM.match(line)):
            found[key] = [*_listed(found[key]), *filter(None, (_scalar(item[1]),))]
        elif not is_inside and (pair := _KEY.match(line)):
            key = _scalar(pair[1])
            said = (pair[2] or "").strip()
            is_block = said[:1] in ("|", ">")
            found[key] = "" if is_block else _value(said)
    return found, text[match.end() :]


def _listed(value: Value) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _value(said: str) -> Value:
    if said.startswith("[") and not said.startswith("[["):
        inside = _COMMENT.sub("", said).strip()[1:].removesuffix("]")
        parts = re.findall(r"(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|\[\[[^\[\]]*\]\]|[^,])+", inside)
        return [part for part in map(_scalar, parts) if part]
    return _scalar(said)


def _scalar(said: str) -> str:
    said = said.strip()
    if quoted := _QUOTED.match(said):
        if quoted[1] is None:
            return quoted[2].replace("''", "'")
        return re.sub(r"\\(.)", lambda each: {"n": "\n", "t": "\t"}.get(each[1], each[1]), quoted[1])
    plain = _COMMENT.sub("", said).strip()
    return "" if plain in ("null", "~") else plain
