"""Every valid document survives an edit and its inverse, every invalid one is refused.

The documents are those below, and the files of the TOML test suite (toml-lang/toml-test, its ``tests`` folder
with ``valid`` and ``invalid``) where ``NETUI_TOML_CORPUS`` names it or it lies beside the checkout.
"""

import os
from pathlib import Path

import pytest
import tomli

from netui.domain.model.changes import AddItem
from netui.storage.errors import EditRefused, StoreError, Unreadable
from netui.storage.toml.document import apply, decode, load, parse
from netui.storage.toml.verify import same
from tests.support.edited_file import ADA, lost_comments, set_value

BESIDE = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "toml"
CORPUS = Path(os.environ.get("NETUI_TOML_CORPUS", BESIDE))
READ_AS_TOML_1_1 = {
    "no-secs",
    "trailing-comma",
    "basic-byte-escapes",
    *(f"linebreak-0{i}" for i in range(1, 5)),
}
VALID = {
    "empty": "",
    "only a mark": "\ufeff",
    "only comments": "# a\n  # b\n#",
    "no line end": "a = 1",
    "windows": "a = 1\r\n[t]\r\nb = '''\r\nx\r\n'''\r\n",
    "quoted keys": '"a b" = 1\n\'c"d\' = 2\n"" = 3\n\'é\' = 4\n',
    "dotted keys": "a.b . c = 1\na.\"d e\" = 2\n3.14 = 'pi'\n",
    "strings": 'a = "\\u00e9\\t\\""\nb = \'c:\\x\'\nc = """"q" \\\n   w""""\nd = \'\'\'\'x\'\'\'\'\'\n',
    "a comment in a string": "a = \"# no\" # yes\nb = '''\n# no\n'''\n",
    "a header in a string": 'a = """\n[timeline]\n[[timeline]]\n"""\n',
    "numbers": "a = +1_0\nb = 0xFF\nc = 0o7\nd = 0b1\ne = -0.0\nf = 1e-9\ng = -inf\nh = nan\n",
    "dates": "a = 2024-02-29\nb = 2024-02-29 01:02:03.5\nc = 2024-02-29T01:02:03-07:30\nd = 01:02:03\n",
    "arrays": 'a = [[1, 2], ["x"], [], [{ b = 1 }]]\nc = [ # one\n  1, # two\n\n  2,\n]\n',
    "inline tables": 'a = { b.c = 1, "d" = [2], e = {} }\n',
    "super table last": "[a.b]\nx = 1\n[a]\ny = 2\n",
    "arrays of tables": "[[timeline]]\nid = '1'\n[timeline.meta]\nx = 1\n[[timeline.sub]]\n[[timeline]]\n",
    "a table between": "[[timeline]]\nid = '1'\n[t]\nx = 1\n[[timeline]]\nid = '2'\n",
    "spaces everywhere": "  [ t ]  # c\n\ta\t=\t1\t\n  [[ u ]]\n",
}
INVALID = {
    "no value": b"a =",
    "no key": b"= 1",
    "two values": b"a = 1 2",
    "two keys on a line": b"a = 1 b = 2",
    "twice": b"a = 1\na = 2",
    "a table twice": b"[a]\n[a]",
    "a value as a table": b"a = 1\n[a.b]",
    "a table as an array": b"[a]\n[[a]]",
    "a static array extended": b"a = []\n[[a]]",
    "an inline table extended": b"a = {}\na.b = 1",
    "a dotted table reopened": b"a.b = 1\n[a]",
    "an open string": b'a = "x\ny = 1',
    "an open long string": b'a = """x\n',
    "an open array": b"a = [1",
    "an open table": b"a = { b = 1",
    "an open header": b"[a\nb = 1",
    "an unknown escape": b'a = "\\q"',
    "half a character": b'a = "\\ud800"',
    "a control character": b'a = "\x01"',
    "a carriage return alone": b"a = 1\rb = 2\r",
    "not UTF-8": b'a = "\xff"',
    "UTF-16": '\ufeffa = 1\n'.encode("utf-16"),
    "a zero byte": b"a = 1\x00",
    "leading zero": b"a = 01",
    "two underscores": b"a = 1__0",
    "a dot alone": b"a = 1.",
    "no such day": b"a = 2026-02-30",
    "no such hour": b"a = 25:00:00",
    "capital true": b"a = True",
    "text after a header": b"[a] b = 1",
}  # fmt: skip


def documents(kind, own):
    """Our own documents and those of the suite, each with its name."""
    found = [pytest.param(data, id=name) for name, data in own.items()]
    for path in sorted(CORPUS.glob(f"{kind}/**/*.toml")):
        found.append(pytest.param(path.read_bytes(), id=f"{path.parent.name}/{path.stem}"))
    return found


valid = pytest.mark.parametrize("raw", documents("valid", {name: t.encode() for name, t in VALID.items()}))
invalid = pytest.mark.parametrize("raw", documents("invalid", INVALID))


def test_the_suite_is_there():
    if not CORPUS.is_dir():
        pytest.skip("the TOML test suite is not here; NETUI_TOML_CORPUS names its folder")
    assert (
        len(list(CORPUS.glob("valid/**/*.toml"))) > 100 and len(list(CORPUS.glob("invalid/**/*.toml"))) > 200
    )


@valid
def test_a_valid_document_survives_an_append_and_its_inverse(raw):
    text = decode(raw)
    before = tomli.loads(text.removeprefix("\ufeff"))
    try:
        new, inverse = apply(text, AddItem(ADA, "timeline", {"id": "new", "text": "x"}))
    except EditRefused:
        assert not isinstance(before.get("timeline", []), list)
        return
    assert new.encode().startswith(raw) or "timeline" in before
    assert same(parse(new), {**before, "timeline": [*before.get("timeline", []), {"id": "new", "text": "x"}]})
    assert same(parse(apply(new, inverse)[0]), before)


@valid
def test_a_valid_document_survives_a_set_and_a_removal(raw):
    text = decode(raw)
    for change in (set_value("brand.new", "x\ny"), set_value("brand", 1)):
        try:
            new, inverse = apply(text, change)
        except StoreError:
            continue
        assert not lost_comments(text, new)
        assert same(parse(apply(new, inverse)[0]), parse(text))


@invalid
def test_an_invalid_document_is_refused(raw, request):
    if request.node.callspec.id.rpartition("/")[2] in READ_AS_TOML_1_1:
        assert load(raw)
        return
    with pytest.raises(Unreadable):
        load(raw)
    with pytest.raises(Unreadable):
        apply(decode(raw), AddItem(ADA, "timeline", {"id": "1"}))
