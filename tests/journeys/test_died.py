"""Somebody died: what is open with them is closed by that alone, and open again when it is taken back."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from netui.domain.query.parser import parse
from netui.services.insights.brief import build_brief
from netui.services.people.contact_list import ContactList
from netui.services.people.set_field import set_field
from netui.services.reminders.agenda import build_agenda
from netui.services.reminders.headline import build_headline
from netui.services.timeline.opportunities import list_opportunities
from netui.services.workspace import Workspace
from tests.support.app import entry, file_of, open_workspace, write_network
from tests.support.quiet_network import Clock
from tests.support.quiet_people import TODAY, on

ADA: dict[str, Any] = {
    "name": "Ada Lovelace", "tags": ["maths"], "goals": ["cto"],
    "date": [{"what": "birthday", "on": "1815-11-25"}],
    "promise": [{"id": "p1", "by": "me", "text": "the deck", "due": date(2026, 11, 23)}],
    "opportunity": [{"id": "o1", "kind": "job", "text": "a post"}],
    "timeline": [
        entry("2026-11-01", "call"), entry("2026-11-18", "coffee", planned=True),
        entry("2026-11-24", "lunch", planned=True),
    ],
}  # fmt: skip
GOALS = {"cto": {"title": "A role", "audience": [{"who": "coders", "match": "#maths", "want": 3}]}}


def told(workspace: Workspace) -> dict[str, Any]:
    """Everything that names somebody."""
    people = ContactList(workspace).load()
    agenda = build_agenda(workspace, people)
    return {
        "listed": [row.id for row in people.listed().contact_rows],
        "found": [row.id for row in people.listed(parse("#maths")).contact_rows],
        "promises": [p.id for p in workspace.read.promises.all()],
        "near": [p.id for p in agenda.promises],
        "dates": [(o.what, o.days) for o in agenda.dates],
        "planned": [e.id for e in agenda.planned],
        "asked": [e.id for e in agenda.asked],
        "opportunities": [o.id for o in list_opportunities(workspace)],
        "headline": build_headline(workspace, people.counts())[1:4],
    }


NOTHING = {
    "listed": [], "found": [], "promises": [], "near": [], "dates": [], "planned": [], "asked": [],
    "opportunities": [], "headline": (0, 0, None),
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", {"ada": ADA}, GOALS)
    return tmp_path


def test_what_is_open_is_closed_and_open_again_when_taken_back(home: Path) -> None:
    workspace = open_workspace(home, now=Clock(datetime(2026, 11, 21, 12)))
    workspace.refresh()
    before = told(workspace)
    assert all(before.values()), "everything names Ada"
    text = (home / "net/contacts/ada.toml").read_text()
    workspace.apply(set_field(workspace, "ada", "died", "20 nov 2026"))
    assert told(workspace) == NOTHING
    now = (home / "net/contacts/ada.toml").read_text()
    assert set(now.splitlines()) - set(text.splitlines()) == {'died = "2026-11-20"'}, (
        "nothing else is written"
    )
    people = ContactList(workspace).load()
    assert [row.id for row in people.listed(parse("is:died")).contact_rows] == ["ada"]
    assert not people.listed(parse("is:archived")).contact_rows and people.counts()["people"] == 0
    brief = build_brief(workspace, "ada")
    assert brief is not None and not (brief.promises or brief.coming or brief.opportunities or brief.opener)
    assert (brief.status.state, brief.why) == (
        "died", "20 November 2026; promises, plans and opportunities are closed"
    )  # fmt: skip
    workspace.undo()
    assert told(workspace) == before


@pytest.mark.parametrize(
    ("today", "dates"),
    [
        ("2026-11-20", []),
        ("2027-11-12", []),
        ("2027-11-13", [("day of death", 7)]),
        ("2027-11-20", [("day of death", 0)]),
        ("2027-11-24", []),
    ],
)
def test_the_day_is_remembered_each_year_and_no_birthday(home: Path, today: str, dates: list[Any]) -> None:
    path = home / "net/contacts/ada.toml"
    path.write_text(f'died = "2026-11-20"\n{path.read_text()}')
    workspace = open_workspace(home, now=lambda: datetime.fromisoformat(today))
    workspace.refresh()
    assert told(workspace)["dates"] == dates
    workspace.config = workspace.config._replace(remember_died=False)
    assert told(workspace)["dates"] == []


async def test_one_key_notes_it_and_the_page_says_so(home: Path) -> None:
    async with on(home, TODAY, size=(80, 24)) as (me, _):
        await me.press("Z")
        await me.enter("20 nov 2026")
        await me.hears("set died of Ada Lovelace")
        assert file_of(home, "ada")["died"] == "2026-11-20"
        await me.press("/")
        await me.enter("is:died")
        await me.sees("† died  20 November 2026; promises, plans and")
        assert "the deck" not in me.screen
        await me.press("u")
        await me.sees("the deck")
