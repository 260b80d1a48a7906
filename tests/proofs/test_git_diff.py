"""`git diff` of one logged note holds only added lines, so a history of the folder can be read and reviewed.

Proved with the real git, for files as netui and as people write them. Not proved: a file whose last line has
no end, where git shows that line as changed.
"""

import os
import shutil
import subprocess
import sys

import pytest

from tests.support.terminal import environment

FILES = {
    "plain": 'name = "Ada"\n',
    "timeline": 'name = "Ada"\n\n[[timeline]]\nid = "1"\non = 2026-01-01\nkind = "call"\n',
    "comments": '# mine\nname = "Ada" # hers\n\n[met]\non = "2024"\n# the end\n\n\n',
    "windows": 'name = "Ada"\r\ntags = [\r\n  "a",\r\n]\r\n',
    "marked": '\ufeffname = "Ada"\n',
}
pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_the_diff_of_a_logged_note_holds_only_added_lines(tmp_path, text, count):
    surroundings = {**environment(tmp_path), "GIT_CONFIG_GLOBAL": os.devnull}
    (tmp_path / "net/contacts").mkdir(parents=True)
    (tmp_path / "net/contacts/ada.toml").write_bytes(text.encode())

    def run(*command):
        done = subprocess.run(command, cwd=tmp_path / "net", env=surroundings, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("git", "init", "-q")
    run("git", "add", ".")
    run("git", "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "before")
    run(
        sys.executable,
        "-m",
        "netui",
        "note",
        "call with @ada yesterday: her lab is hiring #work >send the deck",
    )
    lines = run("git", "diff", "--no-color", "-U0").split("\n")
    changed = [line for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))]
    assert any("her lab is hiring" in line for line in changed)
    assert [line for line in changed if line.startswith("-")] == []
    count(diffs=1)
