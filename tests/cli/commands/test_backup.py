"""``netui backup``: one file of the whole network, verified, private, never written over."""

import os
import stat
import tarfile

from tests.cli.conftest import Cli


def test_all_of_it_is_in_the_archive(known: Cli) -> None:
    for path in (
        "inbox/a.txt",
        ".sources/x/card.vcf",
        ".quarantine/q",
        "netui.toml",
        "README.md",
        ".git/HEAD",
    ):
        (known.network / path).parent.mkdir(parents=True, exist_ok=True)
        (known.network / path).write_text(path)
    known.ok("rm", "mary", "--yes")
    target = known.base / "b.tar.gz"
    out = known.ok("backup", str(target))
    assert "contacts 2, goals 1, other files 6" in out and "read back" in out and "left out: .git" in out
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with tarfile.open(target) as archive:
        held = {member.name: archive.extractfile(member).read() for member in archive}  # type: ignore[union-attr]
    there = {
        p.relative_to(known.network).as_posix(): p.read_bytes()
        for p in known.network.rglob("*")
        if p.is_file()
    }
    del there[".git/HEAD"]
    assert held == there
    assert sorted(os.listdir(known.base)) == ["b.tar.gz", "cache", "net", "state"]


def test_says_what_it_holds_as_json_and_never_writes_over(known: Cli) -> None:
    target = known.base / "b.tar.gz"
    target.write_text("mine")
    result = known.run("backup", str(target))
    assert result.status == 2 and "exists already" in result.err and target.read_text() == "mine"
    found = known.json("backup", str(target), "--force")
    assert (found["contacts"], found["goals"], found["left_out"]) == (3, 1, [])
    assert found["bytes"] == target.stat().st_size


def test_refuses_places_that_are_none(known: Cli) -> None:
    for target, word in (("net/b.tar.gz", "lies in the folder"), ("net", "folder"), ("no/b", "no such file"),
                         ("b.zip", "is a .tar.gz")):  # fmt: skip
        result = known.run("backup", str(known.base / target))
        assert result.status in (2, 3) and word in result.err, (target, result)
