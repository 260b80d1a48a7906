"""SGR escape sequences: parses them to cell styles, and finds the shortest from one style to another.

The target of a hyperlink (OSC 8) is a part of a cell's style, as its colours are.
"""

from functools import lru_cache

from netui.domain.named_tuple import NamedTuple


class CellStyle(NamedTuple):
    """The style of a cell as SGR parameters: attributes such as bold, foreground and background.

    ``link`` is the URI that the cell leads to.
    """

    attributes: tuple[str, ...]
    foreground: str
    background: str
    link: str = ""


PLAIN = CellStyle((), "", "")


@lru_cache(maxsize=1024)
def parse_sgr(numbers: str) -> CellStyle:
    """The style after an SGR sequence with these parameters, starting from the plain style."""
    attributes: list[str] = []
    colours = {"3": "", "4": ""}
    left = [number.lstrip("0") for number in numbers.split(";")]
    while left:
        number = left.pop(0)
        if number in ("38", "48") and left:
            count = {"5": 1, "2": 3}.get(left[0], 0) + 1
            colours[number[0]] = ";".join([number, *(each or "0" for each in left[:count])])
            del left[:count]
        elif len(number) == 2 and number[0] in colours:
            colours[number[0]] = "" if number[1] == "9" else number
        elif len(number) == 2 and number[0] == "9":
            colours["3"] = number
        elif len(number) == 3:
            colours["4"] = number
        elif number:
            attributes.append(number)
        else:
            attributes, colours = [], {"3": "", "4": ""}
    style = CellStyle(tuple(sorted(set(attributes))), colours["3"], colours["4"])
    return PLAIN if style == PLAIN else style


@lru_cache(maxsize=1024)
def blank_style(style: CellStyle) -> CellStyle:
    """The part of a style that is visible in a blank cell."""
    if _VISIBLE.intersection(style.attributes):
        return style
    return CellStyle((), "", style.background, style.link)


_VISIBLE = frozenset(("4", "7", "9", "21", "53"))
"""Visible in a blank cell: underline, strike, double underline, overline and reverse."""
_RESET_BY = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}


@lru_cache(maxsize=4096)
def sgr_transition(old: CellStyle | None, new: CellStyle) -> str:
    """The shortest sequence from one style to another; ``old`` is None where all but the link is unknown.

    A frame never ends within a link.
    """
    if old == new:
        return ""
    if new.link != (old.link if old else ""):
        seen = old._replace(link="") if old else None
        return f"\x1b]8;;{new.link}\x1b\\{sgr_transition(seen, new._replace(link=''))}"
    whole = ";".join([*new.attributes, *filter(None, (new.foreground, new.background))])
    from_plain = f"\x1b[0;{whole}m" if whole else "\x1b[m"
    if old is None:
        return from_plain
    ended = [attribute for attribute in old.attributes if attribute not in new.attributes]
    if not _RESET_BY.keys() >= set(ended):
        return from_plain
    parts = list(dict.fromkeys(_RESET_BY[attribute] for attribute in ended))
    kept = () if "22" in parts else old.attributes
    parts += [attribute for attribute in new.attributes if attribute not in kept]
    if old.foreground != new.foreground:
        parts.append(new.foreground or "39")
    if old.background != new.background:
        parts.append(new.background or "49")
    step = f"\x1b[{';'.join(parts)}m"
    return min(step, from_plain, key=len)
