"""What becomes the target of a link: web, mail and phone addresses, and nothing that could do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.presentation.hyperlinks import can_link, linked, without_links
from tests.support.hostile import HARM


@pytest.mark.parametrize(
    ("uri", "role"),
    [
        ("https://engines.example/ada?a=1&b=2#c", "muted to=https://engines.example/ada?a=1&b=2#c"),
        ("HTTP://x.example", "muted to=HTTP://x.example"),
        ("mailto:ada@engines.example", "muted to=mailto:ada@engines.example"),
        ("tel:+442079460000", "muted to=tel:+442079460000"),
        ("https://x.example/é b\x1b]8;;", "muted to=https://x.example/%C3%A9%20b%1B]8;;"),
    ],
)
def test_an_address_is_a_target_in_printable_ascii(uri: str, role: str) -> None:
    assert linked("muted", uri) == role and linked("", uri) == role.removeprefix("muted ")


@pytest.mark.parametrize(
    "uri",
    [
        "", "https://", "mailto:", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ssh://h",
        "x.example", " https://x.example", "\x1bhttps://x.example", "https://" + "x" * 1001,
        *HARM,
    ],
)  # fmt: skip
def test_anything_else_is_no_target(uri: str) -> None:
    assert not can_link(uri) and linked("muted", uri) == "muted"


@given(st.text())
def test_no_text_brings_a_blank_or_a_control_character_into_a_role(text: str) -> None:
    role = linked("", f"https://{text}")
    assert role.isascii() and (not role or role.isprintable()) and " " not in role


def test_a_line_without_its_links_keeps_all_else() -> None:
    line = [("a", linked("link", "tel:1") + " strong"), ("b", "muted"), ("c", linked("", "tel:1"))]
    assert without_links(line) == [("a", "link strong"), ("b", "muted"), ("c", "")]
