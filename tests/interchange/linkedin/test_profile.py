"""Addresses of LinkedIn profiles, and the name in Profile.csv."""

import pytest

from netui.interchange.linkedin.profile import owner_of, profile_uid


@pytest.mark.parametrize(
    "url",
    (
        "https://www.linkedin.com/in/Ada-L/", "http://de.linkedin.com/in/ada-l?x=1", "linkedin.com/in/ada-l",
        "https://LinkedIn.com/in/ada-l/#top",
    ),
)  # fmt: skip
def test_an_address_is_alike_however_it_is_written(url: str) -> None:
    assert profile_uid(url) == "linkedin.com/in/ada-l"


def test_letters_in_an_address_are_decoded_and_other_addresses_are_none() -> None:
    assert profile_uid("https://www.linkedin.com/in/j%C3%BCrgen") == "linkedin.com/in/jürgen"
    assert profile_uid("https://www.linkedin.com/company/x") == profile_uid("https://evil.example/in/x") == ""


def test_the_owner_of_an_export_is_named_in_the_profile() -> None:
    assert owner_of("First Name,Last Name,Address\nJosé,García,x\n".encode()) == frozenset(("jose garcia",))
    assert owner_of(b"") == owner_of(b"First Name,Last Name\n,\n") == frozenset()
