"""Running commands in this process, on a network of their own and a clock that stands still."""

import io
import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from netui.cli.commands import COMMANDS
from netui.cli.main import main
from netui.storage.state.config import Places
from netui.storage.state.drafts import Drafts
from tests.support.json_documents import check_document

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
        options = arguments[: arguments.index("--")] if "--" in arguments else arguments
        if "--json" in options and out:
            self._check_json(arguments, out)
        return Result(status, out, err)

    @staticmethod
    def _check_json(arguments: tuple[str, ...], out: str) -> None:
        """Whatever a test prints as JSON is of the shape that is declared for its command."""
        command = next((word for word in arguments if word in COMMANDS), "")
        if command and not (command == "export" and "-o" not in arguments):
            check_document(command, json.loads(out))

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


def entries(*days: str) -> str:
    return "".join(
        f'\n[[timeline]]\nid = "e{n}"\non = {day}\nkind = "coffee"\n' for n, day in enumerate(days)
    )


@pytest.fixture
def known(cli: Cli) -> Cli:
    """Quiet Ada, warm Grace, new Mary, a plan, dates, promises and a goal."""
    cli.write("ada", 'name = "Ada Lovelace"\norg = "Engines"\ntags = ["london"]\n[rhythm]\nevery = "3w"\n'
              '[[date]]\nwhat = "birthday"\non = "1815-11-25"\n'
              '[[promise]]\nid = "p1"\nby = "me"\ntext = "the deck"\nmade = 2026-11-01\ndue = 2026-11-13\n'
              '[[promise]]\nid = "p2"\nby = "them"\ntext = "an intro"\ndue = 2027-01-13\n'
              '[[promise]]\nid = "p3"\ntext = "kept"\ndone = 2026-11-02\n'
              + entries("2026-09-01", "2026-09-20") +
              '\n[[timeline]]\nid = "plan"\non = 2026-11-24T12:30:00\nkind = "lunch"\n'
              'with = ["grace"]\n')  # fmt: skip
    cli.write("grace", 'name = "Grace Hopper"\nknows = ["cobol"]\n' + entries("2026-11-20"))
    cli.write("mary", 'name = "Mary Somerville"\nnotes = "Mechanism of the heavens"\n')
    cli.write("cto", 'title = "A CTO role"\ndue = 2027-03-31\n[measure]\ncount = "kind:coffee"\ntarget = 12\n'
              '[[audience]]\nwho = "coders"\nmatch = "knows:cobol"\nwant = 2\n', "goals")  # fmt: skip
    return cli
