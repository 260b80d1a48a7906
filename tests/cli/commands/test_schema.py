"""``netui schema``: schemas that a real TOML language server checks the demo's files with."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from netui.services.transfer.demo import build_demo
from tests.cli.conftest import Cli

TAPLO = shutil.which("taplo")
needs_taplo = pytest.mark.skipif(TAPLO is None, reason="taplo is not installed (npm install -g @taplo/cli)")
EVERYTHING = """\
name = "Ada"
emails = ["a@b.example", { value = "c@d.example", label = "home" }]
died = "2024-03"
own_key = 3
[met]
on = 2024-05-02
[[date]]
what = "birthday"
on = "--12-10"
[[promise]]
text = "x"
done = true
[[timeline]]
on = 2026-11-09T12:00:00
kind = "coffee"
[[timeline]]
on = 2026-11-09
kind = "coffee"
"""
WRONG = [
    ("name = 3", "string"),
    ('name = "A"\ntags = "x"', "array"),
    ('name = "A"\n[rhythm]\nmode = "odd"', "regular"),
]


def lint(schema: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    assert TAPLO is not None
    command = [TAPLO, "lint", "--schema", schema.as_uri(), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=schema.parent)


@pytest.mark.parametrize("name", ["contact", "goal", "config", "network"])
def test_each_schema_is_printed_and_written(cli: Cli, tmp_path: Path, name: str) -> None:
    schema = json.loads(cli.ok("schema", name))
    assert schema["$schema"].startswith("https://json-schema.org/") and schema["properties"]
    assert cli.json("schema", name) == schema
    path = tmp_path / f"{name}.json"
    assert f"#:schema {path.as_uri()}" in cli.ok("schema", name, "-o", str(path))
    assert json.loads(path.read_text()) == schema
    again = cli.run("schema", name, "-o", str(path))
    assert again.status == 2 and "exists already" in again.err


def test_an_unknown_schema_is_refused(cli: Cli) -> None:
    result = cli.run("schema", "people")
    assert result.status == 2 and "contact, goal, config" in result.err


@needs_taplo
@pytest.mark.slow
def test_taplo_finds_the_demo_valid(cli: Cli, tmp_path: Path) -> None:
    files: dict[str, list[Path]] = {"contacts": [], "goals": []}
    for name, text in build_demo(date(2026, 11, 21)).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        files[path.parent.name].append(path)
    for name, folder in (("contact", "contacts"), ("goal", "goals")):
        schema = tmp_path / f"{name}.json"
        cli.ok("schema", name, "-o", str(schema))
        found = lint(schema, *files[folder])
        assert found.returncode == 0, found.stderr


@needs_taplo
@pytest.mark.slow
def test_taplo_finds_what_is_wrong(cli: Cli, tmp_path: Path) -> None:
    schema, file = tmp_path / "contact.json", tmp_path / "ada.toml"
    cli.ok("schema", "contact", "-o", str(schema))
    file.write_text(EVERYTHING)
    assert lint(schema, file).returncode == 0, lint(schema, file).stderr
    for text, words in WRONG:
        file.write_text(text)
        found = lint(schema, file)
        assert found.returncode != 0 and words in found.stderr
