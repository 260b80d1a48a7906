"""Whoever a command reads on demand is whoever it would find among all."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netui.domain.query.parser import STATES, parse
from netui.services.people.contact_list import People
from netui.services.people.lazy_contact_list import OnDemand
from netui.storage.state.config import Config, RhythmConfig
from tests.services.people.test_ranking import TODAY, ago, everyone
from tests.support.quiet_network import Contact, Network, contact, each

TERMS = (
    "#friend", "#FRIEND", "#nobody", "#Ünïted", "^cto", "role:mentor", "role:expert", "org:engines",
    "org:Škoda", "title:chief", "knows:rust", "seeks:funding", "place:london", "place:paris", "kind:call",
    "kind:coffee", "with:learned", "with:ana", "got:lead", "gave:advice", "last:>90d", "last:<2026-01-01",
    "last:2026-11", "every:3w", "every:>1m", "has:email", "has:rhythm", "no:rhythm", "has:tag", "no:tag",
    "has:source", "kim", "ana|zed", "ümlaut", '"two words"', *(f"is:{state}" for state in STATES),
)  # fmt: skip


def people() -> dict[str, Contact]:
    calls = each(20, 4, ago(3))
    more: dict[str, Contact] = {
        "ada": contact(
            "Ada Ümlaut", calls, tags=["Friend", "united"], roles=["mentor"], org="Analytical Engines",
            title="Chief programmer", goals=["cto"], knows=["Rust and C"], emails=["ada@engines.example"],
        ),
        "zoe": contact(
            "Zoë", calls, tags=["Ünïted"], org="ŠKODA", location="Paris", seeks=["seed funding"],
            notes="These two words.", source=[{"kind": "vcard", "uid": "1"}],
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
    return Network(base, people(), TODAY, config).at(TODAY)


def assert_same(network: Network, text: str, sort: str = "quiet") -> int:
    query = parse(text)
    whole = People(network.workspace).load().listed(query, sort)
    few = OnDemand(network.workspace).listed(query, sort)
    assert sorted(p.row.id for p in few) == sorted(p.row.id for p in whole)
    assert [p.status for p in few] == [p.status for p in whole]
    return len(whole)


@pytest.mark.parametrize("term", TERMS)
def test_each_term(network: Network, term: str) -> None:
    found = assert_same(network, term)
    assert found or term in ("#nobody", "every:>1m")
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
    load = People.load
    monkeypatch.setattr(People, "load", lambda self, rows=None, **how: load(self, _noted(rows, read), **how))
    few = OnDemand(network.workspace)
    assert len(few.listed(parse("org:engines is:warm"))) == 1
    assert read == ["ada"]


def _noted(rows: object, read: list[str]) -> object:
    assert rows is not None
    found = list(rows)  # type: ignore[call-overload]
    read += [row.id for row in found]
    return found


def test_many_alternatives_are_no_trouble(network: Network) -> None:
    assert_same(network, "|".join(["#friend", *(f"tag{number}" for number in range(1500))]))
