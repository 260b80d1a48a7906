"""Half a year lived week by week: each line of who is next is one that a kind assistant would have said.

A network of sixty on a fixed seed, with a holiday without a line, a conference, a course, a death, a friend
lost, and plans; and the first weeks of a newcomer who begins with nothing.
"""

import json
import random
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise
from pathlib import Path
from statistics import median_high
from typing import Any

import pytest

from netui.cli.main import main
from netui.domain.cadence.explanations import explain
from netui.services.people.profile import build_profile
from netui.services.reminders.agenda import catch_up_offer
from netui.services.reminders.notifications import pending_notifications
from tests.support.app import write_network
from tests.support.quiet_network import Network

START = date(2026, 1, 5)
WEEKS = 26
PACES = {"close": (8, 2, 8), "fortnight": (12, 10, 18), "month": (15, 24, 40), "season": (10, 70, 110)}
"""For each circle how many they are, and the fewest and most days between two contacts."""
HOLIDAY = (START + timedelta(84), START + timedelta(111))
"""Its first day and the one on which one is back; people are met in it, and nothing is logged."""
CONFERENCE, COURSE, DEATH, LOST = (START + timedelta(days) for days in (44, 58, 128, 26))
UNKIND = re.compile(r"neglect|overdue|fail|ignored|forgot|should|must|\bshe\b|\bher\b", re.IGNORECASE)


class HalfYear:
    """What happens to everyone, day by day, and the files as they stand once a day is over."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.happened = dict(self._script())
        self.people: dict[str, dict[str, Any]] = {
            ident: {"name": ident.title().replace("-", " ")} for ident in self.happened
        }
        self.people["close-0"] |= {"promise": [{"id": "p1", "text": "the photos", "due": date(2026, 3, 2)}]}
        self.people["close-1"] |= {
            "date": [{"what": "birthday", "on": "--06-02"}],
            "promise": [{"id": "p2", "text": "the book", "due": date(2026, 6, 1)}],
        }
        self.network = Network(base, {}, START, pauses=True)

    def _script(self) -> Iterator[tuple[str, list[date]]]:
        chance = random.Random(11)
        end = START + timedelta(7 * WEEKS)
        for circle, (count, least, most) in PACES.items():
            for number in range(count):
                day, days = START - timedelta(900) + timedelta(chance.randrange(most)), []
                while day <= end:
                    days.append(day)
                    day += timedelta(chance.randint(least, most))
                yield f"{circle}-{number}", days
        for number in range(5):
            yield f"year-{number}", [date(year, 2 + number, 9 + number) for year in range(2021, 2027)]
        for number in range(3):
            yield f"once-{number}", [START - timedelta(40 + 90 * number)]
        for number in range(5):
            yield f"talk-{number}", [CONFERENCE, CONFERENCE + timedelta(1)][: 1 + number % 2]
        yield "teacher", [COURSE + timedelta(day) for day in (0, 2, 5, 7, 9)]
        yield "lost", [LOST - timedelta(7 * back) for back in range(100, -1, -1)]

    def logged(self, ident: str, today: date) -> list[date]:
        """The days that are in the log by then: nothing is logged in the holiday, and nothing of it later."""
        last = DEATH if ident == "close-1" else today
        away = HOLIDAY
        return [
            day for day in self.happened[ident] if day <= min(last, today) and not away[0] <= day < away[1]
        ]

    def gaps(self, ident: str, today: date) -> list[int]:
        return [(after - before).days for before, after in pairwise(self.logged(ident, today))]

    def at(self, today: date) -> Network:
        """The network as it stands that day."""
        contacts = {}
        for ident, head in self.people.items():
            days = self.logged(ident, today)
            died = {"died": DEATH} if ident == "close-1" and today >= DEATH else {}
            if days or ident == "year-0":
                timeline = [{"id": f"{ident}{n}", "on": day, "kind": "call"} for n, day in enumerate(days)]
                contacts[ident] = {**head, **died, "timeline": timeline}
        plan = START + timedelta(7 * 9 + 3)
        if plan - timedelta(10) <= today < plan:
            contacts["month-0"]["timeline"].append(
                {"id": "plan", "on": plan, "kind": "dinner", "planned": True}
            )
        write_network(self.base / "net", contacts)
        return self.network.at(today)


class Week:
    """One Monday's answer to who is next."""

    def __init__(self, story: HalfYear, number: int, patch: pytest.MonkeyPatch) -> None:
        self.today = START + timedelta(7 * number)
        network = story.at(self.today)
        self.states = {person.row.id: person.status.state for person in network.people.listed()}
        self.why = {
            row.id: explain(row, status, self.today, network.workspace.quiet)
            for row, status in network.people.listed()
        }
        self.offer = catch_up_offer(network.workspace)
        self.told = pending_notifications(network.workspace, network.people.quiet()).quiet
        found = self._due(story, patch)
        self.asked, self.dates, self.promises = (
            {row["contact"] for row in found[key]} for key in ("asked", "dates", "promises")
        )
        self.quiet, self.drifting, self.met = (
            [row["id"] for row in found[key]] for key in ("quiet", "drifting", "met")
        )
        self.lines = self._text(story, patch).splitlines()

    def _due(self, story: HalfYear, patch: pytest.MonkeyPatch) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._text(story, patch, "--json"))
        return found

    def _text(self, story: HalfYear, patch: pytest.MonkeyPatch, *more: str) -> str:
        """What ``netui due`` says that day."""
        patch.setenv("NETUI_TODAY", self.today.isoformat())
        patch.setenv("NETUI_DATA", str(story.base / "net"))
        patch.setenv("COLUMNS", "100")
        for kind in ("CONFIG", "STATE", "CACHE"):
            patch.setenv(f"XDG_{kind}_HOME", str(story.base / kind))
        with redirect_stdout(StringIO()) as out:
            assert main(["due", *more]) == 0
        return out.getvalue()

    @property
    def is_away(self) -> bool:
        """Whether a pause holds: from two weeks without a line until two days after the first one."""
        return HOLIDAY[0] + timedelta(13) <= self.today < HOLIDAY[1] + timedelta(2)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> HalfYear:
    return HalfYear(tmp_path_factory.mktemp("half-year"))


