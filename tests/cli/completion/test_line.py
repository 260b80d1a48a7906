"""The line that bash hands over, split as the shell does."""

import pytest

from netui.cli.completion.line import split_line


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("netui ", [""]),
        ("netui sh", ["sh"]),
        ("netui show  lov", ["show", "lov"]),
        ("netui show ", ["show", ""]),
        ("netui list is:qu", ["list", "is:qu"]),
        ("netui note coffee with @ad", ["note", "coffee", "with", "@ad"]),
        ('netui note "coffee with @ad', ["note", "coffee with @ad"]),
        ("netui note 'a b' c", ["note", "a b", "c"]),
        ("netui note it\\'s a\\ b", ["note", "it's", "a b"]),
        ("netui --data=/tmp/x show a", ["--data=/tmp/x", "show", "a"]),
        ('netui note "" ', ["note", "", ""]),
        ("netui", [""]),
    ],
)
def test_words(line: str, words: list[str]) -> None:
    assert split_line(line) == words
