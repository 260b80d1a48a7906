"""The report on files of other programs: it counts what is right, and names what is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from netui.interchange.records import ParsedFile
from tests.corpora import oracle
from tests.corpora.__main__ import GIVEN, main

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada L\r\nN:L;Ada;;;\r\nEMAIL:ada@x.example\r\nEND:VCARD\r\n"
TABLE = "Name,Email,Phone\nBob,bob@x.example,0131 496 0000\n"


@pytest.fixture(autouse=True)
def _little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is about its own process, not about one that ran other tests before."""
    monkeypatch.setattr("tests.corpora.__main__.peak_memory", lambda: 50)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/ada.vcf").write_text(CARD)
    (tmp_path / "in/people.csv").write_text(TABLE)
    (tmp_path / "in/case.toml").write_text("a = 1")
    (tmp_path / "in/case.json").write_text("{}")
    return tmp_path / "in"


def test_a_folder_is_counted_by_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    printed = capsys.readouterr().out
    rows = {line.split()[0]: line.split()[1:] for line in printed.splitlines()}
    assert rows["vcard"][:5] == ["1", "0", "1", "0", "0"] and rows["csv"][:5] == ["1", "0", "1", "0", "0"]
    assert rows["csv"][-2:] == ["3/3", "4/4"] and "-" not in rows
    assert "CSV headers recognised: 1 of 1" in printed and printed.splitlines()[-1].startswith("all well")


@pytest.mark.parametrize(
    ("fault", "words"),
    ((ValueError("bad"), "crashed: ValueError: bad"), (None, "ada.vcf hung")),
)
def test_a_crash_and_a_hang_are_named(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: Exception,
    words: str,
) -> None:
    def read(*_: object) -> ParsedFile:
        while fault is None:
            pass
        raise fault

    monkeypatch.setattr("netui.interchange.vcard.reader.read", read)
    assert main([str(folder), "--seconds", "0.5"]) == 1
    assert words in capsys.readouterr().out


def test_what_another_reader_reads_otherwise_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("vobject")
    monkeypatch.setattr("netui.interchange.vcard.fields._Mapper._take_email", lambda *_: None)
    assert main([str(folder), "--verbose"]) == 1
    printed = capsys.readouterr().out
    assert "Ada L: emails is [], not ['ada@x.example']" in printed
    assert "emails of vCards: 0 of 1 right" in printed.splitlines()[-1]


def test_a_table_that_is_not_recognised_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "odd.csv").write_text("a,b\n1,2\n")
    assert main([str(folder)]) == 1
    assert "odd.csv: its header is not recognised" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none")]) == 2
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(not GIVEN.is_dir(), reason=f"there is no corpus in {GIVEN}")
@pytest.mark.skipif(not oracle.is_there(), reason="vobject is not installed")
def test_the_corpus_is_read_without_a_crash_and_rightly() -> None:
    command = [sys.executable, "-m", "tests.corpora", str(GIVEN)]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
