"""Circles in a network: members, meetings, whose silence is the circle's, and what then is said, once."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from netui.services.circles.commands import remove_circle, set_circle
from netui.services.circles.status import CircleStatus, read_guests
from netui.services.errors import Refused
from netui.services.insights.brief import build_brief
from netui.services.insights.digest import build_digest
from netui.services.people.contact_list import ContactList
from netui.services.people.rows import circle_of
from netui.services.reminders.agenda import build_agenda
from netui.services.reminders.headline import build_headline, status_words
from netui.services.reminders.notifications import pending_notifications
from netui.services.reminders.review import find_review_candidates
from tests.support.quiet_network import Contact, Network, contact, each

TODAY = date(2026, 11, 21)
NAMES = ("ada", "bob", "cy", "dot")


def singers(last: int, tag: str = "choir") -> dict[str, Contact]:
    """Four with a tag, each seen every nine days until ``last`` days ago: quiet from 36 days on."""
    return {
        name: contact(name.title(), each(9, 20, TODAY - timedelta(last + at)), tags=[tag])
        for at, name in enumerate(NAMES)
    }


def meeting(back: int, *people: str, tag: str = "choir", **more: Any) -> dict[str, Any]:
    day = TODAY - timedelta(back)
    return {"id": f"m{back}", "on": day, "kind": "meeting", "with": list(people), "tags": [tag], **more}


def network(tmp_path: Path, contacts: dict[str, Contact], circles: str = 'choir = "1w"') -> Network:
    found = Network(tmp_path, {"zoe": contact("Zoe", each(7, 20, TODAY)), **contacts}, TODAY)
    (tmp_path / "net" / "netui.toml").write_text(f"[circles]\n{circles}\n")
    return found.at(TODAY)


def only_circle(found: Network) -> CircleStatus:
    (circle,) = ContactList(found.workspace).circles()
    return circle


def test_members_carry_the_tag_and_meetings_are_the_entries_with_it(tmp_path: Path) -> None:
    people = singers(20)
    people["bob"]["tags"] = ["CHOIR", "tennis"]
    people["cy"]["archived"] = True
    people["dot"]["died"] = "2026-01-01"
    people["eve"] = {**contact("Eve", []), "died": "2026-11-20"}
    people["ada"]["timeline"] += [
        meeting(10, "zoe", "eve"),
        meeting(30, "bob", tag="Choir"),
        meeting(31, "bob", tag="choirmaster"),
        {**meeting(5), "kind": "note"},
        {**meeting(-5), "planned": True},
    ]
    people["bob"]["timeline"] += [meeting(10)]
    found = network(tmp_path, people)
    circle = only_circle(found)
    assert [member.id for member in circle.members] == ["ada", "bob"]
    assert [(TODAY.toordinal() - day, sorted(who)) for day, who in circle.meetings] == [
        (30, ["ada", "bob"]), (10, ["ada", "bob", "eve", "zoe"]),
    ]  # fmt: skip
    assert circle.why == "past the week you set, by 3 days; planned for 26 Nov"
    assert read_guests(found.workspace, circle) == [("zoe", "Zoe", 1)]


def test_one_line_speaks_for_half_of_a_circle_everywhere(tmp_path: Path) -> None:
    people = singers(50)
    people["ada"]["timeline"] += [meeting(2)]
    found = network(tmp_path, {**people, "sam": contact("Sam", each(9, 20, TODAY - timedelta(80)))})
    workspace, loaded, lazy = found.workspace, found.people, ContactList(found.workspace)
    circle = only_circle(found)
    assert circle.quiet == ("dot", "cy", "bob") and circle.status.state == "warm" and circle.since
    assert circle.why.endswith("; 3 of its 4 members have gone quiet within 30 days")
    for listed in (loaded, lazy):
        assert [row.id for row, _ in listed.quiet()] == ["sam"] and listed.count_quiet() == 1
        assert listed.counts()["quiet"] == 1 and listed.counts()["#choir"] == 3
        assert [each.tag for each in build_agenda(workspace, listed).circles] == ["choir"]
        assert [each.row.id for each in build_agenda(workspace, listed).quiet] == ["sam"]
    rows = loaded.with_circles(loaded.listed())
    assert [(row.name, status.state) for row, status in rows][:6] == [
        ("#choir", "quiet"), ("Sam", "quiet"), ("Dot", "quiet"), ("Cy", "quiet"), ("Bob", "quiet"),
        ("Ada", "warm"),
    ]  # fmt: skip
    assert circle_of(rows.contact_rows[0]) == "choir" and not circle_of(rows.contact_rows[1])
    assert status_words(build_headline(workspace, loaded.counts())).startswith("1 quiet · #choir quiet")
    told = pending_notifications(workspace, loaded.listed(), loaded.circles())
    assert told.quiet == "#choir and Sam have gone quiet: say hello?"
    assert not pending_notifications(workspace, loaded.listed(), loaded.circles()), "once for each silence"
    quiet = next(section for section in build_digest(workspace).sections if section.title == "Gone quiet")
    assert [row.lead for row in quiet.rows] == ["#choir", "Sam"]
    reasons = {each.id: each.reasons for each in find_review_candidates(workspace, loaded)}
    assert reasons["bob"] == ("quiet with #choir",) and reasons["sam"] == ()


def test_below_half_or_without_a_circle_each_has_a_line_of_their_own(tmp_path: Path) -> None:
    people = singers(50)
    for name in ("cy", "dot"):
        people[name]["timeline"][-1]["on"] = TODAY
    found = network(tmp_path, people, 'choir = "learn"')
    assert not only_circle(found).quiet and len(found.people.quiet()) == 2
    (tmp_path / "net" / "netui.toml").unlink()
    found.at(TODAY)
    assert found.people.circles() == () and found.people.spoken_for() == frozenset()
    assert found.people.with_circles(found.people.listed()) is found.people.listed()


def test_the_rhythm_of_a_circle_is_learned_from_its_meetings(tmp_path: Path) -> None:
    people = singers(20)
    people["ada"]["timeline"] += [meeting(40 + 7 * n, "bob") for n in range(12)]
    found = network(tmp_path, people, 'choir = "learn"')
    circle = only_circle(found)
    assert circle.listed.status.state == "quiet" and circle.why.startswith(
        "usually every 7 days, now 40 of silence"
    )


def test_the_brief_of_a_member_says_how_often_they_came(tmp_path: Path) -> None:
    people = singers(20)
    people["ada"]["timeline"] += [meeting(7 * n, *(["bob"] if n > 6 else [])) for n in range(1, 11)]
    found = network(tmp_path, people, 'choir = "learn"\nempty = "1w"')
    briefs = {name: build_brief(found.workspace, name) for name in ("ada", "bob", "dot", "zoe")}
    assert {name: brief.circles for name, brief in briefs.items() if brief} == {
        "ada": ("#choir: came to 8 of its last 8 meetings, last on 14 Nov",),
        "bob": ("#choir: came to 2 of its last 8 meetings, last on 3 Oct",),
        "dot": ("#choir: came to 0 of its last 8 meetings",),
        "zoe": (),
    }


def test_a_circle_is_set_changed_removed_and_taken_back(tmp_path: Path) -> None:
    found = Network(tmp_path, singers(20), TODAY).at(TODAY)
    workspace, path = found.workspace, tmp_path / "net" / "netui.toml"
    done = workspace.apply(set_circle(workspace, "#Choir"))
    assert path.read_text() == '[circles]\nchoir = "learn"\n', "spelt as its members have it"
    assert done.label == "circle #choir: rhythm learned from its meetings"
    workspace.apply(set_circle(workspace, "CHOIR", "2w"))
    assert path.read_text() == '[circles]\nchoir = "2w"\n'
    workspace.apply(remove_circle(workspace, "choir"))
    assert ContactList(workspace).circles() == () and "choir" not in path.read_text()
    for _ in range(3):
        workspace.undo()
    assert not path.exists()


@pytest.mark.parametrize(
    ("tag", "every", "why"),
    [("chior", "1w", "nobody carries #chior"), ("choir", "often", "often"), (" # ", "1w", "say which tag")],
)
def test_what_is_no_circle_is_refused(tmp_path: Path, tag: str, every: str, why: str) -> None:
    found = Network(tmp_path, singers(20), TODAY).at(TODAY)
    with pytest.raises(Refused, match=why):
        set_circle(found.workspace, tag, every)
    with pytest.raises(Refused, match="there is no circle #choir"):
        remove_circle(found.workspace, "choir")
