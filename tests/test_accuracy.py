"""The accuracy benchmark runs on a made-up log, and tells good figures from bad ones."""

import re
from pathlib import Path

import pytest

from tests.accuracy.__main__ import ANY, GIVEN, below, main
from tests.accuracy.bootstrap import Estimate, resample
from tests.accuracy.egos import METHODS
from tests.accuracy.flags import STATE, USUAL
from tests.accuracy.logs import LogError, load, synthetic
from tests.accuracy.scores import auroc, score


@pytest.mark.slow
def test_a_made_up_log_prints_each_method_and_one_closing_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--synthetic"]) == 0
    printed = capsys.readouterr().out
    assert all(method in printed for method in METHODS)
    assert STATE in printed and USUAL in printed
    assert "days for all (fair)" in printed and "ties slower than 30 d" in printed
    assert re.search(r"AUROC above days since contact [+-]\.?\d.* within each user", printed)
    assert printed.splitlines()[-1].startswith("above the floor on 1 set: AUROC at least ")


def test_what_is_below_the_floor_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    result = score(synthetic(egos=5))
    assert result is not None
    poor = result._replace(
        gain=Estimate(0.0, -0.1, 0.1),
        calibration_error=Estimate(0.131, 0.1, 0.2),
        flags={**result.flags, STATE: result.flags[USUAL]},
    )
    named = [words.split()[0] for words in below(poor, ANY._replace(caught=0.99))]
    assert named == ["AUROC", "calibration", "flags", "lapses"]
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


def test_iso_dates_are_read_as_days(tmp_path: Path) -> None:
    log = tmp_path / "pairs.csv"
    log.write_text("ego,alter,day\na,b,2000-01-02\na,b,2000-01-10T12:30:00\na,b,-3\n")
    assert load(log) == {"a": [[-3, 1, 9]]}
    log.write_text("ego,alter,day\na,b,2000-13-02\n")
    with pytest.raises(LogError, match="line 2"):
        load(log)


def test_an_interval_spans_what_other_users_would_have_given() -> None:
    kept = [0.1 * each for each in range(11)]
    found = Estimate.of(0.5, resample(11, lambda those: sum(kept[at] for at in those) / len(those)))
    assert 0.2 < found.low < 0.45 and 0.55 < found.high < 0.8
    assert f"{Estimate(0.5, 0.25, 0.75):.2f}" == "0.50 [0.25, 0.75]"
    assert Estimate.of(1.0, [1.0] * 40) == (1.0, 1.0, 1.0)


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
