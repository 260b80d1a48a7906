"""Styles of cells as a terminal has them, and the shortest sequence from one to the next."""

from functools import lru_cache
from typing import NamedTuple


class CellStyle(NamedTuple):
    """A style of cells: its colours and other attributes as the numbers of an SGR sequence."""

    attributes: tuple[str, ...]
    foreground: str
    background: str


PLAIN = CellStyle((), "", "")


@lru_cache(maxsize=1024)
def parse_sgr(numbers: str) -> CellStyle:
    """The style that SGR sequences of these numbers lead to from a plain pen."""
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
    pen = CellStyle(tuple(attributes), colours["3"], colours["4"])
    return PLAIN if pen == PLAIN else pen


@lru_cache(maxsize=1024)
def blank_of(pen: CellStyle) -> CellStyle:
    """What of a style is seen where nothing is written."""
    return pen if _SEEN.intersection(pen.attributes) else CellStyle((), "", pen.background)


_SEEN = frozenset(("4", "7", "9", "21", "53"))
"""Lines under, through and over, and reverse."""
_ENDED_BY = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}


@lru_cache(maxsize=4096)
def sgr_transition(old: CellStyle | None, new: CellStyle) -> str:
    """The shortest sequence from one style to another; ``old`` is None where it is unknown."""
    if old == new:
        return ""
    whole = ";".join([*new.attributes, *filter(None, (new.foreground, new.background))])
    afresh = f"\x1b[0;{whole}m" if whole else "\x1b[m"
    if old is None:
        return afresh
    ended = [attribute for attribute in old.attributes if attribute not in new.attributes]
    if not _ENDED_BY.keys() >= set(ended):
        return afresh
    parts = list(dict.fromkeys(_ENDED_BY[attribute] for attribute in ended))
    kept = () if "22" in parts else old.attributes
    parts += [attribute for attribute in new.attributes if attribute not in kept]
    if old.foreground != new.foreground:
        parts.append(new.foreground or "39")
    if old.background != new.background:
        parts.append(new.background or "49")
    step = f"\x1b[{';'.join(parts)}m"
    return min(step, afresh, key=len)
