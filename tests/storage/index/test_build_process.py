"""The first build in a child process."""

import pytest

from netui.storage.index import build_process
from netui.storage.queries.reader import Reader
from tests.support.indexed_network import Net


def test_it_builds_the_index_reports_progress_and_then_gives_way(
    net: Net, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        net.person(f"person-{number}")
    printed: list[tuple[int, str]] = []

    def nice(step: int) -> int:
        printed.append((step, capsys.readouterr().out))
        return 1

    monkeypatch.setattr(build_process.os, "nice", nice)
    build_process.main(str(net.folder), str(net.cache))
    assert printed == [(0, "3 3\n"), (4, "")]
    index = net.index()
    assert index.built and Reader(index).count() == 3
