"""Bullets, salutations and days before the line proper."""

from datetime import date

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "1. ", "2) ", "- [x] "])
def test_a_bullet_is_no_part_of_the_line(bullet):
    found = read(f"{bullet}lunch with @ada: soup")
    assert (found.kind, found.text) == ("lunch", "soup") and not found.problems


def test_an_open_task_is_asked_about():
    assert read("- [ ] call @ada").problems


@pytest.mark.parametrize("day", ["2026-11-14:", "2026-11-14 -", "Sat 14 Nov:", "- 14 nov:"])
def test_a_colon_or_dash_behind_a_day_does_not_begin_the_text(day):
    found = read(f"{day} lunch with Ada: soup")
    assert (found.kind, found.on, found.text) == ("lunch", date(2026, 11, 14), "soup")
    assert not found.problems


def test_a_salutation_stays_in_the_text():
    found = read("Dear diary, lunch with @ada")
    assert (found.kind, found.text) == ("lunch", "Dear diary")
