"""The preview of a merge names both contacts and every change, as text."""

from datetime import date

from netui.presentation.glyphs import ASCII
from netui.presentation.pages.page_layout import RenderContext
from netui.presentation.pages.reconciliation.merge import merge_page
from netui.presentation.text import plain

CONTEXT = RenderContext(40, date(2026, 11, 21), ASCII)


def test_it_says_who_stays_who_goes_and_what_changes() -> None:
    rows = [("e-mails", "ada@example.org and two more that are long enough to wrap"), ("note", "\x1b[2J")]
    page = merge_page(("Ada Lovelace", "ada-lovelace"), ("A. Lovelace", "ada-2"), rows, CONTEXT)
    text = [plain(line).rstrip() for line in page.lines]
    assert text[1] == "  stays       Ada Lovelace  ada-lovelace"
    assert text[2] == "  goes        A. Lovelace  ada-2"
    first = next(at for at, line in enumerate(text) if line.startswith("  e-mails"))
    assert text[first + 1].startswith(" " * 14) and text[first + 1].strip()
    assert not any("\x1b" in line for line in text)
    assert page.selectables == []
