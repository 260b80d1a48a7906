"""The schemas of what commands print: valid themselves, printed for all commands and for one."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from netui.cli.shapes.commands import SHAPES
from netui.cli.shapes.schema import VERSION, command_schema, output_schema
from tests.cli.conftest import Cli


def test_the_schema_of_all_is_valid_and_names_each_command() -> None:
    schema = output_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["version"] == VERSION and set(schema["properties"]) == set(SHAPES)
    everything = json.dumps(schema)
    assert all(f'"{name}": {{' in everything for name in ("ContactRow", "Entry", "Promise", "Change"))
    referred = {part.partition('"')[0] for part in everything.split("#/$defs/")[1:]}
    assert referred <= set(schema["$defs"])
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"list": [], "add": {"id": "ada"}})
    assert not validator.is_valid({"add": {}}) and not validator.is_valid({"list": [{"id": 3}]})


@pytest.mark.parametrize("name", SHAPES)
def test_the_schema_of_one_is_printed_by_itself_and_describes_its_tables(cli: Cli, name: str) -> None:
    schema = json.loads(cli.ok("schema", "json", name))
    assert schema == command_schema(name) and schema["version"] == VERSION
    assert all(table["description"] for table in schema["$defs"].values())


def test_it_is_printed_written_and_refused_for_what_prints_none(cli: Cli, tmp_path: Path) -> None:
    assert json.loads(cli.ok("schema", "json")) == output_schema() == cli.json("schema", "json")
    path = tmp_path / "json.json"
    assert "taplo" not in cli.ok("schema", "json", "-o", str(path))
    assert json.loads(path.read_text()) == output_schema()
    for words in (("json", "review"), ("json", "nothing"), ("contact", "list")):
        assert cli.run("schema", *words).status == 2
