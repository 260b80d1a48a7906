import pytest

from netui.domain.privacy.identity import Identity
from netui.domain.privacy.raw_files import without_traces

ADA = Identity("ada-lovelace", ["Ada Lovelace"], ["ada@engines.example"])
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nTEL:1\r\nEND:VCARD\r\n"


@pytest.mark.parametrize(
    ("path", "data", "left"),
    [
        ("inbox/a.txt", "one\ncall Ada Lovelace\nthree", "one\nthree"),
        ("inbox/a.txt", "call Ada Lovelace\n", None),
        ("inbox/a.txt", "nothing", "nothing"),
        ("inbox/all.vcf", CARD.format("Bob") + CARD.format("Ada Lovelace"), CARD.format("Bob")),
        ("inbox/all.vcf", CARD.format("ADA LOVELACE"), None),
        ("inbox/m.eml", "Subject: x\n\nfrom ada@engines.example\n", None),
        (".trash/20260101T000000-bob.toml", 'with = ["ada-lovelace"]\ntext = """Ada Lovelace\n"""\n',
         'with = ["…"]\ntext = """…\n"""\n'),
        (".trash/20260101T000000-ada-lovelace.toml", "x = 1", None),
        (".trash/20260101T000000-ada-lovelace-2.toml", "x = 1", "x = 1"),
        ("contacts/ada-lovelace.sync-conflict-1.toml", "x = 1", None),
        ("told/1.json", '{"ada-lovelace": 1, "x": "Ada Lovelace"}', '{"…": 1, "x": "…"}'),
        ("notes", "a\0Ada Lovelace", None),
    ],
)  # fmt: skip
def test_what_is_left_of_a_file(path, data, left):
    assert without_traces(path, data.encode(), ADA) == (left.encode() if left is not None else None)


def test_bytes_that_are_no_text():
    assert without_traces("a.jpg", b"\xff\xd8Ada Lovelace", ADA) is None
    assert without_traces("a.jpg", b"\xff\xd8", ADA) == b"\xff\xd8"


def test_a_name_that_json_escaped():
    zoe = Identity("zoe", ["Zoë"], [])
    assert without_traces("a.json", b'{"a": "Zo\\u00eb"}', zoe) == '{"a": "…"}'.encode()
    assert without_traces("a.txt", b'{"a": "Zo\\u00eb"}', zoe) is None
