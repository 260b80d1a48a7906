"""The files of the TOML test suite, where they lie beside the repository."""

from pathlib import Path

import pytest
import tomli

from netui.domain.model.changes import AddItem
from netui.storage.errors import EditRefused, StoreError, Unreadable
from netui.storage.toml.document import apply, decode, load, parse
from netui.storage.toml.verify import same
from tests.support.edited_file import ADA, lost_comments, set_value

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "toml"
READ_AS_TOML_1_1 = {
    "no-secs",
    "trailing-comma",
    "basic-byte-escapes",
    *(f"linebreak-0{i}" for i in range(1, 5)),
}
pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the TOML test files are not beside the repository"
)


def _stem(path):
    return getattr(path, "stem", "none")  # pytest 8.2 asks even where there is no file


@pytest.mark.parametrize("path", sorted(CORPUS.glob("valid/**/*.toml")), ids=_stem)
def test_valid_files_survive_an_append_and_its_inverse(path):
    raw = path.read_bytes()
    text = decode(raw)
    before = tomli.loads(text)
    try:
        new, inverse = apply(text, AddItem(ADA, "timeline", {"id": "1", "text": "x"}))
    except EditRefused:
        assert "timeline" in before
        return
    assert new.encode().startswith(raw)
    assert same(parse(new), {**before, "timeline": [{"id": "1", "text": "x"}]})
    assert same(parse(apply(new, inverse)[0]), before)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("valid/**/*.toml")), ids=_stem)
def test_valid_files_survive_a_set_and_a_removal(path):
    text = decode(path.read_bytes())
    for change in (set_value("brand.new", "x\ny"), set_value("brand", 1)):
        try:
            new, inverse = apply(text, change)
        except StoreError:
            continue
        assert not lost_comments(text, new)
        assert same(parse(apply(new, inverse)[0]), parse(text))


@pytest.mark.parametrize("path", sorted(CORPUS.glob("invalid/**/*.toml")), ids=_stem)
def test_invalid_files_are_refused(path):
    raw = path.read_bytes()
    if path.stem in READ_AS_TOML_1_1:
        assert load(raw)
        return
    with pytest.raises(Unreadable):
        load(raw)
    with pytest.raises(Unreadable):
        apply(decode(raw), AddItem(ADA, "timeline", {"id": "1"}))
