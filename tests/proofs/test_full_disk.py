"""A disk that is really full: a small tmpfs where tests run as root, else a limit on the size of files.

Proved: exactly what was acknowledged is in the file, the refusal says that the disk is full, nothing
temporary stays, and saving works again once there is space. Not proved: quotas and thin volumes.
"""

import json
import os
import subprocess
import sys

import pytest


def fill(folder, *options):
    command = [sys.executable, "-m", "tests.support.fill_disk", str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check(found):
    assert found["saved"] == found["in_file"] and len(found["saved"]) > 20
    assert len(found["failures"]) == 20 and not found["left"]
    assert found["after"] == "e9999"


def test_a_full_disk_loses_nothing_that_was_acknowledged(tmp_path, count):
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(tmp_path)]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root mounts a small disk; the limit on files stands for it")
    try:
        found = fill(tmp_path)
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)
    check(found)
    assert all("the disk is full; free some space" in failure for failure in found["failures"])
    count(full_disks=1)


def test_a_limit_on_files_loses_nothing_that_was_acknowledged(tmp_path, count):
    check(fill(tmp_path, "--limit"))
    count(full_disks=1)
