"""The wheel and the source archive: what belongs there is in them, and nothing else."""

import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytest.importorskip("hatchling", reason="hatchling, which builds the packages, is not installed")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    from hatchling.builders.wheel import WheelBuilder

    folder = tmp_path_factory.mktemp("wheel")
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    from hatchling.builders.sdist import SdistBuilder

    folder = tmp_path_factory.mktemp("sdist")
    (path,) = SdistBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with tarfile.open(path) as tar:
        return {name.partition("/")[2] for name in tar.getnames()}


def test_the_wheel_holds_the_program_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "netui").rglob("*.py")}
    assert modules <= names
    assert {"netui/py.typed", "netui/cli/netui.1", "netui/services/transfer/demo_goals.toml"} <= names
    assert any(name.endswith("share/man/man1/netui.1") for name in names)
    rest = {name for name in names - modules if not name.startswith("netui/") and ".d" not in name}
    assert rest == set() and not any("test" in name.partition("/")[0] for name in names)
    assert not any(name.endswith((".pyc", ".so", ".log")) for name in names)


def test_the_wheel_names_its_command_its_licence_and_no_address(wheel: zipfile.ZipFile) -> None:
    (metadata,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    head = wheel.read(metadata).decode().partition("\n\n")[0]
    assert "License-Expression: MIT" in head and "Requires-Python: >=3.11" in head
    assert not any(word in head for word in ("Author", "Maintainer", "Home-page", "Project-URL"))
    (points,) = (name for name in wheel.namelist() if name.endswith("/entry_points.txt"))
    assert b"netui = netui.__main__:run" in wheel.read(points)


def test_the_source_archive_holds_tests_pictures_and_what_they_need(archive: set[str]) -> None:
    pictures = {f"screenshots/{path.name}" for path in (ROOT / "screenshots").glob("*.svg")}
    assert pictures and pictures <= archive
    assert {"README.md", "LICENSE", "pyproject.toml", "tests/test_packaging.py"} <= archive
    assert {"netui/py.typed", "netui/cli/netui.1"} <= archive
    assert not any("__pycache__" in name or name.endswith(".pyc") for name in archive)


def test_this_python_is_one_that_is_promised() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = [each.rpartition(" ")[2] for each in project["classifiers"] if "Python :: 3." in each]
    assert promised == ["3.11", "3.12", "3.13", "3.14"]
    assert "{}.{}".format(*sys.version_info) in promised
