"""Content lines: unfolding, parameters, charsets, escapes."""

from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.vcard.content_lines import (
    Property,
    escape,
    fold,
    logical_lines,
    parse_property,
    unescape,
)


def line(text: str | bytes) -> Property:
    data = text.encode() if isinstance(text, str) else text
    ((_, whole, _),) = logical_lines(data)
    found = parse_property(whole)
    assert found is not None
    return found


def test_a_folded_line_is_one_line_and_keeps_its_number() -> None:
    data = b"BEGIN:VCARD\r\n\r\nNOTE:one\r\n  two\r\n\tthree\r\nEND:VCARD\r\n"
    assert [each[:2] for each in logical_lines(data)] == [
        (1, b"BEGIN:VCARD"), (3, b"NOTE:one twothree"), (6, b"END:VCARD"),
    ]  # fmt: skip


def test_every_line_end_is_one() -> None:
    assert [text for _, text, _ in logical_lines(b"A:1\nB:2\r\r\nC:3\rD:4")] == [
        b"A:1",
        b"B:2",
        b"C:3",
        b"D:4",
    ]


def test_photos_are_left_out_with_all_their_lines() -> None:
    data = b"item1.PHOTO;ENCODING=b:AAAA\r\n BBBB\r\nFN:Ada\r\nKEY:x\r\n y"
    assert [text for _, text, _ in logical_lines(data)] == [b"FN:Ada"]


def test_quoted_printable_goes_on_behind_a_soft_line_break() -> None:
    found = line(b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=\r\n=C3=9Fe=0D=0Aaus Ulm")
    assert found.text == "Grüße\naus Ulm"


def test_a_base64_end_sign_is_no_soft_line_break() -> None:
    assert [text for _, text, _ in logical_lines(b"X-DATA;ENCODING=B:AA=\r\nFN:Ada")] == [
        b"X-DATA;ENCODING=B:AA=",
        b"FN:Ada",
    ]


def test_the_declared_charset_is_used_where_the_text_is_no_utf_8() -> None:
    assert line(b"FN;CHARSET=ISO-8859-2:Ka\xbe\xe1k").text == "Kažák"
    assert line("FN;CHARSET=ISO-8859-1:Grüße").text == "Grüße"
    assert line(b"FN:J\xf6rg").text == "Jörg"


def test_groups_types_and_quoted_parameters() -> None:
    found = line('item1.TEL;type="WORK,voice";TYPE=pref;X-A="a:b;c":+49 1')
    assert (found.group, found.name, found.types) == ("item1", "TEL", ("work", "voice", "pref"))
    assert (found.parameters["X-A"], found.text) == ("a:b;c", "+49 1")
    assert line("TEL;HOME;VOICE:1").types == ("home", "voice")


def test_structured_values_and_lists_respect_escapes() -> None:
    assert line("ORG:Sales\\; Dept.;Fish, and more").fields() == ["Sales; Dept.", "Fish, and more"]
    assert line("NICKNAME:a\\,b,c").items() == ["a,b", "c"]
    assert line("NOTE:one\\ntwo\\\\n, three").text == "one\ntwo\\n, three"


def test_what_is_no_property_is_none() -> None:
    assert parse_property(b"just some words") is None


@given(st.text())
def test_any_text_survives_escaping(text: str) -> None:
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    assert unescape(escape(text)) == expected


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])))
def test_any_value_survives_folding(text: str) -> None:
    folded = fold(f"NOTE:{escape(text)}")
    assert all(len(each.encode()) <= 75 for each in folded.split("\r\n"))
    assert line(folded).text == text


@given(st.binary())
def test_any_bytes_are_read_without_an_error(data: bytes) -> None:
    for _, whole, _ in logical_lines(data):
        found = parse_property(whole)
        assert found is None or isinstance(found.text + "".join(found.fields()) + "".join(found.items()), str)
