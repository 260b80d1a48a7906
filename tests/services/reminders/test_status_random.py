"""Whatever is logged, shared, deleted, undone and whenever: states are those of the files alone."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.cadence.model import learn
from netui.domain.cadence.status import Status, status_of
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import day_of
from netui.domain.model.kinds import BUILT_IN
from netui.services.timeline import commands as timeline_commands
from tests.support.quiet_network import Network, contact, each

START = date(2028, 2, 20)
"""Near a leap day."""
PEOPLE = ("ada", "bob", "cy")
who = st.sampled_from(PEOPLE)
days = st.integers(-60, 20)
kinds = st.sampled_from(["call", "note", "attempt", "event"])
others = st.lists(who, max_size=2, unique=True)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("log"), who, days, kinds, others),
        st.tuples(st.just("delete"), who, st.integers(0, 9)),
        st.tuples(st.just("undo")),
        st.tuples(st.just("clock"), st.integers(-40, 120)),
    ),
    min_size=1,
    max_size=8,
)


def as_the_files_say(network: Network) -> dict[str, Status]:
    """Where each stands, read from the files with nothing but the model."""
    today = network.workspace.today
    found: dict[str, list[tuple[int, int]]] = {ident: [] for ident in PEOPLE}
    for ident in PEOPLE:
        document = tomli.loads((network.base / f"net/contacts/{ident}.toml").read_text())
        for item in document.get("timeline", []):
            present = dict.fromkeys((ident, *item.get("with", [])))
            if BUILT_IN.counts(item["kind"]) and day_of(item["on"]) <= today:
                for one in present:
                    found[one].append((item["on"].toordinal(), len(present)))
    standings = {}
    for ident, contact_days in found.items():
        rhythm = learn(contact_days)
        fields = dict(zip(("contact_days", *rhythm._fields[1:]), rhythm, strict=True))
        standings[ident] = status_of(ContactRow(ident, ident, **fields), today)
    return standings


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(ACTS)
def test_states_are_those_of_the_files(acts: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = each(9, 6, START - timedelta(20))
        people = {"ada": contact("Ada", history), "bob": contact("Bob", history[:1]), "cy": {"name": "Cy"}}
        network = Network(Path(folder), people, START).at(START)
        for number, act in enumerate(acts):
            match act:
                case "log", str(ident), int(offset), str(kind), list(company):
                    on = network.workspace.today + timedelta(offset)
                    present = tuple(one for one in company if one != ident)
                    network.log(ident, on, kind, with_=present, text=str(number))
                case "delete", str(ident), int(at):
                    timeline = network.workspace.read.timeline(ident)
                    if timeline:
                        entry = timeline[at % len(timeline)]
                        network.took(
                            network.workspace.apply(timeline_commands.remove_entry(network.workspace, entry))
                        )
                case ("undo",):
                    done = network.workspace.undo()
                    if done is not None:
                        network.took(done)
                case "clock", int(offset):
                    network.at(START + timedelta(offset))
            standings = {ident: network.people[ident].status for ident in PEOPLE}
            assert standings == as_the_files_say(network), act
        network.workspace.close()
