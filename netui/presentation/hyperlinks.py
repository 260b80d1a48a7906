"""Hyperlinks: gives a span a target that the terminal opens (OSC 8), where that is safe to draw.

The target is a word of the span's role, so that cutting and wrapping lines keep it. What it leads to stands
in words beside it or is the text itself: a link says where it goes.
"""

import re
import string
from urllib.parse import quote

from netui.presentation.text import Line

TARGET = "to="
"""What the word of a role begins with that is a target."""
_ALLOWED = re.compile(r"(?:https?://|mailto:|tel:)[!-~]{1,1000}", re.IGNORECASE)
_ASCII = string.ascii_letters + string.digits + string.punctuation


def linked(role: str, uri: str) -> str:
    """``role`` with the target ``uri``; without it unless that is a web, mail or phone address.

    What is no printable ASCII is percent-encoded, as terminals ask for: no control character gets out.
    """
    return f"{role} {TARGET}{_encoded(uri)}".lstrip() if can_link(uri) else role


def can_link(uri: str) -> bool:
    """Whether a text is a target that may be drawn as a link."""
    return _ALLOWED.fullmatch(_encoded(uri)) is not None


def without_links(line: Line) -> Line:
    """The line without the targets of its spans."""
    return [(text, _without_target(role) if TARGET in role else role) for text, role in line]


def _without_target(role: str) -> str:
    return " ".join(word for word in role.split() if not word.startswith(TARGET))


def _encoded(uri: str) -> str:
    return quote(uri, safe=_ASCII, errors="replace")
