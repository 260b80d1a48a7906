"""The first page of the list, kept for the next start."""

from pathlib import Path

from netui.services.people.contact_list import ContactList
from netui.services.people.first_page import FIRST_PAGE, load_first_page, save_first_page
from tests.support.app import open_workspace, write_network


def test_the_first_rows_are_read_again_as_they_are_now(tmp_path: Path) -> None:
    files = {f"p{n:03}": {"name": f"P {n:03}"} for n in range(FIRST_PAGE + 5)}
    write_network(tmp_path / "net", files)
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    assert load_first_page(workspace) is None
    people = ContactList(workspace).load()
    save_first_page(workspace, people.listed(), people.counts())
    write_network(tmp_path / "net", {"p001": {"name": "Renamed"}})
    (tmp_path / "net/contacts/p002.toml").unlink()
    workspace.refresh()
    found = load_first_page(workspace)
    assert found is not None
    page, counts = found
    assert counts == people.counts()
    assert len(page) == FIRST_PAGE - 1
    assert page["p001"].row.name == "Renamed" and page.get("p002") is None
