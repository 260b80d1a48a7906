"""The accuracy benchmark runs on a made-up log, and tells good figures from bad ones."""

from pathlib import Path

import pytest

from tests.accuracy.__main__ import GIVEN, below, main
from tests.accuracy.logs import LogError, load, synthetic
from tests.accuracy.scores import METHODS, STATE, USUAL, auroc, score


@pytest.mark.slow
def test_a_made_up_log_prints_each_method_and_one_closing_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--synthetic"]) == 0
    printed = capsys.readouterr().out
    assert all(method in printed for method in METHODS)
    assert STATE in printed and USUAL in printed
    assert printed.splitlines()[-1].startswith("above the floor on 1 set: AUROC at least ")


def test_what_is_below_the_floor_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    result = score(synthetic(egos=5))
    assert result is not None
    poor = result._replace(
        auroc=dict.fromkeys(METHODS, 0.7),
        calibration_error=0.131,
        flags={**result.flags, STATE: result.flags[USUAL]},
    )
    assert [words.split()[0] for words in below(poor)] == ["AUROC", "flags", "calibration"]
    monkeypatch.setattr("tests.accuracy.__main__.score", lambda contacts: poor)
    assert main(["--synthetic"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("BELOW THE FLOOR: synthetic: AUROC +0.0000")


@pytest.mark.parametrize(
    ("scored", "area"),
    [
        ([(1.0, False), (2.0, True)], 1.0),
        ([(2.0, False), (1.0, True)], 0.0),
        ([(1.0, False), (1.0, True)], 0.5),
        ([(1.0, False), (2.0, True), (3.0, False), (4.0, True)], 0.75),
        ([(1.0, True), (2.0, True)], None),
    ],
)
def test_the_area_under_the_curve(scored: list[tuple[float, bool]], area: float | None) -> None:
    assert auroc(scored) == area


def test_a_pair_is_read_once_or_from_both_ends(tmp_path: Path) -> None:
    log = tmp_path / "pairs.csv"
    log.write_text("ego,alter,day\na,b,3\na,b,1\na,b,3\n")
    assert load(log) == {"a": [[1, 3]]}
    assert load(log, undirected=True) == {"a": [[1, 3]], "b": [[1, 3]]}
    log.rename(tmp_path / "enron.csv")
    assert load(tmp_path / "enron.csv") == {"a": [[1, 3]], "b": [[1, 3]]}


def test_a_file_that_is_no_log_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log.csv"
    log.write_text("ego,alter,day\n1,2,monday\n")
    with pytest.raises(LogError, match=r"log\.csv, line 2: a line is ego,alter,day"):
        load(log)
    log.write_text("who,when\n")
    with pytest.raises(LogError, match="must name the columns ego,alter,day"):
        load(log)
    assert main([str(tmp_path / "absent.csv")]) == 2
    assert "absent.csv could not be read" in capsys.readouterr().err


def test_a_log_too_small_to_score_is_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "small.csv").write_text("ego,alter,day\n1,2,3\n")
    assert main([str(tmp_path)]) == 2
    assert "small: too small to score" in capsys.readouterr().out


@pytest.mark.skipif(
    not (GIVEN / "nus_sms.csv").exists(), reason="the real contact logs are not beside the repository"
)
def test_the_shipped_model_is_above_the_floor_on_a_real_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(GIVEN / "nus_sms.csv")]) == 0
    assert "above the floor on 1 set" in capsys.readouterr().out
