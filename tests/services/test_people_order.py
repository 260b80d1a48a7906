"""The list kept in order as a few people change, against sorting it anew."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netui.domain.query import parse
from netui.services.people import SORTS, People
from tests.support import entry, open_workspace, write_network

TODAY = date(2026, 11, 21)
NAMES = ("Ada", "Bob", "Cy", "Dan", "Eve")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(NAMES), st.integers(0, 400), st.booleans(), st.booleans()), max_size=8
    )
)
def test_moving_a_few_gives_what_sorting_anew_gives(
    tmp_path_factory: object, steps: list[tuple[str, int, bool, bool]]
) -> None:
    home = Path(tmp_path_factory.mktemp("order"))  # type: ignore[attr-defined]
    write_network(home / "net", {name.lower(): {"name": name} for name in NAMES})
    workspace = open_workspace(home)
    workspace.refresh()
    people = People(workspace).load()
    shown = {sort: people.listed(sort=sort) for sort in SORTS}
    first = {sort: list(rows) for sort, rows in shown.items()}
    for name, days, archived, gone in steps:
        path = home / "net/contacts" / f"{name.lower()}.toml"
        if gone:
            path.unlink(missing_ok=True)
        else:
            when = (TODAY - timedelta(days)).isoformat()
            told = {"name": name, "archived": archived, "timeline": [entry(when, "call")]}
            write_network(home / "net", {name.lower(): told})
        found = workspace.refresh()
        people.update(found.changed, found.gone)
        anew = People(workspace).load()
        for sort in SORTS:
            assert people.listed(sort=sort) == anew.listed(sort=sort)
    assert shown == first  # what is on screen was not changed beneath it


def test_typing_on_finds_what_asking_at_once_finds(tmp_path: Path) -> None:
    names = ("Ada Adler", "Ada Bosch", "Bo Adams", "Cleo Dahl")
    files = {name.split()[1].lower(): {"name": name, "tags": ["x"]} for name in names}
    write_network(tmp_path / "net", files)
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    people = People(workspace).load()
    for typed in ("a", "ad", "ada", "ada b", "ada bo", "ada", "-ada", "#x", "#x ad", "", "bo"):
        assert people.listed(parse(typed)) == People(workspace).load().listed(parse(typed)), typed
