"""Markdown of notes as lines: what is emphasised, listed, linked, and how it wraps."""

from hypothesis import given
from hypothesis import strategies as st

from netui.presentation.markdown import markdown_lines
from netui.presentation.text import Line, plain, width_of


def drawn(text: str, width: int = 40, most: int = 50) -> list[str]:
    return [plain(line).rstrip() for line in markdown_lines(text, width, most)]


def role_of(words: str, lines: list[Line]) -> str:
    return next(role for line in lines for text, role in line if words in text)


def test_headings_emphasis_and_code_have_roles_instead_of_signs() -> None:
    lines = markdown_lines("# Ada\nlikes **tea**, *owls* and `grep`", 60, 9)
    assert [plain(line) for line in lines] == ["Ada", "", "likes tea, owls and grep"]
    roles = [role_of(word, lines) for word in ("Ada", "likes", "tea", "owls", "grep")]
    assert roles == ["strong", "", "strong", "underline", "muted"]


def test_lists_keep_their_marks_and_wrap_under_their_text() -> None:
    text = "- one\n- two words that are too long for one line of it\n  1. inner\n  2. more\n\n> said"
    assert drawn(text, 30) == [
        "• one",
        "• two words that are too long",
        "  for one line of it",
        "  1. inner",
        "  2. more",
        "",
        "│ said",
    ]


def test_a_link_shows_its_words_and_then_where_it_leads() -> None:
    lines = markdown_lines("[page](https://e.example/a) <https://x.example> [me](mailto:a@x.example)", 90, 9)
    assert plain(lines[0]) == "page (https://e.example/a) https://x.example me (mailto:a@x.example)"
    assert role_of("page", lines) == "link to=https://e.example/a"
    assert role_of("https://x.example", lines) == "link to=https://x.example"
    wrapped = markdown_lines("[two words](https://e.example)", 6, 9)
    assert [role for line in wrapped[:2] for _, role in line] == ["link to=https://e.example"] * 2


def test_other_targets_are_no_links() -> None:
    for target in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ssh://host"):
        lines = markdown_lines(f"*a* [words]({target})", 90, 9)
        assert target in plain(lines[0])
        assert all("link" not in role for line in lines for _, role in line)


def test_text_without_markup_keeps_its_lines_and_blank_ones() -> None:
    assert drawn("one\n\n  two\nthree") == ["one", "", "  two", "three"]


def test_what_does_not_fit_is_said_to_be_in_the_file() -> None:
    assert drawn("a\nb\nc\nd", most=2) == ["a", "b", "… the file has all of it"]
    assert drawn("*a*\nb\nc\nd", most=2) == ["a", "b", "… the file has all of it"]
    assert drawn("*a*\nb", most=2) == ["a", "b"]


@given(st.text(alphabet="ab *_`#>[]()-1.\n\t\x1b\u202e日", max_size=120), st.integers(12, 50))
def test_any_text_is_drawn_within_its_width_and_without_escapes(text: str, width: int) -> None:
    for line in markdown_lines(text, width, 20):
        assert width_of(line) <= max(width, 24)
        assert "\x1b" not in plain(line) and "\u202e" not in plain(line)
