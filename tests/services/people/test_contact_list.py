"""The contact list: updates against sorting again, filtering letter by letter, lazy loading against all."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netui.domain.query.parser import STATES, parse
from netui.services.people.contact_list import SORTS, ContactList
from netui.storage.state.config import Config, RhythmConfig
from tests.services.people.test_ranking import ago, everyone
from tests.support.app import entry, open_workspace, write_network
from tests.support.quiet_network import Contact, Network, contact, each

TODAY = date(2026, 11, 21)
NAMES = ("Ada", "Bob", "Cy", "Dan", "Eve")


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(NAMES), st.integers(0, 400), st.booleans(), st.booleans()), max_size=8
    )
)
def test_moving_a_few_gives_what_sorting_again_gives(
    tmp_path_factory: object, steps: list[tuple[str, int, bool, bool]]
) -> None:
    home = Path(tmp_path_factory.mktemp("order"))  # type: ignore[attr-defined]
    write_network(home / "net", {name.lower(): {"name": name} for name in NAMES})
    workspace = open_workspace(home)
    workspace.refresh()
    lists = [ContactList(workspace).load(), ContactList(workspace).load(to_keep=True)]
    shown = {sort: lists[0].listed(sort=sort) for sort in SORTS}
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
        lent = [people.snapshot() for people in lists]
        before = [told_of(people) for people in lists]
        for people in lists:
            people.update(iter(found.changed), iter(found.gone))
        again = told_of(ContactList(workspace).load())
        assert [told_of(people) for people in lists] == [again, again]
        assert [told_of(people) for people in lent] == before  # what another thread asks does not change
    assert {sort: list(rows) for sort, rows in shown.items()} == first  # nor does what is on screen
    workspace.close()


def told_of(people: ContactList) -> list[object]:
    """All that a list says of everyone."""
    haystacks = {row.id: people.haystack(row.id) for row in people.contact_rows()}
    return [
        *(list(people.listed(sort=sort)) for sort in SORTS),
        list(people.in_state("quiet", "due")), people.counts(), {i: people[i] for i in haystacks}, haystacks,
    ]  # fmt: skip


def test_typing_on_finds_what_asking_at_once_finds(tmp_path: Path) -> None:
    names = ("Ada Adler", "Ada Bosch", "Bo Adams", "Cleo Dahl")
    files = {name.split()[1].lower(): {"name": name, "tags": ["x"]} for name in names}
    write_network(tmp_path / "net", files)
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    people = ContactList(workspace).load()
    for typed in (
        "a",
        "ad",
        "ada",
        "ada b",
        "ada bo",
        "ada",
        "-ada",
        "#x",
        "#x ad",
        "#x ad d",
        "",
        "bo",
        "d|b",
    ):
        assert people.listed(parse(typed)) == ContactList(workspace).load().listed(parse(typed)), typed


def test_typing_on_after_a_change_finds_what_is_there_now(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {name.lower(): {"name": name, "notes": "Sails."} for name in NAMES})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    people = ContactList(workspace).load(to_keep=True)
    people.warm_up()
    assert [row.id for row in people.listed(parse("sa")).contact_rows] == ["ada", "bob", "cy", "dan", "eve"]
    changed = {"bob": {"name": "Bob", "notes": "Rows."}, "zoe": {"name": "Zoe", "notes": "Sails too."}}
    write_network(tmp_path / "net", changed)
    (tmp_path / "net/contacts/dan.toml").unlink()
    found = workspace.refresh()
    people.update(found.changed, found.gone)
    for sort in SORTS:
        assert [row.id for row in people.listed(parse("sails"), sort).contact_rows] == [
            "ada",
            "cy",
            "eve",
            "zoe",
        ]
        assert [row.id for row in people.listed(parse("rows"), sort).contact_rows] == ["bob"]


def test_a_first_page_reads_the_words_of_its_own_people_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_network(tmp_path / "net", {name.lower(): {"name": name, "notes": "Sails."} for name in NAMES})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    monkeypatch.setattr(type(workspace.read), "haystacks", lambda _: pytest.fail("read those of everyone"))
    page = ContactList(workspace).load(workspace.read.contact_rows(("ada", "eve")))
    assert [person.row.id for person in page.listed(parse("sails"))] == ["ada", "eve"]
    assert page.haystack("bob") == ""


def test_what_many_have_is_held_once(tmp_path: Path) -> None:
    told = {"org": "Engines", "tags": ["maths", "london"], "timeline": [entry("2026-10-01", "call")]}
    write_network(tmp_path / "net", {name.lower(): {"name": name, **told} for name in NAMES})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    rows = ContactList(workspace).load(to_keep=True).contact_rows()
    assert rows == ContactList(workspace).load().contact_rows()
    for field in ("org", "tags", "keys", "last", "silence_start", "learned_on"):
        assert len({id(getattr(row, field)) for row in rows}) == 1, field


# ---------------------------------------------------------------------- a lazy list, for one question

TERMS = (
    "#friend", "#FRIEND", "#nobody", "#Ünïted", "^cto", "role:mentor", "role:expert", "org:engines",
    "org:Škoda", "title:chief", "knows:rust", "seeks:funding", "place:london", "place:paris", "kind:call",
    "kind:coffee", "with:learned", "with:ana", "got:lead", "gave:advice", "last:>90d", "last:<2026-01-01",
    "last:2026-11", "every:3w", "every:>1m", "has:email", "has:rhythm", "no:rhythm", "has:tag", "no:tag",
    "has:source", "kim", "ana|zed", "ümlaut", '"two words"', *(f"is:{state}" for state in STATES),
)  # fmt: skip


def everybody() -> dict[str, Contact]:
    calls = each(20, 4, ago(3))
    more: dict[str, Contact] = {
        "ada": contact(
            "Ada Ümlaut", calls, tags=["Friend", "united"], roles=["mentor"], org="Analytical Engines",
            title="Chief programmer", goals=["cto"], knows=["Rust and C"], emails=["ada@engines.example"],
        ),
        "zoe": contact(
            "Zoë", calls, tags=["Ünïted"], org="ŠKODA", location="Paris", seeks=["seed funding"],
            notes="These two words.", source=[{"kind": "vcard", "uid": "1"}],
            conflict=[{"key": "org", "other": "x"}],
        ),
        "bob": contact("Bob", calls, seeks=["funding"], aliases=["Ana Two"], roles=["expert", "mentor"]),
        "met": {
            "name": "Met",
            "timeline": [
                {"id": "m1", "on": ago(4), "kind": "coffee", "place": "London",
                 "with": ["ada", "learned-8", "set-0"], "got": ["lead"]},
                {"id": "m2", "on": ago(9), "kind": "lunch", "place": "Paris", "gave": ["advice"]},
            ],
        },
    }  # fmt: skip
    return {**everyone(), **more}


@pytest.fixture(scope="module", params=[{}, {"friend": "3w"}], ids=["rhythms", "defaults"])
def network(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Network:
    base: Path = tmp_path_factory.mktemp("net")
    config = Config(rhythm=RhythmConfig("normal", request.param))
    return Network(base, everybody(), TODAY, config).at(TODAY)


def assert_same(network: Network, text: str, sort: str = "quiet") -> int:
    query = parse(text)
    whole = ContactList(network.workspace).load().listed(query, sort)
    few = ContactList(network.workspace).listed(query, sort)
    assert sorted(p.row.id for p in few) == sorted(p.row.id for p in whole)
    assert [p.status for p in few] == [p.status for p in whole]
    return len(whole)


@pytest.mark.parametrize("term", TERMS)
def test_each_term(network: Network, term: str) -> None:
    found = assert_same(network, term)
    assert found or term in ("#nobody", "every:>1m", "is:me")
    assert_same(network, f"-{term}")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.tuples(st.booleans(), st.sampled_from(TERMS)), min_size=1, max_size=3), max_size=3),
    st.sampled_from(["quiet", "name", "last"]),
)
def test_terms_together(network: Network, clauses: list[list[tuple[bool, str]]], sort: str) -> None:
    text = " ".join(" | ".join(f"{'-' * negated}{term}" for negated, term in terms) for terms in clauses)
    assert_same(network, text, sort)


def test_no_more_are_read_than_may_fit(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    load = ContactList.load
    monkeypatch.setattr(
        ContactList, "load", lambda self, rows=None, **how: load(self, _noted(rows, read), **how)
    )
    few = ContactList(network.workspace)
    assert len(few.listed(parse("org:engines is:warm"))) == 1
    assert read == ["ada"]


def _noted(rows: object, read: list[str]) -> object:
    assert rows is not None
    found = list(rows)  # type: ignore[call-overload]
    read += [row.id for row in found]
    return found


def test_many_alternatives_are_no_trouble(network: Network) -> None:
    assert_same(network, "|".join(["#friend", *(f"tag{number}" for number in range(1500))]))


def test_a_list_read_before_a_change_takes_it_over_when_it_replaces_the_one_that_was_told(
    tmp_path: Path,
) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}, "bob": {"name": "Bob"}})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    shown, read_before = ContactList(workspace).load(to_keep=True), ContactList(workspace).load(to_keep=True)
    write_network(tmp_path / "net", {"ada": {"name": "Ada King"}})
    (tmp_path / "net/contacts/bob.toml").unlink()
    found = workspace.refresh()
    shown.update(found.changed, found.gone)
    read_before.replace(shown)
    assert told_of(read_before) == told_of(shown) == told_of(ContactList(workspace).load())
    assert [person.row.name for person in read_before.listed()] == ["Ada King"]
    workspace.close()
