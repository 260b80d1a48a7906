"""Commands of the settings, split into arguments."""

import pytest

from netui.domain.text.command_line import split_command


def test_quotes_hold_together_what_they_enclose() -> None:
    assert split_command("aerc 'a b' \"{uri}\" c\\ d") == ["aerc", "a b", "{uri}", "c d"]


@pytest.mark.parametrize(
    ("text", "why"),
    [("aerc 'x", "a quote is not closed"), ("aerc \\", "a backslash"), (" ", "names no program")],
)
def test_what_is_no_command_is_refused_with_why(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=f"cannot be read as a command .*{why}"):
        split_command(text)
