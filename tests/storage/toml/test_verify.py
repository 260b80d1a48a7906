import pytest

from netui.storage.errors import EditRefused
from netui.storage.toml.parse import parse
from netui.storage.toml.verify import prove, same
from tests.support.edited_file import ADA


@pytest.mark.parametrize(
    ("one", "other"),
    [("1", "1.0"), ("0.0", "-0.0"), ("true", "1"), ("2026-01-01", "2026-01-01T00:00:00"), ("nan", "1.0"),
     ("2026-01-01T12:00:00Z", "2026-01-01T13:00:00+01:00"), ("[1]", "[1, 1]"), ("{a=1}", "{a=2}"),
     ("{}", "{a=1}")],
)  # fmt: skip
def test_tells_what_means_something_else(one, other):
    assert same(parse(f"x = {one}"), parse(f"x = {one}"))
    assert not same(parse(f"x = {one}"), parse(f"x = {other}"))
    with pytest.raises(EditRefused):
        prove(f"x = {other}", [parse(f"x = {one}")], ADA)


def test_refuses_what_does_not_parse():
    with pytest.raises(EditRefused, match="unreadable"):
        prove("x =", [{}], ADA)


def test_gives_the_verified_data():
    assert prove("x = 1", [{"x": 2}, {"x": 1}], ADA) == {"x": 1}
