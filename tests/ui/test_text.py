"""Text cut, padded and wrapped by cells, whatever is in it."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from netui.ui.presentation.text import clean, cut, fit, keep_end, plain, spread, width_of, wrap
from tests.hostile import FORBIDDEN, HARM

TEXTS = st.one_of(st.sampled_from(HARM), st.text(max_size=80))


@given(TEXTS)
def test_clean_text_holds_nothing_a_terminal_obeys(text: str) -> None:
    assert not FORBIDDEN & set(clean(text))
    assert clean(clean(text)) == clean(text)


@given(TEXTS, st.integers(1, 60))
def test_fit_is_exact_and_cut_is_at_most(text: str, width: int) -> None:
    text = clean(text)
    assert cell_len(fit(text, width)) == width
    assert cell_len(cut(text, width)) <= width
    assert cell_len(keep_end(text, width)) <= width


@given(TEXTS, st.integers(4, 60))
def test_wrapped_lines_are_narrow_enough_and_hold_every_word(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(
        "".join(map(clean, text.replace("\r\n", "\n").split("\n"))).split()
    )


@given(TEXTS, TEXTS, st.integers(4, 60))
def test_the_right_end_stands_at_the_right(left: str, right: str, width: int) -> None:
    end = cut(clean(right), width)
    line = spread([(clean(left), "")], [(end, "")], width)
    assert plain(line).endswith(end)
    assert width_of(line) == width


def test_what_follows_the_last_gap_stays() -> None:
    assert (
        keep_end("logged coffee with many people   u takes it back", 34)
        == "logged coffee w…   u takes it back"
    )
    assert keep_end("short   u takes it back", 40) == "short   u takes it back"
    assert keep_end("no gap in this one", 8) == "no gap …"


@given(st.text(st.sampled_from("ab é\n\t日x"), max_size=300), st.integers(4, 20), st.integers(1, 9))
def test_the_first_lines_are_those_of_the_whole(text: str, width: int, most: int) -> None:
    first, whole = wrap(text, width, most), wrap(text, width)[:most]
    while whole and not whole[-1]:
        whole.pop()
    assert first == whole


def test_no_more_of_a_long_text_is_read_than_is_shown() -> None:
    class Text(str):
        def __getitem__(self, at: object) -> str:
            assert isinstance(at, slice) and at.stop <= 4 * 3 * 10
            return super().__getitem__(at)

        replace = property()  # type: ignore[assignment]

    assert wrap(Text("word " * 1_000_000), 10, 3) == ["word word"] * 3
