"""``netui completions``: a script for each shell, alone or in JSON (real shells run them in tests/tty)."""

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_for_each_shell(cli: Cli, shell: str) -> None:
    script = cli.ok("completions", shell)
    assert "netui" in script and cli.json("completions", shell) == {"shell": shell, "script": script}


def test_another_shell_is_refused(cli: Cli) -> None:
    result = cli.run("completions", "tcsh")
    assert result.status == 2 and "bash, zsh, fish" in result.err.replace("|", ", ")
