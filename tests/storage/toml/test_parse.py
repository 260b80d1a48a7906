import pytest

from netui.storage.errors import Unreadable
from netui.storage.toml.parse import decode, load, parse


def test_says_where_and_why():
    with pytest.raises(Unreadable) as caught:
        load(b'name = "Ada"\norg = \n', "contacts/ada.toml")
    assert (caught.value.line, caught.value.column) == (2, 7)
    assert str(caught.value).startswith("contacts/ada.toml, line 2, column 7: ")


def test_points_at_a_byte_that_is_no_utf8():
    with pytest.raises(Unreadable) as caught:
        load('# é\nname = "é'.encode() + b'\xff"', "x")
    assert (caught.value.line, caught.value.column) == (2, 10)


@pytest.mark.slow
@pytest.mark.parametrize(
    "hostile",
    [
        "a=" + "[" * 100_000,
        "a=" + "{b=" * 100_000,
        ".".join("a" * 100_000) + "=1",
        "[" + ".".join("a" * 5000) + "]",
        'x={"a"' + ' . "b"' * 5000 + "=1}",
        ".".join([r'"\""'] * 100_000) + "=1",
        '"a"' * 1_000_000 + "." * 200,
        "a=" + "1" * 100_000,
        "#" * (9 << 20),
    ],
    ids=["arrays", "tables", "dotted", "header", "inline", "escaped", "adjacent", "digits", "size"],
)
def test_bounds_what_a_file_may_cost(hostile):
    with pytest.raises(Unreadable):
        load(hostile.encode())


def test_prose_full_of_dots_is_no_deep_key():
    notes = "e.g. " * 200 + "..." * 200
    assert load(f'notes = "{notes}"'.encode()) == {"notes": notes}


def test_keeps_the_mark_and_the_line_ends():
    assert decode(b"\xef\xbb\xbfa = 1\r\n") == "\ufeffa = 1\r\n"
    assert parse("\ufeffa = 1\r\n") == {"a": 1}


def test_says_on_which_line_a_key_is_too_deep():
    with pytest.raises(Unreadable, match="line 3, column 1: a key of more than 100 parts"):
        parse('text = """\na.b"""\n' + ".".join("a" * 101) + " = 1\n", "x")
