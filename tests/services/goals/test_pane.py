"""The contents of the goals pane, on the screen's thread and on another."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from netui.services.goals.pane import build_goals_pane, build_goals_pane_in_thread
from netui.services.people.contact_list import ContactList
from tests.support.app import entry, open_workspace, write_network

CONTACTS = {
    "ada": {
        "name": "Ada",
        "date": [{"what": "birthday", "on": "--11-23"}],
        "promise": [{"id": "p1", "by": "me", "text": "Send it", "due": date(2026, 11, 22)}],
    },
    "bob": {"name": "Bob", "timeline": [entry("2026-11-25", "coffee", **{"with": ["cy"]})]},
    "cy": {"name": "Cy"},
    "dee": {"name": "Dee", "tags": ["cto"]},
}  # fmt: skip
GOALS = {"g": {"title": "G", "audience": [{"who": "CTOs", "match": "#cto", "want": 2}]}}


def test_everyone_in_its_lines_is_named(tmp_path: Path) -> None:
    write_network(tmp_path / "net", CONTACTS, GOALS)
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    people = ContactList(workspace).load()
    pane = build_goals_pane(workspace, people)
    assert [(a.have, a.want) for goal in pane.goals for a in goal.audiences] == [(1, 2)]
    assert pane.names == {"ada": "Ada", "bob": "Bob", "cy": "Cy"}
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(build_goals_pane_in_thread, workspace, people.snapshot()).result()
    assert (other.goals, other.names, other.revivals) == (pane.goals, pane.names, pane.revivals)
    assert list(other.agenda.promises) == list(pane.agenda.promises)
    workspace.close()