@pytest.fixture(scope="module")
def weeks(story: HalfYear) -> list[Week]:
    with pytest.MonkeyPatch.context() as patch:
        return [Week(story, number, patch) for number in range(WEEKS)]


def weeks_of(weeks: list[Week], ident: str, kind: str) -> list[int]:
    return [number for number, week in enumerate(weeks) if ident in getattr(week, kind)]


def test_nobody_is_called_quiet_who_was_met_not_long_before(story: HalfYear, weeks: list[Week]) -> None:
    for week in weeks:
        for ident in week.quiet:
            silence = (week.today - story.logged(ident, week.today)[-1]).days
            usual = median_high(each for each in story.gaps(ident, week.today)[-20:])
            assert silence >= min(30, 2 * usual) and silence > 1.5 * usual, (week.today, ident)


def test_hardly_a_flag_comes_shortly_before_one_meets_anyway(story: HalfYear, weeks: list[Week]) -> None:
    flags = {(who, story.logged(who, week.today)[-1]): week for week in weeks for who in week.quiet}
    early = [
        (who, week.today)
        for (who, _), week in flags.items()
        if any(week.today < day <= week.today + timedelta(14) for day in story.happened[who])
    ]
    assert len(early) <= 2, early
    assert len(flags) <= 12, "a dozen names in half a year among sixty people"


def test_a_week_names_a_few_and_tells_of_three_at_most(weeks: list[Week]) -> None:
    assert max(len(week.quiet) for week in weeks) <= 6
    names = [week.told.partition(" ha")[0].replace(" and ", ", ").split(", ") for week in weeks if week.told]
    assert names and all(len(each) <= 3 for each in names)


def test_the_friend_who_was_lost_is_named_and_then_rests(weeks: list[Week]) -> None:
    named = weeks_of(weeks, "lost", "quiet")
    since = (LOST - START).days // 7
    assert named and named[0] <= since + 6, "within six weeks"
    assert named == list(range(named[0], named[-1] + 1)), "until they rest"
    assert {week.states["lost"] for week in weeks[named[-1] + 1 :]} <= {"dormant"}


