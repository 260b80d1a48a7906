"""The doctor's look at git: what changes files on their way in or out."""

import os
import shutil
import subprocess

import pytest

from netui.services.doctor.repository import check_git

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


@pytest.fixture
def net(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return tmp_path


def test_a_repository_that_leaves_files_alone(net):
    (found,) = check_git(net)
    assert not found.is_wrong


@pytest.mark.parametrize(
    ("attributes", "what"),
    [
        ("*.toml filter=git-crypt", "filter 'git-crypt'"),
        ("* working-tree-encoding=UTF-16", "encoding UTF-16"),
        ("*.toml text eol=crlf", "eol=crlf"),
    ],
)
def test_what_attributes_change_is_told(net, attributes, what):
    (net / ".gitattributes").write_text(attributes + "\n")
    (found,) = check_git(net)
    assert what in found.what and ".gitattributes" in found.mend


def test_line_ends_that_git_rewrites_are_told(net):
    subprocess.run(["git", "-C", net, "config", "core.autocrlf", "true"], check=True)
    (found,) = check_git(net)
    assert "core.autocrlf=true" in found.what and "core.autocrlf false" in found.mend
    (net / ".gitattributes").write_text("*.toml -text -filter\n")
    (found,) = check_git(net)
    assert not found.is_wrong


def test_looking_runs_no_program_of_the_repository(net):
    trap = net / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {net}/ran\n")
    trap.chmod(0o755)
    subprocess.run(["git", "-C", net, "config", "core.fsmonitor", str(trap)], check=True)
    list(check_git(net))
    assert not (net / "ran").exists()


def test_nothing_is_said_where_there_is_no_repository_or_no_git(tmp_path, net, monkeypatch):
    assert list(check_git(tmp_path / "none")) == []
    monkeypatch.setenv("PATH", "")
    assert list(check_git(net)) == []
