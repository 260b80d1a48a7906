"""Running commands in this process, on a network of their own and a clock that stands still."""

import io
import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from netui.cli.main import main
from netui.storage.state.config import Places
from netui.storage.state.drafts import Drafts

TODAY = "2026-11-21"


class Result(NamedTuple):
    status: int
    out: str
    err: str


class Cli:
    """The command line over one network; every setting and cache under one folder."""

    def __init__(self, base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
        self.base, self.network = base, base / "net"
        self._monkeypatch, self._capsys = monkeypatch, capsys
        self.env = {
            "NETUI_TODAY": TODAY, "NETUI_DATA": str(self.network), "HOME": str(base),
            **{f"XDG_{kind}_HOME": str(base / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
        }  # fmt: skip
        for name, value in self.env.items():
            monkeypatch.setenv(name, value)

    def run(self, *arguments: str, stdin: str = "") -> Result:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        self._capsys.readouterr()
        status = main(list(arguments))
        out, err = self._capsys.readouterr()
        return Result(status, out, err)

    def ok(self, *arguments: str, stdin: str = "") -> str:
        result = self.run(*arguments, stdin=stdin)
        assert result.status == 0, result
        return result.out

    def json(self, *arguments: str) -> Any:
        result = self.run(*arguments, "--json")
        assert result.status == 0 or (result.status, result.out) == (1, "[]\n"), result
        return json.loads(result.out)

    def file(self, ident: str, folder: str = "contacts") -> str:
        return (self.network / folder / f"{ident}.toml").read_text(encoding="utf-8")

    @property
    def drafts(self) -> list[str]:
        """The lines that are kept, newest first."""
        return [draft.text for draft in Drafts(self.places).newest("note", 99)]

    @property
    def places(self) -> Places:
        """The folders that the commands use."""
        folders = (self.base / f"{kind}/netui" for kind in ("state", "cache", "config"))
        return Places(self.network, *folders)

    def write(self, ident: str, text: str, folder: str = "contacts") -> None:
        (self.network / folder).mkdir(parents=True, exist_ok=True)
        (self.network / folder / f"{ident}.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(tmp_path, monkeypatch, capsys)


@pytest.fixture
def two(cli: Cli) -> Cli:
    """Ada and Grace, just added."""
    cli.ok("add", "Ada Lovelace", "--tag", "london", "--every", "3w", "--email", "ada@engines.example")
    cli.ok("add", "Grace Hopper", "--role", "mentor")
    return cli
