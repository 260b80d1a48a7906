"""What each way in loads: the quick commands do without the screen and the validator."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HEAVY = {"textual", "pydantic", "rich", "tomlrt", "icalendar"}


def loaded_by(code: str, tmp_path: Path) -> set[str]:
    """The top-level packages in a fresh interpreter after ``code``."""
    script = f"{code}\nimport sys\nprint('\\n'.join({{name.split('.')[0] for name in sys.modules}}))"
    environment = {
        "PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "NETUI_DATA": str(tmp_path / "net"),
        "NETUI_TODAY": "2026-11-21", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["due"],
        ["list"],
        ["status"],
        ["digest"],
        ["note", "coffee with Ada Lovelace (new) yesterday"],
        ["--version"],
    ],
)
def test_the_quick_commands_load_neither_screen_nor_validator(arguments: list[str], tmp_path: Path) -> None:
    code = f"from netui.cli.main import main\nassert main({arguments!r}) in (0, 1)"
    assert not loaded_by(code, tmp_path) & HEAVY


@pytest.mark.parametrize(
    "arguments", [["due"], ["list"], ["status"], ["note", "coffee with Ada (new) yesterday"]]
)
def test_the_quick_commands_compile_no_types(arguments: list[str], tmp_path: Path) -> None:
    # Sixty of them, compiled as typing does it, took a tenth of a command's time.
    code = (
        "import typing\ntyping.NamedTuple = typing.ForwardRef = None\n"
        f"from netui.cli.main import main\nassert main({arguments!r}) in (0, 1)"
    )
    loaded_by(code, tmp_path)


def test_showing_a_contact_loads_neither_screen_nor_validator(tmp_path: Path) -> None:
    code = (
        "from netui.cli.main import main\nassert main(['note', 'coffee with Ada Lovelace (new)']) == 0\n"
        "assert main(['show', 'ada']) == 0"
    )
    assert not loaded_by(code, tmp_path) & HEAVY


def test_the_manual_tells_the_keys_of_files_without_the_validator(tmp_path: Path) -> None:
    code = (
        "import contextlib, io\nfrom netui.cli.main import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n    assert main(['help', 'files']) == 0"
    )
    assert not loaded_by(code, tmp_path) & {"textual", "pydantic"}


def test_the_first_frame_does_without_the_validator(tmp_path: Path) -> None:
    loaded = loaded_by("import netui.ui.app", tmp_path)
    assert "textual" in loaded
    assert not loaded & {"pydantic", "tomlrt", "icalendar"}


def dependencies() -> set[str]:
    """The modules that the declared dependencies bring."""
    declared = PROJECT["project"]["dependencies"]
    names = {re.split("[<>=~! ]", each)[0].replace("-", "_") for each in declared}
    return {name.removesuffix("_py") for name in names}


def test_the_contract_of_the_domain_names_every_dependency() -> None:
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    (domain,) = (each for each in contracts if each.get("source_modules") == ["netui.domain"])
    assert dependencies() <= set(domain["forbidden_modules"])


def test_every_dependency_is_imported_somewhere() -> None:
    names = dependencies()
    source = "\n".join(path.read_text() for path in (ROOT / "netui").rglob("*.py"))
    assert {
        name for name in names if f"import {name}" not in source and f"from {name}" not in source
    } == set()


@pytest.mark.parametrize("layer", ["cli", "ui", "presentation", "services", "interchange"])
def test_no_sql_is_written_above_storage(layer: str) -> None:
    sql = re.compile(r"\bindex\.db\b|\.execute(?:many)?\(|\bSELECT\b|\bWHERE\b")
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in (ROOT / "netui" / layer).rglob("*.py")
        for match in sql.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_sdk_of_agents_is_loaded_by_its_command_alone() -> None:
    imports = re.compile(r"^\s*(?:from|import) mcp\b", re.MULTILINE)
    files = (ROOT / "netui").rglob("*.py")
    naming = {str(path.relative_to(ROOT)) for path in files if imports.search(path.read_text("utf-8"))}
    assert naming == {"netui/cli/commands/mcp.py"}
    assert "mcp" not in str(PROJECT["project"]["dependencies"])


@pytest.mark.parametrize("arguments", [["list"], ["help"], ["mcp", "--help"]])
def test_no_command_loads_the_sdk_of_agents_to_tell_of_itself(arguments: list[str], tmp_path: Path) -> None:
    code = f"from netui.cli.main import main\ntry:\n    main({arguments!r})\nexcept SystemExit:\n    pass"
    assert not loaded_by(code, tmp_path) & {"mcp_types", "anyio"}
