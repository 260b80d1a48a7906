"""``netui restore``: says what it would change, asks, keeps what it replaces, and is undone."""

import shutil

from tests.cli.conftest import Cli


def files(cli: Cli) -> dict[str, bytes]:
    return {
        p.relative_to(cli.network).as_posix(): p.read_bytes() for p in cli.network.rglob("*") if p.is_file()
    }


def saved(cli: Cli) -> str:
    cli.write("broken", "name = ")
    (cli.network / "netui.toml").write_text("[lists]\n")
    target = str(cli.base / "b.tar.gz")
    cli.ok("backup", target)
    return target


def test_after_the_folder_is_lost_all_is_back(known: Cli) -> None:
    target = saved(known)
    before = files(known)
    shutil.rmtree(known.network)
    known.network.mkdir()
    out = known.ok("restore", target, "--yes")
    assert "6 new" in out and "contacts/ada.toml" in out and "0 replaced" in out
    assert files(known) == before
    assert {person["id"] for person in known.json("list")} == {"broken", "ada", "grace", "mary"}


def test_names_each_file_it_would_replace_and_asks(known: Cli) -> None:
    target = saved(known)
    known.ok("set", "ada", "org", "Later")
    known.write("later", 'name = "Later"\n')
    (known.network / "netui.toml").write_text("[lists]\nlater = 1\n")
    before = files(known)
    result = known.run("restore", target, stdin="\n")
    assert result.status == 2 and "2 replaced\n  contacts/ada.toml\n  netui.toml" in result.out
    assert "4 the same" in result.out and "1 here stay" in result.out
    assert "restore 2 files, replacing 2" in result.err and files(known) == before
    plan = known.run("restore", target, "--json").out
    assert '"changed": ["contacts/ada.toml", "netui.toml"]' in plan and '"restored": false' in plan
    out = known.ok("restore", target, stdin="y\n")
    aside = "20261121T120000"
    assert f"kept in .trash/{aside}" in out
    assert (known.network / f".trash/{aside}/netui.toml").read_text() == "[lists]\nlater = 1\n"
    assert 'org = "Engines"' in known.file("ada")
    known.ok("undo")
    assert known.file("ada").encode() == before["contacts/ada.toml"]
    assert "nothing to restore" not in known.ok("restore", target, "--yes")
    assert "all of it is here" in known.ok("restore", target)


def test_into_another_folder(known: Cli) -> None:
    target = saved(known)
    before = files(known)
    there = known.base / "elsewhere"
    known.ok("restore", target, "--to", str(there), "--yes")
    assert {
        p.relative_to(there).as_posix(): p.read_bytes() for p in there.rglob("*") if p.is_file()
    } == before
    assert files(known) == before


def test_what_is_no_backup_is_refused_in_a_sentence(known: Cli) -> None:
    before = files(known)
    odd = known.base / "odd.tar.gz"
    odd.write_text("no archive")
    for name in (str(odd), str(known.base), str(known.base / "none"), "/dev/null"):
        result = known.run("restore", name, "--yes")
        assert result.status in (2, 3) and len(result.err.strip().splitlines()) == 1, result
    assert files(known) == before
