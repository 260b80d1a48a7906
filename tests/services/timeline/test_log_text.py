"""Log lines of a text of several: headings of days, and paragraphs that tell of several."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.timeline.log_text import split_log
from netui.services.workspace import Workspace
from tests.domain.capture.test_split import WEEK
from tests.support.app import a_few_people, open_workspace, write_network


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    base: Path = tmp_path_factory.mktemp("log")
    write_network(base / "net", a_few_people(), {})
    found = open_workspace(base)
    found.refresh()
    yield found
    found.close()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Mon\n- coffee with @ada\n- 1:1 with @grace\n", ["Mon: coffee with @ada", "Mon: 1:1 with @grace"]),
        ("## 16 Nov\n\ncoffee with @ada\r\n  and more", ["16 Nov: coffee with @ada and more"]),
        ("Monday:\nat 14:30 call with @ada", ["Monday: at 14:30 call with @ada"]),
        ("Mon\ncall @ada\nTue\ncall @grace", ["Mon: call @ada", "Tue: call @grace"]),
        ("Mon\ncall @ada\nTue call @grace\ncall @ada",
         ["Mon: call @ada", "Tue call @grace", "Mon or Tue: call @ada"]),
        ("# 2026-11-16 (Mon)\n  - call @ada\n    and more\n  - [x] call @grace",
         ["2026-11-16 (Mon): call @ada and more", "2026-11-16 (Mon): [x] call @grace"]),
        ("## **[[2026-11-16]]**:\ncall @ada", ["2026-11-16: call @ada"]),
        ("16.11.\ncall @ada", ["16.11.: call @ada"]),
        ("Monday, November 16th\n1. call @ada", ["Monday, November 16th: call @ada"]),
        ("Mon\ncall @ada on 14 Nov", ["call @ada on 14 Nov"]),
        ("Mon\n14. Nov call @ada", ["14. Nov call @ada"]),
        ("Mon\ncall @ada this morning", ["Mon: call @ada \\this morning"]),
        ("Mon\ncall @ada yesterday", ["Mon: call @ada yesterday"]),
        ("Mon\nyesterday call @ada", ["2026-11-15 or 2026-11-20: call @ada"]),
        ("yesterday\n\ntomorrow: call @ada", ["2026-11-21 or 2026-11-22: call @ada"]),
        ("This week\n\nMon\ncall @ada", ["Mon: call @ada"]),
        ("Mon\nsun call @ada", ["sun call @ada"]),
        ("Mon\ncall @ada fri", ["Mon: call @ada fri"]),
        ("Mon\ncall @ada: see them fri", ["Mon: call @ada: see them fri"]),
        ("Monday?\ncall @ada", ["Monday?", "call @ada"]),
        ("last week\ncall @ada", ["last week: call @ada"]),
        ("call @ada\nMon", ["call @ada", "Mon"]),
        ("Mon\nTue: call @ada", ["Tue: call @ada"]),
        ("call @ada\ncall @grace", ["call @ada", "call @grace"]),
        ("2 Nov\ncall @ada >send the deck by fri #x", ["2 Nov: call @ada >send the deck by 2026-11-06 #x"]),
        ("2 Nov\ncall @ada >ring tomorrow", ["2 Nov: call @ada >ring 2026-11-03"]),
        ("2 Nov\ncall @ada >send it by 4 dec", ["2 Nov: call @ada >send it by 4 dec"]),
    ],
)  # fmt: skip
def test_a_day_alone_is_the_day_of_the_lines_below_it(
    workspace: Workspace, text: str, lines: list[str]
) -> None:
    assert [line.text for line in split_log(workspace, text)] == lines


def test_a_paragraph_is_cut_at_its_days(workspace: Workspace) -> None:
    week = (
        WEEK.replace("Alan", "Grace")
        .replace("Charles", "Ada")
        .replace("Martin", "Grace")
        .replace("Bob", "Ada")
    )
    found = split_log(workspace, f"call @ada\n{week}")
    assert [line.number for line in found] == [1, 2, 2, 2, 2, 2]
    assert " ".join(line.text for line in found[1:]) == week


def test_two_things_in_a_line_are_asked_about_first(workspace: Workspace) -> None:
    line = "Monday lunch with @ada. Tuesday call with @grace."
    assert [each.text for each in split_log(workspace, line)] == [line]
