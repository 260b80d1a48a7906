"""Both sets of glyphs draw the same things, each in one cell or with ASCII alone."""

from rich.cells import cell_len

from netui.presentation.glyphs import ASCII, STATE_ROLES, UNICODE, glyphs


def test_every_state_has_a_glyph_and_a_role() -> None:
    assert UNICODE.states.keys() == ASCII.states.keys() == STATE_ROLES.keys()
    for one in (UNICODE, ASCII):
        assert len(set(one.states.values())) == len(one.states)
        assert all(cell_len(glyph) == 1 for glyph in one.states.values())


def test_both_sets_have_bars_of_as_many_heights() -> None:
    assert len(UNICODE.spark) == len(ASCII.spark) == len(set(UNICODE.spark)) == len(set(ASCII.spark))


def test_the_ascii_set_is_ascii() -> None:
    assert glyphs(ascii_only=True) is ASCII and glyphs(ascii_only=False) is UNICODE
    assert all("".join(part.values() if isinstance(part, dict) else part).isascii() for part in ASCII)