def test_while_one_is_away_nobody_turns_quiet_and_catching_up_is_offered(weeks: list[Week]) -> None:
    before = next(week for week in reversed(weeks) if week.today < HOLIDAY[0] + timedelta(13))
    during = [week for week in weeks if week.is_away]
    assert len(during) >= 2
    for week in during:
        assert set(week.quiet) <= set(before.quiet) | {"lost"} and not week.told
        if week.today >= HOLIDAY[0] + timedelta(14):
            assert week.offer.endswith("catch up?")
    assert sum(bool(week.offer) for week in weeks) == len(during)


def test_those_met_at_the_conference_are_worth_a_follow_up_for_a_month(weeks: list[Week]) -> None:
    at = (CONFERENCE - START).days // 7 + 1
    for number in range(5):
        assert weeks_of(weeks, f"talk-{number}", "met") == list(range(at, at + 4))
        assert weeks[at].why[f"talk-{number}"].startswith("met " + ("twice" if number % 2 else "once"))
        assert not weeks_of(weeks, f"talk-{number}", "quiet")
    offered = [[line for line in week.lines if line.endswith("you never know")] for week in weeks]
    assert all(len(each) == 1 for each in offered), "one a week"
    names = [each[0].split("  ")[1] for each in offered]
    assert len(set(names)) >= 6 and all(one != other for one, other in pairwise(names))


def test_a_course_is_not_missed_for_a_month_and_said_in_days(weeks: list[Week]) -> None:
    last = COURSE + timedelta(9)
    for week in weeks:
        if last < week.today < last + timedelta(30):
            assert week.states["teacher"] == "warm"
        if "teacher" in week.quiet:
            assert week.why["teacher"].startswith("met on 5 days in March, not since")


def test_the_dead_are_reminded_of_no_more(weeks: list[Week]) -> None:
    for week in weeks:
        if week.today >= DEATH:
            for kind in ("quiet", "drifting", "met", "promises", "dates", "asked"):
                assert "close-1" not in getattr(week, kind)
        elif week.today > DEATH - timedelta(14):
            assert "close-1" in week.promises or week.today < date(2026, 5, 18)


def test_a_plan_is_said_beside_the_silence_and_asked_about_once_its_day_is_over(weeks: list[Week]) -> None:
    assert weeks_of(weeks, "month-0", "asked") == []
    before = weeks[9]
    assert "planned for" in before.why["month-0"] or before.states["month-0"] == "warm"
    assert any("dinner" in line for line in before.lines)


def test_every_line_is_kind_and_correct(weeks: list[Week]) -> None:
    for week in weeks:
        for line in week.lines:
            assert not UNKIND.search(line), line
            assert not re.search(r"\b1 (days|gaps|weeks|months)\b|\b0 days\b|every 365 days", line), line
            assert not re.search(r"None|nan|\binf\b", line), line


def test_a_newcomer_hears_of_each_in_their_first_weeks(tmp_path: Path) -> None:
    network = Network(tmp_path, {}, START, pauses=True)
    assert not network.at(START).people.listed() and not catch_up_offer(network.workspace)
    write_network(tmp_path / "net", {
        "ada": {"name": "Ada", "timeline": [{"id": "a", "on": START, "kind": "coffee"}]},
        "bea": {"name": "Bea"},
    })  # fmt: skip
    said = {}
    for days in (0, 1, 6, 13):
        network.at(START + timedelta(days))
        found = build_profile(network.workspace, "ada")
        assert found is not None
        said[days] = f"{network.state()}: {found.why}"
    assert said == {
        0: "met: met once, today",
        1: "met: met once, yesterday: a first follow-up?",
        6: "met: met once, 6 days ago: a first follow-up?",
        13: "met: met once, 13 days ago: a first follow-up?",
    }
    assert network.state("bea") == "new"
    network.log("ada", START + timedelta(13))
    network.log("ada", START + timedelta(20))
    assert network.at(START + timedelta(21)).state() == "warm"
