"""The doctor's look at git: settings that change files on their way into or out of a repository."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from netui.domain.model.changes import CONTACTS
from netui.services.doctor.finding import Finding

_SECONDS = 5
_SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
"""So that looking runs no program that a repository names."""


def check_git(network: Path) -> Iterator[Finding]:
    """Whether git leaves the bytes of the files as they are; nothing where no repository holds them."""
    if not network.is_dir() or _git(network, "rev-parse", "--is-inside-work-tree") != "true":
        return
    found = False
    attributes = _attributes(network)
    if name := attributes.get("filter"):
        found = True
        mend = "take filter= for *.toml out of .gitattributes, or keep these files out of that repository"
        yield Finding("git", f"git runs the files through the filter {name!r}", mend)
    if name := attributes.get("working-tree-encoding"):
        found = True
        mend = "take working-tree-encoding= for *.toml out of .gitattributes"
        yield Finding("git", f"git writes the files in the encoding {name}", mend)
    if attributes.get("eol") == "crlf":
        found = True
        yield Finding(
            "git", "git rewrites line ends (eol=crlf)", "take eol= for *.toml out of .gitattributes"
        )
    converts = _git(network, "config", "core.autocrlf")
    if converts in ("true", "input") and attributes.get("text") != "unset":
        found = True
        mend = "run git config core.autocrlf false in that folder"
        yield Finding("git", f"git rewrites line ends (core.autocrlf={converts})", mend)
    if not found:
        yield Finding("git", "the repository leaves the files as they are")


def _attributes(network: Path) -> dict[str, str]:
    """The attributes that git gives to a contact file, without those that are not set."""
    names = ("filter", "working-tree-encoding", "eol", "text")
    told = _git(network, "check-attr", "-z", *names, "--", f"{CONTACTS}/a.toml").split("\0")
    pairs = zip(told[1::3], told[2::3], strict=False)
    return {
        name: value
        for name, value in pairs
        if value != "unspecified" and (value, name) != ("unset", "filter")
    }


def _git(network: Path, *arguments: str) -> str:
    """What git prints, without the space around it; "" where it fails or there is none."""
    surroundings = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *_SAFE, "-C", str(network), *arguments],
            env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if not done.returncode else ""
