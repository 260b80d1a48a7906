"""Commands of the settings: values are arguments, never more."""

import pytest

from netui.services.errors import Refused
from netui.services.external_program import fill_command


def test_values_stay_within_one_argument() -> None:
    values = {"text": "2 quiet; rm -rf ~ $(x) {other}", "other": "y"}
    assert fill_command("commands.notify", "true --say={text} '{other} {text}'", values) == [
        "true", f"--say={values['text']}", f"y {values['text']}",
    ]  # fmt: skip
    assert fill_command("commands.notify", "true -x", {"text": "hi"}) == ["true", "-x", "hi"]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("true {text}", "--exec=x", "begins with -"),
        ("no-such-program {text}", "x", "there is no program"),
        ("true 'open", "x", "cannot be read as a command"),
        (" ", "x", "it names no program"),
    ],
)
def test_what_cannot_be_run_is_refused(text: str, value: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        fill_command("commands.notify", text, {"text": value})
