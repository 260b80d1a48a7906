"""``netui check``: problems with file and line."""

import json

from tests.cli.conftest import Cli


def test_check_names_file_and_line(two: Cli) -> None:
    assert two.json("check") == {"files": 2, "problems": []}
    two.write("bad", 'name = "Bad"\n\n[[timeline]]\non = 2026-02-30\n')
    two.write("odd", 'name = "Odd"\n[[timeline]]\nid = "a"\non = 2026-11-01\nwith = ["grace-hoper"]\n')
    result = two.run("check", "--json")
    assert result.status == 1
    report = json.loads(result.out)
    assert report["files"] == 4
    assert [(p["file"], p["line"]) for p in report["problems"]] == [
        ("contacts/bad.toml", 4),
        ("contacts/odd.toml", 5),
    ]
    assert "grace-hopper" in report["problems"][1]["hint"]
    assert "contacts/odd.toml:5: with names nobody" in two.run("check").out


def test_check_reads_the_settings(two: Cli) -> None:
    settings = two.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('colour = "red"\n[rhythm]\nsensitivity = "never"\n')
    result = two.run("check")
    assert result.status == 1 and "colour" in result.out and "sensitivity" in result.out
    assert "colour" in two.ok("config")
    settings.write_text("not toml")
    result = two.run("list")
    assert result.status == 0 and "the defaults are used" in result.err
