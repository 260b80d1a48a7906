"""While the app runs, cards and contacts are exchanged when either changed, and what matters is said once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netui.services.vdir import child
from netui.storage.state.config import Config, VdirConfig
from netui.ui.runtime.vdir_watch import VdirWatch, sentences
from tests.support.app import open_workspace, write_network

NOTHING: dict[str, Any] = {"vanished": [], "conflicts": [], "rejected": []}


class Owner:
    """Whoever has the timer, and the background in which a task runs at once."""

    def set_interval(self, interval: float, callback: Any) -> str:
        return "timer"

    def submit(self, work: Callable[[], Any], take: Callable[[Any], object]) -> None:
        if (result := work()) is not None:
            take(result)


def test_it_exchanges_only_when_something_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [{**NOTHING, "vanished": ["ada"]}, NOTHING, {**NOTHING, "vanished": ["ada"]}]
    runs: list[int] = []
    monkeypatch.setattr(child, "run_exchange", lambda _: runs.append(1) or found[len(runs) - 1])
    (tmp_path / "cards").mkdir()
    write_network(tmp_path / "net", {})
    told: list[str] = []
    workspace = open_workspace(tmp_path, Config(vdir=VdirConfig(str(tmp_path / "cards"))))
    watch = VdirWatch(Owner(), Owner(), workspace, told.append)  # type: ignore[arg-type]
    watch.start()
    watch.look()
    assert len(runs) == 1
    for number in range(2):
        (tmp_path / f"cards/{number}.vcf").write_text("x")
        watch.look()
        watch.look()
    assert len(runs) == 3
    assert told == ["vdir: 1 card gone from the folder: netui vdir asks about them"] * 2


def test_what_stays_as_it_is_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "run_exchange", lambda _: {**NOTHING, "conflicts": ["ada"]})
    (tmp_path / "cards").mkdir()
    write_network(tmp_path / "net", {})
    told: list[str] = []
    workspace = open_workspace(tmp_path, Config(vdir=VdirConfig(str(tmp_path / "cards"))))
    watch = VdirWatch(Owner(), Owner(), workspace, told.append)  # type: ignore[arg-type]
    watch.start()
    (tmp_path / "cards/new.vcf").write_text("x")
    watch.look()
    assert told == ["vdir: 1 card changed on both sides: = settles them"]


def test_a_refusal_is_said_and_nothing_new_is_not() -> None:
    assert sentences({"refused": "no folder"}) == ["vdir: no folder"]
    assert sentences(NOTHING) == []
