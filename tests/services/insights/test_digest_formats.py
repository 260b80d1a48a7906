"""The digest as Markdown and HTML: names and notes are text in both."""

import re
from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from netui.services.insights.digest import Digest, Row, Section
from netui.services.insights.digest_formats import digest_html, digest_markdown

TODAY = date(2026, 11, 21)


class Reader(HTMLParser):
    """What a browser makes of the page: its tags, and the text of its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.rows: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "li":
            self.rows.append("")

    def handle_data(self, data: str) -> None:
        if self.rows and data.strip():
            self.rows[-1] += data


def page(*found: Row) -> Digest:
    return Digest(TODAY, TODAY, TODAY, "", (Section("Ahead", found),))


NASTY = "<script>alert(1)</script> [x](javascript:1) </style> & \x1b]52;c;eA==\x07 ‮evil"


@given(
    st.text(max_size=40),
    st.text(max_size=40),
    st.sampled_from([NASTY, "</li><img src=x onerror=y>", "*a* _b_"]),
)
def test_whatever_a_name_holds_the_page_keeps_its_shape(lead: str, text: str, nasty: str) -> None:
    reader = Reader()
    reader.feed(digest_html(page(Row(lead + nasty, text, nasty))))
    plain = Reader()
    plain.feed(digest_html(page(Row("Ada", "x", "y"))))
    assert reader.tags == plain.tags
    assert len(reader.rows) == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e]", "".join(reader.rows))


def test_the_page_needs_nothing_else() -> None:
    html = digest_html(page(Row("Ada", "x")))
    assert not re.search(r"(src|href)=|@import|url\(|<script", html)
    assert "@media print" in html


def test_markdown_shows_names_as_they_are_written() -> None:
    text = digest_markdown(page(Row("*A*", "[x](y) `c`\n# no heading", "<b>")))
    assert "- **\\*A\\*** \\[x\\](y) \\`c\\` \\# no heading · \\<b\\>" in text.split("\n")
