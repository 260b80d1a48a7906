import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.storage.files.filenames import Listing, free_stem, is_network_file, is_stem, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Lovelace", "ada-lovelace"),
        ("Søren Kierkegård", "soren-kierkegard"),
        ("Łukasz Weiß-Æther", "lukasz-weiss-aether"),
        ("Mary O'Brien (née Smith)", "mary-obrien-nee-smith"),
        ("../../etc/passwd", "etc-passwd"),
        ("İstanbul", "istanbul"),
        ("Дмитрий Иванов", "dmitriy-ivanov"),
        ("Γιώργος Παππάς", "giorgos-pappas"),
        ("日本", ""),
    ],
)
def test_slugs(name, expected):
    assert slug(name) == expected


@given(st.text(), st.sets(st.text(max_size=3)))
def test_every_name_gets_a_plain_free_id(name, taken):
    stem = free_stem(name, taken)
    assert stem not in taken and is_stem(stem) and stem == stem.casefold() and stem.isascii()
    assert len(slug(name)) <= 48


def test_reserved_and_taken_names_are_avoided():
    assert free_stem("Con", ()) == "con-1"
    assert free_stem("Ada", {"ada", "ada-2"}) == "ada-3"


@pytest.mark.parametrize(
    "name", ["ada.toml", "Ada Lovelace.toml", "日本.toml", "a.b.toml", "base.toml", "ada (1).toml"]
)
def test_network_files(name):
    assert is_network_file(name)


@pytest.mark.parametrize(
    "name",
    [".toml", ".ada.toml", "ada.toml~", "#ada.toml#", ".#ada.toml", ".ada.toml.swp", "ada.toml.orig",
     "ada.orig.toml",
     "ada_REMOTE_123.toml", "ada.txt", "ada"],
)  # fmt: skip
def test_other_files(name):
    assert not is_network_file(name)


def test_a_listing_knows_whole_names_in_any_case() -> None:
    taken = Listing(["Ada.toml", "ada-2.toml", "grace.txt", "xgrace.toml", "mary.toml.bak"])
    assert "ada" in taken and "ada-2" in taken and "xgrace" in taken
    assert not {"grace", "mary", "da", ""} & {stem for stem in ("grace", "mary", "da", "") if stem in taken}
    assert free_stem("Ada", taken) == "ada-3"
    assert "ada" not in Listing([])
