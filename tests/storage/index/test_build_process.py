"""The first build in a child process."""

import pytest

from netui.storage.index import build_process
from netui.storage.queries.reader import Reader
from tests.support.indexed_network import Net


def test_it_builds_the_index_and_reports_progress(net: Net, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        net.person(f"person-{number}")
    build_process.main(str(net.folder), str(net.cache))
    assert capsys.readouterr().out.split("\n")[-2] == "3 3"
    index = net.index()
    assert index.built and Reader(index).count() == 3
